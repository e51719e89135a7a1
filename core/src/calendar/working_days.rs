//! Which days are working days, and why another is not.

use std::collections::BTreeMap;

use jiff::civil::Weekday;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{CalendarError, PublicHoliday};
use crate::period::{CalendarYear, Date};
use crate::provenance::Source;
use crate::text::Text;

/// A day that the Crown equates with a public holiday, by article 3,
/// paragraph 3, of the Algemene termijnenwet. The user's data: such days stand
/// in the Staatscourant, and none is built in.
///
/// ```
/// use swv_core::calendar::EquatedDay;
///
/// let day: EquatedDay = serde_json::from_str(r#"{
///     "date": "2027-05-07",
///     "name": { "nl": "dag na Hemelvaart", "en": "day after Ascension" },
///     "source": { "document": "voorbeeld", "section": "1" }
/// }"#)?;
/// assert_eq!(day.name.en, "day after Ascension");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(description = "A day that the Crown equates with a public holiday")]
pub struct EquatedDay {
    /// The day.
    #[schemars(with = "String", extend("format" = "date"))]
    pub date: Date,
    /// What people call it.
    pub name: Text,
    /// The decree in which it stands.
    pub source: Source,
}

/// Why a day is not a working day.
///
/// ```
/// use swv_core::calendar::{DayOff, PublicHoliday};
///
/// let reason = DayOff::PublicHoliday { holiday: PublicHoliday::WhitMonday };
/// assert_eq!(reason.text().nl, "Tweede Pinksterdag");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "reason", rename_all = "snake_case", deny_unknown_fields)]
#[schemars(description = "Why a day is not a working day")]
pub enum DayOff {
    /// A Saturday.
    Saturday,
    /// A Sunday.
    Sunday,
    /// A holiday that the law names.
    PublicHoliday {
        /// Which.
        holiday: PublicHoliday,
    },
    /// A day that the Crown equates with one.
    EquatedDay {
        /// What people call it.
        name: Text,
    },
}

impl DayOff {
    /// The reason in words.
    ///
    /// ```
    /// # use swv_core::calendar::DayOff;
    /// assert_eq!(DayOff::Saturday.text().nl, "zaterdag");
    /// ```
    pub fn text(&self) -> Text {
        match self {
            DayOff::Saturday => Text::new("zaterdag", "Saturday"),
            DayOff::Sunday => Text::new("zondag", "Sunday"),
            DayOff::PublicHoliday { holiday } => holiday.name(),
            DayOff::EquatedDay { name } => name.clone(),
        }
    }
}

/// The working days: every day that is no Saturday, Sunday, public holiday or
/// equated day.
///
/// A file is a list of the equated days, under `equated_days`.
///
/// ```
/// use swv_core::Date;
/// use swv_core::calendar::{DayOff, PublicHoliday, WorkingDays};
///
/// let days = WorkingDays::default();
/// let king = DayOff::PublicHoliday { holiday: PublicHoliday::KingsDay };
/// assert_eq!(days.reasons_off(Date::constant(2025, 4, 26))?, [DayOff::Saturday, king]);
/// assert!(days.reasons_off(Date::constant(2025, 4, 25))?.is_empty());
/// # Ok::<(), swv_core::calendar::CalendarError>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(try_from = "File")]
#[schemars(into = "File")]
pub struct WorkingDays {
    equated: BTreeMap<Date, EquatedDay>,
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(description = "The days that the Crown equates with a public holiday")]
struct File {
    /// The days, each once.
    equated_days: Vec<EquatedDay>,
}

impl WorkingDays {
    /// The working days, with those days equated with public holidays.
    ///
    /// # Errors
    ///
    /// [`CalendarError::EquatedTwice`], and [`CalendarError::Period`] where a
    /// day is not in 1990 to 2100.
    ///
    /// ```
    /// # use swv_core::calendar::WorkingDays;
    /// assert_eq!(WorkingDays::new(Vec::new())?, WorkingDays::default());
    /// # Ok::<(), swv_core::calendar::CalendarError>(())
    /// ```
    pub fn new(equated_days: Vec<EquatedDay>) -> Result<WorkingDays, CalendarError> {
        let mut equated = BTreeMap::new();
        for equated_day in equated_days {
            let day = equated_day.date;
            CalendarYear::of(day)?;
            if equated.insert(day, equated_day).is_some() {
                return Err(CalendarError::EquatedTwice { day });
            }
        }
        Ok(WorkingDays { equated })
    }

    /// Why that day is not a working day: every reason; none for a working day.
    ///
    /// # Errors
    ///
    /// [`CalendarError::Period`] where the day is not in 1990 to 2100.
    ///
    /// ```
    /// # use swv_core::{Date, calendar::WorkingDays};
    /// let ascension_and_liberation = Date::constant(2016, 5, 5);
    /// assert_eq!(WorkingDays::default().reasons_off(ascension_and_liberation)?.len(), 2);
    /// # Ok::<(), swv_core::calendar::CalendarError>(())
    /// ```
    pub fn reasons_off(&self, day: Date) -> Result<Vec<DayOff>, CalendarError> {
        let year = CalendarYear::of(day)?;
        let weekend = match day.weekday() {
            Weekday::Saturday => Some(DayOff::Saturday),
            Weekday::Sunday => Some(DayOff::Sunday),
            _ => None,
        };
        let holidays = PublicHoliday::ALL.into_iter().filter(|holiday| holiday.in_year(year) == Some(day));
        let holidays = holidays.map(|holiday| DayOff::PublicHoliday { holiday });
        let equated = self.equated.get(&day).map(|equated| DayOff::EquatedDay { name: equated.name.clone() });
        Ok(weekend.into_iter().chain(holidays).chain(equated).collect())
    }

    /// Whether that day is a working day.
    ///
    /// # Errors
    ///
    /// [`CalendarError::Period`] where the day is not in 1990 to 2100.
    ///
    /// ```
    /// # use swv_core::{Date, calendar::WorkingDays};
    /// assert!(WorkingDays::default().is_working_day(Date::constant(2025, 4, 22))?);
    /// # Ok::<(), swv_core::calendar::CalendarError>(())
    /// ```
    pub fn is_working_day(&self, day: Date) -> Result<bool, CalendarError> {
        Ok(self.reasons_off(day)?.is_empty())
    }
}

impl TryFrom<File> for WorkingDays {
    type Error = CalendarError;

    fn try_from(file: File) -> Result<WorkingDays, CalendarError> {
        WorkingDays::new(file.equated_days)
    }
}
