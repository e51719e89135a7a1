use swv_plugin::Found;
use swv_plugin::procedure::CheckInput;

/// Every application for LWOO or PrO in the first months of a school year.
pub(crate) fn check(case: &CheckInput) -> Vec<Found> {
    if !matches!(case.word("bestemming"), Some("lwoo" | "pro")) {
        return Vec::new();
    }
    let early = case.events_of("aanmelding").filter(|(_, event)| event.on.month() >= 8);
    early
        .map(|(at, _)| {
            Found::at(
                at,
                "voor LWOO en PrO kan vanaf 1 januari worden aangemeld; meld dan opnieuw aan",
                "for LWOO and PrO one may apply from 1 January; apply again then",
            )
        })
        .collect()
}
