//! A school holiday of a region.

use std::fmt;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::period::{Date, SchoolYear};
use crate::provenance::Source;
use crate::text::Text;

/// A region of the Netherlands by which school holidays are spread.
///
/// ```
/// use swv_core::calendar::HolidayRegion;
///
/// assert_eq!(HolidayRegion::Noord.to_string(), "noord");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(description = "A region by which school holidays are spread")]
pub enum HolidayRegion {
    /// North.
    Noord,
    /// Middle.
    Midden,
    /// South.
    Zuid,
}

/// As in a file: `noord`.
impl fmt::Display for HolidayRegion {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            HolidayRegion::Noord => "noord",
            HolidayRegion::Midden => "midden",
            HolidayRegion::Zuid => "zuid",
        })
    }
}

/// Which of the holidays of a school year, in their order.
///
/// ```
/// use swv_core::calendar::SchoolHolidayKind;
///
/// assert_eq!(SchoolHolidayKind::Herfst.name().nl, "herfstvakantie");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(description = "Which of the holidays of a school year")]
pub enum SchoolHolidayKind {
    /// Autumn.
    Herfst,
    /// Christmas.
    Kerst,
    /// Spring.
    Voorjaar,
    /// May.
    Mei,
    /// Summer, with which the school year ends.
    Zomer,
}

impl SchoolHolidayKind {
    /// All of them, in their order.
    pub const ALL: [SchoolHolidayKind; 5] = [
        SchoolHolidayKind::Herfst,
        SchoolHolidayKind::Kerst,
        SchoolHolidayKind::Voorjaar,
        SchoolHolidayKind::Mei,
        SchoolHolidayKind::Zomer,
    ];

    /// What people call it.
    ///
    /// ```
    /// # use swv_core::calendar::SchoolHolidayKind;
    /// assert_eq!(SchoolHolidayKind::Mei.name().en, "May holiday");
    /// ```
    pub fn name(self) -> Text {
        match self {
            SchoolHolidayKind::Herfst => Text::new("herfstvakantie", "autumn holiday"),
            SchoolHolidayKind::Kerst => Text::new("kerstvakantie", "Christmas holiday"),
            SchoolHolidayKind::Voorjaar => Text::new("voorjaarsvakantie", "spring holiday"),
            SchoolHolidayKind::Mei => Text::new("meivakantie", "May holiday"),
            SchoolHolidayKind::Zomer => Text::new("zomervakantie", "summer holiday"),
        }
    }
}

/// As in a file: `herfst`.
impl fmt::Display for SchoolHolidayKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            SchoolHolidayKind::Herfst => "herfst",
            SchoolHolidayKind::Kerst => "kerst",
            SchoolHolidayKind::Voorjaar => "voorjaar",
            SchoolHolidayKind::Mei => "mei",
            SchoolHolidayKind::Zomer => "zomer",
        })
    }
}

/// One school holiday of one region.
///
/// ```
/// use swv_core::Date;
/// use swv_core::calendar::SchoolHolidays;
///
/// let holidays: SchoolHolidays = serde_json::from_str(r#"{ "school_years": [{
///     "school_year": "2027-2028",
///     "sources": [{ "document": "voorbeeld", "section": "1" }],
///     "holidays": [{ "kind": "mei", "region": "zuid", "from": "2028-04-29", "until": "2028-05-07", "fixed": true }]
/// }]}"#)?;
/// let holiday = holidays.iter().next().unwrap();
/// assert!(holiday.contains(Date::constant(2028, 5, 7)));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(description = "One school holiday of one region")]
pub struct SchoolHoliday {
    /// The region.
    pub region: HolidayRegion,
    /// The school year; a summer holiday is of the year that it ends.
    pub school_year: SchoolYear,
    /// Which holiday.
    pub kind: SchoolHolidayKind,
    /// The first day, which is often a Saturday.
    #[schemars(with = "String", extend("format" = "date"))]
    pub from: Date,
    /// The last day, which is included.
    #[schemars(with = "String", extend("format" = "date"))]
    pub until: Date,
    /// Whether the minister fixes the dates, so that schools must keep to
    /// them, or advises them; none where that is not known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fixed: Option<bool>,
    /// Where the dates stand; at least one.
    pub sources: Vec<Source>,
}

impl SchoolHoliday {
    /// Whether a day is in the holiday.
    pub fn contains(&self, day: Date) -> bool {
        self.from <= day && day <= self.until
    }
}
