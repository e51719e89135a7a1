//! A school pays one amount for each pupil it places in IKC or SO.

use swv_plugin::{AboutRule, Allocation, AllocationInput, Failure, PerQuantity};

use crate::PLAN;

pub(crate) const RULE: AboutRule = AboutRule {
    id: "inkoop-plaatsing",
    title: ("inkoop van een plaats op het IKC of in het SO", "purchase of a place in IKC or SO"),
    source: (PLAN, "8.1.2, inkopen van een plek in het gespecialiseerd onderwijs"),
    ..AboutRule::STATED
};

pub(super) fn allocate(allocation: &mut Allocation, input: &AllocationInput) -> Result<(), Failure> {
    let deduction = input.parameters.money("inhouding-per-plaatsing", input.year);
    PerQuantity::new(RULE.id, "plaatsingen-gespecialiseerd", deduction).deducted().add(allocation, input)
}
