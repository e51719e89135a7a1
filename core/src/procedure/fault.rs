//! Whether a procedure fits together.

use std::collections::BTreeSet;
use std::fmt;

use crate::calendar::EmptyTerm;
use crate::place::Place;
use crate::procedure::stated::CASE;
use crate::procedure::{
    CaseFile, Condition, Criterion, Differing, Field, FieldKind, Payment, Procedure, State, TermEnd, TermKind,
    TermRule, Trigger,
};
use crate::{Date, ProvenanceError, Sector, Validity, nearest};

/// What does not fit in the statement of a procedure, and where.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{place}{}{kind}", if place.segments().is_empty() { "" } else { ": " })]
pub struct DefinitionFault {
    /// The place in the procedure, as a region writes it.
    pub place: Place,
    /// What does not fit.
    pub kind: DefinitionFaultKind,
}

/// What does not fit in the statement of a procedure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DefinitionFaultKind {
    /// It has no states.
    NoStates,
    /// Two parts have the same id.
    Twice {
        /// What kind of part.
        part: &'static str,
        /// The id.
        id: String,
    },
    /// It refers to a part that is not there.
    Unknown {
        /// What kind of part is meant.
        part: &'static str,
        /// Its id.
        id: String,
        /// The parts that there are.
        known: Vec<String>,
    },
    /// A name that has another meaning in every procedure.
    Reserved {
        /// The name.
        name: &'static str,
    },
    /// A value that the field cannot have.
    Value {
        /// The value.
        value: String,
        /// The field.
        field: String,
        /// What its values look like.
        form: String,
    },
    /// A range of intensities that the scale does not have.
    Intensity {
        /// The lightest.
        from: u8,
        /// The heaviest.
        to: u8,
        /// The words of the scale.
        scale: usize,
    },
    /// No steps lead from the first state to this one.
    Unreachable {
        /// The state.
        state: String,
    },
    /// No step leads to another state from this one, in which the procedure is
    /// not over.
    DeadEnd {
        /// The state.
        state: String,
    },
    /// Something does not fit on a day, with the parts that hold then.
    OnDay {
        /// The first such day.
        day: Date,
        /// What does not fit.
        kind: Box<DefinitionFaultKind>,
    },
    /// A cost has its amount in two ways.
    AmountTwice,
    /// A cost has no amount, or says that nothing is paid and has one.
    Amount {
        /// Whether it says that nothing is paid.
        nothing: bool,
    },
    /// A cost is both within a length of time and later than one.
    WithinAndLater,
    /// A length of time that is none.
    Length(EmptyTerm),
    /// Where it stands is not complete.
    Provenance(ProvenanceError),
}

impl fmt::Display for DefinitionFaultKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            DefinitionFaultKind::NoStates => f.write_str("the procedure has no states"),
            DefinitionFaultKind::Twice { part, id } => write!(f, "the {part} {id} stands there twice"),
            DefinitionFaultKind::Unknown { part, id, known } => {
                write!(f, "there is no {part} {id}")?;
                match nearest(id, known.iter().map(String::as_str)) {
                    Some(near) => write!(f, "; did you mean {near}?"),
                    None if known.is_empty() => Ok(()),
                    None => write!(f, "; there is {}", known.join(", ")),
                }
            }
            DefinitionFaultKind::Reserved { name } => {
                write!(f, "{name} is a name that every procedure has; choose another")
            }
            DefinitionFaultKind::Value { value, field, form } => {
                write!(f, "{value:?} is no value of the field {field}, which is {form}")
            }
            DefinitionFaultKind::Intensity { from, to, scale } => {
                write!(f, "{from} to {to} is no range of a scale of 1 to {scale}")
            }
            DefinitionFaultKind::Unreachable { state } => write!(f, "no steps lead to the state {state}"),
            DefinitionFaultKind::DeadEnd { state } => {
                write!(f, "no step leads out of the state {state}, which is not closed")
            }
            DefinitionFaultKind::OnDay { day, kind } => write!(f, "of what holds on {day}: {kind}"),
            DefinitionFaultKind::AmountTwice => {
                f.write_str("the amount stands there twice; name a `parameter` or what the `amount` is made of")
            }
            DefinitionFaultKind::Amount { nothing: false } => {
                f.write_str("there is no amount; name a `parameter` or what the `amount` is made of")
            }
            DefinitionFaultKind::Amount { nothing: true } => {
                f.write_str("nothing is paid, so there is no amount; leave out `parameter` and `amount`")
            }
            DefinitionFaultKind::WithinAndLater => f.write_str("it is `within` or `later_than`; leave one out"),
            DefinitionFaultKind::Length(error) => error.fmt(f),
            DefinitionFaultKind::Provenance(error) => error.fmt(f),
        }
    }
}

