//! What can go wrong with a day or a term.

use super::{EmptyTerm, HolidayRegion, SchoolHolidayKind, Term};
use crate::period::{CalendarYear, Date, PeriodError, SchoolYear};

/// Why a day could not be computed or a file of days not be read.
///
/// ```
/// use swv_core::calendar::{Term, TermUnit};
///
/// let error = Term::new(0, TermUnit::Weeks).unwrap_err();
/// assert_eq!(error.to_string(), "a term of 0 weeks is no term: give a length of at least 1");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum CalendarError {
    /// A year without a Gregorian Easter.
    #[error("the year {year} has no Gregorian Easter here: give a year from 1583 to 9999")]
    NoEaster {
        /// The year as given.
        year: i16,
    },
    /// A term without length.
    #[error(transparent)]
    EmptyTerm(#[from] EmptyTerm),
    /// A term that leaves the range of dates.
    #[error("{term} from {day} leaves the range of dates: correct the length or the day")]
    TermOutOfRange {
        /// The term as given.
        term: Term,
        /// The day from which it was counted.
        day: Date,
    },
    /// A decree whose last year lies before its first.
    #[error("{decree}: from {first_year} until {last_year} ends before it starts: exchange the years or correct one")]
    DecreeReversed {
        /// The decree.
        decree: String,
        /// The first year as given.
        first_year: CalendarYear,
        /// The last year as given.
        last_year: CalendarYear,
    },
    /// A year that two decrees are about.
    #[error("{decree}: another decree is about {year} too: give each year one decree")]
    DecreedTwice {
        /// The second of the two.
        decree: String,
        /// The year.
        year: CalendarYear,
    },
    /// A day that is not of the years of its decree.
    #[error("{decree}: {day} is not in the years of the decree: correct the day, `first_year` or `last_year`")]
    OutsideDecree {
        /// The decree.
        decree: String,
        /// The day as given.
        day: Date,
    },
    /// A day that is equated with a holiday twice.
    #[error("the day {day} is equated with a public holiday twice: keep one of them")]
    EquatedTwice {
        /// The day as given.
        day: Date,
    },
    /// A holiday that ends before it starts.
    #[error(
        "{kind} of region {region} in {school_year}: from {from} until {until} ends before it starts: \
         exchange the dates or correct one"
    )]
    HolidayReversed {
        /// The holiday.
        kind: SchoolHolidayKind,
        /// Its region.
        region: HolidayRegion,
        /// Its school year.
        school_year: SchoolYear,
        /// The first day as given.
        from: Date,
        /// The last day as given.
        until: Date,
    },
    /// A holiday with a day that is not of its school year.
    #[error(
        "{kind} of region {region} in {school_year}: {day} is not in that school year, \
         which runs from {} until {}: correct the date or the school year; only zomer may end in the next",
        .school_year.first_day(),
        .school_year.last_day()
    )]
    OutsideSchoolYear {
        /// The holiday.
        kind: SchoolHolidayKind,
        /// Its region.
        region: HolidayRegion,
        /// Its school year.
        school_year: SchoolYear,
        /// The day as given.
        day: Date,
    },
    /// A holiday that stands in a file twice.
    #[error("{kind} of region {region} in {school_year} stands in the file twice: keep one of them")]
    DuplicateHoliday {
        /// The holiday.
        kind: SchoolHolidayKind,
        /// Its region.
        region: HolidayRegion,
        /// Its school year.
        school_year: SchoolYear,
    },
    /// School holidays without a source.
    #[error("the school holidays of {school_year} name no source: fill in document and section under `sources`")]
    NoSource {
        /// The school year.
        school_year: SchoolYear,
    },
    /// A period that could not be made.
    #[error(transparent)]
    Period(#[from] PeriodError),
}
