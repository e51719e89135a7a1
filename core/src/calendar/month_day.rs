//! A day of every year.

use std::fmt;
use std::str::FromStr;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::period::Date;

/// A day of every year, such as 1 February; in a file `"02-01"`.
///
/// ```
/// use swv_core::{Date, calendar::MonthDay};
///
/// let count: MonthDay = "02-01".parse()?;
/// assert_eq!(count.on_or_after(Date::constant(2025, 2, 1)), Some(Date::constant(2025, 2, 1)));
/// assert_eq!(count.on_or_after(Date::constant(2025, 2, 2)), Some(Date::constant(2026, 2, 1)));
/// assert!("02-29".parse::<MonthDay>().is_err());
/// # Ok::<(), swv_core::calendar::NoMonthDay>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "String", into = "String")]
#[schemars(with = "String")]
pub struct MonthDay {
    month: i8,
    day: i8,
}

/// A text that is no day of every year.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is no day of every year; write month and day, such as \"02-01\"")]
pub struct NoMonthDay(String);

impl MonthDay {
    /// The first such day that is not before another.
    pub fn on_or_after(self, day: Date) -> Option<Date> {
        let this_year = self.in_year(day.year())?;
        if day <= this_year { Some(this_year) } else { self.in_year(day.year().checked_add(1)?) }
    }

    /// That day of a year.
    pub fn in_year(self, year: i16) -> Option<Date> {
        Date::new(year, self.month, self.day).ok()
    }
}

impl FromStr for MonthDay {
    type Err = NoMonthDay;

    fn from_str(text: &str) -> Result<MonthDay, NoMonthDay> {
        // A year without 29 February: a day of every year.
        let day: Option<Date> = format!("2001-{text}").parse().ok();
        let day = day.filter(|day: &Date| day.to_string().ends_with(text));
        day.map(|day| MonthDay { month: day.month(), day: day.day() }).ok_or_else(|| NoMonthDay(text.to_owned()))
    }
}

impl TryFrom<String> for MonthDay {
    type Error = NoMonthDay;

    fn try_from(text: String) -> Result<MonthDay, NoMonthDay> {
        text.parse()
    }
}

impl From<MonthDay> for String {
    fn from(day: MonthDay) -> String {
        day.to_string()
    }
}

impl fmt::Display for MonthDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}-{:02}", self.month, self.day)
    }
}
