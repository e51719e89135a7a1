use swv_plugin::Found;
use swv_plugin::procedure::CheckInput;

/// Every advice of an expert who works for a school here.
pub(crate) fn check(case: &CheckInput) -> Vec<Found> {
    let employed = case.events_of("advies").filter(|(_, advice)| advice.is("in-dienst-van-school") == Some(true));
    employed
        .map(|(at, _)| {
            Found::at(
                at,
                "de deskundige werkt voor een organisatie voor primair of speciaal onderwijs in het \
                 samenwerkingsverband; vraag een ander om advies",
                "the expert works for an organisation for primary or special education in the samenwerkingsverband; \
                 ask another for advice",
            )
        })
        .collect()
}
