use swv_plugin::Found;
use swv_plugin::procedure::{CheckEvent, CheckInput};

/// A decision on two advices that differ, without a third.
pub(crate) fn check(case: &CheckInput) -> Vec<Found> {
    decided_too_early(case).into_iter().collect()
}

fn decided_too_early(case: &CheckInput) -> Option<Found> {
    let decides = |event: &CheckEvent| matches!(event.name.as_str(), "besluit" | "voornemen-afwijzing");
    let at = case.events.iter().position(decides)?;
    let before = || case.events_of("advies").filter(|(advice, _)| *advice < at);
    let of = |tenor| before().filter(|(_, advice)| advice.word("strekking") == Some(tenor)).count();
    (of("positief") == 1 && of("negatief") == 1).then(|| {
        Found::at(
            at,
            "de twee adviezen verschillen; vraag een derde onafhankelijke deskundige voordat er een besluit is",
            "the two advices differ; ask a third independent expert before there is a decision",
        )
    })
}
