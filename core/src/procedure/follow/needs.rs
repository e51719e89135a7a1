//! What a step needs, and whether it was there.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::answer::{FollowedCase, MissingItem, Problem};
use super::triggers::{reached, triggered, unknown_fields};
use super::walk::{Taken, Walk};
use crate::calendar::Term;
use crate::procedure::{CaseEvent, Condition, Differing, Requirement};
use crate::{Citation, Text};

/// Adds what is missing now, and what was missing when a step was taken.
pub(super) fn add(walk: &Walk, answer: &mut FollowedCase) {
    let requirements = &walk.with.procedure.requirements;
    for requirement in requirements {
        taken_without(walk, requirement, answer);
        asked_for(walk, requirement, answer);
    }
    // A step that waits for something says for what.
    for next in &mut answer.next {
        let lacking = |requirement: &&Requirement| {
            requirement.needed_for.contains(&next.step)
                && applies(walk, requirement, walk.taken.len()) == Some(true)
                && !Supplied::at(walk, requirement, walk.with.as_of, walk.taken.len()).enough(requirement)
        };
        next.waits_for = requirements.iter().filter(lacking).map(|requirement| requirement.id.clone()).collect();
    }
}

/// Whether it applies to the case after so many steps; none as long as that is
/// not known.
fn applies(walk: &Walk, requirement: &Requirement, steps: usize) -> Option<bool> {
    let differ = match &requirement.where_differ {
        None => Some(true),
        Some(differing) => differ(walk, differing, steps),
    };
    match (walk.case.meets(None, &requirement.when), differ) {
        (Some(false), _) | (_, Some(false)) => Some(false),
        (Some(true), Some(true)) => Some(true),
        _ => None,
    }
}

/// Whether two of the events differ in a field; none where one of them does not
/// say what another does.
fn differ(walk: &Walk, differing: &Differing, steps: usize) -> Option<bool> {
    let events = || walk.taken.iter().take(steps).filter(|taken| taken.event.name == differing.event);
    let of_field = |name: &String| {
        let values: BTreeSet<_> = events().map(|taken| taken.event.field(name)).collect();
        let said = values.iter().flatten().count();
        match values.contains(&None) && said == 1 {
            true => None,
            false => Some(said > 1),
        }
    };
    let fields: Vec<Option<bool>> = differing.fields.iter().map(of_field).collect();
    match fields.contains(&Some(true)) {
        true => Some(true),
        false if fields.contains(&None) => None,
        false => Some(false),
    }
}

/// The fields that decide whether it applies and are not known.
fn undecided(walk: &Walk, requirement: &Requirement) -> Vec<MissingItem> {
    let (supplier, provenance) = (&requirement.supplier, &requirement.provenance);
    let mut unknown = unknown_fields(walk, None, &requirement.when, supplier, provenance);
    if let Some(differing) = &requirement.where_differ {
        let of_event: Vec<Condition> = differing
            .fields
            .iter()
            .filter(|name| walk.taken.iter().any(|taken| taken.event.field(name).is_some()))
            .map(|name| Condition { field: name.clone(), one_of: Vec::new() })
            .collect();
        for taken in walk.taken.iter().filter(|taken| taken.event.name == differing.event) {
            unknown.extend(unknown_fields(walk, Some(taken.event), &of_event, supplier, provenance));
        }
    }
    unknown
}

/// The last day on which something that the step of an event needs came in, and
/// what that was.
pub(super) fn last_supplied<'a>(walk: &'a Walk, start: &Taken) -> Option<(Date, &'a Text)> {
    let needed = walk.with.procedure.requirements.iter().filter(|requirement| {
        requirement.needed_for.contains(&start.step.id) && applies(walk, requirement, start.nth) == Some(true)
    });
    let enough = |requirement: &'a Requirement| {
        let fit = triggered(walk, &requirement.supplied_by)
            .filter(|by| unfit(walk, requirement, by.event, start.event.on).is_none());
        let last = fit.map(|by| by.event.on).nth(usize::from(requirement.count).saturating_sub(1))?;
        Some((last, &requirement.what))
    };
    needed.filter_map(enough).max_by_key(|(day, _)| *day)
}

/// The requirement at each step that was taken and needs it.
fn taken_without(walk: &Walk, requirement: &Requirement, answer: &mut FollowedCase) {
    for taken in walk.taken.iter().filter(|taken| requirement.needed_for.contains(&taken.step.id)) {
        match applies(walk, requirement, taken.nth) {
            Some(true) => {}
            Some(false) => continue,
            None => {
                answer.missing.extend(undecided(walk, requirement));
                continue;
            }
        }
        let day = taken.event.on;
        let supplied = Supplied::at(walk, requirement, day, taken.nth);
        if supplied.enough(requirement) {
            continue;
        }
        let problem = match supplied.unfit.last() {
            Some(unfit) => unfit.problem(requirement, day),
            None => {
                let message = lacks(requirement, &taken.step.title, supplied.fit);
                Problem::of_event(&requirement.id, taken.place(), message)
            }
        };
        answer.problems.push(problem.stated_in(&requirement.provenance));
    }
}

