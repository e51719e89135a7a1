//! A rate, and the digits that it holds.

use std::fmt;

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

/// An exact decimal number without a unit: a percentage, a share or an index.
///
/// Holds at most 28 decimals and 28 digits in all, and may be negative. What a
/// computation returns is exact; a result that is not, or does not fit, is an
/// error rather than an approximation, except where a
/// [`Rounding`](crate::Rounding) is named.
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
pub struct Rate(pub(super) Decimal);

impl Rate {
    /// The rate 0.
    pub const ZERO: Rate = Rate(Decimal::ZERO);
    /// The rate 1, or 100%.
    pub const ONE: Rate = Rate(Decimal::ONE);

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

    /// The rate as a numerator and a denominator that is a power of ten,
    /// without trailing zeros.
    pub(crate) fn as_fraction(&self) -> (i128, i128) {
        let rate = self.0.normalize();
        (rate.mantissa(), 10_i128.pow(rate.scale()))
    }
}

/// A plain decimal number with the decimals that the rate has. Width and
/// alignment apply; a precision does not, because it would round unnamed.
impl fmt::Display for Rate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad_integral(self.mantissa() >= 0, "", &self.0.abs().to_string())
    }
}
