//! The dated values that rules read: amounts, shares and terms.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::{Failure, Money, Needed, Rate, Value, Year};

/// The value of one parameter during a period, both days included.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DatedValue {
    /// The parameter's key, as in the region's `parameters.toml`.
    pub key: String,
    /// The first day on which the value holds.
    pub from: Date,
    /// The last day on which it holds; none means until further notice.
    pub until: Option<Date>,
    /// The value.
    pub value: Value,
}

impl DatedValue {
    fn holds_on(&self, day: Date) -> bool {
        self.from <= day && self.until.is_none_or(|last| day <= last)
    }
}

/// The parameters that a plugin received: exactly those it asked for.
///
/// A look-up that finds nothing, or finds another dimension, is a
/// [`Failure`] that names the key and the day; nothing defaults to zero.
///
/// ```
/// use jiff::civil::date;
/// use swv_core::{CalendarYear, DatedValue, Money, Parameters, Value};
///
/// let parameters = Parameters::new(vec![DatedValue {
///     key: "bedrag-per-leerling".into(),
///     from: date(2024, 1, 1),
///     until: Some(date(2024, 12, 31)),
///     value: Value::Money(Money::from_cents(450_00)),
/// }]);
/// let year = CalendarYear::new(2024)?;
/// assert_eq!(parameters.money("bedrag-per-leerling", year)?.cents(), 450_00);
/// assert!(parameters.money("bedrag-per-leerling", CalendarYear::new(2025)?).is_err());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Parameters(Vec<DatedValue>);

impl Parameters {
    /// Takes the values as received.
    pub fn new(values: Vec<DatedValue>) -> Parameters {
        Parameters(values)
    }

    /// All values, in the order received.
    pub fn values(&self) -> &[DatedValue] {
        &self.0
    }

    /// The value of `key` on `day`, whatever its dimension.
    ///
    /// # Errors
    /// [`Failure::Missing`] when no value holds on that day.
    pub fn on(&self, key: &str, day: Date) -> Result<Value, Failure> {
        self.0
            .iter()
            .find(|dated| dated.key == key && dated.holds_on(day))
            .map(|dated| dated.value)
            .ok_or_else(|| Failure::missing(Needed::Parameter { key: key.to_owned(), on: day }))
    }

    /// The amount of `key` on the first day of `year`.
    ///
    /// # Errors
    /// [`Failure::Missing`] when there is none, [`Failure::Invalid`] when the
    /// parameter is no amount of money.
    pub fn money(&self, key: &str, year: impl Into<Year>) -> Result<Money, Failure> {
        self.on(key, year.into().first_day())?.money(&format!("parameter {key}"))
    }

    /// The whole number of `key` on the first day of `year`.
    ///
    /// # Errors
    /// As for [`Parameters::money`].
    pub fn count(&self, key: &str, year: impl Into<Year>) -> Result<i64, Failure> {
        self.on(key, year.into().first_day())?.count(&format!("parameter {key}"))
    }

    /// The share of `key` on the first day of `year`.
    ///
    /// # Errors
    /// As for [`Parameters::money`].
    pub fn rate(&self, key: &str, year: impl Into<Year>) -> Result<Rate, Failure> {
        self.on(key, year.into().first_day())?.rate(&format!("parameter {key}"))
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::CalendarYear;

    fn parameters() -> Parameters {
        let dated = |from, until, cents| DatedValue {
            key: "tarief".into(),
            from,
            until,
            value: Value::Money(Money::from_cents(cents)),
        };
        Parameters::new(vec![dated(date(2023, 1, 1), Some(date(2023, 12, 31)), 1), dated(date(2024, 1, 1), None, 2)])
    }

    fn year(year: u16) -> CalendarYear {
        CalendarYear::new(year).unwrap()
    }

    #[test]
    fn a_value_holds_on_its_first_and_last_day_and_not_outside() {
        let parameters = parameters();
        assert!(parameters.on("tarief", date(2022, 12, 31)).is_err());
        assert_eq!(parameters.on("tarief", date(2023, 12, 31)).unwrap(), Value::Money(Money::from_cents(1)));
        assert_eq!(parameters.on("tarief", date(2024, 1, 1)).unwrap(), Value::Money(Money::from_cents(2)));
        assert_eq!(parameters.money("tarief", year(2090)).unwrap().cents(), 2);
    }

    #[test]
    fn an_unknown_key_is_missing_and_never_zero() {
        let failure = parameters().money("tarif", year(2024)).unwrap_err();
        assert_eq!(failure.to_string(), "missing: parameter tarif on 2024-01-01");
    }

    #[test]
    fn a_count_is_not_read_where_money_stands() {
        let failure = parameters().count("tarief", year(2024)).unwrap_err();
        assert_eq!(failure.to_string(), "parameter tarief: money breaks the rule: the rule reads a count here");
        assert!(parameters().rate("tarief", year(2024)).is_err());
    }
}
