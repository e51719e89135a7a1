//! Decisions that hold, and records that are kept.

use super::*;
use crate::Citation;
use crate::procedure::{FieldKind, Period, TermKind, TermRule};

fn held() -> TermRule {
    TermRule::validity("tlv", ("de tlv", "the tlv"), on_event("besluit"), "tot", plan("6"))
        .met_by(on_event("intrekking"))
}

fn with(term: TermRule) -> Procedure {
    staying(&["besluit", "intrekking"])
        .event_field("besluit", "van", ("van", "from"), FieldKind::Date)
        .event_field("besluit", "tot", ("tot en met", "until"), FieldKind::Date)
        .term(term)
}

fn decided(case: CaseFile, on: &str, from: &str, until: &str) -> CaseFile {
    case.event_with(on, "besluit", &[("van", from), ("tot", until)])
}

fn periods(periods: &[Period]) -> Vec<String> {
    let until = |period: &Period| period.until.map_or_else(|| "-".to_owned(), |day| day.to_string());
    periods.iter().map(|period| format!("{} {}", period.from, until(period))).collect()
}

fn valid(term: TermRule, case: &CaseFile) -> (Vec<String>, Vec<String>) {
    let followed = on("2027-01-01", &with(term), case);
    let problems = followed.problems.iter().map(|problem| format!("{} {}", problem.rule, problem.place)).collect();
    (periods(&followed.validity), problems)
}

const SECOND: &str = "een-tegelijk-tlv events[1] (besluit)";

#[test]
fn a_decision_holds_from_its_event_or_from_the_day_in_a_field() {
    let case = decided(case(), "2025-02-03", "2025-08-01", "2027-07-31");
    assert_eq!(valid(held(), &case).0, ["2025-02-03 2027-07-31"]);
    assert_eq!(valid(held().counted_from("van"), &case).0, ["2025-08-01 2027-07-31"]);
    let unknown = super::case().event("2025-02-03", "besluit");
    assert_eq!(valid(held().counted_from("van"), &unknown).0, ["2025-02-03 -"]);
}

#[test]
fn two_that_hold_on_the_same_single_day_are_a_problem_and_a_day_apart_they_are_not() {
    let first = || decided(case(), "2025-02-03", "2025-02-03", "2025-07-31");
    let on_last_day = decided(first(), "2025-07-31", "2025-07-31", "2026-07-31");
    assert_eq!(valid(held(), &on_last_day).1, [SECOND]);
    let day_after = decided(first(), "2025-08-01", "2025-08-01", "2026-07-31");
    assert_eq!(valid(held(), &day_after).1, [""; 0]);
    let followed = on("2027-01-01", &with(held()), &on_last_day);
    let told = "the tlv: the one of 2025-02-03 still holds when this one starts on 2025-07-31; only one can";
    assert_eq!(problem(&followed).2, told);
    assert_eq!(followed.problems[0].source, Citation::of(&plan("6")));
}

#[test]
fn the_days_on_which_they_hold_count_and_not_those_of_the_decisions() {
    let first = decided(case(), "2025-02-03", "2025-02-03", "2025-07-31");
    let ahead = decided(first, "2025-05-01", "2025-08-01", "2026-07-31");
    assert_eq!(valid(held().counted_from("van"), &ahead).1, [""; 0]);
    assert_eq!(valid(held(), &ahead).1, [SECOND]);
}

#[test]
fn one_that_still_holds_is_found_behind_a_shorter_one() {
    let long = decided(case(), "2025-02-03", "2025-02-03", "2026-07-31");
    let short = decided(long, "2025-03-03", "2025-03-03", "2025-03-31");
    let third = decided(short, "2025-06-02", "2025-06-02", "2026-07-31");
    assert_eq!(valid(held(), &third).1, [SECOND, "een-tegelijk-tlv events[2] (besluit)"]);
}

#[test]
fn one_that_was_ended_before_holds_no_longer_that_day() {
    let ended = decided(case(), "2025-02-03", "2025-02-03", "2026-07-31").event("2025-05-01", "intrekking");
    let again = decided(ended, "2025-05-01", "2025-05-01", "2026-07-31");
    let expected = vec!["2025-02-03 2025-05-01".to_owned(), "2025-05-01 2026-07-31".to_owned()];
    assert_eq!(valid(held(), &again), (expected, vec![]));
    let after = decided(case(), "2025-02-03", "2025-02-03", "2026-07-31");
    let after = decided(after, "2025-05-01", "2025-05-01", "2026-07-31").event("2025-05-01", "intrekking");
    assert_eq!(valid(held(), &after).1, [SECOND], "the end came after it");
}

#[test]
fn an_end_that_comes_too_late_changes_nothing() {
    let case = decided(case(), "2025-02-03", "2025-02-03", "2025-07-31").event("2025-09-01", "intrekking");
    assert_eq!(valid(held(), &case).0, ["2025-02-03 2025-07-31"]);
}

#[test]
fn records_are_kept_until_so_long_after_the_event() {
    let kept = TermRule::retention(
        "bewaren",
        ("het dossier", "the file"),
        on_event("besluit"),
        length(3, TermUnit::Years),
        plan("9"),
    );
    let case = case().event("2025-02-03", "besluit").event("2025-03-03", "besluit");
    let followed = on("2025-06-01", &with(kept.clone()), &case);
    assert_eq!(periods(&followed.retention), ["2025-02-03 2028-02-03", "2025-03-03 2028-03-03"]);
    assert_eq!(followed.retention[0].kind, TermKind::Retention);
    assert!(followed.validity.is_empty() && followed.deadlines.is_empty() && followed.problems.is_empty());
    assert!(on("2029-01-01", &with(kept), &case).problems.is_empty(), "a term of keeping is not late");
}