impl Procedure {
    /// Everything that does not fit: parts that refer to what is not there,
    /// states that cannot be reached or left. An empty list is a sound
    /// procedure.
    pub fn faults(&self) -> Vec<DefinitionFault> {
        let faults = self.faults_of_parts();
        if !faults.is_empty() || !self.has_dates() {
            return faults;
        }
        // Each of them refers to something; on each day to something that holds.
        let told = |day: Date| {
            let on_day = self.on(day).faults_of_parts().into_iter();
            on_day.map(move |fault| DefinitionFault {
                place: Place::root(),
                kind: DefinitionFaultKind::OnDay { day, kind: Box::new(fault.kind) },
            })
        };
        self.changes().into_iter().flat_map(told).collect()
    }

    fn faults_of_parts(&self) -> Vec<DefinitionFault> {
        let mut checking = Checking { procedure: self, faults: Vec::new() };
        checking.all();
        checking.faults
    }
}

/// A procedure while it is checked.
struct Checking<'a> {
    procedure: &'a Procedure,
    faults: Vec<DefinitionFault>,
}

impl<'a> Checking<'a> {
    fn all(&mut self) {
        let procedure = self.procedure;
        let Some(first) = procedure.states.first() else {
            return self.fault(Place::root(), DefinitionFaultKind::NoStates);
        };
        let always = Validity::ALWAYS;
        self.unique("states", "state", procedure.states.iter().map(|state| (&state.id, always)));
        self.unique("steps", "step", procedure.steps.iter().map(|step| (&step.id, step.valid)));
        self.unique("requirements", "requirement", procedure.requirements.iter().map(|part| (&part.id, part.valid)));
        self.unique("terms", "term", procedure.terms.iter().map(|term| (&term.id, term.valid)));
        self.unique("costs", "cost", procedure.costs.iter().map(|cost| (&cost.id, cost.valid)));
        self.unique("checks", "check", procedure.checks.iter().map(|check| (&check.id, check.valid)));
        self.applies_on();
        if let Some(jurisdiction) = &procedure.jurisdiction {
            self.conditions(&Place::key("jurisdiction").then("home_first"), None, &jurisdiction.home_first);
        }
        self.fields();
        self.steps();
        self.requirements();
        self.terms();
        self.money();
        for (nth, criterion) in procedure.criteria.iter().enumerate() {
            self.criterion(criterion, &Place::key("criteria").nth(nth));
        }
        // What refers to nothing would leave states without a way as well.
        if self.faults.is_empty() {
            self.ways(&first.id);
        }
    }

    fn applies_on(&mut self) {
        let Some(applies) = &self.procedure.applies_on else { return };
        let place = Place::key("applies_on");
        self.event(place.clone().then("event"), &applies.event);
        if let Some(field) = &applies.field {
            self.date(place.then("field"), &applies.event, field);
        }
    }

    fn fields(&mut self) {
        let mut names = BTreeSet::new();
        for field in &self.procedure.fields {
            let group = Place::key("fields").then(field.event.as_deref().unwrap_or(CASE));
            let place = group.clone().then(&field.name);
            // Every case has that one.
            if field.name == CaseFile::SECTOR {
                self.fault(place.clone(), DefinitionFaultKind::Reserved { name: CaseFile::SECTOR });
            }
            if !names.insert((&field.event, &field.name)) {
                self.twice(place.clone(), "field", &field.name);
            }
            if let Some(event) = &field.event {
                self.event(group, event);
            }
            self.words_of_sectors(field, &place);
            let conditions = field.needed.as_deref().unwrap_or_default();
            self.conditions(&place.then("needed"), field.event.as_deref(), conditions);
        }
    }

