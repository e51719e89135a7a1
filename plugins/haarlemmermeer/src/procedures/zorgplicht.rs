//! An application to a school, with the help of the central coordination
//! point. The terms of the duty of care are not in the sources.

use swv_plugin::procedure::{Procedure, Step};
use swv_plugin::{Sector, Text};

use super::{interpreted, one_of, planned, reported};

const PART: &str = "3 Nóg passender onderwijs";
const REPORTED: &str = "Centraal Coördinatiepunt (CCP)";

pub(super) fn procedure() -> Procedure {
    let parents = Text::new("ouders", "parents");
    let school = Text::new("school van aanmelding", "school of application");
    let board = Text::new("school of schoolbestuur", "school or school board");
    let point = Text::new("Centraal Coördinatiepunt", "central coordination point");
    let platform = Text::new("Expertiseplatform van het coördinatiepunt", "expert platform of the coordination point");
    let by_parents = interpreted(
        PART,
        "De bronnen noemen aanmeldingen bij scholen en zeggen niet wie aanmeldt; het zijn de ouders.",
    );
    let decides = swv_plugin::interpreted(
        crate::REPORT,
        REPORTED,
        "Het verslag zegt dat scholen de zorgplicht zelf uitvoeren; termijnen en uitkomsten staan niet in de bronnen.",
    );
    let open = ["nog-niet-aangemeld", "aangemeld"];
    let title = ("aanmelding met hulp van het coördinatiepunt", "application with help of the coordination point");
    Procedure::new("zorgplicht", title, &[Sector::Po], planned(PART))
        .state("nog-niet-aangemeld", ("nog niet aangemeld", "not yet applied"))
        .deciding_state("aangemeld", ("aangemeld bij een school", "applied to a school"), &school)
        .closed_state(
            "besloten",
            (
                "de school heeft besloten; het vervolg staat niet in de bronnen",
                "the school decided; what follows is not in the sources",
            ),
        )
        .event_field(
            "aanmelding-coordinatiepunt",
            "vanuit",
            ("waar de vraag vandaan komt", "where the question comes from"),
            one_of(&["school", "schoolbestuur", "kinderopvang"]),
        )
        .event_field(
            "ondersteuning-coordinatiepunt",
            "vorm",
            ("hoe het coördinatiepunt helpt", "how the coordination point helps"),
            one_of(&["inzet", "advies"]),
        )
        .step(
            Step::new(
                "aanmelding",
                ("het kind aanmelden bij een school", "apply to a school for the child"),
                &parents,
                by_parents,
            )
            .moves(&["nog-niet-aangemeld"], "aangemeld"),
        )
        .step(
            Step::new(
                "aanmelding-coordinatiepunt",
                (
                    "een kind met een extra ondersteuningsvraag voorleggen",
                    "put a child that needs extra support to the coordination point",
                ),
                &board,
                reported(REPORTED),
            )
            .within(&open),
        )
        .step(
            Step::new(
                "ondersteuning-coordinatiepunt",
                ("ondersteunen of adviseren bij de aanmelding", "support or advise with the application"),
                &point,
                planned(PART),
            )
            .within(&open),
        )
        .step(
            Step::new(
                "duiding-expertiseplatform",
                (
                    "duiden wat de leerling nodig heeft en welk perspectief kansrijk is",
                    "explain what the pupil needs and which perspective is promising",
                ),
                &platform,
                planned("2 Versterken van professionals; 3 Nóg passender onderwijs"),
            )
            .within(&open),
        )
        .step(
            Step::new(
                "besluit-plaatsing",
                ("over de plaatsing besluiten", "decide on the placement"),
                &school,
                decides,
            )
            .moves(&["aangemeld"], "besloten"),
        )
}
