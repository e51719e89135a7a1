//! The school holidays that are known, and what is not.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{CalendarError, HolidayRegion, SchoolHoliday, SchoolHolidayKind};
use crate::missing::Missing;
use crate::period::{Date, SchoolYear};
use crate::provenance::Source;

/// The school holidays that are known, of any regions and years.
///
/// A holiday that is not here is not known; that is never taken for a day on
/// which there is school. The default knows none. A file lists them by school
/// year, each year with its sources.
///
/// ```
/// use swv_core::calendar::{HolidayRegion, SchoolHolidayKind, SchoolHolidays};
///
/// let holidays: SchoolHolidays = serde_json::from_str(r#"{ "school_years": [{
///     "school_year": "2027-2028",
///     "sources": [{ "document": "voorbeeld", "section": "1" }],
///     "holidays": [{ "kind": "kerst", "region": "noord", "from": "2027-12-25", "until": "2028-01-09" }]
/// }]}"#)?;
/// let year = "2027-2028".parse()?;
/// let christmas = holidays.get(HolidayRegion::Noord, year, SchoolHolidayKind::Kerst);
/// assert_eq!(christmas.map(|holiday| holiday.from.to_string()), Ok("2027-12-25".to_owned()));
/// let missing = holidays.get(HolidayRegion::Zuid, year, SchoolHolidayKind::Kerst).unwrap_err();
/// assert_eq!(missing.what, "school holiday kerst of region zuid in 2027-2028");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(try_from = "File")]
#[schemars(into = "File")]
pub struct SchoolHolidays {
    known: BTreeMap<(SchoolYear, HolidayRegion, SchoolHolidayKind), SchoolHoliday>,
}

/// A holiday whose place another took.
///
/// ```
/// use swv_core::calendar::SchoolHolidays;
///
/// let (_, replaced) = SchoolHolidays::default().replaced_by(SchoolHolidays::default());
/// assert!(replaced.is_empty());
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(description = "A holiday whose place another took")]
pub struct Replaced {
    /// The one that counts no longer.
    pub before: SchoolHoliday,
    /// The one that counts.
    pub after: SchoolHoliday,
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(description = "School holidays by school year")]
struct File {
    /// The school years; a year may stand here more than once, a holiday not.
    school_years: Vec<Year>,
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(inline)]
struct Year {
    /// The school year; a summer holiday is of the year that it ends.
    school_year: SchoolYear,
    /// Where the dates stand.
    #[schemars(length(min = 1))]
    sources: Vec<Source>,
    /// The holidays.
    holidays: Vec<Holiday>,
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(inline)]
struct Holiday {
    /// Which holiday.
    kind: SchoolHolidayKind,
    /// The region.
    region: HolidayRegion,
    /// The first day.
    #[schemars(with = "String", extend("format" = "date"))]
    from: Date,
    /// The last day, which is included.
    #[schemars(with = "String", extend("format" = "date"))]
    until: Date,
    /// Whether the minister fixes the dates or advises them, if that is known.
    fixed: Option<bool>,
}

impl SchoolHolidays {
    /// Those holidays.
    ///
    /// # Errors
    ///
    /// [`CalendarError::HolidayReversed`], [`CalendarError::OutsideSchoolYear`],
    /// [`CalendarError::NoSource`] and [`CalendarError::DuplicateHoliday`].
    ///
    /// ```
    /// # use swv_core::calendar::SchoolHolidays;
    /// assert_eq!(SchoolHolidays::new([])?, SchoolHolidays::default());
    /// # Ok::<(), swv_core::calendar::CalendarError>(())
    /// ```
    pub fn new(holidays: impl IntoIterator<Item = SchoolHoliday>) -> Result<SchoolHolidays, CalendarError> {
        let mut known = BTreeMap::new();
        for holiday in holidays {
            holiday.check()?;
            let (school_year, region, kind) = (holiday.school_year, holiday.region, holiday.kind);
            if known.insert((school_year, region, kind), holiday).is_some() {
                return Err(CalendarError::DuplicateHoliday { kind, region, school_year });
            }
        }
        Ok(SchoolHolidays { known })
    }

