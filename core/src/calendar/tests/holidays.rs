//! Easter, public holidays and working days.

use std::collections::BTreeSet;

use jiff::civil::{Weekday, date};

use super::super::{CalendarError, DayOff, Decree, PublicHoliday, WorkingDays, easter_sunday};
use super::{day, equated};
use crate::period::{CalendarYear, PeriodError};

/// Month and day of Easter from 2000 to 2050, a line a decade, as the tests of
/// python-dateutil list them; so does Wikipedia's list, from 2001 to 2040.
const EASTER: [&str; 6] = [
    "4-23 4-15 3-31 4-20 4-11 3-27 4-16 4-8 3-23 4-12",
    "4-4 4-24 4-8 3-31 4-20 4-5 3-27 4-16 4-1 4-21",
    "4-12 4-4 4-17 4-9 3-31 4-20 4-5 3-28 4-16 4-1",
    "4-21 4-13 3-28 4-17 4-9 3-25 4-13 4-5 4-25 4-10",
    "4-1 4-21 4-6 3-29 4-17 4-9 3-25 4-14 4-5 4-18",
    "4-10",
];

fn year(year: u16) -> CalendarYear {
    CalendarYear::new(year).unwrap()
}

#[test]
fn easter_agrees_with_a_published_table() {
    let days: Vec<&str> = EASTER.iter().flat_map(|decade| decade.split(' ')).collect();
    assert_eq!(days.len(), 51);
    for (year, expected) in (2000..).zip(days) {
        let easter = easter_sunday(year).unwrap();
        assert_eq!(format!("{}-{}", easter.month(), easter.day()), expected, "{year}");
    }
}

#[test]
fn easter_reaches_both_of_its_extremes() {
    for year in [1818, 2285] {
        assert_eq!(easter_sunday(year), Ok(date(year, 3, 22)));
    }
    for year in [1943, 2038] {
        assert_eq!(easter_sunday(year), Ok(date(year, 4, 25)));
    }
}

#[test]
fn easter_is_a_sunday_between_its_extremes_in_every_year() {
    for year in 1583..=9999 {
        let easter = easter_sunday(year).unwrap();
        assert_eq!(easter.weekday(), Weekday::Sunday, "{easter}");
        assert!((date(year, 3, 22)..=date(year, 4, 25)).contains(&easter), "{easter}");
    }
    for year in [-1, 1582, 10_000] {
        assert_eq!(easter_sunday(year), Err(CalendarError::NoEaster { year }));
    }
    let message = easter_sunday(1582).unwrap_err().to_string();
    assert_eq!(message, "the year 1582 has no Gregorian Easter here: give a year from 1583 to 9999");
}

#[test]
fn the_public_holidays_of_a_year_are_those_of_the_law() {
    let of = |number: u16| -> Vec<String> {
        PublicHoliday::ALL
            .into_iter()
            .filter_map(|it| it.in_year(year(number)))
            .map(|day| day.to_string()[5..].into())
            .collect()
    };
    assert_eq!(of(2024), ["01-01", "03-29", "04-01", "04-27", "05-05", "05-09", "05-20", "12-25", "12-26"]);
    assert_eq!(of(2025), ["01-01", "04-18", "04-21", "04-26", "05-05", "05-29", "06-09", "12-25", "12-26"]);
    assert_eq!(of(2013), ["01-01", "03-29", "04-01", "04-30", "05-05", "05-09", "05-20", "12-25", "12-26"]);
}

#[test]
fn the_kings_birthday_is_never_celebrated_on_a_sunday() {
    for (number, expected) in [
        (1990, "1990-04-30"),
        (2000, "2000-04-29"),
        (2006, "2006-04-29"),
        (2013, "2013-04-30"),
        (2014, "2014-04-26"),
        (2015, "2015-04-27"),
        (2024, "2024-04-27"),
        (2025, "2025-04-26"),
        (2031, "2031-04-26"),
    ] {
        let days = [PublicHoliday::QueensDay, PublicHoliday::KingsDay].map(|it| it.in_year(year(number)));
        let days: Vec<_> = days.into_iter().flatten().collect();
        assert_eq!(days, [day(expected)], "one of the two");
    }
}