/// The requirement in the state in which the case is now.
fn asked_for(walk: &Walk, requirement: &Requirement, answer: &mut FollowedCase) {
    if !walk.state.is_some_and(|state| requirement.asked_in.contains(&state.id)) {
        return;
    }
    match applies(walk, requirement, walk.taken.len()) {
        Some(false) => {}
        None => answer.missing.extend(undecided(walk, requirement)),
        Some(true) => {
            let supplied = Supplied::at(walk, requirement, walk.with.as_of, walk.taken.len());
            if supplied.enough(requirement) {
                return;
            }
            let unfit = supplied.unfit.iter().map(|unfit| unfit.problem(requirement, walk.with.as_of));
            answer.problems.extend(unfit.map(|problem| problem.stated_in(&requirement.provenance)));
            answer.missing.push(MissingItem {
                what: counted(&requirement.what, requirement.count.saturating_sub(supplied.fit)),
                from: requirement.supplier.clone(),
                rule: requirement.id.clone(),
                source: Citation::of(&requirement.provenance),
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
    by: &'a Taken<'a>,
    why: Why,
}

enum Why {
    /// The field that says how old it is, is not there.
    Undated(&'static str),
    TooOld(Date, Term, Date),
    TooShort(Date, Term),
}

impl<'a> Supplied<'a> {
    /// What there was on `day` after so many steps.
    fn at(walk: &'a Walk, requirement: &'a Requirement, day: Date, steps: usize) -> Supplied<'a> {
        let mut supplied = Supplied { fit: 0, unfit: Vec::new() };
        for by in triggered(walk, &requirement.supplied_by).filter(|by| by.nth < steps) {
            match unfit(walk, requirement, by.event, day) {
                None => supplied.fit = supplied.fit.saturating_add(1),
                Some(why) => supplied.unfit.push(Unfit { by, why }),
            }
        }
        supplied
    }

    fn enough(&self, requirement: &Requirement) -> bool {
        self.fit >= requirement.count
    }
}

/// Why something supplied cannot count on that day.
fn unfit(walk: &Walk, requirement: &Requirement, event: &CaseEvent, day: Date) -> Option<Why> {
    if let Some(age) = requirement.at_most_old {
        let day = aged_on(walk, requirement).unwrap_or(day);
        match event.date("gedateerd") {
            None => return Some(Why::Undated("gedateerd")),
            Some(date) if reached(walk.with.days, age, date).is_none_or(|last| last < day) => {
                return Some(Why::TooOld(date, age, day));
            }
            Some(_) => {}
        }
    }
    if let Some(time) = requirement.at_least_since {
        match event.date("sinds") {
            None => return Some(Why::Undated("sinds")),
            Some(date) if reached(walk.with.days, time, date).is_none_or(|first| first > day) => {
                return Some(Why::TooShort(date, time));
            }
            Some(_) => {}
        }
    }
    None
}

/// The day on which the age of what is supplied counts, once that has come.
fn aged_on(walk: &Walk, requirement: &Requirement) -> Option<Date> {
    let event = requirement.age_on.as_ref()?;
    walk.taken.iter().find(|taken| taken.event.name == *event).map(|taken| taken.event.on)
}

impl Unfit<'_> {
    fn problem(&self, requirement: &Requirement, day: Date) -> Problem {
        let what = &requirement.what;
        let (nl, en) = match &self.why {
            Why::Undated(field) => (
                format!("{}: het veld {field} ontbreekt, en zonder dat telt het niet", what.nl),
                format!("{}: the field {field} is missing, and without it this does not count", what.en),
            ),
            Why::TooOld(date, age, day) => {
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
        Problem::of_event(&requirement.id, self.by.place(), (nl, en))
    }
}

fn lacks(requirement: &Requirement, step: &Text, fit: u8) -> (String, String) {
    let what = counted(&requirement.what, requirement.count.saturating_sub(fit));
    let (step, from) = (step.clone(), &requirement.supplier);
    (
        format!("\u{201c}{}\u{201d}, maar dit ontbreekt: {}; aan te leveren door: {}", step.nl, what.nl, from.nl),
        format!("\u{201c}{}\u{201d}, but this is missing: {}; to be supplied by: {}", step.en, what.en, from.en),
    )
}

fn counted(what: &Text, count: u8) -> Text {
    match count {
        0 | 1 => what.clone(),
        _ => Text::new(format!("{count}\u{d7} {}", what.nl), format!("{count}\u{d7} {}", what.en)),
    }
}
