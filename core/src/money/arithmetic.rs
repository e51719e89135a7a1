//! Computing with amounts: exact, and checked.

use super::{Money, MoneyError};
use crate::rate::Rate;
use crate::rounding::Rounding;

impl Money {
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
        cents.map(Money::from_cents).ok_or(MoneyError::EurosOutOfRange { euros })
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
        let cents = self.cents().checked_add(right.cents());
        cents.map(Money::from_cents).ok_or(MoneyError::Add { left: self, right })
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
        let cents = self.cents().checked_sub(right.cents());
        cents.map(Money::from_cents).ok_or(MoneyError::Subtract { left: self, right })
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
        let cents = self.cents().checked_neg();
        cents.map(Money::from_cents).ok_or(MoneyError::Negate { amount: self })
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
        let cents = self.cents().checked_mul(factor);
        cents.map(Money::from_cents).ok_or(MoneyError::Multiply { amount: self, factor })
    }

    /// The amount times a rate: the exact product, rounded once to whole cents.
    ///
    /// # Errors
    ///
    /// [`MoneyError::Times`] where it does not fit, or where amount and rate
    /// together have more than 38 digits.
    ///
    /// ```
    /// # use swv_core::{Money, Rounding};
    /// # use swv_core::rate::Rate;
    /// let half = Rate::new(5, 1)?;
    /// assert_eq!(Money::from_cents(5).times(&half, Rounding::HalfEven)?.cents(), 2);
    /// assert_eq!(Money::from_cents(5).times(&half, Rounding::Ceiling)?.cents(), 3);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn times(self, rate: &Rate, rounding: Rounding) -> Result<Money, MoneyError> {
        let (mantissa, denominator) = rate.as_fraction();
        i128::from(self.cents())
            .checked_mul(mantissa)
            .and_then(|numerator| rounding.divide(numerator, denominator))
            .and_then(|cents| i64::try_from(cents).ok())
            .map(Money::from_cents)
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
    /// # use swv_core::{Money, Rounding};
    /// let amount = Money::from_cents(-149);
    /// assert_eq!(amount.rounded_to_euros(Rounding::Floor)?.to_string(), "-2.00");
    /// assert_eq!(amount.rounded_to_euros(Rounding::HalfEven)?.to_string(), "-1.00");
    /// # Ok::<(), swv_core::money::MoneyError>(())
    /// ```
    pub fn rounded_to_euros(self, rounding: Rounding) -> Result<Money, MoneyError> {
        rounding
            .divide(i128::from(self.cents()), 100)
            .and_then(|euros| i64::try_from(euros * 100).ok())
            .map(Money::from_cents)
            .ok_or(MoneyError::RoundToEuros { amount: self, mode: rounding })
    }
}
