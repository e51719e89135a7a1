//! The calendar year, by which an SWV is funded.

use std::fmt;
use std::str::FromStr;

use jiff::civil::date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Date, DateRange, FIRST_YEAR, LAST_YEAR, PeriodError};

/// A calendar year from 1990 to 2100: 1 January to 31 December, the period of
/// an SWV's funding and of its accounts.
///
/// Not a [`SchoolYear`](super::SchoolYear), with which it shares only months.
/// In a file it is an integer.
///
/// ```
/// use swv_core::period::{CalendarYear, Date};
///
/// let year = CalendarYear::new(2025)?;
/// assert_eq!(year.get(), 2025);
/// assert_eq!(year.first_day().to_string(), "2025-01-01");
/// assert!(CalendarYear::new(25).is_err());
/// # Ok::<(), swv_core::period::PeriodError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "i64", into = "u16")]
#[schemars(!try_from, !into, transparent, description = "A calendar year, 1990 to 2100")]
pub struct CalendarYear(#[schemars(range(min = 1990, max = 2100))] u16);

impl CalendarYear {
    /// The calendar year of that number.
    ///
    /// # Errors
    ///
    /// [`PeriodError::CalendarYearOutOfRange`].
    ///
    /// ```
    /// # use swv_core::period::CalendarYear;
    /// assert!(CalendarYear::new(1990).is_ok());
    /// assert!(CalendarYear::new(2101).is_err());
    /// ```
    pub fn new(year: u16) -> Result<CalendarYear, PeriodError> {
        if (FIRST_YEAR..=LAST_YEAR).contains(&year) {
            Ok(CalendarYear(year))
        } else {
            Err(PeriodError::CalendarYearOutOfRange { year: i64::from(year) })
        }
    }

    /// The calendar year in which a day falls.
    ///
    /// # Errors
    ///
    /// [`PeriodError::CalendarYearOutOfRange`].
    ///
    /// ```
    /// # use swv_core::period::{CalendarYear, Date};
    /// let day = Date::constant(2025, 7, 31);
    /// assert_eq!(CalendarYear::of(day)?, CalendarYear::new(2025)?);
    /// # Ok::<(), swv_core::period::PeriodError>(())
    /// ```
    pub fn of(day: Date) -> Result<CalendarYear, PeriodError> {
        CalendarYear::try_from(i64::from(day.year()))
    }

    /// The year as a number.
    ///
    /// ```
    /// # use swv_core::period::CalendarYear;
    /// assert_eq!(CalendarYear::new(2025)?.get(), 2025);
    /// # Ok::<(), swv_core::period::PeriodError>(())
    /// ```
    pub const fn get(self) -> u16 {
        self.0
    }

    /// 1 January.
    ///
    /// ```
    /// # use swv_core::period::CalendarYear;
    /// assert_eq!(CalendarYear::new(2025)?.first_day().to_string(), "2025-01-01");
    /// # Ok::<(), swv_core::period::PeriodError>(())
    /// ```
    pub fn first_day(self) -> Date {
        date(self.0 as i16, 1, 1)
    }

    /// 31 December.
    ///
    /// ```
    /// # use swv_core::period::CalendarYear;
    /// assert_eq!(CalendarYear::new(2025)?.last_day().to_string(), "2025-12-31");
    /// # Ok::<(), swv_core::period::PeriodError>(())
    /// ```
    pub fn last_day(self) -> Date {
        date(self.0 as i16, 12, 31)
    }

    /// All its days.
    ///
    /// ```
    /// # use swv_core::period::{CalendarYear, Date};
    /// assert!(CalendarYear::new(2025)?.days().contains(Date::constant(2025, 12, 31)));
    /// # Ok::<(), swv_core::period::PeriodError>(())
    /// ```
    pub fn days(self) -> DateRange {
        DateRange::between(self.first_day(), self.last_day())
    }

    /// The year after; none after 2100.
    ///
    /// ```
    /// # use swv_core::period::CalendarYear;
    /// assert_eq!(CalendarYear::new(2025)?.next(), CalendarYear::new(2026).ok());
    /// assert_eq!(CalendarYear::new(2100)?.next(), None);
    /// # Ok::<(), swv_core::period::PeriodError>(())
    /// ```
    pub fn next(self) -> Option<CalendarYear> {
        CalendarYear::new(self.0 + 1).ok()
    }

    /// The year before; none before 1990.
    ///
    /// ```
    /// # use swv_core::period::CalendarYear;
    /// assert_eq!(CalendarYear::new(2025)?.previous(), CalendarYear::new(2024).ok());
    /// assert_eq!(CalendarYear::new(1990)?.previous(), None);
    /// # Ok::<(), swv_core::period::PeriodError>(())
    /// ```
    pub fn previous(self) -> Option<CalendarYear> {
        CalendarYear::new(self.0 - 1).ok()
    }
}

impl TryFrom<i64> for CalendarYear {
    type Error = PeriodError;

    fn try_from(year: i64) -> Result<CalendarYear, PeriodError> {
        match u16::try_from(year) {
            Ok(year) => CalendarYear::new(year),
            Err(_) => Err(PeriodError::CalendarYearOutOfRange { year }),
        }
    }
}

impl From<CalendarYear> for u16 {
    fn from(year: CalendarYear) -> u16 {
        year.0
    }
}

impl FromStr for CalendarYear {
    type Err = PeriodError;

    /// Reads four digits.
    fn from_str(text: &str) -> Result<CalendarYear, PeriodError> {
        match four_digits(text) {
            Some(year) => CalendarYear::new(year),
            None => Err(PeriodError::NotACalendarYear { text: text.to_owned() }),
        }
    }
}

/// Four digits: `2025`.
impl fmt::Display for CalendarYear {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)
    }
}

/// A year of exactly four ASCII digits.
pub(super) fn four_digits(text: &str) -> Option<u16> {
    let is_year = text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit());
    if is_year { text.parse().ok() } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_year_outside_the_range_names_the_range() {
        for year in [-1, 0, 25, 1989, 2101, 70_000] {
            let error = CalendarYear::try_from(year).unwrap_err();
            assert_eq!(error, PeriodError::CalendarYearOutOfRange { year });
        }
        assert_eq!(
            CalendarYear::new(25).unwrap_err().to_string(),
            "the calendar year 25 is out of range: give a year from 1990 to 2100",
        );
    }

    #[test]
    fn text_that_is_no_year_is_refused() {
        for text in ["", "25", "+2025", "2025-2026", "20250"] {
            let error = text.parse::<CalendarYear>().unwrap_err();
            assert_eq!(error, PeriodError::NotACalendarYear { text: text.to_owned() });
        }
        assert_eq!("1989".parse::<CalendarYear>(), Err(PeriodError::CalendarYearOutOfRange { year: 1989 }));
    }

    #[test]
    fn a_file_holds_an_integer_and_takes_no_other_year() {
        let year = CalendarYear::new(2025).unwrap();
        assert_eq!(serde_json::to_string(&year).unwrap(), "2025");
        assert_eq!(serde_json::from_str::<CalendarYear>("2025").unwrap(), year);
        let error = serde_json::from_str::<CalendarYear>("99999").unwrap_err();
        assert_eq!(error.to_string(), "the calendar year 99999 is out of range: give a year from 1990 to 2100",);
        assert!(serde_json::from_str::<CalendarYear>("\"2025\"").is_err());
        let schema = schemars::schema_for!(CalendarYear);
        assert_eq!(schema.get("minimum").unwrap(), 1990);
        assert_eq!(schema.get("maximum").unwrap(), 2100);
    }
}
