use swv_plugin::Found;
use swv_plugin::procedure::CheckInput;

/// Every advice of a member of the board with the duty of care.
pub(crate) fn check(case: &CheckInput) -> Vec<Found> {
    let own = case.events_of("advies-lid").filter(|(_, advice)| advice.is("bestuur-met-zorgplicht") == Some(true));
    own.map(|(at, _)| {
        Found::at(
            at,
            "dit lid is van het bestuur met de zorgplicht; vraag een ander lid om advies",
            "this member is of the board with the duty of care; ask another member for advice",
        )
    })
    .collect()
}
