//! The periods by which passend onderwijs counts and pays: calendar year,
//! school year, count date and date range. They are distinct types that do not
//! mix, and no computation turns one into another unless it says so.
//!
//! Dates are [`jiff::civil::Date`], re-exported as [`Date`].

mod calendar_year;
mod count_date;
mod date_range;
mod error;
mod school_year;
mod validity;
mod year;

pub use calendar_year::CalendarYear;
pub use count_date::CountDate;
pub use date_range::DateRange;
pub use error::PeriodError;
pub use jiff::civil::Date;
pub use school_year::SchoolYear;
pub use validity::Validity;
pub use year::Year;

/// The first calendar year that this crate takes.
const FIRST_YEAR: u16 = 1990;
/// The last calendar year that this crate takes.
const LAST_YEAR: u16 = 2100;
