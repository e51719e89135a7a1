//! Walking the events through the states.

use strsim::osa_distance;

use super::answer::{FollowedCase, NextStep, Problem};
use super::following::Following;
use crate::procedure::{CaseEvent, CaseFile, Condition, Field, State, Step, Tie, Trigger};
use crate::{Citation, SwvNumber, Text};

/// The states that a case went through.
pub(super) struct Walk<'a> {
    pub(super) with: Following<'a>,
    /// What is known of the case: only fields of the procedure, in their form.
    pub(super) case: &'a CaseFile,
    /// The events that took a step, oldest first.
    pub(super) taken: Vec<Taken<'a>>,
    /// The state after the last of them.
    pub(super) state: Option<&'a State>,
    problems: Vec<Problem>,
    not_used: Vec<String>,
}

/// An event that took a step.
pub(super) struct Taken<'a> {
    /// Its place among the steps taken.
    pub(super) nth: usize,
    /// Its place in the file.
    pub(super) at: usize,
    pub(super) event: &'a CaseEvent,
    pub(super) step: &'a Step,
}

impl Taken<'_> {
    /// Its place in the file, and its name.
    pub(super) fn place(&self) -> (usize, &str) {
        (self.at, &self.event.name)
    }

    /// Whether it is an event that a trigger names; none where that is not
    /// known.
    pub(super) fn triggers(&self, walk: &Walk, trigger: &Trigger) -> Option<bool> {
        match self.event.name == trigger.event {
            true => walk.case.meets(Some(self.event), &trigger.when),
            false => Some(false),
        }
    }
}

