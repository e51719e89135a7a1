//! Computing with rates: exact, and checked.

use rust_decimal::Decimal;

use super::{Rate, RateError};
use crate::rounding::Rounding;

impl Rate {
    /// The ratio of two whole numbers: the exact quotient, rounded once.
    ///
    /// # Errors
    ///
    /// [`RateError::ZeroDenominator`], [`RateError::TooManyDecimals`], or
    /// [`RateError::Ratio`] where it does not fit with so many decimals.
    ///
    /// ```
    /// # use swv_core::Rounding;
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
    /// # use swv_core::Rounding;
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
    /// # use swv_core::Rounding;
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
}

/// Ten to the power `exponent`, where that fits.
fn power_of_ten(exponent: u32) -> Option<i128> {
    10_i128.checked_pow(exponent)
}

/// The rate of that mantissa and scale, dropping trailing zeros as far as
/// needed to hold it; none where a rate cannot hold it exactly.
pub(super) fn exactly(mut mantissa: i128, mut scale: u32) -> Option<Rate> {
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
