//! The speed that ARCHITECTURE.md quotes, measured in one run: `cargo bench -p
//! swv`. It prints medians and ratios and judges nothing, as a loaded machine
//! is no fault of the code.

#![allow(clippy::print_stdout)] // It is what a benchmark is for.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use swv_core::{CalendarYear, Dataset, DatasetQuantity, PupilCount, Recipient, RecipientKind, SchoolKind, Sector};
use swv_host::{Digest, Host, Limits, NativeLibrary, Region, RegionPackage, read_folder};

type Outcome<T> = Result<T, Box<dyn std::error::Error>>;

/// As many regular primary schools as there are in the whole country.
const SCHOOLS: usize = 6_100;

fn main() -> Outcome<()> {
    let caches = tempfile::tempdir()?;
    let mut runs = 0;
    let first = median(5, || {
        runs += 1;
        compare(&caches.path().join(runs.to_string()))
    })?;
    let warm = median(30, || compare(&caches.path().join("1")))?;
    println!("swv compare, very first run   {:>9.1} ms", millis(first));
    println!("swv compare, warm             {:>9.1} ms   {:.2} of the first run", millis(warm), ratio(warm, first));

    let dataset = country();
    let host = Host::new(Limits::default(), None)?;
    let sandboxed = host.load(package()?)?;
    let native = host.load_native(package()?, native_library()?)?;
    let in_sandbox = median(50, || allocate(&sandboxed, &dataset))?;
    let natively = median(50, || allocate(&native, &dataset))?;
    println!("{SCHOOLS} schools, sandboxed        {:>9.2} ms", millis(in_sandbox));
    println!(
        "{SCHOOLS} schools, native (JSON)    {:>9.2} ms   the sandbox takes {:.2} of it",
        millis(natively),
        ratio(in_sandbox, natively)
    );
    let description = median(50, || {
        sandboxed.plugin().describe()?;
        Ok(())
    })?;
    println!("one call with an instance     {:>9.3} ms", millis(description));
    Ok(())
}

/// The median of some runs, after one that does not count.
fn median(runs: usize, mut run: impl FnMut() -> Outcome<()>) -> Outcome<Duration> {
    let mut times = Vec::with_capacity(runs);
    for _ in 0..=runs {
        let start = Instant::now();
        run()?;
        times.push(start.elapsed());
    }
    let counted = &mut times[1..];
    counted.sort();
    Ok(counted[counted.len() / 2])
}

fn compare(cache: &Path) -> Outcome<()> {
    let status = Command::new(env!("CARGO_BIN_EXE_swv"))
        .arg("compare")
        .env("XDG_CACHE_HOME", cache)
        .env("XDG_DATA_HOME", cache)
        .stdout(Stdio::null())
        .status()?;
    status.success().then_some(()).ok_or_else(|| "swv compare failed".into())
}

fn allocate(region: &Region, dataset: &Dataset) -> Outcome<()> {
    let report = region.allocate(Sector::Po, CalendarYear::new(2024)?, dataset, Digest::of(b"bench"))?;
    (report.lines.len() == 2 * SCHOOLS).then_some(()).ok_or_else(|| "not two lines a school".into())
}

/// Synthetic: every school has pupils and placements.
fn country() -> Dataset {
    let quantities = ["leerlingen", "plaatsingen-gespecialiseerd"];
    let mut dataset = Dataset::of("synthetic-country", quantities.map(DatasetQuantity::new));
    dataset.synthetic = true;
    for index in 0..SCHOOLS {
        let (id, name) = (format!("SYN-{index:05}"), format!("Synthetische school {index}"));
        let counts = [50 + index % 500, 1 + index % 9].map(|count| Some(PupilCount::Exact(count as u32).into()));
        dataset.push(Recipient::new(id, name, RecipientKind::School(SchoolKind::Bao)), counts, []);
    }
    dataset
}

fn workspace() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn package() -> Outcome<RegionPackage> {
    let folder = workspace().join("regions/zuid-kennemerland");
    Ok(RegionPackage::read(read_folder(&folder)?)?)
}

/// The same rules as a native library, built in release.
fn native_library() -> Outcome<NativeLibrary> {
    let target = workspace().join("target/native-plugins");
    let status = Command::new(env!("CARGO"))
        .args(["build", "--release", "--quiet", "--package", "swv-region-zuid-kennemerland", "--target-dir"])
        .arg(&target)
        .current_dir(workspace())
        .status()?;
    if !status.success() {
        return Err("the native library does not build".into());
    }
    let (prefix, suffix) = (std::env::consts::DLL_PREFIX, std::env::consts::DLL_SUFFIX);
    let library = target.join("release").join(format!("{prefix}swv_region_zuid_kennemerland{suffix}"));
    // SAFETY: the library was built just now from this workspace.
    #[allow(unsafe_code)]
    let library = unsafe { NativeLibrary::open(&library) }?;
    Ok(library)
}

fn millis(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}

fn ratio(part: Duration, whole: Duration) -> f64 {
    part.as_secs_f64() / whole.as_secs_f64()
}
