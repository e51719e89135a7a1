//! What a step needs, and whether it was there.

use super::*;
use crate::procedure::{FieldKind, Requirement};

fn document() -> Requirement {
    let parent = Text::new("de ouders", "the parents");
    Requirement::document("verslag", ("een verslag", "a report"), &parent, plan("3")).asked(&["open"], &["sluiten"])
}

fn with(requirement: Requirement) -> Procedure {
    let kinds = FieldKind::OneOf(vec!["verslag".into(), "brief".into()]);
    staying(&["document"])
        .field("taal", ("de taal van huis", "the language at home"), FieldKind::YesNo)
        .event_field("document", "soort", ("soort", "kind"), kinds)
        .event_field("document", "gedateerd", ("gedateerd", "dated"), FieldKind::Date)
        .event_field("document", "sinds", ("sinds", "since"), FieldKind::Date)
        .requirement(requirement)
}

fn supplied(case: CaseFile, fields: &[(&str, &str)]) -> CaseFile {
    let fields: Vec<_> = [("soort", "verslag")].iter().chain(fields).copied().collect();
    case.event_with("2025-02-03", "document", &fields)
}

/// What waits before the case is closed.
fn waits(followed: &FollowedCase) -> Vec<&str> {
    followed.next.iter().flat_map(|next| next.waits_for.iter().map(String::as_str)).collect()
}

#[test]
fn what_is_not_there_is_missing_from_whom_and_the_step_waits_for_it() {
    let followed = on("2025-03-01", &with(document()), &case());
    let [item] = followed.missing.as_slice() else { panic!() };
    assert_eq!(
        (item.rule.as_str(), item.what.en.as_str(), item.from.en.as_str()),
        ("verslag", "a report", "the parents")
    );
    assert_eq!(item.source.as_ref().unwrap().section, "3");
    assert_eq!((waits(&followed), problems(&followed)), (vec!["verslag"], vec![]));
}

#[test]
fn what_is_there_is_not_missing_and_another_document_is_not_it() {
    let followed = on("2025-03-01", &with(document()), &supplied(case(), &[]));
    assert_eq!((missing(&followed), waits(&followed)), (vec![], vec![]));
    let letter = case().event_with("2025-02-03", "document", &[("soort", "brief")]);
    assert_eq!(missing(&on("2025-03-01", &with(document()), &letter)), ["verslag"]);
    let unnamed = case().event("2025-02-03", "document");
    assert_eq!(missing(&on("2025-03-01", &with(document()), &unnamed)), ["verslag"]);
}

#[test]
fn a_step_taken_without_it_is_a_problem_also_when_it_comes_later_that_day() {
    let taken = || case().event("2025-02-03", "sluiten");
    let followed = on("2025-03-01", &with(document()), &taken());
    let told = "“sluiten”, but this is missing: a report; to be supplied by: the parents";
    assert_eq!(problem(&followed), ("verslag", "events[0] (sluiten)", told));
    assert!(missing(&followed).is_empty(), "it is not asked for in this state");
    let later = on("2025-03-01", &with(document()), &supplied(taken(), &[]));
    assert_eq!(problems(&later), ["verslag", "stap-kan-hier-niet"]);
    let before = supplied(case(), &[]).event("2025-02-03", "sluiten");
    assert_eq!(problems(&on("2025-03-01", &with(document()), &before)), [""; 0]);
}

#[test]
fn too_few_says_how_many_more() {
    let procedure = with(document().times(3));
    assert_eq!(on("2025-03-01", &procedure, &case()).missing[0].what.en, "3× a report");
    assert_eq!(on("2025-03-01", &procedure, &supplied(case(), &[])).missing[0].what.nl, "2× een verslag");
    let two = supplied(supplied(case(), &[]), &[]);
    assert_eq!(on("2025-03-01", &procedure, &two).missing[0].what.en, "a report");
    assert!(missing(&on("2025-03-01", &procedure, &supplied(two, &[]))).is_empty());
}

