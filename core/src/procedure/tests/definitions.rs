//! Every way in which a procedure as a region writes it does not fit together.

use super::*;
use crate::procedure::stated;

/// A sound procedure with a part of every kind.
const SOUND: &str = r#"
id = "proef"
nl = "proef"
en = "trial"
sectors = ["po", "vo"]
document = "synthetisch-plan"
section = "1"
applies_on = { event = "advies", field = "gedateerd" }
states = [
    { id = "open", nl = "loopt", en = "running", decides = "school" },
    { id = "dicht", nl = "klaar", en = "done", closed = true },
]

[jurisdiction]
by = ["school", "home"]
section = "1"
interpreted = "omdat"

[actors]
school = { nl = "de school", en = "the school" }

[[steps]]
event = "sluiten"
nl = "sluiten"
en = "close"
by = "school"
from = ["open"]
to = "dicht"
section = "2"

[[steps]]
id = "raad"
event = "advies"
when = { erkend = "ja", sector = ["po", "vo"] }
nl = "adviseren"
en = "advise"
by = "school"
section = "2"

[[requirements]]
id = "opp"
nl = "een plan"
en = "a plan"
by = "school"
on = { event = "advies", when = { maanden = ["1", "2"] } }
when = { erkend = "ja" }
asked_in = ["open"]
needed_for = ["sluiten"]
at_most_old = { weeks = 6 }
section = "3"

[[terms]]
id = "besluit"
nl = "besluit"
en = "decision"
starts = "advies"
counted_from = "gedateerd"
ends.before = { field = "gedateerd", by = { weeks = 6 } }
met_by = ["sluiten"]
suspended = { from = "advies", until = "advies" }
extended = { on = "advies", by = { days = 3 } }
section = "4"

[[costs]]
id = "vergoeding"
nl = "vergoeding"
en = "payment"
payer = "school"
payee = "school"
starts = "advies"
counted_from = "gedateerd"
when = { sector = "po" }
ends = ["sluiten"]
payment = { monthly_for = "maanden" }
parameter = "bedrag"
section = "5"

[[objections]]
on = "advies"
nl = "bezwaar"
en = "objection"
lodged_with = "school"
within = { months = 2 }
section = "6"

[[criteria]]
provision = "sbo"
clause = "A"
nl = "a"
en = "a"
when = { erkend = "ja" }
needs = [{ fields = ["leren"], from = 1, to = 2 }]
section = "7"

[[checks]]
id = "toets"
nl = "toets"
en = "test"
section = "8"

[fields.case]
erkend = { kind = "yes_no", nl = "erkend", en = "recognised" }
leren = { kind = ["licht", "zwaar"], nl = "leren", en = "learning" }

[fields.advies]
gedateerd = { kind = "date", needed = true, nl = "gedateerd", en = "dated" }
maanden = { kind = "number", needed = { erkend = "ja" }, nl = "maanden", en = "months" }
"#;

/// Every fault of a text, each as its place and what is wrong.
fn faults(text: &str) -> Vec<String> {
    let stated: stated::Procedure = toml::from_str(text).unwrap();
    let faults = stated.read().err().unwrap_or_default();
    faults.iter().map(ToString::to_string).collect()
}

/// The only fault once something is replaced, which stands there once.
#[track_caller]
fn spoiled(from: &str, to: &str, told: &str) {
    assert_eq!(SOUND.matches(from).count(), 1, "{from}");
    assert_eq!(faults(&SOUND.replace(from, to)), [told]);
}

/// The only fault once something stands behind the rest.
#[track_caller]
fn with(more: &str, told: &str) {
    assert_eq!(faults(&format!("{SOUND}\n{more}")), [told]);
}

#[test]
fn a_sound_procedure_has_no_fault_and_says_what_is_left_out() {
    let stated: stated::Procedure = toml::from_str(SOUND).unwrap();
    let read = stated.read().unwrap();
    assert_eq!(read.steps[0].id, "sluiten");
    assert_eq!((read.requirements[0].count, read.terms[0].statutory), (1, false));
    assert_eq!((read.terms[0].kind, read.costs[0].rule.as_str()), (crate::procedure::TermKind::Deadline, "vergoeding"));
    assert_eq!(read.steps[0].actor.en, "the school");
    assert_eq!(read.provenance, plan("1"));
    assert_eq!(read.jurisdiction.unwrap().provenance.status(), Status::Interpreted);
    assert_eq!((read.fields[0].event.as_deref(), read.fields[2].event.as_deref()), (None, Some("advies")));
    assert_eq!((read.fields[2].needed.as_deref(), read.fields[0].needed.as_deref()), (Some([].as_slice()), None));
}

