//! A budget computed from its lines: sums from what the region's data says,
//! rules by the functions of the plugin.

use std::cell::RefCell;

use swv_core::{BudgetInput, BudgetTable, Cell, Cells, Column, Failure, Lack, Line, MadeOf, Money, Needed, Text};

/// The function of a rule: the cell of its line in the column at a position.
pub type BudgetFunction = fn(&BudgetSheet<'_>, usize) -> Result<Cell, Failure>;

/// The functions of the budget lines that rules make: for each the line, the
/// rule and the function. What a line is the sum of, in which columns it is
/// stated and which rule makes it stands in `published/budget-*.toml` of the
/// region.
///
/// ```
/// use swv_plugin::{BudgetRules, BudgetSheet, Cell, Failure, Rate, Rounding};
///
/// /// Wages are 60 percent of all income.
/// fn wages(sheet: &BudgetSheet<'_>, column: usize) -> Result<Cell, Failure> {
///     match sheet.money("totaal-baten", column)? {
///         Some(income) => Ok(income.times(&Rate::parse("0.6")?, Rounding::HalfAwayFromZero)?.into()),
///         None => Ok(Cell::Unknown),
///     }
/// }
///
/// static RULES: BudgetRules = BudgetRules::new(&[("salarissen", "salarissen-naar-baten", wages)]);
/// ```
pub struct BudgetRules {
    functions: &'static [(&'static str, &'static str, BudgetFunction)],
}

impl BudgetRules {
    /// A line, the rule that makes it, and the rule's function for that line.
    pub const fn new(functions: &'static [(&'static str, &'static str, BudgetFunction)]) -> BudgetRules {
        BudgetRules { functions }
    }

    /// All cells of all lines.
    ///
    /// # Errors
    /// The first [`Failure`] of a rule. A line whose rule has no function here,
    /// a function of no line, a sum over a line that is not there and a line
    /// that depends on itself are faults of the region and say so.
    pub fn compute(&self, input: &BudgetInput) -> Result<BudgetTable, Failure> {
        self.check(input)?;
        let columns = input.columns.len();
        let sheet = BudgetSheet {
            input,
            rules: self,
            known: RefCell::new(vec![Progress::NotAsked; input.lines.len() * columns]),
            lacks: RefCell::default(),
        };
        let mut cells = Cells::new(columns);
        for line in &input.lines {
            let row = (0..columns).map(|column| sheet.cell(&line.id, column)).collect::<Result<_, _>>()?;
            cells.push(&line.id, row);
        }
        Ok(BudgetTable { cells, lacks: sheet.lacks.into_inner() })
    }

    /// Each line that a rule makes has a function of that rule, and each
    /// function has such a line.
    fn check(&self, input: &BudgetInput) -> Result<(), Failure> {
        for line in input.lines.iter().filter(|line| line.made_of.needs_function()) {
            if self.function(line).is_none() {
                return Err(fault(
                    &line.id,
                    &line.rule,
                    "de plugin heeft voor deze regel een functie van dit voorschrift",
                    "the plugin has a function of this rule for this line",
                ));
            }
        }
        for (id, rule, _) in self.functions {
            let made = |line: &Line| line.id == *id && line.rule == *rule && line.made_of.needs_function();
            if !input.lines.iter().any(made) {
                return Err(fault(
                    id,
                    rule,
                    "een functie van de plugin is van een regel die haar voorschrift maakt",
                    "a function of the plugin is of a line that its rule makes",
                ));
            }
        }
        Ok(())
    }

    fn function(&self, line: &Line) -> Option<BudgetFunction> {
        let of = self.functions.iter().find(|(id, rule, _)| *id == line.id && *rule == line.rule);
        of.map(|(_, _, function)| *function)
    }
}

fn fault(line: &str, value: &str, nl: &str, en: &str) -> Failure {
    Failure::invalid(format!("budget line {line}"), value, Text::new(nl, en))
}

/// A budget while it is being computed. A cell is computed when it is first
/// asked for, so the order of the lines is free.
pub struct BudgetSheet<'a> {
    input: &'a BudgetInput,
    rules: &'a BudgetRules,
    known: RefCell<Vec<Progress>>,
    lacks: RefCell<Vec<Lack>>,
}

#[derive(Clone, Copy, PartialEq)]
enum Progress {
    NotAsked,
    Asked,
    Known(Cell),
}

