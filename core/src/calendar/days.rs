//! What a term is counted by: which days count, and what is not known of them.

use super::later::later;
use super::{CalendarError, HolidayRegion, KnownDays, SchoolHolidays, WorkingDays};
use crate::missing::Missing;
use crate::period::{CalendarYear, Date};

/// The days by which a term is counted. The holidays matter to terms in school
/// weeks alone.
#[derive(Clone, Copy, Debug)]
pub struct Days<'a> {
    pub(super) working_days: &'a WorkingDays,
    school: Option<(&'a SchoolHolidays, HolidayRegion)>,
}

impl<'a> From<&'a WorkingDays> for Days<'a> {
    fn from(working_days: &'a WorkingDays) -> Days<'a> {
        Days { working_days, school: None }
    }
}

impl<'a> From<&'a KnownDays> for Days<'a> {
    fn from(known: &'a KnownDays) -> Days<'a> {
        Days { working_days: &known.working_days, school: known.region.map(|region| (&known.school_holidays, region)) }
    }
}

/// Which days a term counts, where it does not count all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Counting {
    /// Working days.
    Working,
    /// Days from Monday to Friday that are in no school holiday.
    School,
}

/// A day, or what would have to be known for it.
pub(super) type Known<T> = Result<T, Vec<Missing>>;

impl Days<'_> {
    /// Whether a day counts.
    fn counts(&self, day: Date, counting: Counting) -> Result<Known<bool>, CalendarError> {
        Ok(match counting {
            Counting::Working => Ok(self.working_days.is_working_day(day)?),
            Counting::School => {
                CalendarYear::of(day)?;
                let Some((holidays, region)) = self.school else {
                    return Ok(Err(vec![Missing::new("the holiday region of the school")]));
                };
                match day.weekday().to_monday_one_offset() {
                    6 | 7 => Ok(false),
                    _ => holidays.on(region, day).map(|holiday| holiday.is_none()),
                }
            }
        })
    }

    /// The day that lies so many days that count after another, or before it
    /// where there are fewer than none.
    pub(super) fn reach(&self, from: Date, count: i64, counting: Counting) -> Result<Known<Date>, CalendarError> {
        let (mut day, mut left) = (from, count.abs());
        while left > 0 {
            if day == Date::MAX || day == Date::MIN {
                return Err(outside(from));
            }
            day = later(day, count.signum());
            match self.counts(day, counting)? {
                Ok(counts) => left -= i64::from(counts),
                Err(missing) => return Ok(Err(missing)),
            }
        }
        Ok(Ok(day))
    }

    /// How many days from the first to the last count.
    pub(super) fn number(&self, first: Date, last: Date, counting: Counting) -> Result<Known<i64>, CalendarError> {
        let (mut day, mut number) = (first, 0);
        while day <= last {
            match self.counts(day, counting)? {
                Ok(counts) => number += i64::from(counts),
                Err(missing) => return Ok(Err(missing)),
            }
            if day == last {
                break;
            }
            day = later(day, 1);
        }
        Ok(Ok(number))
    }
}

fn outside(day: Date) -> CalendarError {
    match CalendarYear::of(day) {
        Err(error) => error.into(),
        Ok(year) => crate::PeriodError::CalendarYearOutOfRange { year: i64::from(year.get()) }.into(),
    }
}
