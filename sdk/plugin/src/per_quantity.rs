//! The line that most allocation rules make: so many times a rate.

use std::num::NonZeroU32;

use swv_core::{
    Allocation, AllocationInput, AttributeColumn, Failure, Money, Needed, Number, RecipientKind, Rounding, Within,
};

/// A line for each recipient that has some of a quantity: so many times a rate.
///
/// ```
/// use swv_plugin::{Allocation, AllocationInput, Failure, PerQuantity};
///
/// fn terugplaatsing(allocation: &mut Allocation, input: &AllocationInput) -> Result<(), Failure> {
///     let yearly = input.parameters.money("terugplaatsingsbudget", input.year);
///     PerQuantity::new("terugplaatsing", "maanden-terugplaatsing", yearly).months().add(allocation, input)
/// }
/// ```
#[derive(Clone, Debug)]
pub struct PerQuantity<'a> {
    rule: &'a str,
    basis: Basis<'a>,
    rate: Result<Money, Failure>,
    per: NonZeroU32,
    rounding: Rounding,
    to: Option<fn(RecipientKind) -> bool>,
    only: Option<&'a str>,
}

/// What is counted.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Basis<'a> {
    /// So many of a quantity.
    Quantity(&'a str),
    /// One for who has an attribute.
    Attribute(&'a str),
}

impl Basis<'_> {
    pub(crate) fn name(&self) -> &str {
        match self {
            Basis::Quantity(name) | Basis::Attribute(name) => name,
        }
    }

    /// What a gap is about.
    pub(crate) fn needed(&self) -> Needed {
        match self {
            Basis::Quantity(name) => Needed::Quantity((*name).to_owned()),
            Basis::Attribute(name) => Needed::Attribute((*name).to_owned()),
        }
    }
}

/// One for who has the attribute, and none for who has not.
pub(crate) fn one(column: &AttributeColumn, row: u32) -> Number {
    column.is(row).map_or(Number::Unknown, |is| Number::Exact(is.into()))
}

