//! Why a term ends on another day than it would by itself.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{AtwOutcome, CalendarError, DayOff, HolidayRegion, SchoolHolidayKind, Term, WorkingDays};
use crate::period::{CalendarYear, Date};
use crate::text::Text;

/// One cause why a term ends when it does.
///
/// Together, and in their order, the causes of a [`Due`](super::Due) lead from
/// the day on which the term by itself ends to the day on which it is due.
/// Those that move nothing are there because a reader may expect that they do.
///
/// ```
/// use swv_core::Date;
/// use swv_core::calendar::{Cause, DayOff};
///
/// let cause = Cause::NotAWorkingDay { day: Date::constant(2025, 4, 20), reasons: vec![DayOff::Sunday] };
/// assert_eq!(cause.text().nl, "2025-04-20 is geen werkdag: zondag");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "cause", rename_all = "snake_case", deny_unknown_fields)]
#[schemars(description = "One cause why a term ends when it does")]
pub enum Cause {
    /// The month has no such day, so that its last was taken. Moves nothing:
    /// the day sought does not exist.
    MonthEnd {
        /// The day of the month that was sought.
        sought: i8,
        /// The last day of the month.
        #[schemars(with = "String", extend("format" = "date"))]
        day: Date,
    },
    /// The term was extended.
    Extended {
        /// By how much.
        by: Term,
        /// The last day of the term before.
        #[schemars(with = "String", extend("format" = "date"))]
        from: Date,
        /// The last day of the term after.
        #[schemars(with = "String", extend("format" = "date"))]
        until: Date,
    },
    /// The term was extended to a day that was announced.
    ExtendedTo {
        /// The last day of the term before.
        #[schemars(with = "String", extend("format" = "date"))]
        from: Date,
        /// The day that was announced.
        #[schemars(with = "String", extend("format" = "date"))]
        until: Date,
    },
    /// The term stood still during days of its own; it moved by as many days.
    Suspended {
        /// The first of those days.
        #[schemars(with = "String", extend("format" = "date"))]
        from: Date,
        /// The last of them.
        #[schemars(with = "String", extend("format" = "date"))]
        until: Date,
        /// How many they are.
        days: i64,
    },
    /// A suspension with no day in the term. Moves nothing.
    SuspensionOutsideTerm {
        /// The first day of the suspension.
        #[schemars(with = "String", extend("format" = "date"))]
        from: Date,
        /// Its last day; none while it lasts.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[schemars(with = "Option<String>", extend("format" = "date"))]
        until: Option<Date>,
    },
    /// The term still stands still, so that no one knows when it ends.
    StillSuspended {
        /// The first day of the suspension.
        #[schemars(with = "String", extend("format" = "date"))]
        since: Date,
    },
    /// The term would have ended on a day that is not a working day; it moved
    /// by that one day.
    NotAWorkingDay {
        /// The day.
        #[schemars(with = "String", extend("format" = "date"))]
        day: Date,
        /// Every reason; at least one.
        reasons: Vec<DayOff>,
    },
    /// The term ends on a day that is not a working day, and the Algemene
    /// termijnenwet does not let it run on. Moves nothing.
    EndsOnADayOff {
        /// The day.
        #[schemars(with = "String", extend("format" = "date"))]
        day: Date,
        /// Every reason why it is no working day; at least one.
        reasons: Vec<DayOff>,
        /// Why the act does not let the term run on.
        atw: AtwOutcome,
    },
    /// No decree is known that says which days of the year are equated with
    /// public holidays, so the term may end later. Moves nothing.
    EquatedDaysUnknown {
        /// The year.
        year: CalendarYear,
    },
    /// The term held fewer than two working days, by article 2 of the Algemene
    /// termijnenwet.
    FewWorkingDays {
        /// The last day of the term before.
        #[schemars(with = "String", extend("format" = "date"))]
        from: Date,
        /// The last day of the term after: its second working day.
        #[schemars(with = "String", extend("format" = "date"))]
        until: Date,
    },
    /// The term ends on the day before a school holiday.
    BeforeSchoolHoliday {
        /// The holiday.
        kind: SchoolHolidayKind,
        /// Its region.
        region: HolidayRegion,
        /// Its first day.
        #[schemars(with = "String", extend("format" = "date"))]
        first_day: Date,
    },
}

