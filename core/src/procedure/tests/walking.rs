//! Events through the states.

use super::*;
use crate::Citation;
use crate::procedure::{FieldKind, Tie};

/// Applying, deciding by outcome, and starting anew after a refusal.
fn deciding() -> Procedure {
    let outcome = FieldKind::OneOf(vec!["ja".into(), "nee".into(), "later".into()]);
    Procedure::new("proef", ("proef", "trial"), &[Sector::Po], plan("1"))
        .state("begin", ("begin", "start"))
        .deciding_state("aangevraagd", ("aangevraagd", "applied for"), &Text::new("directeur", "director"))
        .state("geweigerd", ("geweigerd", "refused"))
        .closed_state("toegekend", ("toegekend", "granted"))
        .event_field("besluit", "uitkomst", ("de uitkomst", "the outcome"), outcome)
        .step(step("aanvraag").moves(&["begin", "geweigerd"], "aangevraagd"))
        .step(step("besluit").named("toekennen").when("uitkomst", &["ja"]).moves(&["aangevraagd"], "toegekend"))
        .step(step("besluit").named("herzien").when("uitkomst", &["ja"]).moves(&["geweigerd"], "toegekend"))
        .step(step("besluit").named("weigeren").when("uitkomst", &["nee"]).moves(&["aangevraagd"], "geweigerd"))
        .step(step("gesprek"))
        .step(step("brief").within(&["aangevraagd"]))
}

fn applied() -> CaseFile {
    case().event("2025-02-03", "aanvraag")
}

#[test]
fn a_case_without_events_is_in_the_first_state() {
    let followed = on("2025-02-03", &deciding(), &case());
    assert_eq!((followed.state.as_str(), followed.decides), ("begin", None));
    assert_eq!(followed.next.iter().map(|next| next.step.as_str()).collect::<Vec<_>>(), ["aanvraag"]);
    assert!(followed.problems.is_empty());
}

#[test]
fn an_event_moves_the_case_and_says_who_decides_and_what_can_come_next() {
    let followed = on("2025-02-03", &deciding(), &applied());
    assert_eq!((followed.state.as_str(), followed.decides.unwrap().en.as_str()), ("aangevraagd", "director"));
    let next: Vec<_> = followed.next.iter().map(|next| (next.step.as_str(), next.to.as_deref())).collect();
    assert_eq!(next, [("toekennen", Some("toegekend")), ("weigeren", Some("geweigerd")), ("brief", None)]);
}

#[test]
fn a_field_of_the_event_chooses_the_step_and_the_state_chooses_between_those() {
    let refused = applied().event_with("2025-02-10", "besluit", &[("uitkomst", "nee")]);
    assert_eq!(on("2025-03-01", &deciding(), &refused).state, "geweigerd");
    let revised = refused.event_with("2025-02-17", "besluit", &[("uitkomst", "ja")]);
    let followed = on("2025-03-01", &deciding(), &revised);
    assert_eq!((followed.state.as_str(), problems(&followed)), ("toegekend", vec![]));
    assert!(followed.next.is_empty(), "it is closed");
}

#[test]
fn an_event_on_the_day_itself_has_happened_and_one_of_the_next_day_has_not() {
    let followed = on("2025-02-03", &deciding(), &applied());
    assert_eq!(followed.state, "aangevraagd");
    let followed = on("2025-02-02", &deciding(), &applied());
    assert_eq!(followed.state, "begin");
    let (rule, place, message) = problem(&followed);
    assert_eq!((rule, place), ("datum-in-de-toekomst", "events[0] (aanvraag)"));
    assert!(message.starts_with("2025-02-03 is after 2025-02-02"), "{message}");
}

#[test]
fn events_out_of_order_are_walked_in_order_and_are_a_problem() {
    let case = case().event_with("2025-02-10", "besluit", &[("uitkomst", "ja")]).event("2025-02-03", "aanvraag");
    let followed = on("2025-03-01", &deciding(), &case);
    assert_eq!(followed.state, "toegekend");
    let (rule, place, message) = problem(&followed);
    assert_eq!((rule, place), ("volgorde", "events[1] (aanvraag)"));
    assert!(message.contains("2025-02-03 is before 2025-02-10, the event above it"), "{message}");
}

#[test]
fn events_of_one_day_are_walked_as_they_stand() {
    let case = case().event("2025-02-03", "aanvraag").event_with("2025-02-03", "besluit", &[("uitkomst", "ja")]);
    let followed = on("2025-02-03", &deciding(), &case);
    assert_eq!((followed.state.as_str(), problems(&followed)), ("toegekend", vec![]));
}

