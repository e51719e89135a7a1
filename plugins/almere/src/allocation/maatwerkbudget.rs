//! Tailored budget: temporary support for a pupil, for three months at most.

use swv_plugin::{AboutRule, Allocation, AllocationInput, Failure, PerQuantity};

use super::langste_duur::{self, Budget};
use crate::PLAN;

pub(crate) const RULE: AboutRule = AboutRule {
    id: "maatwerkbudget",
    title: ("maatwerkbudget, ten hoogste drie maanden", "tailored budget, three months at most"),
    source: (PLAN, "bijlage XII, 1, maatwerkbudget"),
    interpreted: Some(
        "Het plan noemt de voorwaarden en de langste duur in maanden, niet het bedrag; het besluit vermeldt de bekostiging en \
         de schoolweken. De regel rekent in maanden, zoals de langste duur, met een bedrag per maand van de gebruiker.",
    ),
    ..AboutRule::STATED
};

const BUDGET: Budget = Budget {
    title: ("maatwerkbudget", "tailored budget"),
    pupils: "leerlingen-maatwerkbudget",
    months: "maanden-maatwerkbudget",
};

pub(super) fn allocate(allocation: &mut Allocation, input: &AllocationInput) -> Result<(), Failure> {
    langste_duur::check(&BUDGET, input.parameters.count("maatwerkbudget-maanden-ten-hoogste", input.year)?, input)?;
    let monthly = input.parameters.money("maatwerkbudget-per-maand", input.year);
    PerQuantity::new(RULE.id, BUDGET.months, monthly).add(allocation, input)
}
