//! The school holidays that come with the SDK.

use swv_core::calendar::SchoolHolidays;

/// The school holidays that come with the SDK, each school year with its
/// sources. What is not in them is not known.
///
/// ```
/// use swv_region::school_holidays;
/// use swv_core::calendar::{HolidayRegion, SchoolHolidayKind};
///
/// let holidays = school_holidays();
/// let spring = holidays.get(HolidayRegion::Noord, "2024-2025".parse()?, SchoolHolidayKind::Voorjaar);
/// assert!(spring.is_ok());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Panics
/// Never: the tests of this crate read the file.
pub fn school_holidays() -> SchoolHolidays {
    toml::from_str(include_str!("../data/school-holidays.toml")).unwrap_or_else(|error| panic!("{error}"))
}
