//! A budget written as a list of lines, each with its formula.

use std::cell::RefCell;

use swv_core::{BudgetInput, BudgetTable, Cell, Cells, Column, Failure, Lack, Line, LineUnit, Money, Needed, Text};

/// How a line of a budget comes about in the columns where it is not stated.
enum Formula {
    /// The document states it.
    Stated,
    /// The document states it, and what a user supplied may take its place.
    StatedUnless(fn(&BudgetSheet<'_>, usize) -> Result<Option<Cell>, Failure>),
    /// A sum of other lines; those after the `-` are taken off.
    Sum(&'static [&'static str], &'static [&'static str]),
    /// A parameter; unknown where it is missing.
    Parameter(&'static str),
    /// A rule of the region's own.
    Rule(fn(&BudgetSheet<'_>, usize) -> Result<Cell, Failure>),
}

/// A line of a region's budget and how it comes about.
pub struct BudgetLine {
    id: &'static str,
    rule: &'static str,
    unit: LineUnit,
    formula: Formula,
    stated_in: &'static [&'static str],
    not_in: &'static [&'static str],
}

impl BudgetLine {
    /// A line that the document states in every column.
    pub const fn stated(id: &'static str) -> BudgetLine {
        BudgetLine::new(id, "vastgesteld-bedrag", Formula::Stated)
    }

    /// A line that the document states, and that `rule` computes where a user
    /// supplied what it takes; where `formula` gives nothing, the stated amount
    /// stands. A column in which the line does not exist has none either way.
    pub const fn stated_unless(
        id: &'static str,
        rule: &'static str,
        formula: fn(&BudgetSheet<'_>, usize) -> Result<Option<Cell>, Failure>,
    ) -> BudgetLine {
        BudgetLine::new(id, rule, Formula::StatedUnless(formula))
    }

    /// The sum of `plus`.
    pub const fn sum(id: &'static str, plus: &'static [&'static str]) -> BudgetLine {
        BudgetLine::new(id, "optelling", Formula::Sum(plus, &[]))
    }

    /// The sum of `plus` less the sum of `minus`.
    pub const fn difference(
        id: &'static str,
        plus: &'static [&'static str],
        minus: &'static [&'static str],
    ) -> BudgetLine {
        BudgetLine::new(id, "verschil", Formula::Sum(plus, minus))
    }

    /// A line whose amount is a parameter: one that the document is silent on
    /// and a user may supply.
    pub const fn parameter(id: &'static str, rule: &'static str, key: &'static str) -> BudgetLine {
        BudgetLine::new(id, rule, Formula::Parameter(key))
    }

    /// A line that `rule` makes by a formula of the region's own.
    pub const fn by_rule(
        id: &'static str,
        rule: &'static str,
        formula: fn(&BudgetSheet<'_>, usize) -> Result<Cell, Failure>,
    ) -> BudgetLine {
        BudgetLine::new(id, rule, Formula::Rule(formula))
    }

    const fn new(id: &'static str, rule: &'static str, formula: Formula) -> BudgetLine {
        BudgetLine { id, rule, unit: LineUnit::EuroCents, formula, stated_in: &[], not_in: &[] }
    }
}

impl BudgetLine {
    /// States the line in these columns; its formula makes the others.
    pub const fn stated_in(mut self, columns: &'static [&'static str]) -> BudgetLine {
        self.stated_in = columns;
        self
    }

    /// The line does not exist in these columns.
    pub const fn not_in(mut self, columns: &'static [&'static str]) -> BudgetLine {
        self.not_in = columns;
        self
    }

    /// The cells are hundredths of a plain number instead of cents.
    pub const fn in_hundredths(mut self) -> BudgetLine {
        self.unit = LineUnit::Hundredths;
        self
    }

    fn is_stated_in(&self, column: &str) -> bool {
        match self.formula {
            Formula::Stated | Formula::StatedUnless(_) => true,
            Formula::Sum(..) | Formula::Parameter(_) | Formula::Rule(_) => self.stated_in.contains(&column),
        }
    }
}

/// A budget while it is being computed. A cell is computed when it is first
/// asked for, so the order of the lines is free.
pub struct BudgetSheet<'a> {
    input: &'a BudgetInput,
    lines: &'a [BudgetLine],
    known: RefCell<Vec<Progress>>,
    lacks: RefCell<Vec<Lack>>,
}

#[derive(Clone, Copy, PartialEq)]
enum Progress {
    NotAsked,
    Asked,
    Known(Cell),
}

impl<'a> BudgetSheet<'a> {
    /// The lines as the host wants to know them before it hands over input.
    pub fn outline(lines: &[BudgetLine], columns: &[Column]) -> Vec<Line> {
        let stated = |line: &BudgetLine| {
            columns.iter().filter(|column| line.is_stated_in(&column.id)).map(|column| column.id.clone()).collect()
        };
        lines
            .iter()
            .map(|line| Line { id: line.id.into(), rule: line.rule.into(), unit: line.unit, stated: stated(line) })
            .collect()
    }

