use swv_plugin::Found;
use swv_plugin::procedure::CheckInput;

/// Every TLV for a pupil who is exempt from compulsory schooling.
pub(crate) fn check(case: &CheckInput) -> Vec<Found> {
    if case.is("vrijstelling-leerplicht") != Some(true) {
        return Vec::new();
    }
    let issued = case.events_of("besluit").filter(|(_, decision)| decision.word("uitkomst") == Some("positief"));
    issued
        .map(|(at, _)| {
            Found::at(
                at,
                "de leerling is vrijgesteld van leerplicht; in een zorginstelling is er dan geen TLV",
                "the pupil is exempt from compulsory schooling; in a care institution there is no TLV then",
            )
        })
        .collect()
}
