use swv_plugin::Found;
use swv_plugin::procedure::CheckInput;

/// Every talk without the parents or without the secondary school.
pub(crate) fn check(case: &CheckInput) -> Vec<Found> {
    let absent = |field: &'static str| case.events_of("mdo").filter(move |(_, talk)| talk.is(field) == Some(false));
    let found = |at: usize| {
        Found::at(
            at,
            "zonder de ouders of zonder de VO-school is het geen MDO; houd het opnieuw met beide",
            "without the parents or without the secondary school it is no MDO; hold it again with both",
        )
    };
    let mut places: Vec<usize> =
        absent("ouders-aanwezig").chain(absent("vo-school-aanwezig")).map(|(at, _)| at).collect();
    places.sort_unstable();
    places.dedup();
    places.into_iter().map(found).collect()
}
