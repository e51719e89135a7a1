//! What events and conditions name, and what is not known of them.

use jiff::civil::Date;

use super::answer::MissingItem;
use super::walk::{Taken, Walk};
use crate::calendar::{KnownDays, RunningTerm, Term};
use crate::procedure::{CaseEvent, Condition, Field, FieldKind, Trigger};
use crate::{Citation, Provenance, Text};

/// The events that took a step and that a trigger names, oldest first.
pub(super) fn triggered<'a>(walk: &'a Walk, trigger: &'a Trigger) -> impl Iterator<Item = &'a Taken<'a>> + 'a {
    walk.taken.iter().filter(|taken| taken.triggers(walk, trigger) == Some(true))
}

/// The first event that a trigger names after another.
pub(super) fn next_after<'a>(walk: &'a Walk, trigger: &'a Trigger, start: &Taken) -> Option<&'a Taken<'a>> {
    during(walk, trigger, start, None).next()
}

/// The events that a trigger names after one and before another.
pub(super) fn during<'a>(
    walk: &'a Walk,
    trigger: &'a Trigger,
    start: &Taken,
    over: Option<&Taken>,
) -> impl Iterator<Item = &'a Taken<'a>> + use<'a> {
    let (first, last) = (start.nth, over.map_or(usize::MAX, |over| over.nth));
    triggered(walk, trigger).filter(move |taken| first < taken.nth && taken.nth < last)
}

/// The fields that are not known and on which it turns whether an event is one
/// that a trigger names.
pub(super) fn undecided(walk: &Walk, trigger: &Trigger, provenance: &Provenance) -> Vec<MissingItem> {
    let open = walk.taken.iter().filter(|taken| taken.triggers(walk, trigger).is_none());
    open.flat_map(|taken| unknown_fields(walk, Some(taken.event), &trigger.when, &taken.step.actor, provenance))
        .collect()
}

/// The fields of conditions that are not known, each as something missing.
pub(super) fn unknown_fields(
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
pub(super) fn not_known(field: &Field) -> Text {
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
pub(super) fn reached(days: &KnownDays, term: Term, from: Date) -> Option<Date> {
    RunningTerm::after(from, term).due(days).ok()?.date
}