impl Cause {
    /// That a term ends on a day off and does not run on; none where the day
    /// is a working day.
    pub(super) fn of_a_day_off(
        day: Date,
        atw: AtwOutcome,
        working_days: &WorkingDays,
    ) -> Result<Option<Cause>, CalendarError> {
        let reasons = working_days.reasons_off(day)?;
        Ok((!reasons.is_empty()).then_some(Cause::EndsOnADayOff { day, reasons, atw }))
    }

    /// The cause in words.
    ///
    /// ```
    /// # use swv_core::{Date, calendar::Cause};
    /// let cause = Cause::StillSuspended { since: Date::constant(2025, 3, 1) };
    /// assert_eq!(cause.text().en, "the term has stood still since 2025-03-01");
    /// ```
    pub fn text(&self) -> Text {
        match self {
            Cause::MonthEnd { sought, day } => Text::new(
                format!("de maand heeft geen dag {sought}; geteld tot de laatste dag, {day}"),
                format!("the month has no day {sought}; counted to its last day, {day}"),
            ),
            Cause::Extended { by, from, until } => {
                let by = by.text();
                Text::new(
                    format!("verlengd met {} van {from} tot en met {until}", by.nl),
                    format!("extended by {} from {from} until {until}", by.en),
                )
            }
            Cause::ExtendedTo { from, until } => Text::new(
                format!("verlengd van {from} tot en met de aangekondigde dag, {until}"),
                format!("extended from {from} until the day announced, {until}"),
            ),
            Cause::Suspended { from, until, days } => {
                let (dag, day) = if *days == 1 { ("dag", "day") } else { ("dagen", "days") };
                Text::new(
                    format!("{days} {dag} opgeschort, van {from} tot en met {until}"),
                    format!("suspended for {days} {day}, from {from} until {until}"),
                )
            }
            Cause::SuspensionOutsideTerm { from, until: Some(until) } => Text::new(
                format!("de opschorting van {from} tot en met {until} valt buiten de termijn"),
                format!("the suspension from {from} until {until} lies outside the term"),
            ),
            Cause::SuspensionOutsideTerm { from, until: None } => Text::new(
                format!("de opschorting vanaf {from} valt buiten de termijn"),
                format!("the suspension since {from} lies outside the term"),
            ),
            Cause::StillSuspended { since } => Text::new(
                format!("de termijn staat stil sinds {since}"),
                format!("the term has stood still since {since}"),
            ),
            Cause::NotAWorkingDay { day, reasons } => {
                let reasons = listed(reasons);
                Text::new(
                    format!("{day} is geen werkdag: {}", reasons.nl),
                    format!("{day} is not a working day: {}", reasons.en),
                )
            }
            Cause::EndsOnADayOff { day, reasons, atw } => {
                let (reasons, because) = (listed(reasons), atw.text());
                Text::new(
                    format!("{day} is geen werkdag ({}), maar {}", reasons.nl, because.nl),
                    format!("{day} is not a working day ({}), but {}", reasons.en, because.en),
                )
            }
            Cause::EquatedDaysUnknown { year } => Text::new(
                format!("welke dagen van {year} met een feestdag zijn gelijkgesteld, is niet bekend"),
                format!("which days of {year} are equated with a public holiday is not known"),
            ),
            Cause::FewWorkingDays { from, until } => Text::new(
                format!("tot en met {from} minder dan twee werkdagen in de termijn; de tweede is {until}"),
                format!("fewer than two working days in the term until {from}; the second is {until}"),
            ),
            Cause::BeforeSchoolHoliday { kind, region, first_day } => {
                let kind = kind.name();
                Text::new(
                    format!("de {} van regio {region} begint op {first_day}", kind.nl),
                    format!("the {} of region {region} starts on {first_day}", kind.en),
                )
            }
        }
    }
}

/// Reasons one after another.
fn listed(reasons: &[DayOff]) -> Text {
    let reasons: Vec<Text> = reasons.iter().map(DayOff::text).collect();
    let nl: Vec<&str> = reasons.iter().map(|reason| reason.nl.as_str()).collect();
    let en: Vec<&str> = reasons.iter().map(|reason| reason.en.as_str()).collect();
    Text::new(nl.join(", "), en.join(", "))
}
