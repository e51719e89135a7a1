//! Stating a procedure in few words.
//!
//! ```
//! use swv_core::calendar::{Term, TermUnit};
//! use swv_core::procedure::{Procedure, Requirement, TermRule, Step, on_event};
//! use swv_core::{Provenance, Sector, Source, Status, Text};
//!
//! let plan = |section: &str| {
//!     let source = Source { document: "ondersteuningsplan".into(), section: section.into() };
//!     Provenance::new(Status::Explicit, Some(source), None)
//! };
//! let school = Text::new("school", "school");
//! let tlv = Procedure::new("tlv", ("aanvraag TLV", "TLV application"), &[Sector::Po], plan("2")?)
//!     .state("voorbereiding", ("voorbereiding", "preparation"))
//!     .state("aangevraagd", ("aangevraagd", "applied for"))
//!     .closed_state("afgegeven", ("afgegeven", "issued"))
//!     .step(Step::new("aanvraag", ("aanvragen", "apply"), &school, plan("2, 5")?).moves(&["voorbereiding"], "aangevraagd"))
//!     .step(Step::new("besluit", ("besluiten", "decide"), &school, plan("2, 9")?).moves(&["aangevraagd"], "afgegeven"))
//!     .term(TermRule::deadline("besluit", ("besluit", "decision"), on_event("aanvraag"), Term::new(6, TermUnit::Weeks)?, plan("2, 9")?)
//!         .met_by(on_event("besluit")));
//! assert_eq!(tlv.check(), Ok(()));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use crate::calendar::{SchoolHolidayKind, Term};
use crate::procedure::{
    Condition, Cost, Criterion, Field, FieldKind, Jurisdiction, Objection, Payment, Procedure, Requirement, State,
    Step, TermEnd, TermKind, TermRule, Tie, Trigger,
};
use crate::{Provenance, Sector, Text};

/// A text in Dutch and in English, as rules write it.
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

/// Every event of that name.
pub fn on_event(event: &str) -> Trigger {
    Trigger { event: event.to_owned(), when: Vec::new() }
}

impl Trigger {
    /// Only those whose field has one of these values.
    #[must_use]
    pub fn when(mut self, field: &str, one_of: &[&str]) -> Trigger {
        self.when.push(condition(field, one_of));
        self
    }
}

impl Procedure {
    /// A procedure of which only the name is known yet.
    pub fn new(id: &str, title: Words, sectors: &[Sector], provenance: Provenance) -> Procedure {
        Procedure {
            id: id.to_owned(),
            title: text(title),
            sectors: sectors.to_vec(),
            provenance,
            jurisdiction: None,
            states: Vec::new(),
            steps: Vec::new(),
            fields: Vec::new(),
            requirements: Vec::new(),
            terms: Vec::new(),
            costs: Vec::new(),
            objections: Vec::new(),
            criteria: Vec::new(),
        }
    }

    /// The samenwerkingsverband to which the first of these that is known ties
    /// the pupil decides.
    #[must_use]
    pub fn decided_by(mut self, ties: &[Tie], provenance: Provenance) -> Procedure {
        self.jurisdiction = Some(Jurisdiction { by: ties.to_vec(), provenance });
        self
    }

    /// A state in which nobody has to decide.
    #[must_use]
    pub fn state(mut self, id: &str, title: Words) -> Procedure {
        self.states.push(State { id: id.to_owned(), title: text(title), decides: None, closed: false });
        self
    }

    /// A state in which someone has to decide.
    #[must_use]
    pub fn deciding_state(mut self, id: &str, title: Words, decides: &Text) -> Procedure {
        let decides = Some(decides.clone());
        self.states.push(State { id: id.to_owned(), title: text(title), decides, closed: false });
        self
    }

    /// A state in which the procedure is over.
    #[must_use]
    pub fn closed_state(mut self, id: &str, title: Words) -> Procedure {
        self.states.push(State { id: id.to_owned(), title: text(title), decides: None, closed: true });
        self
    }

    /// A step.
    #[must_use]
    pub fn step(mut self, step: Step) -> Procedure {
        self.steps.push(step);
        self
    }

    /// A field of the case.
    #[must_use]
    pub fn field(mut self, name: &str, meaning: Words, kind: FieldKind) -> Procedure {
        self.fields.push(Field { name: name.to_owned(), event: None, meaning: text(meaning), kind, needed: None });
        self
    }

    /// A field of an event.
    #[must_use]
    pub fn event_field(mut self, event: &str, name: &str, meaning: Words, kind: FieldKind) -> Procedure {
        let event = Some(event.to_owned());
        self.fields.push(Field { name: name.to_owned(), event, meaning: text(meaning), kind, needed: None });
        self
    }

