//! Published figures that a plugin starts from.

use serde::{Deserialize, Serialize};

use crate::{Failure, Money, Needed, Rate, Value, Year};

/// A published figure in one year.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fact {
    /// The figure's id, as in the region's `figures.toml`.
    pub id: String,
    /// The year it describes.
    pub year: Year,
    /// The value.
    pub value: Value,
}

/// The facts that a plugin received: exactly those it asked for.
///
/// ```
/// use swv_core::{CalendarYear, Fact, Facts, Value, Year};
///
/// let year = Year::from(CalendarYear::new(2024)?);
/// let facts = Facts::new(vec![Fact { id: "leerlingen-so".into(), year, value: Value::Count(203) }]);
/// assert_eq!(facts.count("leerlingen-so", year)?, 203);
/// assert_eq!(facts.years("leerlingen-so"), [year]);
/// assert!(facts.count("leerlingen-sbo", year).is_err());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Facts(Vec<Fact>);

impl Facts {
    /// Takes the facts as received.
    pub fn new(facts: Vec<Fact>) -> Facts {
        Facts(facts)
    }

    /// All facts, in the order received.
    pub fn facts(&self) -> &[Fact] {
        &self.0
    }

    /// The years for which `id` is known, in the order received.
    pub fn years(&self, id: &str) -> Vec<Year> {
        self.0.iter().filter(|fact| fact.id == id).map(|fact| fact.year).collect()
    }

    /// The value of `id` in `year`, whatever its dimension.
    ///
    /// # Errors
    /// [`Failure::Missing`] when it is not known.
    pub fn value(&self, id: &str, year: impl Into<Year>) -> Result<Value, Failure> {
        let year = year.into();
        self.0
            .iter()
            .find(|fact| fact.id == id && fact.year == year)
            .map(|fact| fact.value)
            .ok_or_else(|| Failure::missing(Needed::Fact { id: id.to_owned(), year }))
    }

    /// The whole number `id` in `year`.
    ///
    /// # Errors
    /// [`Failure::Missing`] when it is not known, [`Failure::Invalid`] when it
    /// is no whole number.
    pub fn count(&self, id: &str, year: impl Into<Year>) -> Result<i64, Failure> {
        self.value(id, year)?.count(&format!("figure {id}"))
    }

    /// The amount `id` in `year`.
    ///
    /// # Errors
    /// As for [`Facts::count`].
    pub fn money(&self, id: &str, year: impl Into<Year>) -> Result<Money, Failure> {
        self.value(id, year)?.money(&format!("figure {id}"))
    }

    /// The share `id` in `year`.
    ///
    /// # Errors
    /// As for [`Facts::count`].
    pub fn rate(&self, id: &str, year: impl Into<Year>) -> Result<Rate, Failure> {
        self.value(id, year)?.rate(&format!("figure {id}"))
    }
}

/// The amount of a line of the region's computed budget in one year.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BudgetFigure {
    /// The line's id, as in the region's published budget.
    pub line: String,
    /// The year.
    pub year: Year,
    /// The amount.
    pub amount: Money,
}

/// The amounts of the region's computed budget: those lines that have one.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct BudgetFigures(Vec<BudgetFigure>);

impl BudgetFigures {
    /// Takes the amounts as received.
    pub fn new(figures: Vec<BudgetFigure>) -> BudgetFigures {
        BudgetFigures(figures)
    }

    /// All amounts, in the order received.
    pub fn figures(&self) -> &[BudgetFigure] {
        &self.0
    }

    /// The years in which `line` has an amount, in the order received.
    pub fn years(&self, line: &str) -> Vec<Year> {
        self.0.iter().filter(|figure| figure.line == line).map(|figure| figure.year).collect()
    }

    /// The amount of `line` in `year`.
    ///
    /// # Errors
    /// [`Failure::Missing`] when it has none.
    pub fn money(&self, line: &str, year: impl Into<Year>) -> Result<Money, Failure> {
        let year = year.into();
        let found = self.0.iter().find(|figure| figure.line == line && figure.year == year);
        let none = || Failure::missing(Needed::BudgetLine { line: line.to_owned(), year });
        found.map(|figure| figure.amount).ok_or_else(none)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::CalendarYear;

    #[test]
    fn an_absent_year_is_missing_and_names_figure_and_year() {
        let year = CalendarYear::new(2024).unwrap();
        let failure = Facts::default().count("leerlingen-so", year).unwrap_err();
        assert_eq!(failure.to_string(), "missing: figure leerlingen-so for 2024");
    }

    #[test]
    fn a_share_is_not_read_where_a_count_stands() {
        let year = CalendarYear::new(2024).unwrap();
        let facts = Facts::new(vec![Fact { id: "x".into(), year: year.into(), value: Value::Count(1) }]);
        assert!(facts.rate("x", year).is_err());
        assert!(facts.money("x", year).is_err());
        assert_eq!(facts.count("x", year).unwrap(), 1);
    }
}
