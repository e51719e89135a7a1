//! A school contributes for each pupil who takes part in Passend naar Pro.

use swv_plugin::{AboutRule, Allocation, AllocationInput, Failure, PerQuantity};

use crate::PLAN;

pub(crate) const RULE: AboutRule = AboutRule {
    id: "passend-naar-pro",
    title: ("bijdrage Passend naar Pro", "contribution to Passend naar Pro"),
    source: (PLAN, "5.1.2, Passend naar Pro"),
    interpreted: Some(
        "Het plan zegt dat scholen per deelnemende leerling bijdragen en noemt het bedrag niet; het komt van de gebruiker.",
    ),
    ..AboutRule::STATED
};

pub(super) fn allocate(allocation: &mut Allocation, input: &AllocationInput) -> Result<(), Failure> {
    let contribution = input.parameters.money("bijdrage-passend-naar-pro", input.year);
    PerQuantity::new(RULE.id, "deelnemers-passend-naar-pro", contribution).deducted().add(allocation, input)
}