#[test]
fn every_holiday_has_an_id_and_two_names_of_its_own() {
    let ids: BTreeSet<String> = PublicHoliday::ALL.iter().map(|it| serde_json::to_string(it).unwrap()).collect();
    let dutch: BTreeSet<String> = PublicHoliday::ALL.iter().map(|it| it.name().nl).collect();
    let english: BTreeSet<String> = PublicHoliday::ALL.iter().map(|it| it.name().en).collect();
    assert_eq!([ids.len(), dutch.len(), english.len()], [PublicHoliday::ALL.len(); 3]);
    assert!(ids.contains("\"new_years_day\""));
}

#[test]
fn a_day_off_names_every_reason() {
    let days = equated(&["2027-05-07", "2027-05-08"]);
    let reasons =
        |text| -> Vec<String> { days.reasons_off(day(text)).unwrap().iter().map(|reason| reason.text().en).collect() };
    assert_eq!(reasons("2018-05-05"), ["Saturday", "Liberation Day"]);
    assert_eq!(reasons("2024-05-05"), ["Sunday", "Liberation Day"]);
    assert_eq!(reasons("2005-05-05"), ["Liberation Day", "Ascension Day"]);
    assert_eq!(reasons("2027-05-07"), ["synthetic day, equated with a public holiday"]);
    assert_eq!(reasons("2027-05-08"), ["Saturday", "synthetic day, equated with a public holiday"]);
    assert_eq!(reasons("2027-05-10"), [""; 0]);
    assert_eq!(WorkingDays::default().reasons_off(day("2027-05-08")), Ok(vec![DayOff::Saturday]));
}

#[test]
fn a_day_outside_the_calendar_is_refused_and_none_is_equated_twice() {
    let error = CalendarError::Period(PeriodError::CalendarYearOutOfRange { year: 2101 });
    assert_eq!(WorkingDays::default().is_working_day(day("2101-01-03")), Err(error.clone()));
    let decree = |years: (u16, u16), days: &[&str]| {
        let days: Vec<String> =
            days.iter().map(|day| format!(r#"{{ date = "{day}", name = {{ nl = "a", en = "b" }} }}"#)).collect();
        let (source, days) = (r#"{ document = "c", section = "d" }"#, days.join(", "));
        format!("[[decrees]]\nfirst_year = {}\nlast_year = {}\nsource = {source}\ndays = [{days}]\n", years.0, years.1)
    };
    let read = |text: &str| toml::from_str::<WorkingDays>(text).map_err(|error| error.message().to_owned());
    let refused = |text: &str| read(text).unwrap_err();
    assert_eq!(read("decrees = []"), Ok(WorkingDays::default()));
    assert!(read(&decree((2027, 2027), &[])).unwrap().knows_equated_days_of(year(2027)));
    assert_eq!(
        refused(&decree((2027, 2027), &["2027-05-07", "2027-05-07"])),
        "the day 2027-05-07 is equated with a public holiday twice: keep one of them"
    );
    assert_eq!(
        refused(&decree((2026, 2027), &["2028-05-26"])),
        "c: 2028-05-26 is not in the years of the decree: correct the day, `first_year` or `last_year`"
    );
    assert_eq!(refused(&decree((2027, 2027), &["2101-01-03"])), error.to_string());
    assert_eq!(
        refused(&decree((2028, 2026), &[])),
        "c: from 2028 until 2026 ends before it starts: exchange the years or correct one"
    );
    assert_eq!(
        refused(&[decree((2026, 2028), &[]), decree((2028, 2029), &[])].concat()),
        "c: another decree is about 2028 too: give each year one decree"
    );
    assert!(refused("holidays = []").contains("unknown field `holidays`"));
    assert!(refused("").contains("missing field `decrees`"));
}

#[test]
fn a_users_decree_has_the_last_word_on_its_years() {
    let built_in = equated(&["2027-05-07", "2028-05-26"]);
    let years = (year(2027), year(2027));
    let own = Decree { source: super::source(), first_year: years.0, last_year: years.1, days: Vec::new() };
    let days = built_in.replaced_by(WorkingDays::new([own]).unwrap());
    assert_eq!(days.is_working_day(day("2027-05-07")), Ok(true));
    assert_eq!(days.is_working_day(day("2028-05-26")), Ok(false));
}
