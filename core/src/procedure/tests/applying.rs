//! Which rules hold for a case: versions one after another, and parts with
//! days of their own.

use super::*;
use crate::procedure::{Applies, applying, held, stated, version_faults};

/// A procedure of which the term is longer from 2025-08-01, and a step more.
const FIRST: &str = r#"
id = "proef"
nl = "proef"
en = "trial"
sectors = ["po"]
document = "plan-2023"
section = "1"
valid = { from = "2023-08-01", until = "2027-07-31" }
applies_on = { event = "aanvraag" }
actors = { school = { nl = "school", en = "school" } }
states = [
    { id = "begin", nl = "begin", en = "start" },
    { id = "einde", nl = "einde", en = "end", closed = true },
]
fields.aanvraag.start = { kind = "date", nl = "de eerste dag", en = "the first day" }

[[steps]]
event = "aanvraag"
nl = "aanvragen"
en = "apply"
by = "school"
from = ["begin"]
section = "2"

[[steps]]
event = "besluit"
nl = "besluiten"
en = "decide"
by = "school"
from = ["begin"]
to = "einde"
section = "2"

[[steps]]
event = "overleg"
nl = "overleggen"
en = "consult"
by = "school"
from = ["begin"]
section = "2"
valid.from = "2025-08-01"

[[terms]]
id = "besluit"
nl = "besluit"
en = "decision"
starts = "aanvraag"
ends.after.weeks = 6
section = "3"
valid.until = "2025-07-31"

[[terms]]
id = "besluit"
nl = "besluit"
en = "decision"
starts = "aanvraag"
ends.after.weeks = 8
section = "3"
valid.from = "2025-08-01"
"#;

fn version(text: &str) -> Procedure {
    toml::from_str::<stated::Procedure>(text).unwrap().read().unwrap()
}

