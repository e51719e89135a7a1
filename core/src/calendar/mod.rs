//! The one calendar of the product: public holidays, school holidays, and the
//! day on which a term ends.
//!
//! | concept | type |
//! | --- | --- |
//! | a holiday that the law names, and Easter | [`PublicHoliday`], [`easter_sunday`] |
//! | working days, with the days that the Crown equates | [`WorkingDays`], [`Decree`], [`EquatedDay`] |
//! | a term and how it runs | [`Term`], [`RunningTerm`], [`Suspension`] |
//! | the days that a term counts | [`Days`] |
//! | a term counted back | [`TermBefore`], [`BeforeSchoolHoliday`] |
//! | a day of every year | [`MonthDay`] |
//! | when it ends, and why then | [`Due`], [`Cause`], [`AtwOutcome`] |
//! | school holidays of a region | [`SchoolHolidays`], [`SchoolHoliday`] |
//!
//! # The law
//!
//! The *Algemene termijnenwet* (Atw, BWBR0002448), in its consolidated text, is
//! read so:
//!
//! | article | rule | here |
//! | --- | --- | --- |
//! | 1.1 | a term that would end on a Saturday, Sunday or public holiday runs on to a working day | [`RunningTerm::due`] |
//! | 1.2 | not so for a term that is counted back | [`TermBefore::due`] |
//! | 2 | a term of three days or more runs on until it holds two working days | [`RunningTerm::due`] |
//! | 3.1, 3.2 | the public holidays, and Good Friday | [`PublicHoliday`] |
//! | 3.3 | days that the Crown equates with them | [`Decree`]: data with its years; of other years they are not known |
//! | 4 | not for terms in hours, over 90 days, twelve weeks or three months, or in years | [`Term::is_beyond_the_atw`] |
//!
//! Article 4 also leaves out terms on when rules take effect and on detention,
//! which no rule here has. The law holds for terms in an act or a general
//! administrative order (articles 1 and 5), not by itself for those in a
//! support plan. So it applies where the caller says so, and nowhere else.
//!
//! Days lie in 1990 to 2100, as [`CalendarYear`](crate::CalendarYear) has it.

mod atw_outcome;
mod before;
mod cause;
mod days;
mod due;
mod easter;
mod error;
mod known_days;
mod later;
mod month_day;
mod public_holidays;
mod reached;
mod running_term;
mod school_holiday;
mod school_holidays;
mod suspension;
mod term;
mod working_days;

#[cfg(test)]
mod tests;

pub use atw_outcome::AtwOutcome;
pub use before::{BeforeSchoolHoliday, TermBefore};
pub use cause::Cause;
pub use days::Days;
pub use due::Due;
pub use easter::easter_sunday;
pub use error::CalendarError;
pub use known_days::KnownDays;
pub use month_day::{MonthDay, NoMonthDay};
pub use public_holidays::PublicHoliday;
pub use running_term::RunningTerm;
pub use school_holiday::{HolidayRegion, SchoolHoliday, SchoolHolidayKind};
pub use school_holidays::{Replaced, SchoolHolidays};
pub use suspension::Suspension;
pub use term::{EmptyTerm, Term, TermUnit};
pub use working_days::{DayOff, Decree, EquatedDay, WorkingDays};
