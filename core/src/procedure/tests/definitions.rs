//! Every way in which a procedure does not fit together.

use super::*;
use crate::procedure::{
    Cost, Criterion, DefinitionFault, FieldKind, Objection, Payment, Provided, Requirement, TermRule, on_event,
};

/// A sound procedure with a field of every kind that rules read.
fn sound() -> Procedure {
    let scale = FieldKind::OneOf(vec!["licht".into(), "zwaar".into()]);
    staying(&["advies"])
        .field("erkend", ("erkend", "recognised"), FieldKind::YesNo)
        .field("leren", ("leren", "learning"), scale)
        .event_field("advies", "gedateerd", ("gedateerd", "dated"), FieldKind::Date)
        .event_field("advies", "maanden", ("maanden", "months"), FieldKind::Number)
}

fn weeks() -> Term {
    length(6, TermUnit::Weeks)
}

fn requirement() -> Requirement {
    Requirement::new("opp", ("opp", "plan"), Provided { by: &school(), event: on_event("advies") }, plan("3"))
}

fn deadline() -> TermRule {
    TermRule::deadline("besluit", ("besluit", "decision"), on_event("advies"), weeks(), plan("4"))
}

fn cost(payment: Payment) -> Cost {
    let paying = (&school(), &school());
    Cost::new("vergoeding", ("vergoeding", "payment"), paying, ("bedrag", payment), on_event("advies"), plan("5"))
}

fn fault(procedure: Procedure) -> String {
    procedure.check().unwrap_err().to_string()
}

#[track_caller]
fn refers(procedure: Procedure, at: &str, part: &str, id: &str) {
    let told = format!("procedure proef: {at} refers to the {part} {id}, which is not there");
    assert_eq!(fault(procedure), told);
}

#[test]
fn a_sound_procedure_has_no_fault() {
    let whole = sound()
        .requirement(requirement().at_most_old(weeks()).asked(&["open"], &["sluiten"]).when("erkend", &["ja"]))
        .term(deadline().counted_from("gedateerd").met_by(on_event("sluiten")))
        .cost(cost(Payment::MonthlyFor("maanden".into())).when("sector", &["po"]))
        .criteria([Criterion::new("sbo", "A", ("a", "a"), plan("6")).needs(&["leren"], 1..=2)]);
    assert_eq!(whole.check(), Ok(()));
}

#[test]
fn a_procedure_without_states_is_refused() {
    let none = Procedure::new("proef", ("proef", "trial"), &[Sector::Po], plan("1"));
    assert_eq!(none.check(), Err(DefinitionFault::NoStates { procedure: "proef".into() }));
    assert_eq!(fault(none), "procedure proef has no states");
}

#[test]
fn what_stands_there_twice_is_refused() {
    let twice = |part, id| format!("procedure proef: the {part} {id} stands there twice");
    assert_eq!(fault(sound().state("open", ("o", "o"))), twice("state", "open"));
    assert_eq!(fault(sound().step(step("advies"))), twice("step", "advies"));
    assert_eq!(fault(sound().requirement(requirement()).requirement(requirement())), twice("requirement", "opp"));
    assert_eq!(fault(sound().term(deadline()).term(deadline())), twice("term", "besluit"));
    let both = sound().cost(cost(Payment::Yearly)).cost(cost(Payment::Yearly));
    assert_eq!(fault(both), twice("cost", "vergoeding"));
    assert_eq!(fault(sound().field("erkend", ("e", "e"), FieldKind::Date)), twice("field", "erkend"));
    let of_event = sound().event_field("advies", "maanden", ("m", "m"), FieldKind::Date);
    assert_eq!(fault(of_event), twice("field", "maanden"));
    let of_both = sound().event_field("advies", "erkend", ("e", "e"), FieldKind::YesNo);
    assert_eq!(of_both.check(), Ok(()), "a case and an event are two places");
}

#[test]
fn the_field_that_every_case_has_cannot_be_stated_again() {
    let again = "procedure proef: the field sector stands there twice";
    assert_eq!(fault(sound().field("sector", ("s", "s"), FieldKind::YesNo)), again);
    assert_eq!(fault(sound().event_field("advies", "sector", ("s", "s"), FieldKind::YesNo)), again);
}

#[test]
fn a_step_refers_to_states_and_fields_that_are_there() {
    refers(sound().step(step("a").moves(&["open"], "elders")), "step a", "state", "elders");
    refers(sound().step(step("a").within(&["elders"])), "step a", "state", "elders");
    refers(sound().step(step("a").when("kleur", &["rood"])), "step a", "field", "kleur");
    refers(sound().step(step("a").when("gedateerd", &["2025-02-03"])), "step a", "field", "gedateerd");
    refers(sound().step(step("a").when("erkend", &["ja", "soms"])), "step a", "value", "soms of erkend");
    refers(sound().step(step("a").when("sector", &["po", "bo"])), "step a", "value", "bo of sector");
}

#[test]
fn a_field_belongs_to_an_event_that_is_there() {
    refers(sound().event_field("feest", "duur", ("d", "d"), FieldKind::Number), "field duur", "event", "feest");
}

