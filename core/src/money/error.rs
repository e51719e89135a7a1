//! What can go wrong with an amount.

use super::Money;
use crate::rate::Rate;
use crate::rounding::Rounding;

/// Why an amount could not be read or computed.
///
/// Every variant carries the operands, so that a caller can show which line of
/// a computation failed.
///
/// ```
/// use swv_core::money::{Money, MoneyError};
///
/// let error = "12.345".parse::<Money>().unwrap_err();
/// assert_eq!(error, MoneyError::TooManyDecimals { text: "12.345".to_owned() });
/// assert_eq!(
///     error.to_string(),
///     "the amount `12.345` has more than two decimals: round it to whole cents first",
/// );
/// ```
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum MoneyError {
    /// The text is not a plain decimal number.
    #[error(
        "`{text}` is not an amount in euros: write digits with at most one dot and two decimals, such as `8525.67` or `-450`"
    )]
    NotAnAmount {
        /// The text as given.
        text: String,
    },
    /// The text has a fraction of a cent, or a thousands separator that reads as one.
    #[error("the amount `{text}` has more than two decimals: round it to whole cents first")]
    TooManyDecimals {
        /// The text as given.
        text: String,
    },
    /// The text is an amount, but one that does not fit.
    #[error("the amount `{text}` does not fit: it must lie between {} and {}", Money::MIN, Money::MAX)]
    TextOutOfRange {
        /// The text as given.
        text: String,
    },
    /// A number of euros that does not fit in cents.
    #[error("{euros} euros does not fit: it must lie between {} and {}", Money::MIN, Money::MAX)]
    EurosOutOfRange {
        /// The euros as given.
        euros: i64,
    },
    /// A sum that does not fit.
    #[error("{left} + {right} does not fit in an amount: check the unit of both")]
    Add {
        /// The first amount.
        left: Money,
        /// The amount to be added.
        right: Money,
    },
    /// A difference that does not fit.
    #[error("{left} - {right} does not fit in an amount: check the unit of both")]
    Subtract {
        /// The first amount.
        left: Money,
        /// The amount to be subtracted.
        right: Money,
    },
    /// The lowest amount has no opposite.
    #[error("{amount} has no opposite that fits in an amount: check its unit")]
    Negate {
        /// The amount as given.
        amount: Money,
    },
    /// A product with a whole number that does not fit.
    #[error("{amount} times {factor} does not fit in an amount: check the unit of both")]
    Multiply {
        /// The amount as given.
        amount: Money,
        /// The whole number as given.
        factor: i64,
    },
    /// A product with a rate that does not fit, or not before it is rounded.
    #[error(
        "{amount} times the rate {rate} does not fit in an amount: check the unit of both, or give the rate fewer decimals"
    )]
    Times {
        /// The amount as given.
        amount: Money,
        /// The rate as given.
        rate: Rate,
    },
    /// A rounding that ends beyond the largest or smallest amount.
    #[error("{amount} rounded to whole euros ({mode:?}) does not fit in an amount: check its unit")]
    RoundToEuros {
        /// The amount as given.
        amount: Money,
        /// The rounding asked for.
        mode: Rounding,
    },
    /// A division over nobody.
    #[error("{amount} cannot be divided over no recipients: give at least one")]
    NoRecipients {
        /// The amount as given.
        amount: Money,
    },
    /// A division pro rata in which every weight is zero.
    #[error(
        "{amount} cannot be divided pro rata over {recipients} recipients whose weights are all zero: give at least one a weight, or divide equally"
    )]
    NoWeight {
        /// The amount as given.
        amount: Money,
        /// The number of recipients.
        recipients: usize,
    },
}
