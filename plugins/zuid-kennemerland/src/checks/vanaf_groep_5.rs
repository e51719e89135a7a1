use swv_plugin::Found;
use swv_plugin::procedure::CheckInput;

/// Every pupil below group 5 who takes part.
pub(crate) fn check(case: &CheckInput) -> Vec<Found> {
    let places = case.events_of("inkoop").chain(case.events_of("vervanging"));
    let young = places.filter(|(_, event)| event.number("groep").is_some_and(|group| group < 5));
    young
        .map(|(at, _)| {
            Found::at(
                at,
                "leerlingen vanaf groep 5 komen in aanmerking voor de Day a Week School",
                "pupils from group 5 are eligible for Day a Week School",
            )
        })
        .collect()
}
