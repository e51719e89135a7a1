//! What can go wrong with a rate.

use super::Rate;

/// Why a rate could not be read or computed.
///
/// ```
/// use swv_core::rate::Rate;
///
/// let error = "3,5%".parse::<Rate>().unwrap_err();
/// assert_eq!(
///     error.to_string(),
///     "`3,5%` is not a rate: write a decimal number with a dot, such as `0.035`, or a percentage, such as `3.5%`",
/// );
/// ```
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum RateError {
    /// The text is not a decimal number or percentage.
    #[error(
        "`{text}` is not a rate: write a decimal number with a dot, such as `0.035`, or a percentage, such as `3.5%`"
    )]
    NotARate {
        /// The text as given.
        text: String,
    },
    /// The text is a number with more digits than a rate holds.
    #[error("the rate `{text}` has too many digits: a rate holds 28; round it first")]
    TooManyDigits {
        /// The text as given.
        text: String,
    },
    /// A scale beyond the number of decimals that a rate holds.
    #[error("a rate cannot have {decimals} decimals: ask for 28 at most")]
    TooManyDecimals {
        /// The number of decimals asked for.
        decimals: u32,
    },
    /// A product that a rate cannot hold exactly.
    #[error("the rates {left} times {right} do not fit exactly: round one of them first")]
    Multiply {
        /// The first rate.
        left: Rate,
        /// The second rate.
        right: Rate,
    },
    /// A sum that a rate cannot hold exactly.
    #[error("the rates {left} + {right} do not fit exactly: round one of them first")]
    Add {
        /// The first rate.
        left: Rate,
        /// The rate to be added.
        right: Rate,
    },
    /// A difference that a rate cannot hold exactly.
    #[error("the rates {left} - {right} do not fit exactly: round one of them first")]
    Subtract {
        /// The first rate.
        left: Rate,
        /// The rate to be subtracted.
        right: Rate,
    },
    /// A power that a rate cannot hold exactly.
    #[error("the rate {base} to the power {exponent} does not fit exactly: multiply step by step and round each step")]
    Power {
        /// The rate as given.
        base: Rate,
        /// The exponent as given.
        exponent: u32,
    },
    /// A ratio to nothing.
    #[error("the ratio of {numerator} to 0 does not exist: check what is counted in the denominator")]
    ZeroDenominator {
        /// The numerator as given.
        numerator: i64,
    },
    /// A ratio that does not fit with so many decimals.
    #[error("the ratio of {numerator} to {denominator} does not fit with {decimals} decimals: ask for fewer")]
    Ratio {
        /// The numerator as given.
        numerator: i64,
        /// The denominator as given.
        denominator: i64,
        /// The number of decimals asked for.
        decimals: u32,
    },
    /// A rate that does not fit with so many decimals.
    #[error("the rate {rate} does not fit with {decimals} decimals: ask for fewer")]
    Round {
        /// The rate as given.
        rate: Rate,
        /// The number of decimals asked for.
        decimals: u32,
    },
}
