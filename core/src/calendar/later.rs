//! A number of days later.

use jiff::SignedDuration;

use crate::period::Date;

/// The day so many days later, or earlier where it is less than zero; the
/// last or the first day that there is, where that lies beyond.
///
/// Operators of dates panic with the text of an error, and with that text a
/// plugin would carry everything that can be wrong with a date.
pub(super) fn later(day: Date, days: i64) -> Date {
    let beyond = if days < 0 { Date::MIN } else { Date::MAX };
    let duration = SignedDuration::try_from_hours(days.saturating_mul(24));
    duration.and_then(|duration| day.checked_add(duration).ok()).unwrap_or(beyond)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_counted_over_months_and_stop_where_dates_do() {
        let day = |text: &str| text.parse::<Date>().unwrap();
        assert_eq!(later(day("2024-02-28"), 2), day("2024-03-01"));
        assert_eq!(later(day("2024-03-01"), -1), day("2024-02-29"));
        assert_eq!(later(day("2024-03-01"), 0), day("2024-03-01"));
        assert_eq!((later(Date::MAX, 1), later(Date::MIN, -1)), (Date::MAX, Date::MIN));
        assert_eq!((later(day("2024-03-01"), i64::MAX), later(day("2024-03-01"), i64::MIN)), (Date::MAX, Date::MIN));
    }
}
