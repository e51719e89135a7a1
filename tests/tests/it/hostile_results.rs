//! A result that no sound plugin gives is refused where it is reported.

use swv_core::Sector;
use swv_host::{CallFailure, Digest, RegionError, ReportValue};
use swv_tests::{Files, dataset_of, region, year};

/// The budget report of a package whose first column has this id.
fn budget(column: &str) -> Result<swv_host::BudgetReport, RegionError> {
    let files = Files::of("hostile")
        .replaced("published/budget-po.toml", "id = \"2024\"", &format!("id = \"{column}\""))
        .replaced("published/budget-po.toml", "{ \"2024\"", &format!("{{ \"{column}\""));
    files.load().unwrap().budget(Sector::Po)
}

/// The key figures of a package with this value of `gedrag`.
fn indicators(behaviour: u8) -> Result<swv_host::IndicatorReport, RegionError> {
    let to = format!("value = \"{behaviour}\"");
    let files = Files::of("hostile").replaced("parameters.toml", "value = \"0\"", &to);
    files.load().unwrap().indicators(Sector::Po)
}

fn allocation(of: u16) -> Result<swv_host::AllocationReport, RegionError> {
    let region = region("hostile");
    region.allocate(Sector::Po, year(of), &dataset_of(&region), Digest::of(b""))
}

fn broken(error: RegionError) -> String {
    match error {
        RegionError::Call(error) => match error.failure {
            CallFailure::Broken(promise) => promise,
            other => panic!("{other}"),
        },
        other => panic!("{other}"),
    }
}

#[test]
fn the_region_behaves_where_nothing_is_asked_otherwise() {
    let report = budget("2024").unwrap();
    assert_eq!(report.lines.len(), 3);
    assert_eq!(report.findings.len(), 1, "the sum of 2025");
    assert_eq!(report.findings[0].difference, Some(ReportValue::Whole(1000_00)));
    assert_eq!(indicators(0).unwrap().indicators.len(), 2);
    assert_eq!(allocation(2024).unwrap().lines.len(), 22, "one of each recipient");
}

#[test]
fn the_lines_of_a_budget_are_those_that_were_asked_for() {
    let faults = [
        ("andere-volgorde", "huur, and lasten came back in its place"),
        ("regel-te-weinig", "lasten, and nothing came back in its place"),
        ("dubbel", "nothing, and huur came back in its place"),
        ("niet-gepubliceerd", "nothing, and verzonnen-regel came back in its place"),
    ];
    for (column, fault) in faults {
        let promise = broken(budget(column).unwrap_err());
        assert_eq!(promise, format!("a budget has the lines that were asked for, in their order: {fault}"));
    }
}

#[test]
fn a_stated_amount_that_comes_back_changed_is_refused() {
    let promise = broken(budget("andere-huur").unwrap_err());
    assert_eq!(
        promise,
        "what the document states comes back unchanged: huur in andere-huur is 0.01, and stated is 1000.00"
    );
}

#[test]
fn a_sum_that_is_not_that_of_its_parts_is_refused() {
    let promise = broken(budget("andere-som").unwrap_err());
    assert_eq!(promise, "a sum is the sum of its parts: lasten in andere-som is 0.01, and its parts make 10000.00");
}

#[test]
fn a_cell_too_many_is_refused() {
    let promise = broken(budget("cel-te-veel").unwrap_err());
    assert_eq!(promise, "a budget has a cell for each column that was asked for: 2 columns, and 3 came back");
}

#[test]
fn a_failure_a_panic_and_a_loop_in_a_budget_are_told_apart() {
    let failure = |column| match budget(column).unwrap_err() {
        RegionError::Call(error) => error.failure,
        other => panic!("{other}"),
    };
    assert!(matches!(failure("geen-begroting"), CallFailure::Region(_)));
    assert!(matches!(failure("lus"), CallFailure::Fuel { .. }));
    let CallFailure::Panicked(text) = failure("paniek") else { panic!() };
    assert!(text.contains("the sheet of 2 columns is torn"), "{text}");
}

#[test]
fn an_indicator_that_nobody_defines_is_refused() {
    let promise = broken(indicators(1).unwrap_err());
    assert!(promise.contains("verzonnen-kengetal is neither a shared definition nor published"), "{promise}");
}

#[test]
fn an_indicator_that_is_its_own_input_is_refused() {
    let promise = broken(indicators(2).unwrap_err());
    assert!(promise.contains("leerlingen-regulier is one of its own inputs"), "{promise}");
}

#[test]
fn an_indicator_with_an_input_that_it_did_not_receive_is_refused() {
    let promise = broken(indicators(3).unwrap_err());
    assert!(promise.contains("names the input verzonnen-gegeven, which it did not receive"), "{promise}");
}

#[test]
fn an_endless_indicator_uses_up_its_fuel() {
    let RegionError::Call(error) = indicators(6).unwrap_err() else { panic!() };
    assert!(matches!(error.failure, CallFailure::Fuel { .. }), "{error}");
}

#[test]
fn an_allocation_line_of_a_rule_that_is_not_described_is_refused() {
    let promise = broken(allocation(2014).unwrap_err());
    assert!(promise.contains("verzonnen-regel, which the plugin does not describe"), "{promise}");
}

#[test]
fn a_total_out_of_range_is_refused_and_does_not_wrap() {
    let promise = broken(allocation(2018).unwrap_err());
    assert!(promise.contains("does not fit in an amount"), "{promise}");
}

#[test]
fn an_indicator_that_stands_there_twice_is_refused() {
    let promise = broken(indicators(5).unwrap_err());
    assert!(promise.contains("stands there twice"), "{promise}");
}

#[test]
fn a_remainder_of_a_rule_that_is_not_described_is_refused() {
    let promise = broken(allocation(2019).unwrap_err());
    assert!(promise.contains("verzonnen-regel, which the plugin does not describe"), "{promise}");
}

#[test]
fn an_absent_quantity_that_was_not_asked_for_is_refused() {
    let promise = broken(allocation(2022).unwrap_err());
    assert!(promise.contains("verzonnen-aantal is called absent, but was never asked for"), "{promise}");
}