#[test]
fn a_procedure_without_states_is_refused() {
    let head = SOUND
        .split("states = [")
        .next()
        .unwrap()
        .replace("applies_on = { event = \"advies\", field = \"gedateerd\" }", "");
    assert_eq!(faults(&format!("{head}states = []")), ["the procedure has no states"]);
}

#[test]
fn what_stands_there_twice_is_refused() {
    let again = |part: &str| {
        let at = SOUND.find(part).unwrap();
        let end = SOUND[at + 2..].find("\n\n").map_or(SOUND.len(), |end| at + 2 + end);
        format!("{SOUND}\n{}", &SOUND[at..end])
    };
    for (part, told) in [
        ("[[requirements]]", "requirements[1]: the requirement opp stands there twice"),
        ("[[terms]]", "terms[1]: the term besluit stands there twice"),
        ("[[costs]]", "costs[1]: the cost vergoeding stands there twice"),
        ("[[checks]]", "checks[1]: the check toets stands there twice"),
        ("[[steps]]", "steps[2]: the step sluiten stands there twice"),
    ] {
        assert_eq!(faults(&again(part)), [told]);
    }
    let state = "{ id = \"dicht\", nl = \"klaar\"";
    let twice = SOUND.replace(state, &format!("{{ id = \"open\", nl = \"o\", en = \"o\" }},\n{state}"));
    assert_eq!(faults(&twice), ["states[1]: the state open stands there twice"]);
}

#[test]
fn a_name_that_every_procedure_has_cannot_be_stated_again() {
    let sector = "sector is a name that every procedure has; choose another";
    spoiled(
        "leren = {",
        "sector = { kind = \"yes_no\", nl = \"s\", en = \"s\" }\nleren = {",
        &format!("fields.case.sector: {sector}"),
    );
    spoiled(
        "gedateerd = {",
        "sector = { kind = \"yes_no\", nl = \"s\", en = \"s\" }\ngedateerd = {",
        &format!("fields.advies.sector: {sector}"),
    );
    with(
        "[[steps]]\nevent = \"case\"\nnl = \"a\"\nen = \"a\"\nby = \"school\"\nsection = \"2\"",
        "steps[2].event: case is a name that every procedure has; choose another",
    );
}

#[test]
fn an_actor_a_length_and_a_section_are_named_with_their_place() {
    spoiled(
        "decides = \"school\"",
        "decides = \"schol\"",
        "states[0].decides: there is no actor schol; did you mean school?",
    );
    spoiled("payee = \"school\"", "payee = \"ouders\"", "costs[0].payee: there is no actor ouders; there is school");
    spoiled(
        "lodged_with = \"school\"",
        "lodged_with = \"\"",
        "objections[0].lodged_with: there is no actor ; there is school",
    );
    let empty = "a term of 0 months has no length: give at least 1";
    let told = faults(&SOUND.replace("within = { months = 2 }", "within = { months = 0 }"));
    assert!(told.len() == 1 && told[0].starts_with("objections[0].within: "), "{told:?} {empty}");
    let told = faults(&SOUND.replace("section = \"8\"", "section = \" \""));
    assert!(told.len() == 1 && told[0].starts_with("checks[0]: "), "{told:?}");
}

#[test]
fn a_step_refers_to_states_and_fields_that_are_there() {
    spoiled("to = \"dicht\"", "to = \"dichter\"", "steps[0].to: there is no state dichter; did you mean dicht?");
    with(
        "[[steps]]\nevent = \"a\"\nnl = \"a\"\nen = \"a\"\nby = \"school\"\nsection = \"2\"\nfrom = [\"open\", \"elders\"]",
        "steps[2].from[1]: there is no state elders; there is open, dicht",
    );
    spoiled(
        "when = { erkend = \"ja\", sector = [\"po\", \"vo\"] }",
        "when = { kleur = \"rood\" }",
        "steps[1].when.kleur: there is no field kleur; there is erkend, leren, gedateerd, maanden",
    );
    spoiled(
        "when = { erkend = \"ja\", sector = [\"po\", \"vo\"] }",
        "when = { erkend = [\"ja\", \"soms\"] }",
        "steps[1].when.erkend[1]: \"soms\" is no value of the field erkend, which is ja (yes) or nee (no)",
    );
    spoiled(
        "sector = [\"po\", \"vo\"] }",
        "sector = [\"po\", \"bo\"] }",
        "steps[1].when.sector[1]: \"bo\" is no value of the field sector, which is po or vo",
    );
}

