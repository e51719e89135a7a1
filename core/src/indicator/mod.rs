//! Key figures of a region, computed by its rules.

mod definition;

pub use definition::IndicatorDefinition;

use serde::{Deserialize, Serialize};

use crate::{BudgetFigures, Facts, Parameters, Sector, Value, Year};

/// What indicators are computed from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct IndicatorInput {
    /// The sector they describe.
    pub sector: Sector,
    /// The parameters that the plugin asked for.
    pub parameters: Parameters,
    /// The facts that the plugin asked for.
    pub facts: Facts,
    /// The amounts of the region's own computed budget.
    pub budget: BudgetFigures,
}

/// A value that a key figure was computed from, by its name.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Origin {
    /// A parameter, by its key.
    Parameter(String),
    /// A published figure, by its id.
    Fact(String),
    /// A line of the computed budget, by its id.
    BudgetLine(String),
}

impl Origin {
    /// The key or id.
    pub fn name(&self) -> &str {
        match self {
            Origin::Parameter(name) | Origin::Fact(name) | Origin::BudgetLine(name) => name,
        }
    }
}

/// A computed key figure in one year.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Indicator {
    /// Its id: one of the shared definitions, or one of the region's own
    /// published figures.
    pub id: String,
    /// The year it describes.
    pub year: Year,
    /// The value.
    pub value: Value,
    /// The rule that computed it.
    pub rule: String,
    /// What it was computed from.
    pub origins: Vec<Origin>,
}
