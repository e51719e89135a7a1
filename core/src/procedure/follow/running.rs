//! How a term runs: from which day, and when it stood still.

use jiff::civil::Date;

use super::needs;
use super::triggers::{during, next_after};
use super::walk::{Taken, Walk};
use crate::Text;
use crate::calendar::{RunningTerm, Suspension, Term};
use crate::procedure::TermRule;

/// The term as it runs, without an extension; none where it counts from a day
/// that is not known.
pub(super) fn running(
    walk: &Walk,
    rule: &TermRule,
    start: &Taken,
    over: Option<&Taken>,
    term: Term,
) -> Option<RunningTerm> {
    let mut running = RunningTerm::after(counted_from(walk, rule, start)?.from, term);
    running.atw = rule.statutory;
    running.suspensions = suspensions(walk, rule, start, over);
    Some(running)
}

/// The day from which a term counts.
pub(super) struct Counted {
    pub(super) from: Date,
    /// Why from that day, where it is another than the case says.
    pub(super) because: Option<Text>,
}

/// The day from which a term counts; none where it stands in a field that is
/// not known.
pub(super) fn counted_from(walk: &Walk, rule: &TermRule, start: &Taken) -> Option<Counted> {
    let stated = match &rule.counted_from {
        Some(field) => start.event.date(field)?,
        None => start.event.on,
    };
    let last = rule.from_last_required.then(|| needs::last_supplied(walk, start)).flatten();
    Some(match last.filter(|(day, _)| *day > stated) {
        None => Counted { from: stated, because: None },
        Some((day, what)) => Counted {
            from: day,
            because: Some(Text::new(
                format!("niet vanaf {stated}: {} was er pas op {day}", what.nl),
                format!("not from {stated}: {} was there on {day} only", what.en),
            )),
        },
    })
}

/// When a term stood still: from the day after the one event until the day of
/// the other.
fn suspensions(walk: &Walk, rule: &TermRule, start: &Taken, over: Option<&Taken>) -> Vec<Suspension> {
    let Some((from, until)) = &rule.suspended else { return Vec::new() };
    let period = |stop: &Taken| {
        let first = stop.event.on.tomorrow().ok()?;
        match next_after(walk, until, stop) {
            None => Some(Suspension::since(first)),
            Some(resumed) => Suspension::new(first, resumed.event.on).ok(),
        }
    };
    during(walk, from, start, over).filter_map(period).collect()
}
