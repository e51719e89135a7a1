//! The engine on small procedures and cases, all of them made up.

mod applying;
mod build;
mod criteria;
mod crossing;
mod definitions;
mod fields;
mod jurisdiction;
mod money;
mod months;
mod needs;
mod properties;
mod random;
mod terms;
mod validity;
mod walking;

use jiff::civil::Date;

use build::{Provided, on_event};

use super::{CaseEvent, CaseFile, FollowedCase, Following, Procedure, Step, follow};
use crate::calendar::{KnownDays, Term, TermUnit};
use crate::{DatedValue, Money, Parameters, Provenance, Sector, Source, Status, Text, Validity, Value};

/// A day, as a file has it.
fn day(text: &str) -> Date {
    text.parse().unwrap()
}

fn length(count: u16, unit: TermUnit) -> Term {
    Term::new(count, unit).unwrap()
}

fn plan(section: &str) -> Provenance {
    let source = Source { document: "synthetisch-plan".into(), section: section.into() };
    Provenance::new(Status::Explicit, Some(source), None).unwrap()
}

fn school() -> Text {
    Text::new("de school", "the school")
}

/// A procedure with one state that is open and a step for each event, none of
/// which moves it, and one step that closes it.
fn staying(events: &[&str]) -> Procedure {
    let procedure = Procedure::new("proef", ("proef", "trial"), &[Sector::Po, Sector::Vo], plan("1"))
        .state("open", ("loopt", "running"))
        .closed_state("dicht", ("klaar", "done"))
        .step(step("sluiten").moves(&["open"], "dicht"));
    events.iter().fold(procedure, |procedure, event| procedure.step(step(event)))
}

fn step(event: &str) -> Step {
    Step::new(event, (event, event), &school(), plan("2"))
}

/// A case without fields and events.
fn case() -> CaseFile {
    CaseFile::made_up("proef")
}

/// What a case is laid over in these tests.
struct Laid<'a> {
    procedure: &'a Procedure,
    days: KnownDays,
    others: Vec<Procedure>,
}

impl Laid<'_> {
    fn on(&self, as_of: &str, case: &CaseFile) -> FollowedCase {
        let swv = "PO2401".parse().unwrap();
        let with = Following {
            procedure: self.procedure,
            swv: &swv,
            parameters: &parameters(),
            days: &self.days,
            as_of: day(as_of),
            others: &self.others,
        };
        follow(with, case)
    }
}

fn laid(procedure: &Procedure) -> Laid<'_> {
    assert_eq!(procedure.faults(), []);
    Laid { procedure, days: KnownDays::default(), others: Vec::new() }
}

/// Where a case stands on a day.
fn on(as_of: &str, procedure: &Procedure, case: &CaseFile) -> FollowedCase {
    laid(procedure).on(as_of, case)
}

/// A yearly amount that twelve months do not divide, from 2025 until 2027,
/// with more from 2026; and a share, which is no amount.
fn parameters() -> Parameters {
    let value = |key: &str, from, until, value| DatedValue { key: String::from(key), from: day(from), until, value };
    let cents = |cents| Value::Money(Money::from_cents(cents));
    Parameters::new(vec![
        value("bedrag", "2025-01-01", Some(day("2025-12-31")), cents(8_000_05)),
        value("bedrag", "2026-01-01", Some(day("2027-12-31")), cents(9_000_05)),
        value("telling", "2025-01-01", None, Value::Count(3)),
        value("aandeel", "2025-01-01", None, Value::Rate("70%".parse().unwrap())),
        value("alles", "2025-01-01", None, cents(i64::MAX)),
    ])
}

fn problems(case: &FollowedCase) -> Vec<&str> {
    case.problems.iter().map(|problem| problem.rule.as_str()).collect()
}

fn missing(case: &FollowedCase) -> Vec<&str> {
    case.missing.iter().map(|item| item.rule.as_str()).collect()
}

/// The only problem: its rule, place and message in English.
fn problem(case: &FollowedCase) -> (&str, &str, &str) {
    let [problem] = case.problems.as_slice() else { panic!("{:?}", case.problems) };
    (&problem.rule, &problem.place, &problem.message.en)
}
