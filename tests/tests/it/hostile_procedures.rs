//! Procedures that no sound plugin states are refused, and a check that
//! misbehaves is stopped and told apart. A character in the plugin's bytes
//! chooses the misbehaviour of the statement, a field of the case that of the
//! check.

use swv_core::calendar::KnownDays;
use swv_core::procedure::{CaseFile, Problem, Procedure};
use swv_core::{Date, Failure};
use swv_host::{CallFailure, RegionError};
use swv_tests::{Files, region};

/// The procedures of the plugin with this character.
fn stated(behaviour: u8) -> Result<Vec<Procedure>, RegionError> {
    Files::of("hostile")
        .with_behaviour("procedures-behaviour:", behaviour)
        .load()
        .unwrap()
        .procedures()
        .map(<[_]>::to_vec)
}

/// What a made-up case with this behaviour of the check has wrong.
fn checked(behaviour: &str) -> Result<Vec<Problem>, RegionError> {
    let text = format!(
        r#"{{ "procedure": "aanvraag", "key": "synthetisch-1", "sector": "po", "synthetic": true,
            "fields": {{ "gedrag": "{behaviour}" }},
            "events": [{{ "on": "2025-02-03", "name": "elders" }}, {{ "on": "2025-02-03", "name": "aanvraag" }}] }}"#
    );
    let case: CaseFile = serde_json::from_str(&text).unwrap();
    let report = region("hostile").case(&case, Date::constant(2025, 3, 1), &KnownDays::default())?;
    let own = |problem: &Problem| problem.rule == "verzonnen-regel";
    Ok(report.case.problems.into_iter().filter(own).collect())
}

#[track_caller]
fn failure<T: std::fmt::Debug>(result: Result<T, RegionError>) -> CallFailure {
    match result.unwrap_err() {
        RegionError::Call(error) => error.failure,
        other => panic!("{other}"),
    }
}

#[track_caller]
fn broken<T: std::fmt::Debug>(result: Result<T, RegionError>) -> String {
    match failure(result) {
        CallFailure::Broken(promise) => promise,
        other => panic!("{other}"),
    }
}

#[track_caller]
fn disagreement(behaviour: u8) -> String {
    let RegionError::Disagreement { place, message } = stated(behaviour).unwrap_err() else { panic!() };
    assert_eq!(place, "hostile/manifest.toml");
    message
}

#[test]
fn the_procedures_are_sound_where_nothing_is_asked_otherwise() {
    let procedures = stated(b'0').unwrap();
    assert_eq!(procedures.iter().map(|procedure| procedure.id.as_str()).collect::<Vec<_>>(), ["aanvraag"]);
    assert!(checked("gewoon").unwrap().is_empty());
}

#[test]
fn a_procedure_that_does_not_fit_together_is_refused_with_its_place() {
    let told = |behaviour| broken(stated(behaviour));
    let unknown =
        "procedures[0].steps[0].to: procedure aanvraag: there is no state verzonnen-toestand; there is begin, einde";
    assert_eq!(told(b'1'), format!("procedures: {unknown}"));
    assert!(told(b'2').contains("procedures[1]: two versions of aanvraag hold at once"), "{}", told(b'2'));
    assert!(told(b'3').contains("procedures[0].states[1]: procedure aanvraag: the state begin stands there twice"));
    assert!(told(b'4').contains("procedures[0]: procedure aanvraag: "), "{}", told(b'4'));
}

#[test]
fn a_document_of_another_form_is_refused_with_its_place() {
    let told = |behaviour| broken(stated(behaviour));
    assert!(told(b'b').starts_with("procedures: procedures[0].stappen: unknown field `stappen`"), "{}", told(b'b'));
    assert!(told(b'd').starts_with("procedures: "), "{}", told(b'd'));
    let version = "unknown variant `procedures/2`, expected `procedures/1`";
    assert!(told(b'e').starts_with(&format!("procedures: schema: {version}")), "{}", told(b'e'));
}

#[test]
fn a_document_a_rule_a_parameter_or_a_sector_that_the_region_lacks_is_refused() {
    let cites = "procedure aanvraag: the statement cites the document \"verzonnen\", which `documents` does not name";
    assert_eq!(disagreement(b'5'), cites);
    let told = disagreement(b'6');
    assert!(told.contains("names the rule verzonnen-regel, which the plugin does not describe"), "{told}");
    let told = disagreement(b'7');
    assert!(told.contains("reads the parameter verzonnen-parameter, which parameters.toml does not have"), "{told}");
    assert_eq!(disagreement(b'c'), "procedure aanvraag is for sector vo, which `swv` does not name");
}

#[test]
fn a_statement_that_loops_panics_or_is_too_large_is_stopped_and_told_apart() {
    assert!(matches!(failure(stated(b'8')), CallFailure::Fuel { .. }));
    let CallFailure::Panicked(text) = failure(stated(b'9')) else { panic!() };
    assert!(text.contains("the procedures are torn"), "{text}");
    assert!(matches!(failure(stated(b'a')), CallFailure::Output { .. }));
    let CallFailure::Region(Failure::NotOffered(what)) = failure(stated(b'f')) else { panic!() };
    assert_eq!(what.nl, "het plan kent geen procedures");
}

#[test]
fn a_check_that_names_an_event_or_a_rule_that_is_not_there_is_refused() {
    let told = "the check verzonnen-regel names an event that is not in the case";
    assert_eq!(broken(checked("verzonnen-gebeurtenis")), told);
    assert_eq!(broken(checked("verzonnen-toets")), "the check elders was not asked for");
}

#[test]
fn a_check_names_events_by_their_place_in_the_file_and_not_among_those_that_it_saw() {
    let [problem] = checked("laatste").unwrap().try_into().unwrap();
    assert_eq!((problem.place.as_str(), problem.event), ("events[1] (aanvraag)", Some(1)));
    assert_eq!(problem.source.unwrap().document, "plan");
}

#[test]
fn a_check_that_loops_panics_or_returns_too_much_is_stopped_and_told_apart() {
    assert!(matches!(failure(checked("lus")), CallFailure::Fuel { .. }));
    let CallFailure::Panicked(text) = failure(checked("paniek")) else { panic!() };
    assert!(text.contains("the check of 1 events is torn"), "{text}");
    assert!(matches!(failure(checked("te-veel")), CallFailure::Output { .. }));
}
