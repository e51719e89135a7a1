//! Named terms: when they end, and why then.

use super::super::{
    AtwOutcome, CalendarError, Cause, DayOff, Due, RunningTerm, Suspension, Term, TermBefore, TermUnit, WorkingDays,
};
use super::{day, equated, in_english, term};
use crate::period::{CalendarYear, PeriodError};
use TermUnit::{Days, Months, Weeks, Years};

fn after(start: &str, length: u16, unit: TermUnit) -> RunningTerm {
    RunningTerm::after(day(start), term(length, unit))
}

fn including(start: &str, length: u16, unit: TermUnit) -> RunningTerm {
    RunningTerm::including(day(start), term(length, unit))
}

fn suspension(from: &str, until: &str) -> Suspension {
    Suspension::new(day(from), day(until)).unwrap()
}

fn due(term: &RunningTerm) -> Due {
    term.due(&equated(&[])).unwrap()
}

fn check(term: RunningTerm, expected: &str, causes: &[&str]) {
    let due = due(&term);
    assert_eq!(due.date, Some(day(expected)), "{term:?}");
    assert_eq!(in_english(&due.moved_by), causes, "{term:?}");
    assert!(due.missing.is_empty());
}

#[test]
fn a_term_starts_the_day_after_unless_its_day_counts() {
    check(after("2025-03-03", 1, Weeks), "2025-03-10", &[]);
    check(including("2025-03-04", 1, Weeks), "2025-03-10", &[]);
    check(after("2025-03-03", 1, Days), "2025-03-04", &[]);
    check(including("2025-03-03", 1, Days), "2025-03-03", &[]);
    check(after("2025-03-02", 2, Months), "2025-05-02", &[]);
    check(including("2025-01-01", 3, Months), "2025-03-31", &[]);
    check(including("2025-02-04", 1, Years), "2026-02-03", &[]);
}

#[test]
fn a_month_without_the_day_ends_on_its_last_and_says_so() {
    check(
        after("2025-01-31", 1, Months),
        "2025-02-28",
        &["the month has no day 31; counted to its last day, 2025-02-28"],
    );
    check(
        after("2024-01-31", 1, Months),
        "2024-02-29",
        &["the month has no day 31; counted to its last day, 2024-02-29"],
    );
    check(
        after("2024-02-29", 1, Years),
        "2025-02-28",
        &["the month has no day 29; counted to its last day, 2025-02-28"],
    );
    check(after("2025-01-28", 1, Months), "2025-02-28", &[]);
    check(
        including("2025-01-31", 1, Months),
        "2025-02-28",
        &["the month has no day 31; counted to its last day, 2025-02-28"],
    );
    check(including("2025-02-01", 1, Months), "2025-02-28", &[]);
}

#[test]
fn under_the_atw_a_term_runs_on_to_a_working_day_and_names_each_day() {
    check(
        after("2024-11-27", 4, Weeks).under_the_atw(),
        "2024-12-27",
        &["2024-12-25 is not a working day: Christmas Day", "2024-12-26 is not a working day: second day of Christmas"],
    );
    check(
        after("2025-04-04", 2, Weeks).under_the_atw(),
        "2025-04-22",
        &[
            "2025-04-18 is not a working day: Good Friday",
            "2025-04-19 is not a working day: Saturday",
            "2025-04-20 is not a working day: Sunday",
            "2025-04-21 is not a working day: Easter Monday",
        ],
    );
    check(
        after("2018-04-28", 1, Weeks).under_the_atw(),
        "2018-05-07",
        &["2018-05-05 is not a working day: Saturday, Liberation Day", "2018-05-06 is not a working day: Sunday"],
    );
    check(
        after("2024-11-27", 4, Weeks),
        "2024-12-25",
        &["2024-12-25 is not a working day (Christmas Day), but the Algemene termijnenwet is not applied: \
           it holds for terms in an act, and this is none"],
    );
    assert_eq!(due(&after("2024-11-27", 4, Weeks)).atw, AtwOutcome::NotAsked);
}

#[test]
fn a_day_that_the_user_equates_moves_a_term_too() {
    let term = after("2027-04-08", 4, Weeks).under_the_atw();
    assert_eq!(due(&term).date, Some(day("2027-05-07")), "the day after Ascension is a working day by itself");
    let due = term.due(&equated(&["2027-05-07"])).unwrap();
    assert_eq!(due.date, Some(day("2027-05-10")));
    assert_eq!(
        in_english(&due.moved_by)[1],
        "2027-05-07 is not a working day: synthetic day, equated with a public holiday"
    );
}

