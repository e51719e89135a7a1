//! For how many months money is paid at most.

use super::answer::{FollowedCase, Problem};
use super::money::in_months;
use super::triggers::triggered;
use super::walk::{Taken, Walk};
use crate::procedure::{Cost, Payment};

/// Adds every payment for more months than the region's parameter has.
pub(super) fn add(walk: &Walk, answer: &mut FollowedCase) {
    for cost in &walk.with.procedure.costs {
        answer.problems.extend(too_many(walk, cost));
    }
}

fn too_many(walk: &Walk, cost: &Cost) -> Vec<Problem> {
    let (Some(key), Payment::MonthlyFor(field)) = (&cost.months_at_most, &cost.payment) else { return Vec::new() };
    let longest = |on| walk.with.parameters.on(key, on).and_then(|value| value.count(key)).ok();
    let problem = |start: &Taken| {
        let months: i64 = start.event.field(field)?.parse().ok()?;
        let longest = longest(start.event.on).filter(|longest| *longest < months)?;
        let months = in_months(months);
        let message = (
            format!("{}: {}, en ten hoogste {longest} ({key})", cost.what.nl, months.nl),
            format!("{}: {}, and {longest} at most ({key})", cost.what.en, months.en),
        );
        Some(Problem::of_event(key, start.place(), message).stated_in(&cost.provenance))
    };
    triggered(walk, &cost.starts).filter_map(problem).collect()
}
