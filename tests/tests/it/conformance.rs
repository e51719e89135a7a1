//! The regions pass the checks that any region has to pass, and the checks
//! find what the host lets through.

use swv_testkit::{Fault, check};
use swv_tests::{Files, REGIONS, region};

/// The faults of the hostile region with one text for another in a file.
fn faults(file: &str, from: &str, to: &str) -> Vec<Fault> {
    check(&Files::of("hostile").replaced(file, from, to).load().unwrap())
}

#[test]
fn every_region_conforms() {
    for id in REGIONS {
        assert_eq!(check(&region(id)), [], "{id}");
    }
}

#[test]
fn a_sum_that_nobody_explains_is_a_fault() {
    assert_eq!(check(&region("hostile")), [Fault::Unexplained { finding: "lasten@2025".into() }]);
    assert_eq!(faults("published/budget-po.toml", "\"12000\"", "\"11000\""), []);
}

#[test]
fn a_note_that_explains_nothing_is_a_fault() {
    let note = "[[findings]]\nsector = \"po\"\nline = \"huur\"\ncolumn = \"2024\"\nkind = \"sum\"\n\
                explanation = { nl = \"omdat\", en = \"because\" }\n";
    let region = Files::of("hostile").with("findings.toml", note).load().unwrap();
    assert!(check(&region).contains(&Fault::StaleNote { line: "huur".into(), column: "2024".into() }));
}

#[test]
fn a_rule_that_is_not_described_is_refused_in_a_figure() {
    let faults = faults("parameters.toml", "value = \"0\"", "value = \"4\"");
    let told = |fault: &Fault| match fault {
        Fault::NoResult { error, .. } => error.contains("verzonnen-regel, which the plugin does not describe"),
        _ => false,
    };
    assert!(faults.iter().any(told), "{faults:?}");
}

#[test]
fn a_capability_without_a_result_is_a_fault() {
    let faults = faults("parameters.toml", "value = \"0\"", "value = \"1\"");
    let told = |fault: &Fault| match fault {
        Fault::NoResult { error, .. } => error.contains("verzonnen-kengetal"),
        _ => false,
    };
    assert!(faults.iter().any(told), "{faults:?}");
}
