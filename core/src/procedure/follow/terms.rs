//! The terms that run, hold and are kept.

use jiff::civil::Date;

use super::walk::{Taken, Walk};
use super::{Deadline, DeadlineStatus, FollowedCase, OpenObjection, Period, Problem, triggered, undecided};
use crate::calendar::{
    BeforeSchoolHoliday, Cause, Due, HolidayRegion, RunningTerm, SchoolHolidayKind, Suspension, TermBefore,
};
use crate::procedure::{CaseEvent, Objection, TermEnd, TermKind, TermRule, Trigger};
use crate::{Citation, Missing, Text};

/// Adds every term that an event started.
pub(super) fn add(walk: &Walk, answer: &mut FollowedCase) {
    for rule in &walk.with.procedure.terms {
        answer.missing.extend(undecided(walk, &rule.starts, &rule.provenance));
        match rule.kind {
            TermKind::Deadline => deadlines(walk, rule, answer),
            TermKind::Validity => {
                let held: Vec<Held> = triggered(walk, &rule.starts).map(|start| held(walk, rule, start)).collect();
                overlaps(rule, &held, answer);
                answer.validity.extend(held.into_iter().map(|held| held.period));
            }
            TermKind::Retention => {
                answer.retention.extend(triggered(walk, &rule.starts).map(|start| held(walk, rule, start).period));
            }
        }
    }
    for objection in &walk.with.procedure.objections {
        answer.missing.extend(undecided(walk, &objection.decision, &objection.provenance));
        let decisions = triggered(walk, &objection.decision);
        answer.objections.extend(decisions.map(|taken| open_objection(walk, objection, taken.event)));
    }
}

/// A deadline for every event that starts one. One that starts anew before the
/// earlier was met takes its place.
fn deadlines(walk: &Walk, rule: &TermRule, answer: &mut FollowedCase) {
    let starts: Vec<&Taken> = triggered(walk, &rule.starts).collect();
    for (nth, start) in starts.iter().enumerate() {
        let anew = starts.get(nth + 1).copied();
        let met = met(walk, rule, start, anew);
        if met.is_none() && anew.is_some() {
            continue;
        }
        let due = due(walk, rule, start, met.or(anew));
        let deadline = deadline(walk, rule, start.event, met.map(|met| met.event.on), due);
        if let Some(problem) = passed(rule, start, met, &deadline) {
            answer.problems.push(problem.stated_in(&rule.provenance));
        }
        answer.deadlines.push(deadline);
    }
}

/// The first event that meets a term, before it starts anew.
fn met<'a>(walk: &'a Walk, rule: &'a TermRule, start: &'a Taken, anew: Option<&Taken>) -> Option<&'a Taken<'a>> {
    let counted_back = matches!(rule.ends, TermEnd::Before(..) | TermEnd::BeforeHoliday(_));
    if rule.met_by.is_empty() && counted_back {
        return Some(start);
    }
    first_of(walk, &rule.met_by, start).filter(|met| anew.is_none_or(|anew| met.nth <= anew.nth))
}

/// The first event after `start` that one of the triggers names.
fn first_of<'a>(walk: &'a Walk, triggers: &'a [Trigger], start: &Taken) -> Option<&'a Taken<'a>> {
    let named = triggers.iter().filter_map(|trigger| next_after(walk, trigger, start));
    named.min_by_key(|taken| taken.nth)
}

fn deadline(walk: &Walk, rule: &TermRule, event: &CaseEvent, met_on: Option<Date>, due: Result<Due, Text>) -> Deadline {
    let (date, moved_by, unknown_because) = match due {
        Ok(due) => (due.date, due.moved_by, unknown_days(&due.missing)),
        Err(why) => (None, Vec::new(), Some(why)),
    };
    let suspended = moved_by.iter().find(|cause| matches!(cause, Cause::StillSuspended { .. }));
    let unknown_because = suspended.map(Cause::text).or(unknown_because);
    let status = match (date, met_on) {
        // What stands still has not ended.
        (None, Some(_)) if suspended.is_some() => DeadlineStatus::Met,
        (None, _) => DeadlineStatus::Unknown,
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
        source: Citation::of(&rule.provenance),
    }
}

/// Which days that a term counts by are not known.
fn unknown_days(missing: &[Missing]) -> Option<Text> {
    let what: Vec<&str> = missing.iter().map(|missing| missing.what.as_str()).collect();
    (!what.is_empty())
        .then(|| Text::new(format!("niet bekend: {}", what.join(", ")), format!("not known: {}", what.join(", "))))
}