#[test]
fn a_field_belongs_to_an_event_that_is_there() {
    with(
        "[fields.feest]\nduur = { kind = \"number\", nl = \"d\", en = \"d\" }",
        "fields.feest: there is no event feest; there is sluiten, advies",
    );
    spoiled(
        "needed = { erkend = \"ja\" }",
        "needed = { kleur = \"ja\" }",
        "fields.advies.maanden.needed.kleur: there is no field kleur; there is erkend, leren, gedateerd, maanden",
    );
}

#[test]
fn a_requirement_refers_to_what_is_there() {
    spoiled(
        "on = { event = \"advies\", when = { maanden = [\"1\", \"2\"] } }",
        "on = \"advis\"\ncount = 2",
        "requirements[0].on.event: there is no event advis; did you mean advies?",
    );
    spoiled(
        "when = { maanden = [\"1\", \"2\"] } }",
        "when = { maanden = [\"1\", \"veel\"] } }",
        "requirements[0].on.when.maanden[1]: \"veel\" is no value of the field maanden, which is a whole number of at most six digits",
    );
    spoiled(
        "asked_in = [\"open\"]",
        "asked_in = [\"elders\"]",
        "requirements[0].asked_in[0]: there is no state elders; there is open, dicht",
    );
    spoiled(
        "needed_for = [\"sluiten\"]",
        "needed_for = [\"advies\"]",
        "requirements[0].needed_for[0]: there is no step advies; there is sluiten, raad",
    );
    spoiled(
        "at_most_old = { weeks = 6 }",
        "at_least_since = { weeks = 6 }",
        "requirements[0].at_least_since: there is no date sinds of advies; there is gedateerd",
    );
}

#[test]
fn a_term_refers_to_events_and_dates_that_are_there() {
    spoiled(
        "met_by = [\"sluiten\"]",
        "met_by = [\"sluiten\", \"feest\"]",
        "terms[0].met_by[1].event: there is no event feest; there is sluiten, advies",
    );
    spoiled(
        "suspended = { from = \"advies\"",
        "suspended = { from = \"feest\"",
        "terms[0].suspended.from.event: there is no event feest; there is sluiten, advies",
    );
    spoiled(
        "until = \"advies\" }",
        "until = \"feest\" }",
        "terms[0].suspended.until.event: there is no event feest; there is sluiten, advies",
    );
    spoiled(
        "extended = { on = \"advies\"",
        "extended = { on = \"feest\"",
        "terms[0].extended.on.event: there is no event feest; there is sluiten, advies",
    );
    spoiled(
        "ends.before = { field = \"gedateerd\"",
        "ends.before = { field = \"maanden\"",
        "terms[0].ends.before.field: there is no date maanden of advies; there is gedateerd",
    );
    spoiled(
        "ends.before = { field = \"gedateerd\", by = { weeks = 6 } }",
        "ends.on_field = \"tot\"",
        "terms[0].ends.on_field: there is no date tot of advies; there is gedateerd",
    );
    spoiled(
        "starts = \"advies\"\ncounted_from = \"gedateerd\"\nends.",
        "starts = \"advies\"\ncounted_from = \"ontvangen\"\nends.",
        "terms[0].counted_from: there is no date ontvangen of advies; there is gedateerd",
    );
}

#[test]
fn a_cost_and_an_objection_refer_to_what_is_there() {
    spoiled(
        "ends = [\"sluiten\"]",
        "ends = [\"feest\"]",
        "costs[0].ends[0].event: there is no event feest; there is sluiten, advies",
    );
    spoiled(
        "payment = { monthly_for = \"maanden\" }",
        "payment = { monthly_for = \"gedateerd\" }",
        "costs[0].payment.monthly_for: there is no number gedateerd of advies; there is maanden",
    );
    spoiled(
        "when = { sector = \"po\" }",
        "counted_until = \"maanden\"",
        "costs[0].counted_until: there is no date maanden of advies; there is gedateerd",
    );
    spoiled(
        "when = { sector = \"po\" }",
        "lasts_with = \"besluit\"",
        "costs[0].lasts_with: there is no term of validity besluit",
    );
    spoiled(
        "when = { sector = \"po\" }",
        "within = { of = \"feest\", by = { years = 2 } }",
        "costs[0].within.of: there is no event feest; there is sluiten, advies",
    );
    spoiled(
        "on = \"advies\"\nnl = \"bezwaar\"",
        "on = \"feest\"\nnl = \"bezwaar\"",
        "objections[0].on.event: there is no event feest; there is sluiten, advies",
    );
}

