//! What a region's own code says of a case.

use std::collections::BTreeMap;
use std::fmt;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::procedure::{CaseEvent, CaseFile, Field, FieldKind, Procedure};
use crate::{Sector, SwvNumber, Text};

/// What crosses of a case to a region's own checks: no pseudonym, only fields
/// and events that the procedure states, and only what has happened.
///
/// ```
/// use swv_core::procedure::{CheckInput, stated};
///
/// let procedure: stated::Procedure = serde_json::from_str(r#"{
///     "id": "tlv", "nl": "TLV", "en": "TLV", "sectors": ["po"], "document": "plan", "section": "2",
///     "actors": { "school": { "nl": "school", "en": "school" } },
///     "states": [{ "id": "open", "nl": "open", "en": "open", "closed": true }],
///     "steps": [{ "event": "aanvraag", "by": "school", "nl": "aanvragen", "en": "apply", "section": "2" }],
///     "fields": { "case": { "soort": { "kind": ["sbo"], "nl": "soort", "en": "kind" } } }
/// }"#)?;
/// let case = serde_json::from_str(r#"{
///     "procedure": "tlv", "key": "geheim", "sector": "po",
///     "fields": { "soort": "sbo", "naam": "…" },
///     "events": [{ "on": "2025-02-03", "name": "aanvraag" }, { "on": "2025-09-01", "name": "aanvraag" }]
/// }"#)?;
/// let procedure = procedure.read().map_err(|faults| faults[0].to_string())?;
/// let input = CheckInput::new(&procedure, &case, jiff::civil::date(2025, 3, 1));
/// assert_eq!(input.fields.len(), 1);
/// assert_eq!(input.events.len(), 1);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CheckInput {
    /// The id of the procedure.
    pub procedure: String,
    /// The sector of the school.
    pub sector: Sector,
    /// The day of the question.
    pub as_of: Date,
    /// The checks that the procedure names.
    pub checks: Vec<String>,
    /// What is known of the case as a whole.
    pub fields: BTreeMap<String, FieldValue>,
    /// What has happened, oldest first.
    pub events: Vec<CheckEvent>,
}

/// An event as it crosses to a region's own checks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CheckEvent {
    /// The day.
    pub on: Date,
    /// The event, by the name that the procedure gives it.
    pub name: String,
    /// What is known of it, by field.
    pub fields: BTreeMap<String, FieldValue>,
}

/// The value of a field, by what the procedure says that it is.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FieldValue {
    /// It is so, or it is not.
    YesNo(bool),
    /// A day.
    Date(Date),
    /// A whole number.
    Number(u32),
    /// One of the procedure's words, the number of a samenwerkingsverband, or a
    /// label that identifies nobody.
    Word(String),
}

/// What a case breaks of a rule that only the region's code can say. Where the
/// rule stands, the procedure says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Breach {
    /// The check, one of those asked for.
    pub check: String,
    /// The event, by its place in [`CheckInput::events`]; none for the case as
    /// a whole.
    pub event: Option<usize>,
    /// What is wrong and what to do.
    pub message: Text,
}

impl CheckInput {
    /// What crosses of a case.
    pub fn new(procedure: &Procedure, case: &CaseFile, as_of: Date) -> CheckInput {
        let known = procedure.known_of(case);
        let places = CheckInput::places(procedure, case, as_of);
        CheckInput {
            procedure: procedure.id.clone(),
            sector: case.sector,
            as_of,
            checks: procedure.checks.iter().map(|check| check.id.clone()).collect(),
            events: places.into_iter().filter_map(|at| Some(procedure.crossing(known.events.get(at)?))).collect(),
            fields: procedure.values(None, &known.fields),
        }
    }

    /// The places in the case file of the events that cross, oldest first.
    pub fn places(procedure: &Procedure, case: &CaseFile, as_of: Date) -> Vec<usize> {
        let stated = procedure.events();
        let crosses = |event: &CaseEvent| event.on <= as_of && stated.contains(&event.name.as_str());
        let mut places: Vec<(Date, usize)> = case
            .events
            .iter()
            .enumerate()
            .filter(|(_, event)| crosses(event))
            .map(|(at, event)| (event.on, at))
            .collect();
        places.sort_by_key(|(on, _)| *on);
        places.into_iter().map(|(_, at)| at).collect()
    }

    /// The word in a field of the case.
    pub fn word(&self, name: &str) -> Option<&str> {
        self.fields.get(name)?.word()
    }

    /// Whether it is so, by a field of the case.
    pub fn is(&self, name: &str) -> Option<bool> {
        self.fields.get(name)?.is()
    }

