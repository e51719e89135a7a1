//! The public holidays that the Algemene termijnenwet names.

use jiff::civil::{Weekday, date};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::easter;
use super::later::later;
use crate::period::{CalendarYear, Date};
use crate::text::Text;

/// A day that article 3, paragraphs 1 and 2, of the Algemene termijnenwet
/// names. Saturdays and Sundays are not among them; Easter Sunday and Whit
/// Sunday are Sundays.
///
/// The day on which the King's birthday is celebrated was Queen's Day, 30
/// April, until 2013, and is King's Day, 27 April, since 2014; where that is a
/// Sunday, the Saturday before, as has been decreed since 1980.
///
/// ```
/// use swv_core::CalendarYear;
/// use swv_core::calendar::PublicHoliday;
///
/// let year = CalendarYear::new(2025)?;
/// let day = PublicHoliday::KingsDay.in_year(year).unwrap();
/// assert_eq!(day.to_string(), "2025-04-26");
/// assert_eq!(PublicHoliday::QueensDay.in_year(year), None);
/// # Ok::<(), swv_core::PeriodError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(description = "A day that article 3 of the Algemene termijnenwet names")]
pub enum PublicHoliday {
    /// 1 January.
    NewYearsDay,
    /// The Friday before Easter, by paragraph 2.
    GoodFriday,
    /// The day after Easter.
    EasterMonday,
    /// 27 April, or 26 April where that is a Sunday; since 2014.
    KingsDay,
    /// 30 April, or 29 April where that is a Sunday; until 2013.
    QueensDay,
    /// 5 May.
    LiberationDay,
    /// The Thursday 39 days after Easter.
    AscensionDay,
    /// The Monday 50 days after Easter.
    WhitMonday,
    /// 25 December.
    ChristmasDay,
    /// 26 December.
    SecondChristmasDay,
}

impl PublicHoliday {
    /// All of them, in the order of the year.
    pub const ALL: [PublicHoliday; 10] = [
        PublicHoliday::NewYearsDay,
        PublicHoliday::GoodFriday,
        PublicHoliday::EasterMonday,
        PublicHoliday::KingsDay,
        PublicHoliday::QueensDay,
        PublicHoliday::LiberationDay,
        PublicHoliday::AscensionDay,
        PublicHoliday::WhitMonday,
        PublicHoliday::ChristmasDay,
        PublicHoliday::SecondChristmasDay,
    ];

    /// The day of the holiday in that year; none where it was not one then.
    ///
    /// ```
    /// # use swv_core::{CalendarYear, calendar::PublicHoliday};
    /// let day = PublicHoliday::AscensionDay.in_year(CalendarYear::new(2024)?);
    /// assert_eq!(day.unwrap().to_string(), "2024-05-09");
    /// # Ok::<(), swv_core::PeriodError>(())
    /// ```
    pub fn in_year(self, year: CalendarYear) -> Option<Date> {
        let year = year.get() as i16;
        let after_easter = |days: i64| later(easter::gregorian(year), days);
        let day = match self {
            PublicHoliday::NewYearsDay => date(year, 1, 1),
            PublicHoliday::GoodFriday => after_easter(-2),
            PublicHoliday::EasterMonday => after_easter(1),
            PublicHoliday::KingsDay if year >= 2014 => not_on_sunday(date(year, 4, 27)),
            PublicHoliday::QueensDay if year < 2014 => not_on_sunday(date(year, 4, 30)),
            PublicHoliday::KingsDay | PublicHoliday::QueensDay => return None,
            PublicHoliday::LiberationDay => date(year, 5, 5),
            PublicHoliday::AscensionDay => after_easter(39),
            PublicHoliday::WhitMonday => after_easter(50),
            PublicHoliday::ChristmasDay => date(year, 12, 25),
            PublicHoliday::SecondChristmasDay => date(year, 12, 26),
        };
        Some(day)
    }

    /// What people call it.
    ///
    /// ```
    /// # use swv_core::calendar::PublicHoliday;
    /// assert_eq!(PublicHoliday::GoodFriday.name().nl, "Goede Vrijdag");
    /// ```
    pub fn name(self) -> Text {
        match self {
            PublicHoliday::NewYearsDay => Text::new("Nieuwjaarsdag", "New Year's Day"),
            PublicHoliday::GoodFriday => Text::new("Goede Vrijdag", "Good Friday"),
            PublicHoliday::EasterMonday => Text::new("Tweede Paasdag", "Easter Monday"),
            PublicHoliday::KingsDay => Text::new("Koningsdag", "King's Day"),
            PublicHoliday::QueensDay => Text::new("Koninginnedag", "Queen's Day"),
            PublicHoliday::LiberationDay => Text::new("Bevrijdingsdag", "Liberation Day"),
            PublicHoliday::AscensionDay => Text::new("Hemelvaartsdag", "Ascension Day"),
            PublicHoliday::WhitMonday => Text::new("Tweede Pinksterdag", "Whit Monday"),
            PublicHoliday::ChristmasDay => Text::new("Eerste Kerstdag", "Christmas Day"),
            PublicHoliday::SecondChristmasDay => Text::new("Tweede Kerstdag", "second day of Christmas"),
        }
    }
}

fn not_on_sunday(day: Date) -> Date {
    if day.weekday() == Weekday::Sunday { later(day, -1) } else { day }
}
