//! A line of a budget, and how it comes about.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Cell;
use crate::Unit;

/// What a line of a budget is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum LineKind {
    /// Money that comes in.
    Income,
    /// Money that goes out.
    Expense,
    /// A sum of other lines.
    Subtotal,
    /// Income less expenses.
    Result,
    /// Own funds, or a part or limit of them.
    Reserve,
    /// An amount per pupil or a ratio.
    Rate,
}

/// How a line of a budget comes about, in the columns for which the document
/// does not state it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "kind", rename_all = "kebab-case", deny_unknown_fields)]
pub enum MadeOf {
    /// The document states it in every column.
    Stated,
    /// The document states it in every column, and the line's rule makes it in
    /// the years for which somebody supplied this parameter.
    StatedUnlessSupplied {
        /// The parameter's key.
        parameter: String,
    },
    /// A sum of other lines.
    Sum {
        /// The ids of the lines that are added up.
        plus: Vec<String>,
        /// The ids of the lines that are taken off.
        less: Vec<String>,
    },
    /// The value of a parameter.
    Parameter {
        /// The parameter's key.
        parameter: String,
    },
    /// The line's rule computes it.
    Rule,
}

impl MadeOf {
    /// Whether a function of the region's own has a part in it.
    pub fn needs_function(&self) -> bool {
        matches!(self, MadeOf::Rule | MadeOf::StatedUnlessSupplied { .. })
    }
}

/// A line of a budget as its region's rules receive it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    /// The line's id, as in the region's published budget.
    pub id: String,
    /// The rule that results name for it.
    pub rule: String,
    /// What its cells hold.
    pub unit: Unit,
    /// How it comes about.
    pub made_of: MadeOf,
    /// For each column what the document states: an amount, that the line does
    /// not exist there, or that there is an amount that it does not say. None
    /// where the line is to be computed: what the document prints there is
    /// withheld.
    pub given: Vec<Option<Cell>>,
}

impl Line {
    /// What the document states in a column; none where the line is computed.
    pub fn given(&self, column: usize) -> Option<Cell> {
        self.given.get(column).copied().flatten()
    }
}