#[test]
fn a_requirement_refers_to_what_is_there() {
    let at = "requirement opp";
    let supplied = |event| Requirement::new("opp", ("opp", "plan"), Provided { by: &school(), event }, plan("3"));
    refers(sound().requirement(supplied(on_event("feest"))), at, "event", "feest");
    refers(sound().requirement(supplied(on_event("advies").when("kleur", &["rood"]))), at, "field", "kleur");
    refers(sound().requirement(requirement().when("maanden", &["1"])), at, "field", "maanden");
    refers(sound().requirement(requirement().asked(&["elders"], &[])), at, "state", "elders");
    refers(sound().requirement(requirement().asked(&[], &["dansen"])), at, "step", "dansen");
    refers(sound().requirement(requirement().at_least_since(weeks())), at, "date", "sinds of advies");
    let dated = Requirement { supplied_by: on_event("sluiten"), ..requirement() }.at_most_old(weeks());
    refers(sound().requirement(dated), at, "date", "gedateerd of sluiten");
}

#[test]
fn a_term_refers_to_events_and_dates_that_are_there() {
    let at = "term besluit";
    let term = |term| sound().term(term);
    let feast = || on_event("feest");
    let starts = TermRule { starts: feast(), ..deadline() };
    refers(term(starts), at, "event", "feest");
    refers(term(deadline().met_by(feast())), at, "event", "feest");
    refers(term(deadline().suspended(feast(), on_event("advies"))), at, "event", "feest");
    refers(term(deadline().suspended(on_event("advies"), feast())), at, "event", "feest");
    refers(term(deadline().extended(feast(), weeks())), at, "event", "feest");
    refers(term(deadline().counted_from("ontvangen")), at, "date", "ontvangen of advies");
    refers(term(deadline().counted_from("maanden")), at, "date", "maanden of advies");
    let until = |field| TermRule::validity("besluit", ("b", "d"), on_event("advies"), field, plan("4"));
    refers(term(until("tot")), at, "date", "tot of advies");
    let before = TermRule::before("besluit", ("b", "d"), on_event("advies"), (weeks(), "plaatsing"), plan("4"));
    refers(term(before), at, "date", "plaatsing of advies");
}

#[test]
fn a_cost_refers_to_events_dates_and_numbers_that_are_there() {
    let at = "cost vergoeding";
    let yearly = || cost(Payment::Yearly);
    refers(sound().cost(Cost { starts: on_event("feest"), ..yearly() }), at, "event", "feest");
    refers(sound().cost(yearly().until(on_event("feest"))), at, "event", "feest");
    refers(sound().cost(yearly().when("kleur", &["rood"])), at, "field", "kleur");
    refers(sound().cost(yearly().counted_from("maanden")), at, "date", "maanden of advies");
    let monthly = |field: &str| sound().cost(cost(Payment::MonthlyFor(field.into())));
    refers(monthly("weken"), at, "number", "weken of advies");
    refers(monthly("gedateerd"), at, "number", "gedateerd of advies");
}

#[test]
fn an_objection_refers_to_a_decision_that_is_there() {
    let (what, lodged_with) = (school(), school());
    let decision = on_event("feest");
    let objection = Objection { decision, what, lodged_with, within: None, provenance: plan("8") };
    refers(sound().objection(objection), "objection", "event", "feest");
}

#[test]
fn a_criterion_refers_to_intensities_on_a_scale_of_the_case() {
    let clause = || Criterion::new("sbo", "A", ("a", "a"), plan("6"));
    let with = |criterion| sound().criteria([criterion]);
    let at = "criterion sbo A";
    refers(with(clause().when("kleur", &["rood"])), at, "field", "kleur");
    refers(with(clause().needs(&["leren", "rekenen"], 1..=2)), at, "scale", "rekenen");
    refers(with(clause().needs(&["erkend"], 1..=2)), at, "scale", "erkend");
    refers(with(clause().needs(&["maanden"], 1..=2)), at, "scale", "maanden");
    refers(with(clause().needs(&["leren"], 1..=3)), at, "intensity", "1 to 3 of leren");
    refers(with(clause().needs(&["leren"], 0..=2)), at, "intensity", "0 to 2 of leren");
    #[allow(clippy::reversed_empty_ranges)]
    let reversed = 2..=1;
    refers(with(clause().needs(&["leren"], reversed)), at, "intensity", "2 to 1 of leren");
}

#[test]
fn a_state_that_no_way_from_the_first_leads_to_is_refused() {
    let told = "procedure proef: no steps lead to the state eiland";
    assert_eq!(fault(sound().closed_state("eiland", ("e", "e"))), told);
    let itself = sound().closed_state("eiland", ("e", "e")).step(step("a").moves(&["eiland"], "eiland"));
    assert_eq!(fault(itself), told);
    let each_other = sound()
        .state("eiland", ("e", "e"))
        .state("rots", ("r", "r"))
        .step(step("heen").moves(&["eiland"], "rots"))
        .step(step("terug").moves(&["rots"], "eiland"));
    assert_eq!(fault(each_other), told);
}

#[test]
fn a_state_that_is_not_closed_and_cannot_be_left_is_refused() {
    let told = "procedure proef: no step leads out of the state kuil, which is not closed";
    let pit = || sound().state("kuil", ("k", "k")).step(step("vallen").moves(&["open"], "kuil"));
    assert_eq!(fault(pit()), told);
    assert_eq!(fault(pit().step(step("draaien").moves(&["kuil"], "kuil"))), told, "it stays where it is");
    assert_eq!(pit().step(step("klimmen").moves(&["kuil"], "open")).check(), Ok(()));
}
