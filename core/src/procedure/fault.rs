//! Whether a procedure fits together.

use std::collections::BTreeSet;

use crate::Sector;
use crate::procedure::{CaseFile, Condition, Criterion, Field, FieldKind, Payment, Procedure, State, TermEnd, Trigger};

/// What does not fit in the statement of a procedure.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DefinitionFault {
    /// It has no states.
    #[error("procedure {procedure} has no states")]
    NoStates {
        /// The procedure.
        procedure: String,
    },
    /// Two parts have the same id.
    #[error("procedure {procedure}: the {part} {id} stands there twice")]
    Twice {
        /// The procedure.
        procedure: String,
        /// What kind of part.
        part: &'static str,
        /// The id.
        id: String,
    },
    /// A part refers to one that does not exist.
    #[error("procedure {procedure}: {at} refers to the {part} {id}, which is not there")]
    Unknown {
        /// The procedure.
        procedure: String,
        /// The part that refers.
        at: String,
        /// What kind of part is meant.
        part: &'static str,
        /// Its id.
        id: String,
    },
    /// No steps lead from the first state to another.
    #[error("procedure {procedure}: no steps lead to the state {state}")]
    Unreachable {
        /// The procedure.
        procedure: String,
        /// The state.
        state: String,
    },
    /// No step leads to another state from one in which the procedure is not
    /// over.
    #[error("procedure {procedure}: no step leads out of the state {state}, which is not closed")]
    DeadEnd {
        /// The procedure.
        procedure: String,
        /// The state.
        state: String,
    },
}

impl Procedure {
    /// Whether its parts refer to one another, every state can be reached and
    /// each open one be left.
    ///
    /// # Errors
    /// The first [`DefinitionFault`] found.
    pub fn check(&self) -> Result<(), DefinitionFault> {
        let procedure = self.id.clone();
        let Some(first) = self.states.first() else { return Err(DefinitionFault::NoStates { procedure }) };
        self.unique("state", self.states.iter().map(|state| state.id.as_str()))?;
        self.unique("step", self.steps.iter().map(|step| step.id.as_str()))?;
        self.unique("requirement", self.requirements.iter().map(|requirement| requirement.id.as_str()))?;
        self.unique("term", self.terms.iter().map(|term| term.id.as_str()))?;
        self.unique("cost", self.costs.iter().map(|cost| cost.id.as_str()))?;
        self.check_fields()?;
        self.check_steps()?;
        self.check_requirements()?;
        self.check_terms()?;
        self.check_money_and_criteria()?;
        self.check_ways(&first.id)
    }

    fn check_fields(&self) -> Result<(), DefinitionFault> {
        let mut names = BTreeSet::new();
        for field in &self.fields {
            // Every case has that one.
            if field.name == CaseFile::SECTOR {
                return Err(self.twice("field", &field.name));
            }
            let name = format!("{} {}", field.event.as_deref().unwrap_or("case"), field.name);
            if !names.insert(name) {
                return Err(self.twice("field", &field.name));
            }
            let at = format!("field {}", field.name);
            if let Some(event) = &field.event {
                self.event(&at, event)?;
            }
            self.conditions(&at, field.event.as_deref(), field.needed.as_deref().unwrap_or_default())?;
        }
        Ok(())
    }

    fn check_steps(&self) -> Result<(), DefinitionFault> {
        for step in &self.steps {
            let at = format!("step {}", step.id);
            for state in step.from.iter().chain(&step.to) {
                if self.find_state(state).is_none() {
                    return Err(self.unknown(&at, "state", state));
                }
            }
            self.conditions(&at, Some(&step.event), &step.when)?;
        }
        Ok(())
    }

    fn check_requirements(&self) -> Result<(), DefinitionFault> {
        for requirement in &self.requirements {
            let at = format!("requirement {}", requirement.id);
            self.trigger(&at, &requirement.supplied_by)?;
            self.conditions(&at, None, &requirement.when)?;
            for state in &requirement.asked_in {
                if self.find_state(state).is_none() {
                    return Err(self.unknown(&at, "state", state));
                }
            }
            for step in &requirement.needed_for {
                if !self.steps.iter().any(|known| known.id == *step) {
                    return Err(self.unknown(&at, "step", step));
                }
            }
            let event = &requirement.supplied_by.event;
            if requirement.at_most_old.is_some() {
                self.date(&at, event, "gedateerd")?;
            }
            if requirement.at_least_since.is_some() {
                self.date(&at, event, "sinds")?;
            }
        }
        Ok(())
    }

    fn check_terms(&self) -> Result<(), DefinitionFault> {
        for term in &self.terms {
            let at = format!("term {}", term.id);
            self.trigger(&at, &term.starts)?;
            for trigger in &term.met_by {
                self.trigger(&at, trigger)?;
            }
            if let Some((from, until)) = &term.suspended {
                self.trigger(&at, from)?;
                self.trigger(&at, until)?;
            }
            if let Some((by, _)) = &term.extended {
                self.trigger(&at, by)?;
            }
            if let Some(field) = &term.counted_from {
                self.date(&at, &term.starts.event, field)?;
            }
            match &term.ends {
                TermEnd::Before(_, field) | TermEnd::OnField(field) => {
                    self.date(&at, &term.starts.event, field)?;
                }
                TermEnd::After(_) | TermEnd::BeforeHoliday(_) => {}
            }
        }
        Ok(())
    }

