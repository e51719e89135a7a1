//! Rates: exact decimal factors, such as a percentage or an index.

mod error;

pub use error::RateError;

use std::fmt;
use std::str::FromStr;

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::money::Rounding;
use crate::string_form::{string_conversions, string_schema};

/// An exact decimal number without a unit: a percentage, a share or an index.
///
/// Holds at most 28 decimals and 28 digits in all, and may be negative. What a
/// computation returns is exact; a result that is not, or does not fit, is an
/// error rather than an approximation, except where a [`Rounding`] is named.
/// Rates compare and hash by value, so `0.50` equals `0.5`, and keep the
/// decimals with which they were written.
///
/// As text, and in a file, it is a decimal number or a percentage: `0.035` or
/// `3.5%`. It is never a JSON or TOML number, which would pass through
/// floating point.
///
/// ```
/// use swv_core::rate::Rate;
///
/// let participation: Rate = "3.5%".parse()?;
/// assert_eq!(participation, "0.0350".parse()?);
/// assert_eq!(participation.to_string(), "0.035");
///
/// let index: Rate = "1.02".parse()?;
/// assert_eq!(index.powi(3)?.to_string(), "1.061208");
/// # Ok::<(), swv_core::rate::RateError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Rate(Decimal);

impl Rate {
    /// The rate 0.
    pub const ZERO: Rate = Rate(Decimal::ZERO);
    /// The rate 1, or 100%.
    pub const ONE: Rate = Rate(Decimal::ONE);

    /// The rate `mantissa` divided by ten to the power `scale`.
    ///
    /// # Errors
    ///
    /// [`RateError::TooManyDecimals`] where the scale is over 28.
    ///
    /// ```
    /// # use swv_core::rate::Rate;
    /// assert_eq!(Rate::new(35, 3)?, "0.035".parse()?);
    /// # Ok::<(), swv_core::rate::RateError>(())
    /// ```
    pub fn new(mantissa: i64, scale: u32) -> Result<Rate, RateError> {
        let rate = Decimal::try_new(mantissa, scale);
        rate.map(Rate).map_err(|_| RateError::TooManyDecimals { decimals: scale })
    }

    /// Reads a decimal number or a percentage; the same as `FromStr`.
    ///
    /// # Errors
    ///
    /// [`RateError::NotARate`] or [`RateError::TooManyDigits`].
    ///
    /// ```
    /// # use swv_core::rate::Rate;
    /// assert_eq!(Rate::parse("-2%")?, Rate::new(-2, 2)?);
    /// # Ok::<(), swv_core::rate::RateError>(())
    /// ```
    pub fn parse(text: &str) -> Result<Rate, RateError> {
        let (number, percent) = match text.strip_suffix('%') {
            Some(number) => (number, 2),
            None => (text, 0),
        };
        let digits = number.strip_prefix('-').unwrap_or(number);
        let (whole, fraction) = match digits.split_once('.') {
            Some((_, "")) => {
                return Err(RateError::NotARate { text: text.to_owned() });
            }
            Some(parts) => parts,
            None => (digits, ""),
        };
        let all_digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        if whole.is_empty() || !all_digits(whole) || !all_digits(fraction) {
            return Err(RateError::NotARate { text: text.to_owned() });
        }
        let sign = if number.starts_with('-') { "-" } else { "" };
        let mantissa = format!("{sign}{whole}{fraction}").parse().ok();
        let scale = u32::try_from(fraction.len() + percent).ok();
        mantissa
            .zip(scale)
            .and_then(|(mantissa, scale)| exactly(mantissa, scale))
            .ok_or_else(|| RateError::TooManyDigits { text: text.to_owned() })
    }

    /// The ratio of two whole numbers: the exact quotient, rounded once.
    ///
    /// # Errors
    ///
    /// [`RateError::ZeroDenominator`], [`RateError::TooManyDecimals`], or
    /// [`RateError::Ratio`] where it does not fit with so many decimals.
    ///
    /// ```
    /// # use swv_core::money::Rounding;
    /// # use swv_core::rate::Rate;
    /// let share = Rate::ratio(2, 3, 4, Rounding::HalfAwayFromZero)?;
    /// assert_eq!(share.to_string(), "0.6667");
    /// # Ok::<(), swv_core::rate::RateError>(())
    /// ```
    pub fn ratio(numerator: i64, denominator: i64, decimals: u32, rounding: Rounding) -> Result<Rate, RateError> {
        if denominator == 0 {
            return Err(RateError::ZeroDenominator { numerator });
        }
        if decimals > Decimal::MAX_SCALE {
            return Err(RateError::TooManyDecimals { decimals });
        }
        power_of_ten(decimals)
            .and_then(|ten| ten.checked_mul(i128::from(numerator)))
            .and_then(|scaled| rounding.divide(scaled, i128::from(denominator)))
            .and_then(|mantissa| Decimal::try_from_i128_with_scale(mantissa, decimals).ok())
            .map(Rate)
            .ok_or(RateError::Ratio { numerator, denominator, decimals })
    }

