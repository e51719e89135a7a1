//! A year of money: a calendar year or a school year.

use std::fmt;
use std::str::FromStr;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{CalendarYear, Date, PeriodError, SchoolYear, Validity};

/// A year of money: a samenwerkingsverband is funded by calendar year and
/// allocates by school year.
///
/// In a file the one is a number and the other a text with both years.
///
/// ```
/// use swv_core::Year;
///
/// let (money, school): (Year, Year) = ("2025".parse()?, "2024-2025".parse()?);
/// assert_eq!(money.first_day().to_string(), "2025-01-01");
/// assert_eq!(school.first_day().to_string(), "2024-08-01");
/// assert_eq!(serde_json::to_string(&[money, school])?, r#"[2025,"2024-2025"]"#);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(untagged, expecting = "a calendar year such as 2025, or a school year such as \"2024-2025\"")]
pub enum Year {
    /// A calendar year.
    Calendar(CalendarYear),
    /// A school year.
    School(SchoolYear),
}

impl Year {
    /// Its first day, on which amounts are looked up.
    pub fn first_day(self) -> Date {
        match self {
            Year::Calendar(year) => year.first_day(),
            Year::School(year) => year.first_day(),
        }
    }

    /// Its last day.
    pub fn last_day(self) -> Date {
        match self {
            Year::Calendar(year) => year.last_day(),
            Year::School(year) => year.last_day(),
        }
    }

    /// The year after it; none after the last that the calendar knows.
    pub fn next(self) -> Option<Year> {
        match self {
            Year::Calendar(year) => year.next().map(Year::Calendar),
            Year::School(year) => year.next().map(Year::School),
        }
    }

    /// The year before it; none before the first that the calendar knows.
    pub fn previous(self) -> Option<Year> {
        match self {
            Year::Calendar(year) => year.previous().map(Year::Calendar),
            Year::School(year) => year.previous().map(Year::School),
        }
    }

    /// The calendar year in which it begins, as a number.
    pub fn begins_in(self) -> u16 {
        match self {
            Year::Calendar(year) => year.get(),
            Year::School(year) => year.start_year(),
        }
    }

    /// Whether a rule that holds on these days holds on some day of the year.
    pub fn overlaps(self, valid: Validity) -> bool {
        valid.from().is_none_or(|from| from <= self.last_day())
            && valid.until().is_none_or(|until| self.first_day() <= until)
    }

    /// The calendar year that it is, if it is one.
    pub fn calendar(self) -> Option<CalendarYear> {
        match self {
            Year::Calendar(year) => Some(year),
            Year::School(_) => None,
        }
    }
}

impl From<CalendarYear> for Year {
    fn from(year: CalendarYear) -> Year {
        Year::Calendar(year)
    }
}

impl From<SchoolYear> for Year {
    fn from(year: SchoolYear) -> Year {
        Year::School(year)
    }
}

impl FromStr for Year {
    type Err = PeriodError;

    fn from_str(text: &str) -> Result<Year, PeriodError> {
        match text.contains('-') {
            true => text.parse().map(Year::School),
            false => text.parse().map(Year::Calendar),
        }
    }
}

/// `2025` or `2024-2025`. Width and alignment apply.
impl fmt::Display for Year {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Year::Calendar(year) => year.fmt(f),
            Year::School(year) => year.fmt(f),
        }
    }
}
