//! What a plugin is and what it needs.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{Provenance, RegionId, Sector, Text};

/// One rule of a region: a file in its plugin, a key in every result.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Rule {
    /// The key that results refer to.
    pub id: String,
    /// What the rule does, in a few words.
    pub title: Text,
    /// The document and section it comes from, and whether it is stated there
    /// or interpreted.
    pub provenance: Provenance,
}

/// A number per recipient that an allocation reads from a dataset.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Quantity {
    /// The column's name in a dataset.
    pub name: String,
    /// What it counts, and when.
    pub meaning: Text,
    /// Whether nothing can be allocated without it.
    pub required: bool,
}

/// What a plugin is and what it needs.
///
/// The host passes a plugin the parameters, facts and quantities named here
/// and no others; that is how it never sees what it is to reproduce.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Description {
    /// The region's id, as in its manifest.
    pub region: RegionId,
    /// The plugin's own version.
    #[schemars(with = "String")]
    pub version: semver::Version,
    /// The sectors it has rules for.
    pub sectors: Vec<Sector>,
    /// Its rules.
    pub rules: Vec<Rule>,
    /// Keys of the parameters it reads.
    pub parameters: Vec<String>,
    /// Ids of the published figures it starts from.
    pub facts: Vec<String>,
    /// Columns it reads from a dataset.
    pub quantities: Vec<Quantity>,
}
