//! The dates on which DUO counts pupils.

use std::fmt;
use std::str::FromStr;

use jiff::civil::date;
use serde::{Deserialize, Serialize};

use super::{CalendarYear, Date, FIRST_YEAR, LAST_YEAR, PeriodError};
use crate::string_form::{string_conversions, string_schema};

/// A day on which pupils are counted for funding (*teldatum*): 1 February for
/// primary education and all specialised education, 1 October for secondary.
///
/// Not a calendar year: the count of one year pays another. A count date lies
/// between 1 February 1989 and 1 October 2100, so that the first
/// [`CalendarYear`] has one too. In a file it is a string: `2023-02-01`.
///
/// ```
/// use swv_core::period::{CalendarYear, CountDate};
///
/// let funded = CalendarYear::new(2024)?;
/// let count: CountDate = "2023-02-01".parse()?;
/// assert_eq!(CountDate::funding_primary(funded), count);
/// assert!("2023-09-01".parse::<CountDate>().is_err());
/// # Ok::<(), swv_core::period::PeriodError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct CountDate {
    year: u16,
    month: Month,
}

/// In the order of the year, so that count dates are in the order of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Month {
    February,
    October,
}

impl CountDate {
    /// 1 February of that year.
    ///
    /// ```
    /// # use swv_core::period::{CalendarYear, CountDate};
    /// let count = CountDate::february(CalendarYear::new(2023)?);
    /// assert_eq!(count.to_string(), "2023-02-01");
    /// # Ok::<(), swv_core::period::PeriodError>(())
    /// ```
    pub const fn february(year: CalendarYear) -> CountDate {
        CountDate { year: year.get(), month: Month::February }
    }

    /// 1 October of that year.
    ///
    /// ```
    /// # use swv_core::period::{CalendarYear, CountDate};
    /// let count = CountDate::october(CalendarYear::new(2023)?);
    /// assert_eq!(count.to_string(), "2023-10-01");
    /// # Ok::<(), swv_core::period::PeriodError>(())
    /// ```
    pub const fn october(year: CalendarYear) -> CountDate {
        CountDate { year: year.get(), month: Month::October }
    }

    /// The count that pays primary and all specialised education in a calendar
    /// year: 1 February of the year before.
    ///
    /// ```
    /// # use swv_core::period::{CalendarYear, CountDate};
    /// let count = CountDate::funding_primary(CalendarYear::new(2025)?);
    /// assert_eq!(count.to_string(), "2024-02-01");
    /// # Ok::<(), swv_core::period::PeriodError>(())
    /// ```
    pub const fn funding_primary(funded: CalendarYear) -> CountDate {
        CountDate { year: funded.get() - 1, month: Month::February }
    }

    /// The count that pays regular secondary education in a calendar year: 1
    /// October of the year before.
    ///
    /// ```
    /// # use swv_core::period::{CalendarYear, CountDate};
    /// let count = CountDate::funding_secondary(CalendarYear::new(2025)?);
    /// assert_eq!(count.to_string(), "2024-10-01");
    /// # Ok::<(), swv_core::period::PeriodError>(())
    /// ```
    pub const fn funding_secondary(funded: CalendarYear) -> CountDate {
        CountDate { year: funded.get() - 1, month: Month::October }
    }

    /// The day itself.
    ///
    /// ```
    /// # use swv_core::period::{CalendarYear, CountDate, Date};
    /// let count = CountDate::october(CalendarYear::new(2023)?);
    /// assert_eq!(count.date(), Date::constant(2023, 10, 1));
    /// # Ok::<(), swv_core::period::PeriodError>(())
    /// ```
    pub fn date(self) -> Date {
        let month = match self.month {
            Month::February => 2,
            Month::October => 10,
        };
        date(self.year as i16, month, 1)
    }

    /// The year of the count, as a number; not the year that it pays.
    ///
    /// ```
    /// # use swv_core::period::{CalendarYear, CountDate};
    /// assert_eq!(CountDate::funding_primary(CalendarYear::new(2025)?).year(), 2024);
    /// # Ok::<(), swv_core::period::PeriodError>(())
    /// ```
    pub const fn year(self) -> u16 {
        self.year
    }
}

impl TryFrom<Date> for CountDate {
    type Error = PeriodError;

    fn try_from(date: Date) -> Result<CountDate, PeriodError> {
        let month = match (date.month(), date.day()) {
            (2, 1) => Month::February,
            (10, 1) => Month::October,
            _ => return Err(PeriodError::NotACountDate { date }),
        };
        match u16::try_from(date.year()) {
            Ok(year) if (FIRST_YEAR - 1..=LAST_YEAR).contains(&year) => Ok(CountDate { year, month }),
            _ => Err(PeriodError::CountDateOutOfRange { date }),
        }
    }
}

impl From<CountDate> for Date {
    fn from(count: CountDate) -> Date {
        count.date()
    }
}

impl FromStr for CountDate {
    type Err = PeriodError;

    /// Reads year, month and day: `2023-02-01`.
    fn from_str(text: &str) -> Result<CountDate, PeriodError> {
        let not_a_date = || PeriodError::NotADate { text: text.to_owned() };
        let date: Date = text.parse().map_err(|_| not_a_date())?;
        // The parser takes more forms and a time of day; a file has one form.
        if date.to_string() != text {
            return Err(not_a_date());
        }
        CountDate::try_from(date)
    }
}

/// Year, month and day: `2023-02-01`.
impl fmt::Display for CountDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.date())
    }
}

string_conversions!(CountDate, PeriodError);
string_schema!(
    CountDate,
    pattern: "^[0-9]{4}-(02|10)-01$",
    description: "A day on which pupils are counted for funding: 1 February or 1 October"
);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_that_is_no_date_is_refused() {
        for text in ["", "2023", "20230201", "2023-2-1", "01-02-2023", "2023-02-30", "2023-02-01T00:00:00"] {
            let error = text.parse::<CountDate>().unwrap_err();
            assert_eq!(error, PeriodError::NotADate { text: text.to_owned() });
        }
    }

    #[test]
    fn any_other_day_is_refused() {
        for (month, day) in [(1, 1), (2, 2), (9, 30), (10, 2)] {
            let date = date(2023, month, day);
            assert_eq!(CountDate::try_from(date), Err(PeriodError::NotACountDate { date }));
        }
    }

    #[test]
    fn a_count_date_outside_the_range_is_refused() {
        for year in [-2, 1988, 2101] {
            let date = date(year, 2, 1);
            assert_eq!(CountDate::try_from(date), Err(PeriodError::CountDateOutOfRange { date }));
        }
        let first = CalendarYear::new(1990).unwrap();
        let count = CountDate::funding_primary(first);
        assert_eq!(count.to_string().parse(), Ok(count));
    }

    #[test]
    fn count_dates_are_in_the_order_of_time() {
        let (this, next) = (CalendarYear::new(2023).unwrap(), CalendarYear::new(2024).unwrap());
        assert!(CountDate::february(this) < CountDate::october(this));
        assert!(CountDate::october(this) < CountDate::february(next));
    }

    #[test]
    fn a_file_holds_a_string() {
        let count = CountDate::february(CalendarYear::new(2023).unwrap());
        assert_eq!(serde_json::to_string(&count).unwrap(), "\"2023-02-01\"");
        assert_eq!(serde_json::from_str::<CountDate>("\"2023-02-01\"").unwrap(), count);
        assert!(serde_json::from_str::<CountDate>("\"2023-03-01\"").is_err());
        assert!(serde_json::from_str::<CountDate>("2023").is_err());
    }
}
