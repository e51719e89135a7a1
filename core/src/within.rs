//! A value that is exact, or known within two bounds.

use std::borrow::Cow;
use std::fmt;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Serialize};

use crate::{Money, MoneyError};

/// A value that is exact, or at least one and at most another.
///
/// In a file it is the value where it is exact, and else
/// `{ "at_least": 6578, "at_most": 6579 }`: who reads it as a number is not
/// given a bound by mistake.
///
/// ```
/// use swv_core::{Money, Within};
///
/// let rate = Within::between(Money::from_cents(65_78), Money::from_cents(65_79));
/// assert_eq!((rate.exact(), rate.to_string()), (None, "65.78..65.79".to_owned()));
/// assert_eq!(Within::from(3).exact(), Some(3));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(from = "Form<T>", into = "Form<T>")]
#[serde(bound(serialize = "T: Copy + Ord + Serialize", deserialize = "T: Copy + Ord + Deserialize<'de>"))]
pub struct Within<T> {
    at_least: T,
    at_most: T,
}

#[derive(Serialize, Deserialize)]
#[serde(untagged, expecting = "a value is one, or has `at_least` and `at_most`")]
enum Form<T> {
    Exact(T),
    Between { at_least: T, at_most: T },
}

impl<T: Copy + Ord> Within<T> {
    /// What lies between two values, in either order, both included.
    pub fn between(one: T, other: T) -> Within<T> {
        Within { at_least: one.min(other), at_most: one.max(other) }
    }

    /// The smallest that it can be.
    pub fn at_least(self) -> T {
        self.at_least
    }

    /// The largest that it can be.
    pub fn at_most(self) -> T {
        self.at_most
    }

    /// The value, where it is exact.
    pub fn exact(self) -> Option<T> {
        (self.at_least == self.at_most).then_some(self.at_least)
    }

    /// The same of something that rises with it.
    pub fn map<U: Copy + Ord>(self, of: impl Fn(T) -> U) -> Within<U> {
        Within::between(of(self.at_least), of(self.at_most))
    }
}

impl Within<Money> {
    /// Nothing.
    pub const ZERO: Within<Money> = Within { at_least: Money::ZERO, at_most: Money::ZERO };

    /// The sum: bounds add up.
    ///
    /// # Errors
    /// [`MoneyError`] where a bound is out of range.
    pub fn checked_add(self, other: Within<Money>) -> Result<Within<Money>, MoneyError> {
        let (at_least, at_most) =
            (self.at_least.checked_add(other.at_least)?, self.at_most.checked_add(other.at_most)?);
        Ok(Within { at_least, at_most })
    }

    /// The difference between independent amounts.
    ///
    /// # Errors
    /// [`MoneyError`] where a bound is out of range.
    pub fn checked_sub(self, other: Within<Money>) -> Result<Within<Money>, MoneyError> {
        let (at_least, at_most) =
            (self.at_least.checked_sub(other.at_most)?, self.at_most.checked_sub(other.at_least)?);
        Ok(Within { at_least, at_most })
    }

    /// The sum of amounts; of none it is nothing.
    ///
    /// # Errors
    /// [`MoneyError`] where a bound is out of range.
    pub fn try_sum(amounts: impl IntoIterator<Item = Within<Money>>) -> Result<Within<Money>, MoneyError> {
        amounts.into_iter().try_fold(Within::ZERO, Within::checked_add)
    }
}

impl<T: Copy + Ord> From<T> for Within<T> {
    fn from(value: T) -> Within<T> {
        Within { at_least: value, at_most: value }
    }
}

impl<T: Copy + Ord> From<Form<T>> for Within<T> {
    fn from(form: Form<T>) -> Within<T> {
        match form {
            Form::Exact(value) => value.into(),
            Form::Between { at_least, at_most } => Within::between(at_least, at_most),
        }
    }
}

impl<T: Copy + Ord> From<Within<T>> for Form<T> {
    fn from(within: Within<T>) -> Form<T> {
        let Within { at_least, at_most } = within;
        if at_least == at_most { Form::Exact(at_least) } else { Form::Between { at_least, at_most } }
    }
}

/// `12`, or `12..15`.
impl<T: Copy + Ord + fmt::Display> fmt::Display for Within<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.exact() {
            Some(value) => fmt::Display::fmt(&value, f),
            None => f.pad(&format!("{}..{}", self.at_least, self.at_most)),
        }
    }
}

impl<T: JsonSchema> JsonSchema for Within<T> {
    fn schema_name() -> Cow<'static, str> {
        format!("Within_{}", T::schema_name()).into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let value = generator.subschema_for::<T>();
        json_schema!({
            "description": "The value, or its bounds where it is known only within those",
            "oneOf": [
                value,
                {
                    "type": "object",
                    "properties": { "at_least": value, "at_most": value },
                    "required": ["at_least", "at_most"],
                    "additionalProperties": false,
                },
            ],
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn euros(at_least: i64, at_most: i64) -> Within<Money> {
        Within::between(Money::from_cents(at_least), Money::from_cents(at_most))
    }

    #[test]
    fn a_file_has_the_value_or_both_bounds() {
        for (within, text) in [(euros(5, 5), "5"), (euros(5, 7), r#"{"at_least":5,"at_most":7}"#)] {
            assert_eq!(serde_json::to_string(&within).unwrap(), text);
            assert_eq!(serde_json::from_str::<Within<Money>>(text).unwrap(), within);
        }
    }

    #[test]
    fn sums_and_differences_enclose_all_that_their_parts_can_be() {
        assert_eq!(euros(1, 4).checked_add(euros(10, 10)), Ok(euros(11, 14)));
        assert_eq!(euros(1, 4).checked_sub(euros(1, 4)), Ok(euros(-3, 3)));
        assert_eq!(Within::try_sum([]), Ok(Within::ZERO));
        assert!(euros(i64::MAX, i64::MAX).checked_add(euros(1, 1)).is_err());
    }

    #[test]
    fn bounds_stand_in_order_and_equal_ones_are_exact() {
        assert_eq!(euros(7, 5), euros(5, 7));
        assert_eq!((euros(5, 5).exact().map(Money::cents), euros(5, 6).exact()), (Some(5), None));
        assert_eq!(Within::between(1_u32, 4).map(|count| count * 2).to_string(), "2..8");
    }
}
