//! A multi-year budget.

use swv_core::{BudgetInput, BudgetTable, Cell, Cells, Column, ColumnKind, Invalid, Line, MadeOf, Text, Unit};

use crate::cross::{Cross, enumeration, fallible, infallible, record};
use crate::wit::budget as wit;

enumeration!(wit::ColumnKind = ColumnKind { Budget, Forecast, AnnualAccount });
impl Cross<Unit> for wit::LineUnit {
    fn cross(self) -> Result<Unit, Invalid> {
        Ok(match self {
            wit::LineUnit::EuroCents => Unit::EuroCents,
            wit::LineUnit::Hundredths => Unit::Hundredths,
        })
    }
}

impl Cross<wit::LineUnit> for Unit {
    fn cross(self) -> Result<wit::LineUnit, Invalid> {
        match self {
            Unit::EuroCents => Ok(wit::LineUnit::EuroCents),
            Unit::Hundredths => Ok(wit::LineUnit::Hundredths),
            other => Err(Invalid {
                place: String::new(),
                value: other.to_string(),
                rule: Text::new(
                    "een begrotingspost is in eurocenten of in honderdsten",
                    "a budget line is in euro cents or in hundredths",
                ),
            }),
        }
    }
}
record!(wit::Column = Column { id, year => cross, kind => cross });
record!(wit::Line = Line { id, rule, unit => cross, made_of => cross, given => cross });
record!(wit::BudgetInput = BudgetInput {
    sector => cross,
    columns => cross,
    lines => cross,
    parameters => cross,
    facts => cross,
});
record!(wit::BudgetTable = BudgetTable { cells => cross, lacks => cross });

impl From<wit::MadeOf> for MadeOf {
    fn from(given: wit::MadeOf) -> MadeOf {
        match given {
            wit::MadeOf::Stated => MadeOf::Stated,
            wit::MadeOf::StatedUnlessSupplied(parameter) => MadeOf::StatedUnlessSupplied { parameter },
            wit::MadeOf::Sum(wit::Sum { plus, less }) => MadeOf::Sum { plus, less },
            wit::MadeOf::Parameter(parameter) => MadeOf::Parameter { parameter },
            wit::MadeOf::Rule => MadeOf::Rule,
        }
    }
}

impl From<MadeOf> for wit::MadeOf {
    fn from(given: MadeOf) -> wit::MadeOf {
        match given {
            MadeOf::Stated => wit::MadeOf::Stated,
            MadeOf::StatedUnlessSupplied { parameter } => wit::MadeOf::StatedUnlessSupplied(parameter),
            MadeOf::Sum { plus, less } => wit::MadeOf::Sum(wit::Sum { plus, less }),
            MadeOf::Parameter { parameter } => wit::MadeOf::Parameter(parameter),
            MadeOf::Rule => wit::MadeOf::Rule,
        }
    }
}

infallible!(wit::MadeOf, MadeOf);

impl From<wit::Cell> for Cell {
    fn from(given: wit::Cell) -> Cell {
        match given {
            wit::Cell::Amount(amount) => Cell::Amount(amount),
            wit::Cell::NotApplicable => Cell::NotApplicable,
            wit::Cell::Unknown => Cell::Unknown,
        }
    }
}

impl From<Cell> for wit::Cell {
    fn from(given: Cell) -> wit::Cell {
        match given {
            Cell::Amount(amount) => wit::Cell::Amount(amount),
            Cell::NotApplicable => wit::Cell::NotApplicable,
            Cell::Unknown => wit::Cell::Unknown,
        }
    }
}

infallible!(wit::Cell, Cell);

impl TryFrom<wit::Cells> for Cells {
    type Error = Invalid;

    fn try_from(given: wit::Cells) -> Result<Cells, Invalid> {
        let (columns, lines, count) = (given.columns, given.lines.len(), given.cells.len());
        Cells::from_parts(given.columns.cross()?, given.lines, given.cells.cross()?).ok_or_else(|| Invalid {
            place: String::new(),
            value: format!("{count} cells for {lines} lines and {columns} columns"),
            rule: Text::new("er is een cel voor elke regel en kolom", "there is one cell for each line and column"),
        })
    }
}

impl TryFrom<Cells> for wit::Cells {
    type Error = Invalid;

    fn try_from(given: Cells) -> Result<wit::Cells, Invalid> {
        Ok(wit::Cells {
            columns: given.columns().cross()?,
            lines: given.lines().to_vec(),
            cells: given.cells().to_vec().cross()?,
        })
    }
}

fallible!(wit::Cells, Cells);
