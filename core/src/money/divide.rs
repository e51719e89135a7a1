//! Dividing an amount over recipients without losing or making a cent.

use std::cmp::Reverse;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Money, MoneyError};

/// Who gets the cents that are left when an amount does not divide evenly.
///
/// First every recipient gets its exact share with the fraction of a cent
/// dropped (toward zero, so a negative amount works the same). What is left is
/// less than one cent for each recipient that has a weight.
///
/// Order matters for two of the rules: a caller whose recipients come in no
/// fixed order sorts them first, or the same data gives different cents.
///
/// ```
/// use swv_core::money::{Money, RemainderRule};
///
/// let amount = Money::from_cents(10);
/// let kept = amount.divide_pro_rata(&[1, 5], RemainderRule::KeptAside)?;
/// assert_eq!(kept.shares, [1, 8].map(Money::from_cents));
/// assert_eq!(kept.remainder, Money::from_cents(1));
///
/// // Exactly 1.67 and 8.33: the first recipient's fraction is the largest.
/// let given = amount.divide_pro_rata(&[1, 5], RemainderRule::LargestFractions)?;
/// assert_eq!(given.shares, [2, 8].map(Money::from_cents));
/// # Ok::<(), swv_core::money::MoneyError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[schemars(description = "Who gets the cents that are left when an amount does not divide evenly")]
pub enum RemainderRule {
    /// Nobody: the rest is returned as [`Division::remainder`].
    KeptAside,
    /// One cent each to the first recipients in order that have a weight. A
    /// recipient may so get a cent more than a later one of larger weight.
    FirstRecipients,
    /// One cent each to the largest dropped fractions; equal fractions go in
    /// order. A larger weight never gets less than a smaller one.
    LargestFractions,
}

/// An amount divided: the shares, in the order of the recipients, and what was
/// kept aside.
///
/// The shares and the remainder always sum to the amount divided. The
/// remainder is zero unless the rule was [`RemainderRule::KeptAside`].
///
/// ```
/// use swv_core::money::{Money, RemainderRule};
///
/// let division = Money::from_cents(100).divide_equally(3, RemainderRule::KeptAside)?;
/// assert_eq!(division.shares, vec![Money::from_cents(33); 3]);
/// assert_eq!(division.remainder, Money::from_cents(1));
/// # Ok::<(), swv_core::money::MoneyError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Division {
    /// One share for each recipient, in their order.
    pub shares: Vec<Money>,
    /// What no recipient got.
    pub remainder: Money,
}

impl Money {
    /// Divides over a number of recipients that count the same.
    ///
    /// # Errors
    ///
    /// [`MoneyError::NoRecipients`] where there is none.
    ///
    /// ```
    /// # use swv_core::money::{Money, RemainderRule};
    /// let division = Money::from_cents(-100).divide_equally(3, RemainderRule::FirstRecipients)?;
    /// assert_eq!(division.shares, [-34, -33, -33].map(Money::from_cents));
    /// # Ok::<(), swv_core::money::MoneyError>(())
    /// ```
    pub fn divide_equally(self, recipients: usize, rule: RemainderRule) -> Result<Division, MoneyError> {
        self.divide_pro_rata(&vec![1; recipients], rule)
    }

