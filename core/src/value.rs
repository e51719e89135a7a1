//! A value with its dimension, as parameters, facts and indicators hold it.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{Money, Rate};

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
}