    /// The fields of an event that it cannot do without; those stated before.
    #[must_use]
    pub fn needs_fields(mut self, event: &str, names: &[&str]) -> Procedure {
        self.need(event, names, Vec::new());
        self
    }

    /// The same, where a field of the event has one of these values.
    #[must_use]
    pub fn needs_fields_when(mut self, event: &str, names: &[&str], (field, one_of): (&str, &[&str])) -> Procedure {
        self.need(event, names, vec![condition(field, one_of)]);
        self
    }

    fn need(&mut self, event: &str, names: &[&str], when: Vec<Condition>) {
        let of_event = |field: &&mut Field| field.event.as_deref() == Some(event);
        for field in self.fields.iter_mut().filter(of_event).filter(|field| names.contains(&field.name.as_str())) {
            field.needed = Some(when.clone());
        }
    }

    /// A requirement.
    #[must_use]
    pub fn requirement(mut self, requirement: Requirement) -> Procedure {
        self.requirements.push(requirement);
        self
    }

    /// A term.
    #[must_use]
    pub fn term(mut self, term: TermRule) -> Procedure {
        self.terms.push(term);
        self
    }

    /// Money that follows.
    #[must_use]
    pub fn cost(mut self, cost: Cost) -> Procedure {
        self.costs.push(cost);
        self
    }

    /// A decision against which someone can object.
    #[must_use]
    pub fn objection(mut self, objection: Objection) -> Procedure {
        self.objections.push(objection);
        self
    }

    /// Criteria for a provision.
    #[must_use]
    pub fn criteria(mut self, criteria: impl IntoIterator<Item = Criterion>) -> Procedure {
        self.criteria.extend(criteria);
        self
    }
}

impl Step {
    /// A step with the id of its event, that moves nothing yet.
    pub fn new(event: &str, title: Words, actor: &Text, provenance: Provenance) -> Step {
        Step {
            id: event.to_owned(),
            event: event.to_owned(),
            when: Vec::new(),
            title: text(title),
            actor: actor.clone(),
            from: Vec::new(),
            to: None,
            provenance,
        }
    }

    /// Its id, where its event has several steps.
    #[must_use]
    pub fn named(mut self, id: &str) -> Step {
        self.id = id.to_owned();
        self
    }

    /// Only for events whose field has one of these values.
    #[must_use]
    pub fn when(mut self, field: &str, one_of: &[&str]) -> Step {
        self.when.push(condition(field, one_of));
        self
    }

    /// The states it is taken from, and the one it leads to.
    #[must_use]
    pub fn moves(mut self, from: &[&str], to: &str) -> Step {
        self.from = strings(from);
        self.to = Some(to.to_owned());
        self
    }

    /// The states in which it may happen without moving the case.
    #[must_use]
    pub fn within(mut self, from: &[&str]) -> Step {
        self.from = strings(from);
        self
    }
}

/// What supplies a requirement, and who.
pub struct Provided<'a> {
    /// Who supplies it.
    pub by: &'a Text,
    /// The event that supplies it.
    pub event: Trigger,
}

impl Requirement {
    /// Something that a step needs, once.
    pub fn new(id: &str, what: Words, provided: Provided, provenance: Provenance) -> Requirement {
        Requirement {
            id: id.to_owned(),
            what: text(what),
            supplier: provided.by.clone(),
            supplied_by: provided.event,
            count: 1,
            when: Vec::new(),
            asked_in: Vec::new(),
            needed_for: Vec::new(),
            at_most_old: None,
            at_least_since: None,
            provenance,
        }
    }

    /// The document of that kind: an event `document` whose field `soort`
    /// names it.
    pub fn document(kind: &str, what: Words, supplier: &Text, provenance: Provenance) -> Requirement {
        let event = on_event("document").when("soort", &[kind]);
        Requirement::new(kind, what, Provided { by: supplier, event }, provenance)
    }

    /// So many of them.
    #[must_use]
    pub fn times(mut self, count: u8) -> Requirement {
        self.count = count;
        self
    }

    /// Only where a field of the case has one of these values.
    #[must_use]
    pub fn when(mut self, field: &str, one_of: &[&str]) -> Requirement {
        self.when.push(condition(field, one_of));
        self
    }

    /// The states in which it is asked for, and the steps that need it.
    #[must_use]
    pub fn asked(mut self, states: &[&str], needed_for: &[&str]) -> Requirement {
        self.asked_in = strings(states);
        self.needed_for = strings(needed_for);
        self
    }

