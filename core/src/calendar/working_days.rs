//! Which days are working days, and why another is not.

use std::collections::BTreeMap;

use jiff::civil::Weekday;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{CalendarError, PublicHoliday};
use crate::period::{CalendarYear, Date};
use crate::provenance::Source;
use crate::text::Text;

/// Days that the Crown equates with a public holiday, by article 3, paragraph
/// 3, of the Algemene termijnenwet: one decree, and the years that it is about.
/// A day of those years that it does not name is not equated.
///
/// ```
/// use swv_core::calendar::Decree;
///
/// let decree: Decree = serde_json::from_str(r#"{
///     "source": { "document": "voorbeeld", "section": "1" },
///     "first_year": 2026,
///     "last_year": 2028,
///     "days": [{ "date": "2027-05-07", "name": { "nl": "dag na Hemelvaartsdag", "en": "day after Ascension Day" } }]
/// }"#)?;
/// assert_eq!(decree.days[0].name.en, "day after Ascension Day");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(description = "Days that the Crown equates with a public holiday")]
pub struct Decree {
    /// The decree.
    pub source: Source,
    /// The first calendar year that it is about.
    pub first_year: CalendarYear,
    /// The last.
    pub last_year: CalendarYear,
    /// The days, each once.
    pub days: Vec<EquatedDay>,
}

/// A day that the Crown equates with a public holiday.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(description = "A day that the Crown equates with a public holiday")]
pub struct EquatedDay {
    /// The day.
    #[schemars(with = "String", extend("format" = "date"))]
    pub date: Date,
    /// What people call it.
    pub name: Text,
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
            DayOff::EquatedDay { name } => Text::new(
                format!("{}, gelijkgesteld met een feestdag", name.nl),
                format!("{}, equated with a public holiday", name.en),
            ),
        }
    }
}

/// The working days: every day that is no Saturday, Sunday, public holiday or
/// equated day.
///
/// A file lists the decrees that equate days, under `decrees`. Of a year that no
/// decree is about, equated days are not known; that is never taken for none.
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
    /// The equated days of each year that a decree is about.
    equated: BTreeMap<CalendarYear, BTreeMap<Date, Text>>,
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(description = "The days that the Crown equates with a public holiday")]
struct File {
    /// The decrees; each year stands in one of them.
    decrees: Vec<Decree>,
}

impl WorkingDays {
    /// The working days, with the days that those decrees equate.
    ///
    /// # Errors
    ///
    /// [`CalendarError::DecreeReversed`], [`CalendarError::DecreedTwice`],
    /// [`CalendarError::OutsideDecree`] and [`CalendarError::EquatedTwice`].
    ///
    /// ```
    /// # use swv_core::calendar::WorkingDays;
    /// assert_eq!(WorkingDays::new([])?, WorkingDays::default());
    /// # Ok::<(), swv_core::calendar::CalendarError>(())
    /// ```
    pub fn new(decrees: impl IntoIterator<Item = Decree>) -> Result<WorkingDays, CalendarError> {
        let mut equated = BTreeMap::new();
        for Decree { source, first_year, last_year, days } in decrees {
            let decree = || source.document.clone();
            if last_year < first_year {
                return Err(CalendarError::DecreeReversed { decree: decree(), first_year, last_year });
            }
            for year in first_year.get()..=last_year.get() {
                let year = CalendarYear::new(year)?;
                if equated.insert(year, BTreeMap::new()).is_some() {
                    return Err(CalendarError::DecreedTwice { decree: decree(), year });
                }
            }
            for EquatedDay { date: day, name } in days {
                let year = CalendarYear::of(day)?;
                let of_year = equated.get_mut(&year).filter(|_| first_year <= year && year <= last_year);
                let of_year = of_year.ok_or_else(|| CalendarError::OutsideDecree { decree: decree(), day })?;
                if of_year.insert(day, name).is_some() {
                    return Err(CalendarError::EquatedTwice { day });
                }
            }
        }
        Ok(WorkingDays { equated })
    }

    /// These with those of a user, who has the last word on each year that a
    /// decree of theirs is about.
    #[must_use]
    pub fn replaced_by(mut self, users: WorkingDays) -> WorkingDays {
        self.equated.extend(users.equated);
        self
    }

    /// Whether it is known which days of that year are equated, if any are.
    ///
    /// ```
    /// # use swv_core::{CalendarYear, calendar::WorkingDays};
    /// assert!(!WorkingDays::default().knows_equated_days_of(CalendarYear::new(2029)?));
    /// # Ok::<(), swv_core::PeriodError>(())
    /// ```
    pub fn knows_equated_days_of(&self, year: CalendarYear) -> bool {
        self.equated.contains_key(&year)
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
        let equated = self.equated.get(&year).and_then(|days| days.get(&day));
        let equated = equated.map(|name| DayOff::EquatedDay { name: name.clone() });
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
        WorkingDays::new(file.decrees)
    }
}
