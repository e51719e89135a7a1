//! An amount that is divided whole, and what is left of it.

use swv_core::{
    Allocation, AllocationInput, AllocationLine, Failure, Money, Needed, Number, RecipientKind, Rounding, Text, Within,
};

use crate::PerQuantity;
use crate::per_quantity::{Basis, one};

/// An amount that is divided whole over those that have some of a quantity.
/// Each share is rounded down, so that what is handed out never exceeds the
/// amount; what is left is recorded as the rule's remainder.
///
/// A share depends on the count of every recipient. Where one is known within
/// bounds, so are the rate, every share and what is left. Where one is not
/// known at all, no share is: everyone who has some is a gap, and the whole
/// amount is left. So it is where the dataset lacks the quantity, or nobody has
/// any. An amount of nothing has no shares; one below zero is owed and is taken
/// off, in shares that are rounded likewise, so that its remainder may be a few
/// cents on either side.
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

/// Bounds that lie further apart than this say too little to compute with.
const WIDEST: i64 = 100_000;

/// What each recipient has, and all of them together.
struct Counted {
    of: Vec<(u32, Within<i64>)>,
    total: Within<i64>,
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
        let Some(counted) = self.counted(allocation, input) else { return Ok(()) };
        let rate = |total: i64| self.part(1, total, Rounding::Floor);
        let share = &|quantity: i64, total: i64| Ok(rate(total)?.checked_mul(quantity)?);
        let first = allocation.amounts.len();
        let rates = bounds(counted.totals().map(rate))?;
        for (recipient, quantity) in &counted.of {
            // More pupils at a lower rate may be less in whole cents: each
            // number is tried.
            let shares = (quantity.at_least()..=quantity.at_most()).flat_map(|quantity_is| {
                counted.others(*quantity).map(move |others| share(quantity_is, quantity_is.saturating_add(others)))
            });
            let (amount, per) = (bounds(shares)?, 1.into());
            self.push(allocation, *recipient, *quantity, rates, per, amount);
        }
        let left = bounds(counted.totals().map(|total| Ok(self.amount.checked_sub(share(total, total)?)?)))?;
        allocation.add_remainder(self.rule, self.amount, left, first);
        Ok(())
    }

    /// In proportion to the quantity: each share is a part of the amount.
    ///
    /// # Errors
    /// As for [`Divided::per_quantity`].
    pub fn in_proportion(self, allocation: &mut Allocation, input: &AllocationInput) -> Result<(), Failure> {
        let Some(counted) = self.counted(allocation, input) else { return Ok(()) };
        let out_of_range = || Failure::OutOfRange(format!("a total of {} {}", counted.total, self.basis.name()));
        let divisor = |total: i64| u32::try_from(total.max(1)).map_err(|_| out_of_range());
        let per = Within::between(divisor(counted.total.at_least())?, divisor(counted.total.at_most())?);
        let first = allocation.amounts.len();
        for (recipient, quantity) in &counted.of {
            // A share rises with the own number and falls with that of others.
            let ends = [quantity.at_least(), quantity.at_most()].into_iter();
            let shares = ends.flat_map(|quantity_is| {
                let share = move |others| (quantity_is, quantity_is.saturating_add(others));
                counted.others(*quantity).map(share)
            });
            let amount = bounds(shares.map(|(of, total)| self.part(of, total, Rounding::TowardZero)))?;
            self.push(allocation, *recipient, *quantity, self.amount.into(), per, amount);
        }
        let shares = allocation.lines().skip(first).map(|line| line.amount);
        let mut left = Within::from(self.amount).checked_sub(Within::try_sum(shares)?)?;
        if left.exact().is_none() && counted.total.at_least() > 0 {
            // Each share loses less than a cent.
            let cents = i64::try_from(counted.of.len()).unwrap_or(i64::MAX).saturating_sub(1);
            let most = if self.amount < Money::ZERO { -cents } else { cents };
            let lost = Within::between(Money::ZERO, Money::from_cents(most));
            let (least, most) = (left.at_least().max(lost.at_least()), left.at_most().min(lost.at_most()));
            left = Within::between(least, most);
        }
        allocation.add_remainder(self.rule, self.amount, left, first);
        Ok(())
    }

    /// So many parts of the amount divided by a total; of no total none.
    fn part(&self, parts: i64, total: i64, rounding: Rounding) -> Result<Money, Failure> {
        let whole = i128::from(self.amount.cents()).checked_mul(i128::from(parts));
        let cents = whole.map(|whole| rounding.divide(whole, i128::from(total)).unwrap_or_default());
        let cents = cents.and_then(|cents| i64::try_from(cents).ok());
        let out_of_range = || Failure::OutOfRange(format!("{parts} parts of {} divided by {total}", self.amount));
        cents.map(Money::from_cents).ok_or_else(out_of_range)
    }

    fn push(
        &self,
        allocation: &mut Allocation,
        recipient: u32,
        quantity: Within<i64>,
        rate: Within<Money>,
        per: Within<u32>,
        amount: Within<Money>,
    ) {
        let (rule, rounding) = (self.rule, Rounding::TowardZero);
        allocation.push_line(AllocationLine { recipient, rule, quantity, rate, per, amount, rounding });
    }

    /// How many each recipient has and there are in all. None where there is
    /// nothing to divide, or where that cannot be known, which is recorded.
    fn counted(&self, allocation: &mut Allocation, input: &AllocationInput) -> Option<Counted> {
        if self.amount == Money::ZERO {
            return None;
        }
        let numbers = self.numbers(input);
        if numbers.is_none() {
            allocation.add_absent(self.basis.name());
        }
        let numbers = numbers.unwrap_or_default();
        let known = |number: &Number| number.bounds().filter(|(least, most)| most.saturating_sub(*least) <= WIDEST);
        let total = Number::total(numbers.iter().map(|(_, number)| *number));
        let total = total.filter(|total| known(total).is_some()).and_then(Number::bounds);
        let Some(total) = total else {
            for (recipient, number) in numbers {
                match known(&number) {
                    Some((0, 0)) => {}
                    Some(_) => allocation.add_gap_of(recipient, self.rule, &of_others(self.basis.name())),
                    None => allocation.add_gap_of(recipient, self.rule, &self.basis.needed()),
                }
            }
            allocation.add_remainder(self.rule, self.amount, self.amount.into(), allocation.amounts.len());
            return None;
        };
        if total.1 == 0 {
            allocation.add_remainder(self.rule, self.amount, self.amount.into(), allocation.amounts.len());
            return None;
        }
        let of = numbers.into_iter().filter_map(|(recipient, number)| Some((recipient, number.bounds()?)));
        let of = of.filter(|(_, bounds)| *bounds != (0, 0));
        let within = |(least, most)| Within::between(least, most);
        let of = of.map(|(recipient, bounds)| (recipient, within(bounds))).collect();
        Some(Counted { of, total: within(total) })
    }

    /// The number of each that may share; none where the dataset does not say.
    fn numbers(&self, input: &AllocationInput) -> Option<Vec<(u32, Number)>> {
        let lines = PerQuantity::of(self.rule, self.basis, Ok(Money::ZERO));
        let lines = match self.to {
            Some(to) => lines.to(to),
            None => lines,
        };
        let rows = (0..).zip(&input.kinds).filter(|(_, kind)| lines.receives(input, **kind)).map(|(row, _)| row);
        match self.basis {
            Basis::Quantity(name) => {
                let column = input.quantity(name)?;
                let numbers: Vec<Number> = column.numbers().collect();
                let number = |row: u32| numbers.get(row as usize).copied().unwrap_or(Number::Unknown);
                Some(rows.map(|row| (row, number(row))).collect())
            }
            Basis::Attribute(name) => {
                let column = input.attribute(name)?;
                Some(rows.map(|row| (row, one(column, row))).collect())
            }
        }
    }
}

