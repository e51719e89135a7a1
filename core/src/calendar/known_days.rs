//! What is known of the days that move or end a term.

use super::{HolidayRegion, SchoolHolidays, WorkingDays};

/// What is known of the days that move or end a term.
///
/// ```
/// use swv_core::calendar::KnownDays;
///
/// assert_eq!(KnownDays::default().region, None);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct KnownDays {
    /// The working days.
    pub working_days: WorkingDays,
    /// The school holidays of the years that are known.
    pub school_holidays: SchoolHolidays,
    /// The holiday region of the school; none where that is not known.
    pub region: Option<HolidayRegion>,
}
