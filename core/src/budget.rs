//! A multi-year budget: lines over columns, stated or computed.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{Facts, Lack, Money, MoneyError, Parameters, Sector, Year};

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

/// What the cells of a line hold.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum LineUnit {
    /// Whole euro cents.
    #[default]
    EuroCents,
    /// Hundredths of a plain number, for a ratio.
    Hundredths,
}

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

/// A line of a budget as its region's rules see it.
///
/// In a *stated* column the figure is input from the document. In any other it
/// is the plugin's own work, and the host withholds what the document prints.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    /// The line's id, as in the region's published budget.
    pub id: String,
    /// The rule that makes it.
    pub rule: String,
    /// What its cells hold.
    pub unit: LineUnit,
    /// The ids of the columns in which it is stated.
    pub stated: Vec<String>,
}

/// What a budget is computed from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BudgetInput {
    /// The sector whose budget it is.
    pub sector: Sector,
    /// The columns.
    pub columns: Vec<Column>,
    /// The cells of the stated lines; those that are not stated are unknown.
    pub stated: Cells,
    /// The parameters that the plugin asked for.
    pub parameters: Parameters,
    /// The facts that the plugin asked for.
    pub facts: Facts,
}

/// A cell of a budget: an amount in the line's unit, or the reason that there
/// is none. Neither reason is zero.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Cell {
    /// Cents, or hundredths for a ratio.
    Amount(i64),
    /// The line does not exist in this column.
    NotApplicable,
    /// There is an amount, but nobody has said which.
    Unknown,
}

impl Cell {
    /// The amount, if there is one.
    pub fn amount(self) -> Option<i64> {
        match self {
            Cell::Amount(amount) => Some(amount),
            Cell::NotApplicable | Cell::Unknown => None,
        }
    }

    /// The amount as money, for a line in cents.
    pub fn money(self) -> Option<Money> {
        self.amount().map(Money::from_cents)
    }

    /// Adds a cell to a sum: what does not apply adds nothing, and what is
    /// unknown makes the sum unknown.
    ///
    /// ```
    /// use swv_core::Cell;
    ///
    /// assert_eq!(Cell::Amount(2).checked_add(Cell::NotApplicable)?, Cell::Amount(2));
    /// assert_eq!(Cell::Amount(2).checked_add(Cell::Unknown)?, Cell::Unknown);
    /// assert_eq!(Cell::NotApplicable.checked_add(Cell::NotApplicable)?, Cell::NotApplicable);
    /// # Ok::<(), swv_core::MoneyError>(())
    /// ```
    ///
    /// # Errors
    /// [`MoneyError`] when the sum is out of range.
    pub fn checked_add(self, other: Cell) -> Result<Cell, MoneyError> {
        Ok(match (self, other) {
            (Cell::Unknown, _) | (_, Cell::Unknown) => Cell::Unknown,
            (Cell::NotApplicable, cell) | (cell, Cell::NotApplicable) => cell,
            (Cell::Amount(a), Cell::Amount(b)) => {
                Cell::Amount(Money::from_cents(a).checked_add(Money::from_cents(b))?.cents())
            }
        })
    }

    /// The cell with its sign turned, for what a sum takes off.
    ///
    /// # Errors
    /// [`MoneyError`] when the result is out of range.
    pub fn checked_neg(self) -> Result<Cell, MoneyError> {
        match self {
            Cell::Amount(amount) => Ok(Cell::Amount(Money::from_cents(amount).checked_neg()?.cents())),
            cell => Ok(cell),
        }
    }
}

impl From<Money> for Cell {
    fn from(amount: Money) -> Cell {
        Cell::Amount(amount.cents())
    }
}

/// Named rows of cells over the columns of a budget.
///
/// ```
/// use swv_core::{Cell, Cells};
///
/// let mut cells = Cells::new(2);
/// cells.push("lichte-ondersteuning", vec![Cell::Amount(7_412_301_00), Cell::NotApplicable]);
/// assert_eq!(cells.get("lichte-ondersteuning", 0), Cell::Amount(7_412_301_00));
/// assert_eq!(cells.get("zware-ondersteuning", 0), Cell::Unknown);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "UncheckedCells")]
pub struct Cells {
    columns: usize,
    lines: Vec<String>,
    cells: Vec<Cell>,
}

#[derive(Deserialize)]
struct UncheckedCells {
    columns: usize,
    lines: Vec<String>,
    cells: Vec<Cell>,
}

impl TryFrom<UncheckedCells> for Cells {
    type Error = &'static str;

    fn try_from(cells: UncheckedCells) -> Result<Cells, &'static str> {
        Cells::from_parts(cells.columns, cells.lines, cells.cells)
            .ok_or("there is not one cell for each line and column")
    }
}

impl Cells {
    /// No rows yet, over this many columns.
    pub fn new(columns: usize) -> Cells {
        Cells { columns, lines: Vec::new(), cells: Vec::new() }
    }

    /// The rows as they cross the plugin boundary: names, and cells row by
    /// row. `None` when the lengths do not agree.
    pub fn from_parts(columns: usize, lines: Vec<String>, cells: Vec<Cell>) -> Option<Cells> {
        (lines.len().checked_mul(columns) == Some(cells.len())).then_some(Cells { columns, lines, cells })
    }

    /// Adds a row; one that is too short is filled with unknown cells, and one
    /// that is too long is cut.
    pub fn push(&mut self, line: impl Into<String>, mut row: Vec<Cell>) {
        row.resize(self.columns, Cell::Unknown);
        self.lines.push(line.into());
        self.cells.append(&mut row);
    }

    /// The number of columns.
    pub fn columns(&self) -> usize {
        self.columns
    }

    /// The names of the rows, in order.
    pub fn lines(&self) -> &[String] {
        &self.lines
    }

    /// All cells, row by row.
    pub fn cells(&self) -> &[Cell] {
        &self.cells
    }

    /// The cells of one row, if there is one of that name.
    pub fn row(&self, line: &str) -> Option<&[Cell]> {
        let row = self.lines.iter().position(|name| name == line)?;
        self.cells.get(row * self.columns..(row + 1) * self.columns)
    }

    /// One cell; unknown where there is no such row or column.
    pub fn get(&self, line: &str, column: usize) -> Cell {
        self.row(line).and_then(|row| row.get(column)).copied().unwrap_or(Cell::Unknown)
    }
}

/// A computed budget: every line of the outline, in its order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BudgetTable {
    /// The cells.
    pub cells: Cells,
    /// What would have to be known to fill the unknown cells.
    pub lacks: Vec<Lack>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_whose_lengths_disagree_are_refused() {
        assert!(Cells::from_parts(2, vec!["a".into()], vec![Cell::Amount(1)]).is_none());
        assert!(Cells::from_parts(usize::MAX, vec!["a".into(), "b".into()], vec![]).is_none());
        assert!(Cells::from_parts(1, vec!["a".into()], vec![Cell::Amount(1)]).is_some());
    }

    #[test]
    fn a_short_row_is_unknown_at_its_end() {
        let mut cells = Cells::new(3);
        cells.push("a", vec![Cell::Amount(1)]);
        assert_eq!(cells.row("a"), Some(&[Cell::Amount(1), Cell::Unknown, Cell::Unknown][..]));
    }
}
