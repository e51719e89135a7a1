//! The lines that most allocation rules make.

use swv_core::{Allocation, AllocationInput, Failure, Money, PupilCount, Remainder, Rounding};

/// Adds, for each regular school that has some, a line of `quantity` times
/// `rate`.
///
/// A school whose count is an interval or unknown becomes a gap; a dataset
/// without the quantity is recorded as lacking it. A count of zero makes no
/// line, as nothing follows from it.
///
/// # Errors
/// [`Failure::OutOfRange`] when an amount leaves the range of whole cents.
pub fn per_quantity(
    allocation: &mut Allocation,
    input: &AllocationInput,
    rule: &str,
    quantity: &str,
    rate: Money,
) -> Result<(), Failure> {
    let Some(column) = input.quantity(quantity) else {
        allocation.absent.push(quantity.to_owned());
        return Ok(());
    };
    for ((recipient, kind), count) in (0..).zip(&input.kinds).zip(&column.counts) {
        if !kind.is_regular_school() {
            continue;
        }
        match count {
            PupilCount::Exact(0) => {}
            PupilCount::Exact(count) => allocation.add_line(recipient, rule, i64::from(*count), rate)?,
            PupilCount::Between { .. } | PupilCount::Unknown => allocation.add_gap(recipient, rule, quantity),
        }
    }
    Ok(())
}

/// Divides `amount` over the regular schools as one rate per `quantity`: the
/// amount divided by the total, rounded down to whole cents, so that what is
/// handed out never exceeds it. What is left is recorded as the rule's
/// remainder.
///
/// The rate depends on every school: where one count is not exact, that school
/// is a gap, nobody receives a line, and the whole amount is left.
///
/// # Errors
/// As for [`per_quantity`].
pub fn divided_per_quantity(
    allocation: &mut Allocation,
    input: &AllocationInput,
    rule: &str,
    quantity: &str,
    amount: Money,
) -> Result<(), Failure> {
    let Some(column) = input.quantity(quantity) else {
        allocation.absent.push(quantity.to_owned());
        return Ok(());
    };
    let schools = || (0..).zip(&input.kinds).zip(&column.counts).filter(|((_, kind), _)| kind.is_regular_school());
    let mut unknown = schools().filter(|(_, count)| count.exact().is_none()).peekable();
    if unknown.peek().is_some() {
        unknown.for_each(|((recipient, _), _)| allocation.add_gap(recipient, rule, quantity));
        allocation.remainders.push(Remainder { rule: rule.to_owned(), amount });
        return Ok(());
    }
    let total: i64 = schools().filter_map(|(_, count)| count.exact()).map(i64::from).sum();
    let rate = Rounding::Floor.divide(i128::from(amount.cents()), i128::from(total)).map(i64::try_from);
    let rate = match rate {
        Some(Ok(rate)) => Money::from_cents(rate),
        _ => Money::ZERO,
    };
    per_quantity(allocation, input, rule, quantity, rate)?;
    let left = amount.checked_sub(rate.checked_mul(total)?)?;
    allocation.remainders.push(Remainder { rule: rule.to_owned(), amount: left });
    Ok(())
}

#[cfg(test)]
mod tests {
    use swv_core::{CalendarYear, Facts, Parameters, QuantityColumn, RecipientKind, SchoolKind, Sector};

    use super::*;

    fn input(kind: SchoolKind, counts: Vec<PupilCount>) -> AllocationInput {
        AllocationInput {
            sector: Sector::Po,
            year: CalendarYear::new(2024).unwrap(),
            kinds: vec![RecipientKind::School(kind); counts.len()],
            quantities: vec![QuantityColumn { name: "leerlingen".into(), counts }],
            parameters: Parameters::default(),
            facts: Facts::default(),
        }
    }

    fn divided(counts: Vec<PupilCount>, cents: i64) -> Allocation {
        let mut allocation = Allocation::default();
        let amount = Money::from_cents(cents);
        divided_per_quantity(&mut allocation, &input(SchoolKind::Bao, counts), "r", "leerlingen", amount).unwrap();
        allocation
    }

    #[test]
    fn what_is_divided_and_what_is_left_are_the_whole() {
        let allocation = divided(vec![PupilCount::Exact(2), PupilCount::Exact(1)], 1000);
        assert_eq!(allocation.rates, [333, 333]);
        assert_eq!(allocation.total().unwrap().cents() + allocation.remainders[0].amount.cents(), 1000);
    }

    #[test]
    fn without_pupils_everything_is_left() {
        let allocation = divided(vec![PupilCount::Exact(0)], 1000);
        assert_eq!(allocation.lines().count(), 0);
        assert_eq!(allocation.remainders[0].amount.cents(), 1000);
    }

    #[test]
    fn one_unknown_count_leaves_everything_undivided_and_is_named() {
        let allocation = divided(vec![PupilCount::Exact(2), PupilCount::SUPPRESSED], 1000);
        assert_eq!(allocation.lines().count(), 0);
        assert_eq!(allocation.gaps().map(|gap| gap.recipient).collect::<Vec<_>>(), [1]);
        assert_eq!(allocation.remainders[0].amount.cents(), 1000);
    }

    #[test]
    fn a_suppressed_count_is_a_gap_and_never_zero() {
        let mut allocation = Allocation::default();
        let input = input(SchoolKind::Bao, vec![PupilCount::SUPPRESSED, PupilCount::Unknown, PupilCount::Exact(0)]);
        per_quantity(&mut allocation, &input, "r", "leerlingen", Money::from_cents(1)).unwrap();
        assert_eq!(allocation.gaps().count(), 2);
        assert_eq!(allocation.lines().count(), 0);
    }

    #[test]
    fn only_regular_schools_receive() {
        let mut allocation = Allocation::default();
        let input = input(SchoolKind::Sbo, vec![PupilCount::Exact(5)]);
        per_quantity(&mut allocation, &input, "r", "leerlingen", Money::from_cents(1)).unwrap();
        assert_eq!(allocation, Allocation::default());
    }

    #[test]
    fn a_dataset_without_the_quantity_is_recorded_as_lacking_it() {
        let mut allocation = Allocation::default();
        per_quantity(&mut allocation, &input(SchoolKind::Bao, vec![]), "r", "plaatsingen", Money::ZERO).unwrap();
        assert_eq!(allocation.absent, ["plaatsingen"]);
    }
}
