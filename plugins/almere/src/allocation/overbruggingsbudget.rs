//! Bridging budget: support at the present school for a pupil who waits for a
//! place elsewhere.

use swv_plugin::{AboutRule, Allocation, AllocationInput, Failure, PerQuantity};

use super::langste_duur::{self, Budget};
use crate::PLAN;

pub(crate) const RULE: AboutRule = AboutRule {
    id: "overbruggingsbudget",
    title: ("overbruggingsbudget tot plaatsing", "bridging budget until placement"),
    source: (PLAN, "bijlage XII, overbruggingsbudget"),
    interpreted: Some(
        "Het plan noemt de voorwaarden, niet het bedrag; het besluit vermeldt de bekostiging en de schoolweken. De regel \
         rekent in maanden, zoals bij het maatwerkbudget, met een bedrag per maand van de gebruiker.",
    ),
    ..AboutRule::STATED
};

const BUDGET: Budget = Budget {
    title: ("overbruggingsbudget", "bridging budget"),
    pupils: "leerlingen-overbruggingsbudget",
    months: "maanden-overbruggingsbudget",
};

pub(super) fn allocate(allocation: &mut Allocation, input: &AllocationInput) -> Result<(), Failure> {
    // The plan names no longest duration; a user may.
    if let Ok(longest) = input.parameters.count("overbruggingsbudget-maanden-ten-hoogste", input.year) {
        langste_duur::check(&BUDGET, longest, input)?;
    }
    let monthly = input.parameters.money("overbruggingsbudget-per-maand", input.year);
    PerQuantity::new(RULE.id, BUDGET.months, monthly).add(allocation, input)
}
