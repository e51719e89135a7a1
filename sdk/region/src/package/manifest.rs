//! `manifest.toml`: what a region is and which plugin computes it.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use swv_core::{HolidayRegion, Provenance, RegionId, Sector, Subset, SwvNumber, Text};

use crate::Digest;

/// `manifest.toml`: what a region is and which plugin computes it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Manifest {
    /// The region's id.
    pub id: RegionId,
    /// The name by which people know it.
    pub name: String,
    /// Its numbers, one a sector.
    pub swv: Vec<SwvEntry>,
    /// The period of its support plan (ondersteuningsplan).
    pub plan: PlanPeriod,
    /// The region by which its school holidays are spread, where known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub holiday_region: Option<HolidayRegionEntry>,
    /// The documents that its rules and figures come from.
    pub documents: Vec<Document>,
    /// What they are silent on as a whole, so that there is no rule for it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub silences: Vec<Silence>,
    /// Which quantities of a dataset are part of another, so that they are
    /// never more.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub subsets: Vec<Subset>,
    /// Its plugin; written by `swv plugin build`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub plugin: Option<PluginEntry>,
}

/// The number under which a region is registered for one sector.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SwvEntry {
    /// The number.
    pub number: SwvNumber,
    /// The sector, which the number begins with.
    pub sector: Sector,
    /// Where the number is found.
    pub provenance: Provenance,
}

/// The period that a support plan covers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PlanPeriod {
    /// The first day.
    #[schemars(with = "String")]
    pub from: Date,
    /// The last day.
    #[schemars(with = "String")]
    pub to: Date,
    /// Where the period is found.
    pub provenance: Provenance,
}

impl PlanPeriod {
    /// That a day lies outside the plan, whose rules have no days of their own;
    /// none for a day within it.
    pub fn outside(&self, day: Date) -> Option<Text> {
        let PlanPeriod { from, to, .. } = self;
        (day < *from || *to < day).then(|| {
            Text::new(
                format!("{day} ligt buiten het plan, van {from} tot en met {to}; gevolgd zijn de regels van dat plan"),
                format!("{day} lies outside the plan, from {from} until {to}; the rules of that plan are followed"),
            )
        })
    }
}

/// Something that a region's documents are silent on as a whole: no rule, no
/// amount, and no parameter that could stand in for one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Silence {
    /// What there is no rule for, in one sentence.
    pub about: Text,
    /// The procedures that it leaves open, where it is of procedures.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub procedures: Vec<String>,
    /// Whether something of a case cannot be tested for it, so that none of
    /// those procedures can be called in order.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub untested: bool,
    /// The sectors that it is of; none is every one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sectors: Vec<Sector>,
    /// Where it would have stood: always `silent`.
    pub provenance: Provenance,
}

impl Silence {
    /// Whether it leaves that procedure open in that sector.
    pub fn is_of_procedure(&self, procedure: &str, sector: Sector) -> bool {
        let of_sector = self.sectors.is_empty() || self.sectors.contains(&sector);
        of_sector && self.procedures.iter().any(|of| of == procedure)
    }

    /// Whether it is of no procedure but of the money of a region.
    pub fn is_of_money(&self) -> bool {
        self.procedures.is_empty()
    }
}

/// The region by which school holidays are spread.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct HolidayRegionEntry {
    /// The region.
    pub region: HolidayRegion,
    /// Where that is found.
    pub provenance: Provenance,
}

/// A document that rules and figures come from.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Document {
    /// The id that sources refer to.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Who published it.
    pub publisher: String,
}

/// The plugin that computes a region.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PluginEntry {
    /// The plugin's own version.
    #[schemars(with = "String")]
    pub version: semver::Version,
    /// What packages named when the interface had one version; the plugin says
    /// itself what it speaks.
    #[serde(default, skip_serializing)]
    #[schemars(skip)]
    pub interface: Option<String>,
    /// The digest of `plugin.wasm`.
    pub digest: Digest,
    /// The digest of the sources it was built from.
    pub source_digest: Digest,
    /// The compiler that built it.
    pub compiler: String,
}