    fn check_money_and_criteria(&self) -> Result<(), DefinitionFault> {
        for cost in &self.costs {
            let at = format!("cost {}", cost.id);
            self.trigger(&at, &cost.starts)?;
            self.conditions(&at, None, &cost.when)?;
            for trigger in &cost.ends {
                self.trigger(&at, trigger)?;
            }
            for field in cost.counted_from.iter().chain(&cost.counted_until) {
                self.date(&at, &cost.starts.event, field)?;
            }
            if let Payment::MonthlyFor(field) = &cost.payment {
                self.field_of(&at, &cost.starts.event, field, ("number", &FieldKind::Number))?;
            }
        }
        for objection in &self.objections {
            self.trigger("objection", &objection.decision)?;
        }
        self.criteria.iter().try_for_each(|criterion| self.check_criterion(criterion))
    }

    fn check_criterion(&self, criterion: &Criterion) -> Result<(), DefinitionFault> {
        let at = format!("criterion {} {}", criterion.provision, criterion.clause);
        self.conditions(&at, None, &criterion.when)?;
        for need in &criterion.all {
            for field in &need.fields {
                let Some(Field { kind: FieldKind::OneOf(scale), .. }) = self.find_field(None, field) else {
                    return Err(self.unknown(&at, "scale", field));
                };
                let heaviest = usize::from(need.at_most);
                if need.at_least == 0 || need.at_least > need.at_most || heaviest > scale.len() {
                    let range = format!("{} to {} of {field}", need.at_least, need.at_most);
                    return Err(self.unknown(&at, "intensity", &range));
                }
            }
        }
        Ok(())
    }

    fn check_ways(&self, first: &str) -> Result<(), DefinitionFault> {
        let mut reached = BTreeSet::from([first]);
        let mut to_visit = vec![first];
        while let Some(state) = to_visit.pop().and_then(|id| self.find_state(id)) {
            let mut ways = self.ways_out(state).peekable();
            if ways.peek().is_none() && !state.closed {
                return Err(DefinitionFault::DeadEnd { procedure: self.id.clone(), state: state.id.clone() });
            }
            to_visit.extend(ways.filter(|to| reached.insert(to)));
        }
        match self.states.iter().find(|state| !reached.contains(state.id.as_str())) {
            None => Ok(()),
            Some(state) => Err(DefinitionFault::Unreachable { procedure: self.id.clone(), state: state.id.clone() }),
        }
    }

    /// The other states to which a step leads from that one.
    fn ways_out<'a>(&'a self, state: &'a State) -> impl Iterator<Item = &'a str> + 'a {
        let from_here = self.steps.iter().filter(|step| step.can_be_taken_from(state));
        from_here.filter_map(|step| step.to.as_deref()).filter(|to| *to != state.id)
    }

    fn unique<'a>(&self, part: &'static str, ids: impl Iterator<Item = &'a str>) -> Result<(), DefinitionFault> {
        let mut seen = BTreeSet::new();
        for id in ids {
            if !seen.insert(id) {
                return Err(self.twice(part, id));
            }
        }
        Ok(())
    }

    fn trigger(&self, at: &str, trigger: &Trigger) -> Result<(), DefinitionFault> {
        self.event(at, &trigger.event)?;
        self.conditions(at, Some(&trigger.event), &trigger.when)
    }

    fn event(&self, at: &str, event: &str) -> Result<(), DefinitionFault> {
        match self.steps.iter().any(|step| step.event == event) {
            true => Ok(()),
            false => Err(self.unknown(at, "event", event)),
        }
    }

    fn conditions(&self, at: &str, event: Option<&str>, conditions: &[Condition]) -> Result<(), DefinitionFault> {
        for condition in conditions {
            let known = self.find_field(event, &condition.field).or_else(|| self.find_field(None, &condition.field));
            let fits = |value: &String| match known {
                Some(field) => field.kind.check(value).is_ok(),
                None => [Sector::Po, Sector::Vo].iter().any(|sector| sector.as_str() == value),
            };
            if known.is_none() && condition.field != CaseFile::SECTOR {
                return Err(self.unknown(at, "field", &condition.field));
            }
            if let Some(value) = condition.one_of.iter().find(|value| !fits(value)) {
                return Err(self.unknown(at, "value", &format!("{value} of {}", condition.field)));
            }
        }
        Ok(())
    }

    fn date(&self, at: &str, event: &str, field: &str) -> Result<(), DefinitionFault> {
        self.field_of(at, event, field, ("date", &FieldKind::Date))
    }

    /// That the event has the field, and of that kind, which has a name too.
    fn field_of(
        &self,
        at: &str,
        event: &str,
        field: &str,
        (part, kind): (&'static str, &FieldKind),
    ) -> Result<(), DefinitionFault> {
        match self.find_field(Some(event), field) {
            Some(found) if found.kind == *kind => Ok(()),
            _ => Err(self.unknown(at, part, &format!("{field} of {event}"))),
        }
    }

    fn twice(&self, part: &'static str, id: &str) -> DefinitionFault {
        DefinitionFault::Twice { procedure: self.id.clone(), part, id: id.to_owned() }
    }

    fn unknown(&self, at: &str, part: &'static str, id: &str) -> DefinitionFault {
        DefinitionFault::Unknown { procedure: self.id.clone(), at: at.to_owned(), part, id: id.to_owned() }
    }
}
