//! The cases of each region's folder, against both builds of its rules.

use std::collections::BTreeSet;

use swv_host::Region;
use swv_testkit::{CasesFile, run_cases};
use swv_tests::{Files, REGIONS, cases, check_names, complete, host, native_region, region, sources, workspace};

/// The allocation cases of each region that has them.
fn allocation_cases() -> Vec<(&'static str, CasesFile)> {
    cases("allocation.toml")
}

fn faults(id: &str, region: &Region, file: &CasesFile) -> Vec<String> {
    let (faults, _) = run_cases(region, file);
    faults.iter().map(|fault| format!("{id}: {fault}")).collect()
}

/// The rules of an allocation: those whose id stands in its folder.
fn allocation_rules(region: &Region) -> BTreeSet<String> {
    let folder = workspace().join("plugins").join(region.id().as_str()).join("src/allocation");
    let sources = sources(&folder);
    let ids = region.description().rules.iter().map(|rule| rule.id.clone());
    ids.filter(|id| sources.contains(&format!("id: \"{id}\""))).collect()
}

#[test]
fn every_case_comes_out_to_the_cent() {
    let faults: Vec<_> = allocation_cases().iter().flat_map(|(id, file)| faults(id, &region(id), file)).collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn every_case_comes_out_to_the_cent_in_the_native_build() {
    let faults: Vec<_> =
        allocation_cases().iter().flat_map(|(id, file)| faults(id, &native_region(id), file)).collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// A rule whose amount the user supplies makes no line without it, so that a
/// case of it is run with a made-up amount.
#[test]
fn every_rule_of_an_allocation_has_a_case() {
    for id in REGIONS {
        let files: Vec<_> = allocation_cases().into_iter().filter(|(of, _)| *of == id).map(|(_, file)| file).collect();
        if files.is_empty() {
            continue;
        }
        let region = complete(id);
        let rules = allocation_rules(&region);
        assert!(!rules.is_empty(), "{id} has cases and no rules of an allocation");
        let used: BTreeSet<_> = files.iter().flat_map(|file| run_cases(&region, file).1).collect();
        let unused: Vec<_> = rules.difference(&used).collect();
        assert!(unused.is_empty(), "{id}: no case uses {unused:?}");
    }
}

#[test]
fn no_two_cases_of_a_file_have_one_name() {
    for (id, file) in allocation_cases() {
        check_names(id, file.cases.iter().map(|case| &case.name));
    }
}

/// A case of a folder supplies no value; this is the rule that needs one.
#[test]
fn a_supplied_weekly_amount_is_deducted_from_the_school_or_board_that_refers() {
    let mut package = Files::of("zuid-kennemerland").read().unwrap();
    package.supply("test", "weekbedrag-opmaatklas", "250.50").unwrap();
    let region = host().load(package).unwrap();
    let case = r#"
        [[cases]]
        name = "Weeks in the bridging class"
        year = 2024
        recipients = [
            { id = "school", kind = "bao", counts = { leerlingen = 0, weken-opmaatklas = 6 } },
            { id = "board", kind = "board", counts = { weken-opmaatklas = 2 } },
            { id = "so", kind = "so", counts = { weken-opmaatklas = 6 } },
            { id = "suppressed", kind = "bao", suppressed = ["weken-opmaatklas"] },
        ]
        lines = [
            { recipient = "school", rule = "opmaatklas", amount = "-1503" },
            { recipient = "board", rule = "opmaatklas", amount = "-501" },
            { recipient = "suppressed", rule = "opmaatklas", amount = "-1002..-250.50" },
        ]
    "#;
    assert_eq!(run_cases(&region, &toml::from_str(case).unwrap()).0, []);
}
