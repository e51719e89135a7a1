//! The school year, by which an SWV allocates.

use std::fmt;
use std::str::FromStr;

use jiff::civil::date;
use serde::{Deserialize, Serialize};

use super::calendar_year::four_digits;
use super::{Date, DateRange, FIRST_YEAR, LAST_YEAR, PeriodError};
use crate::string_form::{string_conversions, string_schema};

/// A school year: 1 August of one year to 31 July of the next.
///
/// The first that this crate takes is 1990-1991, the last 2099-2100. It does
/// not know when schools are closed, which differs by holiday region. In a
/// file it is a string with both years in full.
///
/// ```
/// use swv_core::period::SchoolYear;
///
/// let year: SchoolYear = "2024-2025".parse()?;
/// assert_eq!(year, SchoolYear::starting_in(2024)?);
/// assert_eq!(year.first_day().to_string(), "2024-08-01");
/// assert_eq!(year.last_day().to_string(), "2025-07-31");
/// # Ok::<(), swv_core::period::PeriodError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct SchoolYear {
    start: u16,
}

impl SchoolYear {
    /// The school year that starts on 1 August of that year.
    ///
    /// # Errors
    ///
    /// [`PeriodError::SchoolYearOutOfRange`].
    ///
    /// ```
    /// # use swv_core::period::SchoolYear;
    /// assert_eq!(SchoolYear::starting_in(2024)?.to_string(), "2024-2025");
    /// # Ok::<(), swv_core::period::PeriodError>(())
    /// ```
    pub fn starting_in(start: u16) -> Result<SchoolYear, PeriodError> {
        if (FIRST_YEAR..LAST_YEAR).contains(&start) {
            Ok(SchoolYear { start })
        } else {
            Err(PeriodError::SchoolYearOutOfRange { start: i64::from(start) })
        }
    }

    /// The school year in which a day falls.
    ///
    /// # Errors
    ///
    /// [`PeriodError::SchoolYearOutOfRange`].
    ///
    /// ```
    /// # use swv_core::period::{Date, SchoolYear};
    /// let last = SchoolYear::of(Date::constant(2025, 7, 31))?;
    /// let first = SchoolYear::of(Date::constant(2025, 8, 1))?;
    /// assert_eq!((last.start_year(), first.start_year()), (2024, 2025));
    /// # Ok::<(), swv_core::period::PeriodError>(())
    /// ```
    pub fn of(day: Date) -> Result<SchoolYear, PeriodError> {
        let before_august = i64::from(day.month() < 8);
        let start = i64::from(day.year()) - before_august;
        match u16::try_from(start) {
            Ok(start) => SchoolYear::starting_in(start),
            Err(_) => Err(PeriodError::SchoolYearOutOfRange { start }),
        }
    }

    /// The calendar year in which it starts, as a number.
    ///
    /// ```
    /// # use swv_core::period::SchoolYear;
    /// assert_eq!(SchoolYear::starting_in(2024)?.start_year(), 2024);
    /// # Ok::<(), swv_core::period::PeriodError>(())
    /// ```
    pub const fn start_year(self) -> u16 {
        self.start
    }

    /// The calendar year in which it ends, as a number.
    ///
    /// ```
    /// # use swv_core::period::SchoolYear;
    /// assert_eq!(SchoolYear::starting_in(2024)?.end_year(), 2025);
    /// # Ok::<(), swv_core::period::PeriodError>(())
    /// ```
    pub const fn end_year(self) -> u16 {
        self.start + 1
    }

    /// 1 August.
    ///
    /// ```
    /// # use swv_core::period::SchoolYear;
    /// assert_eq!(SchoolYear::starting_in(2024)?.first_day().to_string(), "2024-08-01");
    /// # Ok::<(), swv_core::period::PeriodError>(())
    /// ```
    pub fn first_day(self) -> Date {
        date(self.start as i16, 8, 1)
    }

    /// 31 July.
    ///
    /// ```
    /// # use swv_core::period::SchoolYear;
    /// assert_eq!(SchoolYear::starting_in(2024)?.last_day().to_string(), "2025-07-31");
    /// # Ok::<(), swv_core::period::PeriodError>(())
    /// ```
    pub fn last_day(self) -> Date {
        date(self.end_year() as i16, 7, 31)
    }

    /// All its days.
    ///
    /// ```
    /// # use swv_core::period::{Date, SchoolYear};
    /// assert!(SchoolYear::starting_in(2024)?.days().contains(Date::constant(2025, 2, 1)));
    /// # Ok::<(), swv_core::period::PeriodError>(())
    /// ```
    pub fn days(self) -> DateRange {
        DateRange::between(self.first_day(), self.last_day())
    }

