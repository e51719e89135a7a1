use swv_plugin::Found;
use swv_plugin::procedure::CheckInput;

use super::repeated;

/// Every advice of an expert who advised already.
pub(crate) fn check(case: &CheckInput) -> Vec<Found> {
    repeated(case, "advies", "deskundige")
        .map(|at| {
            Found::at(at, "deze deskundige adviseerde al; vraag een ander", "this expert advised already; ask another")
        })
        .collect()
}
