//! Laying a case over a procedure.

mod answer;
mod extension;
mod money;
mod months;
mod needs;
mod terms;
mod walk;

use std::collections::BTreeSet;

use jiff::civil::Date;

pub use answer::{
    CostKind, CostPeriod, CostUnit, Deadline, DeadlineStatus, FollowedCase, FollowedCost, MissingItem, NextStep,
    OpenObjection, Period, Problem,
};

use crate::calendar::{KnownDays, RunningTerm, Term};
use crate::procedure::{CaseEvent, CaseFile, Condition, Field, FieldKind, Fit, Procedure, Trigger};
use crate::{Citation, Parameters, Provenance, SwvNumber, Text};
use walk::{Taken, Walk};

/// What a case is laid over, and with what knowledge.
#[derive(Clone, Copy, Debug)]
pub struct Following<'a> {
    /// The procedure.
    pub procedure: &'a Procedure,
    /// The region's own number in the sector of the case.
    pub swv: &'a SwvNumber,
    /// The region's parameters.
    pub parameters: &'a Parameters,
    /// The holidays that are known.
    pub days: &'a KnownDays,
    /// The day on which the question is asked; nothing after it has happened.
    pub as_of: Date,
    /// The same procedure of other regions, when they are compared: what only
    /// they know is not used here, and the case is taken as the region's own.
    pub others: &'a [Procedure],
}

/// Where a case stands on a day: its state, what is missing, what is wrong,
/// what can come next, and what runs.
///
/// It never fails: what cannot be followed is a [`Problem`] in the answer, and
/// all of them are there at once.
pub fn follow(with: Following, case: &CaseFile) -> FollowedCase {
    let mut known = with.procedure.known_of(case);
    with.procedure.derive(&mut known, with.swv);
    let walk = Walk::new(with, case, &known);
    let mut answer = walk.answer();
    needs::add(&walk, &mut answer);
    terms::add(&walk, &mut answer);
    money::add(&walk, &mut answer);
    months::add(&walk, &mut answer);
    answer.criteria = with.procedure.fits(&known);
    let none_fits = !answer.criteria.is_empty() && answer.criteria.iter().all(|clause| clause.fits == Fit::No);
    answer.no_provision = none_fits.then(|| {
        Text::new(
            "geen bepaling van de criteria noemt deze ondersteuningsbehoefte; de documenten wijzen geen voorziening aan",
            "no clause of the criteria names this need; the documents point to no provision",
        )
    });
    let mut asked = BTreeSet::new();
    answer.missing.retain(|item| asked.insert(item.rule.clone()));
    answer.problems = each_once(answer.problems);
    answer.problems.sort_by_key(|problem| problem.event);
    answer
}

fn each_once<T: PartialEq>(items: Vec<T>) -> Vec<T> {
    let mut each = Vec::with_capacity(items.len());
    for item in items {
        if !each.contains(&item) {
            each.push(item);
        }
    }
    each
}

/// The events that took a step and that a trigger names, oldest first.
fn triggered<'a>(walk: &'a Walk, trigger: &'a Trigger) -> impl Iterator<Item = &'a Taken<'a>> + 'a {
    walk.taken.iter().filter(|taken| taken.triggers(walk, trigger) == Some(true))
}

/// The fields that are not known and on which it turns whether an event is one
/// that a trigger names.
fn undecided(walk: &Walk, trigger: &Trigger, provenance: &Provenance) -> Vec<MissingItem> {
    let open = walk.taken.iter().filter(|taken| taken.triggers(walk, trigger).is_none());
    open.flat_map(|taken| unknown_fields(walk, Some(taken.event), &trigger.when, &taken.step.actor, provenance))
        .collect()
}

/// The fields of conditions that are not known, each as something missing.
fn unknown_fields(
    walk: &Walk,
    event: Option<&CaseEvent>,
    conditions: &[Condition],
    from: &Text,
    provenance: &Provenance,
) -> Vec<MissingItem> {
    let names = conditions.iter().map(|condition| condition.field.as_str());
    let unknown = names.filter(|name| walk.case.value(event, name).is_none());
    let of_event = |name: &str| walk.with.procedure.find_field(Some(&event?.name), name);
    let field = |name: &str| of_event(name).or_else(|| walk.with.procedure.find_field(None, name));
    unknown
        .filter_map(field)
        .map(|field| MissingItem {
            what: not_known(field),
            from: from.clone(),
            rule: field.name.clone(),
            source: Citation::of(provenance),
        })
        .collect()
}

/// That a field is not known, so that its meaning does not read as a fact.
fn not_known(field: &Field) -> Text {
    let meaning = &field.meaning;
    match field.kind {
        FieldKind::YesNo | FieldKind::LivesElsewhere => Text::new(
            format!("niet bekend of dit zo is: {}", meaning.nl),
            format!("not known whether this is so: {}", meaning.en),
        ),
        _ => Text::new(format!("niet bekend: {}", meaning.nl), format!("not known: {}", meaning.en)),
    }
}

/// The day so long after another, whatever day that is.
fn reached(days: &KnownDays, term: Term, from: Date) -> Option<Date> {
    RunningTerm::after(from, term).due(days).ok()?.date
}
