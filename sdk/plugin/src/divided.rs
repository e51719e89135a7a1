//! An amount that is divided whole, and what is left of it.

use std::num::NonZeroU32;

use swv_core::{Allocation, AllocationInput, Failure, Money, RecipientKind, Remainder, Rounding};

use crate::PerQuantity;
use crate::per_quantity::Basis;

/// An amount that is divided whole over those that have some of a quantity.
/// Each share is rounded down, so that what is handed out never exceeds the
/// amount; what is left is recorded as the rule's remainder.
///
/// A share depends on the count of every recipient: where one is not exact,
/// that recipient is a gap, nobody receives a line, and the whole amount is
/// left. So it is where the dataset lacks the quantity, or nobody has any. An
/// amount of nothing has no shares; one below zero is owed and is taken off, in
/// shares that are rounded likewise, so that its remainder may be a few cents
/// on either side.
///
/// ```
/// use swv_plugin::{Allocation, AllocationInput, Divided, Failure};
///
/// fn algemene_middelen(allocation: &mut Allocation, input: &AllocationInput) -> Result<(), Failure> {
///     let amount = input.budget.money("algemene-middelen", input.year)?;
///     Divided::new("algemene-middelen", "leerlingen", amount).per_quantity(allocation, input)
/// }
/// ```
#[derive(Clone, Debug)]
pub struct Divided<'a> {
    rule: &'a str,
    basis: Basis<'a>,
    amount: Money,
    to: Option<fn(RecipientKind) -> bool>,
}

