//! Key figures as sums and ratios of facts and of one another.

use std::collections::BTreeSet;

use swv_core::{Failure, Indicator, IndicatorInput, Money, Origin, Rate, Rounding, Text, Value, Year};

/// What a key figure is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Of<'a> {
    /// A figure computed before, or else a fact; a plain name is one.
    Figure(&'a str),
    /// A line of the computed budget; see [`line()`].
    Line(&'a str),
    /// A parameter; see [`parameter`]. It has a value on each day and no years
    /// of its own, so a figure is not made of parameters alone.
    Parameter(&'a str),
}

/// A line of the region's computed budget.
pub const fn line(id: &str) -> Of<'_> {
    Of::Line(id)
}

/// A parameter of the region.
pub const fn parameter(key: &str) -> Of<'_> {
    Of::Parameter(key)
}

impl<'a> From<&'a str> for Of<'a> {
    fn from(name: &'a str) -> Of<'a> {
        Of::Figure(name)
    }
}

/// A list of key figures in the making.
///
/// Each figure is computed in every year in which all that it is made of is
/// known.
///
/// ```
/// use swv_plugin::{
///     BudgetFigures, CalendarYear, Fact, Facts, IndicatorInput, KeyFigures, Origin, Parameters, Sector, Value,
/// };
///
/// let year = CalendarYear::new(2023)?.into();
/// let fact = |id: &str, count| Fact { id: id.into(), year, value: Value::Count(count) };
/// let input = IndicatorInput {
///     sector: Sector::Po,
///     parameters: Parameters::default(),
///     facts: Facts::new(vec![fact("leerlingen-regulier", 12_849), fact("leerlingen-so", 201)]),
///     budget: BudgetFigures::default(),
/// };
/// let mut figures = KeyFigures::new(&input);
/// figures.sum("leerlingen-totaal", "totaal", &["leerlingen-regulier", "leerlingen-so"])?;
/// figures.percentage("deelname-so", "deelname", "leerlingen-so", "leerlingen-totaal")?;
/// let figures = figures.into_list();
/// assert_eq!(figures[0].value, Value::Count(13_050));
/// assert_eq!(figures[1].value, Value::Rate("0.0154".parse()?));
/// assert!(figures[1].origins.iter().map(Origin::name).eq(["leerlingen-so", "leerlingen-regulier"]));
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
    pub fn value<'of>(
        &mut self,
        id: &str,
        rule: &str,
        year: impl Into<Year>,
        value: Value,
        of: &[impl Into<Of<'of>> + Copy],
    ) {
        let year = year.into();
        let origins = of.iter().flat_map(|of| self.origins((*of).into(), year)).collect();
        self.push(id, rule, year, value, origins);
    }

    /// The sum of amounts or of counts.
    ///
    /// # Errors
    /// [`Failure::Invalid`] when the parts are not all amounts or all counts.
    pub fn sum<'of>(&mut self, id: &str, rule: &str, of: &[impl Into<Of<'of>> + Copy]) -> Result<(), Failure> {
        let of: Vec<Of<'_>> = of.iter().map(|of| (*of).into()).collect();
        self.each_year(id, rule, &of, |values| {
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
    pub fn percentage<'of>(
        &mut self,
        id: &str,
        rule: &str,
        numerator: impl Into<Of<'of>>,
        denominator: impl Into<Of<'of>>,
    ) -> Result<(), Failure> {
        self.ratio(id, rule, [numerator.into(), denominator.into()], 4)
    }

    /// One figure divided by another, to two decimals.
    ///
    /// # Errors
    /// As for [`KeyFigures::percentage`].
    pub fn factor<'of>(
        &mut self,
        id: &str,
        rule: &str,
        numerator: impl Into<Of<'of>>,
        denominator: impl Into<Of<'of>>,
    ) -> Result<(), Failure> {
        self.ratio(id, rule, [numerator.into(), denominator.into()], 2)
    }

    fn ratio(&mut self, id: &str, rule: &str, of: [Of<'_>; 2], decimals: u32) -> Result<(), Failure> {
        self.each_year(id, rule, &of, |values| {
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
    pub fn per_pupil_of_year_before<'of>(
        &mut self,
        id: &str,
        rule: &str,
        amount: impl Into<Of<'of>>,
        pupils: impl Into<Of<'of>>,
    ) -> Result<(), Failure> {
        let (amount, pupils) = (amount.into(), pupils.into());
        for year in self.years(amount) {
            let Some(before) = year.previous() else { continue };
            let (Some((amount, mut origins)), Some((pupils, more))) =
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
            origins.extend(more);
            self.push(id, rule, year, Value::Money(Money::from_cents(cents)), origins);
        }
        Ok(())
    }

    fn each_year(
        &mut self,
        id: &str,
        rule: &str,
        of: &[Of<'_>],
        compute: impl Fn(&[Value]) -> Result<Value, Failure>,
    ) -> Result<(), Failure> {
        let Some(first) = of.first() else { return Ok(()) };
        for year in self.years(*first) {
            let found: Option<Vec<_>> = of.iter().map(|of| self.find(*of, year)).collect();
            let Some(found) = found else { continue };
            let (values, origins): (Vec<_>, Vec<_>) = found.into_iter().unzip();
            let value = compute(&values)?;
            self.push(id, rule, year, value, origins.concat());
        }
        Ok(())
    }

    fn push(&mut self, id: &str, rule: &str, year: Year, value: Value, origins: Vec<Origin>) {
        let mut once = Vec::with_capacity(origins.len());
        for origin in origins {
            if !once.contains(&origin) {
                once.push(origin);
            }
        }
        self.list.push(Indicator { id: id.to_owned(), year, value, rule: rule.to_owned(), origins: once });
    }

    /// The years in which it is known.
    fn years(&self, of: Of<'_>) -> BTreeSet<Year> {
        match of {
            Of::Figure(name) => {
                let computed = self.list.iter().filter(|figure| figure.id == name).map(|figure| figure.year);
                computed.chain(self.input.facts.years(name)).collect()
            }
            Of::Line(line) => self.input.budget.years(line).into_iter().collect(),
            Of::Parameter(_) => BTreeSet::new(),
        }
    }

    /// Its value, and what that comes down to.
    fn find(&self, of: Of<'_>, year: Year) -> Option<(Value, Vec<Origin>)> {
        let value = match of {
            Of::Figure(name) => match self.computed(name, year) {
                Some(figure) => Ok(figure.value),
                None => self.input.facts.value(name, year),
            },
            Of::Line(line) => self.input.budget.money(line, year).map(Value::Money),
            Of::Parameter(key) => self.input.parameters.on(key, year.first_day()),
        };
        Some((value.ok()?, self.origins(of, year)))
    }

    fn origins(&self, of: Of<'_>, year: Year) -> Vec<Origin> {
        vec![match of {
            Of::Figure(name) => match self.computed(name, year) {
                Some(figure) => return figure.origins.clone(),
                None => Origin::Fact(name.to_owned()),
            },
            Of::Line(line) => Origin::BudgetLine(line.to_owned()),
            Of::Parameter(key) => Origin::Parameter(key.to_owned()),
        }]
    }

    fn computed(&self, id: &str, year: Year) -> Option<&Indicator> {
        self.list.iter().find(|figure| figure.id == id && figure.year == year)
    }
}

fn no_operands(id: &str, a: Value, b: Value) -> Failure {
    let value = format!("a {} and a {}", a.dimension(), b.dimension());
    let (nl, en) = ("geld gaat met geld en aantallen met aantallen", "amounts go with amounts and counts with counts");
    Failure::invalid(format!("indicator {id}"), value, Text::new(nl, en))
}

#[cfg(test)]
mod tests {
    use swv_core::{BudgetFigures, CalendarYear, Fact, Facts, Parameters, Sector};

    use super::*;

    fn input(facts: &[(&str, u16, Value)]) -> IndicatorInput {
        let fact = |(id, year, value): &(&str, u16, Value)| Fact {
            id: (*id).into(),
            year: CalendarYear::new(*year).unwrap().into(),
            value: *value,
        };
        let facts = Facts::new(facts.iter().map(fact).collect());
        IndicatorInput {
            sector: Sector::Po,
            parameters: Parameters::default(),
            facts,
            budget: BudgetFigures::default(),
        }
    }

    #[test]
    fn a_figure_has_no_value_in_a_year_in_which_a_part_is_unknown() {
        let input = input(&[("a", 2023, Value::Count(1)), ("a", 2024, Value::Count(1)), ("b", 2024, Value::Count(2))]);
        let mut figures = KeyFigures::new(&input);
        figures.sum("c", "r", &["a", "b"]).unwrap();
        let list = figures.into_list();
        assert_eq!(list.len(), 1);
        assert_eq!((list[0].year.to_string(), list[0].value), ("2024".into(), Value::Count(3)));
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
