//! Laying a case over a procedure.

mod answer;
mod extension;
mod following;
mod money;
mod months;
mod needs;
mod running;
mod terms;
mod triggers;
mod walk;

use std::collections::BTreeSet;

pub use answer::{
    CostKind, CostPeriod, CostUnit, Deadline, DeadlineStatus, FollowedCase, FollowedCost, MissingItem, NextStep,
    OpenObjection, Period, Problem,
};

pub use following::Following;

use crate::Text;
use crate::procedure::{CaseFile, Fit};
use answer::each_once;
use walk::Walk;

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
