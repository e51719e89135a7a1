//! What a region's own code says of a case.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::procedure::{CaseEvent, CaseFile, Procedure};
use crate::{Sector, Text};

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
    pub fields: BTreeMap<String, String>,
    /// What has happened, oldest first.
    pub events: Vec<CaseEvent>,
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
            events: places.into_iter().filter_map(|at| known.events.get(at).cloned()).collect(),
            fields: known.fields,
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

    /// The value of a field of the case.
    pub fn field(&self, name: &str) -> Option<&str> {
        self.fields.get(name).map(String::as_str)
    }

    /// The events of that name, each with its place.
    pub fn events_of<'a>(&'a self, name: &'a str) -> impl Iterator<Item = (usize, &'a CaseEvent)> + 'a {
        self.events.iter().enumerate().filter(move |(_, event)| event.name == name)
    }
}

impl Procedure {
    /// The case with only the fields that the procedure states, and of those
    /// the values that have their form: all else is not known.
    pub(super) fn known_of(&self, case: &CaseFile) -> CaseFile {
        let keep = |event: Option<&str>, fields: &mut BTreeMap<String, String>| {
            let field = |name: &str| self.find_field(event, name);
            fields.retain(|name, value| field(name).is_some_and(|field| field.kind.check(value).is_ok()));
        };
        let mut known = case.clone();
        keep(None, &mut known.fields);
        for event in &mut known.events {
            keep(Some(&event.name), &mut event.fields);
        }
        known
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
