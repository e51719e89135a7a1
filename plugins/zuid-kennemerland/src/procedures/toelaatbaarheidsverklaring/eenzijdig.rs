//! The application of a school board alone, for a pupil that it intends to
//! remove.

use swv_plugin::Text;
use swv_plugin::procedure::{Procedure, Provided, Requirement, Step, on_event};

use super::{AFSTEMMING, EENZIJDIG, INDICATIE, ONDERZOCHT, SIGNALERING};
use crate::procedures::{MEDIATION, basisschool, one_of, samenwerkingsverband, schoolbestuur, stated};

const PART: &str = "6.1.3, eenzijdige aanvraag TLV";

/// What opens the way to an independent examination; a talk that is guided is
/// no mediation yet.
const COUNTS: [&str; 4] = ["interne-mediator", "externe-mediator", "onderwijsconsulenten", "door-ouders-afgewezen"];

pub(super) fn add(procedure: Procedure) -> Procedure {
    let before = [SIGNALERING, INDICATIE, AFSTEMMING];
    procedure
        .event_field(
            "bemiddeling",
            "vorm",
            ("welke bemiddeling", "which mediation"),
            one_of(&[MEDIATION.as_slice(), &["door-ouders-afgewezen"]].concat()),
        )
        .step(
            Step::new(
                "verwijderingsbesluit",
                ("besluiten de leerling te verwijderen", "decide to remove the pupil"),
                &schoolbestuur(),
                stated(PART),
            )
            .within(&before),
        )
        .step(
            Step::new(
                "bemiddeling",
                (
                    "bemiddeling gebruiken, of vastleggen dat de ouders die niet willen",
                    "use mediation, or record that the parents decline it",
                ),
                &Text::new("basisschool en ouders", "primary school and parents"),
                stated(PART),
            )
            .within(&[SIGNALERING, INDICATIE, AFSTEMMING, EENZIJDIG]),
        )
        .step(
            Step::new(
                "aanvraag-eenzijdig",
                ("vragen een eenzijdige TLV af te geven", "ask to issue a TLV for one party"),
                &schoolbestuur(),
                stated(PART),
            )
            .moves(&before, EENZIJDIG),
        )
        .step(
            Step::new(
                "onafhankelijk-onderzoek",
                ("een onafhankelijk onderzoek laten doen", "have an independent examination done"),
                &samenwerkingsverband(),
                stated(PART),
            )
            .moves(&[EENZIJDIG], ONDERZOCHT),
        )
        .requirement(
            Requirement::new(
                "verwijderingsbesluit",
                ("een besluit tot verwijdering", "a decision to remove the pupil"),
                Provided { by: &schoolbestuur(), event: on_event("verwijderingsbesluit") },
                stated(PART),
            )
            .asked(&[], &["aanvraag-eenzijdig"]),
        )
        .requirement(
            Requirement::new(
                "bemiddeling",
                ("gebruikte of door de ouders afgewezen mediation", "mediation, used or declined by the parents"),
                Provided { by: &basisschool(), event: on_event("bemiddeling").when("vorm", &COUNTS) },
                stated(PART),
            )
            .asked(&[EENZIJDIG], &["onafhankelijk-onderzoek"]),
        )
}
