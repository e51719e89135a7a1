//! The extension of a term: once, in time, and no longer than it may be.

use jiff::civil::Date;

use super::answer::Problem;
use super::running::running;
use super::triggers::during;
use super::walk::{Taken, Walk};
use crate::calendar::{CalendarError, Cause, Due, RunningTerm};
use crate::procedure::{Extension, TermEnd, TermRule};

/// When a term ends, with its extension.
pub(super) fn due(
    walk: &Walk,
    rule: &TermRule,
    start: &Taken,
    over: Option<&Taken>,
    running: RunningTerm,
) -> Result<Due, CalendarError> {
    let days = walk.with.days;
    let without = running.due(days)?;
    let Some(extension) = &rule.extended else { return Ok(without) };
    // What is over cannot be extended, and nothing is extended twice.
    let notice = during(walk, &extension.on, start, over).next();
    let Some(notice) = notice.filter(|notice| without.date.is_none_or(|last| notice.event.on <= last)) else {
        return Ok(without);
    };
    let longest = running.extended_by(extension.by).due(days)?;
    let (Some(announced), Some(from)) = (announced(extension, notice), without.date) else { return Ok(longest) };
    if longest.date.is_some_and(|longest| longest < announced) {
        return Ok(longest);
    }
    let mut due = without;
    if from < announced {
        due.moved_by.push(Cause::ExtendedTo { from, until: announced });
        due.date = Some(announced);
    }
    Ok(due)
}

fn announced(extension: &Extension, notice: &Taken) -> Option<Date> {
    notice.event.date(extension.until.as_ref()?)
}

/// What is wrong with the notices that a term is extended.
pub(super) fn problems(walk: &Walk, rule: &TermRule, start: &Taken, over: Option<&Taken>) -> Vec<Problem> {
    let (Some(extension), TermEnd::After(term)) = (&rule.extended, &rule.ends) else { return Vec::new() };
    let days = walk.with.days;
    let running = running(walk, rule, start, over, *term);
    let last = |running: RunningTerm| running.due(days).ok().and_then(|due| due.date);
    let without = running.clone().and_then(last);
    let longest = running.map(|running| running.extended_by(extension.by)).and_then(last);
    let notices = during(walk, &extension.on, start, over).enumerate();
    let problem = |(nth, notice): (usize, &Taken)| {
        let (what, on, by) = (&rule.what, notice.event.on, extension.by.text());
        let message = match (nth, without, longest, announced(extension, notice)) {
            (1.., ..) => (
                format!("{}: de termijn is al verlengd, en dat kan een keer", what.nl),
                format!("{}: the term was extended already, which can be done once", what.en),
            ),
            (_, Some(last), ..) if last < on => (
                format!("{}: de termijn eindigde op {last}; wat pas op {on} is gemeld, verlengt haar niet", what.nl),
                format!("{}: the term ended on {last}; what is told on {on} only does not extend it", what.en),
            ),
            (_, Some(last), _, Some(day)) if day <= last => (
                format!("{}: {day} is niet later dan {last}, waarop de termijn al eindigde", what.nl),
                format!("{}: {day} is no later than {last}, on which the term ended already", what.en),
            ),
            (_, _, Some(longest), Some(day)) if longest < day => (
                format!("{}: {day} is te ver; ten hoogste {} later is {longest}", what.nl, by.nl),
                format!("{}: {day} is too far; at most {} later is {longest}", what.en, by.en),
            ),
            _ => return None,
        };
        let id = format!("verlenging-{}", rule.id);
        Some(Problem::of_event(&id, notice.place(), message).stated_in(&rule.provenance))
    };
    notices.filter_map(problem).collect()
}
