//! Procedures: how a pupil gets more than basisondersteuning, from the first
//! signal to a place and back.
//!
//! A region states a [`Procedure`]: its states, the steps between them, what
//! each step needs, its terms, and the money that follows. A [`CaseFile`] holds
//! what happened to one pupil, under a pseudonym. [`follow`] lays the one over
//! the other and says where the case stands, what is missing and from whom,
//! what can come next, which terms run, and what is wrong; all of it at once.
//!
//! What is not here: the region's own checks that no table can say (the plugin
//! has those), amounts of money (the host looks them up), and the calendar
//! (see [`calendar`](crate::calendar)).

mod applying;
mod case_file;
mod check;
mod criterion;
mod definition;
mod fault;
mod follow;
mod made_up;
pub mod stated;
mod term_words;
#[cfg(test)]
mod tests;
pub(crate) mod versions;

pub use applying::{Applies, applying, held};
pub use case_file::{CaseEvent, CaseFile};
pub use check::{Breach, CheckEvent, CheckInput, FieldValue};
pub use criterion::{Criterion, CriterionFit, Fit, Need};
pub use definition::{
    AmountPart, AppliesOn, Check, Condition, Cost, Differing, Extension, Field, FieldKind, Jurisdiction, Objection,
    Payment, Procedure, Requirement, Since, State, Step, TermEnd, TermKind, TermRule, Tie, Trigger,
};
pub use fault::{DefinitionFault, DefinitionFaultKind};
pub use follow::{
    CostKind, CostPeriod, CostUnit, Deadline, DeadlineStatus, FollowedCase, FollowedCost, Following, MissingItem,
    NextStep, OpenObjection, Period, Problem, follow,
};
pub use versions::{VersionFault, version_faults};
