use swv_plugin::Found;
use swv_plugin::procedure::CheckInput;

use super::{FIRST, none_of};

/// Two experts of whom none is an orthopedagogue or psychologist.
pub(crate) fn check(case: &CheckInput) -> Vec<Found> {
    let found = none_of(&FIRST, case).map(|at| {
        Found::at(
            at,
            "geen van de deskundigen is orthopedagoog of psycholoog; een van hen moet dat zijn",
            "none of the experts is an orthopedagogue or psychologist; one of them has to be",
        )
    });
    found.into_iter().collect()
}
