//! A term that runs from a day, and the day on which it ends.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::days::Known;
use super::later::later;
use super::{AtwOutcome, CalendarError, Cause, Days, Due, Suspension, Term, TermUnit};
use crate::missing::Missing;
use crate::period::{CalendarYear, Date};

/// A term that runs from a day.
///
/// The day itself does not count unless it says so. The term is counted first,
/// then its extension from there on, and every day on which it stood still
/// then adds one day. Only the end of all that runs on to a working day.
///
/// Article 4 of the Algemene termijnenwet speaks of how a term is described,
/// so term and extension are each held against its limits, not their sum.
///
/// ```
/// use swv_core::Date;
/// use swv_core::calendar::{RunningTerm, Suspension, Term, TermUnit, WorkingDays};
///
/// let incomplete = Suspension::new(Date::constant(2025, 3, 6), Date::constant(2025, 3, 12))?;
/// let term = RunningTerm::after(Date::constant(2025, 3, 3), Term::new(6, TermUnit::Weeks)?)
///     .extended_by(Term::new(4, TermUnit::Weeks)?)
///     .suspended(incomplete);
/// let due = term.due(&WorkingDays::default())?;
/// assert_eq!(due.counted, Some(Date::constant(2025, 4, 14)));
/// assert_eq!(due.date, Some(Date::constant(2025, 5, 19)));
/// assert_eq!(due.moved_by[1].text().en, "suspended for 7 days, from 2025-03-06 until 2025-03-12");
/// # Ok::<(), swv_core::calendar::CalendarError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(description = "A term that runs from a day")]
pub struct RunningTerm {
    /// The day from which the term runs, such as that of receipt.
    #[schemars(with = "String", extend("format" = "date"))]
    pub start: Date,
    /// Whether that day is the first of the term; if not, the next is.
    #[serde(default)]
    pub start_counts: bool,
    /// The term.
    pub term: Term,
    /// By how much it is extended, which is done at most once.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub extension: Option<Term>,
    /// When it stood still. Overlapping ones count once.
    #[serde(default)]
    pub suspensions: Vec<Suspension>,
    /// Whether the Algemene termijnenwet applies: the term stands in an act or
    /// general administrative order, or is to run as if it did.
    #[serde(default)]
    pub atw: bool,
}

impl RunningTerm {
    /// A term that runs from the day after `start`.
    ///
    /// ```
    /// # use swv_core::{Date, calendar::{RunningTerm, Term, TermUnit}};
    /// let term = RunningTerm::after(Date::constant(2025, 3, 3), Term::new(6, TermUnit::Weeks)?);
    /// assert!(!term.start_counts);
    /// # Ok::<(), swv_core::calendar::CalendarError>(())
    /// ```
    pub fn after(start: Date, term: Term) -> RunningTerm {
        RunningTerm { start, start_counts: false, term, extension: None, suspensions: Vec::new(), atw: false }
    }

    /// A term of which `start` is the first day.
    ///
    /// ```
    /// # use swv_core::{Date, calendar::{RunningTerm, Term, TermUnit}};
    /// let term = RunningTerm::including(Date::constant(2025, 3, 3), Term::new(6, TermUnit::Weeks)?);
    /// assert!(term.start_counts);
    /// # Ok::<(), swv_core::calendar::CalendarError>(())
    /// ```
    pub fn including(start: Date, term: Term) -> RunningTerm {
        RunningTerm { start_counts: true, ..RunningTerm::after(start, term) }
    }

    /// The same, extended; a second extension takes the place of the first.
    #[must_use]
    pub fn extended_by(self, extension: Term) -> RunningTerm {
        RunningTerm { extension: Some(extension), ..self }
    }

    /// The same, with one more suspension.
    #[must_use]
    pub fn suspended(mut self, suspension: Suspension) -> RunningTerm {
        self.suspensions.push(suspension);
        self
    }

    /// The same, under the Algemene termijnenwet.
    #[must_use]
    pub fn under_the_atw(self) -> RunningTerm {
        RunningTerm { atw: true, ..self }
    }

