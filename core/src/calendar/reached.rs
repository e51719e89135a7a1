//! The day to which a term leads.

use jiff::Span;

use super::days::{Counting, Days, Known};
use super::{CalendarError, Term, TermUnit};
use crate::period::Date;

/// Where a term leads.
pub(super) struct Reached {
    pub(super) day: Date,
    /// Whether the month has no such day, so that its last was taken.
    pub(super) month_end: bool,
}

impl Term {
    /// Which days the term counts, and how many of them; none where it counts
    /// all.
    pub(super) fn counting(self) -> Option<(Counting, i64)> {
        match self.unit() {
            TermUnit::Days | TermUnit::Weeks | TermUnit::Months | TermUnit::Years => None,
            TermUnit::WorkingDays => Some((Counting::Working, i64::from(self.length()))),
            TermUnit::SchoolWeeks => Some((Counting::School, 5 * i64::from(self.length()))),
        }
    }

    /// The day that lies the term after another.
    pub(super) fn after(self, day: Date, days: Days<'_>) -> Result<Known<Reached>, CalendarError> {
        self.reach(day, 1, days)
    }

    /// The day that lies the term before another.
    pub(super) fn before(self, day: Date, days: Days<'_>) -> Result<Known<Reached>, CalendarError> {
        self.reach(day, -1, days)
    }

    fn reach(self, from: Date, direction: i64, days: Days<'_>) -> Result<Known<Reached>, CalendarError> {
        let count = direction * i64::from(self.length());
        let span = match (self.unit(), self.counting()) {
            (_, Some((counting, number))) => {
                let reached = days.reach(from, direction * number, counting)?;
                return Ok(reached.map(|day| Reached { day, month_end: false }));
            }
            (TermUnit::Weeks, _) => Span::new().try_weeks(count),
            (TermUnit::Months, _) => Span::new().try_months(count),
            (TermUnit::Years, _) => Span::new().try_years(count),
            _ => Span::new().try_days(count),
        };
        let day = span
            .and_then(|span| from.checked_add(span))
            .map_err(|_| CalendarError::TermOutOfRange { term: self, day: from })?;
        let by_months = matches!(self.unit(), TermUnit::Months | TermUnit::Years);
        Ok(Ok(Reached { day, month_end: by_months && day.day() != from.day() }))
    }
}