    /// That the words of each sector are words of the field.
    fn words_of_sectors(&mut self, field: &Field, place: &Place) {
        for (sector, words) in &field.by_sector {
            let place = place.clone().then("by_sector").then(sector.as_str());
            for (nth, word) in words.iter().enumerate() {
                if let Err(form) = field.kind.check(word) {
                    let (value, field) = (word.clone(), field.name.clone());
                    let kind = DefinitionFaultKind::Value { value, field, form: form.en };
                    self.fault(place.clone().nth(nth), kind);
                }
            }
        }
    }

    fn steps(&mut self) {
        for (nth, step) in self.procedure.steps.iter().enumerate() {
            let place = Place::key("steps").nth(nth);
            if step.event == CASE {
                self.fault(place.clone().then("event"), DefinitionFaultKind::Reserved { name: CASE });
            }
            self.states(&place.clone().then("from"), &step.from);
            if let Some(to) = &step.to {
                self.state(place.clone().then("to"), to);
            }
            self.conditions(&place.then("when"), Some(&step.event), &step.when);
        }
    }

    fn requirements(&mut self) {
        for (nth, requirement) in self.procedure.requirements.iter().enumerate() {
            let place = Place::key("requirements").nth(nth);
            self.trigger(&place.clone().then("on"), &requirement.supplied_by);
            self.conditions(&place.clone().then("when"), None, &requirement.when);
            if let Some(differing) = &requirement.where_differ {
                self.differing(place.clone().then("where_differ"), differing);
            }
            self.states(&place.clone().then("asked_in"), &requirement.asked_in);
            for (nth, step) in requirement.needed_for.iter().enumerate() {
                if !self.procedure.steps.iter().any(|known| known.id == *step) {
                    let known = self.procedure.steps.iter().map(|step| step.id.clone()).collect();
                    self.unknown(place.clone().then("needed_for").nth(nth), "step", step, known);
                }
            }
            let event = &requirement.supplied_by.event;
            if requirement.at_most_old.is_some() {
                self.date(place.clone().then("at_most_old"), event, "gedateerd");
            }
            if let Some(event) = &requirement.age_on {
                self.event(place.clone().then("age_on"), event);
            }
            if requirement.at_least_since.is_some() {
                self.date(place.then("at_least_since"), event, "sinds");
            }
        }
    }

    fn differing(&mut self, place: Place, differing: &Differing) {
        self.event(place.clone().then("event"), &differing.event);
        for (nth, name) in differing.fields.iter().enumerate() {
            if self.procedure.find_field(Some(&differing.event), name).is_none() {
                let of_event =
                    self.procedure.fields.iter().filter(|field| field.event.as_ref() == Some(&differing.event));
                let known = of_event.map(|field| field.name.clone()).collect();
                self.unknown(place.clone().then("in").nth(nth), "field", name, known);
            }
        }
    }

    fn terms(&mut self) {
        for (nth, term) in self.procedure.terms.iter().enumerate() {
            let place = Place::key("terms").nth(nth);
            self.trigger(&place.clone().then("starts"), &term.starts);
            for (nth, trigger) in term.met_by.iter().enumerate() {
                self.trigger(&place.clone().then("met_by").nth(nth), trigger);
            }
            for (nth, trigger) in term.granted_by.iter().enumerate() {
                self.trigger(&place.clone().then("granted_by").nth(nth), trigger);
            }
            if let Some((from, until)) = &term.suspended {
                let place = place.clone().then("suspended");
                self.trigger(&place.clone().then("from"), from);
                self.trigger(&place.then("until"), until);
            }
            if let Some(extension) = &term.extended {
                let place = place.clone().then("extended");
                self.trigger(&place.clone().then("on"), &extension.on);
                if let Some(field) = &extension.until {
                    self.date(place.then("until"), &extension.on.event, field);
                }
            }
            if let Some(field) = &term.counted_from {
                self.date(place.clone().then("counted_from"), &term.starts.event, field);
            }
            let ends = place.then("ends");
            match &term.ends {
                TermEnd::Before(_, field) => self.date(ends.then("before").then("field"), &term.starts.event, field),
                TermEnd::OnField(field) => self.date(ends.then("on_field"), &term.starts.event, field),
                TermEnd::After(_) | TermEnd::BeforeHoliday(_) | TermEnd::OnNext(_) => {}
            }
        }
    }

