//! Terms that count some days only: working days and school weeks.

use super::super::{
    CalendarError, HolidayRegion, KnownDays, RunningTerm, SchoolHoliday, SchoolHolidayKind, SchoolHolidays, Suspension,
    TermBefore, TermUnit, WorkingDays,
};
use super::{day, equated, in_english, source, term};
use TermUnit::{SchoolWeeks, WorkingDays as Working};

/// The spring holiday of 2025, and no other day off at school in that year.
fn known() -> KnownDays {
    let holiday = |kind, from: &str, until: &str| SchoolHoliday {
        region: HolidayRegion::Noord,
        school_year: "2024-2025".parse().unwrap(),
        kind,
        from: day(from),
        until: day(until),
        fixed: None,
        sources: vec![source()],
    };
    let holidays = [
        holiday(SchoolHolidayKind::Herfst, "2024-10-26", "2024-11-03"),
        holiday(SchoolHolidayKind::Kerst, "2024-12-21", "2025-01-05"),
        holiday(SchoolHolidayKind::Voorjaar, "2025-02-15", "2025-02-23"),
        holiday(SchoolHolidayKind::Mei, "2025-04-26", "2025-05-04"),
        holiday(SchoolHolidayKind::Zomer, "2025-07-12", "2025-08-24"),
    ];
    let school_holidays = SchoolHolidays::new(holidays).unwrap();
    KnownDays { working_days: equated(&[]), school_holidays, region: Some(HolidayRegion::Noord) }
}

fn ends(running: &RunningTerm) -> String {
    running.due(&known()).unwrap().date.unwrap().to_string()
}

fn after(start: &str, length: u16, unit: TermUnit) -> RunningTerm {
    RunningTerm::after(day(start), term(length, unit))
}

#[test]
fn working_days_pass_over_weekends_holidays_and_equated_days() {
    // Thursday; Good Friday is one but for the act, Easter Monday is not.
    for (start, length, end) in [
        ("2025-04-17", 1, "2025-04-22"),
        ("2025-04-11", 5, "2025-04-22"),
        ("2025-04-18", 1, "2025-04-22"),
        ("2025-12-24", 2, "2025-12-30"),
    ] {
        assert_eq!(ends(&after(start, length, Working)), end, "{length} after {start}");
    }
    let with = after("2025-05-28", 1, Working).due(&equated(&["2025-05-30"])).unwrap();
    assert_eq!(with.date, Some(day("2025-06-02")), "Ascension Day, and an equated day after it");
}

#[test]
fn a_first_day_that_counts_is_the_first_working_day_or_school_day() {
    let including = |start: &str, length, unit| ends(&RunningTerm::including(day(start), term(length, unit)));
    assert_eq!(including("2025-03-03", 1, Working), "2025-03-03");
    assert_eq!(including("2025-03-01", 1, Working), "2025-03-03", "a Saturday is none");
    assert_eq!(including("2025-02-03", 1, SchoolWeeks), "2025-02-07");
}

#[test]
fn a_school_week_in_a_holiday_does_not_count_and_one_with_a_public_holiday_does() {
    assert_eq!(ends(&after("2025-02-03", 1, SchoolWeeks)), "2025-02-10");
    assert_eq!(ends(&after("2025-02-03", 6, SchoolWeeks)), "2025-03-24", "seven weeks, of which one is a holiday");
    assert_eq!(ends(&after("2025-02-19", 1, SchoolWeeks)), "2025-02-28", "from within it");
    assert_eq!(ends(&after("2025-04-14", 1, SchoolWeeks)), "2025-04-21", "Easter Monday is in no school holiday");
}

#[test]
fn a_holiday_that_is_not_known_leaves_the_end_unknown_and_is_named() {
    let due = after("2025-08-20", 2, SchoolWeeks).due(&known()).unwrap();
    assert_eq!(due.date.map(|day| day.to_string()), None, "of the next school year no holiday is known");
    assert!(due.missing.iter().any(|missing| missing.what.contains("herfst of region noord in 2025-2026")), "{due:?}");
    let due = after("2025-02-03", 1, SchoolWeeks).due(&WorkingDays::default()).unwrap();
    assert_eq!((due.date, due.missing[0].what.as_str()), (None, "the holiday region of the school"));
}

#[test]
fn unknown_equated_days_are_named_for_every_year_that_is_counted() {
    let due = after("2025-12-29", 3, Working).due(&WorkingDays::default()).unwrap();
    assert_eq!(due.date, Some(day("2026-01-02")));
    assert_eq!(
        in_english(&due.moved_by),
        [
            "which days of 2025 are equated with a public holiday is not known",
            "which days of 2026 are equated with a public holiday is not known"
        ]
    );
}

#[test]
fn a_term_that_stands_still_moves_by_the_days_that_it_counts() {
    let stopped = |from: &str, until: &str| Suspension::new(day(from), day(until)).unwrap();
    // From Friday to Monday there are two working days.
    let running = after("2025-03-03", 10, Working).suspended(stopped("2025-03-07", "2025-03-10"));
    assert_eq!(ends(&running), "2025-03-19");
    let weekend = after("2025-03-03", 10, Working).suspended(stopped("2025-03-08", "2025-03-09"));
    assert_eq!(ends(&weekend), "2025-03-17", "a weekend is no day of it");
    let holiday = after("2025-02-10", 1, SchoolWeeks).suspended(stopped("2025-02-15", "2025-02-24"));
    assert_eq!(ends(&holiday), "2025-02-25", "of the ten days one is at school");
}

#[test]
fn an_extension_counts_in_its_own_unit() {
    let running = after("2025-02-10", 1, SchoolWeeks).extended_by(term(2, TermUnit::Days));
    assert_eq!(ends(&running), "2025-02-26");
}

#[test]
fn a_term_in_working_days_or_school_weeks_is_counted_back_too() {
    let before = |from: &str, length, unit| TermBefore::day(day(from), term(length, unit)).due(&known()).unwrap().date;
    assert_eq!(before("2025-04-22", 1, Working), Some(day("2025-04-17")));
    assert_eq!(before("2025-03-03", 2, SchoolWeeks), Some(day("2025-02-10")));
}

#[test]
fn a_term_that_leaves_the_calendar_is_an_error_and_no_loop() {
    let far = after("2025-01-01", u16::MAX, Working).due(&WorkingDays::default());
    assert!(matches!(far, Err(CalendarError::Period(_))), "{far:?}");
}

#[test]
fn counting_day_by_day_gives_the_same() {
    let (days, mut count, mut at) = (known(), 0, day("2025-01-06"));
    while at < day("2025-07-01") {
        at = at.tomorrow().unwrap();
        if days.working_days.is_working_day(at).unwrap() {
            count += 1;
            assert_eq!(ends(&after("2025-01-06", count, Working)), at.to_string(), "{count}");
        }
    }
    assert!(count > 100);
}
