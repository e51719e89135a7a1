//! The working days, with the equated days that come with the SDK.

use swv_core::calendar::WorkingDays;

/// The working days, with the days that the decrees which come with the SDK
/// equate with a public holiday. Of other years equated days are not known.
///
/// ```
/// use swv_core::{CalendarYear, Date};
///
/// let days = swv_region::working_days();
/// assert!(!days.is_working_day(Date::constant(2024, 12, 27))?);
/// assert!(!days.knows_equated_days_of(CalendarYear::new(2029)?));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Panics
/// Never: the tests of this crate read the file.
pub fn working_days() -> WorkingDays {
    toml::from_str(include_str!("../data/equated-days.toml")).unwrap_or_else(|error| panic!("{error}"))
}