    /// The digits without the decimal point.
    ///
    /// ```
    /// # use swv_core::rate::Rate;
    /// assert_eq!(Rate::parse("-0.0350")?.mantissa(), -350);
    /// # Ok::<(), swv_core::rate::RateError>(())
    /// ```
    pub fn mantissa(&self) -> i128 {
        self.0.mantissa()
    }

    /// The number of decimals, 0 to 28.
    ///
    /// ```
    /// # use swv_core::rate::Rate;
    /// assert_eq!(Rate::parse("0.0350")?.scale(), 4);
    /// # Ok::<(), swv_core::rate::RateError>(())
    /// ```
    pub fn scale(&self) -> u32 {
        self.0.scale()
    }

    /// The exact product, without the trailing zeros of either rate.
    ///
    /// # Errors
    ///
    /// [`RateError::Multiply`] where a rate cannot hold it exactly.
    ///
    /// ```
    /// # use swv_core::rate::Rate;
    /// let product = Rate::parse("1.02")?.checked_mul(Rate::parse("50%")?)?;
    /// assert_eq!(product, Rate::parse("0.51")?);
    /// # Ok::<(), swv_core::rate::RateError>(())
    /// ```
    pub fn checked_mul(self, right: Rate) -> Result<Rate, RateError> {
        product(self, right).ok_or(RateError::Multiply { left: self, right })
    }

    /// The exact sum.
    ///
    /// # Errors
    ///
    /// [`RateError::Add`] where a rate cannot hold it exactly.
    ///
    /// ```
    /// # use swv_core::rate::Rate;
    /// let index = Rate::ONE.checked_add(Rate::parse("2.3%")?)?;
    /// assert_eq!(index.to_string(), "1.023");
    /// # Ok::<(), swv_core::rate::RateError>(())
    /// ```
    pub fn checked_add(self, right: Rate) -> Result<Rate, RateError> {
        aligned(self, right)
            .and_then(|(left, right, scale)| exactly(left.checked_add(right)?, scale))
            .ok_or(RateError::Add { left: self, right })
    }

    /// The exact difference.
    ///
    /// # Errors
    ///
    /// [`RateError::Subtract`] where a rate cannot hold it exactly.
    ///
    /// ```
    /// # use swv_core::rate::Rate;
    /// let above = Rate::parse("4.1%")?.checked_sub(Rate::parse("3%")?)?;
    /// assert_eq!(above.to_string(), "0.011");
    /// # Ok::<(), swv_core::rate::RateError>(())
    /// ```
    pub fn checked_sub(self, right: Rate) -> Result<Rate, RateError> {
        aligned(self, right)
            .and_then(|(left, right, scale)| exactly(left.checked_sub(right)?, scale))
            .ok_or(RateError::Subtract { left: self, right })
    }

    /// The exact power; to the power 0 it is 1.
    ///
    /// # Errors
    ///
    /// [`RateError::Power`] where a rate cannot hold it exactly: an index with
    /// four decimals, for one, goes no further than the power 7.
    ///
    /// ```
    /// # use swv_core::rate::Rate;
    /// assert_eq!(Rate::parse("1.1")?.powi(2)?.to_string(), "1.21");
    /// assert_eq!(Rate::parse("1.1")?.powi(0)?, Rate::ONE);
    /// # Ok::<(), swv_core::rate::RateError>(())
    /// ```
    pub fn powi(self, exponent: u32) -> Result<Rate, RateError> {
        let error = RateError::Power { base: self, exponent };
        let mut power = Rate::ONE;
        let mut square = self;
        let mut rest = exponent;
        while rest > 0 {
            if rest % 2 == 1 {
                power = product(power, square).ok_or_else(|| error.clone())?;
            }
            rest /= 2;
            if rest > 0 {
                square = product(square, square).ok_or_else(|| error.clone())?;
            }
        }
        Ok(power)
    }

