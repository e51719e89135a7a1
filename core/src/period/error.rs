//! What can go wrong with a period.

use super::{Date, FIRST_YEAR, LAST_YEAR};

/// Why a period could not be made or read.
///
/// ```
/// use swv_core::period::SchoolYear;
///
/// let error = "2024-2026".parse::<SchoolYear>().unwrap_err();
/// assert_eq!(
///     error.to_string(),
///     "the school year 2024-2026 is not one year long: write `2024-2025`",
/// );
/// ```
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum PeriodError {
    /// The text is not a calendar year.
    #[error("`{text}` is not a calendar year: write four digits, such as `2025`")]
    NotACalendarYear {
        /// The text as given.
        text: String,
    },
    /// A calendar year outside what is plausible.
    #[error("the calendar year {year} is out of range: give a year from {FIRST_YEAR} to {LAST_YEAR}")]
    CalendarYearOutOfRange {
        /// The year as given.
        year: i64,
    },
    /// The text is not a school year.
    #[error("`{text}` is not a school year: write both years in full, such as `2024-2025`")]
    NotASchoolYear {
        /// The text as given.
        text: String,
    },
    /// The two years of a school year do not follow each other.
    #[error("the school year {start}-{end} is not one year long: write `{start}-{}`", .start + 1)]
    SchoolYearNotConsecutive {
        /// The first year as given.
        start: u16,
        /// The second year as given.
        end: u16,
    },
    /// A school year outside what is plausible.
    #[error(
        "a school year that starts in {start} is out of range: give a start from {FIRST_YEAR} to {}",
        LAST_YEAR - 1
    )]
    SchoolYearOutOfRange {
        /// The year in which it starts.
        start: i64,
    },
    /// The text is not a date.
    #[error("`{text}` is not a date: write year, month and day, such as `2023-02-01`")]
    NotADate {
        /// The text as given.
        text: String,
    },
    /// A date on which nothing is counted.
    #[error("{date} is not a count date: pupils are counted on 1 February or on 1 October")]
    NotACountDate {
        /// The date as given.
        date: Date,
    },
    /// A count date outside what is plausible.
    #[error(
        "the count date {date} is out of range: give one from {}-02-01 to {LAST_YEAR}-10-01",
        FIRST_YEAR - 1
    )]
    CountDateOutOfRange {
        /// The date as given.
        date: Date,
    },
    /// A range that ends before it starts.
    #[error("the range from {from} until {until} ends before it starts: exchange the dates or correct one")]
    RangeReversed {
        /// The first day as given.
        from: Date,
        /// The last day as given.
        until: Date,
    },
}
