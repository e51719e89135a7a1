//! Steps 6 to 8: the file is checked and experts advise.

use swv_plugin::procedure::{FieldKind, Procedure, Provided, Requirement, Step, on_event};

use super::{AANGEVRAAGD, AANVULLING, BEOORDELING, HEROVERWEGING, STEPS};
use crate::procedures::advies::advies;
use crate::procedures::{deskundigen, documenten, one_of, school, secretariaat, stated};

pub(super) fn add(procedure: Procedure) -> Procedure {
    let incomplete = "hoe kan de school extra ondersteuning aanvragen";
    let procedure = procedure
        .step(
            Step::new(
                "stukken-ontbreken",
                ("de school om ontbrekende stukken vragen", "ask the school for what is missing"),
                &secretariaat(),
                stated(incomplete),
            )
            .moves(&[AANGEVRAAGD], AANVULLING),
        )
        .step(
            Step::new("aanvulling", ("het dossier aanvullen", "complete the file"), &school(), stated(incomplete))
                .moves(&[AANVULLING], AANGEVRAAGD),
        )
        .term(documenten::completion_term())
        .step(
            Step::new(
                "dossier-compleet",
                ("vaststellen dat alle verplichte stukken er zijn", "establish that all required documents are there"),
                &secretariaat(),
                stated(&format!("{STEPS}, 6 en 7")),
            )
            .moves(&[AANGEVRAAGD, AANVULLING], BEOORDELING),
        )
        .event_field(
            "dossier-compleet",
            "ontvangen-op",
            (
                "de dag waarop de volledige aanvraag binnen was",
                "the day on which the complete application was received",
            ),
            FieldKind::Date,
        )
        .event_field(
            "inschatting",
            "soort-dossier",
            ("hamerstuk of bespreekdossier", "routine or discussion file"),
            one_of(&["hamerstuk", "bespreekdossier"]),
        )
        .needs_fields("dossier-compleet", &["ontvangen-op"])
        .needs_fields("inschatting", &["soort-dossier"])
        .step(
            Step::new(
                "inschatting",
                (
                    "inschatten of het een hamerstuk of bespreekdossier is",
                    "judge whether it is a routine or a discussion file",
                ),
                &deskundigen(),
                stated(&format!("{STEPS}, 8")),
            )
            .within(&[BEOORDELING]),
        )
        .step(
            Step::new(
                "overleg-met-stedelijke-voorziening",
                ("met de stedelijke voorziening overleggen", "consult the special school"),
                &school(),
                stated(&format!("{STEPS}, 8")),
            )
            .within(&[BEOORDELING]),
        );
    advies(procedure, &[BEOORDELING, HEROVERWEGING], stated(&format!("{STEPS}, 7 en 8")))
        .requirement(
            Requirement::new(
                "inschatting",
                (
                    "inschatting of het een hamerstuk of bespreekdossier is",
                    "judgement whether it is a routine or a discussion file",
                ),
                Provided { by: &deskundigen(), event: on_event("inschatting") },
                stated(&format!("{STEPS}, 8")),
            )
            .asked(&[BEOORDELING], &["besluit-positief", "voornemen-afwijzing"]),
        )
        .requirement(
            Requirement::new(
                "adviezen",
                ("advies van een onafhankelijke deskundige", "advice of an independent expert"),
                Provided { by: &deskundigen(), event: on_event("advies") },
                stated(&format!("{STEPS}, 7")),
            )
            .times(2)
            .asked(&[BEOORDELING], &["besluit-positief", "voornemen-afwijzing"]),
        )
}