#[test]
fn a_term_that_the_atw_leaves_out_ends_on_a_saturday_and_says_why() {
    for (start, length, unit) in
        [("2025-01-04", 13, Weeks), ("2025-01-04", 91, Days), ("2024-12-05", 4, Months), ("2024-04-05", 1, Years)]
    {
        let due = due(&after(start, length, unit).under_the_atw());
        let atw = AtwOutcome::TermTooLong { term: term(length, unit) };
        let cause = Cause::EndsOnADayOff { day: day("2025-04-05"), reasons: vec![DayOff::Saturday], atw };
        assert_eq!((due.date, due.moved_by, due.atw), (Some(day("2025-04-05")), vec![cause], atw));
    }
    for (start, length, unit) in [("2025-01-11", 12, Weeks), ("2025-01-05", 90, Days), ("2025-01-05", 3, Months)] {
        let due = due(&after(start, length, unit).under_the_atw());
        assert_eq!((due.counted, due.date), (Some(day("2025-04-05")), Some(day("2025-04-07"))));
        assert_eq!(due.atw, AtwOutcome::Applied);
    }
    let text = AtwOutcome::TermTooLong { term: term(13, Weeks) }.text();
    assert_eq!(text.en, "the Algemene termijnenwet does not hold for 13 weeks (article 4)");
}

#[test]
fn a_term_of_three_days_holds_two_working_days() {
    check(
        after("2025-04-17", 3, Days).under_the_atw(),
        "2025-04-23",
        &[
            "2025-04-20 is not a working day: Sunday",
            "2025-04-21 is not a working day: Easter Monday",
            "fewer than two working days in the term until 2025-04-22; the second is 2025-04-23",
        ],
    );
    let two_days = due(&after("2025-04-17", 2, Days).under_the_atw());
    assert_eq!(two_days.date, Some(day("2025-04-22")), "two days need not hold them");
    // Of the days from Thursday to Monday, the suspended Friday is not the term's.
    let stood_still = after("2025-03-05", 3, Days).suspended(suspension("2025-03-07", "2025-03-07")).under_the_atw();
    check(
        stood_still,
        "2025-03-10",
        &["suspended for 1 day, from 2025-03-07 until 2025-03-07", "2025-03-09 is not a working day: Sunday"],
    );
    let twice = after("2025-04-16", 3, Days).suspended(suspension("2025-04-17", "2025-04-17")).under_the_atw();
    assert_eq!(due(&twice).date, Some(day("2025-04-23")));
}

#[test]
fn an_extension_goes_on_where_the_term_ended() {
    check(
        after("2025-03-03", 6, Weeks).extended_by(term(4, Weeks)),
        "2025-05-12",
        &["extended by 4 weeks from 2025-04-14 until 2025-05-12"],
    );
    check(
        including("2025-02-01", 1, Months).extended_by(term(1, Months)),
        "2025-03-31",
        &["extended by 1 month from 2025-02-28 until 2025-03-31"],
    );
    check(
        after("2025-03-30", 1, Days).extended_by(term(1, Months)),
        "2025-04-30",
        &[
            "extended by 1 month from 2025-03-31 until 2025-04-30",
            "the month has no day 31; counted to its last day, 2025-04-30",
        ],
    );
    let weekend_between = due(&after("2025-03-01", 2, Weeks).extended_by(term(2, Days)).under_the_atw());
    assert_eq!(weekend_between.date, Some(day("2025-03-17")), "only the end of all runs on");
    let too_long = after("2025-01-03", 6, Weeks).extended_by(term(13, Weeks)).under_the_atw();
    assert_eq!(due(&too_long).atw, AtwOutcome::TermTooLong { term: term(13, Weeks) });
}

