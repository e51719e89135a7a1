//! Small procedures that fit together and cases for them, at random.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use super::*;
use crate::procedure::{Cost, FieldKind, Objection, Payment, Requirement, Since, TermRule, Trigger};

const STATES: [&str; 4] = ["begin", "midden", "verder", "einde"];
const EVENTS: [&str; 4] = ["eerste", "tweede", "derde", "vierde"];
const UNITS: [TermUnit; 6] =
    [TermUnit::Days, TermUnit::Weeks, TermUnit::Months, TermUnit::Years, TermUnit::WorkingDays, TermUnit::SchoolWeeks];

fn event_name() -> impl Strategy<Value = &'static str> {
    select(EVENTS.to_vec())
}

/// Some event, or only one with a choice.
fn trigger() -> impl Strategy<Value = Trigger> {
    (event_name(), any::<bool>()).prop_map(|(event, choice)| match choice {
        true => on_event(event).when("keus", &["a"]),
        false => on_event(event),
    })
}

fn short_length() -> impl Strategy<Value = Term> {
    (1..20_u16, select(UNITS.to_vec())).prop_map(|(count, unit)| length(count, unit))
}

fn random_step(nth: usize) -> impl Strategy<Value = Step> {
    (event_name(), vec(select(STATES.to_vec()), 0..3), proptest::option::of(select(STATES.to_vec())), any::<bool>())
        .prop_map(move |(event, from, to, choice)| {
            let step = step(event).named(&format!("stap-{nth}"));
            let step = if choice { step.when("soort", &["a"]) } else { step };
            match to {
                Some(to) => step.moves(&from, to),
                None => step.within(&from),
            }
        })
}

fn requirement(nth: usize) -> impl Strategy<Value = Requirement> {
    let what = (0..3_u8, select(STATES.to_vec()), 0..3_usize, any::<[bool; 3]>());
    (trigger(), short_length(), what).prop_map(move |(event, length, (count, state, step, [old, since, when]))| {
        let id = format!("eis-{nth}");
        let requirement = Requirement::new(&id, ("eis", "need"), Provided { by: &school(), event }, plan("3"));
        let requirement = requirement.times(count).asked(&[state], &[&format!("stap-{step}")]);
        let requirement = if old { requirement.at_most_old(length) } else { requirement };
        let requirement = if since { requirement.at_least_since(length) } else { requirement };
        if when { requirement.when("soort", &["a"]) } else { requirement }
    })
}

fn term(nth: usize) -> impl Strategy<Value = TermRule> {
    let triggers = (trigger(), trigger(), trigger(), trigger());
    (0..4_u8, triggers, short_length(), any::<[bool; 5]>()).prop_map(
        move |(kind, (starts, met, stops, resumes), length, [meets, counted, suspends, extends, statutory])| {
            let (id, words) = (format!("termijn-{nth}"), ("termijn", "term"));
            let term = match kind {
                0 => TermRule::validity(&id, words, starts, "dag", plan("4")),
                1 => TermRule::retention(&id, words, starts, length, plan("4")),
                2 => TermRule::before(&id, words, starts, (length, "dag"), plan("4")),
                _ => TermRule::deadline(&id, words, starts, length, plan("4")),
            };
            let term = if meets { term.met_by(met) } else { term };
            let term = if counted { term.counted_from("dag") } else { term };
            let term = if extends { term.extended(stops.clone(), length) } else { term };
            let term = if suspends { term.suspended(stops, resumes) } else { term };
            if statutory { term.statutory() } else { term }
        },
    )
}

