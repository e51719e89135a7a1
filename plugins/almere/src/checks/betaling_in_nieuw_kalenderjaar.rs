use swv_plugin::Found;
use swv_plugin::procedure::CheckInput;

/// Every payment in another calendar year than the one after the growth.
pub(crate) fn check(case: &CheckInput) -> Vec<Found> {
    let growth = case.events_of("groei-vastgesteld").next().map(|(_, growth)| growth.on.year());
    let Some(next) = growth.and_then(|year| year.checked_add(1)) else { return Vec::new() };
    let paid = case.events_of("betaling").filter(|(_, paid)| paid.on.year() != next);
    paid.map(|(at, paid)| {
        let on = paid.on;
        Found::at(at, format!("betaald op {on}; dat is in {next}"), format!("paid on {on}; that is in {next}"))
    })
    .collect()
}