    /// The events of that name, each with its place.
    pub fn events_of<'a>(&'a self, name: &'a str) -> impl Iterator<Item = (usize, &'a CheckEvent)> + 'a {
        self.events.iter().enumerate().filter(move |(_, event)| event.name == name)
    }
}

impl Procedure {
    /// The case with only the fields that the procedure states, and of those
    /// the values that have their form: all else is not known.
    pub(super) fn known_of(&self, case: &CaseFile) -> CaseFile {
        let keep = |event: Option<&str>, fields: &mut BTreeMap<String, String>| {
            let field = |name: &str| self.find_field(event, name);
            fields
                .retain(|name, value| field(name).is_some_and(|field| field.kind_in(case.sector).check(value).is_ok()));
        };
        let mut known = case.clone();
        keep(None, &mut known.fields);
        for event in &mut known.events {
            keep(Some(&event.name), &mut event.fields);
        }
        known
    }
}

impl Procedure {
    /// Fills in what follows from the case itself: whether the home address is
    /// in another samenwerkingsverband than the region's own.
    pub(super) fn derive(&self, known: &mut CaseFile, own: &SwvNumber) {
        let Some(home) = &known.resident_in else { return };
        let elsewhere = if home == own { "nee" } else { "ja" };
        let follows = |field: &&Field| field.event.is_none() && field.kind == FieldKind::LivesElsewhere;
        for field in self.fields.iter().filter(follows) {
            known.fields.insert(field.name.clone(), elsewhere.to_owned());
        }
    }

    /// The fields that the procedure states, as what it says that they are.
    fn values(&self, event: Option<&str>, fields: &BTreeMap<String, String>) -> BTreeMap<String, FieldValue> {
        let value =
            |(name, text): (&String, &String)| Some((name.clone(), self.find_field(event, name)?.kind.read(text)?));
        fields.iter().filter_map(value).collect()
    }

    fn crossing(&self, event: &CaseEvent) -> CheckEvent {
        let fields = self.values(Some(&event.name), &event.fields);
        CheckEvent { on: event.on, name: event.name.clone(), fields }
    }
}

impl FieldKind {
    /// The value that a text is, where it is one of this kind.
    fn read(&self, text: &str) -> Option<FieldValue> {
        self.check(text).ok()?;
        Some(match self {
            FieldKind::YesNo | FieldKind::LivesElsewhere => FieldValue::YesNo(text == "ja"),
            FieldKind::Date => FieldValue::Date(text.parse().ok()?),
            FieldKind::Number => FieldValue::Number(text.parse().ok()?),
            FieldKind::OneOf(_) | FieldKind::Swv | FieldKind::Label => FieldValue::Word(text.to_owned()),
        })
    }
}

impl FieldValue {
    /// The word, where it is one.
    pub fn word(&self) -> Option<&str> {
        match self {
            FieldValue::Word(word) => Some(word),
            _ => None,
        }
    }

    /// Whether it is so, where it is yes or no.
    pub fn is(&self) -> Option<bool> {
        match self {
            FieldValue::YesNo(is) => Some(*is),
            _ => None,
        }
    }

    /// The day, where it is one.
    pub fn date(&self) -> Option<Date> {
        match self {
            FieldValue::Date(day) => Some(*day),
            _ => None,
        }
    }

    /// The number, where it is one.
    pub fn number(&self) -> Option<u32> {
        match self {
            FieldValue::Number(number) => Some(*number),
            _ => None,
        }
    }
}

/// As a case file has it: `ja`, `2025-02-03`, `3`, or the word.
impl fmt::Display for FieldValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            FieldValue::YesNo(true) => f.pad("ja"),
            FieldValue::YesNo(false) => f.pad("nee"),
            FieldValue::Date(day) => f.pad(&day.to_string()),
            FieldValue::Number(number) => number.fmt(f),
            FieldValue::Word(word) => f.pad(word),
        }
    }
}

impl CheckEvent {
    /// The word in a field of the event.
    pub fn word(&self, name: &str) -> Option<&str> {
        self.fields.get(name)?.word()
    }

    /// Whether it is so, by a field of the event.
    pub fn is(&self, name: &str) -> Option<bool> {
        self.fields.get(name)?.is()
    }

    /// The day in a field of the event.
    pub fn date(&self, name: &str) -> Option<Date> {
        self.fields.get(name)?.date()
    }

    /// The number in a field of the event.
    pub fn number(&self, name: &str) -> Option<u32> {
        self.fields.get(name)?.number()
    }
}

impl CaseEvent {
    /// The value of a field of the event.
    pub fn field(&self, name: &str) -> Option<&str> {
        self.fields.get(name).map(String::as_str)
    }

    /// The day in a field of the event.
    pub fn date(&self, name: &str) -> Option<Date> {
        self.field(name)?.parse().ok()
    }
}
