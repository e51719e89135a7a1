//! A TLV: the consultant is there from the first talk, steers the process and
//! tests the application.

use swv_plugin::procedure::{Cost, FieldKind, Payment, Procedure, Provided, Requirement, Step, on_event};
use swv_plugin::{Sector, Text};

use super::{consulent, interpreted, one_of, planned, reported, samenwerkingsverband, school};
use crate::indicators::KOSTEN_TLV;

const CYCLE: &str = "3 Nóg passender onderwijs";
const STEERING: &str = "5 Kwaliteit en resultaat binnen het netwerk";

const BEGELEIDING: &str = "begeleiding";
const AANGEVRAAGD: &str = "aangevraagd";

pub(super) fn procedure() -> Procedure {
    let team = Text::new(
        "zorgadviesteam: intern begeleider, jeugdarts of jeugdverpleegkundige, schoolcoach en consulent",
        "care advice team: internal supervisor, youth doctor or nurse, school coach and consultant",
    );
    let decide = |id: &str, outcome: &str, title, to: &str, provenance| {
        Step::new("besluit", title, &samenwerkingsverband(), provenance)
            .named(id)
            .when("uitkomst", &[outcome])
            .moves(&[AANGEVRAAGD], to)
    };
    let procedure = Procedure::new(
        "toelaatbaarheidsverklaring",
        ("aanvraag TLV", "application for a TLV"),
        &[Sector::Po],
        planned("1, 3 en 5"),
    )
    .state(BEGELEIDING, ("begeleiding van de school door de consulent", "guidance of the school by the consultant"))
    .deciding_state(AANGEVRAAGD, ("TLV aangevraagd", "TLV applied for"), &samenwerkingsverband())
    .closed_state("afgegeven", ("TLV afgegeven", "TLV issued"))
    .closed_state("niet-afgegeven", ("TLV niet afgegeven", "TLV not issued"))
    .event_field("besluit", "uitkomst", ("de uitkomst", "the outcome"), one_of(&["positief", "negatief"]))
    .event_field(
        "besluit",
        "tlv-soort",
        ("waar de TLV voor is", "what the TLV is for"),
        one_of(&["sbo", "so-laag", "so-midden", "so-hoog"]),
    )
    .event_field("besluit", "tlv-van", ("de eerste dag van de TLV", "the first day of the TLV"), FieldKind::Date)
    .step(
        Step::new(
            "consultatie",
            (
                "in de vijfwekelijkse cyclus handelingsgericht bespreken wat de leerling nodig heeft",
                "discuss what the pupil needs, in the cycle of five weeks",
            ),
            &consulent(),
            planned(CYCLE),
        )
        .within(&[BEGELEIDING]),
    )
    .step(
        Step::new(
            "multidisciplinair-overleg",
            (
                "de leerling met deskundigen bespreken; de consulent sluit aan",
                "discuss the pupil with experts and the consultant",
            ),
            &school(),
            planned(CYCLE),
        )
        .within(&[BEGELEIDING]),
    )
    .step(
        Step::new(
            "zorgadviesteam",
            ("de vraag in het zorgadviesteam bespreken", "discuss the question in the care advice team"),
            &team,
            planned("Begrippenlijst"),
        )
        .within(&[BEGELEIDING]),
    )
    .step(
        Step::new(
            "aanvraag",
            (
                "de TLV digitaal aanvragen (Tommy), met hulp van de consulent",
                "apply for the TLV digitally (Tommy), helped by the consultant",
            ),
            &school(),
            reported("Resultaten om trots op te zijn"),
        )
        .moves(&[BEGELEIDING], AANGEVRAAGD),
    )
    .step(
        Step::new(
            "toetsing",
            (
                "de TLV toetsen aan de uitgangspunten voor passend onderwijs",
                "test the TLV against the principles of support",
            ),
            &consulent(),
            planned(STEERING),
        )
        .within(&[AANGEVRAAGD]),
    )
    .requirement(
        Requirement::new(
            "toetsing",
            ("toetsing door de consulent", "test by the consultant"),
            Provided { by: &consulent(), event: on_event("toetsing") },
            planned(STEERING),
        )
        .asked(&[AANGEVRAAGD], &["besluit-positief", "besluit-negatief"]),
    )
    .step(decide("besluit-positief", "positief", ("de TLV afgeven", "issue the TLV"), "afgegeven", planned(STEERING)))
    .step(decide(
        "besluit-negatief",
        "negatief",
        ("de TLV niet afgeven", "not issue the TLV"),
        "niet-afgegeven",
        interpreted(STEERING, "Een toets veronderstelt dat een aanvraag kan afvallen; de bronnen zeggen niet hoe."),
    ));
    money(procedure)
}

/// What a TLV costs the samenwerkingsverband.
fn money(procedure: Procedure) -> Procedure {
    let special = Text::new("school voor SBO of SO", "SBO or SO school");
    let cost = |kind: &str, parameter: &str| {
        Cost::new(
            KOSTEN_TLV.id,
            ("kosten van de TLV", "costs of the TLV"),
            (&samenwerkingsverband(), &special),
            (parameter, Payment::Yearly),
            on_event("besluit").when("uitkomst", &["positief"]).when("tlv-soort", &[kind]),
            swv_plugin::interpreted(
                crate::REPORT,
                "Bestedingen; Verdeling TLV's in SO",
                "Het verslag noemt TLV's als besteding en geen tarieven; die zijn landelijk en komen van de gebruiker. Vanaf \
                 wanneer een TLV geld kost, zeggen de bronnen niet; hier vanaf de eerste dag die het besluit noemt.",
            ),
        )
        .named(&format!("{}-{kind}", KOSTEN_TLV.id))
        .counted_from("tlv-van")
    };
    [
        ("sbo", "tarief-tlv-sbo"),
        ("so-laag", "tarief-tlv-so-categorie-1"),
        ("so-midden", "tarief-tlv-so-categorie-2"),
        ("so-hoog", "tarief-tlv-so-categorie-3"),
    ]
    .into_iter()
    .fold(procedure, |procedure, (kind, parameter)| procedure.cost(cost(kind, parameter)))
}
