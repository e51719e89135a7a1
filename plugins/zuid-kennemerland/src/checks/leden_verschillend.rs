use swv_plugin::Found;
use swv_plugin::procedure::CheckInput;

use super::repeated;

/// Every advice of a member who advised already.
pub(crate) fn check(case: &CheckInput) -> Vec<Found> {
    repeated(case, "advies-lid", "lid")
        .map(|at| Found::at(at, "dit lid adviseerde al; vraag een ander", "this member advised already; ask another"))
        .collect()
}