    /// The holiday of that region, school year and kind.
    ///
    /// # Errors
    ///
    /// What is missing, where the holiday is not known.
    pub fn get(
        &self,
        region: HolidayRegion,
        school_year: SchoolYear,
        kind: SchoolHolidayKind,
    ) -> Result<&SchoolHoliday, Missing> {
        self.known.get(&(school_year, region, kind)).ok_or_else(|| {
            Missing::new(format!("school holiday {kind} of region {region} in {school_year}"))
                .supplied_by("a file of school holidays")
        })
    }

    /// The holiday of that region in which a day falls; none where it is known
    /// to fall in none.
    ///
    /// # Errors
    ///
    /// What is missing, where the day falls in no holiday that is known, and
    /// could fall in one that is not.
    ///
    /// ```
    /// # use swv_core::{Date, calendar::{HolidayRegion, SchoolHolidays}};
    /// let missing = SchoolHolidays::default().on(HolidayRegion::Noord, Date::constant(2025, 3, 3)).unwrap_err();
    /// assert_eq!(missing.len(), 6, "five of that school year, and the summer before");
    /// ```
    pub fn on(&self, region: HolidayRegion, day: Date) -> Result<Option<&SchoolHoliday>, Vec<Missing>> {
        let out_of_range = |_| vec![Missing::new(format!("school holidays of region {region} on {day}"))];
        let school_year = SchoolYear::of(day).map_err(out_of_range)?;
        let mut candidates: Vec<_> = SchoolHolidayKind::ALL.map(|kind| self.get(region, school_year, kind)).into();
        // Until another has begun, the summer holiday of the year before may last.
        let summer_is_over = candidates.iter().flatten().any(|holiday| holiday.from <= day);
        if let Some(before) = school_year.previous().filter(|_| !summer_is_over) {
            candidates.push(self.get(region, before, SchoolHolidayKind::Zomer));
        }
        if let Some(holiday) = candidates.iter().flatten().find(|holiday| holiday.contains(day)) {
            return Ok(Some(holiday));
        }
        let missing: Vec<Missing> = candidates.into_iter().filter_map(Result::err).collect();
        if missing.is_empty() { Ok(None) } else { Err(missing) }
    }

    /// All of them, by school year, region and kind.
    pub fn iter(&self) -> impl Iterator<Item = &SchoolHoliday> {
        self.known.values()
    }

    /// These with those of a user, who has the last word; and whose place the
    /// user's took.
    #[must_use]
    pub fn replaced_by(mut self, users: SchoolHolidays) -> (SchoolHolidays, Vec<Replaced>) {
        let mut replaced = Vec::new();
        for (key, after) in users.known {
            if let Some(before) = self.known.insert(key, after.clone()) {
                replaced.push(Replaced { before, after });
            }
        }
        (self, replaced)
    }
}

impl TryFrom<File> for SchoolHolidays {
    type Error = CalendarError;

    fn try_from(file: File) -> Result<SchoolHolidays, CalendarError> {
        SchoolHolidays::new(file.school_years.into_iter().flat_map(|year| {
            let Year { school_year, sources, holidays } = year;
            holidays.into_iter().map(move |holiday| {
                let Holiday { kind, region, from, until, fixed } = holiday;
                SchoolHoliday { region, school_year, kind, from, until, fixed, sources: sources.clone() }
            })
        }))
    }
}

impl SchoolHoliday {
    /// Whether it is a holiday of its school year.
    fn check(&self) -> Result<(), CalendarError> {
        let SchoolHoliday { kind, region, school_year, from, until, .. } = *self;
        if until < from {
            return Err(CalendarError::HolidayReversed { kind, region, school_year, from, until });
        }
        let last_year = if kind == SchoolHolidayKind::Zomer { school_year.next() } else { None };
        let last_day = last_year.unwrap_or(school_year).last_day();
        let outside = |day| Err(CalendarError::OutsideSchoolYear { kind, region, school_year, day });
        if !school_year.days().contains(from) {
            return outside(from);
        }
        if until > last_day {
            return outside(until);
        }
        if self.sources.is_empty() || self.sources.iter().any(is_blank) {
            return Err(CalendarError::NoSource { school_year });
        }
        Ok(())
    }
}

fn is_blank(source: &Source) -> bool {
    source.document.trim().is_empty() || source.section.trim().is_empty()
}
