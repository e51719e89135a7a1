use swv_plugin::Found;
use swv_plugin::procedure::CheckInput;

/// Every grant after an advice against it.
pub(crate) fn check(case: &CheckInput) -> Vec<Found> {
    let advised_against = |at: usize| {
        case.events_of("advies-lid")
            .any(|(advised, advice)| advised < at && advice.word("strekking") == Some("negatief"))
    };
    let granted = case.events_of("besluit").filter(|(_, decision)| decision.word("uitkomst") == Some("positief"));
    granted
        .filter(|(at, _)| advised_against(*at))
        .map(|(at, _)| {
            Found::at(
                at,
                "een van de leden adviseerde negatief; alleen een unaniem advies wordt gehonoreerd",
                "one of the members advised against it; only a unanimous advice is granted",
            )
        })
        .collect()
}
