use swv_plugin::Found;
use swv_plugin::procedure::CheckInput;

/// Every application at a private school, which has no duty of care.
pub(crate) fn check(case: &CheckInput) -> Vec<Found> {
    if case.is("particuliere-school") != Some(true) {
        return Vec::new();
    }
    case.events_of("aanmelding")
        .map(|(at, _)| {
            Found::at(
                at,
                "een particuliere school valt niet onder het samenwerkingsverband en heeft formeel geen zorgplicht; de \
                 termijnen gelden daar niet",
                "a private school does not belong to the samenwerkingsverband and has no formal duty of care; the terms do \
                 not hold there",
            )
        })
        .collect()
}