impl<'a> PerQuantity<'a> {
    /// So many of `quantity` times `rate`, for every regular school of the
    /// sector. A rate that is missing matters only where there is something to
    /// pay.
    pub fn new(rule: &'a str, quantity: &'a str, rate: Result<Money, Failure>) -> PerQuantity<'a> {
        PerQuantity::of(rule, Basis::Quantity(quantity), rate)
    }

    pub(crate) fn of(rule: &'a str, basis: Basis<'a>, rate: Result<Money, Failure>) -> PerQuantity<'a> {
        PerQuantity { rule, basis, rate, per: NonZeroU32::MIN, rounding: Rounding::TowardZero, to: None, only: None }
    }

    /// The rate is taken off instead of given.
    pub fn deducted(self) -> PerQuantity<'a> {
        PerQuantity { rate: self.rate.and_then(|rate| Ok(rate.checked_neg()?)), ..self }
    }

    /// The quantity counts months, and the rate is for a year; half a cent goes
    /// away from zero, as in a case.
    pub fn months(self) -> PerQuantity<'a> {
        self.per(NonZeroU32::MIN.saturating_add(11)).rounded(Rounding::HalfAwayFromZero)
    }

    /// The rate is for this many of the quantity.
    pub fn per(self, per: NonZeroU32) -> PerQuantity<'a> {
        PerQuantity { per, ..self }
    }

    /// Amounts are rounded in this way instead of towards zero.
    pub fn rounded(self, rounding: Rounding) -> PerQuantity<'a> {
        PerQuantity { rounding, ..self }
    }

    /// For recipients of these kinds instead.
    pub fn to(self, to: fn(RecipientKind) -> bool) -> PerQuantity<'a> {
        PerQuantity { to: Some(to), ..self }
    }

    /// Only for recipients of which this attribute is so. Of whom it is not
    /// known, the rule itself has to say.
    pub fn only(self, attribute: &'a str) -> PerQuantity<'a> {
        PerQuantity { only: Some(attribute), ..self }
    }

    /// Adds the lines.
    ///
    /// A recipient whose count is an interval has an amount within bounds. One
    /// whose count is unknown becomes a gap, and so does one whose rate is
    /// missing; a rule without which nothing makes sense asks for its rate with
    /// `?` instead. A dataset without the quantity is
    /// recorded as lacking it. A count of zero makes no line, as nothing follows
    /// from it. A quantity in tenths counts tenths, at a rate for ten.
    ///
    /// # Errors
    /// [`Failure::OutOfRange`] when an amount leaves the range of whole cents;
    /// that of a rate that is not missing but wrong.
    pub fn add(self, allocation: &mut Allocation, input: &AllocationInput) -> Result<(), Failure> {
        match self.basis {
            Basis::Quantity(name) => match input.quantity(name) {
                Some(column) => self.lines(allocation, input, column.numbers(), column.steps()),
                None => {
                    allocation.add_absent(name);
                    Ok(())
                }
            },
            Basis::Attribute(name) => match input.attribute(name) {
                Some(column) => self.lines(allocation, input, (0..).map(|row| one(column, row)), 1),
                None => {
                    allocation.add_absent(name);
                    Ok(())
                }
            },
        }
    }

    fn lines(
        self,
        allocation: &mut Allocation,
        input: &AllocationInput,
        numbers: impl Iterator<Item = Number>,
        steps: u32,
    ) -> Result<(), Failure> {
        let too_fine = || Failure::OutOfRange(format!("a rate for {} of {steps} steps", self.per));
        let per = self.per.checked_mul(NonZeroU32::MIN.saturating_add(steps.saturating_sub(1))).ok_or_else(too_fine)?;
        let attribute = self.only.map(|name| input.attribute(name));
        let is_one = |row: u32| attribute.is_none_or(|column| column.and_then(|column| column.is(row)) == Some(true));
        let rows = (0..).zip(&input.kinds).zip(numbers);
        let rows = rows.filter(|((row, kind), _)| self.receives(input, **kind) && is_one(*row));
        for ((recipient, _), number) in rows {
            match (number.bounds(), &self.rate) {
                (Some((0, 0)), _) => {}
                (Some((at_least, at_most)), Ok(rate)) => {
                    let quantity = Within::between(at_least, at_most);
                    allocation.add_within(recipient, self.rule, quantity, *rate, per, self.rounding)?;
                }
                (Some(_), Err(failure)) => allocation.add_gaps_of(recipient, self.rule, failure)?,
                (None, _) => allocation.add_gap_of(recipient, self.rule, &self.basis.needed()),
            }
        }
        Ok(())
    }

    pub(crate) fn receives(&self, input: &AllocationInput, kind: RecipientKind) -> bool {
        match self.to {
            Some(to) => to(kind),
            None => kind.is_regular_school(input.sector),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use swv_core::{AttributeColumn, AttributeValue, PupilCount, SchoolKind};

    use super::*;
    use crate::testing::input;

    #[test]
    fn a_suppressed_count_gives_an_amount_within_bounds_and_an_unknown_one_a_gap() {
        for (rate, bounds) in [(450_00, (450_00, 1_800_00)), (-450_00, (-1_800_00, -450_00))] {
            let mut allocation = Allocation::default();
            let input = input(SchoolKind::Bao, vec![PupilCount::SUPPRESSED, PupilCount::Unknown, PupilCount::Exact(0)]);
            PerQuantity::new("r", "leerlingen", Ok(Money::from_cents(rate))).add(&mut allocation, &input).unwrap();
            assert_eq!(allocation.gaps().map(|gap| gap.recipient).collect::<Vec<_>>(), [1]);
            let line = allocation.lines().next().unwrap();
            assert_eq!((line.amount.at_least().cents(), line.amount.at_most().cents()), bounds);
            assert_eq!((allocation.lines().count(), allocation.check(3)), (1, Ok(())));
        }
    }

    #[test]
    fn only_the_kinds_that_a_rule_names_receive() {
        let mut vo = Allocation::default();
        let of_vo = input(SchoolKind::Vo, vec![PupilCount::Exact(5)]);
        PerQuantity::new("r", "leerlingen", Ok(Money::from_cents(1))).add(&mut vo, &of_vo).unwrap();
        assert_eq!(vo, Allocation::default());
        let input = input(SchoolKind::Sbo, vec![PupilCount::Exact(5)]);
        let line = PerQuantity::new("r", "leerlingen", Ok(Money::from_cents(1)));
        let mut allocation = Allocation::default();
        line.clone().add(&mut allocation, &input).unwrap();
        assert_eq!(allocation, Allocation::default());
        line.to(|kind| kind == RecipientKind::School(SchoolKind::Sbo)).add(&mut allocation, &input).unwrap();
        assert_eq!(allocation.amounts, [5]);
    }

    #[test]
    fn only_recipients_of_which_an_attribute_is_so_receive() {
        let mut input = input(SchoolKind::Bao, vec![PupilCount::Exact(5); 3]);
        let of = |is| Some(AttributeValue::YesNo(is));
        let line = PerQuantity::new("r", "leerlingen", Ok(Money::from_cents(1))).only("is-klimop");
        let mut allocation = Allocation::default();
        line.clone().add(&mut allocation, &input).unwrap();
        assert_eq!(allocation, Allocation::default(), "nobody is known to be one");
        input.attributes = vec![AttributeColumn::new("is-klimop", [of(true), of(false), None])];
        line.add(&mut allocation, &input).unwrap();
        assert_eq!((allocation.recipients.as_slice(), allocation.amounts.as_slice()), ([0].as_slice(), [5].as_slice()));
    }

    #[test]
    fn a_rate_that_is_missing_is_a_gap_where_there_is_something_to_pay() {
        let missing = || Err(Failure::missing(swv_core::Needed::Quantity("bedrag".into())));
        let mut allocation = Allocation::default();
        let input = input(SchoolKind::Bao, vec![PupilCount::Exact(0), PupilCount::Exact(1)]);
        PerQuantity::new("r", "leerlingen", missing()).add(&mut allocation, &input).unwrap();
        let gaps: Vec<_> = allocation.gaps().map(|gap| (gap.recipient, gap.cause.to_string())).collect();
        assert_eq!(gaps, [(1, "bedrag".to_owned())]);
        let wrong = Err(Failure::OutOfRange("bedrag".into()));
        assert!(PerQuantity::new("r", "leerlingen", wrong).add(&mut allocation, &input).is_err());
    }

    #[test]
    fn months_are_twelfths_of_a_year() {
        let mut allocation = Allocation::default();
        let input = input(SchoolKind::Bao, vec![PupilCount::Exact(7), PupilCount::Exact(12)]);
        PerQuantity::new("r", "leerlingen", Ok(Money::from_cents(8_000_00)))
            .months()
            .add(&mut allocation, &input)
            .unwrap();
        assert_eq!(allocation.amounts, [4_666_67, 8_000_00]);
    }

    #[test]
    fn a_dataset_without_the_quantity_is_recorded_once_as_lacking_it() {
        let mut allocation = Allocation::default();
        let line = PerQuantity::new("r", "plaatsingen", Ok(Money::ZERO));
        line.clone().add(&mut allocation, &input(SchoolKind::Bao, vec![])).unwrap();
        line.add(&mut allocation, &input(SchoolKind::Bao, vec![])).unwrap();
        assert_eq!(allocation.absent, ["plaatsingen"]);
    }

    #[test]
    fn a_quantity_in_tenths_is_paid_by_tenths_and_rounded_as_the_rule_says() {
        let mut input = input(SchoolKind::Bao, vec![PupilCount::Exact(125)]);
        input.quantities[0].scale = 1;
        let mut allocation = Allocation::default();
        let line = PerQuantity::new("r", "leerlingen", Ok(Money::from_cents(99)));
        line.clone().add(&mut allocation, &input).unwrap();
        line.rounded(Rounding::Ceiling).add(&mut allocation, &input).unwrap();
        assert_eq!(
            (allocation.divisors.as_slice(), allocation.amounts.as_slice()),
            ([10, 10].as_slice(), [1237, 1238].as_slice())
        );
        assert_eq!(allocation.check(1), Ok(()));
    }

    #[test]
    fn who_has_an_attribute_counts_as_one_and_who_may_have_it_is_a_gap() {
        let mut input = input(SchoolKind::Bao, vec![PupilCount::Exact(1); 3]);
        let of = |is| Some(AttributeValue::YesNo(is));
        input.attributes = vec![AttributeColumn::new("is-klimop", [of(true), of(false), None])];
        let mut allocation = Allocation::default();
        PerQuantity::of("r", Basis::Attribute("is-klimop"), Ok(Money::from_cents(7)))
            .add(&mut allocation, &input)
            .unwrap();
        assert_eq!((allocation.recipients.as_slice(), allocation.amounts.as_slice()), ([0].as_slice(), [7].as_slice()));
        let gaps: Vec<_> = allocation.gaps().map(|gap| (gap.recipient, gap.cause.clone())).collect();
        assert_eq!(gaps, [(2, Needed::Attribute("is-klimop".into()))]);
    }

    proptest! {
        #[test]
        fn more_pupils_never_mean_less(fewer in 0_u32..5_000, more in 0_u32..5_000, cents in 0_i64..1_000_000) {
            let amount = |count| {
                let mut allocation = Allocation::default();
                let input = input(SchoolKind::Bao, vec![PupilCount::Exact(count)]);
                PerQuantity::new("r", "leerlingen", Ok(Money::from_cents(cents))).add(&mut allocation, &input).unwrap();
                allocation.total().unwrap()
            };
            prop_assert!(amount(fewer) <= amount(fewer.saturating_add(more)));
        }
    }
}
