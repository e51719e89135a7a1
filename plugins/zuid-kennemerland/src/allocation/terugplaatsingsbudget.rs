//! Return budget: a school that takes a pupil back from specialised education
//! receives an amount for two school years, unless the pupil returns to its
//! own former school.

use swv_plugin::{AboutRule, Allocation, AllocationInput, Failure, PerQuantity};

use crate::PLAN;

pub(crate) const RULE: AboutRule = AboutRule {
    id: "terugplaatsingsbudget",
    title: ("terugplaatsingsbudget", "return budget"),
    source: (PLAN, "6.1.3, terugplaatsingsformulier; 8.1.5"),
    interpreted: Some(
        "6.1.3 stelt het bedrag voor twee schooljaren beschikbaar, 8.1.5 voor twee jaar vanaf de eerste van de maand na \
         inschrijving; hier gelden de schooljaren van 6.1.3. Of het bedrag per jaar is, zegt geen van beide; hier wel, als \
         bij het instroombudget. Het is voor een school die niet de oorspronkelijke is, of voor een \
         leerling die nog nooit op een reguliere school zat.",
    ),
};

pub(super) fn allocate(allocation: &mut Allocation, input: &AllocationInput) -> Result<(), Failure> {
    let yearly = input.parameters.money("instroom-en-terugplaatsingsbudget", input.year);
    PerQuantity::new(RULE.id, "maanden-terugplaatsing", yearly).months().add(allocation, input)
}