impl BudgetSheet<'_> {
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
    /// As for [`BudgetRules::compute`].
    pub fn cell(&self, id: &str, column: usize) -> Result<Cell, Failure> {
        let lines = &self.input.lines;
        let position = lines.iter().position(|line| line.id == id);
        let position = position.ok_or_else(|| {
            fault(
                id,
                id,
                "een regel volgt uit regels van de eigen begroting",
                "a line is made of lines of its own budget only",
            )
        })?;
        let slot = position * self.input.columns.len() + column;
        let progress = self.known.borrow()[slot];
        match progress {
            Progress::Known(cell) => return Ok(cell),
            Progress::Asked => {
                return Err(fault(id, id, "een regel hangt niet van zichzelf af", "a line does not depend on itself"));
            }
            Progress::NotAsked => self.known.borrow_mut()[slot] = Progress::Asked,
        }
        let cell = self.compute_cell(&lines[position], column)?;
        self.known.borrow_mut()[slot] = Progress::Known(cell);
        Ok(cell)
    }

    /// The amount of another line, where it has one.
    ///
    /// # Errors
    /// As for [`BudgetRules::compute`].
    pub fn money(&self, id: &str, column: usize) -> Result<Option<Money>, Failure> {
        Ok(self.cell(id, column)?.money())
    }

    fn compute_cell(&self, line: &Line, column: usize) -> Result<Cell, Failure> {
        let cell = match (line.given(column), &line.made_of) {
            (Some(_), _) if self.input.gives_way(line, column) => return self.by_rule(line, column),
            (Some(cell), _) => cell,
            (None, MadeOf::Sum { plus, less }) => return Cell::sum(plus, less, |id| self.cell(id, column)),
            (None, MadeOf::Rule) => return self.by_rule(line, column),
            (None, MadeOf::Parameter { parameter }) => {
                match self.input.parameters.money(parameter, self.column(column).year) {
                    Ok(amount) => amount.into(),
                    Err(Failure::Missing(_)) => Cell::Unknown,
                    Err(failure) => return Err(failure),
                }
            }
            (None, MadeOf::Stated | MadeOf::StatedUnlessSupplied { .. }) => Cell::Unknown,
        };
        if cell == Cell::Unknown {
            let of = Needed::BudgetCell { line: line.id.clone(), column: self.column(column).id.clone() };
            self.lacks.borrow_mut().push(Lack::of(of).needed_by(&line.rule));
        }
        Ok(cell)
    }

    fn by_rule(&self, line: &Line, column: usize) -> Result<Cell, Failure> {
        self.rules.function(line).map_or(Ok(Cell::Unknown), |function| function(self, column))
    }
}

#[cfg(test)]
mod tests {
    use swv_core::{CalendarYear, ColumnKind, DatedValue, Facts, Parameters, Sector, Unit, Value};

    use super::*;

    static NONE: BudgetRules = BudgetRules::new(&[]);

    fn line(id: &str, made_of: MadeOf, given: Option<Cell>) -> Line {
        Line { id: id.into(), rule: "regel".into(), unit: Unit::EuroCents, made_of, given: vec![given] }
    }

    fn stated(id: &str, cell: Cell) -> Line {
        line(id, MadeOf::Stated, Some(cell))
    }

    fn sum(id: &str, plus: &[&str], less: &[&str]) -> Line {
        let ids = |ids: &[&str]| ids.iter().map(|id| (*id).to_owned()).collect();
        line(id, MadeOf::Sum { plus: ids(plus), less: ids(less) }, None)
    }

    fn input(lines: Vec<Line>) -> BudgetInput {
        let column =
            Column { id: "2024".into(), year: CalendarYear::new(2024).unwrap().into(), kind: ColumnKind::Budget };
        BudgetInput {
            sector: Sector::Po,
            columns: vec![column],
            lines,
            parameters: Parameters::default(),
            facts: Facts::default(),
        }
    }

    fn supplied(mut input: BudgetInput, key: &str, cents: i64) -> BudgetInput {
        let value = Value::Money(Money::from_cents(cents));
        let from = CalendarYear::new(2024).unwrap().first_day();
        input.parameters = Parameters::new(vec![DatedValue { key: key.into(), from, until: None, value }]);
        input
    }

    fn result_of(huur: Cell) -> BudgetInput {
        input(vec![
            sum("resultaat", &["baten"], &["lasten"]),
            stated("baten", Cell::Amount(100)),
            sum("lasten", &["huur"], &[]),
            stated("huur", huur),
        ])
    }

