use swv_plugin::Found;
use swv_plugin::procedure::CheckInput;

/// A pupil who is still placed after the last day of every TLV.
pub(crate) fn check(case: &CheckInput) -> Vec<Found> {
    let Some((placed, _)) = case.events_of("inschrijving").last() else { return Vec::new() };
    let left = case.events_of("uitstroom").any(|(at, _)| at > placed);
    let issued = case.events_of("besluit").filter(|(_, decision)| decision.word("uitkomst") == Some("positief"));
    let last_days: Option<Vec<_>> = issued.map(|(_, decision)| decision.date("tlv-tot-en-met")).collect();
    let ended = last_days.and_then(|days| days.into_iter().max()).is_some_and(|last| last < case.as_of);
    if left || !ended || case.word("bestemming") == Some("basisschool") {
        return Vec::new();
    }
    vec![Found::at(
        placed,
        "de TLV is afgelopen en nergens staat dat de leerling weg is; vraag een nieuwe aan of meld de uitstroom",
        "the TLV has ended and nothing says that the pupil left; apply for a new one or report the leaving (uitstroom)",
    )]
}
