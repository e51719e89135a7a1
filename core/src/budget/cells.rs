//! The cells of a budget, and what stands in them where there is no amount.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::{Money, MoneyError};

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

    /// The sum of the cells of the lines `plus`, less those of `less`.
    ///
    /// # Errors
    /// What `cell` gives, or that the sum is out of range.
    pub fn sum<E: From<MoneyError>>(
        plus: &[String],
        less: &[String],
        cell: impl Fn(&str) -> Result<Cell, E>,
    ) -> Result<Cell, E> {
        let mut sum = Cell::NotApplicable;
        for id in plus {
            sum = sum.checked_add(cell(id)?)?;
        }
        for id in less {
            sum = sum.checked_add(cell(id)?.checked_neg()?)?;
        }
        Ok(sum)
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

impl fmt::Display for Cell {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Cell::Amount(amount) => Money::from_cents(*amount).fmt(formatter),
            Cell::NotApplicable => formatter.write_str("not applicable"),
            Cell::Unknown => formatter.write_str("unknown"),
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
