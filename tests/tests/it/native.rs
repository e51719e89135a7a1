//! The same rules, native and in the sandbox, give the same results.

use std::fs;
use std::path::Path;

use swv_core::{Dataset, Interface, PupilCount, Sector, VersionMismatch};
use swv_host::{CallError, CallFailure, Digest, HostError, LoadError, NativeLibrary, Region, RegionError};
use swv_tests::{Files, REGIONS, complete, completed, dataset_of, host, hostile_input, native_library, year};

fn open(path: &Path) -> Result<NativeLibrary, LoadError> {
    // SAFETY: what is opened here was built from this workspace a moment ago,
    // is a copy of that, or is a library that this process has loaded already.
    #[allow(unsafe_code)]
    unsafe {
        NativeLibrary::open(path)
    }
}

/// Both builds of a region.
fn both(id: &str) -> (Region, Region) {
    let native =
        host().load_native(completed(Files::of(id).read().unwrap()), open(&native_library(id)).unwrap()).unwrap();
    let sandboxed = complete(id);
    assert!(sandboxed.plugin().is_sandboxed() && !native.plugin().is_sandboxed());
    (sandboxed, native)
}

/// The result, or what failed without the plugin's file, in which they differ.
fn comparable<T>(result: Result<T, RegionError>) -> Result<T, String> {
    result.map_err(|error| match error {
        RegionError::Call(error) => format!("{:?}", error.failure),
        other => other.to_string(),
    })
}

/// Datasets with counts that are known, bounded, unknown, zero and not there.
fn datasets(region: &Region) -> Vec<Dataset> {
    let whole = dataset_of(region);
    let mut datasets = vec![whole.clone()];
    let between = PupilCount::between(3, 8).unwrap();
    for count in [PupilCount::SUPPRESSED, PupilCount::Unknown, PupilCount::Exact(0), between] {
        let mut dataset = whole.clone();
        for column in &mut dataset.columns {
            column.numbers.iter_mut().step_by(2).for_each(|found| *found = Some(count.into()));
        }
        datasets.push(dataset);
    }
    for column in &whole.columns {
        let mut dataset = whole.clone();
        dataset.columns.retain(|kept| kept != column);
        datasets.push(dataset);
    }
    datasets.push(Dataset::of("niemand", whole.quantities().cloned()));
    datasets
}

#[test]
fn both_builds_describe_the_same_region() {
    for id in REGIONS {
        let (sandboxed, native) = both(id);
        assert_eq!(sandboxed.description(), native.description(), "{id}");
        assert_eq!(sandboxed.plugin().exports(), native.plugin().exports(), "{id}");
    }
}

#[test]
fn both_builds_give_the_same_budgets_key_figures_and_norms() {
    for id in REGIONS {
        let (sandboxed, native) = both(id);
        for sector in [Sector::Po, Sector::Vo] {
            let (one, other) = (sandboxed.budget(sector), native.budget(sector));
            assert_eq!(comparable(one), comparable(other), "{id} {sector}");
            let (one, other) = (sandboxed.indicators(sector), native.indicators(sector));
            assert_eq!(comparable(one), comparable(other), "{id} {sector}");
            let (one, other) = (sandboxed.norm(sector), native.norm(sector));
            assert_eq!(comparable(one), comparable(other), "{id} {sector}");
        }
    }
}

#[test]
fn both_builds_allocate_the_same_or_fail_alike() {
    let (mut given, mut failed) = (0, 0);
    for id in REGIONS {
        let (sandboxed, native) = both(id);
        for dataset in datasets(&sandboxed) {
            for sector in [Sector::Po, Sector::Vo] {
                for of in [1990, 2023, 2024, 2025, 2028, 2030, 2100] {
                    let of = year(of);
                    let allocate = |region: &Region| comparable(region.allocate(sector, of, &dataset, Digest::of(b"")));
                    let (one, other) = (allocate(&sandboxed), allocate(&native));
                    assert_eq!(one, other, "{id} {sector} {of}");
                    if one.is_ok() { given += 1 } else { failed += 1 }
                }
            }
        }
    }
    assert!(given > 20 && failed > 20, "{given} results and {failed} failures");
}

