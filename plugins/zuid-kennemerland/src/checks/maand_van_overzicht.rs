use swv_plugin::Found;
use swv_plugin::procedure::CheckInput;

/// Every overview in another month than June.
pub(crate) fn check(case: &CheckInput) -> Vec<Found> {
    let wrong = case.events_of("overzicht").filter(|(_, event)| event.on.month() != 6);
    wrong
        .map(|(at, _)| {
            Found::at(at, "het overzicht gaat in juni naar de scholen", "the overview goes to the schools in June")
        })
        .collect()
}
