//! Stating a small procedure in few words.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use crate::calendar::{SchoolHolidayKind, Term};
use crate::procedure::{
    AmountPart, Condition, Cost, Criterion, Extension, Field, FieldKind, Jurisdiction, Need, Objection, Payment,
    Procedure, Requirement, State, Step, TermEnd, TermKind, TermRule, Tie, Trigger,
};
use crate::{Provenance, Sector, Text, Validity};

type Words<'a> = (&'a str, &'a str);

fn text(words: Words) -> Text {
    Text::new(words.0, words.1)
}

fn strings(words: &[&str]) -> Vec<String> {
    words.iter().map(|word| (*word).to_owned()).collect()
}

fn condition(field: &str, one_of: &[&str]) -> Condition {
    Condition { field: field.to_owned(), one_of: strings(one_of) }
}

pub(super) fn on_event(event: &str) -> Trigger {
    Trigger { event: event.to_owned(), when: Vec::new() }
}

impl Trigger {
    pub(super) fn when(mut self, field: &str, one_of: &[&str]) -> Trigger {
        self.when.push(condition(field, one_of));
        self
    }
}

impl Procedure {
    pub(super) fn new(id: &str, title: Words, sectors: &[Sector], provenance: Provenance) -> Procedure {
        Procedure {
            id: id.to_owned(),
            title: text(title),
            sectors: sectors.to_vec(),
            provenance,
            valid: Validity::ALWAYS,
            jurisdiction: None,
            states: Vec::new(),
            steps: Vec::new(),
            fields: Vec::new(),
            requirements: Vec::new(),
            terms: Vec::new(),
            costs: Vec::new(),
            objections: Vec::new(),
            criteria: Vec::new(),
            checks: Vec::new(),
            applies_on: None,
        }
    }

    pub(super) fn decided_by(mut self, ties: &[Tie], provenance: Provenance) -> Procedure {
        self.jurisdiction = Some(Jurisdiction { by: ties.to_vec(), home_first: Vec::new(), provenance });
        self
    }

    pub(super) fn state(mut self, id: &str, title: Words) -> Procedure {
        self.states.push(State { id: id.to_owned(), title: text(title), decides: None, closed: false });
        self
    }

    pub(super) fn deciding_state(mut self, id: &str, title: Words, decides: &Text) -> Procedure {
        let decides = Some(decides.clone());
        self.states.push(State { id: id.to_owned(), title: text(title), decides, closed: false });
        self
    }

    pub(super) fn closed_state(mut self, id: &str, title: Words) -> Procedure {
        self.states.push(State { id: id.to_owned(), title: text(title), decides: None, closed: true });
        self
    }

    pub(super) fn step(mut self, step: Step) -> Procedure {
        self.steps.push(step);
        self
    }

    pub(super) fn field(mut self, name: &str, meaning: Words, kind: FieldKind) -> Procedure {
        self.fields.push(Field {
            name: name.to_owned(),
            event: None,
            meaning: text(meaning),
            kind,
            by_sector: BTreeMap::new(),
            needed: None,
        });
        self
    }

    pub(super) fn event_field(mut self, event: &str, name: &str, meaning: Words, kind: FieldKind) -> Procedure {
        let event = Some(event.to_owned());
        self.fields.push(Field {
            name: name.to_owned(),
            event,
            meaning: text(meaning),
            kind,
            by_sector: BTreeMap::new(),
            needed: None,
        });
        self
    }

    pub(super) fn requirement(mut self, requirement: Requirement) -> Procedure {
        self.requirements.push(requirement);
        self
    }

    pub(super) fn term(mut self, term: TermRule) -> Procedure {
        self.terms.push(term);
        self
    }

    pub(super) fn cost(mut self, cost: Cost) -> Procedure {
        self.costs.push(cost);
        self
    }

    pub(super) fn objection(mut self, objection: Objection) -> Procedure {
        self.objections.push(objection);
        self
    }

    pub(super) fn criteria(mut self, criteria: impl IntoIterator<Item = Criterion>) -> Procedure {
        self.criteria.extend(criteria);
        self
    }
}

impl Step {
    pub(super) fn new(event: &str, title: Words, actor: &Text, provenance: Provenance) -> Step {
        Step {
            id: event.to_owned(),
            event: event.to_owned(),
            when: Vec::new(),
            title: text(title),
            actor: actor.clone(),
            from: Vec::new(),
            to: None,
            provenance,
            valid: Validity::ALWAYS,
        }
    }

    pub(super) fn named(mut self, id: &str) -> Step {
        self.id = id.to_owned();
        self
    }

    pub(super) fn when(mut self, field: &str, one_of: &[&str]) -> Step {
        self.when.push(condition(field, one_of));
        self
    }

    pub(super) fn moves(mut self, from: &[&str], to: &str) -> Step {
        self.from = strings(from);
        self.to = Some(to.to_owned());
        self
    }

    pub(super) fn within(mut self, from: &[&str]) -> Step {
        self.from = strings(from);
        self
    }
}

pub(super) struct Provided<'a> {
    pub(super) by: &'a Text,
    pub(super) event: Trigger,
}

impl Requirement {
    pub(super) fn new(id: &str, what: Words, provided: Provided, provenance: Provenance) -> Requirement {
        Requirement {
            id: id.to_owned(),
            what: text(what),
            supplier: provided.by.clone(),
            supplied_by: provided.event,
            count: 1,
            when: Vec::new(),
            where_differ: None,
            asked_in: Vec::new(),
            needed_for: Vec::new(),
            at_most_old: None,
            age_on: None,
            at_least_since: None,
            provenance,
            valid: Validity::ALWAYS,
        }
    }