    fn money(&mut self) {
        for (nth, cost) in self.procedure.costs.iter().enumerate() {
            let place = Place::key("costs").nth(nth);
            self.trigger(&place.clone().then("starts"), &cost.starts);
            self.conditions(&place.clone().then("when"), None, &cost.when);
            for (nth, trigger) in cost.ends.iter().enumerate() {
                self.trigger(&place.clone().then("ends").nth(nth), trigger);
            }
            if let Some(trigger) = &cost.not_before {
                self.trigger(&place.clone().then("not_before"), trigger);
            }
            for (key, field) in [("counted_from", &cost.counted_from), ("counted_until", &cost.counted_until)] {
                if let Some(field) = field {
                    self.date(place.clone().then(key), &cost.starts.event, field);
                }
            }
            if let Some(since) = &cost.since {
                let key = if since.longer { "later_than" } else { "within" };
                self.event(place.clone().then(key).then("of"), &since.event);
            }
            if let Some(term) = &cost.lasts_with {
                let holds = |known: &&TermRule| known.kind == TermKind::Validity;
                let known: Vec<_> = self.procedure.terms.iter().filter(holds).map(|term| term.id.clone()).collect();
                if !known.contains(term) {
                    self.unknown(place.clone().then("lasts_with"), "term of validity", term, known);
                }
            }
            let nothing = matches!(cost.payment, Payment::Nothing(_));
            if nothing != cost.amount.is_empty() {
                self.fault(place.clone().then("amount"), DefinitionFaultKind::Amount { nothing });
            }
            let place = place.then("payment");
            if let Payment::MonthlyFor(field) = &cost.payment {
                let place = place.then("monthly_for");
                self.field_of(place, &cost.starts.event, field, ("number", &FieldKind::Number));
            }
        }
        for (nth, objection) in self.procedure.objections.iter().enumerate() {
            let place = Place::key("objections").nth(nth);
            self.trigger(&place.clone().then("on"), &objection.decision);
            if let Some(trigger) = &objection.lodged_by {
                self.trigger(&place.then("lodged_by"), trigger);
            }
        }
    }

    fn criterion(&mut self, criterion: &Criterion, place: &Place) {
        self.conditions(&place.clone().then("when"), None, &criterion.when);
        for (nth, need) in criterion.all.iter().enumerate() {
            let place = place.clone().then("needs").nth(nth);
            for (nth, field) in need.fields.iter().enumerate() {
                let Some(Field { kind: FieldKind::OneOf(scale), .. }) = self.procedure.find_field(None, field) else {
                    let scales = |field: &&Field| field.event.is_none() && matches!(field.kind, FieldKind::OneOf(_));
                    let known = self.procedure.fields.iter().filter(scales).map(|field| field.name.clone()).collect();
                    self.unknown(place.clone().then("fields").nth(nth), "scale", field, known);
                    continue;
                };
                let (from, to, scale) = (need.at_least, need.at_most, scale.len());
                if from == 0 || from > to || usize::from(to) > scale {
                    self.fault(place.clone().then("to"), DefinitionFaultKind::Intensity { from, to, scale });
                }
            }
        }
    }

    fn ways(&mut self, first: &'a str) {
        let mut reached = BTreeSet::from([first]);
        let mut to_visit = vec![first];
        while let Some(state) = to_visit.pop().and_then(|id| self.procedure.find_state(id)) {
            let ways: Vec<&str> = self.ways_out(state).collect();
            if ways.is_empty() && !state.closed {
                self.fault(self.place_of(state), DefinitionFaultKind::DeadEnd { state: state.id.clone() });
            }
            to_visit.extend(ways.into_iter().filter(|to| reached.insert(to)));
        }
        for state in self.procedure.states.iter().filter(|state| !reached.contains(state.id.as_str())) {
            self.fault(self.place_of(state), DefinitionFaultKind::Unreachable { state: state.id.clone() });
        }
    }

    fn place_of(&self, state: &State) -> Place {
        let nth = self.procedure.states.iter().position(|known| known.id == state.id);
        Place::key("states").nth(nth.unwrap_or_default())
    }

