use swv_plugin::Found;
use swv_plugin::procedure::CheckInput;

use super::{first_expert, second_experts};

/// Every second expert of the function of the first.
pub(crate) fn check(case: &CheckInput) -> Vec<Found> {
    let first = first_expert(case).and_then(|nth| case.events_of("advies").nth(nth));
    let Some(function) = first.and_then(|(_, advice)| advice.word("functie")) else { return Vec::new() };
    second_experts(case)
        .filter(|(_, advice)| advice.word("functie") == Some(function))
        .map(|(at, _)| {
            Found::at(
                at,
                "de tweede deskundige heeft dezelfde functie als de eerste; kies iemand met een andere",
                "the second expert has the same function as the first; choose someone with another",
            )
        })
        .collect()
}
