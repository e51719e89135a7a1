use swv_plugin::Found;
use swv_plugin::procedure::CheckInput;

/// Every MDO-O outside the months in which they are held.
pub(crate) fn check(case: &CheckInput) -> Vec<Found> {
    let talks = case.events_of("mdo").filter(|(_, talk)| talk.word("soort") == Some("mdo-o"));
    let within = |month: i8, day: i8| matches!((month, day), (11 | 12 | 1, _) | (2, 1));
    talks
        .filter(|(_, talk)| !within(talk.on.month(), talk.on.day()))
        .map(|(at, _)| {
            Found::at(
                at,
                "een MDO-O is tussen 1 november en 1 februari; wat volgt als het later is, zegt het plan niet",
                "an MDO-O is between 1 November and 1 February; what follows when it is later, the plan does not say",
            )
        })
        .collect()
}
