//! The growth clause (vangnetbepaling) as the national guideline of the sector
//! councils describes it; regions that follow it say so in their own rule.

use std::num::NonZeroU32;

use swv_core::{Allocation, AllocationInput, Failure, Money, RecipientKind};

/// The quantities and rates of a growth clause.
///
/// A school that grew more between 2 February and 1 June than between 1
/// September and 1 February is paid, in the calendar year after, for its net
/// inflow per category in the second period. A negative total is not paid.
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
            match input.quantity(name).and_then(|column| column.get(recipient).exact()) {
                Some(count) => counts.push(count),
                None => {
                    allocation.add_gap(recipient, self.rule, name);
                    return Ok(());
                }
            }
        }
        let (enrolled, flows) = counts.split_at(3);
        let (before, after) = (enrolled[1] - enrolled[0], enrolled[2] - enrolled[1]);
        if after <= before {
            return Ok(());
        }
        let mut claim = Allocation::default();
        for ((_, _, rate), flow) in self.categories.iter().zip(flows.chunks_exact(2)) {
            match rate {
                _ if flow[0] == flow[1] => {}
                Ok(rate) => claim.add_part(recipient, self.rule, flow[0] - flow[1], *rate, NonZeroU32::MIN)?,
                Err(failure) => return allocation.add_gaps_of(recipient, self.rule, failure),
            }
        }
        if claim.total()? > Money::ZERO {
            for line in claim.lines() {
                allocation.add_line(recipient, self.rule, line.quantity, line.rate)?;
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use swv_core::{BudgetFigures, CalendarYear, Facts, Number, Parameters, QuantityColumn, SchoolKind, Sector, Unit};

    use super::*;

    /// Enrolled on three dates; inflow and outflow of two categories, at 100
    /// and 1000 euros.
    fn claimed(enrolled: [u32; 3], flows: [u32; 4]) -> Vec<(i64, i64)> {
        let names = ["sep", "feb", "jun", "in-1", "uit-1", "in-2", "uit-2"];
        let counts = enrolled.into_iter().chain(flows);
        let column =
            |(name, count): (&str, u32)| QuantityColumn::new(name, Unit::Pupils, [Number::Exact(count.into())]);
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
        allocation.lines().map(|line| (line.quantity, line.amount.cents())).collect()
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
