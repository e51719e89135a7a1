use swv_plugin::procedure::CheckInput;
use swv_plugin::{Date, Found};

/// Every lottery before the school year from which MDO-O pupils take part.
pub(crate) fn check(case: &CheckInput) -> Vec<Found> {
    let first = Date::constant(2024, 8, 1);
    let early = case.events_of("loting").filter(|(_, lottery)| lottery.on < first);
    early
        .map(|(at, _)| {
            Found::at(
                at,
                "leerlingen met een MDO-O loten mee vanaf schooljaar 2024-25; wat daarvoor gold, staat niet in het plan",
                "pupils with an MDO-O take part in the lottery from school year 2024-25; what held before is not in the plan",
            )
        })
        .collect()
}
