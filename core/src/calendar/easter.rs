//! The day of Easter, from which most public holidays follow.

use jiff::civil::{Date, date};

use super::CalendarError;

/// Easter Sunday of the Gregorian calendar, for a year from 1583 to 9999.
///
/// By the method of Meeus, Jones and Butcher (J. Meeus, *Astronomical
/// Algorithms*, chapter 8), which knows no exceptions.
///
/// # Errors
///
/// [`CalendarError::NoEaster`].
///
/// ```
/// use swv_core::calendar::easter_sunday;
///
/// assert_eq!(easter_sunday(2025)?.to_string(), "2025-04-20");
/// assert!(easter_sunday(1582).is_err());
/// # Ok::<(), swv_core::calendar::CalendarError>(())
/// ```
pub fn easter_sunday(year: i16) -> Result<Date, CalendarError> {
    if (1583..=9999).contains(&year) { Ok(gregorian(year)) } else { Err(CalendarError::NoEaster { year }) }
}

/// The same, for callers whose year is in the range.
pub(super) fn gregorian(year: i16) -> Date {
    let (century, of_century) = (year / 100, year % 100);
    let golden = year % 19;
    let lunar_correction = (century - (century + 8) / 25 + 1) / 3;
    let epact = (19 * golden + century - century / 4 - lunar_correction + 15) % 30;
    let weekday = (32 + 2 * (century % 4) + 2 * (of_century / 4) - epact - of_century % 4) % 7;
    let late = (golden + 11 * epact + 22 * weekday) / 451;
    let days = epact + weekday - 7 * late + 114;
    date(year, (days / 31) as i8, (days % 31 + 1) as i8)
}
