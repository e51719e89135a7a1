//! Terms that are counted back: from a day, or from a school holiday.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::later::later;
use super::{AtwOutcome, CalendarError, Cause, Days, Due, HolidayRegion, SchoolHolidayKind, SchoolHolidays, Term};
use crate::missing::Missing;
use crate::period::{CalendarYear, Date, SchoolYear};

/// A term that is counted back from a day: ten weeks before a placement.
///
/// The day reached lies the whole term before the other. The Algemene
/// termijnenwet does not move it (article 1, paragraph 2). Whoever wants to be
/// in time on a working day asks for the last one up to that day: a later one
/// would shorten the term. Article 2 is not applied; it could only matter to
/// a term of three days up to about a week.
///
/// ```
/// use swv_core::Date;
/// use swv_core::calendar::{AtwOutcome, Term, TermBefore, TermUnit, WorkingDays};
///
/// let placement = Date::constant(2025, 6, 30);
/// let term = TermBefore::day(placement, Term::new(10, TermUnit::Weeks)?);
/// let due = term.due(&WorkingDays::default())?;
/// assert_eq!(due.date, Some(Date::constant(2025, 4, 21)));
/// assert_eq!(due.atw, AtwOutcome::CountedBack);
///
/// let due = term.on_a_working_day().due(&WorkingDays::default())?;
/// assert_eq!(due.date, Some(Date::constant(2025, 4, 17)));
/// assert_eq!(due.moved_by[0].text().en, "2025-04-21 is not a working day: Easter Monday");
/// # Ok::<(), swv_core::calendar::CalendarError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(description = "A term that is counted back from a day")]
pub struct TermBefore {
    /// The day from which it is counted back.
    #[schemars(with = "String", extend("format" = "date"))]
    pub day: Date,
    /// The term.
    pub term: Term,
    /// Whether the last working day up to the day reached is wanted.
    #[serde(default)]
    pub on_a_working_day: bool,
}

impl TermBefore {
    /// The term before that day.
    pub const fn day(day: Date, term: Term) -> TermBefore {
        TermBefore { day, term, on_a_working_day: false }
    }

    /// The same, to the last working day up to the day reached.
    #[must_use]
    pub fn on_a_working_day(self) -> TermBefore {
        TermBefore { on_a_working_day: true, ..self }
    }

    /// The day that lies the term before, and what moved it.
    ///
    /// # Errors
    ///
    /// [`CalendarError::TermOutOfRange`], and [`CalendarError::Period`] where
    /// either day is not in 1990 to 2100.
    pub fn due<'a>(self, days: impl Into<Days<'a>>) -> Result<Due, CalendarError> {
        let days = days.into();
        let working_days = days.working_days;
        CalendarYear::of(self.day)?;
        let reached = match self.term.before(self.day, days)? {
            Ok(reached) => reached,
            Err(missing) => return Ok(unknown(missing)),
        };
        CalendarYear::of(reached.day)?;
        let mut date = reached.day;
        let mut moved_by = Vec::new();
        if reached.month_end {
            moved_by.push(Cause::MonthEnd { sought: self.day.day(), day: date });
        }
        if self.on_a_working_day {
            loop {
                let reasons = working_days.reasons_off(date)?;
                if reasons.is_empty() {
                    break;
                }
                moved_by.push(Cause::NotAWorkingDay { day: date, reasons });
                date = later(date, -1);
            }
        } else {
            moved_by.extend(Cause::of_a_day_off(date, AtwOutcome::CountedBack, working_days)?);
        }
        Ok(counted_back(date, reached.day, moved_by))
    }
}

/// Before the first day of a school holiday: that of the school year in which
/// a day falls, 1 August to 31 July.
///
/// ```
/// use swv_core::Date;
/// use swv_core::calendar::{BeforeSchoolHoliday, HolidayRegion, SchoolHolidayKind, SchoolHolidays};
///
/// let term = BeforeSchoolHoliday {
///     kind: SchoolHolidayKind::Voorjaar,
///     region: HolidayRegion::Noord,
///     day: Date::constant(2025, 1, 15),
/// };
/// let due = term.due(&SchoolHolidays::default())?;
/// assert_eq!(due.date, None);
/// assert_eq!(due.missing[0].what, "school holiday voorjaar of region noord in 2024-2025");
/// # Ok::<(), swv_core::calendar::CalendarError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(description = "Before the first day of a school holiday")]
pub struct BeforeSchoolHoliday {
    /// The holiday.
    pub kind: SchoolHolidayKind,
    /// Its region.
    pub region: HolidayRegion,
    /// A day of its school year.
    #[schemars(with = "String", extend("format" = "date"))]
    pub day: Date,
}

impl BeforeSchoolHoliday {
    /// The day before the holiday starts. Not known where the holiday is not.
    ///
    /// # Errors
    ///
    /// [`CalendarError::Period`] where the day is in no school year from
    /// 1990-1991 to 2099-2100.
    pub fn due(self, holidays: &SchoolHolidays) -> Result<Due, CalendarError> {
        let school_year = SchoolYear::of(self.day)?;
        Ok(match holidays.get(self.region, school_year, self.kind) {
            Ok(holiday) => {
                let (region, first_day) = (self.region, holiday.from);
                let cause = Cause::BeforeSchoolHoliday { kind: self.kind, region, first_day };
                let day = later(first_day, -1);
                counted_back(day, first_day, vec![cause])
            }
            Err(missing) => unknown(vec![missing]),
        })
    }
}

fn unknown(missing: Vec<Missing>) -> Due {
    Due { date: None, counted: None, moved_by: Vec::new(), atw: AtwOutcome::CountedBack, missing }
}

fn counted_back(date: Date, counted: Date, moved_by: Vec<Cause>) -> Due {
    Due { date: Some(date), counted: Some(counted), moved_by, atw: AtwOutcome::CountedBack, missing: Vec::new() }
}