/// A term that passed or was met too late is a problem.
fn passed(rule: &TermRule, start: &Taken, met: Option<&Taken>, deadline: &Deadline) -> Option<Problem> {
    let due = deadline.due?;
    let (what, from) = (&rule.what, deadline.from);
    let at = match deadline.status {
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
    Some(Problem::of_event(&rule.id, at.place(), message))
}

/// When a term that an event started ends; what happens after `over` no longer
/// concerns it.
fn due(walk: &Walk, rule: &TermRule, start: &Taken, over: Option<&Taken>) -> Result<Due, Text> {
    let (days, event) = (walk.with.days, start.event);
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
            for suspension in suspensions(walk, rule, start, over) {
                running = running.suspended(suspension);
            }
            // What is over cannot be extended.
            if let Some((by, extension)) = &rule.extended
                && let Some(extended) = during(walk, by, start, over).next()
                && let Ok(due) = running.due(days)
                && due.date.is_none_or(|last| extended.event.on <= last)
            {
                running = running.extended_by(*extension);
            }
            running.due(days)
        }
        TermEnd::Before(term, field) => {
            let day = event.date(field).ok_or_else(|| unknown(field))?;
            TermBefore::day(day, *term).due(days)
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
            let due = BeforeSchoolHoliday { kind: *kind, region, day: event.on }.due(&days.school_holidays);
            if due.as_ref().is_ok_and(|due| due.date.is_none()) {
                return Err(unknown_holiday(*kind, region, event.on));
            }
            due
        }
    };
    computed.map_err(|error| Text::new(error.to_string(), error.to_string()))
}

fn unknown_holiday(kind: SchoolHolidayKind, region: HolidayRegion, day: Date) -> Text {
    let kind = kind.name();
    Text::new(
        format!("de {} van regio {region} in het schooljaar van {day} is niet bekend", kind.nl),
        format!("the {} of region {region} in the school year of {day} is not known", kind.en),
    )
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

/// The first event that a trigger names after another.
fn next_after<'a>(walk: &'a Walk, trigger: &'a Trigger, start: &Taken) -> Option<&'a Taken<'a>> {
    during(walk, trigger, start, None).next()
}

/// The events that a trigger names after one and before another.
fn during<'a>(
    walk: &'a Walk,
    trigger: &'a Trigger,
    start: &Taken,
    over: Option<&Taken>,
) -> impl Iterator<Item = &'a Taken<'a>> + use<'a> {
    let (first, last) = (start.nth, over.map_or(usize::MAX, |over| over.nth));
    triggered(walk, trigger).filter(move |taken| first < taken.nth && taken.nth < last)
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

/// A period that an event started.
struct Held<'a> {
    start: &'a Taken<'a>,
    /// The event that ended it.
    ended: Option<&'a Taken<'a>>,
    period: Period,
}

fn held<'a>(walk: &'a Walk, rule: &'a TermRule, start: &'a Taken<'a>) -> Held<'a> {
    let ended = first_of(walk, &rule.met_by, start);
    let until = due(walk, rule, start, ended).ok().and_then(|due| due.date);
    let until = until.into_iter().chain(ended.map(|ended| ended.event.on)).min();
    let period = Period {
        rule: rule.id.clone(),
        kind: rule.kind,
        what: rule.what.clone(),
        from: counted_from(rule, start.event).unwrap_or(start.event.on),
        until,
        source: Citation::of(&rule.provenance),
    };
    Held { start, ended, period }
}

impl Held<'_> {
    /// Whether both hold on some day. One that was ended before the other
    /// started does not, not even on that day.
    fn overlaps(&self, later: &Held) -> bool {
        let over = self.ended.is_some_and(|ended| ended.nth < later.start.nth);
        let begun_by = |until: Option<Date>, from: Date| until.is_none_or(|until| from <= until);
        !over && begun_by(self.period.until, later.period.from) && begun_by(later.period.until, self.period.from)
    }
}

/// Two decisions that hold on the same day.
fn overlaps(rule: &TermRule, held: &[Held], answer: &mut FollowedCase) {
    for (nth, later) in held.iter().enumerate() {
        let earlier = held.iter().take(nth).rfind(|earlier| earlier.overlaps(later));
        if let Some(Held { period: Period { from, .. }, .. }) = earlier {
            let (what, since) = (&rule.what, later.period.from);
            let message = (
                format!("{}: die van {from} geldt nog als deze op {since} ingaat; er kan er maar een gelden", what.nl),
                format!("{}: the one of {from} still holds when this one starts on {since}; only one can", what.en),
            );
            let problem = Problem::of_event(&format!("een-tegelijk-{}", rule.id), later.start.place(), message);
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
        until: due.and_then(|term| term.due(walk.with.days).ok()).and_then(|due| due.date),
        source: Citation::of(&objection.provenance),
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