    /// When the term ends, and why then.
    ///
    /// The date is not known while a suspension that concerns it lasts, nor for
    /// a term in school weeks where a holiday is not known that it may meet.
    ///
    /// # Errors
    ///
    /// [`CalendarError::TermOutOfRange`], and [`CalendarError::Period`] where
    /// start or end is not in 1990 to 2100.
    ///
    /// ```
    /// # use swv_core::{Date, calendar::*};
    /// let since = Date::constant(2025, 3, 6);
    /// let term = RunningTerm::after(Date::constant(2025, 3, 3), Term::new(6, TermUnit::Weeks)?);
    /// let due = term.suspended(Suspension::since(since)).due(&WorkingDays::default())?;
    /// assert_eq!(due.date, None);
    /// assert_eq!(due.moved_by, [Cause::StillSuspended { since }]);
    /// assert_eq!(due.missing[0].what, "end of the suspension since 2025-03-06");
    /// # Ok::<(), swv_core::calendar::CalendarError>(())
    /// ```
    pub fn due<'a>(&self, days: impl Into<Days<'a>>) -> Result<Due, CalendarError> {
        let days = days.into();
        CalendarYear::of(self.start)?;
        let first = if self.start_counts { self.start } else { later(self.start, 1) };
        let atw = self.atw_outcome();
        let mut run = Run { days, first, end: self.start, suspended: Vec::new(), causes: Vec::new() };
        match run.count(self.term, self.start, self.start_counts)? {
            Ok(cause) => run.causes.extend(cause),
            Err(missing) => return Ok(run.unknown(None, atw, missing)),
        }
        let counted = run.end;
        if let Some(by) = self.extension {
            let edge = if self.start_counts { later(run.end, 1) } else { run.end };
            match run.count(by, edge, self.start_counts)? {
                Ok(month_end) => {
                    run.causes.push(Cause::Extended { by, from: counted, until: run.end });
                    run.causes.extend(month_end);
                }
                Err(missing) => return Ok(run.unknown(Some(counted), atw, missing)),
            }
        }
        let days_enough = later(first, 2) <= run.end;
        let still_suspended = match run.suspend(self.term, &self.suspensions)? {
            Ok(still_suspended) => still_suspended,
            Err(missing) => return Ok(run.unknown(Some(counted), atw, missing)),
        };
        // Which days are equated decides from the first working day on.
        let in_working_days = [Some(self.term), self.extension].into_iter().flatten();
        let in_working_days = in_working_days.map(Term::unit).any(|unit| unit == TermUnit::WorkingDays);
        let from = if in_working_days { first } else { run.end };
        match atw {
            _ if still_suspended.is_some() => {}
            AtwOutcome::Applied => {
                run.run_on_to_working_day()?;
                if days_enough {
                    run.run_on_to_second_working_day()?;
                }
                run.name_unknown_years(from)?;
            }
            _ => {
                run.causes.extend(Cause::of_a_day_off(run.end, atw, days.working_days)?);
                if in_working_days {
                    run.name_unknown_years(from)?;
                }
            }
        }
        CalendarYear::of(run.end)?;
        let missing = still_suspended.map(|since| Missing::new(format!("end of the suspension since {since}")));
        Ok(Due {
            date: still_suspended.is_none().then_some(run.end),
            counted: Some(counted),
            moved_by: run.causes,
            atw,
            missing: missing.into_iter().collect(),
        })
    }

    fn atw_outcome(&self) -> AtwOutcome {
        let terms = [Some(self.term), self.extension];
        match terms.into_iter().flatten().find(|term| term.is_beyond_the_atw()) {
            _ if !self.atw => AtwOutcome::NotAsked,
            Some(term) => AtwOutcome::TermTooLong { term },
            None => AtwOutcome::Applied,
        }
    }
}

/// A term as it is being counted.
struct Run<'a> {
    /// What it is counted by.
    days: Days<'a>,
    /// Its first day.
    first: Date,
    /// Its last day, so far.
    end: Date,
    /// The days of the term on which it stood still.
    suspended: Vec<(Date, Date)>,
    causes: Vec<Cause>,
}