    /// The school year after; none after the last.
    ///
    /// ```
    /// # use swv_core::period::SchoolYear;
    /// let year = SchoolYear::starting_in(2024)?;
    /// assert_eq!(year.next(), SchoolYear::starting_in(2025).ok());
    /// # Ok::<(), swv_core::period::PeriodError>(())
    /// ```
    pub fn next(self) -> Option<SchoolYear> {
        SchoolYear::starting_in(self.start + 1).ok()
    }

    /// The school year before; none before the first.
    ///
    /// ```
    /// # use swv_core::period::SchoolYear;
    /// let year = SchoolYear::starting_in(2024)?;
    /// assert_eq!(year.previous(), SchoolYear::starting_in(2023).ok());
    /// # Ok::<(), swv_core::period::PeriodError>(())
    /// ```
    pub fn previous(self) -> Option<SchoolYear> {
        SchoolYear::starting_in(self.start - 1).ok()
    }
}

impl FromStr for SchoolYear {
    type Err = PeriodError;

    /// Reads two consecutive years in full: `2024-2025`.
    fn from_str(text: &str) -> Result<SchoolYear, PeriodError> {
        let years = text.split_once('-').and_then(|(start, end)| four_digits(start).zip(four_digits(end)));
        match years {
            None => Err(PeriodError::NotASchoolYear { text: text.to_owned() }),
            Some((start, end)) if end != start + 1 => Err(PeriodError::SchoolYearNotConsecutive { start, end }),
            Some((start, _)) => SchoolYear::starting_in(start),
        }
    }
}

/// Both years in full: `2024-2025`.
impl fmt::Display for SchoolYear {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}", self.start, self.end_year())
    }
}

string_conversions!(SchoolYear, PeriodError);
string_schema!(
    SchoolYear,
    pattern: "^[0-9]{4}-[0-9]{4}$",
    description: "A school year, 1 August to 31 July, with two consecutive years in full: 2024-2025"
);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_in_another_form_is_refused() {
        for text in ["", "2024", "2024/2025", "2024-25", "24-25", "2024-2025 ", "2024-2025-2026"] {
            let error = text.parse::<SchoolYear>().unwrap_err();
            assert_eq!(error, PeriodError::NotASchoolYear { text: text.to_owned() });
        }
    }

    #[test]
    fn years_that_do_not_follow_each_other_are_refused() {
        for (text, start, end) in [("2024-2026", 2024, 2026), ("2025-2024", 2025, 2024), ("2024-2024", 2024, 2024)] {
            let error = text.parse::<SchoolYear>().unwrap_err();
            assert_eq!(error, PeriodError::SchoolYearNotConsecutive { start, end });
        }
    }

    #[test]
    fn a_school_year_outside_the_range_is_refused() {
        let out_of_range = |start| Err(PeriodError::SchoolYearOutOfRange { start });
        assert_eq!("1989-1990".parse::<SchoolYear>(), out_of_range(1989));
        assert_eq!(SchoolYear::starting_in(2100), out_of_range(2100));
        assert_eq!(SchoolYear::of(date(-1, 1, 1)), out_of_range(-2));
        assert_eq!(SchoolYear::starting_in(1990).unwrap().previous(), None);
        assert_eq!(SchoolYear::starting_in(2099).unwrap().next(), None);
    }

    #[test]
    fn every_day_falls_in_one_school_year() {
        for start in FIRST_YEAR..LAST_YEAR {
            let year = SchoolYear::starting_in(start).unwrap();
            assert_eq!(SchoolYear::of(year.first_day()), Ok(year));
            assert_eq!(SchoolYear::of(year.last_day()), Ok(year));
            if let Some(next) = year.next() {
                assert_eq!(year.last_day().tomorrow().unwrap(), next.first_day());
            }
        }
    }

    #[test]
    fn a_file_holds_a_string() {
        let year = SchoolYear::starting_in(2024).unwrap();
        assert_eq!(serde_json::to_string(&year).unwrap(), "\"2024-2025\"");
        assert_eq!(serde_json::from_str::<SchoolYear>("\"2024-2025\"").unwrap(), year);
        assert!(serde_json::from_str::<SchoolYear>("2024").is_err());
        assert!(serde_json::from_str::<SchoolYear>("\"2024-2026\"").is_err());
    }
}
