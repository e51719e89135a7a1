//! The laws that every computed budget keeps.

use super::{BudgetInput, BudgetTable, Cell, Cells, Line, MadeOf};
use crate::MoneyError;

/// A law of a budget that a result breaks.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BudgetFault {
    /// The columns are not those that were asked for.
    #[error("a budget has a cell for each column that was asked for: {asked} columns, and {found} came back")]
    Columns {
        /// How many were asked for.
        asked: usize,
        /// How many came back.
        found: usize,
    },
    /// The lines are not those that were asked for.
    #[error("a budget has the lines that were asked for, in their order: {asked}, and {found} came back in its place")]
    Lines {
        /// The line that was asked for.
        asked: String,
        /// What came back in its place.
        found: String,
    },
    /// A stated cell is not what the document states.
    #[error("what the document states comes back unchanged: {line} in {column} is {found}, and stated is {stated}")]
    Stated {
        /// The line.
        line: String,
        /// The column's id.
        column: String,
        /// What the document states.
        stated: Cell,
        /// What came back.
        found: Cell,
    },
    /// A sum is not the sum of its parts.
    #[error("a sum is the sum of its parts: {line} in {column} is {found}, and its parts make {parts}")]
    Sum {
        /// The line.
        line: String,
        /// The column's id.
        column: String,
        /// What its parts make together.
        parts: Cell,
        /// What came back.
        found: Cell,
    },
    /// A line that is a parameter has another value.
    #[error("a line that is a parameter has its value: {line} in {column} is {found}, and {parameter} is {value}")]
    Parameter {
        /// The line.
        line: String,
        /// The column's id.
        column: String,
        /// The parameter's key.
        parameter: String,
        /// Its value.
        value: Cell,
        /// What came back.
        found: Cell,
    },
    /// A sum is out of the range of amounts.
    #[error("{line} in {column}: {error}")]
    OutOfRange {
        /// The line.
        line: String,
        /// The column's id.
        column: String,
        /// What is out of range.
        error: MoneyError,
    },
}

impl BudgetInput {
    /// Whether a result keeps the laws of this budget: it has the lines and
    /// columns that were asked for, what is stated came back unchanged, each
    /// sum is the sum of its parts, and each parameter has its value.
    ///
    /// # Errors
    /// The first [`BudgetFault`], which names the law, the line and the column.
    pub fn check(&self, table: &BudgetTable) -> Result<(), BudgetFault> {
        let (asked, found) = (self.columns.len(), table.cells.columns());
        if asked != found {
            return Err(BudgetFault::Columns { asked, found });
        }
        let came_back = table.cells.lines();
        for at in 0..self.lines.len().max(came_back.len()) {
            let asked = self.lines.get(at).map_or("nothing", |line| &line.id);
            let found = came_back.get(at).map_or("nothing", String::as_str);
            if asked != found {
                return Err(BudgetFault::Lines { asked: asked.into(), found: found.into() });
            }
        }
        for line in &self.lines {
            let row = table.cells.row(&line.id).unwrap_or_default();
            for (column, found) in row.iter().enumerate() {
                self.check_cell(line, column, *found, &table.cells)?;
            }
        }
        Ok(())
    }

    fn check_cell(&self, line: &Line, column: usize, found: Cell, cells: &Cells) -> Result<(), BudgetFault> {
        let names = || (line.id.clone(), self.columns[column].id.clone());
        if let Some(stated) = line.given(column) {
            if stated != found && !self.gives_way(line, column) {
                let (line, column) = names();
                return Err(BudgetFault::Stated { line, column, stated, found });
            }
            return Ok(());
        }
        match &line.made_of {
            MadeOf::Sum { plus, less } => {
                let parts = Cell::sum(plus, less, |id| Ok(cells.get(id, column))).map_err(|error| {
                    let (line, column) = names();
                    BudgetFault::OutOfRange { line, column, error }
                })?;
                if parts != found {
                    let (line, column) = names();
                    return Err(BudgetFault::Sum { line, column, parts, found });
                }
            }
            MadeOf::Parameter { parameter } => {
                let value = self.parameters.money(parameter, self.columns[column].year);
                let value = value.map_or(Cell::Unknown, Cell::from);
                if value != found {
                    let (line, column) = names();
                    return Err(BudgetFault::Parameter { line, column, parameter: parameter.clone(), value, found });
                }
            }
            MadeOf::Stated | MadeOf::StatedUnlessSupplied { .. } | MadeOf::Rule => {}
        }
        Ok(())
    }

