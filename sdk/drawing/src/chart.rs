//! What a drawing of a procedure shows, whatever it is drawn in.

use swv_core::procedure::{Condition, Procedure, State, Step, TermKind, TermRule, Trigger};
use swv_core::{Language, Text};

/// A procedure as places and arrows between them.
pub(crate) struct Chart {
    /// What people call the procedure.
    pub(crate) title: String,
    /// All of it in sentences, for who does not see it.
    pub(crate) description: String,
    /// Its states in their order, of which a case starts in the first; then,
    /// where steps can be taken from any open state, a place that stands for
    /// those.
    pub(crate) places: Vec<Place>,
    /// At most one from a place to another, in the order of their first steps.
    pub(crate) arrows: Vec<Arrow>,
}

/// A state, or any open state.
pub(crate) struct Place {
    pub(crate) kind: PlaceKind,
    pub(crate) title: String,
    /// Who has to decide in it.
    pub(crate) decides: Option<String>,
    /// The steps that leave a case in it.
    pub(crate) steps: Vec<Action>,
    /// The terms that run in it.
    pub(crate) terms: Vec<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum PlaceKind {
    /// A state in which the procedure goes on.
    Open,
    /// A state in which it is over.
    Closed,
    /// Whatever state in which it goes on.
    AnyOpen,
}

/// The steps from a place to another.
pub(crate) struct Arrow {
    /// The places, by their index.
    pub(crate) from: usize,
    pub(crate) to: usize,
    pub(crate) steps: Vec<Action>,
}

/// What happens in a step, and who does it.
#[derive(Clone)]
pub(crate) struct Action {
    pub(crate) title: String,
    pub(crate) actor: String,
}

impl Chart {
    /// What to draw of a procedure.
    pub(crate) fn of(procedure: &Procedure, language: Language) -> Chart {
        let mut chart = Chart {
            title: text(language, &procedure.title),
            description: String::new(),
            places: procedure.states.iter().map(|state| place(state, language)).collect(),
            arrows: Vec::new(),
        };
        if procedure.steps.iter().any(|step| step.from.is_empty()) {
            chart.places.push(Place {
                kind: PlaceKind::AnyOpen,
                title: language.choose("in elke open toestand", "in any open state").to_owned(),
                decides: None,
                steps: Vec::new(),
                terms: Vec::new(),
            });
        }
        for step in &procedure.steps {
            chart.add_step(procedure, step, language);
        }
        for term in &procedure.terms {
            chart.add_term(procedure, term, language);
        }
        chart.description = chart.describe(language);
        chart
    }

    fn add_step(&mut self, procedure: &Procedure, step: &Step, language: Language) {
        let action = Action { title: text(language, &step.title), actor: text(language, &step.actor) };
        let to = step.to.as_ref().and_then(|to| procedure.states.iter().position(|state| state.id == *to));
        for from in self.taken_from(procedure, step) {
            match to.filter(|to| *to != from) {
                None => add(&mut self.places[from].steps, &action),
                Some(to) => match self.arrows.iter_mut().find(|arrow| (arrow.from, arrow.to) == (from, to)) {
                    Some(arrow) => add(&mut arrow.steps, &action),
                    None => self.arrows.push(Arrow { from, to, steps: vec![action.clone()] }),
                },
            }
        }
    }

    /// A term runs in the states to which the steps that start it lead, or in
    /// which they leave a case.
    fn add_term(&mut self, procedure: &Procedure, term: &TermRule, language: Language) {
        let words = term_words(procedure, term, language);
        for step in procedure.steps.iter().filter(|step| can_take(&term.starts, step)) {
            let places = match &step.to {
                Some(to) => procedure.states.iter().position(|state| state.id == *to).into_iter().collect(),
                None => self.taken_from(procedure, step),
            };
            for place in places {
                let terms = &mut self.places[place].terms;
                if !terms.contains(&words) {
                    terms.push(words.clone());
                }
            }
        }
    }

    /// The places from which a step is taken.
    fn taken_from(&self, procedure: &Procedure, step: &Step) -> Vec<usize> {
        if step.from.is_empty() {
            return self.places.iter().position(|place| place.kind == PlaceKind::AnyOpen).into_iter().collect();
        }
        let is_named = |state: &State| step.from.contains(&state.id);
        procedure.states.iter().enumerate().filter(|(_, state)| is_named(state)).map(|(at, _)| at).collect()
    }

    fn describe(&self, language: Language) -> String {
        let mut sentences = Vec::new();
        for place in &self.places {
            let mut parts = vec![place.title.clone()];
            if place.kind == PlaceKind::Closed {
                parts.push(language.choose("einde", "end").to_owned());
            }
            parts.extend(place.decides.iter().map(|who| decides(language, who)));
            parts.extend(place.steps.iter().map(Action::words));
            parts.extend(place.terms.iter().cloned());
            sentences.push(format!("{}.", parts.join("; ")));
        }
        sentences.extend(self.arrows.iter().map(|arrow| format!("{}.", self.words_of(arrow))));
        sentences.join(" ")
    }

    /// From where to where an arrow leads, and by which steps.
    pub(crate) fn words_of(&self, arrow: &Arrow) -> String {
        let steps: Vec<_> = arrow.steps.iter().map(Action::words).collect();
        format!("{} → {}: {}", self.places[arrow.from].title, self.places[arrow.to].title, steps.join("; "))
    }
}

/// Adds what happens; the same thing done by someone else stands there once,
/// with both.
fn add(steps: &mut Vec<Action>, action: &Action) {
    match steps.iter_mut().find(|step| step.title == action.title) {
        Some(step) if step.actor.split(" / ").any(|actor| actor == action.actor) => {}
        Some(step) => step.actor = format!("{} / {}", step.actor, action.actor),
        None => steps.push(action.clone()),
    }
}

impl Action {
    pub(crate) fn words(&self) -> String {
        format!("{} ({})", self.title, self.actor)
    }
}

/// Who decides, in words.
pub(crate) fn decides(language: Language, who: &str) -> String {
    format!("{} {who}", language.choose("beslist:", "decides:"))
}

fn place(state: &State, language: Language) -> Place {
    Place {
        kind: if state.closed { PlaceKind::Closed } else { PlaceKind::Open },
        title: text(language, &state.title),
        decides: state.decides.as_ref().map(|who| text(language, who)),
        steps: Vec::new(),
        terms: Vec::new(),
    }
}

/// Whether an event that a trigger names can take a step: no field would have
/// to have two values.
fn can_take(trigger: &Trigger, step: &Step) -> bool {
    let meets = |one: &Condition, other: &Condition| {
        one.field != other.field || one.one_of.iter().any(|value| other.one_of.contains(value))
    };
    trigger.event == step.event && trigger.when.iter().all(|one| step.when.iter().all(|other| meets(one, other)))
}

fn term_words(procedure: &Procedure, term: &TermRule, language: Language) -> String {
    let kind = match term.kind {
        TermKind::Deadline => language.choose("termijn", "term"),
        TermKind::Validity => language.choose("geldigheid", "validity"),
        TermKind::Retention => language.choose("bewaren", "keep"),
    };
    let extended = term.extended.as_ref().map(|extension| {
        let by = language.choose("te verlengen met", "can be extended by");
        format!(", {by} {}", extension.by.text().in_language(language))
    });
    let (what, ends) = (text(language, &term.what), text(language, &term.ends_in_words(procedure)));
    format!("{kind}: {what}, {ends}{}", extended.unwrap_or_default())
}

fn text(language: Language, text: &Text) -> String {
    text.in_language(language).to_owned()
}
