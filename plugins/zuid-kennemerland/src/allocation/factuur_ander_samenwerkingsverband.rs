//! Another partnership pays a fixed amount for each of its pupils in the IKC:
//! the IKC tariff less the SBO tariff.

use swv_plugin::{AboutRule, Allocation, AllocationInput, Failure, PerQuantity, RecipientKind};

use crate::PLAN;
use crate::budget::volumebekostiging;

pub(crate) const RULE: AboutRule = AboutRule {
    id: "factuur-ander-samenwerkingsverband",
    title: ("factuur voor leerlingen van een ander samenwerkingsverband", "invoice for pupils of another partnership"),
    source: (PLAN, "8.1.6; 6.1.3, plaatsingsakkoord"),
    ..AboutRule::STATED
};

pub(super) fn allocate(allocation: &mut Allocation, input: &AllocationInput) -> Result<(), Failure> {
    let amount = volumebekostiging::placement_amount(&input.parameters, input.year);
    PerQuantity::new(RULE.id, "leerlingen-ikc", amount)
        .deducted()
        .to(|kind| kind == RecipientKind::Partnership)
        .add(allocation, input)
}
