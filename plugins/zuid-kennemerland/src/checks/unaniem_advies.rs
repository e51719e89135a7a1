use swv_plugin::Found;
use swv_plugin::procedure::CheckInput;

/// Every grant after an advice against it, or after one that does not say.
pub(crate) fn check(case: &CheckInput) -> Vec<Found> {
    let granted = case.events_of("besluit").filter(|(_, decision)| decision.word("uitkomst") == Some("positief"));
    granted.filter_map(|(at, _)| not_unanimous(case, at)).collect()
}

fn not_unanimous(case: &CheckInput, granted: usize) -> Option<Found> {
    let before = || case.events_of("advies-lid").filter(move |(advised, _)| *advised < granted);
    let negative = before().any(|(_, advice)| advice.word("strekking") == Some("negatief"));
    let silent = before().any(|(_, advice)| advice.word("strekking").is_none());
    match (negative, silent) {
        (true, _) => Some(Found::at(
            granted,
            "een van de leden adviseerde negatief; alleen een unaniem advies wordt gehonoreerd",
            "one of the members advised against it; only a unanimous advice is granted",
        )),
        (false, true) => Some(Found::at(
            granted,
            "van een van de leden is de strekking van het advies niet bekend; alleen een unaniem advies wordt gehonoreerd",
            "it is not known what one of the members advised; only a unanimous advice is granted",
        )),
        (false, false) => None,
    }
}