#[test]
fn unknown_counts_leave_gaps_in_both_builds() {
    let (sandboxed, native) = both("zuid-kennemerland");
    let mut dataset = dataset_of(&sandboxed);
    dataset.find_mut("leerlingen").unwrap().numbers[0] = Some(PupilCount::SUPPRESSED.into());
    for region in [sandboxed, native] {
        let report = region.allocate(Sector::Po, year(2024), &dataset, Digest::of(b"")).unwrap();
        let of_first = report.missing.iter().any(|missing| missing.recipient.as_deref() == Some("SYN-0"));
        assert!(of_first, "{:?}", report.missing);
    }
}

#[test]
fn a_native_plugin_that_panics_breaks_a_promise_or_fails_says_so_and_goes_on() {
    let (sandboxed, native) = both("hostile");
    for of in [2004, 2011, 2012, 2013, 2015, 2017, 2020, 2021, 2031, 2032, 2033, 2034] {
        let failure = |region: &Region| region.plugin().allocate(&hostile_input(of)).unwrap_err().failure;
        match (failure(&sandboxed), failure(&native)) {
            // In the sandbox the text says where, too.
            (CallFailure::Panicked(one), CallFailure::Panicked(other)) => assert!(one.contains(&other), "{of}"),
            (one, other) => assert_eq!(one, other, "{of}"),
        }
        assert_eq!(native.plugin().allocate(&hostile_input(2024)).unwrap().lines().count(), 2);
    }
}

#[test]
fn the_largest_count_is_the_same_in_both_builds() {
    let (sandboxed, native) = both("hostile");
    let mut input = hostile_input(2024);
    input.quantities[0].values[0] = u32::MAX.into();
    let lines = |region: &Region| region.plugin().allocate(&input).unwrap().lines().count();
    assert_eq!(lines(&sandboxed), lines(&native));
}

#[test]
fn a_native_plugin_of_another_region_is_refused() {
    let native = open(&native_library("almere")).unwrap();
    let error = host().load_native(Files::of("haarlemmermeer").read().unwrap(), native).err().unwrap();
    assert!(matches!(error, HostError::Region(RegionError::Disagreement { .. })), "{error}");
    assert!(error.to_string().contains("holds the rules of almere"), "{error}");
}

#[test]
fn a_capability_that_a_native_plugin_lacks_is_told_apart() {
    let (_, native) = both("haarlemmermeer");
    let RegionError::Call(error) = native.can_allocate(Sector::Po).unwrap_err() else { panic!() };
    assert!(matches!(*error, CallError { failure: CallFailure::Capability(_), .. }), "{error}");
}

#[test]
fn a_file_that_is_no_library_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("tekst.so");
    fs::write(&file, "geen bibliotheek").unwrap();
    for file in [file, folder.path().join("nergens.so")] {
        let error = open(&file).err().unwrap();
        assert!(matches!(error, LoadError::Native { .. }), "{error}");
        assert!(error.to_string().starts_with(&file.display().to_string()), "{error}");
    }
}

#[test]
#[cfg(target_os = "linux")]
fn a_library_that_is_no_plugin_is_refused() {
    let maps = fs::read_to_string("/proc/self/maps").unwrap();
    let mut loaded = maps.lines().filter_map(|line| line.split_whitespace().nth(5));
    let libc = loaded.find(|file| file.contains("/libc.so")).unwrap();
    let error = open(Path::new(libc)).err().unwrap();
    assert!(matches!(error, LoadError::Native { .. }), "{error}");
    assert!(error.to_string().starts_with(libc), "{error}");
}

#[test]
fn a_native_plugin_of_another_interface_version_is_refused() {
    let (version, other) = (Interface::Budget.full_name(), Interface::Budget.full_name().replace("0.3.0", "0.4.0"));
    let version = version.as_bytes();
    let mut bytes = fs::read(native_library("haarlemmermeer")).unwrap();
    for at in 0..bytes.len() - version.len() {
        if bytes[at..].starts_with(version) {
            bytes[at..at + version.len()].copy_from_slice(other.as_bytes());
        }
    }
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("plugin.so");
    fs::write(&file, bytes).unwrap();
    let error = open(&file).err().unwrap();
    let mismatch = VersionMismatch { interface: Interface::Budget, found: semver::Version::new(0, 4, 0) };
    assert_eq!(error, LoadError::Interface { file: file.display().to_string(), mismatches: vec![mismatch] });
}
