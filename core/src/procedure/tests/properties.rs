//! What holds for every procedure and every case.

use std::collections::BTreeSet;

use proptest::prelude::*;
use proptest::test_runner::RngSeed;

use super::random::{any_case, any_day, procedure};
use super::*;
use crate::procedure::{CheckInput, Cost, CostKind, DeadlineStatus, FollowedCost, Payment};

/// The same cases on every machine and in every run.
fn settings() -> ProptestConfig {
    ProptestConfig {
        cases: 1_000,
        rng_seed: RngSeed::Fixed(2401),
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

/// Everything that a problem may be about in a case.
fn places(case: &CaseFile) -> BTreeSet<String> {
    let mut places = BTreeSet::from(["sector".to_owned(), "enrolled_in, resident_in".to_owned()]);
    places.extend(case.fields.keys().map(|name| format!("fields.{name}")));
    for (at, event) in case.events.iter().enumerate() {
        let place = format!("events[{at}] ({})", event.name);
        places.extend(event.fields.keys().map(|name| format!("{place} fields.{name}")));
        places.insert(place);
    }
    places
}

proptest! {
    #![proptest_config(settings())]

    #[test]
    fn every_random_procedure_fits_together(procedure in procedure()) {
        prop_assert_eq!(procedure.faults(), []);
    }

    #[test]
    fn a_case_stands_somewhere_and_the_same_every_time(procedure in procedure(), case in any_case(), as_of in any_day()) {
        let followed = on(&as_of.to_string(), &procedure, &case);
        prop_assert_eq!(&followed, &on(&as_of.to_string(), &procedure, &case));
        prop_assert!(procedure.find_state(&followed.state).is_some());
        for next in &followed.next {
            prop_assert!(procedure.steps.iter().any(|step| step.id == next.step));
        }
    }

    #[test]
    fn every_problem_names_a_place_of_the_case_and_says_it_once(procedure in procedure(), case in any_case(), as_of in any_day()) {
        let followed = on(&as_of.to_string(), &procedure, &case);
        let places = places(&case);
        for (nth, problem) in followed.problems.iter().enumerate() {
            prop_assert!(places.contains(&problem.place), "{}", problem.place);
            let event = problem.event.map(|at| format!("events[{at}] ({})", case.events[at].name));
            prop_assert!(event.is_none_or(|event| problem.place.starts_with(&event)));
            prop_assert!(!followed.problems[..nth].contains(problem));
        }
    }

    #[test]
    fn what_is_missing_is_a_requirement_or_a_field_and_stands_there_once(procedure in procedure(), case in any_case(), as_of in any_day()) {
        let followed = on(&as_of.to_string(), &procedure, &case);
        let requirements = procedure.requirements.iter().map(|requirement| requirement.id.as_str());
        let rules: BTreeSet<_> = requirements.chain(procedure.fields.iter().map(|field| field.name.as_str())).collect();
        for (nth, item) in followed.missing.iter().enumerate() {
            prop_assert!(rules.contains(item.rule.as_str()), "{}", item.rule);
            prop_assert!(!followed.missing[..nth].contains(item));
        }
        for cost in &followed.costs {
            prop_assert_eq!(cost.amount_cents.is_none(), !cost.missing.is_empty());
        }
    }

    #[test]
    fn what_has_not_happened_changes_nothing_but_its_own_problem(procedure in procedure(), case in any_case(), as_of in any_day(), later in any_case()) {
        let mut case = case;
        case.events.retain(|event| event.on <= as_of);
        let before = on(&as_of.to_string(), &procedure, &case);
        let happened = case.events.len();
        case.events.extend(later.events.into_iter().filter(|event| event.on > as_of));
        let mut after = on(&as_of.to_string(), &procedure, &case);
        let future = |problem: &crate::procedure::Problem| problem.event.is_some_and(|at| at >= happened);
        prop_assert_eq!(after.problems.iter().filter(|problem| future(problem)).count(), case.events.len() - happened);
        prop_assert!(after.problems.iter().filter(|problem| future(problem)).all(|problem| problem.rule == "datum-in-de-toekomst"));
        after.problems.retain(|problem| !future(problem));
        prop_assert_eq!(before, after);
    }

    #[test]
    fn a_term_that_passed_stays_passed_until_something_happens(procedure in procedure(), case in any_case(), as_of in any_day(), days in 1..2_000_i64) {
        let mut case = case;
        case.events.retain(|event| event.on <= as_of);
        let later = as_of.checked_add(jiff::Span::new().days(days)).unwrap();
        let standing = |on_day: Date| -> Vec<_> {
            let followed = on(&on_day.to_string(), &procedure, &case);
            followed.deadlines.into_iter().map(|deadline| (deadline.rule, deadline.due, deadline.status)).collect()
        };
        let (before, after) = (standing(as_of), standing(later));
        prop_assert_eq!(before.len(), after.len());
        for ((rule, due, was), (same, still_due, is)) in before.into_iter().zip(after) {
            prop_assert_eq!((rule, due), (same, still_due));
            let may_be = match was {
                DeadlineStatus::Open => vec![DeadlineStatus::Open, DeadlineStatus::Passed],
                other => vec![other],
            };
            prop_assert!(may_be.contains(&is), "{was:?} became {is:?}");
        }
    }

    #[test]
    fn nothing_crosses_that_the_procedure_does_not_state(procedure in procedure(), case in any_case(), as_of in any_day()) {
        let crossed = CheckInput::new(&procedure, &case, as_of);
        let stated = |event: Option<&str>, name: &str, value: &str| {
            procedure.find_field(event, name).is_some_and(|field| field.kind.check(value).is_ok())
        };
        prop_assert!(crossed.fields.iter().all(|(name, value)| stated(None, name, &value.to_string())));
        for (event, at) in crossed.events.iter().zip(CheckInput::places(&procedure, &case, as_of)) {
            prop_assert!(event.on <= as_of);
            prop_assert_eq!((&event.on, &event.name), (&case.events[at].on, &case.events[at].name));
            prop_assert!(event.fields.iter().all(|(name, value)| stated(Some(&event.name), name, &value.to_string())));
        }
    }

    #[test]
    fn twelve_months_are_the_year_to_the_cent_and_each_is_a_twelfth(cents in 0..1_000_000_000_i64, end in 1..13_i8) {
        let two_years = Payment::YearlyFromNextMonth(length(2, TermUnit::Years));
        let paying = (&school(), &school());
        let cost = Cost::new("regel", ("k", "c"), paying, ("bedrag", two_years), on_event("plaatsing"), plan("5"));
        let procedure = staying(&["plaatsing", "einde"]).cost(cost.until(on_event("einde")));
        let value = Value::Money(Money::from_cents(cents));
        let parameters =
            Parameters::new(vec![DatedValue { key: "bedrag".into(), from: day("2025-01-01"), until: None, value }]);
        let paid = |month: i8| {
            let case = case().event("2024-12-31", "plaatsing").event(&format!("2025-{month:02}-15"), "einde");
            let swv = "PO2401".parse().unwrap();
            let days = KnownDays::default();
            let as_of = day("2026-01-01");
            let with = Following { procedure: &procedure, swv: &swv, parameters: &parameters, days: &days, as_of, others: &[] };
            let followed = follow(with, &case).costs;
            let cents = |cost: &FollowedCost| match (cost.kind, cost.amount_cents.unwrap().cents()) {
                (CostKind::Recovery, cents) => -cents,
                (_, cents) => cents,
            };
            followed.iter().map(cents).sum::<i64>()
        };
        prop_assert_eq!(paid(12), cents);
        let before = if end == 1 { 0 } else { paid(end - 1) };
        let month = paid(end) - before;
        prop_assert!((cents / 12..=cents / 12 + 1).contains(&month), "{month}");
    }
}
