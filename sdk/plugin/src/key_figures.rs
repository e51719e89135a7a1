//! Key figures as sums and ratios of facts and of one another.

use std::collections::BTreeSet;

use swv_core::{CalendarYear, Failure, Indicator, IndicatorInput, Money, Rate, Rounding, Value};

/// A list of key figures in the making.
///
/// Each figure is computed in every year in which all that it is made of is
/// known; a name stands for a fact (`leerlingen-so`, `budget/totaal-baten`) or
/// for a figure computed before.
///
/// ```
/// use swv_plugin::{CalendarYear, Fact, Facts, IndicatorInput, KeyFigures, Parameters, Sector, Value};
///
/// let year = CalendarYear::new(2023)?;
/// let fact = |id: &str, count| Fact { id: id.into(), year, value: Value::Count(count) };
/// let input = IndicatorInput {
///     sector: Sector::Po,
///     parameters: Parameters::default(),
///     facts: Facts::new(vec![fact("leerlingen-regulier", 12_849), fact("leerlingen-so", 201)]),
/// };
/// let mut figures = KeyFigures::new(&input);
/// figures.sum("leerlingen-totaal", "totaal", &["leerlingen-regulier", "leerlingen-so"])?;
/// figures.percentage("deelname-so", "deelname", "leerlingen-so", "leerlingen-totaal")?;
/// let figures = figures.into_list();
/// assert_eq!(figures[0].value, Value::Count(13_050));
/// assert_eq!(figures[1].value, Value::Rate("0.0154".parse()?));
/// assert_eq!(figures[1].inputs, ["leerlingen-so", "leerlingen-regulier"]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub struct KeyFigures<'a> {
    input: &'a IndicatorInput,
    list: Vec<Indicator>,
}

impl<'a> KeyFigures<'a> {
    /// No figures yet.
    pub fn new(input: &'a IndicatorInput) -> KeyFigures<'a> {
        KeyFigures { input, list: Vec::new() }
    }

    /// The figures, in the order in which they were added.
    pub fn into_list(self) -> Vec<Indicator> {
        self.list
    }

    /// What the figures are computed from.
    pub fn input(&self) -> &'a IndicatorInput {
        self.input
    }

    /// Adds a value that a rule of the region's own computed.
    pub fn value(&mut self, id: &str, rule: &str, year: CalendarYear, value: Value, inputs: &[&str]) {
        let inputs = inputs.iter().map(|name| (*name).to_owned()).collect();
        self.list.push(Indicator { id: id.to_owned(), year, value, rule: rule.to_owned(), inputs });
    }

    /// The sum of amounts or of counts.
    ///
    /// # Errors
    /// [`Failure::Invalid`] when the parts are not all amounts or all counts.
    pub fn sum(&mut self, id: &str, rule: &str, of: &[&str]) -> Result<(), Failure> {
        self.each_year(id, rule, of, |values| {
            let mut sum = values[0];
            for value in &values[1..] {
                sum = match (sum, *value) {
                    (Value::Money(a), Value::Money(b)) => Value::Money(a.checked_add(b)?),
                    (Value::Count(a), Value::Count(b)) => {
                        Value::Count(a.checked_add(b).ok_or_else(|| Failure::OutOfRange(id.to_owned()))?)
                    }
                    (a, b) => return Err(no_operands(id, a, b)),
                };
            }
            Ok(sum)
        })
    }

    /// One figure divided by another, as a share to four decimals: a
    /// percentage to two.
    ///
    /// # Errors
    /// [`Failure::Invalid`] when the two are not both amounts or both counts.
    pub fn percentage(&mut self, id: &str, rule: &str, numerator: &str, denominator: &str) -> Result<(), Failure> {
        self.ratio(id, rule, numerator, denominator, 4)
    }

    /// One figure divided by another, to two decimals.
    ///
    /// # Errors
    /// As for [`KeyFigures::percentage`].
    pub fn factor(&mut self, id: &str, rule: &str, numerator: &str, denominator: &str) -> Result<(), Failure> {
        self.ratio(id, rule, numerator, denominator, 2)
    }

    fn ratio(
        &mut self,
        id: &str,
        rule: &str,
        numerator: &str,
        denominator: &str,
        decimals: u32,
    ) -> Result<(), Failure> {
        self.each_year(id, rule, &[numerator, denominator], |values| {
            let (numerator, denominator) = match (values[0], values[1]) {
                (Value::Money(a), Value::Money(b)) => (a.cents(), b.cents()),
                (Value::Count(a), Value::Count(b)) => (a, b),
                (a, b) => return Err(no_operands(id, a, b)),
            };
            Ok(Value::Rate(Rate::ratio(numerator, denominator, decimals, Rounding::HalfAwayFromZero)?))
        })
    }

