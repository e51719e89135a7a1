use swv_plugin::Found;
use swv_plugin::procedure::CheckInput;

/// Every TLV of another category of SO for a pupil with severe learning
/// difficulties.
pub(crate) fn check(case: &CheckInput) -> Vec<Found> {
    if case.is("zeer-moeilijk-lerend") != Some(true) {
        return Vec::new();
    }
    let issued = case.events_of("besluit").filter(|(_, decision)| decision.word("uitkomst") == Some("positief"));
    let heavier = issued.filter(|(_, decision)| matches!(decision.word("tlv-soort"), Some("so-midden" | "so-hoog")));
    heavier
        .map(|(at, _)| {
            Found::at(
                at,
                "een ZML-leerling krijgt altijd een TLV categorie I (so-laag), hoe zwaar de behoefte ook is",
                "a ZML pupil always gets a TLV of category I (so-laag), however heavy the need",
            )
        })
        .collect()
}