impl Run<'_> {
    /// Counts a term from a day, which is its first day or the one before, and
    /// says so where a month is too short.
    fn count(&mut self, term: Term, from: Date, from_counts: bool) -> Result<Known<Option<Cause>>, CalendarError> {
        let counts_some = term.counting().is_some();
        let before = if from_counts && counts_some { later(from, -1) } else { from };
        let reached = match term.after(before, self.days)? {
            Ok(reached) => reached,
            Err(missing) => return Ok(Err(missing)),
        };
        CalendarYear::of(reached.day)?;
        // The day before a day that the month does not have is its last day.
        let back = from_counts && !counts_some && !reached.month_end;
        self.end = if back { later(reached.day, -1) } else { reached.day };
        Ok(Ok(reached.month_end.then_some(Cause::MonthEnd { sought: from.day(), day: reached.day })))
    }

    /// When the term ends is not known.
    fn unknown(self, counted: Option<Date>, atw: AtwOutcome, missing: Vec<Missing>) -> Due {
        Due { date: None, counted, moved_by: self.causes, atw, missing }
    }

    /// Adds the days on which the term stood still, of those that it counts; the
    /// day since which it does, if it still does.
    fn suspend(&mut self, term: Term, suspensions: &[Suspension]) -> Result<Known<Option<Date>>, CalendarError> {
        for suspension in Suspension::merged(suspensions) {
            let (from, until) = (suspension.from(), suspension.until());
            CalendarYear::of(from)?;
            CalendarYear::of(until.unwrap_or(from))?;
            let first = from.max(self.first);
            match until {
                _ if first > self.end => self.causes.push(Cause::SuspensionOutsideTerm { from, until }),
                None => {
                    self.causes.push(Cause::StillSuspended { since: from });
                    return Ok(Ok(Some(from)));
                }
                Some(last) if last < first => self.causes.push(Cause::SuspensionOutsideTerm { from, until }),
                Some(last) => {
                    let days = match self.stand_still(term, first, last)? {
                        Ok(days) => days,
                        Err(missing) => return Ok(Err(missing)),
                    };
                    if days == 0 {
                        self.causes.push(Cause::SuspensionOutsideTerm { from, until });
                        continue;
                    }
                    self.suspended.push((first, last));
                    self.causes.push(Cause::Suspended { from: first, until: last, days });
                }
            }
        }
        Ok(Ok(None))
    }

    /// Moves the end by as many days as there are, of those that the term
    /// counts; how many they are.
    fn stand_still(&mut self, term: Term, first: Date, last: Date) -> Result<Known<i64>, CalendarError> {
        let Some((counting, _)) = term.counting() else {
            let days = last.duration_since(first).as_hours() / 24 + 1;
            self.end = later(self.end, days);
            return Ok(Ok(days));
        };
        let days = match self.days.number(first, last, counting)? {
            Ok(days) => days,
            Err(missing) => return Ok(Err(missing)),
        };
        Ok(self.days.reach(self.end, days, counting)?.map(|end| {
            self.end = end;
            days
        }))
    }

    /// Article 1, paragraph 1.
    fn run_on_to_working_day(&mut self) -> Result<(), CalendarError> {
        loop {
            let reasons = self.days.working_days.reasons_off(self.end)?;
            if reasons.is_empty() {
                return Ok(());
            }
            self.causes.push(Cause::NotAWorkingDay { day: self.end, reasons });
            self.end = later(self.end, 1);
        }
    }

    /// Names each year of which the equated days are not known and could move
    /// the end, which was `from` before it ran on.
    fn name_unknown_years(&mut self, from: Date) -> Result<(), CalendarError> {
        // In a longer term there are two working days, whatever is equated.
        let short = self.end < later(self.first, 7);
        let first = CalendarYear::of(if short { self.first } else { from })?;
        for year in first.get()..=CalendarYear::of(self.end)?.get() {
            let year = CalendarYear::new(year)?;
            if !self.days.working_days.knows_equated_days_of(year) {
                self.causes.push(Cause::EquatedDaysUnknown { year });
            }
        }
        Ok(())
    }

    /// Article 2.
    fn run_on_to_second_working_day(&mut self) -> Result<(), CalendarError> {
        let (from, mut day, mut found) = (self.end, self.first, 0);
        loop {
            let stood_still = self.suspended.iter().any(|&(first, last)| first <= day && day <= last);
            if !stood_still && self.days.working_days.is_working_day(day)? {
                found += 1;
            }
            if found == 2 {
                break;
            }
            day = later(day, 1);
        }
        if day > from {
            self.end = day;
            self.causes.push(Cause::FewWorkingDays { from, until: day });
        }
        Ok(())
    }
}
