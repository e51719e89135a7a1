//! An amount of money.

use std::fmt;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// An amount in whole euro cents; may be negative.
///
/// Every computation is exact and checked, and returns an error that names its
/// operands rather than wrapping. The operators `+`, `-` and `*` are left out,
/// because they have no way to fail; so is division by a number, which has no
/// answer without a [`RemainderRule`](super::RemainderRule).
///
/// In a file an amount is an integer number of cents. As text it is euros with
/// two decimals, a dot and nothing else: `8525.67`.
///
/// ```
/// use swv_core::{Money, Rounding};
///
/// let price: Money = "8525.67".parse()?;
/// assert_eq!(price.cents(), 852_567);
/// assert_eq!(price.checked_mul(3)?.to_string(), "25577.01");
///
/// let share = price.times(&"3.5%".parse()?, Rounding::HalfAwayFromZero)?;
/// assert_eq!(share.to_string(), "298.40");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(transparent)]
#[schemars(description = "An amount in whole euro cents; may be negative")]
pub struct Money(i64);

impl Money {
    /// No money. Not the same as an amount that is unknown, which has no `Money`.
    pub const ZERO: Money = Money(0);
    /// The largest amount.
    pub const MAX: Money = Money(i64::MAX);
    /// The smallest amount, below zero.
    pub const MIN: Money = Money(i64::MIN);

    /// The amount of so many cents.
    ///
    /// ```
    /// # use swv_core::money::Money;
    /// assert_eq!(Money::from_cents(-5).to_string(), "-0.05");
    /// ```
    pub const fn from_cents(cents: i64) -> Money {
        Money(cents)
    }

    /// The amount in cents.
    ///
    /// ```
    /// # use swv_core::money::Money;
    /// assert_eq!(Money::from_cents(12).cents(), 12);
    /// ```
    pub const fn cents(self) -> i64 {
        self.0
    }
}

/// Euros with two decimals, plain: `8525.67`. Width and alignment apply.
impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let cents = self.0.unsigned_abs();
        f.pad_integral(self.0 >= 0, "", &format!("{}.{:02}", cents / 100, cents % 100))
    }
}