    /// Divides over recipients in proportion to their weights, such as pupils.
    ///
    /// A recipient of weight zero gets nothing, also none of the rest.
    ///
    /// # Errors
    ///
    /// [`MoneyError::NoRecipients`] where there is none, and
    /// [`MoneyError::NoWeight`] where all weights are zero; also when the
    /// amount is zero, so that a rule without a basis shows.
    ///
    /// ```
    /// # use swv_core::money::{Money, RemainderRule};
    /// let budget = Money::from_euros(1_000)?;
    /// let division = budget.divide_pro_rata(&[220, 0, 440], RemainderRule::LargestFractions)?;
    /// assert_eq!(division.shares, [33_333, 0, 66_667].map(Money::from_cents));
    /// # Ok::<(), swv_core::money::MoneyError>(())
    /// ```
    pub fn divide_pro_rata(self, weights: &[u64], rule: RemainderRule) -> Result<Division, MoneyError> {
        if weights.is_empty() {
            return Err(MoneyError::NoRecipients { amount: self });
        }
        // No slice is long enough to overflow this sum, and no product below
        // is larger than 2^63 times 2^64.
        let total: i128 = weights.iter().copied().map(i128::from).sum();
        if total == 0 {
            return Err(MoneyError::NoWeight { amount: self, recipients: weights.len() });
        }

        let amount = i128::from(self.cents());
        let exact = |weight: u64| amount * i128::from(weight);
        // No share is larger than the amount, so each fits.
        let mut shares: Vec<i64> = weights.iter().map(|&weight| (exact(weight) / total) as i64).collect();
        let mut rest = self.cents() - shares.iter().sum::<i64>();

        let mut order: Vec<usize> = (0..weights.len()).filter(|&index| weights[index] > 0).collect();
        match rule {
            RemainderRule::KeptAside => order.clear(),
            RemainderRule::FirstRecipients => {}
            RemainderRule::LargestFractions => {
                order.sort_by_key(|&index| Reverse((exact(weights[index]) % total).unsigned_abs()));
            }
        }
        for index in order {
            let cent = rest.signum();
            shares[index] += cent;
            rest -= cent;
        }

        Ok(Division { shares: shares.into_iter().map(Money::from_cents).collect(), remainder: Money::from_cents(rest) })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const RULES: [RemainderRule; 3] =
        [RemainderRule::KeptAside, RemainderRule::FirstRecipients, RemainderRule::LargestFractions];

    fn check(amount: i64, weights: &[u64], rule: RemainderRule, expected: &[i64], remainder: i64) {
        let division = Money::from_cents(amount).divide_pro_rata(weights, rule).unwrap();
        let shares: Vec<i64> = division.shares.iter().map(|share| share.cents()).collect();
        assert_eq!((shares.as_slice(), division.remainder.cents()), (expected, remainder), "{rule:?}");
    }

    #[test]
    fn the_rest_goes_where_the_rule_says() {
        check(11, &[0, 1, 2, 2], RemainderRule::KeptAside, &[0, 2, 4, 4], 1);
        check(11, &[0, 1, 2, 2], RemainderRule::FirstRecipients, &[0, 3, 4, 4], 0);
        check(11, &[0, 1, 2, 2], RemainderRule::LargestFractions, &[0, 2, 5, 4], 0);
    }

    #[test]
    fn a_negative_amount_divides_as_its_opposite() {
        check(-11, &[0, 1, 2, 2], RemainderRule::KeptAside, &[0, -2, -4, -4], -1);
        check(-11, &[0, 1, 2, 2], RemainderRule::LargestFractions, &[0, -2, -5, -4], 0);
    }

    #[test]
    fn the_largest_operands_do_not_overflow() {
        check(i64::MIN, &[u64::MAX, 0], RemainderRule::KeptAside, &[i64::MIN, 0], 0);
        check(i64::MAX, &[u64::MAX; 2], RemainderRule::KeptAside, &[i64::MAX / 2; 2], 1);
    }

    #[test]
    fn no_recipients_and_no_weight_are_errors_also_for_zero() {
        let amount = Money::ZERO;
        for rule in RULES {
            assert_eq!(amount.divide_equally(0, rule), Err(MoneyError::NoRecipients { amount }));
            assert_eq!(amount.divide_pro_rata(&[], rule), Err(MoneyError::NoRecipients { amount }));
            assert_eq!(amount.divide_pro_rata(&[0, 0], rule), Err(MoneyError::NoWeight { amount, recipients: 2 }),);
        }
    }

    fn weights() -> impl Strategy<Value = Vec<u64>> {
        let weight = prop_oneof![Just(0), 1..2_000_u64, any::<u64>()];
        proptest::collection::vec(weight, 1..40).prop_filter("some weight", |w| w.iter().any(|&w| w > 0))
    }

    proptest! {
        #[test]
        fn nothing_is_lost(
            amount in any::<i64>(), weights in weights(), rule in proptest::sample::select(RULES.to_vec()),
        ) {
            let division = Money::from_cents(amount).divide_pro_rata(&weights, rule).unwrap();
            prop_assert_eq!(division.shares.len(), weights.len());
            let shares = Money::try_sum(division.shares).unwrap();
            prop_assert_eq!(shares.checked_add(division.remainder), Ok(Money::from_cents(amount)));
            prop_assert!(rule == RemainderRule::KeptAside || division.remainder == Money::ZERO);
        }

        #[test]
        fn a_share_is_within_a_cent_of_exact_and_never_of_the_wrong_sign(
            amount in any::<i32>(), weights in weights(), rule in proptest::sample::select(RULES.to_vec()),
        ) {
            let amount = i64::from(amount);
            let division = Money::from_cents(amount).divide_pro_rata(&weights, rule).unwrap();
            let total: i128 = weights.iter().copied().map(i128::from).sum();
            for (share, &weight) in division.shares.iter().zip(&weights) {
                let exact = i128::from(amount) * i128::from(weight);
                prop_assert!((i128::from(share.cents()) * total - exact).abs() <= total);
                prop_assert!(share.cents() == 0 || share.cents().signum() == amount.signum());
                prop_assert!(weight > 0 || *share == Money::ZERO);
            }
        }

        #[test]
        fn a_larger_weight_never_gets_less(
            amount in any::<i64>(), weights in weights(), first in any::<bool>(),
        ) {
            let rule = if first { RemainderRule::KeptAside } else { RemainderRule::LargestFractions };
            let division = Money::from_cents(amount).divide_pro_rata(&weights, rule).unwrap();
            for (one, &small) in division.shares.iter().zip(&weights) {
                for (other, &large) in division.shares.iter().zip(&weights) {
                    if small < large {
                        prop_assert!(one.cents().unsigned_abs() <= other.cents().unsigned_abs());
                    }
                }
            }
        }

        #[test]
        fn equal_shares_differ_by_at_most_a_cent(
            amount in any::<i64>(), recipients in 1_usize..50, rule in proptest::sample::select(RULES.to_vec()),
        ) {
            let division = Money::from_cents(amount).divide_equally(recipients, rule).unwrap();
            let lowest = division.shares.iter().min().unwrap().cents();
            let highest = division.shares.iter().max().unwrap().cents();
            prop_assert!(highest - lowest <= 1);
        }
    }
}
