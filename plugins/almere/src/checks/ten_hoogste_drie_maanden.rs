use swv_plugin::Found;
use swv_plugin::procedure::CheckInput;

/// The longest that a budget lasts, in months.
const LONGEST: u32 = 3;

/// Every budget that lasts longer.
pub(crate) fn check(case: &CheckInput) -> Vec<Found> {
    let months = case.events_of("besluit").filter_map(|(at, decision)| {
        let months = decision.number("maanden")?;
        Some((at, months))
    });
    months
        .filter(|(_, months)| *months > LONGEST)
        .map(|(at, months)| {
            Found::at(
                at,
                format!("{months} maanden; een maatwerkbudget duurt er ten hoogste {LONGEST}"),
                format!("{months} months; a tailored budget lasts {LONGEST} at most"),
            )
        })
        .collect()
}
