//! Entry budget: a school that takes a pupil with a TLV from before school, or
//! from specialised education, receives an amount for two years.

use swv_plugin::{AboutRule, Allocation, AllocationInput, Failure, PerQuantity};

use crate::PLAN;

pub(crate) const RULE: AboutRule = AboutRule {
    id: "instroombudget",
    title: ("instroombudget bij een voorschoolse TLV", "entry budget for a TLV from before school"),
    source: (PLAN, "8.1.5; 6.1.3, TLV D"),
    interpreted: Some(
        "6.1.3 zegt 8.000 euro per jaar, 8.1.5 noemt alleen het bedrag en de twee jaar; hier geldt per jaar. De termijn \
         begint op de eerste van de maand na inschrijving, en een maand is een twaalfde.",
    ),
    ..AboutRule::STATED
};

pub(super) fn allocate(allocation: &mut Allocation, input: &AllocationInput) -> Result<(), Failure> {
    let yearly = input.parameters.money("instroom-en-terugplaatsingsbudget", input.year);
    PerQuantity::new(RULE.id, "maanden-instroombudget", yearly).months().add(allocation, input)
}
