//! Every day of ten years, and a model that counts day by day.

use jiff::ToSpan;
use jiff::civil::{Date, date};
use proptest::prelude::*;

use super::super::{AtwOutcome, Cause, Due, RunningTerm, Suspension, Term, TermUnit, WorkingDays};
use super::{equated, term};
use TermUnit::{Days, Months, Weeks};

/// Terms to which the Atw applies, by unit from short to long.
fn terms() -> Vec<Vec<Term>> {
    let of = |unit, lengths: &[u16]| lengths.iter().map(|&length| term(length, unit)).collect();
    vec![
        of(Days, &[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 14, 30, 60, 90]),
        of(Weeks, &[1, 2, 4, 6, 8, 10, 12]),
        of(Months, &[1, 2, 3]),
    ]
}

fn days_of_ten_years() -> impl Iterator<Item = Date> {
    date(2018, 1, 1).series(1.day()).take_while(|&day| day < date(2028, 1, 1))
}

/// The first and the last day of a term as counted.
fn running_days(start: Date, term: Term) -> (Date, Date) {
    let length = i64::from(term.length());
    let span = match term.unit() {
        Days => length.days(),
        Weeks => (7 * length).days(),
        _ => length.months(),
    };
    (start + 1.day(), start + span)
}

/// Articles 1 and 2 as they read: the first day from the last on that is a
/// working day, and up to which a term of three days holds two.
fn by_the_law((first, last): (Date, Date), working_days: &WorkingDays) -> Date {
    let is_working_day = |&day: &Date| working_days.is_working_day(day).unwrap();
    let holds_two =
        |&end: &Date| first.series(1.day()).take_while(|&day| day <= end).filter(is_working_day).nth(1).is_some();
    let short = last < first + 2.days();
    last.series(1.day()).find(|end| is_working_day(end) && (short || holds_two(end))).unwrap()
}

/// Follows the causes from the day counted, and checks each on the way.
fn replay(due: &Due, working_days: &WorkingDays) -> Date {
    let mut end = due.counted.unwrap();
    for cause in &due.moved_by {
        match cause {
            Cause::MonthEnd { .. } | Cause::SuspensionOutsideTerm { .. } | Cause::EndsOnADayOff { .. } => {}
            Cause::Extended { from, until, .. }
            | Cause::ExtendedTo { from, until }
            | Cause::FewWorkingDays { from, until } => {
                assert_eq!(*from, end);
                end = *until;
            }
            Cause::Suspended { days, .. } => end += days.days(),
            Cause::NotAWorkingDay { day, reasons } => {
                assert_eq!(*day, end);
                assert_eq!(reasons, &working_days.reasons_off(end).unwrap());
                assert!(!reasons.is_empty());
                end += 1.day();
            }
            Cause::StillSuspended { .. } | Cause::BeforeSchoolHoliday { .. } | Cause::EquatedDaysUnknown { .. } => {
                panic!("{cause:?}")
            }
        }
    }
    end
}

#[test]
fn under_the_atw_a_term_ends_on_a_working_day_and_its_causes_lead_there() {
    let working_days = equated(&["2022-05-27", "2027-05-07"]);
    for terms in terms() {
        let mut previous_start: Vec<Option<Date>> = vec![None; terms.len()];
        for start in days_of_ten_years() {
            let mut shorter = None;
            for (&term, previous_start) in terms.iter().zip(&mut previous_start) {
                let running = RunningTerm::after(start, term);
                let plain = running.due(&working_days).unwrap();
                let due = running.under_the_atw().due(&working_days).unwrap();
                let end = due.date.unwrap();
                assert_eq!(due.atw, AtwOutcome::Applied);
                assert!(working_days.is_working_day(end).unwrap(), "{term} from {start}: {end}");
                assert_eq!(replay(&due, &working_days), end, "{term} from {start}");
                assert_eq!((plain.date, plain.counted), (due.counted, due.counted));
                assert_eq!(end, by_the_law(running_days(start, term), &working_days), "{term} from {start}");
                assert!(*previous_start <= due.date, "{term} from {start}: a later start ends earlier");
                assert!(shorter <= due.date, "{term} from {start}: a longer term ends earlier");
                *previous_start = due.date;
                shorter = due.date;
            }
        }
    }
}

#[test]
fn a_suspension_of_some_days_moves_a_term_by_as_many() {
    let none = equated(&[]);
    for terms in terms() {
        for term in terms {
            for start in days_of_ten_years().step_by(97) {
                let plain = RunningTerm::after(start, term).extended_by(Term::new(1, Months).unwrap());
                let end = plain.due(&none).unwrap().date.unwrap();
                for days in [1, 2, 7, 40] {
                    for from in [start + 1.day(), end] {
                        let until = from + (days - 1).days();
                        let suspended = plain.clone().suspended(Suspension::new(from, until).unwrap());
                        let due = suspended.due(&none).unwrap();
                        assert_eq!(due.date, Some(end + days.days()), "{suspended:?}");
                        assert_eq!(replay(&due, &none), end + days.days());
                    }
                }
            }
        }
    }
}

/// The end of a term of days, counted one by one: a day counts unless the term
/// stands still on it.
fn counted_day_by_day(start: Date, length: u16, suspensions: &[Suspension]) -> Date {
    let mut day = start;
    let mut left = length;
    while left > 0 {
        day += 1.day();
        let stands_still = |it: &Suspension| it.from() <= day && it.until().is_none_or(|until| day <= until);
        left -= u16::from(!suspensions.iter().any(stands_still));
    }
    day
}

proptest! {
    #[test]
    fn any_suspensions_agree_with_counting_day_by_day(
        offset in 0_i64..3000,
        length in 1_u16..200,
        suspensions in prop::collection::vec((-30_i64..250, 0_i64..40), 0..6),
    ) {
        let start = date(2018, 1, 1) + offset.days();
        let suspensions: Vec<Suspension> = suspensions
            .into_iter()
            .map(|(from, days)| {
                let from = start + from.days();
                Suspension::new(from, from + days.days()).unwrap()
            })
            .collect();
        let running = RunningTerm { suspensions: suspensions.clone(), ..RunningTerm::after(start, term(length, Days)) };
        let none = equated(&[]);
        let due = running.due(&none).unwrap();
        prop_assert_eq!(due.date, Some(counted_day_by_day(start, length, &suspensions)));
        let under_the_atw = running.under_the_atw().due(&none).unwrap();
        prop_assert_eq!(Some(replay(&under_the_atw, &none)), under_the_atw.date);
        prop_assert!(due.date <= under_the_atw.date);
    }
}
