//! Making a rate of digits, or reading one.

use std::str::FromStr;

use rust_decimal::Decimal;

use super::arithmetic::exactly;
use super::{Rate, RateError};
use crate::string_form::{string_conversions, string_schema};

impl Rate {
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
}

impl FromStr for Rate {
    type Err = RateError;

    /// As [`Rate::parse`].
    fn from_str(text: &str) -> Result<Rate, RateError> {
        Rate::parse(text)
    }
}

string_conversions!(Rate, RateError);
string_schema!(
    Rate,
    pattern: r"^-?[0-9]+(\.[0-9]+)?%?$",
    description: "An exact decimal number, or a percentage: 0.035 or 3.5%"
);
