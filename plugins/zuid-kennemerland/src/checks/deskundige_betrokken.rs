use swv_plugin::Found;
use swv_plugin::procedure::CheckInput;

/// Every advice of an expert who is not involved with the pupil.
pub(crate) fn check(case: &CheckInput) -> Vec<Found> {
    let strangers = case.events_of("advies").filter(|(_, advice)| advice.is("betrokken") == Some(false));
    strangers
        .map(|(at, _)| {
            Found::at(
                at,
                "de deskundige is niet bij de leerling betrokken; alleen wie dat is, tekent",
                "the expert is not involved with the pupil; only one who is signs",
            )
        })
        .collect()
}
