//! Steps 1 to 4: at school, before anything is applied for.

use swv_plugin::Text;
use swv_plugin::procedure::{FieldKind, Procedure, Provided, Requirement, Step, on_event};

use super::aanvraag::{APPLICATIONS, AT_SCHOOL, SITUATIONS};
use super::{STEPS, VOORBEREIDING};
use crate::procedures::{documenten, intern_begeleider, one_of, school, stated};

pub(super) fn add(procedure: Procedure) -> Procedure {
    let mdo = on_event("multidisciplinair-overleg")
        .when("ouders-aanwezig", &["ja"])
        .when("samenwerkingsverband-aanwezig", &["ja"])
        .when("jeugdgezondheidszorg-aanwezig", &["ja"]);
    let observer = Text::new(
        "consulent; in stedelijke voorziening en vo ook de orthopedagoog of psycholoog van de \
                 school",
        "consultant; in special schools and vo also the orthopedagogue or psychologist of the \
                 school",
    );
    let present = |who: &str, meaning| ("multidisciplinair-overleg", who.to_owned(), meaning);
    let procedure = documenten::half_a_year(
        procedure,
        &format!("{STEPS}, 3"),
        Some(("situatie", &AT_SCHOOL)),
        &[VOORBEREIDING],
        &APPLICATIONS,
    )
    .step(
        Step::new(
            "andere-school-overwogen",
            (
                "inschatten of een andere reguliere school of een arrangement past",
                "judge whether another regular school or an arrangement fits",
            ),
            &school(),
            stated(&format!("{STEPS}, 3")),
        )
        .within(&[VOORBEREIDING]),
    )
    .requirement(
        Requirement::new(
            "andere-school-overwogen",
            (
                "afweging van een andere reguliere school of een arrangement",
                "consideration of another regular school or an arrangement",
            ),
            Provided { by: &school(), event: on_event("andere-school-overwogen") },
            stated(&format!("{STEPS}, 3")),
        )
        .when("situatie", &AT_SCHOOL)
        .asked(&[VOORBEREIDING], &APPLICATIONS),
    );
    let procedure = procedure
        .field(
            "situatie",
            ("waar de leerling vandaan komt en heen gaat", "where the pupil comes from and goes to"),
            one_of(&SITUATIONS),
        )
        .step(
            Step::new(
                "consultatie",
                ("de leerling bespreken op basis van het OPP", "discuss the pupil by the OPP"),
                &intern_begeleider(),
                stated(&format!("{STEPS}, 1")),
            )
            .within(&[VOORBEREIDING]),
        )
        .step(
            Step::new(
                "observatie",
                ("observeren, als de behoefte nog niet duidelijk is", "observe, where the need is not yet clear"),
                &observer,
                stated(&format!("{STEPS}, 2")),
            )
            .within(&[VOORBEREIDING]),
        )
        .step(
            Step::new(
                "multidisciplinair-overleg",
                ("de leerling in het ZAT of de CvB bespreken", "discuss the pupil in the ZAT or CvB"),
                &intern_begeleider(),
                stated(&format!("{STEPS}, 4")),
            )
            .within(&[VOORBEREIDING]),
        )
        .requirement(
            Requirement::new(
                "consultatie",
                ("consultatie met de consulent", "consultation with the consultant"),
                Provided { by: &intern_begeleider(), event: on_event("consultatie") },
                stated(&format!("{STEPS}, 1")),
            )
            .when("situatie", &AT_SCHOOL)
            .asked(&[VOORBEREIDING], &APPLICATIONS),
        )
        .requirement(
            Requirement::new(
                "multidisciplinair-overleg",
                (
                    "overleg met ouders, samenwerkingsverband en jeugdgezondheidszorg",
                    "meeting with parents, samenwerkingsverband and youth health care",
                ),
                Provided { by: &intern_begeleider(), event: mdo },
                stated(&format!("{STEPS}, 4")),
            )
            .when("situatie", &AT_SCHOOL)
            .asked(&[VOORBEREIDING], &APPLICATIONS),
        );
    [
        present("ouders-aanwezig", ("ouders waren erbij", "parents were there")),
        present(
            "samenwerkingsverband-aanwezig",
            ("een medewerker van het samenwerkingsverband was erbij", "someone of the samenwerkingsverband was there"),
        ),
        present(
            "jeugdgezondheidszorg-aanwezig",
            ("een medewerker van de jeugdgezondheidszorg was erbij", "someone of youth health care was there"),
        ),
    ]
    .into_iter()
    .fold(procedure, |procedure, (event, name, meaning)| procedure.event_field(event, &name, meaning, FieldKind::YesNo))
}
