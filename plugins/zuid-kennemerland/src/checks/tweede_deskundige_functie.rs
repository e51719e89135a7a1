use swv_plugin::Found;
use swv_plugin::procedure::CheckInput;

use super::{first_expert, second_experts};

/// The functions of a second expert.
const SECOND: [&str; 7] = [
    "kinder-en-jeugdpsycholoog",
    "pedagoog",
    "kinderpsychiater",
    "arts",
    "maatschappelijk-werker",
    "cjg-coach",
    "poh-jeugd",
];

/// Every second expert of a function that the plan does not list. One of the
/// function of the first is another matter.
pub(crate) fn check(case: &CheckInput) -> Vec<Found> {
    let first = first_expert(case).and_then(|nth| case.events_of("advies").nth(nth));
    let of_first = first.and_then(|(_, advice)| advice.word("functie"));
    let unlisted = |function: &str| Some(function) != of_first && !SECOND.contains(&function);
    second_experts(case)
        .filter(|(_, advice)| advice.word("functie").is_some_and(unlisted))
        .map(|(at, _)| {
            Found::at(
                at,
                "deze functie staat niet in de lijst van tweede deskundigen; kies iemand uit die lijst",
                "this function is not in the list of second experts; choose someone of that list",
            )
        })
        .collect()
}