#[test]
fn a_step_that_is_not_possible_in_the_state_says_in_which_it_is() {
    let case = case().event_with("2025-02-10", "besluit", &[("uitkomst", "ja")]);
    let followed = on("2025-03-01", &deciding(), &case);
    assert_eq!(followed.state, "begin");
    let (rule, place, message) = problem(&followed);
    assert_eq!((rule, place), ("stap-kan-hier-niet", "events[0] (besluit)"));
    let told = "this cannot happen in the state “start”; it can in “applied for”, “refused”";
    assert_eq!(message, told, "both steps count");
    assert_eq!(followed.problems[0].source.as_ref().unwrap().section, "2");
}

#[test]
fn a_step_from_any_open_state_is_not_possible_in_a_closed_one() {
    let case = applied().event_with("2025-02-10", "besluit", &[("uitkomst", "ja")]).event("2025-02-11", "gesprek");
    let followed = on("2025-03-01", &deciding(), &case);
    assert!(problem(&followed).2.ends_with("it can in any state that is open"), "{:?}", followed.problems);
}

#[test]
fn a_field_that_decides_and_is_not_there_or_does_not_fit_leaves_the_case_where_it_is() {
    let followed = on("2025-03-01", &deciding(), &applied().event("2025-02-10", "besluit"));
    assert_eq!(followed.state, "aangevraagd");
    let told = "uitkomst is not known and decides which step this is";
    assert_eq!(problem(&followed), ("veld-ontbreekt", "events[1] (besluit)", told));
    let wrong = applied().event_with("2025-02-10", "besluit", &[("uitkomst", "Ja")]);
    let followed = on("2025-03-01", &deciding(), &wrong);
    assert_eq!(problems(&followed), ["vorm-van-veld"], "it is there, in another form");
    assert_eq!(followed.problems[0].source, Citation::of(&plan("2")), "the step that it decides");
}

#[test]
fn a_value_for_which_there_is_no_step_is_a_problem() {
    let followed =
        on("2025-03-01", &deciding(), &applied().event_with("2025-02-10", "besluit", &[("uitkomst", "later")]));
    let (rule, _, message) = problem(&followed);
    assert_eq!(rule, "geen-stap-bij-waarde");
    assert_eq!(message, "uitkomst is later, and this step asks ja or nee");
    assert_eq!(followed.problems[0].source.as_ref().unwrap().section, "2");
}

#[test]
fn an_unknown_event_names_the_nearest_first() {
    let followed = on("2025-03-01", &deciding(), &case().event("2025-02-03", "besluiten"));
    let (rule, place, message) = problem(&followed);
    assert_eq!((rule, place), ("onbekende-gebeurtenis", "events[0] (besluiten)"));
    assert!(message.contains("it knows besluit, "), "{message}");
    assert!(message.ends_with("brief") || message.contains("aanvraag"), "{message}");
}

#[test]
fn an_event_that_only_another_region_knows_is_not_used_and_no_problem() {
    let (own, elsewhere) = (deciding(), staying(&["consultatie"]));
    let mut laid = laid(&own);
    laid.others = vec![elsewhere];
    let followed = laid.on("2025-03-01", &case().event("2025-02-03", "consultatie"));
    assert_eq!(problems(&followed), [""; 0]);
    assert_eq!(followed.not_used, ["events[0] (consultatie)"]);
}

#[test]
fn a_case_of_a_sector_that_the_procedure_is_not_for_is_a_problem() {
    let mut case = applied();
    case.sector = Sector::Vo;
    assert_eq!(problem(&on("2025-03-01", &deciding(), &case)).0, "sector");
}

#[test]
fn the_sector_decides_like_any_field_and_is_always_known() {
    let procedure = staying(&[]).step(step("toets").when("sector", &["vo"]));
    let followed = on("2025-03-01", &procedure, &case().event("2025-02-03", "toets"));
    assert_eq!(problem(&followed).2, "sector is po, and this step asks vo");
    let mut vo = case().event("2025-02-03", "toets");
    vo.sector = Sector::Vo;
    assert_eq!(problems(&on("2025-03-01", &procedure, &vo)), [""; 0]);
}

#[test]
fn a_step_that_the_case_rules_out_does_not_come_next() {
    let procedure = staying(&[])
        .field("soort", ("soort", "kind"), FieldKind::OneOf(vec!["a".into(), "b".into()]))
        .step(step("toets").when("soort", &["b"]).within(&["open"]));
    let next = |case: &CaseFile| on("2025-03-01", &procedure, case).next.len();
    assert_eq!((next(&case()), next(&case().field("soort", "b")), next(&case().field("soort", "a"))), (2, 2, 1));
}

#[test]
fn the_answer_repeats_whose_case_it_is_and_that_it_is_made_up() {
    let procedure = deciding().decided_by(&[Tie::School], plan("3"));
    let followed = on("2025-03-01", &procedure, &applied());
    assert_eq!(
        (followed.procedure.as_str(), followed.key.as_str(), followed.synthetic),
        ("proef", "voorbeeld-1", true)
    );
    assert_eq!(followed.as_of, day("2025-03-01"));
}
