use swv_plugin::Found;
use swv_plugin::procedure::CheckInput;

use super::{SECOND, none_of};

/// Two experts of whom none has a function of a second expert.
pub(crate) fn check(case: &CheckInput) -> Vec<Found> {
    let found = none_of(&SECOND, case).map(|at| {
        Found::at(
            at,
            "de tweede deskundige moet kinder- en jeugdpsycholoog, pedagoog, kinderpsychiater, maatschappelijk werker \
             of arts zijn",
            "the second expert has to be a child psychologist, pedagogue, child psychiatrist, social worker or \
             physician",
        )
    });
    found.into_iter().collect()
}
