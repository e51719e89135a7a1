//! Key figures of a region, computed by its rules.

mod definition;

pub use definition::{IndicatorDefinition, IndicatorUnit};

use serde::{Deserialize, Serialize};

use crate::{CalendarYear, Facts, Parameters, Sector, Value};

/// What indicators are computed from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct IndicatorInput {
    /// The sector they describe.
    pub sector: Sector,
    /// The parameters that the plugin asked for.
    pub parameters: Parameters,
    /// The facts that the plugin asked for, and each cell of the region's own
    /// computed budget under `budget/LINE`.
    pub facts: Facts,
}

/// A computed key figure in one year.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Indicator {
    /// Its id: one of the shared definitions, or one of the region's own
    /// published figures.
    pub id: String,
    /// The calendar year it describes.
    pub year: CalendarYear,
    /// The value.
    pub value: Value,
    /// The rule that computed it.
    pub rule: String,
    /// The parameters and facts it was computed from.
    pub inputs: Vec<String>,
}