#[test]
fn a_suspension_adds_its_days_in_the_term_once() {
    check(
        after("2025-03-03", 2, Weeks).suspended(suspension("2025-03-06", "2025-03-12")),
        "2025-03-24",
        &["suspended for 7 days, from 2025-03-06 until 2025-03-12"],
    );
    check(
        after("2025-03-03", 2, Weeks)
            .suspended(suspension("2025-03-10", "2025-03-14"))
            .suspended(suspension("2025-03-06", "2025-03-12")),
        "2025-03-26",
        &["suspended for 9 days, from 2025-03-06 until 2025-03-14"],
    );
    check(
        after("2025-03-03", 2, Weeks).suspended(suspension("2025-02-20", "2025-03-05")),
        "2025-03-19",
        &["suspended for 2 days, from 2025-03-04 until 2025-03-05"],
    );
    check(
        after("2025-03-03", 2, Weeks)
            .suspended(suspension("2025-03-17", "2025-03-18"))
            .suspended(suspension("2025-03-19", "2025-03-19")),
        "2025-03-20",
        &[
            "suspended for 2 days, from 2025-03-17 until 2025-03-18",
            "suspended for 1 day, from 2025-03-19 until 2025-03-19",
        ],
    );
}

#[test]
fn a_suspension_outside_the_term_moves_nothing_and_is_named() {
    check(
        after("2025-03-03", 2, Weeks)
            .suspended(suspension("2025-02-20", "2025-03-03"))
            .suspended(suspension("2025-03-18", "2025-03-19")),
        "2025-03-17",
        &[
            "the suspension from 2025-02-20 until 2025-03-03 lies outside the term",
            "the suspension from 2025-03-18 until 2025-03-19 lies outside the term",
        ],
    );
    check(
        after("2025-03-03", 2, Weeks).suspended(Suspension::since(day("2025-03-18"))),
        "2025-03-17",
        &["the suspension since 2025-03-18 lies outside the term"],
    );
}

#[test]
fn while_a_suspension_lasts_the_end_is_not_known() {
    let running = after("2025-03-03", 2, Weeks)
        .suspended(suspension("2025-03-04", "2025-03-05"))
        .suspended(Suspension::since(day("2025-03-10")))
        .suspended(suspension("2025-03-12", "2025-03-13"))
        .under_the_atw();
    let due = due(&running);
    assert_eq!((due.date, due.counted), (None, Some(day("2025-03-17"))));
    assert_eq!(
        in_english(&due.moved_by),
        ["suspended for 2 days, from 2025-03-04 until 2025-03-05", "the term has stood still since 2025-03-10"],
    );
    assert_eq!(due.missing.len(), 1);
    assert_eq!(due.missing[0].what, "end of the suspension since 2025-03-10");
}

#[test]
fn a_term_counted_back_is_moved_by_no_law_and_on_request_to_an_earlier_working_day() {
    let check = |from: &str, length, unit, counted: &str, working: &str| {
        let before = TermBefore::day(day(from), term(length, unit));
        let plain = before.due(&equated(&["2027-05-07"])).unwrap();
        assert_eq!((plain.date, plain.atw), (Some(day(counted)), AtwOutcome::CountedBack));
        let moved = before.on_a_working_day().due(&equated(&["2027-05-07"])).unwrap();
        assert_eq!((moved.counted, moved.date), (Some(day(counted)), Some(day(working))));
    };
    check("2025-08-18", 10, Weeks, "2025-06-09", "2025-06-06");
    check("2025-06-30", 10, Weeks, "2025-04-21", "2025-04-17");
    check("2025-03-17", 3, Days, "2025-03-14", "2025-03-14");
    check("2027-05-10", 3, Days, "2027-05-07", "2027-05-04");
    let clamped = TermBefore::day(day("2025-03-31"), term(1, Months)).due(&equated(&[])).unwrap();
    assert_eq!(clamped.date, Some(day("2025-02-28")));
    assert_eq!(in_english(&clamped.moved_by), ["the month has no day 31; counted to its last day, 2025-02-28"]);
}

#[test]
fn of_a_year_without_a_decree_equated_days_are_not_known_and_the_answer_says_so() {
    let unknown = |term: RunningTerm| -> Vec<Cause> {
        let causes = term.due(&WorkingDays::default()).unwrap().moved_by;
        causes.into_iter().filter(|cause| matches!(cause, Cause::EquatedDaysUnknown { .. })).collect()
    };
    let of = |year| Cause::EquatedDaysUnknown { year: CalendarYear::new(year).unwrap() };
    assert_eq!(unknown(after("2029-03-01", 4, Weeks).under_the_atw()), [of(2029)]);
    assert_eq!(unknown(after("2028-12-03", 4, Weeks).under_the_atw()), [of(2028), of(2029)], "31-12 is a Sunday");
    assert_eq!(unknown(after("2028-12-29", 4, Days).under_the_atw()), [of(2028), of(2029)], "a short term");
    assert_eq!(unknown(after("2029-03-01", 4, Weeks)), [], "the act is not applied");
    assert_eq!(unknown(after("2029-03-01", 4, Weeks).suspended(Suspension::since(day("2029-03-02")))), []);
}

