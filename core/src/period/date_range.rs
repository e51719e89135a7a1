//! A span of days.

use std::fmt;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Date, PeriodError};

/// The days from one day until another, both included.
///
/// At least one day long: the last day is not before the first. In a file it
/// is `{ "from": "2024-08-01", "until": "2025-07-31" }`, without other keys.
///
/// ```
/// use swv_core::period::{Date, DateRange};
///
/// let range = DateRange::new(Date::constant(2024, 8, 1), Date::constant(2025, 7, 31))?;
/// assert!(range.contains(Date::constant(2025, 7, 31)));
/// assert!(!range.contains(Date::constant(2025, 8, 1)));
/// assert_eq!(range.to_string(), "2024-08-01 until 2025-07-31");
/// # Ok::<(), swv_core::period::PeriodError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "Unchecked")]
#[schemars(!try_from, deny_unknown_fields, description = "The days from one day until another, both included")]
pub struct DateRange {
    /// The first day.
    #[schemars(with = "String", extend("format" = "date"))]
    from: Date,
    /// The last day, which is included.
    #[schemars(with = "String", extend("format" = "date"))]
    until: Date,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Unchecked {
    from: Date,
    until: Date,
}

impl DateRange {
    /// The days from `from` until `until`, both included.
    ///
    /// # Errors
    ///
    /// [`PeriodError::RangeReversed`] where the last day is before the first.
    ///
    /// ```
    /// # use swv_core::period::{Date, DateRange};
    /// let day = Date::constant(2024, 8, 1);
    /// assert!(DateRange::new(day, day).is_ok());
    /// assert!(DateRange::new(day, Date::constant(2024, 7, 31)).is_err());
    /// ```
    pub fn new(from: Date, until: Date) -> Result<DateRange, PeriodError> {
        if until < from { Err(PeriodError::RangeReversed { from, until }) } else { Ok(DateRange { from, until }) }
    }

    /// For callers whose days are in order by how they were made.
    pub(super) fn between(from: Date, until: Date) -> DateRange {
        DateRange { from, until }
    }

    /// The first day.
    ///
    /// ```
    /// # use swv_core::period::SchoolYear;
    /// let year = SchoolYear::starting_in(2024)?;
    /// assert_eq!(year.days().from(), year.first_day());
    /// # Ok::<(), swv_core::period::PeriodError>(())
    /// ```
    pub const fn from(self) -> Date {
        self.from
    }

    /// The last day, which is included.
    ///
    /// ```
    /// # use swv_core::period::SchoolYear;
    /// let year = SchoolYear::starting_in(2024)?;
    /// assert_eq!(year.days().until(), year.last_day());
    /// # Ok::<(), swv_core::period::PeriodError>(())
    /// ```
    pub const fn until(self) -> Date {
        self.until
    }

    /// Whether a day is in the range.
    ///
    /// ```
    /// # use swv_core::period::{CalendarYear, Date};
    /// assert!(CalendarYear::new(2025)?.days().contains(Date::constant(2025, 1, 1)));
    /// # Ok::<(), swv_core::period::PeriodError>(())
    /// ```
    pub fn contains(self, day: Date) -> bool {
        self.from <= day && day <= self.until
    }

    /// Whether two ranges have at least one day in common.
    ///
    /// ```
    /// # use swv_core::period::{CalendarYear, SchoolYear};
    /// let school_year = SchoolYear::starting_in(2024)?.days();
    /// assert!(school_year.overlaps(CalendarYear::new(2025)?.days()));
    /// assert!(!school_year.overlaps(CalendarYear::new(2026)?.days()));
    /// # Ok::<(), swv_core::period::PeriodError>(())
    /// ```
    pub fn overlaps(self, other: DateRange) -> bool {
        self.from <= other.until && other.from <= self.until
    }
}

impl TryFrom<Unchecked> for DateRange {
    type Error = PeriodError;

    fn try_from(range: Unchecked) -> Result<DateRange, PeriodError> {
        DateRange::new(range.from, range.until)
    }
}

/// The first and the last day: `2024-08-01 until 2025-07-31`.
impl fmt::Display for DateRange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} until {}", self.from, self.until)
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn january(from: i8, until: i8) -> DateRange {
        DateRange::new(date(2025, 1, from), date(2025, 1, until)).unwrap()
    }

    #[test]
    fn a_range_that_ends_before_it_starts_is_refused() {
        let (from, until) = (date(2025, 1, 2), date(2025, 1, 1));
        let error = DateRange::new(from, until).unwrap_err();
        assert_eq!(error, PeriodError::RangeReversed { from, until });
        let file = r#"{"from": "2025-01-02", "until": "2025-01-01"}"#;
        assert_eq!(serde_json::from_str::<DateRange>(file).unwrap_err().to_string(), error.to_string());
    }

    #[test]
    fn both_ends_are_included() {
        let range = january(10, 20);
        let inside: Vec<i8> = (1..=31).filter(|&day| range.contains(date(2025, 1, day))).collect();
        assert_eq!(inside, (10..=20).collect::<Vec<i8>>());
    }

    #[test]
    fn ranges_overlap_from_one_day_in_common() {
        let range = january(10, 20);
        for (other, expected) in [
            (january(1, 9), false),
            (january(1, 10), true),
            (january(12, 15), true),
            (january(1, 31), true),
            (january(20, 25), true),
            (january(21, 25), false),
        ] {
            assert_eq!(range.overlaps(other), expected, "{other}");
            assert_eq!(other.overlaps(range), expected, "{other}");
        }
    }

    #[test]
    fn a_file_has_two_dates_and_no_other_keys() {
        let text = r#"{"from":"2025-01-10","until":"2025-01-20"}"#;
        assert_eq!(serde_json::to_string(&january(10, 20)).unwrap(), text);
        assert_eq!(serde_json::from_str::<DateRange>(text).unwrap(), january(10, 20));
        let more = r#"{"from":"2025-01-10","until":"2025-01-20","to":"2025-01-30"}"#;
        assert!(serde_json::from_str::<DateRange>(more).is_err());
        assert!(serde_json::from_str::<DateRange>(r#"{"from":"2025-01-10"}"#).is_err());
        let schema = schemars::schema_for!(DateRange);
        assert_eq!(schema.get("additionalProperties").unwrap(), false);
        assert_eq!(schema.pointer("/properties/until/format").unwrap(), "date");
    }
}
