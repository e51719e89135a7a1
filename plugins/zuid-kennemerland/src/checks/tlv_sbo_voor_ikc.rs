use swv_plugin::Found;
use swv_plugin::procedure::CheckInput;

/// Every TLV of another kind than SBO for the IKC.
pub(crate) fn check(case: &CheckInput) -> Vec<Found> {
    if case.word("bestemming") != Some("ikc") {
        return Vec::new();
    }
    let issued = case.events_of("besluit").filter(|(_, decision)| decision.word("uitkomst") == Some("positief"));
    let other = issued.filter(|(_, decision)| decision.word("tlv-soort").is_some_and(|kind| kind != "sbo"));
    other
        .map(|(at, _)| {
            Found::at(
                at,
                "een leerling van het IKC heeft altijd een TLV SBO; geef die af, of kies SO als bestemming",
                "a pupil of the IKC always has a TLV SBO; issue that one, or choose SO as destination",
            )
        })
        .collect()
}