#[test]
fn a_term_that_leaves_the_calendar_is_refused() {
    let out_of_range = |year| Err(CalendarError::Period(PeriodError::CalendarYearOutOfRange { year }));
    let days = equated(&[]);
    let check = |running: RunningTerm, year| assert_eq!(running.due(&days), out_of_range(year), "{running:?}");
    check(after("1989-12-31", 1, Days), 1989);
    check(after("2100-12-20", 4, Weeks), 2101);
    check(after("2100-12-20", 1, Weeks).extended_by(term(4, Weeks)), 2101);
    check(after("2100-12-01", 1, Weeks).suspended(suspension("2100-12-02", "2100-12-28")), 2101);
    check(after("2025-03-03", 1, Weeks).suspended(suspension("2025-03-04", "2101-01-01")), 2101);
    check(after("2025-03-03", 1, Weeks).suspended(Suspension::since(day("1989-03-04"))), 1989);
    let last_day = after("2100-12-30", 1, Days).under_the_atw();
    assert_eq!(due(&last_day).date, Some(day("2100-12-31")));
    assert_eq!(last_day.due(&equated(&["2100-12-31"])), out_of_range(2101));
    assert_eq!(TermBefore::day(day("1990-01-05"), term(1, Weeks)).due(&days), out_of_range(1989));
    assert_eq!(TermBefore::day(day("2101-01-05"), term(1, Weeks)).due(&days), out_of_range(2101));
    let (long, start) = (term(u16::MAX, Years), day("2025-03-03"));
    let error = RunningTerm::after(start, long).due(&days).unwrap_err();
    assert_eq!(error, CalendarError::TermOutOfRange { term: long, day: start });
    assert_eq!(
        error.to_string(),
        "65535 years from 2025-03-03 leaves the range of dates: correct the length or the day",
    );
}

#[test]
fn every_cause_and_outcome_speaks_both_languages() {
    let running = after("2025-01-30", 1, Days)
        .extended_by(term(1, Months))
        .suspended(suspension("2025-01-29", "2025-01-30"))
        .suspended(suspension("2025-02-03", "2025-04-22"))
        .under_the_atw();
    let short = after("2025-04-17", 3, Days).under_the_atw();
    let open = after("2025-03-03", 2, Weeks).suspended(Suspension::since(day("2025-03-10")));
    let on_a_sunday = after("2025-03-02", 1, Weeks);
    let mut causes: Vec<Cause> =
        [running, short, open, on_a_sunday].iter().flat_map(|running| due(running).moved_by).collect();
    causes.push(Cause::EquatedDaysUnknown { year: CalendarYear::new(2029).unwrap() });
    let kinds: std::collections::BTreeSet<String> =
        causes.iter().map(|cause| serde_json::to_value(cause).unwrap()["cause"].as_str().unwrap().to_owned()).collect();
    assert_eq!(kinds.len(), 9, "all but a school holiday: {kinds:?}");
    for cause in causes {
        let text = cause.text();
        assert!(!text.nl.is_empty() && text.nl != text.en, "{text:?}");
        let dates = |text: &str| text.split([' ', ',', ';', ':']).filter(|word| word.starts_with("20")).count();
        assert_eq!(dates(&text.nl), dates(&text.en), "{text:?}");
    }
    for outcome in [AtwOutcome::Applied, AtwOutcome::NotAsked, AtwOutcome::CountedBack] {
        assert_ne!(outcome.text().nl, outcome.text().en);
    }
}

#[test]
fn the_limits_of_article_four_are_drawn_by_unit() {
    let beyond = |length, unit| Term::new(length, unit).unwrap().is_beyond_the_atw();
    for (last, unit) in [(90, Days), (12, Weeks), (3, Months)] {
        assert!(!beyond(last, unit) && beyond(last + 1, unit), "{unit}");
    }
    assert!(beyond(1, Years));
}
