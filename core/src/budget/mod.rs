//! A multi-year budget: lines over columns, each with how it comes about.

mod cells;
mod law;
mod line;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{Facts, Lack, Parameters, Sector, Year};

pub use cells::{Cell, Cells};
pub use law::BudgetFault;
pub use line::{Line, LineKind, MadeOf};

/// What the figures of a column are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ColumnKind {
    /// What was planned before the year began.
    Budget,
    /// What was expected during the year.
    Forecast,
    /// What an approved annual account reports.
    AnnualAccount,
}

/// A column of a budget: a year, seen at some moment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Column {
    /// The column's id, such as `2024` or `2023-prognose`.
    pub id: String,
    /// The year it describes.
    pub year: Year,
    /// What its figures are.
    pub kind: ColumnKind,
}

/// What a budget is computed from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BudgetInput {
    /// The sector whose budget it is.
    pub sector: Sector,
    /// The columns.
    pub columns: Vec<Column>,
    /// The lines, in the order of the document, with what it states.
    pub lines: Vec<Line>,
    /// The parameters that the plugin asked for.
    pub parameters: Parameters,
    /// The facts that the plugin asked for.
    pub facts: Facts,
}

/// A computed budget: every line of its input, in its order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BudgetTable {
    /// The cells.
    pub cells: Cells,
    /// What would have to be known to fill the unknown cells.
    pub lacks: Vec<Lack>,
}