impl Counted {
    /// Every total that it can be.
    fn totals(&self) -> impl Iterator<Item = i64> {
        self.total.at_least()..=self.total.at_most()
    }

    /// The least and the most that the others have together.
    fn others(&self, of: Within<i64>) -> impl Iterator<Item = i64> + use<> {
        [self.total.at_least() - of.at_least(), self.total.at_most() - of.at_most()].into_iter()
    }
}

/// The bounds of values.
fn bounds(mut values: impl Iterator<Item = Result<Money, Failure>>) -> Result<Within<Money>, Failure> {
    let first = values.next().unwrap_or(Ok(Money::ZERO))?;
    values.try_fold(first.into(), |bounds: Within<Money>, value| {
        let value = value?;
        Ok(Within::between(bounds.at_least().min(value), bounds.at_most().max(value)))
    })
}

/// Why a recipient whose own number is known has no share.
fn of_others(name: &str) -> Needed {
    Needed::Other(Text::new(
        format!("{name} van een andere ontvanger is niet bekend, en elk deel hangt ervan af"),
        format!("{name} of another recipient is not known, and every share depends on it"),
    ))
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

    fn left(allocation: &Allocation) -> i64 {
        allocation.remainders[0].left.exact().unwrap().cents()
    }

    fn cents(within: Within<Money>) -> (i64, i64) {
        (within.at_least().cents(), within.at_most().cents())
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
        assert_eq!((allocation.amounts.clone(), left(&allocation)), (vec![-666, -333], -1));
        let allocation = divided(Divided::per_quantity, counts(), -1000);
        assert_eq!((allocation.amounts.clone(), left(&allocation)), (vec![-668, -334], 2));
    }

    #[test]
    fn without_pupils_everything_is_left() {
        for divide in BOTH {
            let allocation = divided(divide, vec![PupilCount::Exact(0)], 1000);
            assert_eq!(allocation.lines().count(), 0);
            assert_eq!(left(&allocation), 1000);
        }
    }

    #[test]
    fn one_unknown_count_leaves_everything_undivided_and_everyone_a_gap() {
        for divide in BOTH {
            let counts = vec![PupilCount::Exact(2), PupilCount::Unknown, PupilCount::Exact(0)];
            let allocation = divided(divide, counts, 1000);
            assert_eq!((allocation.lines().count(), left(&allocation)), (0, 1000));
            assert!(allocation.remainders[0].is_undivided());
            let gaps: Vec<_> = allocation.gaps().map(|gap| (gap.recipient, gap.cause.text().en)).collect();
            let of_other = "leerlingen of another recipient is not known, and every share depends on it";
            assert_eq!(gaps, [(0, of_other.to_owned()), (1, "leerlingen".to_owned())]);
        }
    }

    #[test]
    fn a_count_within_bounds_gives_a_rate_shares_and_a_rest_within_bounds() {
        // 1.318.300 euros over 1.000 pupils and one to four: 1.001 to 1.004.
        let counts = || vec![PupilCount::Exact(1000), PupilCount::SUPPRESSED];
        let allocation = divided(Divided::per_quantity, counts(), 1_318_300_00);
        let [large, small] = [0, 1].map(|line| allocation.line(line).unwrap());
        assert_eq!((cents(large.rate), cents(large.amount)), ((1_313_04, 1_316_98), (1_313_040_00, 1_316_980_00)));
        assert_eq!((small.quantity, cents(small.amount)), (Within::between(1, 4), (131_698, 525_216)));
        assert_eq!(cents(allocation.remainders[0].left), (3_02, 8_68));
        assert_eq!(cents(allocation.total().unwrap()), (131_829_132, 131_829_698));
        let allocation = divided(Divided::in_proportion, counts(), 1_318_300_00);
        assert_eq!(cents(allocation.line(1).unwrap().amount), (131_698, 5_252_19));
        assert_eq!(cents(allocation.remainders[0].left), (0, 1));
    }

    #[test]
    fn bounds_too_far_apart_are_as_good_as_unknown() {
        for divide in BOTH {
            let wide = PupilCount::between(0, u32::MAX).unwrap();
            let allocation = divided(divide, vec![PupilCount::Exact(2), wide], 1000);
            assert_eq!((allocation.lines().count(), allocation.gaps().count()), (0, 2));
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
            assert_eq!(left(&allocation), 5);
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
        fn bounds_enclose_what_every_count_within_them_gives(
            counts in prop::collection::vec((0_u32..40, 0_u32..4, 0_u32..4), 1..8),
            cents in prop_oneof![1_i64..10_000, -10_000_i64..-1, 1_i64..10_000_000_00],
        ) {
            for divide in BOTH {
                let uncertain = |(least, is, above): &(u32, u32, u32)| {
                    PupilCount::between(*least, least + is + above).unwrap()
                };
                let within = divided(divide, counts.iter().map(uncertain).collect(), cents);
                let exact = divided(divide, counts.iter().map(|(least, is, _)| PupilCount::Exact(least + is)).collect(), cents);
                for line in exact.lines() {
                    let enclosing = within.lines().find(|other| other.recipient == line.recipient).unwrap();
                    let (bounds, amount) = (enclosing.amount, line.amount.exact().unwrap());
                    prop_assert!(bounds.at_least() <= amount && amount <= bounds.at_most(), "{bounds} {amount}");
                }
                let encloses = |bounds: Within<Money>, value: Within<Money>| {
                    bounds.at_least() <= value.at_least() && value.at_most() <= bounds.at_most()
                };
                prop_assert!(encloses(within.total().unwrap(), exact.total().unwrap()));
                let of = |of: u32| of.is_multiple_of(2);
                prop_assert!(encloses(within.total_of(of).unwrap(), exact.total_of(of).unwrap()));
                if let (Some(within), Some(exact)) = (within.remainders.first(), exact.remainders.first()) {
                    prop_assert!(encloses(within.left, exact.left));
                }
            }
        }

        #[test]
        fn what_is_handed_out_and_what_is_left_are_the_whole(
            counts in prop::collection::vec(0_u32..2_000, 0..200),
            cents in 1_i64..10_000_000_00,
        ) {
            for divide in BOTH {
                let exact = counts.iter().map(|count| PupilCount::Exact(*count)).collect();
                let allocation = divided(divide, exact, cents);
                let left = self::left(&allocation);
                prop_assert_eq!(allocation.total().unwrap().exact().unwrap().cents() + left, cents);
                prop_assert!(left >= 0);
                prop_assert!(allocation.amounts.iter().all(|amount| *amount >= 0));
            }
        }

        #[test]
        fn who_has_more_receives_no_less(few in 0_u32..2_000, more in 0_u32..2_000, cents in 1_i64..1_000_000_00) {
            for divide in BOTH {
                let (low, high) = (few.min(more), few.max(more));
                let allocation = divided(divide, vec![PupilCount::Exact(low), PupilCount::Exact(high)], cents);
                let of = |at| allocation.lines().filter(|line| line.recipient == at).map(|line| line.amount.exact().unwrap().cents()).sum();
                let (low, high): (i64, i64) = (of(0), of(1));
                prop_assert!(low <= high);
            }
        }
    }
}
