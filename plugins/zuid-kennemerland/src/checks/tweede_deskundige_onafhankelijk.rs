use swv_plugin::Found;
use swv_plugin::procedure::CheckInput;

use super::second_experts;

/// Every second expert who works for one of the schools.
pub(crate) fn check(case: &CheckInput) -> Vec<Found> {
    second_experts(case)
        .filter(|(_, advice)| advice.is("in-dienst-van-school") == Some(true))
        .map(|(at, _)| {
            Found::at(
                at,
                "de tweede deskundige werkt voor de verwijzende of de nieuwe school; kies iemand die dat niet doet",
                "the second expert works for the referring or the new school; choose someone who does not",
            )
        })
        .collect()
}
