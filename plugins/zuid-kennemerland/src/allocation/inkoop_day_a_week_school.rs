//! A school buys places in Day a Week School by the year, without refund.

use swv_plugin::{AboutRule, Allocation, AllocationInput, Failure, PerQuantity};

use crate::PLAN;

pub(crate) const RULE: AboutRule = AboutRule {
    id: "inkoop-day-a-week-school",
    title: ("inkoop van een plaats op de Day a Week School", "purchase of a place in Day a Week School"),
    source: (PLAN, "8.1.2, inkopen van een plek in het gespecialiseerd onderwijs; 5.1.2"),
    ..AboutRule::STATED
};

pub(super) fn allocate(allocation: &mut Allocation, input: &AllocationInput) -> Result<(), Failure> {
    let price = input.parameters.money("inkoopbedrag-day-a-week-school", input.year);
    PerQuantity::new(RULE.id, "plaatsen-day-a-week-school", price).deducted().add(allocation, input)
}
