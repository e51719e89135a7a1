//! The calendar against the law's text, an independent table of Easter, a
//! model that counts day by day, and the school holidays as published.

mod counted;
mod files;
mod holidays;
mod school_holidays;
mod sweep;
mod terms;

use jiff::civil::Date;

use super::{Cause, Decree, EquatedDay, Term, TermUnit, WorkingDays};
use crate::period::CalendarYear;
use crate::provenance::Source;
use crate::text::Text;

/// A day, as a file has it.
fn day(text: &str) -> Date {
    text.parse().unwrap()
}

fn term(length: u16, unit: TermUnit) -> Term {
    Term::new(length, unit).unwrap()
}

fn source() -> Source {
    Source { document: "synthetic".to_owned(), section: "1".to_owned() }
}

/// Working days with those days equated, synthetically, and no others in any
/// year.
fn equated(days: &[&str]) -> WorkingDays {
    let equated = |text: &&str| EquatedDay { date: day(text), name: Text::new("synthetische dag", "synthetic day") };
    let (first_year, last_year) = (CalendarYear::new(1990).unwrap(), CalendarYear::new(2100).unwrap());
    let days = days.iter().map(equated).collect();
    WorkingDays::new([Decree { source: source(), first_year, last_year, days }]).unwrap()
}

fn in_english(causes: &[Cause]) -> Vec<String> {
    causes.iter().map(|cause| cause.text().en).collect()
}
