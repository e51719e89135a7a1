use swv_plugin::Found;
use swv_plugin::procedure::{CheckEvent, CheckInput};

use super::{FIRST, SECOND};

/// Every advice of someone of another function than the plan lists.
pub(crate) fn check(case: &CheckInput) -> Vec<Found> {
    let unlisted = |advice: &CheckEvent| {
        advice.word("functie").is_some_and(|function| !FIRST.contains(&function) && !SECOND.contains(&function))
    };
    case.events_of("advies")
        .filter(|(_, advice)| unlisted(advice))
        .map(|(at, _)| {
            Found::at(
                at,
                "deze functie staat niet in de lijst van deskundigen die over een TLV adviseren",
                "this function is not in the list of experts who advise on a TLV",
            )
        })
        .collect()
}
