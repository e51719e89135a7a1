use swv_plugin::Found;
use swv_plugin::procedure::CheckInput;

/// What says that the parents do not consent.
pub(crate) fn check(case: &CheckInput) -> Vec<Found> {
    refusals(case)
        .map(|at| {
            Found::at(
                at,
                "de ouders stemmen niet in; een TLV kan zonder hen, maar volgt dan niet vanzelf, en zij kunnen bezwaar maken",
                "the parents do not consent; a TLV is possible without them, but does not follow by itself, and they can \
                 object",
            )
        })
        .collect()
}

/// The places of what says so.
pub(super) fn refusals(case: &CheckInput) -> impl Iterator<Item = usize> + '_ {
    let signed = case.events_of("ondertekening-ouders").filter(|(_, event)| event.is("instemming") == Some(false));
    let checked =
        case.events_of("controle-draagvlak").filter(|(_, event)| event.word("gedragen") == Some("zonder-ouders"));
    signed.chain(checked).map(|(at, _)| at)
}