    /// How old it may be at most on the day of the step, by its field
    /// `gedateerd`.
    #[must_use]
    pub fn at_most_old(mut self, age: Term) -> Requirement {
        self.at_most_old = Some(age);
        self
    }

    /// How long it must have been so on the day of the step, by its field
    /// `sinds`.
    #[must_use]
    pub fn at_least_since(mut self, time: Term) -> Requirement {
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
            ends,
            met_by: Vec::new(),
            suspended: None,
            extended: None,
            statutory: false,
            then: None,
            provenance,
        }
    }

    /// By its end, someone has to have done something.
    pub fn deadline(id: &str, what: Words, starts: Trigger, length: Term, provenance: Provenance) -> TermRule {
        TermRule::new(id, what, TermKind::Deadline, starts, TermEnd::After(length), provenance)
    }

    /// So long before the day in a field of the event that starts it.
    pub fn before(
        id: &str,
        what: Words,
        starts: Trigger,
        (length, field): (Term, &str),
        provenance: Provenance,
    ) -> TermRule {
        let ends = TermEnd::Before(length, field.to_owned());
        TermRule::new(id, what, TermKind::Deadline, starts, ends, provenance)
    }

    /// Before that school holiday.
    pub fn before_holiday(
        id: &str,
        what: Words,
        starts: Trigger,
        holiday: SchoolHolidayKind,
        provenance: Provenance,
    ) -> TermRule {
        TermRule::new(id, what, TermKind::Deadline, starts, TermEnd::BeforeHoliday(holiday), provenance)
    }

    /// Until the day in that field of the event, a decision holds.
    pub fn validity(id: &str, what: Words, starts: Trigger, until_field: &str, provenance: Provenance) -> TermRule {
        TermRule::new(id, what, TermKind::Validity, starts, TermEnd::OnField(until_field.to_owned()), provenance)
    }

    /// Until its end, records are kept.
    pub fn retention(id: &str, what: Words, starts: Trigger, length: Term, provenance: Provenance) -> TermRule {
        TermRule::new(id, what, TermKind::Retention, starts, TermEnd::After(length), provenance)
    }

    /// It counts from the day in that field of the event that starts it.
    #[must_use]
    pub fn counted_from(mut self, field: &str) -> TermRule {
        self.counted_from = Some(field.to_owned());
        self
    }

    /// A later event that meets it.
    #[must_use]
    pub fn met_by(mut self, trigger: Trigger) -> TermRule {
        self.met_by.push(trigger);
        self
    }

    /// It stands still from the one event to the other.
    #[must_use]
    pub fn suspended(mut self, from: Trigger, until: Trigger) -> TermRule {
        self.suspended = Some((from, until));
        self
    }

    /// It is longer by so much after that event.
    #[must_use]
    pub fn extended(mut self, by: Trigger, length: Term) -> TermRule {
        self.extended = Some((by, length));
        self
    }

    /// It is a statutory term, to which the Algemene termijnenwet applies.
    #[must_use]
    pub fn statutory(mut self) -> TermRule {
        self.statutory = true;
        self
    }

    /// What follows when it passes.
    #[must_use]
    pub fn then(mut self, then: Words) -> TermRule {
        self.then = Some(text(then));
        self
    }
}

impl Cost {
    /// What a rule of the region's allocation pays or withholds, by the amount
    /// in a parameter.
    pub fn new(
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
            when: Vec::new(),
            ends: Vec::new(),
            payment,
            parameter: parameter.to_owned(),
            rule: rule.to_owned(),
            provenance,
        }
    }

    /// Its id, where a rule has several.
    #[must_use]
    pub fn named(mut self, id: &str) -> Cost {
        self.id = id.to_owned();
        self
    }

    /// Only where a field of the case has one of these values.
    #[must_use]
    pub fn when(mut self, field: &str, one_of: &[&str]) -> Cost {
        self.when.push(condition(field, one_of));
        self
    }

    /// It is paid until the day in that field of the event that starts it.
    #[must_use]
    pub fn counted_until(mut self, field: &str) -> Cost {
        self.counted_until = Some(field.to_owned());
        self
    }

    /// It is paid from the day in that field of the event that starts it.
    #[must_use]
    pub fn counted_from(mut self, field: &str) -> Cost {
        self.counted_from = Some(field.to_owned());
        self
    }

    /// An event after which it no longer runs.
    #[must_use]
    pub fn until(mut self, trigger: Trigger) -> Cost {
        self.ends.push(trigger);
        self
    }
}
