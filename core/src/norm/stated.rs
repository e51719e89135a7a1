//! A norm as a region writes it: each actor, aspect and document named once.
//!
//! The same form stands in a plugin's `norm.toml` and crosses to the host as
//! one JSON document, [`Norms`]. [`Norm::read`] makes of it what is judged by
//! and shown.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{AgendaItem, NormFault, NormItem, NormLevel, NormStanding};
use crate::named::Named;
use crate::period::{Date, Validity};
use crate::place::Place;
use crate::procedure::DefinitionFaultKind;
#[cfg(feature = "statements")]
use crate::procedure::versions;
#[cfg(feature = "statements")]
use crate::statement::{self, StatementFault, StatementFaultKind};
use crate::{Provenance, Sector, Source, Status, Text};

/// What a region says of basisondersteuning, as one document.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Norms {
    /// The form of the document, and its version.
    pub schema: Schema,
    /// The norm of each sector; several of one sector are its versions, one
    /// after another.
    pub norms: Vec<Norm>,
}

/// The form of a document of norms, and its version.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
pub enum Schema {
    /// This one.
    #[serde(rename = "norm/1")]
    V1,
}

/// What a region says of basisondersteuning.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Norm {
    /// The sectors of which it is the norm.
    pub sectors: Vec<Sector>,
    /// Whether the region sets a norm.
    pub standing: NormStanding,
    /// What it chooses and why, in a few sentences of Dutch.
    pub nl: String,
    /// The same in English.
    pub en: String,
    /// The document that states it.
    pub document: String,
    /// The section that says so; a region that is silent may have none.
    pub section: Option<String>,
    /// How it follows from what stands there, where it is not stated as such.
    pub interpreted: Option<String>,
    /// Where the region is silent: why, or where it was sought.
    pub silent: Option<String>,
    /// The days on which it holds, where it does not always.
    #[serde(default)]
    pub valid: Validity,
    /// Who is responsible or does something, by a short name.
    #[serde(default)]
    pub actors: Named<Text>,
    /// The parts of the norm, by a short name.
    #[serde(default)]
    pub aspects: Named<Text>,
    /// What it says of a school, in the order of the document.
    #[serde(default)]
    pub items: Vec<Item>,
    /// What is to be done to bring it about, in the order of the document.
    #[serde(default)]
    pub agenda: Vec<Line>,
}

/// One thing that a norm says of a school.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Item {
    /// Its id, by which a self-scan answers it.
    pub id: String,
    /// The shared subject by which it is compared; left out where it is the
    /// id.
    pub subject: Option<String>,
    /// The part of the norm it stands in, by its short name.
    pub aspect: String,
    /// How firmly a school is held to it; `basis` where it is left out.
    #[serde(default = "basis")]
    pub level: NormLevel,
    /// The number that the document gives the level, if it numbers levels.
    pub document_level: Option<u8>,
    /// The sectors it holds for, where they are not all those of the norm.
    pub sectors: Option<Vec<Sector>>,
    /// What the school does, in Dutch.
    pub nl: String,
    /// The same in English.
    pub en: String,
    /// The actor who is responsible, where the document names one.
    pub responsible: Option<String>,
    /// Whether the document calls it an obligation by law.
    #[serde(default)]
    pub statutory: bool,
    /// The section of the document that states it.
    pub section: String,
    /// The document, where it is another than the norm's.
    pub document: Option<String>,
    /// How it follows from what stands there, where it is not stated as such.
    pub interpreted: Option<String>,
    /// The days on which it holds, where it does not always.
    #[serde(default)]
    pub valid: Validity,
}

fn basis() -> NormLevel {
    NormLevel::Basis
}

/// Something that is to be done to bring the norm about.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Line {
    /// Its id.
    pub id: String,
    /// What is to be done, in Dutch.
    pub nl: String,
    /// The same in English.
    pub en: String,
    /// The actor whom it is for or who does it.
    pub who: String,
    /// The term as the document prints it; left out where it prints none.
    pub term: Option<String>,
    /// The last day of the term, where one can be read from it.
    #[schemars(with = "Option<String>", extend("format" = "date"))]
    pub until: Option<Date>,
    /// The section of the document that states it.
    pub section: String,
    /// The document, where it is another than the norm's.
    pub document: Option<String>,
    /// How the last day follows from the term, where it does.
    pub interpreted: Option<String>,
}

#[cfg(feature = "statements")]
impl Norms {
    /// The norms that a document states.
    ///
    /// # Errors
    /// The first place that has not the form of the document; or else
    /// everything that is not sound, all at once.
    ///
    /// ```
    /// use swv_core::norm::stated::Norms;
    ///
    /// let document = r#"{ "schema": "norm/1", "norms": [{
    ///     "sectors": ["po"], "standing": "norm", "nl": "er is een norm", "en": "there is a norm",
    ///     "document": "plan", "section": "2", "aspects": { "structuur": { "nl": "structuur", "en": "structure" } },
    ///     "items": [{ "id": "zorgplicht", "aspect": "structuur", "section": "2.3",
    ///                 "nl": "voert de zorgplicht uit", "en": "carries out its duty of care" }]
    /// }] }"#;
    /// assert_eq!(Norms::read(document).unwrap()[0].items[0].aspect.en, "structure");
    /// ```
    pub fn read(text: &str) -> Result<Vec<super::Norm>, Vec<StatementFault>> {
        let document: Norms = statement::document(text).map_err(|fault| vec![fault])?;
        let (mut read, mut faults) = (Vec::new(), Vec::new());
        for (nth, stated) in document.norms.iter().enumerate() {
            let place = Place::key("norms").nth(nth);
            match stated.read() {
                Ok(norm) => read.push(norm),
                Err(found) => faults.extend(found.into_iter().map(|(at, fault)| StatementFault {
                    place: place.clone().joined(&at),
                    kind: StatementFaultKind::Norm(fault),
                })),
            }
        }
        for sector in [Sector::Po, Sector::Vo] {
            let of_sector = document.norms.iter().enumerate().filter(|(_, norm)| norm.sectors.contains(&sector));
            let validities: Vec<_> = of_sector.map(|(nth, norm)| (nth, norm.valid)).collect();
            for (nth, fault) in versions::sequence(&format!("the norm of {sector}"), &validities) {
                let kind = StatementFaultKind::Version(fault);
                faults.push(StatementFault { place: Place::key("norms").nth(nth), kind });
            }
        }
        if faults.is_empty() { Ok(read) } else { Err(faults) }
    }
}

