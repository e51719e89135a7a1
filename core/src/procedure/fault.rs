//! Whether a procedure fits together.

use std::collections::BTreeSet;

use crate::procedure::{CaseFile, Condition, Payment, Procedure, TermEnd, Trigger};

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
    /// No step leads to a state.
    #[error("procedure {procedure}: no steps lead to the state {state}")]
    Unreachable {
        /// The procedure.
        procedure: String,
        /// The state.
        state: String,
    },
    /// No step leads out of a state in which the procedure is not over.
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
            let name = format!("{} {}", field.event.as_deref().unwrap_or("case"), field.name);
            if !names.insert(name) {
                return Err(self.twice("field", &field.name));
            }
            if let Some(event) = &field.event {
                self.event(&format!("field {}", field.name), event)?;
            }
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
            let aged =
                [(requirement.at_most_old.is_some(), "gedateerd"), (requirement.at_least_since.is_some(), "sinds")];
            for (_, field) in aged.into_iter().filter(|(reads, _)| *reads) {
                self.event_field_of(&at, &requirement.supplied_by.event, field)?;
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
                self.event_field_of(&at, &term.starts.event, field)?;
            }
            match &term.ends {
                TermEnd::Before(_, field) | TermEnd::OnField(field) => {
                    self.event_field_of(&at, &term.starts.event, field)?;
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
            if let Some(field) = &cost.counted_from {
                self.event_field_of(&at, &cost.starts.event, field)?;
            }
            if let Payment::MonthlyFor(field) = &cost.payment {
                self.event_field_of(&at, &cost.starts.event, field)?;
            }
        }
        for objection in &self.objections {
            self.trigger("objection", &objection.decision)?;
        }
        for criterion in &self.criteria {
            let at = format!("criterion {} {}", criterion.provision, criterion.clause);
            self.conditions(&at, None, &criterion.when)?;
            for field in criterion.all.iter().flat_map(|need| &need.fields) {
                if self.find_field(None, field).is_none() {
                    return Err(self.unknown(&at, "field", field));
                }
            }
        }
        Ok(())
    }

    fn check_ways(&self, first: &str) -> Result<(), DefinitionFault> {
        for state in &self.states {
            let procedure = || self.id.clone();
            let reached = state.id == first || self.steps.iter().any(|step| step.to.as_deref() == Some(&state.id));
            if !reached {
                return Err(DefinitionFault::Unreachable { procedure: procedure(), state: state.id.clone() });
            }
            let left = self.steps.iter().any(|step| step.to.is_some() && step.can_be_taken_from(state));
            if !left && !state.closed {
                return Err(DefinitionFault::DeadEnd { procedure: procedure(), state: state.id.clone() });
            }
        }
        Ok(())
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
            if condition.field == CaseFile::SECTOR {
                continue;
            }
            let known = self.find_field(event, &condition.field).or_else(|| self.find_field(None, &condition.field));
            let Some(field) = known else { return Err(self.unknown(at, "field", &condition.field)) };
            if let Some(value) = condition.one_of.iter().find(|value| field.kind.check(value).is_err()) {
                return Err(self.unknown(at, "value", &format!("{value} of {}", condition.field)));
            }
        }
        Ok(())
    }

    fn event_field_of(&self, at: &str, event: &str, field: &str) -> Result<(), DefinitionFault> {
        match self.find_field(Some(event), field) {
            Some(_) => Ok(()),
            None => Err(self.unknown(at, "field", &format!("{field} of {event}"))),
        }
    }

    fn twice(&self, part: &'static str, id: &str) -> DefinitionFault {
        DefinitionFault::Twice { procedure: self.id.clone(), part, id: id.to_owned() }
    }

    fn unknown(&self, at: &str, part: &'static str, id: &str) -> DefinitionFault {
        DefinitionFault::Unknown { procedure: self.id.clone(), at: at.to_owned(), part, id: id.to_owned() }
    }
}