    /// All cells of all lines.
    ///
    /// # Errors
    /// The first [`Failure`] of a rule; a line that is not in `lines` and a
    /// line that depends on itself are faults of the region and say so.
    pub fn compute(lines: &'a [BudgetLine], input: &'a BudgetInput) -> Result<BudgetTable, Failure> {
        let columns = input.columns.len();
        let sheet = BudgetSheet {
            input,
            lines,
            known: RefCell::new(vec![Progress::NotAsked; lines.len() * columns]),
            lacks: RefCell::default(),
        };
        let mut cells = Cells::new(columns);
        for line in lines {
            let row = (0..columns).map(|column| sheet.cell(line.id, column)).collect::<Result<_, _>>()?;
            cells.push(line.id, row);
        }
        Ok(BudgetTable { cells, lacks: sheet.lacks.into_inner() })
    }

    /// What the budget is computed from.
    pub fn input(&self) -> &BudgetInput {
        self.input
    }

    /// The column at a position.
    pub fn column(&self, column: usize) -> &Column {
        &self.input.columns[column]
    }

    /// The cell of another line, computed if need be.
    ///
    /// # Errors
    /// As for [`BudgetSheet::compute`].
    pub fn cell(&self, id: &str, column: usize) -> Result<Cell, Failure> {
        let fault = |nl, en| Failure::invalid(format!("budget line {id}"), id, Text::new(nl, en));
        let position = self.lines.iter().position(|line| line.id == id);
        let position = position.ok_or_else(|| {
            fault("een formule noemt regels van de eigen begroting", "a formula names lines of its own budget only")
        })?;
        let slot = position * self.input.columns.len() + column;
        let progress = self.known.borrow()[slot];
        match progress {
            Progress::Known(cell) => return Ok(cell),
            Progress::Asked => {
                return Err(fault("een regel hangt niet van zichzelf af", "a line does not depend on itself"));
            }
            Progress::NotAsked => self.known.borrow_mut()[slot] = Progress::Asked,
        }
        let cell = self.compute_cell(&self.lines[position], column)?;
        self.known.borrow_mut()[slot] = Progress::Known(cell);
        Ok(cell)
    }

    /// The amount of another line, where it has one.
    ///
    /// # Errors
    /// As for [`BudgetSheet::compute`].
    pub fn money(&self, id: &str, column: usize) -> Result<Option<Money>, Failure> {
        Ok(self.cell(id, column)?.money())
    }

    fn compute_cell(&self, line: &BudgetLine, column: usize) -> Result<Cell, Failure> {
        let id = self.column(column).id.as_str();
        if line.not_in.contains(&id) {
            return Ok(Cell::NotApplicable);
        }
        if line.is_stated_in(id) {
            let cell = self.input.stated.get(line.id, column);
            if let (Formula::StatedUnless(formula), true) = (&line.formula, cell != Cell::NotApplicable)
                && let Some(cell) = formula(self, column)?
            {
                return Ok(cell);
            }
            if cell == Cell::Unknown {
                self.misses(line, column);
            }
            return Ok(cell);
        }
        match &line.formula {
            Formula::Stated | Formula::StatedUnless(_) => Ok(Cell::Unknown),
            Formula::Sum(plus, minus) => {
                let mut sum = Cell::NotApplicable;
                for id in *plus {
                    sum = sum.checked_add(self.cell(id, column)?)?;
                }
                for id in *minus {
                    sum = sum.checked_add(self.cell(id, column)?.checked_neg()?)?;
                }
                Ok(sum)
            }
            Formula::Parameter(key) => match self.input.parameters.money(key, self.column(column).year) {
                Ok(amount) => Ok(amount.into()),
                Err(Failure::Missing(_)) => {
                    self.misses(line, column);
                    Ok(Cell::Unknown)
                }
                Err(failure) => Err(failure),
            },
            Formula::Rule(formula) => formula(self, column),
        }
    }

    /// Records that a line has an amount that nobody has said.
    fn misses(&self, line: &BudgetLine, column: usize) {
        let cell = Needed::BudgetCell { line: line.id.to_owned(), column: self.column(column).id.clone() };
        self.lacks.borrow_mut().push(Lack::of(cell).needed_by(line.rule));
    }
}

#[cfg(test)]
mod tests {
    use swv_core::{CalendarYear, ColumnKind, Facts, Parameters, Sector};

    use super::*;

    fn input(stated: &[(&str, Cell)]) -> BudgetInput {
        let mut cells = Cells::new(1);
        for (line, cell) in stated {
            cells.push(*line, vec![*cell]);
        }
        let column =
            Column { id: "2024".into(), year: CalendarYear::new(2024).unwrap().into(), kind: ColumnKind::Budget };
        BudgetInput {
            sector: Sector::Po,
            columns: vec![column],
            stated: cells,
            parameters: Parameters::default(),
            facts: Facts::default(),
        }
    }

