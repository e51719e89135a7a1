//! The days during which a term stands still.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::period::{Date, DateRange, PeriodError};

/// The days during which a term stands still, both ends included; without an
/// end while the term still stands still.
///
/// In a file it is `{ "from": "2025-03-01", "until": "2025-03-14" }`, where
/// `until` may be left out.
///
/// ```
/// use swv_core::Date;
/// use swv_core::calendar::Suspension;
///
/// let incomplete = Suspension::since(Date::constant(2025, 3, 1));
/// assert_eq!(incomplete.until(), None);
/// assert!(Suspension::new(Date::constant(2025, 3, 2), Date::constant(2025, 3, 1)).is_err());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "Unchecked")]
#[schemars(!try_from, deny_unknown_fields, description = "The days during which a term stands still")]
pub struct Suspension {
    /// The first day.
    #[schemars(with = "String", extend("format" = "date"))]
    from: Date,
    /// The last day, which is included; none while it lasts.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<String>", extend("format" = "date"))]
    until: Option<Date>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Unchecked {
    from: Date,
    until: Option<Date>,
}

impl Suspension {
    /// A suspension that has ended.
    ///
    /// # Errors
    ///
    /// [`PeriodError::RangeReversed`] where the last day is before the first.
    ///
    /// ```
    /// # use swv_core::{Date, calendar::Suspension};
    /// let day = Date::constant(2025, 3, 1);
    /// assert_eq!(Suspension::new(day, day)?.until(), Some(day));
    /// # Ok::<(), swv_core::PeriodError>(())
    /// ```
    pub fn new(from: Date, until: Date) -> Result<Suspension, PeriodError> {
        let range = DateRange::new(from, until)?;
        Ok(Suspension { from: range.from(), until: Some(range.until()) })
    }

    /// A suspension that has not ended.
    ///
    /// ```
    /// # use swv_core::{Date, calendar::Suspension};
    /// let day = Date::constant(2025, 3, 1);
    /// assert_eq!(Suspension::since(day).from(), day);
    /// ```
    pub const fn since(from: Date) -> Suspension {
        Suspension { from, until: None }
    }

    /// The first day.
    pub const fn from(self) -> Date {
        self.from
    }

    /// The last day, which is included; none while it lasts.
    pub const fn until(self) -> Option<Date> {
        self.until
    }

    /// The same days in order of time, with those that overlap made one.
    pub(super) fn merged(suspensions: &[Suspension]) -> Vec<Suspension> {
        let mut sorted = suspensions.to_vec();
        sorted.sort_unstable();
        let mut merged: Vec<Suspension> = Vec::new();
        for next in sorted {
            match merged.last_mut() {
                Some(last) if last.until.is_none_or(|until| next.from <= until) => {
                    last.until = last.until.zip(next.until).map(|(one, other)| one.max(other));
                }
                _ => merged.push(next),
            }
        }
        merged
    }
}

impl TryFrom<Unchecked> for Suspension {
    type Error = PeriodError;

    fn try_from(unchecked: Unchecked) -> Result<Suspension, PeriodError> {
        match unchecked.until {
            Some(until) => Suspension::new(unchecked.from, until),
            None => Ok(Suspension::since(unchecked.from)),
        }
    }
}
