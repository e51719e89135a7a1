//! A school stays liable for two years for a pupil with extra needs who moved
//! to another primary school: it pays if that pupil is placed.

use swv_plugin::{AboutRule, Allocation, AllocationInput, Failure, PerQuantity};

use crate::PLAN;

pub(crate) const RULE: AboutRule = AboutRule {
    id: "zorgplicht-na-overstap",
    title: ("plaatsing binnen twee jaar na overstap", "placement within two years of a move"),
    source: (PLAN, "8.1.3"),
    ..AboutRule::STATED
};

pub(super) fn allocate(allocation: &mut Allocation, input: &AllocationInput) -> Result<(), Failure> {
    let deduction = input.parameters.money("inhouding-per-plaatsing", input.year);
    PerQuantity::new(RULE.id, "plaatsingen-na-overstap", deduction).deducted().add(allocation, input)
}
