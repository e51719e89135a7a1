use swv_plugin::Found;
use swv_plugin::procedure::CheckInput;

use super::instemming_ouders::refusals;

/// Every refusal of what all support, without an earlier application of one
/// party.
pub(crate) fn check(case: &CheckInput) -> Vec<Found> {
    if refusals(case).next().is_some() {
        return Vec::new();
    }
    let one_sided = case.events_of("aanvraag-eenzijdig").map(|(at, _)| at).next();
    let refusals = case.events_of("besluit").filter(|(_, decision)| decision.word("uitkomst") == Some("negatief"));
    let joint = refusals.filter(|(at, _)| one_sided.is_none_or(|applied| applied > *at));
    joint
        .map(|(at, _)| {
            Found::at(
                at,
                "op een gezamenlijke aanvraag volgt altijd een TLV; het samenwerkingsverband controleert alleen of \
                 iedereen de oplossing draagt",
                "a joint application always gets a TLV; the samenwerkingsverband only checks that all support the \
                 solution",
            )
        })
        .collect()
}
