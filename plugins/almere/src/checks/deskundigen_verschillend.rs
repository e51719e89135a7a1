use swv_plugin::Found;
use swv_plugin::procedure::CheckInput;

/// Every advice of an expert who advised already.
pub(crate) fn check(case: &CheckInput) -> Vec<Found> {
    let advices: Vec<_> = case.events_of("advies").collect();
    let again = advices.iter().enumerate().filter(|(nth, (_, advice))| {
        let expert = advice.word("deskundige");
        expert.is_some() && advices.iter().take(*nth).any(|(_, earlier)| earlier.word("deskundige") == expert)
    });
    again
        .map(|(_, (at, _))| {
            Found::at(*at, "deze deskundige adviseerde al; vraag een ander", "this expert advised already; ask another")
        })
        .collect()
}
