//! Arrangement SBO+: a TLV for SBO with additional funding from the
//! partnership, in an SBO school or in a primary school.

use swv_plugin::{AboutRule, Allocation, AllocationInput, Divided, Failure, RecipientKind, SchoolKind, Sector};

use super::is_sbo;
use crate::{PLAN, PO};

pub(crate) const RULE: AboutRule = AboutRule {
    id: "sbo-plus",
    title: ("aanvullende bekostiging van een arrangement sbo+", "additional funding of an arrangement SBO+"),
    source: (PLAN, "bijlage XII, onderwijsarrangement sbo+; bijlage VII, programma 1 en 2"),
    interpreted: Some(
        "Het plan noemt een arrangement sbo+ een TLV SBO met aanvullende bekostiging van het samenwerkingsverband en noemt \
         het bedrag niet. Het is hier de begrotingsregel SBOplus van het programma, gedeeld door de leerlingen met het \
         arrangement, naar beneden afgerond op hele centen; de rest blijft over.",
    ),
    sectors: PO,
    ..AboutRule::STATED
};

const PUPILS: &str = "leerlingen-sbo-plus";

pub(super) fn allocate(allocation: &mut Allocation, input: &AllocationInput) -> Result<(), Failure> {
    if input.sector != Sector::Po {
        return Ok(());
    }
    let is_bao: fn(RecipientKind) -> bool = |kind| kind == RecipientKind::School(SchoolKind::Bao);
    for (line, to) in [("sbo-plus-in-basisonderwijs", is_bao), ("sbo-plus-in-speciaal-basisonderwijs", is_sbo)] {
        let amount = input.budget.money(line, input.year)?;
        Divided::new(RULE.id, PUPILS, amount).to(to).per_quantity(allocation, input)?;
    }
    Ok(())
}