    #[test]
    fn a_line_may_stand_above_what_it_is_computed_from() {
        let input = result_of(Cell::Amount(40));
        let table = NONE.compute(&input).unwrap();
        assert_eq!(table.cells.get("resultaat", 0), Cell::Amount(60));
        assert_eq!((table.lacks.as_slice(), input.check(&table)), (&[][..], Ok(())));
    }

    #[test]
    fn an_unknown_amount_makes_every_sum_over_it_unknown_and_is_named() {
        let table = NONE.compute(&result_of(Cell::Unknown)).unwrap();
        assert_eq!(table.cells.get("resultaat", 0), Cell::Unknown);
        assert_eq!(table.lacks.len(), 1);
        assert_eq!(table.lacks[0].needed.to_string(), "huur");
    }

    #[test]
    fn a_line_that_does_not_apply_adds_nothing() {
        let table = NONE.compute(&result_of(Cell::NotApplicable)).unwrap();
        assert_eq!(table.cells.get("lasten", 0), Cell::NotApplicable);
        assert_eq!(table.cells.get("resultaat", 0), Cell::Amount(100));
    }

    #[test]
    fn a_line_that_is_a_parameter_is_unknown_until_it_is_supplied() {
        let input = input(vec![line("huur", MadeOf::Parameter { parameter: "huur".into() }, None)]);
        let table = NONE.compute(&input).unwrap();
        assert_eq!((table.cells.get("huur", 0), table.lacks.len()), (Cell::Unknown, 1));
        let table = NONE.compute(&supplied(input, "huur", 5)).unwrap();
        assert_eq!((table.cells.get("huur", 0), table.lacks.len()), (Cell::Amount(5), 0));
    }

    #[test]
    fn what_a_user_supplied_takes_the_place_of_what_is_stated_where_the_line_exists() {
        static RULES: BudgetRules = BudgetRules::new(&[("baten", "regel", |sheet, column| {
            Ok(sheet.input().parameters.money("bedrag", sheet.column(column).year)?.into())
        })]);
        let of = |stated: Cell, cents: Option<i64>| {
            let made_of = MadeOf::StatedUnlessSupplied { parameter: "bedrag".into() };
            let input = input(vec![line("baten", made_of, Some(stated))]);
            let input = cents.map_or(input.clone(), |cents| supplied(input, "bedrag", cents));
            RULES.compute(&input).unwrap().cells.get("baten", 0)
        };
        assert_eq!(of(Cell::Amount(100), None), Cell::Amount(100));
        assert_eq!(of(Cell::Amount(100), Some(5)), Cell::Amount(5));
        assert_eq!(of(Cell::Unknown, Some(5)), Cell::Amount(5));
        assert_eq!(of(Cell::NotApplicable, Some(5)), Cell::NotApplicable);
    }

    #[test]
    fn a_function_is_of_its_line_and_rule_and_every_such_line_has_one() {
        static RULES: BudgetRules = BudgetRules::new(&[("huur", "regel", |_, _| Ok(Cell::Amount(1)))]);
        let failure = |rules: &BudgetRules, lines| rules.compute(&input(lines)).unwrap_err().to_string();
        let by_rule = |rule: &str| vec![Line { rule: rule.into(), ..line("huur", MadeOf::Rule, None) }];
        assert_eq!(RULES.compute(&input(by_rule("regel"))).unwrap().cells.get("huur", 0), Cell::Amount(1));
        let without = failure(&NONE, by_rule("regel"));
        assert!(without.starts_with("budget line huur: regel breaks the rule: the plugin has a function"), "{without}");
        assert!(failure(&RULES, by_rule("andere")).contains("budget line huur: andere"));
        let of_none = failure(&RULES, vec![stated("huur", Cell::Amount(1))]);
        assert!(of_none.contains("is of a line that its rule makes"), "{of_none}");
    }

    #[test]
    fn a_line_that_depends_on_itself_is_a_fault_and_not_a_loop() {
        let failure = NONE.compute(&input(vec![sum("a", &["b"], &[]), sum("b", &["a"], &[])])).unwrap_err();
        assert!(failure.to_string().contains("does not depend on itself"), "{failure}");
    }

    #[test]
    fn a_sum_that_names_no_line_is_a_fault() {
        let failure = NONE.compute(&input(vec![sum("a", &["nergens"], &[])])).unwrap_err();
        assert!(failure.to_string().contains("nergens"), "{failure}");
    }
}
