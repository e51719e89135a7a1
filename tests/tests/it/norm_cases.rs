//! The norm cases of each region's folder, against both builds of its rules.

use std::collections::BTreeSet;
use std::fs;

use swv_core::Sector;
use swv_host::Region;
use swv_testkit::{NormCasesFile, run_norm_cases};
use swv_tests::{REGIONS, cases, check_names, native_region, quoted, region, workspace};

/// The cases of every region.
fn norm_cases() -> Vec<(&'static str, NormCasesFile)> {
    cases("norm.toml")
}

fn faults(load: impl Fn(&str) -> Region) -> Vec<String> {
    let faults = |(id, file): (&str, NormCasesFile)| run_norm_cases(&load(id), &file).unwrap();
    norm_cases().into_iter().flat_map(faults).map(|fault| fault.to_string()).collect()
}

#[test]
fn every_case_comes_out() {
    let faults = faults(region);
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn every_case_comes_out_in_the_native_build() {
    let faults = faults(native_region);
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn a_case_that_expects_something_else_is_a_fault() {
    let (id, file) = norm_cases().remove(0);
    for case in &file.cases {
        let mut other = case.clone();
        match &mut other.fails {
            Some(part) => part.push_str(" of iets anders"),
            None => other.falls_short.push("verzonnen".to_owned()),
        }
        let faults = run_norm_cases(&region(id), &NormCasesFile { cases: vec![other] }).unwrap();
        assert_eq!(faults.len(), 1, "{}", case.name);
    }
}

#[test]
fn no_two_cases_of_a_file_have_one_name() {
    for (id, file) in norm_cases() {
        check_names(id, file.cases.iter().map(|case| &case.name));
    }
}

/// A list that names every item, and nothing that is no item, is a list that
/// somebody kept up.
#[test]
fn the_coverage_of_a_norm_names_every_item_and_line_of_the_agenda_and_no_other() {
    for id in REGIONS {
        let file = workspace().join("regions").join(id).join("coverage-norm.md");
        let text = fs::read_to_string(&file).unwrap();
        let named: BTreeSet<&str> = text.lines().filter(|line| line.starts_with('|')).flat_map(quoted).collect();
        let region = region(id);
        let mut known = BTreeSet::new();
        for sector in [Sector::Po, Sector::Vo] {
            let Ok(norm) = region.norm(sector) else { continue };
            known.extend(norm.items.into_iter().map(|item| item.id));
            known.extend(norm.agenda.into_iter().map(|line| line.id));
        }
        let levels = ["basis", "target", "specialised"].map(str::to_owned);
        let missing: Vec<_> = known.iter().filter(|id| !named.contains(id.as_str())).collect();
        let unknown: Vec<_> =
            named.iter().filter(|name| !known.contains(**name) && !levels.contains(&(**name).to_owned())).collect();
        assert!(missing.is_empty() && unknown.is_empty(), "{id}: missing {missing:?}, unknown {unknown:?}");
    }
}
