//! The terms that run, hold and are kept.

use jiff::civil::Date;

use super::walk::Walk;
use super::{Deadline, DeadlineStatus, FollowedCase, OpenObjection, Period, Problem, triggered};
use crate::Text;
use crate::calendar::{BeforeSchoolHoliday, Due, RunningTerm, Suspension, TermBefore};
use crate::procedure::{CaseEvent, Objection, TermEnd, TermKind, TermRule, Trigger};

/// Adds every term that an event started.
pub(super) fn add(walk: &Walk, answer: &mut FollowedCase) {
    for rule in &walk.with.procedure.terms {
        match rule.kind {
            TermKind::Deadline => deadlines(walk, rule, answer),
            TermKind::Validity => {
                let periods = periods(walk, rule);
                overlaps(walk, rule, &periods, answer);
                answer.validity.extend(periods.into_iter().map(|(_, period)| period));
            }
            TermKind::Retention => {
                answer.retention.extend(periods(walk, rule).into_iter().map(|(_, period)| period));
            }
        }
    }
    for objection in &walk.with.procedure.objections {
        let decisions = triggered(walk, &objection.decision);
        answer.objections.extend(decisions.map(|(_, event)| open_objection(walk, objection, event)));
    }
}

/// A deadline for every event that starts one. One that starts anew before the
/// earlier was met takes its place.
fn deadlines(walk: &Walk, rule: &TermRule, answer: &mut FollowedCase) {
    let starts: Vec<(usize, &CaseEvent)> = triggered(walk, &rule.starts).collect();
    for (nth, (at, event)) in starts.iter().enumerate() {
        let anew = starts.get(nth + 1).map(|(at, _)| walk.order(*at));
        let met = met(walk, rule, *at, anew);
        if met.is_none() && anew.is_some() {
            continue;
        }
        let due = due(walk, rule, *at, event);
        let deadline = deadline(walk, rule, event, met.map(|(_, event)| event.on), due);
        if let Some(problem) = passed(rule, (*at, event), met, &deadline) {
            answer.problems.push(problem.stated_in(&rule.provenance));
        }
        answer.deadlines.push(deadline);
    }
}

/// The first event that meets a term started at `at`, before it starts anew.
fn met<'a>(walk: &'a Walk, rule: &'a TermRule, at: usize, anew: Option<usize>) -> Option<(usize, &'a CaseEvent)> {
    let started = walk.order(at);
    let counted_back = matches!(rule.ends, TermEnd::Before(..) | TermEnd::BeforeHoliday(_));
    if rule.met_by.is_empty() && counted_back {
        return walk.case.events.get(at).map(|event| (at, event));
    }
    let meeting = rule.met_by.iter().flat_map(|trigger| triggered(walk, trigger));
    let after = meeting.filter(|(met, _)| {
        let order = walk.order(*met);
        order > started && anew.is_none_or(|anew| order <= anew)
    });
    after.min_by_key(|(met, _)| walk.order(*met))
}

fn deadline(walk: &Walk, rule: &TermRule, event: &CaseEvent, met_on: Option<Date>, due: Result<Due, Text>) -> Deadline {
    let (date, moved_by, unknown_because) = match due {
        Ok(due) => {
            let why = due.missing.first().map(|missing| Text::new(missing.what.clone(), missing.what.clone()));
            (due.date, due.moved_by, why)
        }
        Err(why) => (None, Vec::new(), Some(why)),
    };
    let status = match (date, met_on) {
        (None, Some(_)) => DeadlineStatus::Met,
        (None, None) => DeadlineStatus::Unknown,
        (Some(due), Some(met)) if met <= due => DeadlineStatus::Met,
        (Some(_), Some(_)) => DeadlineStatus::Late,
        (Some(due), None) if walk.with.as_of <= due => DeadlineStatus::Open,
        (Some(_), None) => DeadlineStatus::Passed,
    };
    Deadline {
        rule: rule.id.clone(),
        what: rule.what.clone(),
        due: date,
        from: counted_from(rule, event).unwrap_or(event.on),
        term: described(&rule.ends),
        moved_by,
        unknown_because,
        met_on,
        status,
        then: rule.then.clone().filter(|_| status == DeadlineStatus::Passed),
        source: rule.provenance.source().cloned(),
    }
}

/// A term that passed or was met too late is a problem.
fn passed(
    rule: &TermRule,
    start: (usize, &CaseEvent),
    met: Option<(usize, &CaseEvent)>,
    deadline: &Deadline,
) -> Option<Problem> {
    let due = deadline.due?;
    let (what, from) = (&rule.what, deadline.from);
    let (at, event) = match deadline.status {
        DeadlineStatus::Late => met?,
        DeadlineStatus::Passed => start,
        DeadlineStatus::Open | DeadlineStatus::Met | DeadlineStatus::Unknown => return None,
    };
    let message = match deadline.met_on {
        Some(met) => (
            format!("{} moest uiterlijk {due} (termijn vanaf {from}) en kwam op {met}", what.nl),
            format!("{} was due on {due} (term from {from}) and came on {met}", what.en),
        ),
        None => (
            format!("{} moest uiterlijk {due} (termijn vanaf {from}) en is er niet", what.nl),
            format!("{} was due on {due} (term from {from}) and is not there", what.en),
        ),
    };
    Some(Problem::of_event(&rule.id, (at, &event.name), message))
}

