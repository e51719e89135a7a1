//! Periods in months, without the calendar's arithmetic: it can fail, and what
//! it says then would be in the plugin.

use std::cmp::Ordering;

use swv_plugin::Date;

/// How the day so many months after one lies to another. A day that the month
/// does not have lies after its last.
pub(crate) fn months_after(from: Date, months: i32, other: Date) -> Ordering {
    let number = |day: Date| i32::from(day.year()) * 12 + i32::from(day.month());
    (number(from) + months, from.day()).cmp(&(number(other), other.day()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_are_counted_over_years_and_to_the_day() {
        let day = |text: &str| text.parse::<Date>().unwrap();
        let after = |from, months, other| months_after(day(from), months, day(other));
        assert_eq!(after("2025-04-14", 3, "2025-07-14"), Ordering::Equal);
        assert_eq!(after("2025-11-14", 3, "2026-02-13"), Ordering::Greater);
        assert_eq!(after("2025-11-14", 3, "2026-02-15"), Ordering::Less);
        assert_eq!(after("2025-08-31", 6, "2026-02-28"), Ordering::Greater);
    }
}
