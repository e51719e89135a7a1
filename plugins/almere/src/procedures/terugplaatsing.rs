//! Going back or over to regular education, in the five phases of a transfer.

use swv_plugin::procedure::{FieldKind, Procedure, Step, TermRule, on_event};
use swv_plugin::{Provenance, Sector, Text, weeks};

use super::{interpreted, one_of, ouders, school_van_aanmelding, stated, zorgplicht};

const PART: &str = "3, proces overstappen";

pub(super) fn procedure() -> Procedure {
    let special = Text::new("stedelijke voorziening, met ouders en leerling", "special school, with parents and pupil");
    let both = Text::new("beide scholen, met ouders en leerling", "both schools, with parents and pupil");
    let phase = |nr: u8| {
        interpreted(
            &format!("{PART}, fase {nr}"),
            "Het plan noemt de fase en haar tijdpad; de gebeurtenis is de overgang naar de volgende.",
        )
    };
    let admit = |id: &str, outcome: &str, title, to: &str| {
        Step::new("besluit-plaatsing", title, &school_van_aanmelding(), stated(&format!("{PART}, fase 2")))
            .named(id)
            .when("uitkomst", &[outcome])
            .moves(&["aangemeld"], to)
    };
    Procedure::new(
        "terugplaatsing",
        ("overstap naar een lichtere vorm van onderwijs", "transfer to a lighter form of education"),
        &[Sector::Po, Sector::Vo],
        stated(PART),
    )
    .state("orientatie", ("fase 1: oriëntatie (november tot januari)", "phase 1: orientation (November to January)"))
    .state(
        "school-zoeken",
        (
            "fase 2: behoeften en de juiste school (februari en maart)",
            "phase 2: needs and the right school (February and March)",
        ),
    )
    .deciding_state(
        "aangemeld",
        ("aangemeld bij de school van voorkeur", "applied to the school of preference"),
        &school_van_aanmelding(),
    )
    .state("voorbereiding-overstap", ("fase 3: voorbereiding (april tot juni)", "phase 3: preparation (April to June)"))
    .state("start", ("fase 4: start (juni tot september)", "phase 4: start (June to September)"))
    .closed_state(
        "voortgang",
        ("fase 5: voortgang in het regulier onderwijs (blijvend)", "phase 5: progress in regular education (lasting)"),
    )
    .closed_state("blijft", ("geen overstap; volgend jaar weer besproken", "no transfer; discussed again next year"))
    .event_field(
        "aanmelding",
        "beoogde-start",
        ("de dag waarop de leerling wil overstappen", "the day on which the pupil wants to transfer"),
        FieldKind::Date,
    )
    .needs_fields("aanmelding", &["beoogde-start"])
    .event_field(
        "besluit-plaatsing",
        "uitkomst",
        ("de uitkomst", "the outcome"),
        one_of(&["geplaatst", "niet-geplaatst"]),
    )
    .step(
        Step::new(
            "evaluatie-opp",
            ("het OPP en de mogelijkheid van een overstap bespreken", "discuss the OPP and the option of a transfer"),
            &special,
            stated(&format!("{PART}, fase 1")),
        )
        .within(&["orientatie"]),
    )
    .step(
        Step::new(
            "overstap-passend",
            ("besluiten een overstap te onderzoeken", "decide to examine a transfer"),
            &special,
            phase(1),
        )
        .moves(&["orientatie"], "school-zoeken"),
    )
    .step(
        Step::new(
            "geen-overstap",
            ("besluiten dat een overstap nu niet past", "decide that a transfer does not fit now"),
            &special,
            stated(PART),
        )
        .moves(&["orientatie", "school-zoeken"], "blijft"),
    )
    .step(
        Step::new(
            "schoolbezoek",
            ("scholen bezoeken en bevragen", "visit and ask schools"),
            &special,
            stated(&format!("{PART}, fase 2")),
        )
        .within(&["school-zoeken"]),
    )
    .step(
        Step::new(
            "aanmelding",
            ("schriftelijk aanmelden bij de school van voorkeur", "apply in writing to the school of preference"),
            &ouders(),
            stated(&format!("{PART}, fase 2")),
        )
        .moves(&["school-zoeken"], "aangemeld"),
    )
    .step(admit("plaatsing", "geplaatst", ("de leerling toelaten", "admit the pupil"), "voorbereiding-overstap"))
    .step(admit(
        "geen-plaatsing",
        "niet-geplaatst",
        ("de leerling niet toelaten", "not admit the pupil"),
        "school-zoeken",
    ))
    .step(
        Step::new(
            "warme-overdracht",
            ("warme overdracht en kennismaking", "handover and acquaintance"),
            &both,
            stated(&format!("{PART}, fase 3")),
        )
        .within(&["voorbereiding-overstap"]),
    )
    .step(
        Step::new(
            "plan-van-aanpak",
            ("een plan van aanpak voor de overstap maken", "make a plan for the transfer"),
            &both,
            stated(&format!("{PART}, fase 3")),
        )
        .within(&["voorbereiding-overstap"]),
    )
    .step(
        Step::new(
            "start",
            ("starten op de nieuwe school", "start at the new school"),
            &both,
            stated(&format!("{PART}, fase 4")),
        )
        .moves(&["voorbereiding-overstap"], "start"),
    )
    .step(
        Step::new(
            "evaluatie-met-school-van-herkomst",
            ("evalueren met de school van herkomst", "evaluate with the school of origin"),
            &both,
            stated(&format!("{PART}, fase 5")),
        )
        .moves(&["start"], "voortgang"),
    )
    .term(TermRule::before(
        "aanmelding-tien-weken-vooraf",
        ("aanmelding, minstens 10 weken voor de overstap", "application, at least 10 weeks before the transfer"),
        on_event("aanmelding"),
        (weeks(10), "beoogde-start"),
        stated(&format!("{PART}, fase 2")),
    ))
    .term(
        TermRule::deadline(
            "besluit-plaatsing",
            ("besluit over de plaatsing", "decision on the placement"),
            on_event("aanmelding"),
            weeks(6),
            duty(),
        )
        .met_by(on_event("besluit-plaatsing"))
        .extended(on_event("verlenging-beslistermijn"), weeks(4))
        .statutory(),
    )
    .term(zorgplicht::temporary_place(duty()))
    .step(
        Step::new(
            "verlenging-beslistermijn",
            ("schriftelijk melden dat het besluit later komt", "tell in writing that the decision comes later"),
            &school_van_aanmelding(),
            duty(),
        )
        .within(&["aangemeld"]),
    )
    .step(
        Step::new(
            "tijdelijke-plaatsing",
            ("tijdelijk plaatsen op de school van aanmelding", "place temporarily at the school of application"),
            &school_van_aanmelding(),
            duty(),
        )
        .within(&["aangemeld"]),
    )
}

/// The rules of the duty of care, to which phase 2 refers.
fn duty() -> Provenance {
    interpreted(
        &format!("{PART}, fase 2"),
        "Fase 2 verwijst naar de regels van de zorgplicht: zes weken, vier weken verlenging \
                 en daarna een tijdelijke plaats.",
    )
}