    static LINES: [BudgetLine; 4] = [
        BudgetLine::difference("resultaat", &["baten"], &["lasten"]),
        BudgetLine::stated("baten"),
        BudgetLine::sum("lasten", &["huur", "huur"]),
        BudgetLine::stated("huur"),
    ];

    #[test]
    fn a_line_may_stand_above_what_it_is_computed_from() {
        let table =
            BudgetSheet::compute(&LINES, &input(&[("baten", Cell::Amount(100)), ("huur", Cell::Amount(20))])).unwrap();
        assert_eq!(table.cells.get("resultaat", 0), Cell::Amount(60));
        assert_eq!(table.lacks, []);
    }

    #[test]
    fn an_unknown_amount_makes_every_sum_over_it_unknown_and_is_named() {
        let table =
            BudgetSheet::compute(&LINES, &input(&[("baten", Cell::Amount(100)), ("huur", Cell::Unknown)])).unwrap();
        assert_eq!(table.cells.get("resultaat", 0), Cell::Unknown);
        assert_eq!(table.lacks.len(), 1);
        assert_eq!(table.lacks[0].needed.to_string(), "huur");
    }

    #[test]
    fn a_line_that_does_not_apply_adds_nothing() {
        let table =
            BudgetSheet::compute(&LINES, &input(&[("baten", Cell::Amount(100)), ("huur", Cell::NotApplicable)]))
                .unwrap();
        assert_eq!(table.cells.get("lasten", 0), Cell::NotApplicable);
        assert_eq!(table.cells.get("resultaat", 0), Cell::Amount(100));
    }

    #[test]
    fn a_line_that_is_a_parameter_is_unknown_until_it_is_supplied() {
        static SUPPLIED: [BudgetLine; 1] = [BudgetLine::parameter("huur", "eigen-opgave", "huur")];
        let mut input = input(&[]);
        let table = BudgetSheet::compute(&SUPPLIED, &input).unwrap();
        assert_eq!((table.cells.get("huur", 0), table.lacks.len()), (Cell::Unknown, 1));
        input.parameters = Parameters::new(vec![swv_core::DatedValue {
            key: "huur".into(),
            from: CalendarYear::new(2024).unwrap().first_day(),
            until: None,
            value: swv_core::Value::Money(Money::from_cents(5)),
        }]);
        let table = BudgetSheet::compute(&SUPPLIED, &input).unwrap();
        assert_eq!((table.cells.get("huur", 0), table.lacks.len()), (Cell::Amount(5), 0));
    }

    #[test]
    fn what_a_user_supplied_takes_the_place_of_what_is_stated_where_the_line_exists() {
        static LINES: [BudgetLine; 1] = [BudgetLine::stated_unless("baten", "uit-telling", |sheet, column| {
            let supplied = sheet.input().parameters.money("baten", sheet.column(column).year);
            Ok(supplied.ok().map(Cell::from))
        })];
        let of = |stated: Cell, supplied: Option<i64>| {
            let mut input = input(&[("baten", stated)]);
            let value = |cents| swv_core::DatedValue {
                key: "baten".into(),
                from: CalendarYear::new(2024).unwrap().first_day(),
                until: None,
                value: swv_core::Value::Money(Money::from_cents(cents)),
            };
            input.parameters = Parameters::new(supplied.map(value).into_iter().collect());
            BudgetSheet::compute(&LINES, &input).unwrap().cells.get("baten", 0)
        };
        assert_eq!(of(Cell::Amount(100), None), Cell::Amount(100));
        assert_eq!(of(Cell::Amount(100), Some(5)), Cell::Amount(5));
        assert_eq!(of(Cell::Unknown, Some(5)), Cell::Amount(5));
        assert_eq!(of(Cell::NotApplicable, Some(5)), Cell::NotApplicable);
    }

    #[test]
    fn a_line_that_depends_on_itself_is_a_fault_and_not_a_loop() {
        static LOOP: [BudgetLine; 2] = [BudgetLine::sum("a", &["b"]), BudgetLine::sum("b", &["a"])];
        let failure = BudgetSheet::compute(&LOOP, &input(&[])).unwrap_err();
        assert!(failure.to_string().contains("does not depend on itself"), "{failure}");
    }

    #[test]
    fn a_formula_that_names_no_line_is_a_fault() {
        static DANGLING: [BudgetLine; 1] = [BudgetLine::sum("a", &["nergens"])];
        let failure = BudgetSheet::compute(&DANGLING, &input(&[])).unwrap_err();
        assert!(failure.to_string().contains("nergens"), "{failure}");
    }

    #[test]
    fn the_outline_says_which_cells_are_stated() {
        static MIXED: [BudgetLine; 1] = [BudgetLine::sum("a", &[]).stated_in(&["2024"])];
        let columns = input(&[]).columns;
        assert_eq!(BudgetSheet::outline(&MIXED, &columns)[0].stated, ["2024"]);
        assert_eq!(BudgetSheet::outline(&LINES, &columns)[0].stated, [] as [String; 0]);
        assert_eq!(BudgetSheet::outline(&LINES, &columns)[1].stated, ["2024"]);
    }
}