    /// The other states to which a step leads from that one.
    fn ways_out(&self, state: &'a State) -> impl Iterator<Item = &'a str> + 'a {
        let from_here = self.procedure.steps.iter().filter(|step| step.can_be_taken_from(state));
        from_here.filter_map(|step| step.to.as_deref()).filter(|to| *to != state.id)
    }

    /// That no two parts have the same id on the same day.
    fn unique(&mut self, key: &str, part: &'static str, parts: impl Iterator<Item = (&'a String, Validity)>) {
        let mut seen: Vec<(&String, Validity)> = Vec::new();
        for (nth, (id, valid)) in parts.enumerate() {
            if seen.iter().any(|(known, held)| *known == id && held.overlaps(valid)) {
                self.twice(Place::key(key).nth(nth), part, id);
            }
            seen.push((id, valid));
        }
    }

    fn states(&mut self, place: &Place, states: &[String]) {
        for (nth, state) in states.iter().enumerate() {
            self.state(place.clone().nth(nth), state);
        }
    }

    fn state(&mut self, place: Place, state: &str) {
        if self.procedure.find_state(state).is_none() {
            let known = self.procedure.states.iter().map(|state| state.id.clone()).collect();
            self.unknown(place, "state", state, known);
        }
    }

    fn trigger(&mut self, place: &Place, trigger: &Trigger) {
        self.event(place.clone().then("event"), &trigger.event);
        self.conditions(&place.clone().then("when"), Some(&trigger.event), &trigger.when);
    }

    fn event(&mut self, place: Place, event: &str) {
        if !self.procedure.steps.iter().any(|step| step.event == event) {
            let known = self.procedure.events().into_iter().map(str::to_owned).collect();
            self.unknown(place, "event", event, known);
        }
    }

    fn conditions(&mut self, place: &Place, event: Option<&str>, conditions: &[Condition]) {
        let procedure = self.procedure;
        for condition in conditions {
            let (name, place) = (&condition.field, place.clone().then(&condition.field));
            let of_event = event.and_then(|event| procedure.find_field(Some(event), name));
            let of_case = || procedure.find_field(None, name);
            let field = of_event.or_else(of_case).filter(|_| name != CaseFile::SECTOR);
            if field.is_none() && name != CaseFile::SECTOR {
                let here = |field: &&Field| field.event.is_none() || field.event.as_deref() == event;
                let known = procedure.fields.iter().filter(here).map(|field| field.name.clone()).collect();
                self.unknown(place, "field", name, known);
                continue;
            }
            for (nth, value) in condition.one_of.iter().enumerate() {
                let form = match field {
                    Some(field) => field.kind.check(value).err().map(|form| form.en),
                    None => [Sector::Po, Sector::Vo]
                        .iter()
                        .all(|sector| sector.as_str() != value)
                        .then(|| "po or vo".to_owned()),
                };
                if let Some(form) = form {
                    let (value, field) = (value.clone(), name.clone());
                    self.fault(place.clone().nth(nth), DefinitionFaultKind::Value { value, field, form });
                }
            }
        }
    }

    fn date(&mut self, place: Place, event: &str, field: &str) {
        self.field_of(place, event, field, ("date", &FieldKind::Date));
    }

    /// That the event has the field, and of that kind, which has a name too.
    fn field_of(&mut self, place: Place, event: &str, field: &str, (part, kind): (&'static str, &FieldKind)) {
        // An event that is not there is a fault of its own.
        if !self.procedure.events().contains(&event) {
            return;
        }
        let fits = |known: &&Field| known.event.as_deref() == Some(event) && known.kind == *kind;
        if !self.procedure.fields.iter().filter(fits).any(|known| known.name == field) {
            let known = self.procedure.fields.iter().filter(fits).map(|known| known.name.clone()).collect();
            self.unknown(place, part, &format!("{field} of {event}"), known);
        }
    }

    fn twice(&mut self, place: Place, part: &'static str, id: &str) {
        self.fault(place, DefinitionFaultKind::Twice { part, id: id.to_owned() });
    }

    fn unknown(&mut self, place: Place, part: &'static str, id: &str, known: Vec<String>) {
        self.fault(place, DefinitionFaultKind::Unknown { part, id: id.to_owned(), known });
    }

    fn fault(&mut self, place: Place, kind: DefinitionFaultKind) {
        self.faults.push(DefinitionFault { place, kind });
    }
}
