//! Tailored budget: temporary support for a pupil, for three months at most.

use swv_plugin::{AboutRule, Allocation, AllocationInput, Failure, PerQuantity, Text};

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

const PUPILS: &str = "leerlingen-maatwerkbudget";
const MONTHS: &str = "maanden-maatwerkbudget";

pub(super) fn allocate(allocation: &mut Allocation, input: &AllocationInput) -> Result<(), Failure> {
    check_duration(input)?;
    let monthly = input.parameters.money("maatwerkbudget-per-maand", input.year);
    PerQuantity::new(RULE.id, MONTHS, monthly).add(allocation, input)
}

/// No school has more months than three for each of its pupils.
fn check_duration(input: &AllocationInput) -> Result<(), Failure> {
    let (Some(pupils), Some(months)) = (input.quantity(PUPILS), input.quantity(MONTHS)) else { return Ok(()) };
    let longest = input.parameters.count("maatwerkbudget-maanden-ten-hoogste", input.year)?;
    for (row, (pupils, months)) in pupils.numbers().zip(months.numbers()).enumerate() {
        if let (Some((_, pupils)), Some((months, _))) = (pupils.bounds(), months.bounds())
            && months > longest.saturating_mul(pupils)
        {
            return Err(Failure::invalid(
                format!("recipients[{row}], {MONTHS}"),
                format!("{months} months for {pupils} pupils"),
                Text::new(
                    format!("een maatwerkbudget duurt ten hoogste {longest} maanden"),
                    format!("a tailored budget lasts {longest} months at most"),
                ),
            ));
        }
    }
    Ok(())
}
