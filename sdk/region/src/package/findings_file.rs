//! `findings.toml`: what the region's documents get wrong, explained.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use swv_core::{Sector, Text};

/// `findings.toml`: explanations of places where a published figure does not
/// follow. The difference itself is always computed.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FindingsFile {
    /// The explanations.
    #[serde(default)]
    pub findings: Vec<FindingNote>,
}

/// The explanation of one finding.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FindingNote {
    /// The sector it is about.
    pub sector: Sector,
    /// The budget line or indicator it is about.
    pub line: String,
    /// The column or year it is about; none means all of them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub column: Option<String>,
    /// What kind of disagreement it is.
    pub kind: FindingKind,
    /// Why, in one sentence.
    pub explanation: Text,
}

impl FindingNote {
    /// Whether it is about that column or year.
    pub(crate) fn is_about(&self, column: &str) -> bool {
        self.column.as_deref().is_none_or(|only| only == column)
    }
}

/// What kind of disagreement a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum FindingKind {
    /// One unit in the last printed place: the document rounds.
    Rounding,
    /// A sum or difference that does not add up.
    Sum,
    /// A label or sign that says something else than the figures.
    Label,
    /// A percentage or ratio that does not follow.
    Percentage,
    /// Two tables that contradict each other.
    CrossTable,
    /// Two regions that state one national amount differently.
    CrossRegion,
    /// A text that contradicts a figure.
    Text,
}

impl FindingKind {
    /// Whether the difference is itself the finding, so that it needs one.
    pub fn is_computed(self) -> bool {
        matches!(self, FindingKind::Rounding | FindingKind::Sum | FindingKind::Percentage)
    }
}
