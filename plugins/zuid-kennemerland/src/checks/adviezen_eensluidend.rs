use swv_plugin::Found;
use swv_plugin::procedure::CheckInput;

/// The first advice that contradicts an earlier one.
pub(crate) fn check(case: &CheckInput) -> Vec<Found> {
    let mut said = case.events_of("advies").filter_map(|(at, advice)| Some((at, advice.word("strekking")?)));
    let Some((_, first)) = said.next() else { return Vec::new() };
    said.find(|(_, other)| *other != first)
        .map(|(at, _)| {
            Found::at(
                at,
                "de deskundigen zijn het niet eens; er ontbreekt een gezamenlijke oplossing. Een derde deskundige kent het \
                 plan niet: overleg verder, of gebruik bemiddeling (7.1.3)",
                "the experts do not agree; a joint solution is missing. The plan knows no third expert: talk on, or use \
                 mediation (7.1.3)",
            )
        })
        .into_iter()
        .collect()
}