/// When a term that an event started ends.
fn due(walk: &Walk, rule: &TermRule, at: usize, event: &CaseEvent) -> Result<Due, Text> {
    let days = walk.with.days;
    let unknown = |field: &str| {
        Text::new(
            format!("{field} van {} is niet bekend", event.name),
            format!("{field} of {} is not known", event.name),
        )
    };
    let computed = match &rule.ends {
        TermEnd::After(term) => {
            let from = counted_from(rule, event).ok_or_else(|| unknown(rule.counted_from.as_deref().unwrap_or("")))?;
            let mut running = RunningTerm::after(from, *term);
            running.atw = rule.statutory;
            if let Some((by, extension)) = &rule.extended
                && next_after(walk, by, at).is_some()
            {
                running = running.extended_by(*extension);
            }
            for suspension in suspensions(walk, rule, at) {
                running = running.suspended(suspension);
            }
            running.due(&days.working_days)
        }
        TermEnd::Before(term, field) => {
            let day = event.date(field).ok_or_else(|| unknown(field))?;
            TermBefore::day(day, *term).due(&days.working_days)
        }
        TermEnd::OnField(field) => {
            let day = event.date(field).ok_or_else(|| unknown(field))?;
            return Ok(on_day(day));
        }
        TermEnd::BeforeHoliday(kind) => {
            let region = days.region.ok_or_else(|| {
                Text::new(
                    "de vakantieregio is niet bekend; noem haar met --holiday-region",
                    "the holiday region is not known; name it with --holiday-region",
                )
            })?;
            BeforeSchoolHoliday { kind: *kind, region, day: event.on }.due(&days.school_holidays)
        }
    };
    computed.map_err(|error| Text::new(error.to_string(), error.to_string()))
}

/// The day from which a term counts; none where it stands in a field that is
/// not known.
fn counted_from(rule: &TermRule, event: &CaseEvent) -> Option<Date> {
    match &rule.counted_from {
        Some(field) => event.date(field),
        None => Some(event.on),
    }
}

fn on_day(day: Date) -> Due {
    Due {
        date: Some(day),
        counted: Some(day),
        moved_by: Vec::new(),
        atw: crate::calendar::AtwOutcome::NotAsked,
        missing: Vec::new(),
    }
}

/// The first event of a trigger after the one at `at`.
fn next_after<'a>(walk: &'a Walk, trigger: &'a Trigger, at: usize) -> Option<(usize, &'a CaseEvent)> {
    let started = walk.order(at);
    triggered(walk, trigger).find(|(other, _)| walk.order(*other) > started)
}

/// When a term that started at `at` stood still: from the day after the one
/// event until the day of the other.
fn suspensions(walk: &Walk, rule: &TermRule, at: usize) -> Vec<Suspension> {
    let Some((from, until)) = &rule.suspended else { return Vec::new() };
    let started = walk.order(at);
    let stops = triggered(walk, from).filter(|(stop, _)| walk.order(*stop) > started);
    let period = |(stop, event): (usize, &CaseEvent)| {
        let first = event.on.tomorrow().ok()?;
        match next_after(walk, until, stop) {
            None => Some(Suspension::since(first)),
            Some((_, resumed)) => Suspension::new(first, resumed.on).ok(),
        }
    };
    stops.filter_map(period).collect()
}

/// A period for every event that starts one, with the place of that event.
fn periods(walk: &Walk, rule: &TermRule) -> Vec<(usize, Period)> {
    let period = |(at, event): (usize, &CaseEvent)| {
        let ended =
            rule.met_by.iter().filter_map(|trigger| next_after(walk, trigger, at)).map(|(_, event)| event.on).min();
        let until = due(walk, rule, at, event).ok().and_then(|due| due.date);
        let until = match (until, ended) {
            (Some(until), Some(ended)) => Some(until.min(ended)),
            (until, ended) => until.or(ended),
        };
        let source = rule.provenance.source().cloned();
        (at, Period { rule: rule.id.clone(), kind: rule.kind, what: rule.what.clone(), from: event.on, until, source })
    };
    triggered(walk, &rule.starts).map(period).collect()
}

/// Two decisions that hold on the same day.
fn overlaps(walk: &Walk, rule: &TermRule, periods: &[(usize, Period)], answer: &mut FollowedCase) {
    for pair in periods.windows(2) {
        let [(_, earlier), (at, later)] = pair else { continue };
        let Some(event) = walk.case.events.get(*at) else { continue };
        if earlier.until.is_none_or(|until| until >= later.from) {
            let (what, from) = (&rule.what, earlier.from);
            let message = (
                format!("{}: die van {from} loopt op deze dag nog; er kan er maar een open zijn", what.nl),
                format!("{}: the one of {from} still holds on this day; only one can be open", what.en),
            );
            let problem = Problem::of_event(&format!("een-tegelijk-{}", rule.id), (*at, &event.name), message);
            answer.problems.push(problem.stated_in(&rule.provenance));
        }
    }
}

fn open_objection(walk: &Walk, objection: &Objection, event: &CaseEvent) -> OpenObjection {
    let due = objection.within.map(|term| RunningTerm::after(event.on, term).under_the_atw());
    OpenObjection {
        what: objection.what.clone(),
        on: event.on,
        lodged_with: objection.lodged_with.clone(),
        until: due.and_then(|term| term.due(&walk.with.days.working_days).ok()).and_then(|due| due.date),
        source: objection.provenance.source().cloned(),
    }
}

/// A term in words.
fn described(ends: &TermEnd) -> Text {
    match ends {
        TermEnd::After(term) => term.text(),
        TermEnd::Before(term, field) => {
            let term = term.text();
            Text::new(format!("{} voor {field}", term.nl), format!("{} before {field}", term.en))
        }
        TermEnd::OnField(field) => Text::new(format!("tot en met {field}"), format!("until {field}")),
        TermEnd::BeforeHoliday(kind) => {
            let holiday = kind.name();
            Text::new(format!("voor de {}", holiday.nl), format!("before the {}", holiday.en))
        }
    }
}
