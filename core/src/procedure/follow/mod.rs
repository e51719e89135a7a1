//! Laying a case over a procedure.

mod answer;
mod money;
mod needs;
mod terms;
mod walk;

use jiff::civil::Date;

pub use answer::{
    CostPeriod, Deadline, DeadlineStatus, FollowedCase, FollowedCost, MissingItem, NextStep, OpenObjection, Period,
    Problem,
};

use crate::calendar::{KnownDays, RunningTerm, Term, WorkingDays};
use crate::procedure::{CaseEvent, CaseFile, Procedure, Trigger};
use crate::{Parameters, SwvNumber};
use walk::Walk;

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
    let walk = Walk::new(with, case);
    let mut answer = walk.answer();
    needs::add(&walk, &mut answer);
    terms::add(&walk, &mut answer);
    money::add(&walk, &mut answer);
    answer.criteria = match with.procedure.criteria.is_empty() {
        true => Vec::new(),
        false => with.procedure.fits(case),
    };
    answer.problems.sort_by_key(|problem| problem.event);
    answer.missing.dedup();
    answer
}

/// The events that took a step and that a trigger names, oldest first.
fn triggered<'a>(walk: &'a Walk, trigger: &'a Trigger) -> impl Iterator<Item = (usize, &'a CaseEvent)> + 'a {
    let case = walk.case;
    walk.taken
        .iter()
        .filter_map(|taken| case.events.get(taken.event).map(|event| (taken.event, event)))
        .filter(move |(_, event)| event.name == trigger.event && case.meets(Some(event), &trigger.when) == Some(true))
}

/// The day so long after another, whatever day that is.
fn reached(term: Term, from: Date) -> Option<Date> {
    RunningTerm::after(from, term).due(&WorkingDays::default()).ok()?.date
}
