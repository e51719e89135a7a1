//! The day to which a term leads.

use jiff::Span;

use super::{CalendarError, Term, TermUnit};
use crate::period::Date;

/// Where a term leads.
pub(super) struct Reached {
    pub(super) day: Date,
    /// Whether the month has no such day, so that its last was taken.
    pub(super) month_end: bool,
}

impl Term {
    /// The day that lies the term after another.
    pub(super) fn after(self, day: Date) -> Result<Reached, CalendarError> {
        self.reach(day, i64::from(self.length()))
    }

    /// The day that lies the term before another.
    pub(super) fn before(self, day: Date) -> Result<Reached, CalendarError> {
        self.reach(day, -i64::from(self.length()))
    }

    fn reach(self, from: Date, count: i64) -> Result<Reached, CalendarError> {
        let span = match self.unit() {
            TermUnit::Days => Span::new().try_days(count),
            TermUnit::Weeks => Span::new().try_weeks(count),
            TermUnit::Months => Span::new().try_months(count),
            TermUnit::Years => Span::new().try_years(count),
        };
        let day = span
            .and_then(|span| from.checked_add(span))
            .map_err(|_| CalendarError::TermOutOfRange { term: self, day: from })?;
        let by_months = matches!(self.unit(), TermUnit::Months | TermUnit::Years);
        Ok(Reached { day, month_end: by_months && day.day() != from.day() })
    }
}