    /// Whether what the document states gives way to what somebody supplied:
    /// never in a column where the line does not exist.
    pub fn gives_way(&self, line: &Line, column: usize) -> bool {
        match (&line.made_of, self.columns.get(column)) {
            (MadeOf::StatedUnlessSupplied { parameter }, Some(of)) => {
                line.given(column) != Some(Cell::NotApplicable) && self.parameters.money(parameter, of.year).is_ok()
            }
            _ => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{CalendarYear, Column, ColumnKind, DatedValue, Facts, Money, Parameters, Sector, Unit, Value};

    fn line(id: &str, made_of: MadeOf, given: Option<Cell>) -> Line {
        Line { id: id.into(), rule: "regel".into(), unit: Unit::EuroCents, made_of, given: vec![given] }
    }

    fn input() -> BudgetInput {
        let year = CalendarYear::new(2024).unwrap().into();
        let sum = MadeOf::Sum { plus: vec!["baten".into()], less: vec!["huur".into(), "salarissen".into()] };
        let supplied = MadeOf::StatedUnlessSupplied { parameter: "bedrag".into() };
        BudgetInput {
            sector: Sector::Po,
            columns: vec![Column { id: "2024".into(), year, kind: ColumnKind::Budget }],
            lines: vec![
                line("resultaat", sum, None),
                line("baten", supplied, Some(Cell::Amount(100))),
                line("huur", MadeOf::Stated, Some(Cell::Amount(20))),
                line("salarissen", MadeOf::Parameter { parameter: "salaris".into() }, None),
            ],
            parameters: Parameters::default(),
            facts: Facts::default(),
        }
    }

    fn value(key: &str, cents: i64) -> DatedValue {
        let from = CalendarYear::new(2024).unwrap().first_day();
        DatedValue { key: key.into(), from, until: None, value: Value::Money(Money::from_cents(cents)) }
    }

    /// What the check says of these cells of the four lines.
    fn fault(parameters: &[DatedValue], cells: [Cell; 4]) -> String {
        let input = BudgetInput { parameters: Parameters::new(parameters.to_vec()), ..input() };
        let lines = input.lines.iter().map(|line| line.id.clone()).collect();
        let cells = Cells::from_parts(1, lines, cells.to_vec()).unwrap();
        let checked = input.check(&BudgetTable { cells, lacks: Vec::new() });
        checked.err().map(|fault| fault.to_string()).unwrap_or_default()
    }

    #[test]
    fn a_result_that_keeps_every_law_passes() {
        let [unknown, stated, huur] = [Cell::Unknown, Cell::Amount(100), Cell::Amount(20)];
        assert_eq!(fault(&[], [unknown, stated, huur, unknown]), "");
        let salaris = [value("salaris", 30)];
        assert_eq!(fault(&salaris, [Cell::Amount(50), stated, huur, Cell::Amount(30)]), "");
    }

    #[test]
    fn each_broken_law_is_named_with_line_column_and_amounts() {
        let [unknown, stated, huur] = [Cell::Unknown, Cell::Amount(100), Cell::Amount(20)];
        let sum = fault(&[value("salaris", 30)], [Cell::Amount(51), stated, huur, Cell::Amount(30)]);
        assert_eq!(sum, "a sum is the sum of its parts: resultaat in 2024 is 0.51, and its parts make 0.50");
        let invented = fault(&[], [Cell::Amount(80), stated, huur, unknown]);
        assert!(invented.ends_with("resultaat in 2024 is 0.80, and its parts make unknown"), "{invented}");
        let changed = fault(&[], [unknown, stated, Cell::Amount(21), unknown]);
        assert!(changed.contains("comes back unchanged: huur in 2024 is 0.21, and stated is 0.20"), "{changed}");
        let parameter = fault(&[], [Cell::Amount(79), stated, huur, Cell::Amount(1)]);
        assert!(parameter.contains("salarissen in 2024 is 0.01, and salaris is unknown"), "{parameter}");
    }

    #[test]
    fn what_is_stated_gives_way_to_what_somebody_supplied_and_to_nothing_else() {
        let [unknown, other, huur] = [Cell::Unknown, Cell::Amount(101), Cell::Amount(20)];
        assert!(fault(&[], [unknown, other, huur, unknown]).contains("baten in 2024 is 1.01"));
        assert_eq!(fault(&[value("bedrag", 1)], [unknown, other, huur, unknown]), "");
        let mut input = input();
        input.parameters = Parameters::new(vec![value("bedrag", 1)]);
        input.lines[1].given = vec![Some(Cell::NotApplicable)];
        assert!(!input.gives_way(&input.lines[1], 0), "the line does not exist there");
    }

    #[test]
    fn other_lines_or_columns_than_were_asked_for_are_refused() {
        let check = |columns: usize, lines: &[&str]| {
            let mut cells = Cells::new(columns);
            lines.iter().for_each(|line| cells.push(*line, Vec::new()));
            input().check(&BudgetTable { cells, lacks: Vec::new() }).unwrap_err().to_string()
        };
        let all = ["resultaat", "baten", "huur", "salarissen"];
        assert!(check(2, &all).contains("1 columns, and 2 came back"));
        assert!(check(1, &["resultaat", "huur", "baten", "salarissen"]).contains("baten, and huur came back"));
        assert!(check(1, &all[..3]).contains("salarissen, and nothing came back"));
        assert!(check(1, &["resultaat", "baten", "huur", "salarissen", "baten"]).contains("nothing, and baten"));
    }
}