impl Norm {
    /// The norm that is meant, with its actors, aspects and documents filled
    /// in.
    ///
    /// # Errors
    /// Everything that is not sound, each with its place.
    pub fn read(&self) -> Result<super::Norm, Vec<(Place, NormFault)>> {
        let mut faults = Vec::new();
        let provenance = self.head().map_err(|error| faults.push((Place::root(), NormFault::Provenance(error)))).ok();
        let mut items = Vec::new();
        for (nth, item) in self.items.iter().enumerate() {
            items.extend(self.item(item, &Place::key("items").nth(nth), &mut faults));
        }
        let mut agenda = Vec::new();
        for (nth, line) in self.agenda.iter().enumerate() {
            agenda.extend(self.line(line, &Place::key("agenda").nth(nth), &mut faults));
        }
        let Some(provenance) = provenance.filter(|_| faults.is_empty()) else { return Err(faults) };
        let norm = super::Norm {
            sectors: self.sectors.clone(),
            valid: self.valid,
            standing: self.standing,
            explanation: Text::new(&self.nl, &self.en),
            provenance,
            items,
            agenda,
        };
        faults = norm.faults();
        if faults.is_empty() { Ok(norm) } else { Err(faults) }
    }

    fn head(&self) -> Result<Provenance, crate::ProvenanceError> {
        let status = match (self.standing, &self.interpreted) {
            (NormStanding::Silent, _) => Status::Silent,
            (_, Some(_)) => Status::Interpreted,
            (_, None) => Status::Explicit,
        };
        let source = self.section.clone().map(|section| Source { document: self.document.clone(), section });
        Provenance::new(status, source, self.silent.clone().or_else(|| self.interpreted.clone()))
    }

    fn item(&self, item: &Item, place: &Place, faults: &mut Vec<(Place, NormFault)>) -> Option<NormItem> {
        let aspect = named(&self.aspects, &item.aspect, ("aspect", place.clone().then("aspect")), faults);
        let responsible = item
            .responsible
            .as_ref()
            .map(|actor| named(&self.actors, actor, ("actor", place.clone().then("responsible")), faults));
        let provenance = self.provenance(place, (&item.section, &item.document, &item.interpreted), faults);
        Some(NormItem {
            id: item.id.clone(),
            subject: item.subject.as_ref().unwrap_or(&item.id).clone(),
            aspect: aspect?,
            level: item.level,
            document_level: item.document_level,
            sectors: item.sectors.as_ref().unwrap_or(&self.sectors).clone(),
            obligation: Text::new(&item.nl, &item.en),
            responsible: match responsible {
                Some(actor) => Some(actor?),
                None => None,
            },
            statutory: item.statutory,
            provenance: provenance?,
            valid: item.valid,
        })
    }

    fn line(&self, line: &Line, place: &Place, faults: &mut Vec<(Place, NormFault)>) -> Option<AgendaItem> {
        let who = named(&self.actors, &line.who, ("actor", place.clone().then("who")), faults);
        let provenance = self.provenance(place, (&line.section, &line.document, &line.interpreted), faults);
        Some(AgendaItem {
            id: line.id.clone(),
            what: Text::new(&line.nl, &line.en),
            who: who?,
            term: line.term.clone(),
            until: line.until,
            provenance: provenance?,
        })
    }

    fn provenance(
        &self,
        place: &Place,
        (section, document, interpreted): (&str, &Option<String>, &Option<String>),
        faults: &mut Vec<(Place, NormFault)>,
    ) -> Option<Provenance> {
        let document = document.as_ref().unwrap_or(&self.document).clone();
        let source = Source { document, section: section.to_owned() };
        let status = interpreted.as_ref().map_or(Status::Explicit, |_| Status::Interpreted);
        let made = Provenance::new(status, Some(source), interpreted.clone());
        made.map_err(|error| faults.push((place.clone(), NormFault::Provenance(error)))).ok()
    }
}

/// What has that short name.
fn named(
    things: &Named<Text>,
    name: &str,
    (part, place): (&'static str, Place),
    faults: &mut Vec<(Place, NormFault)>,
) -> Option<Text> {
    let found = things.get(name).cloned();
    if found.is_none() {
        let known = things.names().map(str::to_owned).collect();
        let kind = DefinitionFaultKind::Unknown { part, id: name.to_owned(), known };
        faults.push((place, NormFault::Unknown(kind)));
    }
    found
}
