//! A value with its dimension, as parameters, facts and indicators hold it.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{Failure, Money, Rate, Text};

/// A value with its dimension: money, a whole number, or a share.
///
/// The three never convert into one another; a rule that expects money and
/// finds a count has been given the wrong parameter.
///
/// ```
/// use swv_core::{Money, Value};
///
/// let price = Value::Money(Money::from_cents(6_635_00));
/// assert_eq!(price.dimension(), "money");
/// assert_eq!(serde_json::to_string(&price)?, r#"{"money":663500}"#);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Value {
    /// Whole euro cents.
    Money(Money),
    /// A whole number of pupils, schools, statements or months.
    Count(i64),
    /// A share, percentage or factor.
    Rate(Rate),
}

impl Value {
    /// The name of the dimension, for messages: `money`, `count` or `rate`.
    pub fn dimension(&self) -> &'static str {
        match self {
            Value::Money(_) => "money",
            Value::Count(_) => "count",
            Value::Rate(_) => "rate",
        }
    }

    /// The amount, where a rule reads one; `place` names the value in errors.
    ///
    /// ```
    /// use swv_core::Value;
    ///
    /// let failure = Value::Count(3).money("parameter tarief").unwrap_err();
    /// assert_eq!(failure.to_string(), "parameter tarief: a count breaks the rule: the rule reads money here");
    /// ```
    ///
    /// # Errors
    /// [`Failure::Invalid`] when it is no money.
    pub fn money(self, place: &str) -> Result<Money, Failure> {
        match self {
            Value::Money(amount) => Ok(amount),
            other => Err(other.unlike(place, Text::new("geld", "money"))),
        }
    }

    /// The whole number, where a rule reads one.
    ///
    /// # Errors
    /// [`Failure::Invalid`] when it is no count.
    pub fn count(self, place: &str) -> Result<i64, Failure> {
        match self {
            Value::Count(count) => Ok(count),
            other => Err(other.unlike(place, Text::new("een aantal", "a count"))),
        }
    }

    /// The share or factor, where a rule reads one.
    ///
    /// # Errors
    /// [`Failure::Invalid`] when it is no rate.
    pub fn rate(self, place: &str) -> Result<Rate, Failure> {
        match self {
            Value::Rate(rate) => Ok(rate),
            other => Err(other.unlike(place, Text::new("een aandeel", "a rate"))),
        }
    }

    fn unlike(self, place: &str, expected: Text) -> Failure {
        let value = match self {
            Value::Money(_) => "money",
            Value::Count(_) => "a count",
            Value::Rate(_) => "a rate",
        };
        let Text { nl, en } = expected;
        Failure::invalid(
            place,
            value,
            Text::new(format!("de regel leest hier {nl}"), format!("the rule reads {en} here")),
        )
    }
}