#[test]
fn a_cost_has_one_amount_unless_nothing_is_paid_and_one_time() {
    let of = |parameter: &str, payment: &str, told: &str| {
        let text = SOUND.replace("parameter = \"bedrag\"", parameter);
        assert_eq!(faults(&text.replace("payment = { monthly_for = \"maanden\" }", payment)), [told]);
    };
    let (once, nothing) = ("payment = \"once\"", "payment = { nothing = { nl = \"niets\", en = \"nothing\" } }");
    of("", once, "costs[0].amount: there is no amount; name a `parameter` or what the `amount` is made of");
    of(
        "parameter = \"bedrag\"",
        nothing,
        "costs[0].amount: nothing is paid, so there is no amount; leave out `parameter` and `amount`",
    );
    of(
        "parameter = \"bedrag\"\namount = [{ of = \"bedrag\" }]",
        once,
        "costs[0].amount: the amount stands there twice; name a `parameter` or what the `amount` is made of",
    );
    spoiled(
        "when = { sector = \"po\" }",
        "within = { of = \"advies\", by = { years = 2 } }\nlater_than = { of = \"advies\", by = { years = 2 } }",
        "costs[0].later_than: it is `within` or `later_than`; leave one out",
    );
    spoiled(
        "when = { sector = \"po\" }",
        "within = { of = \"advies\", by = { years = 0 } }",
        "costs[0].within.by: a term of 0 years is no term: give a length of at least 1",
    );
}

#[test]
fn what_decides_which_rules_apply_is_an_event_and_a_date_of_it() {
    spoiled(
        "applies_on = { event = \"advies\", field = \"gedateerd\" }",
        "applies_on = { event = \"feest\" }",
        "applies_on.event: there is no event feest; there is sluiten, advies",
    );
    spoiled(
        "applies_on = { event = \"advies\", field = \"gedateerd\" }",
        "applies_on = { event = \"advies\", field = \"maanden\" }",
        "applies_on.field: there is no date maanden of advies; there is gedateerd",
    );
}

#[test]
fn a_criterion_refers_to_intensities_on_a_scale_of_the_case() {
    let needs = "needs = [{ fields = [\"leren\"], from = 1, to = 2 }]";
    spoiled(
        needs,
        "needs = [{ fields = [\"leren\", \"erkend\"], from = 1, to = 2 }]",
        "criteria[0].needs[0].fields[1]: there is no scale erkend; there is leren",
    );
    for (from, to) in [(1, 3), (0, 2), (2, 1)] {
        let told = format!("criteria[0].needs[0].to: {from} to {to} is no range of a scale of 1 to 2");
        spoiled(needs, &format!("needs = [{{ fields = [\"leren\"], from = {from}, to = {to} }}]"), &told);
    }
}

const ISLAND: &str = "states = [\n    { id = \"eiland\", nl = \"e\", en = \"e\", closed = true },";

/// A step between two states.
fn moves(event: &str, from: &str, to: &str) -> String {
    format!(
        "\n[[steps]]\nevent = \"{event}\"\nnl = \"a\"\nen = \"a\"\nby = \"school\"\nsection = \"2\"\nfrom = [\"{from}\"]\nto = \"{to}\"\n"
    )
}

#[test]
fn a_state_that_no_way_from_the_first_leads_to_is_refused() {
    let island = SOUND.replace(
        "closed = true },",
        "closed = true },\n    { id = \"eiland\", nl = \"e\", en = \"e\", closed = true },",
    );
    let told = ["states[2]: no steps lead to the state eiland"];
    assert_eq!(faults(&island), told);
    assert_eq!(faults(&format!("{island}{}", moves("a", "eiland", "eiland"))), told);
    assert_eq!(faults(&SOUND.replace("states = [", ISLAND)).len(), 2, "the first is where a case starts");
}

#[test]
fn a_state_that_is_not_closed_and_cannot_be_left_is_refused() {
    let pit = SOUND.replace("closed = true },", "closed = true },\n    { id = \"kuil\", nl = \"k\", en = \"k\" },");
    let pit = format!("{pit}{}", moves("vallen", "open", "kuil"));
    let told = ["states[2]: no step leads out of the state kuil, which is not closed"];
    assert_eq!(faults(&pit), told);
    assert_eq!(faults(&format!("{pit}{}", moves("draaien", "kuil", "kuil"))), told, "it stays where it is");
    assert_eq!(faults(&format!("{pit}{}", moves("klimmen", "kuil", "open"))), [""; 0]);
}

#[test]
fn every_fault_is_told_at_once() {
    let both =
        SOUND.replace("to = \"dicht\"", "to = \"dichter\"").replace("ends = [\"sluiten\"]", "ends = [\"feest\"]");
    assert_eq!(faults(&both).len(), 2, "{:?}", faults(&both));
}