    /// An amount divided by the pupils counted in the year before, as they pay
    /// for it; in whole cents.
    ///
    /// # Errors
    /// [`Failure::Invalid`] when the first is no amount or the second no count.
    pub fn per_pupil_of_year_before(
        &mut self,
        id: &str,
        rule: &str,
        amount: &str,
        pupils: &str,
    ) -> Result<(), Failure> {
        for year in self.years(amount) {
            let Some(before) = year.previous() else { continue };
            let (Some((amount, mut inputs)), Some((pupils, more))) =
                (self.find(amount, year), self.find(pupils, before))
            else {
                continue;
            };
            let (Value::Money(amount), Value::Count(pupils)) = (amount, pupils) else {
                return Err(no_operands(id, amount, pupils));
            };
            let cents = Rounding::HalfAwayFromZero.divide(i128::from(amount.cents()), i128::from(pupils));
            let cents =
                cents.and_then(|cents| i64::try_from(cents).ok()).ok_or_else(|| Failure::OutOfRange(id.to_owned()))?;
            inputs.extend(more);
            self.push(id, rule, year, Value::Money(Money::from_cents(cents)), inputs);
        }
        Ok(())
    }

    fn each_year(
        &mut self,
        id: &str,
        rule: &str,
        names: &[&str],
        compute: impl Fn(&[Value]) -> Result<Value, Failure>,
    ) -> Result<(), Failure> {
        let Some(first) = names.first() else { return Ok(()) };
        for year in self.years(first) {
            let found: Option<Vec<_>> = names.iter().map(|name| self.find(name, year)).collect();
            let Some(found) = found else { continue };
            let (values, inputs): (Vec<_>, Vec<_>) = found.into_iter().unzip();
            let value = compute(&values)?;
            self.push(id, rule, year, value, inputs.concat());
        }
        Ok(())
    }

    fn push(&mut self, id: &str, rule: &str, year: CalendarYear, value: Value, inputs: Vec<String>) {
        let mut once = Vec::with_capacity(inputs.len());
        for input in inputs {
            if !once.contains(&input) {
                once.push(input);
            }
        }
        self.list.push(Indicator { id: id.to_owned(), year, value, rule: rule.to_owned(), inputs: once });
    }

    /// The years in which a name is known.
    fn years(&self, name: &str) -> BTreeSet<CalendarYear> {
        let computed = self.list.iter().filter(|figure| figure.id == name).map(|figure| figure.year);
        computed.chain(self.input.facts.years(name)).collect()
    }

    /// The value of a name, and what it comes down to.
    fn find(&self, name: &str, year: CalendarYear) -> Option<(Value, Vec<String>)> {
        match self.list.iter().find(|figure| figure.id == name && figure.year == year) {
            Some(figure) => Some((figure.value, figure.inputs.clone())),
            None => Some((self.input.facts.value(name, year).ok()?, vec![name.to_owned()])),
        }
    }
}

fn no_operands(id: &str, a: Value, b: Value) -> Failure {
    Failure::Invalid {
        place: format!("indicator {id}"),
        value: format!("a {} and a {}", a.dimension(), b.dimension()),
        rule: "amounts go with amounts and counts with counts".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use swv_core::{Fact, Facts, Parameters, Sector};

    use super::*;

    fn input(facts: &[(&str, u16, Value)]) -> IndicatorInput {
        let fact = |(id, year, value): &(&str, u16, Value)| Fact {
            id: (*id).into(),
            year: CalendarYear::new(*year).unwrap(),
            value: *value,
        };
        let facts = Facts::new(facts.iter().map(fact).collect());
        IndicatorInput { sector: Sector::Po, parameters: Parameters::default(), facts }
    }

    #[test]
    fn a_figure_has_no_value_in_a_year_in_which_a_part_is_unknown() {
        let input = input(&[("a", 2023, Value::Count(1)), ("a", 2024, Value::Count(1)), ("b", 2024, Value::Count(2))]);
        let mut figures = KeyFigures::new(&input);
        figures.sum("c", "r", &["a", "b"]).unwrap();
        let list = figures.into_list();
        assert_eq!(list.len(), 1);
        assert_eq!((list[0].year.get(), list[0].value), (2024, Value::Count(3)));
    }

    #[test]
    fn an_amount_is_divided_by_the_pupils_of_the_year_before() {
        let amount = Value::Money(Money::from_cents(1000));
        let input = input(&[
            ("geld", 2024, amount),
            ("leerlingen", 2023, Value::Count(3)),
            ("leerlingen", 2024, Value::Count(1)),
        ]);
        let mut figures = KeyFigures::new(&input);
        figures.per_pupil_of_year_before("per", "r", "geld", "leerlingen").unwrap();
        assert_eq!(figures.into_list()[0].value, Value::Money(Money::from_cents(333)));
    }

    #[test]
    fn money_and_counts_are_not_added_or_divided() {
        let input = input(&[("a", 2024, Value::Count(1)), ("b", 2024, Value::Money(Money::ZERO))]);
        let mut figures = KeyFigures::new(&input);
        assert!(figures.sum("c", "r", &["a", "b"]).is_err());
        assert!(figures.percentage("c", "r", "a", "b").is_err());
    }

    #[test]
    fn a_division_by_zero_is_a_failure_and_no_figure() {
        let input = input(&[("a", 2024, Value::Count(1)), ("b", 2024, Value::Count(0))]);
        let mut figures = KeyFigures::new(&input);
        assert!(matches!(figures.factor("c", "r", "a", "b"), Err(Failure::OutOfRange(_))));
    }
}