    pub(super) fn document(kind: &str, what: Words, supplier: &Text, provenance: Provenance) -> Requirement {
        let event = on_event("document").when("soort", &[kind]);
        Requirement::new(kind, what, Provided { by: supplier, event }, provenance)
    }

    pub(super) fn times(mut self, count: u8) -> Requirement {
        self.count = count;
        self
    }

    pub(super) fn when(mut self, field: &str, one_of: &[&str]) -> Requirement {
        self.when.push(condition(field, one_of));
        self
    }

    pub(super) fn asked(mut self, states: &[&str], needed_for: &[&str]) -> Requirement {
        self.asked_in = strings(states);
        self.needed_for = strings(needed_for);
        self
    }

    pub(super) fn at_most_old(mut self, age: Term) -> Requirement {
        self.at_most_old = Some(age);
        self
    }

    pub(super) fn at_least_since(mut self, time: Term) -> Requirement {
        self.at_least_since = Some(time);
        self
    }
}

impl TermRule {
    fn new(id: &str, what: Words, kind: TermKind, starts: Trigger, ends: TermEnd, provenance: Provenance) -> Self {
        TermRule {
            id: id.to_owned(),
            what: text(what),
            kind,
            starts,
            counted_from: None,
            from_last_required: false,
            ends,
            met_by: Vec::new(),
            granted_by: Vec::new(),
            suspended: None,
            extended: None,
            statutory: false,
            then: None,
            provenance,
            valid: Validity::ALWAYS,
        }
    }

    pub(super) fn deadline(id: &str, what: Words, starts: Trigger, length: Term, provenance: Provenance) -> TermRule {
        TermRule::new(id, what, TermKind::Deadline, starts, TermEnd::After(length), provenance)
    }

    pub(super) fn before(
        id: &str,
        what: Words,
        starts: Trigger,
        (length, field): (Term, &str),
        provenance: Provenance,
    ) -> TermRule {
        let ends = TermEnd::Before(length, field.to_owned());
        TermRule::new(id, what, TermKind::Deadline, starts, ends, provenance)
    }

    pub(super) fn before_holiday(
        id: &str,
        what: Words,
        starts: Trigger,
        holiday: SchoolHolidayKind,
        provenance: Provenance,
    ) -> TermRule {
        TermRule::new(id, what, TermKind::Deadline, starts, TermEnd::BeforeHoliday(holiday), provenance)
    }

    pub(super) fn validity(
        id: &str,
        what: Words,
        starts: Trigger,
        until_field: &str,
        provenance: Provenance,
    ) -> TermRule {
        TermRule::new(id, what, TermKind::Validity, starts, TermEnd::OnField(until_field.to_owned()), provenance)
    }

    pub(super) fn retention(id: &str, what: Words, starts: Trigger, length: Term, provenance: Provenance) -> TermRule {
        TermRule::new(id, what, TermKind::Retention, starts, TermEnd::After(length), provenance)
    }

    pub(super) fn counted_from(mut self, field: &str) -> TermRule {
        self.counted_from = Some(field.to_owned());
        self
    }

    pub(super) fn met_by(mut self, trigger: Trigger) -> TermRule {
        self.met_by.push(trigger);
        self
    }

    pub(super) fn suspended(mut self, from: Trigger, until: Trigger) -> TermRule {
        self.suspended = Some((from, until));
        self
    }

    pub(super) fn extended(mut self, by: Trigger, length: Term) -> TermRule {
        self.extended = Some(Extension { on: by, by: length, until: None });
        self
    }

    pub(super) fn statutory(mut self) -> TermRule {
        self.statutory = true;
        self
    }

    pub(super) fn then(mut self, then: Words) -> TermRule {
        self.then = Some(text(then));
        self
    }
}

impl Cost {
    pub(super) fn new(
        rule: &str,
        what: Words,
        (payer, payee): (&Text, &Text),
        (parameter, payment): (&str, Payment),
        starts: Trigger,
        provenance: Provenance,
    ) -> Cost {
        Cost {
            id: rule.to_owned(),
            what: text(what),
            payer: payer.clone(),
            payee: payee.clone(),
            starts,
            counted_from: None,
            counted_until: None,
            lasts_with: None,
            since: None,
            when: Vec::new(),
            ends: Vec::new(),
            not_before: None,
            months_at_most: None,
            payment,
            amount: vec![AmountPart { of: parameter.to_owned(), share: None, less: false }],
            rule: rule.to_owned(),
            provenance,
            valid: Validity::ALWAYS,
        }
    }

    pub(super) fn named(mut self, id: &str) -> Cost {
        self.id = id.to_owned();
        self
    }

    pub(super) fn when(mut self, field: &str, one_of: &[&str]) -> Cost {
        self.when.push(condition(field, one_of));
        self
    }

    pub(super) fn counted_from(mut self, field: &str) -> Cost {
        self.counted_from = Some(field.to_owned());
        self
    }

    pub(super) fn until(mut self, trigger: Trigger) -> Cost {
        self.ends.push(trigger);
        self
    }
}

impl Criterion {
    pub(super) fn new(provision: &str, clause: &str, title: Words, provenance: Provenance) -> Criterion {
        let (provision, clause) = (provision.to_owned(), clause.to_owned());
        let (when, all, valid) = (Vec::new(), Vec::new(), Validity::ALWAYS);
        Criterion { provision, clause, title: text(title), when, all, provenance, valid }
    }

    pub(super) fn needs(mut self, fields: &[&str], intensity: RangeInclusive<u8>) -> Criterion {
        let (at_least, at_most) = intensity.into_inner();
        self.all.push(Need { fields: strings(fields), at_least, at_most });
        self
    }

    pub(super) fn when(mut self, field: &str, one_of: &[&str]) -> Criterion {
        self.when.push(condition(field, one_of));
        self
    }
}