/// The procedure of the plan, and the one that follows it.
fn versions() -> [Procedure; 2] {
    let second = FIRST
        .replace(r#"valid = { from = "2023-08-01", until = "2027-07-31" }"#, r#"valid = { from = "2027-08-01" }"#)
        .replace("plan-2023", "plan-2027");
    [version(FIRST), version(&second)]
}

fn applied(on: &str) -> CaseFile {
    case().event(on, "aanvraag")
}

/// The document, the terms and which rules hold for a case.
fn rules(case: &CaseFile, as_of: &str) -> (String, Vec<String>, Applies) {
    let versions = versions();
    let versions: Vec<&Procedure> = versions.iter().collect();
    let (procedure, applies) = applying(&versions, case, day(as_of)).unwrap();
    let document = procedure.provenance.source().unwrap().document.clone();
    (document, procedure.terms.into_iter().map(|term| term.id).collect(), applies)
}

fn valid(from: &str, until: Option<&str>) -> Validity {
    Validity::new(Some(day(from)), until.map(day)).unwrap()
}

#[test]
fn the_day_of_the_event_decides_and_not_that_of_the_question() {
    let (document, terms, applies) = rules(&applied("2027-07-31"), "2028-03-01");
    assert_eq!((document.as_str(), terms), ("plan-2023", vec!["besluit".to_owned()]));
    assert_eq!((applies.on, applies.outside), (Some(day("2027-07-31")), None));
    assert_eq!(applies.because.en, "the day of “apply” (aanvraag)");
    assert_eq!(applies.valid, valid("2025-08-01", Some("2027-07-31")));
    let (document, _, applies) = rules(&applied("2027-08-01"), "2028-03-01");
    assert_eq!((document.as_str(), applies.valid), ("plan-2027", valid("2027-08-01", None)));
}

#[test]
fn a_part_with_days_of_its_own_holds_on_those_days_only() {
    let (_, terms, applies) = rules(&applied("2025-07-31"), "2026-01-01");
    assert_eq!((terms, applies.valid), (vec!["besluit".to_owned()], valid("2023-08-01", Some("2025-07-31"))));
    let (_, terms, applies) = rules(&applied("2025-08-01"), "2026-01-01");
    assert_eq!((terms, applies.valid.from()), (vec!["besluit".to_owned()], Some(day("2025-08-01"))));
}

#[test]
fn before_the_event_the_day_of_the_question_decides_and_the_first_event_counts() {
    let (document, _, applies) = rules(&case(), "2027-08-01");
    assert_eq!((document.as_str(), applies.on), ("plan-2027", Some(day("2027-08-01"))));
    assert_eq!(applies.because.en, "the day of the question; “apply” (aanvraag) has not happened yet");
    let again = applied("2026-01-05").event("2027-09-01", "aanvraag");
    assert_eq!(rules(&again, "2028-01-01").2.on, Some(day("2026-01-05")));
    assert_eq!(rules(&again, "2026-01-04").2.on, Some(day("2026-01-04")), "nothing has happened on that day");
}

#[test]
fn a_day_in_a_field_decides_and_without_it_that_of_the_event() {
    let by_field = FIRST.replace(r#"{ event = "aanvraag" }"#, r#"{ event = "aanvraag", field = "start" }"#);
    let procedure = version(&by_field);
    let of = |case: &CaseFile| applying(&[&procedure], case, day("2026-01-01")).unwrap().1;
    let ahead = of(&case().event_with("2025-03-03", "aanvraag", &[("start", "2025-08-01")]));
    assert_eq!((ahead.on, ahead.because.nl.as_str()), (Some(day("2025-08-01")), "start van aanvraag"));
    let unknown = of(&applied("2025-03-03"));
    assert_eq!(unknown.on, Some(day("2025-03-03")));
    assert!(unknown.because.en.ends_with("start is not known"), "{:?}", unknown.because);
}

#[test]
fn where_no_rules_hold_the_nearest_are_followed_and_the_answer_says_so() {
    let (document, _, applies) = rules(&applied("2023-07-31"), "2024-01-01");
    assert_eq!(document, "plan-2023");
    let told = "no rules hold on 2023-07-31; these are the nearest, which hold from 2023-08-01 until 2027-07-31";
    assert_eq!(applies.outside.unwrap().en, told);
}

#[test]
fn a_procedure_that_names_no_event_goes_by_the_day_of_the_question() {
    let procedure = staying(&["aanvraag"]);
    let (held, applies) = applying(&[&procedure], &applied("2025-02-03"), day("2025-03-01")).unwrap();
    assert_eq!((held, applies.on), (procedure.clone(), Some(day("2025-03-01"))));
    assert_eq!((applies.valid, applies.outside), (Validity::ALWAYS, None));
}

#[test]
fn without_a_day_the_newest_holds() {
    let [first, second] = versions();
    let (held_now, applies) = held(&[&first, &second], None).unwrap();
    assert_eq!((held_now.provenance.source().unwrap().document.as_str(), applies.on), ("plan-2027", None));
    let (_, applies) = held(&[&first, &second], Some(day("2024-01-01"))).unwrap();
    assert_eq!((applies.on, applies.because.en.as_str()), (Some(day("2024-01-01")), "the day asked for"));
    assert_eq!(held(&[], None), None);
}

#[test]
fn on_every_day_of_ten_years_one_version_holds_or_the_answer_says_that_none_does() {
    let versions = versions();
    assert_eq!(version_faults(&versions), []);
    let all: Vec<&Procedure> = versions.iter().collect();
    let mut on = day("2020-01-01");
    while on < day("2030-01-01") {
        let holding = versions.iter().filter(|version| version.valid.contains(on)).count();
        let (held, applies) = applying(&all, &applied(&on.to_string()), day("2030-01-01")).unwrap();
        assert!(holding <= 1 && (holding == 1) == applies.outside.is_none(), "{on}");
        assert!(applies.valid.contains(on), "{on}: {:?}", applies.valid);
        assert_eq!(held.terms.len(), 1, "{on}: no gap and no overlap between the terms either");
        on = on.tomorrow().unwrap();
    }
}

#[test]
fn a_case_that_lies_across_a_change_is_followed_by_the_rules_of_its_application() {
    let versions = versions();
    let all: Vec<&Procedure> = versions.iter().collect();
    let due = |applied_on: &str| {
        let (procedure, _) = applying(&all, &applied(applied_on), day("2027-12-01")).unwrap();
        laid(&procedure).on("2027-12-01", &applied(applied_on)).deadlines[0].due.unwrap().to_string()
    };
    assert_eq!((due("2025-07-31").as_str(), due("2025-08-01").as_str()), ("2025-09-11", "2025-09-26"));
    let early = applied("2025-07-31").event("2025-08-04", "overleg");
    let (procedure, _) = applying(&all, &early, day("2025-09-01")).unwrap();
    assert_eq!(problems(&laid(&procedure).on("2025-09-01", &early)), ["onbekende-gebeurtenis"]);
}

/// What is told of the first version once something stands in the place of
/// something else.
fn told(from: &str, to: &str) -> Vec<String> {
    assert!(FIRST.contains(from), "{from}");
    let stated: stated::Procedure = toml::from_str(&FIRST.replace(from, to)).unwrap();
    stated.read().err().unwrap_or_default().iter().map(ToString::to_string).collect()
}

#[test]
fn two_parts_of_one_id_do_not_hold_on_the_same_day() {
    assert_eq!(
        told("valid.until = \"2025-07-31\"", "valid.until = \"2025-08-01\""),
        ["terms[1]: the term besluit stands there twice"]
    );
}

#[test]
fn on_every_day_the_parts_that_hold_fit_together() {
    let gone = "event = \"besluit\"\nvalid.until = \"2026-07-31\"";
    let told = told("event = \"besluit\"", gone);
    let first = "of what holds on 2026-08-01: no step leads out of the state begin, which is not closed";
    assert_eq!(told[0], first);
}
