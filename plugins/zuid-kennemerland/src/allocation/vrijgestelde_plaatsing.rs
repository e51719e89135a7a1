//! Placements that the SWV pays itself: the school's deduction is undone.

use swv_plugin::{AboutRule, Allocation, AllocationInput, Failure, PerQuantity};

use crate::PLAN;

pub(crate) const RULE: AboutRule = AboutRule {
    id: "vrijgestelde-plaatsing",
    title: ("plaatsing voor rekening van het samenwerkingsverband", "placement for the partnership's account"),
    source: (PLAN, "8.1.2, toelaatbaarheidsverklaringen betaald door het samenwerkingsverband"),
    interpreted: Some(
        "Het plan noemt vijf groepen waarvoor de school niet betaalt. Hier wordt de inhouding voor hen ongedaan gemaakt, \
         zodat zij zichtbaar blijven; een leerling telt in een groep.",
    ),
    ..AboutRule::STATED
};

const EXEMPT: [&str; 5] = [
    "plaatsingen-voorschoolse-tlv",
    "plaatsingen-zij-instromer",
    "plaatsingen-opvanghuis",
    "plaatsingen-internationale-taalklas",
    "plaatsingen-bestuurscommissie",
];

pub(super) fn allocate(allocation: &mut Allocation, input: &AllocationInput) -> Result<(), Failure> {
    let deduction = input.parameters.money("inhouding-per-plaatsing", input.year);
    for quantity in EXEMPT {
        PerQuantity::new(RULE.id, quantity, deduction.clone()).add(allocation, input)?;
    }
    Ok(())
}