#[test]
fn a_document_may_be_as_old_as_it_says_on_the_day_of_the_step_and_no_day_older() {
    let procedure = with(document().at_most_old(length(1, TermUnit::Years)));
    let case = supplied(case(), &[("gedateerd", "2024-03-01")]);
    assert!(missing(&on("2025-03-01", &procedure, &case)).is_empty());
    let followed = on("2025-03-02", &procedure, &case);
    assert_eq!(missing(&followed), ["verslag"]);
    let told = "a report is of 2024-03-01 and on 2025-03-02 older than 1 year; supply a new one";
    assert_eq!(problem(&followed), ("verslag", "events[0] (document)", told));
    let in_time = case.clone().event("2025-03-01", "sluiten");
    assert_eq!(problems(&on("2026-01-01", &procedure, &in_time)), [""; 0], "the step's day counts");
    let too_late = case.event("2025-03-02", "sluiten");
    assert_eq!(problem(&on("2026-01-01", &procedure, &too_late)).2, told);
}

#[test]
fn a_document_without_a_date_does_not_count_and_says_so_once() {
    let procedure = with(document().at_most_old(length(1, TermUnit::Years)));
    let undated = supplied(case(), &[]);
    let followed = on("2025-03-01", &procedure, &undated);
    assert_eq!(missing(&followed), ["verslag"]);
    assert_eq!(problem(&followed).2, "a report: the field gedateerd is missing, and without it this does not count");
    let mut procedure = procedure;
    procedure.requirements[0].needed_for.push("brief".into());
    let procedure = procedure.step(step("brief"));
    let twice = undated.event("2025-02-04", "brief").event("2025-02-05", "brief");
    assert_eq!(problems(&on("2025-03-01", &procedure, &twice)), ["verslag"]);
}

#[test]
fn a_later_document_takes_the_place_of_one_that_is_too_old() {
    let procedure = with(document().at_most_old(length(1, TermUnit::Years)));
    let case = supplied(supplied(case(), &[("gedateerd", "2020-01-01")]), &[("gedateerd", "2025-01-01")]);
    let followed = on("2025-03-01", &procedure, &case);
    assert_eq!((missing(&followed), problems(&followed)), (vec![], vec![]));
}

#[test]
fn what_has_to_have_been_so_for_some_time_is_too_short_by_one_day_and_then_enough() {
    let procedure = with(document().at_least_since(length(6, TermUnit::Months)));
    let case = supplied(case(), &[("sinds", "2024-09-01")]);
    let followed = on("2025-02-28", &procedure, &case);
    assert_eq!(missing(&followed), ["verslag"]);
    assert_eq!(problem(&followed).2, "a report runs since 2024-09-01, on 2025-02-28 not yet 6 months");
    assert!(missing(&on("2025-03-01", &procedure, &case)).is_empty());
    let undated = on("2025-03-01", &procedure, &supplied(super::case(), &[]));
    assert!(problem(&undated).2.contains("the field sinds is missing"), "{:?}", undated.problems);
}

#[test]
fn whether_it_applies_is_asked_where_that_is_not_known() {
    let procedure = with(document().when("taal", &["nee"]));
    let followed = on("2025-03-01", &procedure, &case());
    let [item] = followed.missing.as_slice() else { panic!() };
    assert_eq!(
        (item.rule.as_str(), item.what.en.as_str()),
        ("taal", "not known whether this is so: the language at home")
    );
    assert!(waits(&followed).is_empty());
    assert_eq!(missing(&on("2025-03-01", &procedure, &case().field("taal", "nee"))), ["verslag"]);
    assert_eq!(missing(&on("2025-03-01", &procedure, &case().field("taal", "ja"))), [""; 0]);
    assert_eq!(missing(&on("2025-03-01", &procedure, &case().field("taal", "Ja"))), ["taal"], "does not fit");
}

#[test]
fn whether_a_step_was_taken_without_it_is_asked_where_that_is_not_known() {
    let procedure = with(document().when("taal", &["nee"]));
    let taken = case().event("2025-02-03", "sluiten");
    let followed = on("2025-03-01", &procedure, &taken);
    assert_eq!((missing(&followed), problems(&followed)), (vec!["taal"], vec![]));
    assert_eq!(problems(&on("2025-03-01", &procedure, &taken.clone().field("taal", "nee"))), ["verslag"]);
    assert_eq!(problems(&on("2025-03-01", &procedure, &taken.field("taal", "ja"))), [""; 0]);
}

