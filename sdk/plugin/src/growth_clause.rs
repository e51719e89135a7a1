//! The growth clause (vangnetbepaling) as the national guideline of the sector
//! councils describes it; regions that follow it say so in their own rule.

use std::num::NonZeroU32;

use swv_core::{Allocation, AllocationInput, Failure, Money, Number, RecipientKind, Rounding, Within};

/// The quantities and rates of a growth clause.
///
/// A school that grew more between 2 February and 1 June than between 1
/// September and 1 February is paid, in the calendar year after, for its net
/// inflow per category in the second period. A negative total is not paid.
///
/// Counts within bounds give amounts within bounds, where they leave no doubt
/// that the school is paid; where they do, the school is a gap.
#[derive(Clone, Debug)]
pub struct GrowthClause<'a> {
    /// The rule that its lines name.
    pub rule: &'a str,
    /// Enrolled pupils with a TLV on 1 September, 1 February and 1 June.
    pub enrolled: [&'a str; 3],
    /// Inflow, outflow and rate of each category, from 2 February to 1 June.
    pub categories: &'a [(&'a str, &'a str, Result<Money, Failure>)],
    /// The schools that it is for.
    pub to: fn(RecipientKind) -> bool,
}

impl GrowthClause<'_> {
    /// Adds the lines of each school that the clause pays.
    ///
    /// # Errors
    /// [`Failure::OutOfRange`] when an amount leaves the range of whole cents.
    pub fn add(&self, allocation: &mut Allocation, input: &AllocationInput) -> Result<(), Failure> {
        let flows = self.categories.iter().flat_map(|(inflow, outflow, _)| [*inflow, *outflow]);
        let names: Vec<&str> = self.enrolled.into_iter().chain(flows).collect();
        let absent: Vec<_> = names.iter().filter(|name| input.quantity(name).is_none()).collect();
        if !absent.is_empty() {
            absent.into_iter().for_each(|name| allocation.add_absent(name));
            return Ok(());
        }
        for (recipient, kind) in (0..).zip(&input.kinds) {
            if (self.to)(*kind) {
                self.school(allocation, input, recipient, &names)?;
            }
        }
        Ok(())
    }

    fn school(
        &self,
        allocation: &mut Allocation,
        input: &AllocationInput,
        recipient: u32,
        names: &[&str],
    ) -> Result<(), Failure> {
        let mut counts = Vec::with_capacity(names.len());
        for name in names {
            let bounds = input.quantity(name).map(|column| column.get(recipient)).and_then(Number::bounds);
            let Some((least, most)) = bounds else {
                allocation.add_gap(recipient, self.rule, name);
                return Ok(());
            };
            counts.push(Within::between(least, most));
        }
        let (enrolled, flows) = counts.split_at(3);
        // How much more the school grew after 1 February than before.
        let more =
            |twice: i64, first: i64, last: i64| first.saturating_add(last).saturating_sub(twice.saturating_mul(2));
        let least = more(enrolled[1].at_most(), enrolled[0].at_least(), enrolled[2].at_least());
        let most = more(enrolled[1].at_least(), enrolled[0].at_most(), enrolled[2].at_most());
        if most <= 0 {
            return Ok(());
        }
        if least <= 0 {
            return self.doubtful(allocation, recipient, names, &counts);
        }
        let mut claim = Allocation::default();
        for ((_, _, rate), flow) in self.categories.iter().zip(flows.chunks_exact(2)) {
            let [inflow, outflow] = flow else { continue };
            let net = Within::between(inflow.at_least() - outflow.at_most(), inflow.at_most() - outflow.at_least());
            match rate {
                _ if net == 0.into() => {}
                Ok(rate) => {
                    claim.add_within(recipient, self.rule, net, *rate, NonZeroU32::MIN, Rounding::TowardZero)?;
                }
                Err(failure) => return allocation.add_gaps_of(recipient, self.rule, failure),
            }
        }
        let total = claim.total()?;
        if total.at_most() <= Money::ZERO {
            return Ok(());
        }
        if total.at_least() <= Money::ZERO && total.exact().is_none() {
            return self.doubtful(allocation, recipient, names, &counts);
        }
        claim.lines().for_each(|line| allocation.push_line(line));
        Ok(())
    }

    /// Names the counts that leave open whether the school is paid.
    fn doubtful(
        &self,
        allocation: &mut Allocation,
        recipient: u32,
        names: &[&str],
        counts: &[Within<i64>],
    ) -> Result<(), Failure> {
        let open = names.iter().zip(counts).filter(|(_, count)| count.exact().is_none());
        open.for_each(|(name, _)| allocation.add_gap(recipient, self.rule, name));
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use swv_core::{BudgetFigures, CalendarYear, Facts, Number, Parameters, QuantityColumn, SchoolKind, Sector, Unit};

    use super::*;

    /// Enrolled on three dates; inflow and outflow of two categories, at 100
    /// and 1000 euros.
    fn allocated(counts: [Number; 7]) -> Allocation {
        let names = ["sep", "feb", "jun", "in-1", "uit-1", "in-2", "uit-2"];
        let column = |(name, count): (&str, Number)| QuantityColumn::new(name, Unit::Pupils, [count]);
        let input = AllocationInput {
            sector: Sector::Po,
            year: CalendarYear::new(2025).unwrap().into(),
            kinds: vec![RecipientKind::School(SchoolKind::So)],
            quantities: names.into_iter().zip(counts).map(column).collect(),
            attributes: Vec::new(),
            parameters: Parameters::default(),
            facts: Facts::default(),
            budget: BudgetFigures::default(),
        };
        let clause = GrowthClause {
            rule: "vangnet",
            enrolled: ["sep", "feb", "jun"],
            categories: &[
                ("in-1", "uit-1", Ok(Money::from_cents(100_00))),
                ("in-2", "uit-2", Ok(Money::from_cents(1_000_00))),
            ],
            to: |kind| kind == RecipientKind::School(SchoolKind::So),
        };
        let mut allocation = Allocation::default();
        clause.add(&mut allocation, &input).unwrap();
        allocation.check(1).unwrap();
        allocation
    }

    fn claimed(enrolled: [u32; 3], flows: [u32; 4]) -> Vec<(i64, i64)> {
        let mut counts = enrolled.into_iter().chain(flows).map(|count| Number::Exact(count.into()));
        let allocation = allocated([(); 7].map(|()| counts.next().unwrap()));
        allocation.lines().map(|line| (line.quantity.exact().unwrap(), line.amount.exact().unwrap().cents())).collect()
    }

    #[test]
    fn counts_within_bounds_are_carried_where_they_leave_no_doubt_of_a_claim() {
        let exact = Number::Exact;
        let counts = |june, inflow| [exact(100), exact(104), june, inflow, exact(2), exact(1), exact(0)];
        let sure = allocated(counts(exact(112), Number::between(4, 7)));
        let amounts: Vec<_> = sure.lines().map(|line| line.amount.to_string()).collect();
        assert_eq!((amounts, sure.gaps().count()), (vec!["200.00..500.00".to_owned(), "1000.00".to_owned()], 0));
        let doubtful = allocated(counts(Number::between(107, 110), exact(6)));
        assert_eq!(doubtful.lines().count(), 0);
        assert_eq!(doubtful.gaps().map(|gap| gap.cause.to_string()).collect::<Vec<_>>(), ["jun"]);
        assert_eq!(allocated(counts(Number::between(105, 108), exact(6))), Allocation::default());
        let below =
            allocated([exact(100), exact(100), exact(102), exact(0), Number::between(1, 4), exact(0), exact(0)]);
        assert_eq!(below, Allocation::default());
        let unknown = allocated(counts(Number::Unknown, exact(6)));
        assert_eq!(unknown.gaps().map(|gap| gap.cause.to_string()).collect::<Vec<_>>(), ["jun"]);
    }

    #[test]
    fn a_school_that_grows_more_in_spring_is_paid_for_its_net_inflow() {
        assert_eq!(claimed([100, 104, 109], [6, 2, 1, 0]), [(4, 400_00), (1, 1_000_00)]);
    }

    #[test]
    fn equal_growth_is_not_more_than_average() {
        assert_eq!(claimed([100, 104, 108], [4, 0, 0, 0]), []);
        assert_eq!(claimed([100, 104, 107], [3, 0, 0, 0]), []);
    }

    #[test]
    fn a_school_that_shrank_in_autumn_need_not_grow_much() {
        assert_eq!(claimed([100, 90, 91], [1, 0, 0, 0]), [(1, 100_00)]);
    }

    #[test]
    fn a_negative_total_is_not_paid_and_a_negative_category_is_set_off() {
        assert_eq!(claimed([100, 100, 102], [4, 0, 0, 2]), []);
        assert_eq!(claimed([100, 100, 102], [0, 4, 1, 0]), [(-4, -400_00), (1, 1_000_00)]);
    }
}