fn cost(nth: usize) -> impl Strategy<Value = Cost> {
    (0..6_u8, trigger(), trigger(), short_length(), any::<[bool; 4]>()).prop_map(
        move |(payment, starts, ends, length, [counted, when, until, after])| {
            let payment = match payment {
                0 => Payment::Yearly,
                1 => Payment::YearlyFromNextMonth(length),
                2 => Payment::YearlyCounted("02-01".parse().unwrap()),
                3 => Payment::SchoolYear,
                4 => Payment::Nothing(school()),
                _ => Payment::MonthlyFor("maanden".into()),
            };
            let paying = (&school(), &school());
            let cost = Cost::new("regel", ("kosten", "cost"), paying, ("bedrag", payment), starts, plan("5"));
            let mut cost = cost.named(&format!("kosten-{nth}"));
            if matches!(cost.payment, Payment::Nothing(_)) {
                cost.amount.clear();
            }
            cost.since = after.then(|| Since { event: EVENTS[0].to_owned(), by: length, longer: when });
            let cost = if counted { cost.counted_from("dag") } else { cost };
            let cost = if when { cost.when("soort", &["a"]) } else { cost };
            if until { cost.until(ends) } else { cost }
        },
    )
}

/// A procedure whose states follow one another, with steps, requirements,
/// terms and costs beside.
pub(super) fn procedure() -> impl Strategy<Value = Procedure> {
    let steps = [random_step(0), random_step(1), random_step(2)];
    let parts = ([requirement(0), requirement(1)], [term(0), term(1), term(2)], [cost(0), cost(1)]);
    (steps, parts, trigger()).prop_map(|(steps, (requirements, terms, costs), decision)| {
        let choice = || FieldKind::OneOf(vec!["a".into(), "b".into()]);
        let mut procedure = Procedure::new("proef", ("proef", "trial"), &[Sector::Po], plan("1")).field(
            "soort",
            ("soort", "kind"),
            choice(),
        );
        for (nth, state) in STATES.into_iter().enumerate() {
            procedure = match STATES.get(nth + 1) {
                None => procedure.closed_state(state, (state, state)),
                Some(next) => procedure
                    .state(state, (state, state))
                    .step(step(EVENTS[nth]).named(&format!("volgende-{nth}")).moves(&[state], next)),
            };
        }
        procedure = procedure.step(step(EVENTS[3]));
        for event in EVENTS {
            procedure = procedure.event_field(event, "keus", ("keus", "choice"), choice()).event_field(
                event,
                "maanden",
                ("maanden", "months"),
                FieldKind::Number,
            );
            for date in ["dag", "gedateerd", "sinds"] {
                procedure = procedure.event_field(event, date, ("dag", "day"), FieldKind::Date);
            }
        }
        procedure.steps.extend(steps);
        procedure.requirements.extend(requirements);
        procedure.terms.extend(terms);
        procedure.costs.extend(costs);
        let (what, lodged_with) = (school(), school());
        procedure.objection(Objection {
            decision,
            what,
            lodged_with,
            lodged_by: None,
            within: None,
            provenance: plan("8"),
            valid: Validity::ALWAYS,
        })
    })
}

/// A day of 2024 to 2027.
pub(super) fn any_day() -> impl Strategy<Value = Date> {
    (2024..2028_i16, 1..13_i8, 1..29_i8).prop_map(|(year, month, day)| jiff::civil::date(year, month, day))
}

/// Values that fit, that do not, and that no procedure has.
fn value() -> impl Strategy<Value = String> {
    let words = select(vec!["a", "b", "A", "12", "0", "999999", "-1", "", "€", "ja", "0001-01-01", "9999-12-31"]);
    prop_oneof![words.prop_map(str::to_owned), any_day().prop_map(|day| day.to_string())]
}

pub(super) fn any_case() -> impl Strategy<Value = CaseFile> {
    let name = select(vec!["keus", "maanden", "dag", "gedateerd", "sinds", "soort", "naam"]);
    let fields = proptest::collection::btree_map(name.prop_map(str::to_owned), value(), 0..5);
    let event_name = prop_oneof![9 => event_name(), 1 => Just("onbekend")];
    let event =
        (any_day(), event_name, fields).prop_map(|(on, name, fields)| CaseEvent { on, name: name.to_owned(), fields });
    let of_case = proptest::collection::btree_map(select(vec!["soort", "naam"]).prop_map(str::to_owned), value(), 0..2);
    (of_case, vec(event, 0..9), any::<bool>()).prop_map(|(fields, mut events, sorted)| {
        if sorted {
            events.sort_by_key(|event| event.on);
        }
        CaseFile { fields, events, ..case() }
    })
}
