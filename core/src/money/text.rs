//! Reading an amount.

use std::str::FromStr;

use super::{Money, MoneyError};

impl Money {
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
            Ok(cents) => Ok(Money::from_cents(cents)),
            Err(_) => Err(MoneyError::TextOutOfRange { text: text.to_owned() }),
        }
    }
}

impl FromStr for Money {
    type Err = MoneyError;

    /// As [`Money::parse_decimal`].
    fn from_str(text: &str) -> Result<Money, MoneyError> {
        Money::parse_decimal(text)
    }
}
