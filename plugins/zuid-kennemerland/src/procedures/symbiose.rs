//! Symbiosis: a pupil of a special school learns in part at a regular one, or
//! the other way round.

use swv_plugin::procedure::{Procedure, Provided, Requirement, Step, on_event};
use swv_plugin::{Sector, Text};

use super::{one_of, stated};

const PART: &str = "6.1.3, symbiose";

pub(super) fn procedure() -> Procedure {
    let schools = Text::new("reguliere en gespecialiseerde school samen", "regular and special school together");
    let document = |kind: &str, what| {
        Requirement::document(kind, what, &schools, stated(PART)).asked(&["afgesproken"], &["start"])
    };
    Procedure::new("symbiose", ("symbiose", "symbiosis"), &[Sector::Po], stated(PART))
        .state("overleg", ("overleg tussen de scholen", "talks between the schools"))
        .state("afgesproken", ("programma en bekostiging afgesproken", "programme and funding agreed"))
        .closed_state("loopt", ("de leerling leert op beide scholen", "the pupil learns at both schools"))
        .event_field(
            "document",
            "soort",
            ("welk stuk", "which document"),
            one_of(&["symbioseovereenkomst", "ontwikkelingsperspectief"]),
        )
        .step(
            Step::new(
                "afspraken",
                ("programma en bekostiging afspreken", "agree on programme and funding"),
                &schools,
                stated(PART),
            )
            .moves(&["overleg"], "afgesproken"),
        )
        .step(
            Step::new("document", ("stuk vastleggen", "record a document"), &schools, stated(PART))
                .within(&["overleg", "afgesproken"]),
        )
        .step(
            Step::new("start", ("op beide scholen leren", "learn at both schools"), &schools, stated(PART))
                .moves(&["afgesproken"], "loopt"),
        )
        .requirement(
            Requirement::new(
                "afspraken",
                ("afspraken over programma en bekostiging", "agreements on programme and funding"),
                Provided { by: &schools, event: on_event("afspraken") },
                stated(PART),
            )
            .asked(&["overleg"], &["start"]),
        )
        .requirement(document("symbioseovereenkomst", ("symbioseovereenkomst", "symbiosis agreement")))
        .requirement(document(
            "ontwikkelingsperspectief",
            ("OPP met de gemaakte afspraken", "development plan with the agreements"),
        ))
}

#[cfg(test)]
mod tests {
    use crate::procedures::testing::{Case, missing, problems};

    #[test]
    fn the_agreements_stand_in_a_contract_and_in_the_development_plan() {
        let agreed = Case::of("symbiose").event("2025-02-03", "afspraken", &[]);
        assert_eq!(missing(&agreed.on("2025-02-03")), ["symbioseovereenkomst", "ontwikkelingsperspectief"]);
        let half = agreed.event("2025-02-10", "document", &[("soort", "symbioseovereenkomst")]);
        let started = half.clone().event("2025-03-03", "start", &[]);
        assert_eq!(problems(&started.on("2025-03-03")), ["ontwikkelingsperspectief"]);
        let whole = half.event("2025-02-11", "document", &[("soort", "ontwikkelingsperspectief")]).event(
            "2025-03-03",
            "start",
            &[],
        );
        assert_eq!(problems(&whole.on("2025-03-03")), [""; 0]);
        assert_eq!(whole.on("2025-03-03").state, "loopt");
    }
}
