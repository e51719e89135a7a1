//! Procedures as a region writes them: short, each actor and document named
//! once.
//!
//! The same form stands in a plugin's TOML files and crosses to the host as
//! one JSON document, [`Procedures`]. [`Procedure::read`] makes of it what is
//! followed and shown.

mod parts;
mod read;
mod short;

use schemars::JsonSchema;
use serde::Deserialize;

use crate::Text;
use crate::named::Named;
use crate::period::Validity;
#[cfg(feature = "statements")]
use crate::place::Place;
#[cfg(feature = "statements")]
use crate::statement::{self, StatementFault, StatementFaultKind};
use crate::{Sector, procedure};

pub use parts::{
    Before, Check, Cost, Criterion, Ends, Extended, Field, Jurisdiction, Need, Objection, Payment, Requirement, Since,
    State, Step, Suspended, Term,
};
pub use short::{Kind, KnownKind, Length, Needed, On, Those, When, Words};

/// All procedures of a region, as one document.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Procedures {
    /// The form of the document, and its version.
    pub schema: Schema,
    /// The procedures; several of one id are its versions, one after another.
    pub procedures: Vec<Procedure>,
}

/// The form of a document of procedures, and its version.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
pub enum Schema {
    /// This one.
    #[serde(rename = "procedures/1")]
    V1,
}

/// A procedure of a region.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Procedure {
    /// Its id, in lower case with hyphens.
    pub id: String,
    /// What it is called, in Dutch.
    pub nl: String,
    /// The same in English.
    pub en: String,
    /// The sectors it is for.
    pub sectors: Vec<Sector>,
    /// The document that states it.
    pub document: String,
    /// The section of that document.
    pub section: String,
    /// How it follows from what stands there, where it is not stated as such.
    pub interpreted: Option<String>,
    /// The days on which it holds, where it does not always.
    #[serde(default)]
    pub valid: Validity,
    /// The event whose day decides which rules hold for a case; needed where
    /// any of them has dates.
    pub applies_on: Option<procedure::AppliesOn>,
    /// Which samenwerkingsverband decides and pays.
    pub jurisdiction: Option<Jurisdiction>,
    /// Who acts in it, by a short name.
    #[serde(default)]
    pub actors: Named<Text>,
    /// Its states; a case starts in the first.
    pub states: Vec<State>,
    /// The fields that its rules read, by event; under `case` those of the
    /// case as a whole.
    #[serde(default)]
    pub fields: Named<Named<Field>>,
    /// The steps between the states.
    #[serde(default)]
    pub steps: Vec<Step>,
    /// What a step needs before it is taken.
    #[serde(default)]
    pub requirements: Vec<Requirement>,
    /// The terms that run.
    #[serde(default)]
    pub terms: Vec<Term>,
    /// The money that follows.
    #[serde(default)]
    pub costs: Vec<Cost>,
    /// The decisions against which someone can object.
    #[serde(default)]
    pub objections: Vec<Objection>,
    /// What a pupil needs for each provision.
    #[serde(default)]
    pub criteria: Vec<Criterion>,
    /// The rules that the region's code checks.
    #[serde(default)]
    pub checks: Vec<Check>,
}

/// Under this name the fields of a case as a whole stand.
pub const CASE: &str = "case";

#[cfg(feature = "statements")]
impl Procedures {
    /// The procedures that a document states.
    ///
    /// # Errors
    /// The first place that has not the form of the document; or else
    /// everything that does not fit, all at once.
    ///
    /// ```
    /// use swv_core::procedure::stated::Procedures;
    ///
    /// let document = r#"{ "schema": "procedures/1", "procedures": [{
    ///     "id": "tlv", "nl": "TLV", "en": "TLV", "sectors": ["po"], "document": "plan", "section": "2",
    ///     "actors": { "school": { "nl": "school", "en": "school" } },
    ///     "states": [
    ///         { "id": "voorbereiding", "nl": "voorbereiding", "en": "preparation" },
    ///         { "id": "aangevraagd", "nl": "aangevraagd", "en": "applied for", "closed": true }
    ///     ],
    ///     "steps": [{ "event": "aanvraag", "by": "school", "from": ["voorbereiding"], "to": "aangevraagd",
    ///                 "nl": "aanvragen", "en": "apply", "section": "2.1" }]
    /// }] }"#;
    /// assert_eq!(Procedures::read(document).unwrap()[0].steps[0].actor.en, "school");
    ///
    /// let faults = Procedures::read(&document.replace("\"to\": \"aangevraagd\"", "\"to\": \"aangevraag\"")).unwrap_err();
    /// assert_eq!(faults[0].place.to_string(), "procedures[0].steps[0].to");
    /// ```
    pub fn read(text: &str) -> Result<Vec<procedure::Procedure>, Vec<StatementFault>> {
        let document: Procedures = statement::document(text).map_err(|fault| vec![fault])?;
        let (mut read, mut faults) = (Vec::new(), Vec::new());
        for (nth, stated) in document.procedures.iter().enumerate() {
            let place = Place::key("procedures").nth(nth);
            match stated.read() {
                Ok(procedure) => read.push(procedure),
                Err(found) => faults.extend(found.into_iter().map(|fault| StatementFault {
                    place: place.clone().joined(&fault.place),
                    kind: StatementFaultKind::Procedure { id: stated.id.clone(), kind: fault.kind },
                })),
            }
        }
        if faults.is_empty() {
            faults.extend(procedure::version_faults(&read).into_iter().map(|(nth, fault)| StatementFault {
                place: Place::key("procedures").nth(nth),
                kind: StatementFaultKind::Version(fault),
            }));
        }
        if faults.is_empty() { Ok(read) } else { Err(faults) }
    }
}
