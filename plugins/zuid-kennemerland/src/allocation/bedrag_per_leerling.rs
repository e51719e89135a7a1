//! Each regular school receives an amount per pupil on the count date.

use swv_plugin::{AboutRule, Allocation, AllocationInput, Failure, PerQuantity};

use crate::PLAN;

pub(crate) const RULE: AboutRule = AboutRule {
    id: "bedrag-per-leerling",
    title: ("ondersteuningsbedrag per leerling", "support amount per pupil"),
    source: (PLAN, "8.1.2, overdracht ondersteuningsbudget aan reguliere scholen"),
    interpreted: Some(
        "De brief van het voorjaar beslist over het schooljaar erna, terwijl het bedrag per kalenderjaar is: hier geldt het \
         bedrag van het kalenderjaar van de brief, dus 450 euro voor 2024-25. Een splitsing over twee kalenderjaren kent \
         het plan niet.",
    ),
    ..AboutRule::STATED
};

pub(super) fn allocate(allocation: &mut Allocation, input: &AllocationInput) -> Result<(), Failure> {
    let amount = input.parameters.money("ondersteuningsbedrag-per-leerling", input.year)?;
    PerQuantity::new(RULE.id, "leerlingen", Ok(amount)).add(allocation, input)
}
