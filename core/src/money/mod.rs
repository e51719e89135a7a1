//! Money in whole euro cents, the rounding modes, and division without loss.

mod divide;
mod error;
mod rounding;

pub use divide::{Division, RemainderRule};
pub use error::MoneyError;
pub use rounding::Rounding;

use std::fmt;
use std::str::FromStr;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::rate::Rate;

/// An amount in whole euro cents; may be negative.
///
/// Every computation is exact and checked, and returns an error that names its
/// operands rather than wrapping. The operators `+`, `-` and `*` are left out,
/// because they have no way to fail; so is division by a number, which has no
/// answer without a [`RemainderRule`].
///
/// In a file an amount is an integer number of cents. As text it is euros with
/// two decimals, a dot and nothing else: `8525.67`.
///
/// ```
/// use swv_core::money::{Money, Rounding};
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

    /// The amount of so many whole euros.
    ///
    /// # Errors
    ///
    /// [`MoneyError::EurosOutOfRange`].
    ///
    /// ```
    /// # use swv_core::money::Money;
    /// assert_eq!(Money::from_euros(450)?.cents(), 45_000);
    /// # Ok::<(), swv_core::money::MoneyError>(())
    /// ```
    pub fn from_euros(euros: i64) -> Result<Money, MoneyError> {
        let cents = euros.checked_mul(100);
        cents.map(Money).ok_or(MoneyError::EurosOutOfRange { euros })
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

    /// Reads euros with at most two decimals: `8525.67`, `8525.6`, `-450`.
    ///
    /// Takes no currency sign, thousands separator, comma, plus sign or space:
    /// a source that writes those is cleaned where it is read.
    ///
    /// # Errors
    ///
    /// [`MoneyError::NotAnAmount`], [`MoneyError::TooManyDecimals`] or
    /// [`MoneyError::TextOutOfRange`].
    ///
    /// ```
    /// # use swv_core::money::Money;
    /// assert_eq!(Money::parse_decimal("-450")?, Money::from_cents(-45_000));
    /// assert!(Money::parse_decimal("8.525,67").is_err());
    /// # Ok::<(), swv_core::money::MoneyError>(())
    /// ```
    pub fn parse_decimal(text: &str) -> Result<Money, MoneyError> {
        let digits = text.strip_prefix('-').unwrap_or(text);
        let (whole, fraction) = match digits.split_once('.') {
            None => (digits, "0"),
            Some(parts) => parts,
        };
        let is_number = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
        if !is_number(whole) || !is_number(fraction) {
            return Err(MoneyError::NotAnAmount { text: text.to_owned() });
        }
        if fraction.len() > 2 {
            return Err(MoneyError::TooManyDecimals { text: text.to_owned() });
        }
        let sign = if text.starts_with('-') { "-" } else { "" };
        match format!("{sign}{whole}{fraction:0<2}").parse() {
            Ok(cents) => Ok(Money(cents)),
            Err(_) => Err(MoneyError::TextOutOfRange { text: text.to_owned() }),
        }
    }

    /// The sum of two amounts.
    ///
    /// # Errors
    ///
    /// [`MoneyError::Add`] where it does not fit.
    ///
    /// ```
    /// # use swv_core::money::Money;
    /// let sum = Money::from_cents(150).checked_add(Money::from_cents(-50))?;
    /// assert_eq!(sum, Money::from_cents(100));
    /// # Ok::<(), swv_core::money::MoneyError>(())
    /// ```
    pub fn checked_add(self, right: Money) -> Result<Money, MoneyError> {
        let cents = self.0.checked_add(right.0);
        cents.map(Money).ok_or(MoneyError::Add { left: self, right })
    }

    /// The difference of two amounts; may be negative.
    ///
    /// # Errors
    ///
    /// [`MoneyError::Subtract`] where it does not fit.
    ///
    /// ```
    /// # use swv_core::money::Money;
    /// let rest = Money::from_cents(100).checked_sub(Money::from_cents(150))?;
    /// assert_eq!(rest.to_string(), "-0.50");
    /// # Ok::<(), swv_core::money::MoneyError>(())
    /// ```
    pub fn checked_sub(self, right: Money) -> Result<Money, MoneyError> {
        let cents = self.0.checked_sub(right.0);
        cents.map(Money).ok_or(MoneyError::Subtract { left: self, right })
    }

    /// The opposite amount.
    ///
    /// # Errors
    ///
    /// [`MoneyError::Negate`] for [`Money::MIN`].
    ///
    /// ```
    /// # use swv_core::money::Money;
    /// assert_eq!(Money::from_cents(7).checked_neg()?, Money::from_cents(-7));
    /// # Ok::<(), swv_core::money::MoneyError>(())
    /// ```
    pub fn checked_neg(self) -> Result<Money, MoneyError> {
        let cents = self.0.checked_neg();
        cents.map(Money).ok_or(MoneyError::Negate { amount: self })
    }

    /// The amount so many times, for a count of pupils or schools.
    ///
    /// # Errors
    ///
    /// [`MoneyError::Multiply`] where it does not fit.
    ///
    /// ```
    /// # use swv_core::money::Money;
    /// assert_eq!(Money::from_cents(250).checked_mul(4)?, Money::from_cents(1_000));
    /// # Ok::<(), swv_core::money::MoneyError>(())
    /// ```
    pub fn checked_mul(self, factor: i64) -> Result<Money, MoneyError> {
        let cents = self.0.checked_mul(factor);
        cents.map(Money).ok_or(MoneyError::Multiply { amount: self, factor })
    }

    /// The amount times a rate: the exact product, rounded once to whole cents.
    ///
    /// # Errors
    ///
    /// [`MoneyError::Times`] where it does not fit, or where amount and rate
    /// together have more than 38 digits.
    ///
    /// ```
    /// # use swv_core::money::{Money, Rounding};
    /// # use swv_core::rate::Rate;
    /// let half = Rate::new(5, 1)?;
    /// assert_eq!(Money::from_cents(5).times(&half, Rounding::HalfEven)?.cents(), 2);
    /// assert_eq!(Money::from_cents(5).times(&half, Rounding::Ceiling)?.cents(), 3);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn times(self, rate: &Rate, rounding: Rounding) -> Result<Money, MoneyError> {
        let (mantissa, denominator) = rate.as_fraction();
        i128::from(self.0)
            .checked_mul(mantissa)
            .and_then(|numerator| rounding.divide(numerator, denominator))
            .and_then(|cents| i64::try_from(cents).ok())
            .map(Money)
            .ok_or(MoneyError::Times { amount: self, rate: *rate })
    }

    /// The sum of amounts; of none it is zero.
    ///
    /// # Errors
    ///
    /// [`MoneyError::Add`], with the sum so far and the amount that made it
    /// overflow.
    ///
    /// ```
    /// # use swv_core::money::Money;
    /// let sum = Money::try_sum([1, 2, 3].map(Money::from_cents))?;
    /// assert_eq!(sum, Money::from_cents(6));
    /// # Ok::<(), swv_core::money::MoneyError>(())
    /// ```
    pub fn try_sum(amounts: impl IntoIterator<Item = Money>) -> Result<Money, MoneyError> {
        amounts.into_iter().try_fold(Money::ZERO, Money::checked_add)
    }

    /// The amount in whole euros, rounded in the mode named.
    ///
    /// # Errors
    ///
    /// [`MoneyError::RoundToEuros`] where that does not fit.
    ///
    /// ```
    /// # use swv_core::money::{Money, Rounding};
    /// let amount = Money::from_cents(-149);
    /// assert_eq!(amount.rounded_to_euros(Rounding::Floor)?.to_string(), "-2.00");
    /// assert_eq!(amount.rounded_to_euros(Rounding::HalfEven)?.to_string(), "-1.00");
    /// # Ok::<(), swv_core::money::MoneyError>(())
    /// ```
    pub fn rounded_to_euros(self, rounding: Rounding) -> Result<Money, MoneyError> {
        rounding
            .divide(i128::from(self.0), 100)
            .and_then(|euros| i64::try_from(euros * 100).ok())
            .map(Money)
            .ok_or(MoneyError::RoundToEuros { amount: self, mode: rounding })
    }
}

impl FromStr for Money {
    type Err = MoneyError;

    /// As [`Money::parse_decimal`].
    fn from_str(text: &str) -> Result<Money, MoneyError> {
        Money::parse_decimal(text)
    }
}

/// Euros with two decimals, plain: `8525.67`. Width and alignment apply.
impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let cents = self.0.unsigned_abs();
        f.pad_integral(self.0 >= 0, "", &format!("{}.{:02}", cents / 100, cents % 100))
    }
}

#[cfg(test)]
mod tests;
