//! How a synthetic dataset was made, so that it can be made again.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{CalendarYear, RecipientKind};

/// How a synthetic dataset was made: the same seed, region and year give the
/// same dataset again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Generation {
    /// The number from which every made-up count follows.
    pub seed: u32,
    /// The calendar year of the money for which it was made.
    pub year: CalendarYear,
    /// How many recipients of each kind were made; none where they were taken
    /// from a real dataset.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub recipients: Vec<GeneratedRecipients>,
    /// What the made-up counts add up to.
    pub totals: Vec<GeneratedTotal>,
}

/// How many recipients of a kind were made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct GeneratedRecipients {
    /// The kind.
    pub kind: RecipientKind,
    /// How many.
    pub number: u32,
    /// Where that number comes from.
    pub rests_on: TotalBasis,
}

/// What the made-up counts of a quantity add up to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct GeneratedTotal {
    /// The quantity.
    pub quantity: String,
    /// The kinds of recipients that it was divided over.
    pub kinds: Vec<RecipientKind>,
    /// The sum of their counts.
    pub total: u32,
    /// Where that sum comes from.
    pub rests_on: TotalBasis,
}

/// Where the total of a synthetic dataset comes from.
///
/// ```
/// use swv_core::TotalBasis;
///
/// let basis: TotalBasis = serde_json::from_str(r#"{ "figure": { "id": "leerlingen-regulier", "year": 2023 } }"#)?;
/// assert!(matches!(basis, TotalBasis::Figure { .. }));
/// assert_eq!(serde_json::to_string(&TotalBasis::Assumed)?, r#""assumed""#);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub enum TotalBasis {
    /// A figure that the region published.
    Figure {
        /// Its id.
        id: String,
        /// The year of its value.
        year: CalendarYear,
    },
    /// A parameter of the region's rules.
    Parameter {
        /// Its key.
        key: String,
    },
    /// Nothing: the total is made up as well.
    Assumed,
    /// Other counts of the same recipients.
    Counts,
}
