//! The terms that run, hold and are kept.

use jiff::civil::Date;

use super::answer::{Deadline, DeadlineStatus, FollowedCase, OpenObjection, Period, Problem};
use super::extension;
use super::running::{counted_from, running};
use super::triggers::{during, next_after, triggered, undecided};
use super::walk::{Taken, Walk};
use crate::calendar::{
    BeforeSchoolHoliday, Cause, Due, HolidayRegion, RunningTerm, SchoolHolidayKind, Term, TermBefore,
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
        objections(walk, objection, answer);
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
        answer.problems.extend(extension::problems(walk, rule, start, met.or(anew)));
        let deadline = deadline(walk, rule, start, met, due);
        if let Some(problem) = passed(walk, rule, start, met, &deadline) {
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
    let first = first_of(walk, rule.met_by.iter().chain(&rule.granted_by), start);
    first.filter(|met| anew.is_none_or(|anew| met.nth <= anew.nth))
}

/// The first event after `start` that one of the triggers names.
fn first_of<'a>(
    walk: &'a Walk,
    triggers: impl IntoIterator<Item = &'a Trigger>,
    start: &Taken,
) -> Option<&'a Taken<'a>> {
    let named = triggers.into_iter().filter_map(|trigger| next_after(walk, trigger, start));
    named.min_by_key(|taken| taken.nth)
}

fn deadline(walk: &Walk, rule: &TermRule, start: &Taken, met: Option<&Taken>, due: Result<Due, Text>) -> Deadline {
    let met_on = met.map(|met| met.event.on);
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
        (Some(due), Some(met_on)) if met_on <= last_day(walk, rule, met, due) => DeadlineStatus::Met,
        (Some(_), Some(_)) => DeadlineStatus::Late,
        (Some(due), None) if walk.with.as_of <= due => DeadlineStatus::Open,
        (Some(_), None) => DeadlineStatus::Passed,
    };
    let counted = counted_from(walk, rule, start);
    Deadline {
        rule: rule.id.clone(),
        what: rule.what.clone(),
        due: date,
        from: counted.as_ref().map_or(start.event.on, |counted| counted.from),
        from_because: counted.and_then(|counted| counted.because),
        term: described(&rule.ends),
        moved_by,
        unknown_because,
        met_on,
        status,
        then: rule.then.clone().filter(|_| status == DeadlineStatus::Passed),
        source: Citation::of(&rule.provenance),
    }
}

/// The last day on which a term can be met by an event: a right that arises
/// when it passes can be granted on its first day.
fn last_day(walk: &Walk, rule: &TermRule, met: Option<&Taken>, due: Date) -> Date {
    let grants = |met: &Taken| rule.granted_by.iter().any(|trigger| met.triggers(walk, trigger) == Some(true));
    match met.is_none_or(grants) && !rule.granted_by.is_empty() {
        true => due.tomorrow().unwrap_or(due),
        false => due,
    }
}

/// Which days that a term counts by are not known.
fn unknown_days(missing: &[Missing]) -> Option<Text> {
    let what: Vec<&str> = missing.iter().map(|missing| missing.what.as_str()).collect();
    (!what.is_empty())
        .then(|| Text::new(format!("niet bekend: {}", what.join(", ")), format!("not known: {}", what.join(", "))))
}

/// A term that passed or was met too late is a problem.
fn passed(walk: &Walk, rule: &TermRule, start: &Taken, met: Option<&Taken>, deadline: &Deadline) -> Option<Problem> {
    let due = deadline.due?;
    let (what, from) = (&rule.what, deadline.from);
    let at = match deadline.status {
        DeadlineStatus::Late => met?,
        DeadlineStatus::Passed if walk.with.as_of <= last_day(walk, rule, None, due) => return None,
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
            let running = running(walk, rule, start, over, *term)
                .ok_or_else(|| unknown(rule.counted_from.as_deref().unwrap_or("")))?;
            extension::due(walk, rule, start, over, running)
        }
        TermEnd::OnNext(day) => {
            let from =
                counted_from(walk, rule, start).ok_or_else(|| unknown(rule.counted_from.as_deref().unwrap_or("")))?;
            let due = day.on_or_after(from.from).ok_or_else(|| unknown(&day.to_string()))?;
            return Ok(on_day(due));
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

fn on_day(day: Date) -> Due {
    Due {
        date: Some(day),
        counted: Some(day),
        moved_by: Vec::new(),
        atw: crate::calendar::AtwOutcome::NotAsked,
        missing: Vec::new(),
    }
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
        from: counted_from(walk, rule, start).map_or(start.event.on, |counted| counted.from),
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

/// The window for an objection to each decision. One that is lodged after it
/// is a problem.
fn objections(walk: &Walk, objection: &Objection, answer: &mut FollowedCase) {
    let decisions: Vec<&Taken> = triggered(walk, &objection.decision).collect();
    for (nth, decision) in decisions.iter().enumerate() {
        let next = decisions.get(nth + 1).copied();
        let lodged: Vec<&Taken> = objection.lodged_by.iter().flat_map(|by| during(walk, by, decision, next)).collect();
        let window = open_objection(walk, objection, decision.event, lodged.first().map(|lodged| lodged.event.on));
        let late = |lodged: &&&Taken| window.until.is_some_and(|until| until < lodged.event.on);
        let too_late = |lodged: &&Taken| {
            let (on, until) = (lodged.event.on, window.until.unwrap_or(lodged.event.on));
            let message = (
                format!("het bezwaar kwam op {on} en kon tot en met {until}; {ON_TIME_NL}"),
                format!("the objection came on {on} and could until {until}; {ON_TIME_EN}"),
            );
            Problem::of_event("bezwaar-te-laat", lodged.place(), message).stated_in(&objection.provenance)
        };
        answer.problems.extend(lodged.iter().filter(late).map(too_late));
        answer.objections.push(window);
    }
}

/// Article 6:9, paragraph 2, of the Algemene wet bestuursrecht.
const ON_TIME_NL: &str = "op tijd is ook wat uiterlijk die dag op de post ging en binnen een week daarna aankwam";
const ON_TIME_EN: &str = "what was posted by that day and arrived within a week after it is in time too";

fn open_objection(walk: &Walk, objection: &Objection, event: &CaseEvent, lodged_on: Option<Date>) -> OpenObjection {
    let due = objection.within.map(|term| RunningTerm::after(event.on, term).under_the_atw().due(walk.with.days));
    let (until, moved_by, unknown_because) = match due {
        None => {
            let silent = Text::new("de documenten noemen geen termijn", "the documents name no term");
            (None, Vec::new(), Some(silent))
        }
        Some(Err(error)) => (None, Vec::new(), Some(Text::new(error.to_string(), error.to_string()))),
        Some(Ok(due)) => (due.date, due.moved_by, unknown_days(&due.missing)),
    };
    OpenObjection {
        what: objection.what.clone(),
        on: event.on,
        lodged_with: objection.lodged_with.clone(),
        term: objection.within.map(Term::text),
        until,
        moved_by,
        unknown_because,
        lodged_on,
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
        TermEnd::OnNext(day) => {
            Text::new(format!("tot en met de eerstvolgende {day}"), format!("until the next {day}"))
        }
        TermEnd::BeforeHoliday(kind) => {
            let holiday = kind.name();
            Text::new(format!("voor de {}", holiday.nl), format!("before the {}", holiday.en))
        }
    }
}