impl<'a> Walk<'a> {
    /// Walks a case of which `known` is what is known.
    pub(super) fn new(with: Following<'a>, given: &CaseFile, known: &'a CaseFile) -> Walk<'a> {
        let state = with.procedure.states.first();
        let mut walk = Walk { with, case: known, taken: Vec::new(), state, problems: Vec::new(), not_used: Vec::new() };
        walk.check_case(given);
        let mut events: Vec<_> = given.events.iter().zip(&known.events).enumerate().collect();
        events.sort_by_key(|(_, (event, _))| event.on);
        for (at, (event, known)) in events {
            let above = at.checked_sub(1).and_then(|above| given.events.get(above));
            if walk.check_event(at, event, above) {
                walk.take(at, known, given, event);
            }
        }
        walk
    }

    /// The answer as far as the walk gives it.
    pub(super) fn answer(&self) -> FollowedCase {
        let procedure = self.with.procedure;
        let mut problems = self.problems.clone();
        let competent_swv = self.competent();
        if let (Some(jurisdiction), Some(swv)) = (&procedure.jurisdiction, &competent_swv)
            && swv != self.with.swv
            && self.with.others.is_empty()
        {
            let own = self.with.swv;
            let message = (
                format!("niet {own} maar {swv} beslist en betaalt voor deze leerling: vraag daar aan"),
                format!("not {own} but {swv} decides and pays for this pupil: apply there"),
            );
            problems.push(
                Problem::of_case("leerling-van-ander-samenwerkingsverband", "enrolled_in, resident_in", message)
                    .stated_in(&jurisdiction.provenance),
            );
        }
        FollowedCase {
            procedure: procedure.id.clone(),
            key: self.case.key.clone(),
            as_of: self.with.as_of,
            synthetic: self.case.synthetic,
            state: self.state.map(|state| state.id.clone()).unwrap_or_default(),
            state_title: self.state.map_or_else(|| Text::new("", ""), |state| state.title.clone()),
            decides: self.state.and_then(|state| state.decides.clone()),
            competent_swv,
            missing: Vec::new(),
            problems,
            next: self.next(),
            deadlines: Vec::new(),
            validity: Vec::new(),
            retention: Vec::new(),
            objections: Vec::new(),
            costs: Vec::new(),
            criteria: Vec::new(),
            no_provision: None,
            not_used: self.not_used.clone(),
        }
    }

    fn competent(&self) -> Option<SwvNumber> {
        let jurisdiction = self.with.procedure.jurisdiction.as_ref()?;
        let tied = |tie: &Tie| match tie {
            Tie::School => self.case.enrolled_in.clone(),
            Tie::Home => self.case.resident_in.clone(),
        };
        let home_first =
            !jurisdiction.home_first.is_empty() && self.case.meets(None, &jurisdiction.home_first) == Some(true);
        let first = if home_first { tied(&Tie::Home) } else { None };
        first.or_else(|| jurisdiction.by.iter().find_map(tied))
    }

    /// What the case as a whole has that cannot be.
    fn check_case(&mut self, given: &CaseFile) {
        let procedure = self.with.procedure;
        if !procedure.sectors.contains(&given.sector) {
            let message = (
                format!("de procedure {} geldt niet voor deze sector", procedure.id),
                format!("the procedure {} is not for this sector", procedure.id),
            );
            self.problems.push(Problem::of_case("sector", "sector", message).stated_in(&procedure.provenance));
        }
        for (name, value) in &given.fields {
            let follows = self.case.fields.get(name).filter(|known| *known != value);
            if let Some(known) = follows {
                let message = (
                    format!("{name} = {value}, maar uit resident_in volgt {known}; dat geldt"),
                    format!("{name} = {value}, but from resident_in follows {known}; that holds"),
                );
                self.problems.push(Problem::of_case("woonplaats-spreekt-tegen", &format!("fields.{name}"), message));
                continue;
            }
            match procedure.find_field(None, name) {
                None => self.unknown_field(None, name),
                Some(field) => {
                    if let Err(form) = field.kind_in(self.case.sector).check(value) {
                        let place = format!("fields.{name}");
                        if self.fits_another(None, name, value) {
                            self.not_used.push(place);
                            continue;
                        }
                        self.problems.push(Problem::of_case("vorm-van-veld", &place, wrong_form(value, &form)));
                    }
                }
            }
        }
    }

    /// What an event has that cannot be. Whether it can take a step.
    fn check_event(&mut self, at: usize, event: &CaseEvent, above: Option<&CaseEvent>) -> bool {
        let (procedure, place) = (self.with.procedure, (at, event.name.as_str()));
        if event.on > self.with.as_of {
            let (on, as_of) = (event.on, self.with.as_of);
            let message = (
                format!("{on} ligt na {as_of}, de dag van de vraag; wat nog niet gebeurd is, telt niet mee"),
                format!("{on} is after {as_of}, the day of the question; what has not happened yet does not count"),
            );
            self.problems.push(Problem::of_event("datum-in-de-toekomst", place, message));
            return false;
        }
        if let Some(above) = above.filter(|above| above.on > event.on) {
            let (on, earlier) = (event.on, above.on);
            let message = (
                format!("{on} ligt voor {earlier}, de gebeurtenis erboven; zet de oudste bovenaan"),
                format!("{on} is before {earlier}, the event above it; put the oldest first"),
            );
            self.problems.push(Problem::of_event("volgorde", place, message));
        }
        if !procedure.steps.iter().any(|step| step.event == event.name) {
            self.unknown_event(place);
            return false;
        }
        for (name, value) in &event.fields {
            match procedure.find_field(Some(&event.name), name) {
                None => self.unknown_field(Some(place), name),
                Some(field) => {
                    if let Err(form) = field.kind_in(self.case.sector).check(value) {
                        if self.fits_another(Some(&event.name), name, value) {
                            self.not_used.push(format!("events[{at}] ({}) {name} = {value}", event.name));
                            continue;
                        }
                        let (nl, en) = wrong_form(&format!("{name} = {value}"), &form);
                        // The step that the value decides says where it stands.
                        let decides = |step: &&Step| {
                            step.event == event.name && step.when.iter().any(|condition| condition.field == *name)
                        };
                        self.problems.push(match procedure.steps.iter().find(decides) {
                            None => Problem::of_event("vorm-van-veld", place, (nl, en)),
                            Some(step) => {
                                let title = &step.title;
                                let nl = format!("{nl}; dat bepaalt of het kan: \u{201c}{}\u{201d}", title.nl);
                                let en = format!("{en}; it decides whether this can be: \u{201c}{}\u{201d}", title.en);
                                Problem::of_event("vorm-van-veld", place, (nl, en)).stated_in(&step.provenance)
                            }
                        });
                    }
                }
            }
        }
        self.check_needed(place, event);
        true
    }

    /// The fields that the event cannot do without.
    fn check_needed(&mut self, place: (usize, &str), event: &CaseEvent) {
        let of_event = |field: &&Field| field.event.as_deref() == Some(&event.name);
        for field in self.with.procedure.fields.iter().filter(of_event) {
            let Some(when) = &field.needed else { continue };
            if event.field(&field.name).is_none() && self.case.meets(Some(event), when) != Some(false) {
                let (name, meaning) = (&field.name, &field.meaning);
                let message = (
                    format!("het veld {name} ontbreekt: {}", meaning.nl),
                    format!("the field {name} is missing: {}", meaning.en),
                );
                self.problems.push(Problem::of_event("veld-ontbreekt", place, message));
            }
        }
    }

    /// An event that the procedure does not know: no problem where another
    /// region knows it.
    fn unknown_event(&mut self, place: (usize, &str)) {
        let (at, name) = place;
        if self.with.others.iter().any(|other| other.events().contains(&name)) {
            return self.not_used.push(format!("events[{at}] ({name})"));
        }
        let known = nearest_first(name, self.with.procedure.events());
        let message = (
            format!("deze gebeurtenis kent de procedure niet; zij kent {known}"),
            format!("the procedure does not know this event; it knows {known}"),
        );
        self.problems.push(Problem::of_event("onbekende-gebeurtenis", place, message));
    }

    /// Whether another region takes that value in the field.
    fn fits_another(&self, event: Option<&str>, name: &str, value: &str) -> bool {
        let fields = self.with.others.iter().filter_map(|other| other.find_field(event, name));
        fields.map(|field| field.kind_in(self.case.sector).check(value)).any(|fits| fits.is_ok())
    }

    /// A field that the procedure does not know.
    fn unknown_field(&mut self, event: Option<(usize, &str)>, name: &str) {
        let of = event.map(|(_, name)| name);
        let place = match event {
            Some((at, event)) => format!("events[{at}] ({event}) fields.{name}"),
            None => format!("fields.{name}"),
        };
        if self.with.others.iter().any(|other| other.find_field(of, name).is_some()) {
            return self.not_used.push(place);
        }
        let fields = self.with.procedure.fields.iter().filter(|field| field.event.as_deref() == of);
        let known = or(nearest_first(name, fields.map(|field| field.name.as_str()).collect()), "-");
        let message = (
            format!("dit veld kent de procedure hier niet; zij kent {known}"),
            format!("the procedure does not know this field here; it knows {known}"),
        );
        let mut problem = Problem::of_case("onbekend-veld", &place, message);
        problem.event = event.map(|(at, _)| at);
        self.problems.push(problem);
    }

    /// Takes the step of an event, if there is one from here.
    fn take(&mut self, at: usize, event: &'a CaseEvent, given: &CaseFile, given_event: &CaseEvent) {
        let (case, procedure) = (self.case, self.with.procedure);
        let place = (at, event.name.as_str());
        let of_event = procedure.steps.iter().filter(|step| step.event == event.name);
        let (mut fitting, mut lacking) = (Vec::new(), Vec::new());
        for step in of_event {
            match case.meets(Some(event), &step.when) {
                Some(true) => fitting.push(step),
                Some(false) => {}
                None => {
                    let unknown = step.when.iter().map(|condition| condition.field.as_str());
                    lacking.extend(unknown.filter(|field| case.value(Some(event), field).is_none()));
                }
            }
        }
        let allowed = |step: &&&Step| self.state.is_some_and(|state| step.can_be_taken_from(state));
        if let Some(step) = fitting.iter().find(allowed) {
            self.taken.push(Taken { nth: self.taken.len(), at, event, step });
            if let Some(to) = &step.to {
                self.state = procedure.find_state(to);
            }
        } else if !fitting.is_empty() {
            let problem = self.not_possible(place, &fitting);
            self.problems.push(problem);
        } else if lacking.is_empty() {
            let problem = self.no_step(place, event);
            self.problems.push(problem);
        } else {
            // A value of another form was told already.
            lacking.retain(|field| given.value(Some(given_event), field).is_none());
            lacking.sort_unstable();
            lacking.dedup();
            let fields = lacking.join(", ");
            if !lacking.is_empty() {
                let message = (
                    format!("{fields} is niet bekend en bepaalt welke stap dit is"),
                    format!("{fields} is not known and decides which step this is"),
                );
                self.problems.push(Problem::of_event("veld-ontbreekt", place, message));
            }
        }
    }

    /// That no step of an event takes its values: which value, and what the
    /// steps ask.
    fn no_step(&self, place: (usize, &str), event: &CaseEvent) -> Problem {
        let steps: Vec<&Step> = self.with.procedure.steps.iter().filter(|step| step.event == event.name).collect();
        // The steps that lack least are those that are meant.
        let lacks = |step: &Step| {
            let unmet =
                step.when.iter().filter(|one| self.case.meets(Some(event), std::slice::from_ref(one)) == Some(false));
            unmet.cloned().collect::<Vec<_>>()
        };
        let least = steps.iter().map(|step| lacks(step).len()).min();
        let mut unmet: Vec<(String, Vec<String>)> = Vec::new();
        for condition in steps.iter().map(|step| lacks(step)).filter(|lacks| Some(lacks.len()) == least).flatten() {
            match unmet.iter_mut().find(|(field, _)| *field == condition.field) {
                Some((_, asked)) => {
                    let more: Vec<String> = condition.one_of.into_iter().filter(|word| !asked.contains(word)).collect();
                    asked.extend(more);
                }
                None => unmet.push((condition.field, condition.one_of)),
            }
        }
        let told = |is: &str, asks: &str, or: &str| {
            let one = |(field, asked): &(String, Vec<String>)| {
                let value = self.case.value(Some(event), field).unwrap_or("-");
                format!("{field} {is} {value}, {asks} {}", asked.join(or))
            };
            unmet.iter().map(one).collect::<Vec<_>>().join("; ")
        };
        let message = (told("is", "en deze stap vraagt", " of "), told("is", "and this step asks", " or "));
        let problem = Problem::of_event("geen-stap-bij-waarde", place, message);
        match steps.first() {
            Some(step) => problem.stated_in(&step.provenance),
            None => problem,
        }
    }

    /// That none of these steps can be taken from here.
    fn not_possible(&self, place: (usize, &str), steps: &[&Step]) -> Problem {
        let nowhere = Text::new("", "");
        let state = self.state.map_or(&nowhere, |state| &state.title);
        let possible = |state: &&State| steps.iter().any(|step| step.from.contains(&state.id));
        let titles = |pick: fn(&Text) -> &str| {
            let states = self.with.procedure.states.iter().filter(possible);
            states.map(|state| format!("\u{201c}{}\u{201d}", pick(&state.title))).collect::<Vec<_>>().join(", ")
        };
        let message = (
            format!(
                "dit kan niet in de toestand \u{201c}{}\u{201d}; het kan in {}",
                state.nl,
                or(titles(|title| &title.nl), "elke toestand die open is")
            ),
            format!(
                "this cannot happen in the state \u{201c}{}\u{201d}; it can in {}",
                state.en,
                or(titles(|title| &title.en), "any state that is open")
            ),
        );
        let problem = Problem::of_event("stap-kan-hier-niet", place, message);
        match steps {
            [step, ..] => problem.stated_in(&step.provenance),
            [] => problem,
        }
    }

    /// The steps that can be taken from here, in the order of the procedure.
    fn next(&self) -> Vec<NextStep> {
        let Some(state) = self.state else { return Vec::new() };
        let from_here = |step: &&Step| match step.to {
            Some(_) => step.can_be_taken_from(state),
            None => step.from.contains(&state.id),
        };
        let steps = self.with.procedure.steps.iter().filter(from_here);
        let decided = |step: &&Step| self.case.meets(None, &self.of_case(step)) != Some(false);
        let next = |step: &Step| NextStep {
            step: step.id.clone(),
            title: step.title.clone(),
            actor: step.actor.clone(),
            to: step.to.clone(),
            waits_for: Vec::new(),
            source: Citation::of(&step.provenance),
        };
        steps.filter(decided).map(next).collect()
    }

    /// The conditions of a step that the case itself decides.
    fn of_case(&self, step: &Step) -> Vec<Condition> {
        let of_event = |field: &str| self.with.procedure.find_field(Some(&step.event), field).is_some();
        step.when.iter().filter(|condition| !of_event(&condition.field)).cloned().collect()
    }
}

fn wrong_form(value: &str, form: &Text) -> (String, String) {
    (format!("{value:?} past niet; verwacht: {}", form.nl), format!("{value:?} does not fit; expected: {}", form.en))
}

/// The names that are most like the given, the nearest first.
fn nearest_first(given: &str, mut known: Vec<&str>) -> String {
    let all = known.len();
    known.sort_by_key(|name| osa_distance(given, name));
    known.truncate(NAMES);
    let more = if all > NAMES { ", \u{2026}" } else { "" };
    format!("{}{more}", known.join(", "))
}

/// How many names a message tells.
const NAMES: usize = 5;

fn or(text: String, other: &str) -> String {
    if text.is_empty() { other.to_owned() } else { text }
}
