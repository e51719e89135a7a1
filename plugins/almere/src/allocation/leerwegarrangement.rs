//! Leerwegarrangement (VO): what the budget hands to the schools is divided by
//! the number of their LWOO pupils in a past period.

use swv_plugin::{AboutRule, Allocation, AllocationInput, Divided, Failure, Sector};

use crate::{PLAN, VO};

pub(crate) const RULE: AboutRule = AboutRule {
    id: "leerwegarrangement",
    title: ("overdracht leerwegarrangement naar aandeel lwoo", "leerwegarrangement by share of LWOO pupils"),
    source: (PLAN, "bijlage V, toelichting VO; bijlage VII, programma 3"),
    interpreted: Some(
        "Het plan zegt dat de verdeelsleutel op de leerlingen van 2018 tot en met 2020 rust; de sleutel zelf staat er niet \
         in. Hier is hij het aandeel van de school in die leerlingen, toegepast op de regel Overdracht VO-scholen.",
    ),
    sectors: VO,
    ..AboutRule::STATED
};

pub(super) fn allocate(allocation: &mut Allocation, input: &AllocationInput) -> Result<(), Failure> {
    if input.sector != Sector::Vo {
        return Ok(());
    }
    let amount = input.budget.money("overdracht-scholen-voortgezet-onderwijs", input.year)?;
    Divided::new(RULE.id, "leerlingen-lwoo-2018-2020", amount).in_proportion(allocation, input)
}
