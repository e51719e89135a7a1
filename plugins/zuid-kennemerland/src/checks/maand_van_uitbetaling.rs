use swv_plugin::Found;
use swv_plugin::procedure::CheckInput;

/// Every payment in another month than August.
pub(crate) fn check(case: &CheckInput) -> Vec<Found> {
    let wrong = case.events_of("uitbetaling").filter(|(_, event)| event.on.month() != 8);
    wrong.map(|(at, _)| Found::at(at, "het bedrag wordt in augustus betaald", "the amount is paid in August")).collect()
}