impl<'a> Divided<'a> {
    /// `amount` by `quantity`, over the regular schools of the sector.
    pub fn new(rule: &'a str, quantity: &'a str, amount: Money) -> Divided<'a> {
        Divided { rule, basis: Basis::Quantity(quantity), amount, to: None }
    }

    /// `amount` over those that have an attribute, to each as much.
    pub fn among(rule: &'a str, attribute: &'a str, amount: Money) -> Divided<'a> {
        Divided { rule, basis: Basis::Attribute(attribute), amount, to: None }
    }

    /// Over recipients of these kinds instead.
    pub fn to(self, to: fn(RecipientKind) -> bool) -> Divided<'a> {
        Divided { to: Some(to), ..self }
    }

    /// As one rate: the amount divided by the total, in whole cents.
    ///
    /// # Errors
    /// [`Failure::OutOfRange`] when an amount leaves the range of whole cents.
    pub fn per_quantity(self, allocation: &mut Allocation, input: &AllocationInput) -> Result<(), Failure> {
        if self.amount == Money::ZERO {
            return Ok(());
        }
        let total = self.total(allocation, input)?;
        let Some(cents) = Rounding::Floor.divide(i128::from(self.amount.cents()), i128::from(total)) else {
            return self.leaves(allocation, self.amount);
        };
        let out_of_range = |_| Failure::OutOfRange(format!("{} divided by {total}", self.amount));
        let rate = Money::from_cents(i64::try_from(cents).map_err(out_of_range)?);
        self.lines(rate).add(allocation, input)?;
        let left = self.amount.checked_sub(rate.checked_mul(total)?)?;
        self.leaves(allocation, left)
    }

    /// In proportion to the quantity: each share is a part of the amount.
    ///
    /// # Errors
    /// As for [`Divided::per_quantity`].
    pub fn in_proportion(self, allocation: &mut Allocation, input: &AllocationInput) -> Result<(), Failure> {
        if self.amount == Money::ZERO {
            return Ok(());
        }
        let total = self.total(allocation, input)?;
        let out_of_range = |_| Failure::OutOfRange(format!("a total of {total} {}", self.basis.name()));
        let Some(per) = NonZeroU32::new(u32::try_from(total).map_err(out_of_range)?) else {
            return self.leaves(allocation, self.amount);
        };
        let before = allocation.amounts.len();
        self.lines(self.amount).per(per).add(allocation, input)?;
        let shares = Money::try_sum(allocation.amounts[before..].iter().map(|cents| Money::from_cents(*cents)))?;
        let left = self.amount.checked_sub(shares)?;
        self.leaves(allocation, left)
    }

    fn lines(&self, rate: Money) -> PerQuantity<'a> {
        let lines = PerQuantity::of(self.rule, self.basis, Ok(rate));
        match self.to {
            Some(to) => lines.to(to),
            None => lines,
        }
    }

    fn leaves(&self, allocation: &mut Allocation, amount: Money) -> Result<(), Failure> {
        allocation.remainders.push(Remainder { rule: self.rule.to_owned(), amount });
        Ok(())
    }

    /// How many there are in all; none where that is not exactly known, which
    /// is recorded.
    fn total(&self, allocation: &mut Allocation, input: &AllocationInput) -> Result<i64, Failure> {
        // Without a rate only what is not known is recorded.
        let mut counted = Allocation::default();
        self.lines(Money::ZERO).add(&mut counted, input)?;
        counted.absent.iter().for_each(|quantity| allocation.add_absent(quantity));
        counted.gaps().for_each(|gap| allocation.add_gap_of(gap.recipient, gap.rule, gap.cause));
        let known = counted.absent.is_empty() && counted.gaps().count() == 0;
        Ok(if known { counted.lines().map(|line| line.quantity).sum() } else { 0 })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use swv_core::{PupilCount, SchoolKind};

    use super::*;
    use crate::testing::input;

    type Divide = fn(Divided<'static>, &mut Allocation, &AllocationInput) -> Result<(), Failure>;

    const BOTH: [Divide; 2] = [Divided::per_quantity, Divided::in_proportion];

    fn divided(divide: Divide, counts: Vec<PupilCount>, cents: i64) -> Allocation {
        let mut allocation = Allocation::default();
        let input = input(SchoolKind::Bao, counts);
        divide(Divided::new("r", "leerlingen", Money::from_cents(cents)), &mut allocation, &input).unwrap();
        allocation.check(input.kinds.len()).unwrap();
        allocation
    }

    #[test]
    fn a_rate_per_pupil_is_rounded_down_and_a_share_is_not_a_multiple_of_it() {
        let counts = || vec![PupilCount::Exact(2), PupilCount::Exact(1)];
        assert_eq!(divided(Divided::per_quantity, counts(), 1000).amounts, [666, 333]);
        assert_eq!(divided(Divided::in_proportion, counts(), 1000).amounts, [666, 333]);
        assert_eq!(divided(Divided::per_quantity, counts(), 1002).amounts, [668, 334]);
        assert_eq!(divided(Divided::in_proportion, counts(), 1001).amounts, [667, 333]);
    }

    #[test]
    fn an_amount_of_nothing_makes_no_lines_and_leaves_nothing() {
        for divide in BOTH {
            assert_eq!(divided(divide, vec![PupilCount::Exact(2)], 0), Allocation::default());
        }
    }

    #[test]
    fn an_amount_that_is_owed_is_taken_off() {
        let counts = || vec![PupilCount::Exact(2), PupilCount::Exact(1)];
        let allocation = divided(Divided::in_proportion, counts(), -1000);
        assert_eq!((allocation.amounts, allocation.remainders[0].amount.cents()), (vec![-666, -333], -1));
        let allocation = divided(Divided::per_quantity, counts(), -1000);
        assert_eq!((allocation.amounts, allocation.remainders[0].amount.cents()), (vec![-668, -334], 2));
    }

    #[test]
    fn without_pupils_everything_is_left() {
        for divide in BOTH {
            let allocation = divided(divide, vec![PupilCount::Exact(0)], 1000);
            assert_eq!(allocation.lines().count(), 0);
            assert_eq!(allocation.remainders[0].amount.cents(), 1000);
        }
    }

    #[test]
    fn one_unknown_count_leaves_everything_undivided_and_is_named() {
        for divide in BOTH {
            let allocation = divided(divide, vec![PupilCount::Exact(2), PupilCount::SUPPRESSED], 1000);
            assert_eq!(allocation.lines().count(), 0);
            assert_eq!(allocation.gaps().map(|gap| gap.recipient).collect::<Vec<_>>(), [1]);
            assert_eq!(allocation.remainders[0].amount.cents(), 1000);
        }
    }

    #[test]
    fn a_dataset_without_the_quantity_leaves_everything_and_is_named_as_lacking_it() {
        for divide in BOTH {
            let mut allocation = Allocation::default();
            let input = input(SchoolKind::Bao, vec![PupilCount::Exact(2)]);
            divide(Divided::new("r", "groepen", Money::from_cents(5)), &mut allocation, &input).unwrap();
            assert_eq!(
                (allocation.absent.as_slice(), allocation.lines().count()),
                (["groepen".to_owned()].as_slice(), 0)
            );
            assert_eq!(allocation.remainders[0].amount.cents(), 5);
        }
    }

    #[test]
    fn only_the_kinds_that_a_rule_names_share() {
        for divide in BOTH {
            let mut allocation = Allocation::default();
            let mut input = input(SchoolKind::Sbo, vec![PupilCount::Exact(1), PupilCount::Exact(9)]);
            input.kinds[1] = RecipientKind::School(SchoolKind::Bao);
            let whole = Divided::new("r", "leerlingen", Money::from_cents(7));
            divide(whole.to(|kind| kind == RecipientKind::School(SchoolKind::Sbo)), &mut allocation, &input).unwrap();
            assert_eq!((allocation.recipients, allocation.amounts), (vec![0], vec![7]));
        }
    }

    proptest! {
        #[test]
        fn what_is_handed_out_and_what_is_left_are_the_whole(
            counts in prop::collection::vec(0_u32..2_000, 0..200),
            cents in 1_i64..10_000_000_00,
        ) {
            for divide in BOTH {
                let exact = counts.iter().map(|count| PupilCount::Exact(*count)).collect();
                let allocation = divided(divide, exact, cents);
                let left = allocation.remainders[0].amount.cents();
                prop_assert_eq!(allocation.total().unwrap().cents() + left, cents);
                prop_assert!(left >= 0);
                prop_assert!(allocation.amounts.iter().all(|amount| *amount >= 0));
            }
        }

        #[test]
        fn who_has_more_receives_no_less(few in 0_u32..2_000, more in 0_u32..2_000, cents in 1_i64..1_000_000_00) {
            for divide in BOTH {
                let (low, high) = (few.min(more), few.max(more));
                let allocation = divided(divide, vec![PupilCount::Exact(low), PupilCount::Exact(high)], cents);
                let of = |at| allocation.lines().filter(|line| line.recipient == at).map(|line| line.amount.cents()).sum();
                let (low, high): (i64, i64) = (of(0), of(1));
                prop_assert!(low <= high);
            }
        }
    }
}
