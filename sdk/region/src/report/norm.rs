//! What a region says of basisondersteuning.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use swv_core::procedure::Applies;
use swv_core::{
    AgendaItem, Capability, Norm, NormItem, NormLevel, NormStanding, Provenance, RegionId, Sector, Source, Status,
    Text, Validity,
};

use crate::{Region, RegionError};

/// What a region says of basisondersteuning.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct NormReport {
    /// The region.
    pub region: RegionId,
    /// The sector.
    pub sector: Sector,
    /// The sectors that the region has; each has a norm of its own.
    pub region_sectors: Vec<Sector>,
    /// Which of the region's rules these are, and why those.
    pub applies: Applies,
    /// Whether it sets a norm.
    pub status: NormStanding,
    /// What it chooses and why.
    pub explanation: Text,
    /// Where that stands.
    pub source: Option<Source>,
    /// How that follows, or why the region is silent.
    pub reasoning: Option<String>,
    /// What it says of a school, in the order of the document.
    pub items: Vec<NormReportItem>,
    /// What is due when, in the order of the document.
    pub agenda: Vec<NormReportAgenda>,
}

/// One thing that a norm says of a school.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct NormReportItem {
    /// Its id.
    pub id: String,
    /// The shared subject it is about.
    pub subject: String,
    /// The part of the norm it stands in.
    pub aspect: Text,
    /// How firmly a school is held to it.
    pub level: NormLevel,
    /// The number that the document gives the level.
    pub document_level: Option<u8>,
    /// The sector of the norm.
    pub sector: Sector,
    /// All sectors that it holds for.
    pub sectors: Vec<Sector>,
    /// What the school does.
    pub obligation: Text,
    /// Who is responsible, where the document names someone.
    pub responsible: Option<Text>,
    /// Whether the document calls it an obligation by law.
    pub statutory: bool,
    /// Whether it is stated or interpreted.
    pub status: Status,
    /// Where it stands.
    pub source: Option<Source>,
    /// How it follows from what the document states.
    pub reasoning: Option<String>,
}

/// Something to be done to bring the norm about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct NormReportAgenda {
    /// Its id.
    pub id: String,
    /// What is to be done.
    pub what: Text,
    /// Who it is for or who does it.
    pub who: Text,
    /// The term as the document prints it; null where it prints none.
    pub term: Option<String>,
    /// The last day of the term; null where none can be read from it.
    #[schemars(with = "Option<String>")]
    pub until: Option<Date>,
    /// Whether the last day is stated or interpreted.
    pub status: Status,
    /// Where it stands.
    pub source: Option<Source>,
    /// How the last day follows from the term.
    pub reasoning: Option<String>,
}

impl Region {
    /// Its norms, of all sectors and days, their sources checked against the
    /// manifest.
    pub(crate) fn norms(&self) -> Result<&[Norm], RegionError> {
        self.norms.get(|| norms(self)).map(Vec::as_slice)
    }

    /// What the region says of basisondersteuning in a sector: the newest of
    /// its norms.
    ///
    /// # Errors
    /// As for [`Region::budget`]; [`RegionError::Disagreement`] when the norm
    /// cites a document that the package does not name.
    pub fn norm(&self, sector: Sector) -> Result<NormReport, RegionError> {
        self.require(Some(Capability::Norm), sector)?;
        norm_report(self, sector, None)
    }

    /// What the region says of basisondersteuning in a sector on a day.
    ///
    /// # Errors
    /// As for [`Region::norm`].
    pub fn norm_on(&self, sector: Sector, day: Date) -> Result<NormReport, RegionError> {
        self.require(Some(Capability::Norm), sector)?;
        norm_report(self, sector, Some(day))
    }
}

/// The norms that the plugin states, their sources checked against the
/// manifest.
fn norms(region: &Region) -> Result<Vec<Norm>, RegionError> {
    let norms = region.plugin().norms()?;
    let documents = &region.package().manifest.documents;
    let unknown = |provenance: &Provenance| {
        let cited = provenance.source().map(|source| source.document.clone());
        cited.filter(|cited| !documents.iter().any(|document| document.id == *cited))
    };
    for norm in &norms {
        let places = std::iter::once(("norm", &norm.provenance))
            .chain(norm.items.iter().map(|item| (item.id.as_str(), &item.provenance)))
            .chain(norm.agenda.iter().map(|line| (line.id.as_str(), &line.provenance)));
        for (place, provenance) in places {
            if let Some(cited) = unknown(provenance) {
                let message =
                    format!("the norm's {place} cites the document {cited:?}, which `documents` does not name");
                return Err(RegionError::Disagreement { place: region.package().manifest_place(), message });
            }
        }
    }
    Ok(norms)
}

/// The norm of a sector as it holds on a day, or else the newest, with which
/// rules those are.
pub(crate) fn norm_of(region: &Region, sector: Sector, on: Option<Date>) -> Result<(Norm, Applies), RegionError> {
    let of_sector: Vec<&Norm> = region.norms()?.iter().filter(|norm| norm.sectors.contains(&sector)).collect();
    let newest = || Some(Validity::newest(of_sector.iter().map(|norm| norm.valid))?.last_day());
    let none = || RegionError::NoNorm { region: region.id().clone(), sector };
    let day = on.or_else(newest).ok_or_else(none)?;
    let holds = of_sector.iter().find(|norm| norm.valid.contains(day));
    let nearest = || of_sector.iter().min_by_key(|norm| norm.valid.days_from(day));
    let version = holds.or_else(nearest).ok_or_else(none)?;
    let outside = match (on, holds) {
        (Some(day), Some(version)) if version.valid.is_always() => region.package().manifest.plan.outside(day),
        (_, Some(_)) => None,
        (_, None) => Some(Applies::none_on(day, version.valid)),
    };
    let changes = std::iter::once(version.valid).chain(version.items.iter().map(|item| item.valid));
    let valid = Validity::between_changes(changes, day);
    Ok((version.of(sector, day), Applies { on, because: Applies::asked(on), valid, outside }))
}

fn norm_report(region: &Region, sector: Sector, on: Option<Date>) -> Result<NormReport, RegionError> {
    let (norm, applies) = norm_of(region, sector, on)?;
    let line = |line: &AgendaItem| NormReportAgenda {
        id: line.id.clone(),
        what: line.what.clone(),
        who: line.who.clone(),
        term: line.term.clone(),
        until: line.until,
        status: line.provenance.status(),
        source: line.provenance.source().cloned(),
        reasoning: line.provenance.reasoning().map(str::to_owned),
    };
    Ok(NormReport {
        region: region.id().clone(),
        sector,
        region_sectors: region.package().manifest.swv.iter().map(|entry| entry.sector).collect(),
        applies,
        status: norm.standing,
        explanation: norm.explanation.clone(),
        source: norm.provenance.source().cloned(),
        reasoning: norm.provenance.reasoning().map(str::to_owned),
        items: norm.items.iter().map(|item| item_of(item, sector)).collect(),
        agenda: norm.agenda.iter().map(line).collect(),
    })
}

fn item_of(item: &NormItem, sector: Sector) -> NormReportItem {
    NormReportItem {
        id: item.id.clone(),
        subject: item.subject.clone(),
        aspect: item.aspect.clone(),
        level: item.level,
        document_level: item.document_level,
        sector,
        sectors: item.sectors.clone(),
        obligation: item.obligation.clone(),
        responsible: item.responsible.clone(),
        statutory: item.statutory,
        status: item.provenance.status(),
        source: item.provenance.source().cloned(),
        reasoning: item.provenance.reasoning().map(str::to_owned),
    }
}
