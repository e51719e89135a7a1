//! `published/budget-*.toml`: a budget table as the region published it.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use swv_core::{Cell, Column, ColumnKind, LineKind, Money, Sector, Unit, Year};

use std::collections::BTreeMap;

/// A budget table as the region published it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct BudgetFile {
    /// The sector whose budget it is.
    pub sector: Sector,
    /// Whether it is the table in detail or a summary of it.
    pub table: BudgetTableKind,
    /// The document it stands in.
    pub document: String,
    /// The chapter or annex.
    pub section: String,
    /// The rules that results name for lines that none of their own makes.
    #[serde(default, skip_serializing_if = "LineRules::is_empty")]
    pub rules: LineRules,
    /// Its columns.
    pub columns: Vec<PublishedColumn>,
    /// Its lines, in the order of the document.
    pub lines: Vec<PublishedLine>,
}

/// Which of a document's tables it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum BudgetTableKind {
    /// The table with every line.
    Detail,
    /// A summary of the same budget.
    Summary,
}

/// The rules that results name for lines that none of their own makes.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LineRules {
    /// For a line that the document states.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stated: Option<String>,
    /// For a sum.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sum: Option<String>,
    /// For a sum that takes lines off.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub difference: Option<String>,
}

impl LineRules {
    fn is_empty(&self) -> bool {
        *self == LineRules::default()
    }
}

/// A column of a published budget.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PublishedColumn {
    /// Its id, to which `values` refer.
    pub id: String,
    /// The year it describes, of the calendar or of school.
    pub year: Year,
    /// What its figures are.
    pub kind: ColumnKind,
    /// Its heading.
    pub label: String,
}

/// A line of a published budget. The document states it, unless `sum`, `rule`
/// or `parameter` says what makes it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PublishedLine {
    /// Its id.
    pub id: String,
    /// Its label in the document.
    pub label: String,
    /// The block of the table it stands in.
    pub group: String,
    /// Its place in the table.
    pub section: String,
    /// What it is.
    pub kind: LineKind,
    /// What its values are: `euro`, or `factor` for a ratio of at most two
    /// decimals.
    #[serde(default = "euro")]
    pub unit: Unit,
    /// The lines of this table that it is the sum of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sum: Option<Vec<String>>,
    /// The lines of this table that are taken off from that sum.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub less: Vec<String>,
    /// The rule that makes it, by its id in results.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rule: Option<String>,
    /// The parameter that it is: an amount that the document does not print
    /// and somebody may supply, or one that `parameters.toml` has. The line is
    /// unknown while the parameter is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parameter: Option<String>,
    /// The parameter for which what the document states gives way: in the
    /// years for which it has a value, `rule` makes the line.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stated_unless_supplied: Option<String>,
    /// The columns in which the document states a line that is made otherwise
    /// in the others.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub stated: Vec<String>,
    /// The columns in which the line does not exist.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub not_in: Vec<String>,
    /// Its values by column. A column that is not here is empty in the
    /// document.
    #[serde(default)]
    pub values: BTreeMap<String, String>,
    /// What an empty cell means: that the line does not apply, or that the
    /// document keeps an amount to itself.
    #[serde(default)]
    pub empty: EmptyCell,
    /// The national amount of which it is a whole number of pupils' worth, where
    /// the document says that pupils make the line: a name that regions share.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub national: Option<String>,
    /// The allocation rule for which the document calls this amount the most
    /// that there is room for. A result above it says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub room_for: Option<String>,
    /// What is odd about the line, in our own words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

fn euro() -> Unit {
    Unit::Euro
}

/// What an empty cell of a published table means.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum EmptyCell {
    /// The line does not apply in that column.
    #[default]
    NotApplicable,
    /// There is an amount, but the document does not say which.
    Unknown,
}

impl PublishedLine {
    /// What its cells hold.
    pub fn cell_unit(&self) -> Unit {
        match self.unit {
            Unit::Factor => Unit::Hundredths,
            _ => Unit::EuroCents,
        }
    }

    /// The published cell in a column. A ratio is read like an amount: its two
    /// decimals are hundredths as those of a euro are cents.
    pub fn cell(&self, column: &str) -> Cell {
        match (self.values.get(column).map(|value| Money::parse_decimal(value)), self.empty) {
            (Some(Ok(amount)), _) => Cell::Amount(amount.cents()),
            (None, EmptyCell::NotApplicable) => Cell::NotApplicable,
            (None, EmptyCell::Unknown) | (Some(Err(_)), _) => Cell::Unknown,
        }
    }
}

impl BudgetFile {
    /// The columns, as rules receive them.
    pub fn columns(&self) -> Vec<Column> {
        let column = |published: &PublishedColumn| Column {
            id: published.id.clone(),
            year: published.year,
            kind: published.kind,
        };
        self.columns.iter().map(column).collect()
    }

    /// The line of that id.
    pub fn line(&self, id: &str) -> Option<&PublishedLine> {
        self.lines.iter().find(|line| line.id == id)
    }

    /// The column of that id.
    pub(crate) fn column(&self, id: &str) -> Option<&PublishedColumn> {
        self.columns.iter().find(|column| column.id == id)
    }

    pub(crate) fn check(&self) -> Result<(), String> {
        for (index, column) in self.columns.iter().enumerate() {
            if self.columns[..index].iter().any(|earlier| earlier.id == column.id) {
                return Err(format!("columns[{index}]: id {:?} stands there twice", column.id));
            }
        }
        for (index, line) in self.lines.iter().enumerate() {
            let place = |message: String| format!("lines[{index}] ({}): {message}", line.id);
            if self.lines[..index].iter().any(|earlier| earlier.id == line.id) {
                return Err(place("this id stands there twice".into()));
            }
            if !matches!(line.unit, Unit::Euro | Unit::Factor) {
                return Err(place(format!("unit: {} is none for a budget line; write `euro` or `factor`", line.unit)));
            }
            for (column, value) in &line.values {
                if !self.columns.iter().any(|known| known.id == *column) {
                    return Err(place(format!("has a value in column {column:?}, which `columns` does not name")));
                }
                Money::parse_decimal(value).map_err(|error| place(format!("column {column}: {error}")))?;
            }
        }
        self.check_structure().map_err(|(line, fault)| {
            let index = self.lines.iter().position(|found| found.id == line.id).unwrap_or_default();
            format!("lines[{index}] ({}): {fault}", line.id)
        })
    }
}