    /// The rate with exactly so many decimals, rounded in the mode named where
    /// it has more, and filled up with zeros where it has fewer.
    ///
    /// # Errors
    ///
    /// [`RateError::TooManyDecimals`], or [`RateError::Round`] where it does
    /// not fit with so many.
    ///
    /// ```
    /// # use swv_core::money::Rounding;
    /// # use swv_core::rate::Rate;
    /// let rate = Rate::parse("1.02345")?;
    /// assert_eq!(rate.rounded(3, Rounding::HalfEven)?.to_string(), "1.023");
    /// assert_eq!(rate.rounded(6, Rounding::HalfEven)?.to_string(), "1.023450");
    /// # Ok::<(), swv_core::rate::RateError>(())
    /// ```
    pub fn rounded(self, decimals: u32, rounding: Rounding) -> Result<Rate, RateError> {
        self.times_rounded(1, decimals, rounding)
    }

    /// The rate times 100, with exactly so many decimals, rounded in the mode
    /// named. The result is a number of percents, for display.
    ///
    /// # Errors
    ///
    /// [`RateError::TooManyDecimals`], or [`RateError::Round`] where it does
    /// not fit with so many.
    ///
    /// ```
    /// # use swv_core::money::Rounding;
    /// # use swv_core::rate::Rate;
    /// let rate = Rate::parse("0.0269")?;
    /// assert_eq!(rate.to_percent(1, Rounding::HalfAwayFromZero)?.to_string(), "2.7");
    /// # Ok::<(), swv_core::rate::RateError>(())
    /// ```
    pub fn to_percent(self, decimals: u32, rounding: Rounding) -> Result<Rate, RateError> {
        self.times_rounded(100, decimals, rounding)
    }

    fn times_rounded(self, factor: i128, decimals: u32, rounding: Rounding) -> Result<Rate, RateError> {
        if decimals > Decimal::MAX_SCALE {
            return Err(RateError::TooManyDecimals { decimals });
        }
        let (mantissa, denominator) = self.as_fraction();
        let multiplied = mantissa.checked_mul(factor);
        multiplied
            .zip(power_of_ten(decimals))
            .and_then(|(multiplied, ten)| {
                // Whichever way round keeps the numbers small.
                if ten >= denominator {
                    multiplied.checked_mul(ten / denominator)
                } else {
                    rounding.divide(multiplied, denominator / ten)
                }
            })
            .and_then(|mantissa| Decimal::try_from_i128_with_scale(mantissa, decimals).ok())
            .map(Rate)
            .ok_or(RateError::Round { rate: self, decimals })
    }

    /// The rate as a numerator and a denominator that is a power of ten,
    /// without trailing zeros.
    pub(crate) fn as_fraction(&self) -> (i128, i128) {
        let rate = self.0.normalize();
        (rate.mantissa(), 10_i128.pow(rate.scale()))
    }
}

/// Ten to the power `exponent`, where that fits.
fn power_of_ten(exponent: u32) -> Option<i128> {
    10_i128.checked_pow(exponent)
}

/// The rate of that mantissa and scale, dropping trailing zeros as far as
/// needed to hold it; none where a rate cannot hold it exactly.
fn exactly(mut mantissa: i128, mut scale: u32) -> Option<Rate> {
    loop {
        if let Ok(rate) = Decimal::try_from_i128_with_scale(mantissa, scale) {
            return Some(Rate(rate));
        }
        if scale == 0 || mantissa % 10 != 0 {
            return None;
        }
        mantissa /= 10;
        scale -= 1;
    }
}

/// The exact product, where a rate can hold it.
fn product(left: Rate, right: Rate) -> Option<Rate> {
    let (left, right) = (left.0.normalize(), right.0.normalize());
    let mantissa = left.mantissa().checked_mul(right.mantissa())?;
    exactly(mantissa, left.scale() + right.scale())
}

/// Both mantissas at the larger of the two scales, and that scale.
fn aligned(left: Rate, right: Rate) -> Option<(i128, i128, u32)> {
    let scale = left.scale().max(right.scale());
    let at_scale = |rate: Rate| rate.mantissa().checked_mul(power_of_ten(scale - rate.scale())?);
    Some((at_scale(left)?, at_scale(right)?, scale))
}

impl FromStr for Rate {
    type Err = RateError;

    /// As [`Rate::parse`].
    fn from_str(text: &str) -> Result<Rate, RateError> {
        Rate::parse(text)
    }
}

/// A plain decimal number with the decimals that the rate has. Width and
/// alignment apply; a precision does not, because it would round unnamed.
impl fmt::Display for Rate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad_integral(self.mantissa() >= 0, "", &self.0.abs().to_string())
    }
}

string_conversions!(Rate, RateError);
string_schema!(
    Rate,
    pattern: r"^-?[0-9]+(\.[0-9]+)?%?$",
    description: "An exact decimal number, or a percentage: 0.035 or 3.5%"
);

#[cfg(test)]
mod tests;