#[test]
fn a_step_waits_for_what_it_needs_also_where_nothing_asks_for_it_yet() {
    let followed = on("2025-03-01", &with(document().asked(&[], &["sluiten"])), &case());
    assert_eq!((missing(&followed), waits(&followed)), (vec![], vec!["verslag"]));
}

#[test]
fn a_field_with_the_name_of_a_requirement_that_is_there_holds_no_step_up() {
    let by = Provided { by: &school(), event: on_event("document") };
    let other = Requirement::new("vertaling", ("v", "t"), by, plan("3")).asked(&["open"], &[]).when("verslag", &["ja"]);
    let procedure = with(document()).field("verslag", ("v", "r"), FieldKind::YesNo).requirement(other);
    let followed = on("2025-03-01", &procedure, &supplied(case(), &[]));
    assert_eq!((missing(&followed), waits(&followed)), (vec!["verslag"], vec![]));
}

#[test]
fn what_is_needed_where_events_differ_is_asked_for_once_they_do() {
    let provided = Provided { by: &school(), event: on_event("advies") };
    let mut third = Requirement::new("derde", ("een derde advies", "a third advice"), provided, plan("3"))
        .times(3)
        .asked(&["open"], &["sluiten"]);
    third.where_differ =
        Some(crate::procedure::Differing { event: "advies".into(), fields: vec!["soort".into(), "duur".into()] });
    let procedure = staying(&["advies"])
        .event_field("advies", "soort", ("soort", "kind"), FieldKind::Label)
        .event_field("advies", "duur", ("duur", "length"), FieldKind::Label)
        .requirement(third);
    let advised = |case: CaseFile, fields: &[(&str, &str)]| case.event_with("2025-02-03", "advies", fields);
    let one = advised(case(), &[("soort", "a-1")]);
    assert_eq!(missing(&on("2025-03-01", &procedure, &one)), [""; 0]);
    assert_eq!(missing(&on("2025-03-01", &procedure, &advised(one.clone(), &[("soort", "a-1")]))), [""; 0]);
    let differ = advised(one.clone(), &[("soort", "b-1")]);
    let followed = on("2025-03-01", &procedure, &differ);
    assert_eq!((missing(&followed), problems(&followed)), (vec!["derde"], vec![]));
    let next = followed.next.iter().find(|next| next.step == "sluiten").unwrap();
    assert_eq!(next.waits_for, ["derde"]);
    let closed = on("2025-03-01", &procedure, &differ.clone().event("2025-02-10", "sluiten"));
    assert_eq!(problems(&closed), ["derde"]);
    let third = advised(differ, &[("soort", "b-1")]);
    assert_eq!(missing(&on("2025-03-01", &procedure, &third)), [""; 0]);
    // One of them does not say what the other does.
    let unsaid = advised(one, &[]);
    assert_eq!(missing(&on("2025-03-01", &procedure, &unsaid)), ["soort"]);
}

#[test]
fn the_age_of_a_document_can_count_on_the_day_of_another_event() {
    let mut aged = document().at_most_old(length(1, TermUnit::Years));
    aged.age_on = Some("brief".into());
    let mut procedure = with(aged);
    procedure.steps.push(step("brief"));
    let dated = |on: &str| case().event_with("2025-02-01", "document", &[("soort", "verslag"), ("gedateerd", on)]);
    let sent = |on: &str| dated(on).event("2025-02-03", "brief").event("2025-02-10", "sluiten");
    assert_eq!(
        problems(&on("2025-03-01", &procedure, &sent("2024-02-03"))),
        [""; 0],
        "a year on the day of the letter"
    );
    let older = on("2025-03-01", &procedure, &sent("2024-02-02"));
    assert!(problem(&older).2.contains("is of 2024-02-02 and on 2025-02-03 older than 1 year"), "{older:?}");
    let before = on("2025-02-05", &procedure, &dated("2024-02-04"));
    assert_eq!(problems(&before), ["verslag"], "until then on the day of the question");
}
