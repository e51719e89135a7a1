//! What happened to one pupil, under a pseudonym.

use std::collections::BTreeMap;

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::procedure::Condition;
use crate::{Sector, SwvNumber};

/// A case: what happened to one pupil, in the order in which it happened.
///
/// It holds no name, birth date, number or address; the key is a pseudonym
/// that only the one who made it can lead back to a pupil.
///
/// ```
/// use swv_core::procedure::CaseFile;
///
/// let case: CaseFile = serde_json::from_str(r#"{
///     "procedure": "toelaatbaarheidsverklaring", "key": "voorbeeld-1", "sector": "po",
///     "events": [{ "on": "2025-02-03", "name": "aanvraag" }]
/// }"#)?;
/// assert_eq!(case.events[0].name, "aanvraag");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CaseFile {
    /// The id of the procedure that the case follows.
    pub procedure: String,
    /// A pseudonym for the pupil.
    pub key: String,
    /// The sector of the school.
    pub sector: Sector,
    /// Whether the case is made up. Every result says so.
    #[serde(default)]
    pub synthetic: bool,
    /// The samenwerkingsverband of the school at which the pupil is enrolled, or
    /// else has applied; none where that is not known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub enrolled_in: Option<SwvNumber>,
    /// The samenwerkingsverband of the home address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub resident_in: Option<SwvNumber>,
    /// What is known of the case as a whole, by field. A field that is not
    /// here is not known.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub fields: BTreeMap<String, String>,
    /// What happened, oldest first.
    #[serde(default)]
    pub events: Vec<CaseEvent>,
}

/// Something that happened on a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CaseEvent {
    /// The day.
    #[schemars(with = "String")]
    pub on: Date,
    /// The event, by the name that the procedure gives it.
    pub name: String,
    /// What is known of it, by field.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub fields: BTreeMap<String, String>,
}

impl CaseFile {
    /// The field that every case has: its sector.
    pub const SECTOR: &'static str = "sector";

    /// The value of a field of the event, or else of the case.
    pub fn value<'a>(&'a self, event: Option<&'a CaseEvent>, field: &str) -> Option<&'a str> {
        if field == CaseFile::SECTOR {
            return Some(self.sector.as_str());
        }
        let of_event = event.and_then(|event| event.fields.get(field));
        of_event.or_else(|| self.fields.get(field)).map(String::as_str)
    }

    /// Whether all conditions are met: unknown as long as a field that decides
    /// is not known, and no where one of them is not met.
    pub fn meets(&self, event: Option<&CaseEvent>, conditions: &[Condition]) -> Option<bool> {
        let mut met = Some(true);
        for condition in conditions {
            match self.value(event, &condition.field) {
                Some(value) if condition.one_of.iter().any(|allowed| allowed == value) => {}
                Some(_) => return Some(false),
                None => met = None,
            }
        }
        met
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn case() -> CaseFile {
        CaseFile::made_up("tlv").field("soort", "sbo")
    }

    fn condition(field: &str, value: &str) -> Condition {
        Condition { field: field.into(), one_of: vec![value.into()] }
    }

    #[test]
    fn a_condition_on_a_field_that_is_not_known_is_unknown_and_not_false() {
        let case = case();
        assert_eq!(case.meets(None, &[condition("soort", "sbo")]), Some(true));
        assert_eq!(case.meets(None, &[condition("leeftijd", "16")]), None);
        assert_eq!(case.meets(None, &[condition("leeftijd", "16"), condition("soort", "so")]), Some(false));
    }

    #[test]
    fn a_field_of_the_event_goes_before_one_of_the_case() {
        let case = case();
        let fields = [("soort".to_owned(), "so".to_owned())].into();
        let event = CaseEvent { on: jiff::civil::date(2025, 2, 3), name: "aanvraag".into(), fields };
        assert_eq!(case.meets(Some(&event), &[condition("soort", "so")]), Some(true));
    }

    #[test]
    fn a_case_file_has_no_key_for_a_name_or_a_birth_date() {
        for key in ["naam", "name", "geboortedatum", "bsn"] {
            let text = format!(r#"{{"procedure":"tlv","key":"k","sector":"po","{key}":"x"}}"#);
            let error = serde_json::from_str::<CaseFile>(&text).unwrap_err().to_string();
            assert!(error.contains(&format!("unknown field `{key}`")), "{error}");
        }
    }
}
