//! `synthetic.toml`: what a synthetic dataset of the region is made of.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use swv_core::{CalendarYear, RecipientKind, Sector};

/// `synthetic.toml`: what a synthetic dataset of the region is made of. It
/// holds no rule and no amount of the region: a total is one that the region
/// published, or is called assumed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SyntheticFile {
    /// The recipients to make where no real schools are given.
    #[serde(default)]
    pub recipients: Vec<SyntheticRecipients>,
    /// The counts to make, each after those that it refers to.
    #[serde(default)]
    pub quantities: Vec<SyntheticQuantity>,
    /// The attributes to make: each is so of as many recipients as `total`. Of
    /// real schools none is made: what they are is not made up.
    #[serde(default)]
    pub attributes: Vec<SyntheticQuantity>,
}

/// The recipients of one kind.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SyntheticRecipients {
    /// The sector in whose dataset they are.
    pub sector: Sector,
    /// Their kind.
    pub kind: RecipientKind,
    /// How many there are: a figure, a parameter or an assumption.
    pub number: SyntheticTotal,
}

/// A quantity of the region's rules, for the recipients of some kinds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SyntheticQuantity {
    /// The sector in whose dataset it is.
    pub sector: Sector,
    /// The quantity, as the plugin names it.
    pub name: String,
    /// The kinds of the recipients to whom a rule applies it.
    pub kinds: Vec<RecipientKind>,
    /// Only for recipients of which this attribute is so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub only: Option<String>,
    /// What their counts add up to.
    pub total: SyntheticTotal,
    /// The quantity to whose counts the total is divided in proportion; if not
    /// given, that of `within` or of a share, and else all count the same.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<String>,
    /// By how many per cent chance makes a recipient's part larger or smaller;
    /// 67 lets the largest be five times the smallest.
    #[serde(default = "usual_spread")]
    #[schemars(range(max = 99))]
    pub spread: u32,
    /// How many are given out together: 12 for whole years in months.
    #[serde(default = "one")]
    #[schemars(range(min = 1))]
    pub portion: u32,
    /// A quantity that a recipient's count does not exceed. Quantities that
    /// name the same one do not exceed it together.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub within: Option<String>,
    /// How many times the quantity of `within` it may be: months for a pupil.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub times: Option<Times>,
}

fn usual_spread() -> u32 {
    25
}

fn one() -> u32 {
    1
}

/// How many times: a number, or the key of a parameter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(untagged, expecting = "`times` is a whole number, or the key of a parameter between quotes")]
pub enum Times {
    /// So many times.
    Number(u32),
    /// As many times as this parameter says for the year.
    Parameter(String),
}

/// Where the total of a synthetic quantity comes from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub enum SyntheticTotal {
    /// A figure that the region published.
    Figure {
        /// Its id in `published/figures.toml`.
        id: String,
        /// The year of its value; if not given, the year before that of the
        /// money, in which pupils are counted.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        year: Option<CalendarYear>,
    },
    /// A parameter of the region, in the year of the money.
    Parameter {
        /// Its key in `parameters.toml`.
        key: String,
    },
    /// Made up, as the documents state no total.
    Assumed(u32),
    /// Made up: so many for each thousand of another quantity, rounded down.
    AssumedPerThousand {
        /// The other quantity.
        of: String,
        /// How many for each thousand of it.
        number: u32,
    },
    /// No total of its own: each recipient's count follows from its others.
    Counts {
        /// The quantities that are added.
        plus: Vec<String>,
        /// The quantities that are taken off, each `within` one that is added.
        #[serde(default)]
        minus: Vec<String>,
    },
}

impl SyntheticQuantity {
    /// The quantity in proportion to which it is divided, if any.
    pub(crate) fn weighed_by(&self) -> Option<&str> {
        let share = match &self.total {
            SyntheticTotal::AssumedPerThousand { of, .. } => Some(of),
            _ => None,
        };
        self.by.as_ref().or(self.within.as_ref()).or(share).map(String::as_str)
    }

    /// The quantities that must be there before it.
    pub(crate) fn needs(&self) -> Vec<&str> {
        let of_total = match &self.total {
            SyntheticTotal::AssumedPerThousand { of, .. } => vec![of.as_str()],
            SyntheticTotal::Counts { plus, minus } => plus.iter().chain(minus).map(String::as_str).collect(),
            _ => Vec::new(),
        };
        of_total.into_iter().chain(self.by.as_deref()).chain(self.within.as_deref()).collect()
    }
}
