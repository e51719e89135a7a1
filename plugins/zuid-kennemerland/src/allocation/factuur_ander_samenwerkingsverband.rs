//! Another partnership pays a fixed amount for each of its pupils in the IKC:
//! the IKC tariff less the SBO tariff.

use std::num::NonZeroU32;

use swv_plugin::{AboutRule, Allocation, AllocationInput, Failure, PerQuantity, RecipientKind};

use crate::PLAN;
use crate::budget::volumebekostiging;

pub(crate) const RULE: AboutRule = AboutRule {
    id: "factuur-ander-samenwerkingsverband",
    title: ("factuur voor leerlingen van een ander samenwerkingsverband", "invoice for pupils of another partnership"),
    source: (PLAN, "8.1.6; 6.1.3, plaatsingsakkoord"),
    interpreted: None,
};

pub(super) fn allocate(allocation: &mut Allocation, input: &AllocationInput) -> Result<(), Failure> {
    let supplement = volumebekostiging::supplement_per_pupils(&input.parameters, input.year);
    let (supplement, per) =
        supplement.map_or_else(|missing| (Err(missing), NonZeroU32::MIN), |(rate, per)| (Ok(rate), per));
    PerQuantity::new(RULE.id, "leerlingen-ikc", supplement)
        .deducted()
        .per(per)
        .to(|kind| kind == RecipientKind::Partnership)
        .add(allocation, input)
}
