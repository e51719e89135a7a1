use swv_plugin::Found;
use swv_plugin::procedure::CheckInput;

use super::first_expert;

/// Two experts or more of whom none is an orthopedagogue or psychologist.
pub(crate) fn check(case: &CheckInput) -> Vec<Found> {
    let advices: Vec<_> = case.events_of("advies").collect();
    let known = advices.iter().all(|(_, advice)| advice.word("functie").is_some());
    match advices.get(1..).and_then(<[_]>::last) {
        Some((last, _)) if known && first_expert(case).is_none() => vec![Found::at(
            *last,
            "geen van de deskundigen is orthopedagoog of psycholoog van SO of IKC; een van hen moet dat zijn",
            "none of the experts is an orthopedagogue or psychologist of SO or IKC; one of them has to be",
        )],
        _ => Vec::new(),
    }
}
