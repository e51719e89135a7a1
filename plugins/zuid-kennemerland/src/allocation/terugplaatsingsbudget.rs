//! Return budget: a school that takes a pupil back from specialised education
//! receives an amount for two years, unless the pupil returns to its
//! own former school.

use swv_plugin::{AboutRule, Allocation, AllocationInput, Failure, PerQuantity};

use crate::PLAN;

pub(crate) const RULE: AboutRule = AboutRule {
    id: "terugplaatsingsbudget",
    title: ("terugplaatsingsbudget", "return budget"),
    source: (PLAN, "6.1.3, terugplaatsingsformulier; 8.1.5"),
    interpreted: Some(
        "6.1.3 stelt het bedrag voor twee schooljaren beschikbaar, 8.1.5 voor twee jaar vanaf de eerste van de maand na \
         inschrijving. Hier gelden de twee jaar van 8.1.5, net als in de procedure: die paragraaf gaat over de \
         uitbetaling en noemt als enige een begin, en wie halverwege een schooljaar begint heeft zo niet minder. Of het \
         bedrag per jaar is, zegt geen van beide; hier wel, als bij het instroombudget. Naar 6.1.3 is het voor een school \
         die niet de oorspronkelijke is, of voor een leerling die nog nooit op een reguliere school zat; 8.1.5 maakt dat \
         onderscheid niet.",
    ),
    ..AboutRule::STATED
};

pub(super) fn allocate(allocation: &mut Allocation, input: &AllocationInput) -> Result<(), Failure> {
    let yearly = input.parameters.money("instroom-en-terugplaatsingsbudget", input.year);
    PerQuantity::new(RULE.id, "maanden-terugplaatsing", yearly).months().add(allocation, input)
}
