//! What a step needs, and whether it was there.

use jiff::civil::Date;

use super::walk::Walk;
use super::{FollowedCase, MissingItem, Problem, reached, triggered};
use crate::Text;
use crate::calendar::Term;
use crate::procedure::{CaseEvent, Requirement};

/// Adds what is missing now, and what was missing when a step was taken.
pub(super) fn add(walk: &Walk, answer: &mut FollowedCase) {
    for requirement in &walk.with.procedure.requirements {
        taken_without(walk, requirement, answer);
        asked_for(walk, requirement, answer);
    }
    // A step that waits for something says for what.
    for next in &mut answer.next {
        let missing = |requirement: &&Requirement| answer.missing.iter().any(|item| item.rule == requirement.id);
        let needed = |requirement: &&Requirement| requirement.needed_for.contains(&next.step);
        let all = walk.with.procedure.requirements.iter();
        next.waits_for = all.filter(needed).filter(missing).map(|requirement| requirement.id.clone()).collect();
    }
}

/// The requirement at each step that was taken and needs it.
fn taken_without(walk: &Walk, requirement: &Requirement, answer: &mut FollowedCase) {
    let needing = walk.taken.iter().enumerate().filter(|(_, taken)| requirement.needed_for.contains(&taken.step.id));
    for (order, taken) in needing {
        let Some(event) = walk.case.events.get(taken.event) else { continue };
        let place = (taken.event, event.name.as_str());
        if walk.case.meets(Some(event), &requirement.when) != Some(true) {
            continue;
        }
        let supplied = Supplied::at(walk, requirement, event.on, Some(order));
        if supplied.enough(requirement) {
            continue;
        }
        let problem = match supplied.unfit.last() {
            Some(unfit) => unfit.problem(requirement, event.on),
            None => Problem::of_event(&requirement.id, place, lacks(requirement, &taken.step.title, supplied.fit)),
        };
        answer.problems.push(problem.stated_in(&requirement.provenance));
    }
}

/// The requirement in the state in which the case is now.
fn asked_for(walk: &Walk, requirement: &Requirement, answer: &mut FollowedCase) {
    if !walk.state.is_some_and(|state| requirement.asked_in.contains(&state.id)) {
        return;
    }
    match walk.case.meets(None, &requirement.when) {
        Some(false) => {}
        None => {
            let unknown = requirement.when.iter().filter(|condition| !walk.case.fields.contains_key(&condition.field));
            let fields = unknown.filter_map(|condition| walk.with.procedure.find_field(None, &condition.field));
            for field in fields {
                let item = MissingItem {
                    what: field.meaning.clone(),
                    from: requirement.supplier.clone(),
                    rule: field.name.clone(),
                    source: requirement.provenance.source().cloned(),
                };
                if !answer.missing.contains(&item) {
                    answer.missing.push(item);
                }
            }
        }
        Some(true) => {
            let supplied = Supplied::at(walk, requirement, walk.with.as_of, None);
            if supplied.enough(requirement) {
                return;
            }
            let unfit = supplied.unfit.iter().map(|unfit| unfit.problem(requirement, walk.with.as_of));
            answer.problems.extend(unfit.map(|problem| problem.stated_in(&requirement.provenance)));
            answer.missing.push(MissingItem {
                what: counted(&requirement.what, requirement.count.saturating_sub(supplied.fit)),
                from: requirement.supplier.clone(),
                rule: requirement.id.clone(),
                source: requirement.provenance.source().cloned(),
            });
        }
    }
}

/// What there is of a requirement on a day.
struct Supplied<'a> {
    fit: u8,
    unfit: Vec<Unfit<'a>>,
}

/// Something supplied that cannot count.
struct Unfit<'a> {
    at: usize,
    event: &'a CaseEvent,
    why: Why,
}

enum Why {
    /// The field that says how old it is, is not there.
    Undated(&'static str),
    TooOld(Date, Term),
    TooShort(Date, Term),
}

impl<'a> Supplied<'a> {
    /// What there was on `day`, before the step of that place in the order of
    /// the steps taken.
    fn at(walk: &'a Walk, requirement: &'a Requirement, day: Date, before: Option<usize>) -> Supplied<'a> {
        let earlier: Vec<usize> =
            walk.taken.iter().take(before.unwrap_or(walk.taken.len())).map(|taken| taken.event).collect();
        let mut supplied = Supplied { fit: 0, unfit: Vec::new() };
        let events: Vec<usize> = triggered(walk, &requirement.supplied_by).map(|(at, _)| at).collect();
        for at in events.into_iter().filter(|at| earlier.contains(at)) {
            let Some(event) = walk.case.events.get(at) else { continue };
            match unfit(requirement, event, day) {
                None => supplied.fit = supplied.fit.saturating_add(1),
                Some(why) => supplied.unfit.push(Unfit { at, event, why }),
            }
        }
        supplied
    }

    fn enough(&self, requirement: &Requirement) -> bool {
        self.fit >= requirement.count
    }
}

/// Why something supplied cannot count on that day.
fn unfit(requirement: &Requirement, event: &CaseEvent, day: Date) -> Option<Why> {
    let dated = |field: &str| event.fields.get(field).and_then(|value| value.parse::<Date>().ok());
    if let Some(age) = requirement.at_most_old {
        match dated("gedateerd") {
            None => return Some(Why::Undated("gedateerd")),
            Some(date) if reached(age, date).is_none_or(|last| last < day) => return Some(Why::TooOld(date, age)),
            Some(_) => {}
        }
    }
    if let Some(time) = requirement.at_least_since {
        match dated("sinds") {
            None => return Some(Why::Undated("sinds")),
            Some(date) if reached(time, date).is_none_or(|first| first > day) => {
                return Some(Why::TooShort(date, time));
            }
            Some(_) => {}
        }
    }
    None
}

impl Unfit<'_> {
    fn problem(&self, requirement: &Requirement, day: Date) -> Problem {
        let what = &requirement.what;
        let (nl, en) = match &self.why {
            Why::Undated(field) => (
                format!("{}: het veld {field} ontbreekt, en zonder dat telt het niet", what.nl),
                format!("{}: the field {field} is missing, and without it this does not count", what.en),
            ),
            Why::TooOld(date, age) => {
                let age = age.text();
                (
                    format!("{} is van {date} en op {day} ouder dan {}; lever een nieuwe aan", what.nl, age.nl),
                    format!("{} is of {date} and on {day} older than {}; supply a new one", what.en, age.en),
                )
            }
            Why::TooShort(date, time) => {
                let time = time.text();
                (
                    format!("{} loopt sinds {date}, op {day} nog geen {}", what.nl, time.nl),
                    format!("{} runs since {date}, on {day} not yet {}", what.en, time.en),
                )
            }
        };
        Problem::of_event(&requirement.id, (self.at, &self.event.name), (nl, en))
    }
}

fn lacks(requirement: &Requirement, step: &Text, fit: u8) -> (String, String) {
    let what = counted(&requirement.what, requirement.count.saturating_sub(fit));
    let (step, from) = (step.clone(), &requirement.supplier);
    (
        format!("\u{201c}{}\u{201d} zonder {}; aan te leveren door: {}", step.nl, what.nl, from.nl),
        format!("\u{201c}{}\u{201d} without {}; to be supplied by: {}", step.en, what.en, from.en),
    )
}

fn counted(what: &Text, count: u8) -> Text {
    match count {
        0 | 1 => what.clone(),
        _ => Text::new(format!("{count}\u{d7} {}", what.nl), format!("{count}\u{d7} {}", what.en)),
    }
}
