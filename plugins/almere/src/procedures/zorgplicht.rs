//! Applying to a school, with or without a TLV, and the duty of care that
//! starts there: six weeks to decide, four more at most, and then a temporary
//! place.

use swv_plugin::procedure::{Procedure, Provided, Requirement, Step, TermRule, on_event};
use swv_plugin::{Provenance, Sector, Text, weeks};

use super::{interpreted, one_of, ouders, samenwerkingsverband, school_van_aanmelding, stated};

const PART: &str = "hoe kan een leerling vervolgens starten";

pub(super) fn procedure() -> Procedure {
    let boards = Text::new("schoolbesturen", "school boards");
    let placed = || on_event("besluit-plaatsing");
    let decide = |id: &str, outcome: &str, title, to: &str| {
        Step::new("besluit-plaatsing", title, &school_van_aanmelding(), stated(PART))
            .named(id)
            .when("uitkomst", &[outcome])
            .moves(&["onderzoek", "tijdelijk-geplaatst"], to)
    };
    Procedure::new(
        "zorgplicht",
        ("aanmelding en zorgplicht", "application and duty of care"),
        &[Sector::Po, Sector::Vo],
        stated(PART),
    )
    .state("nog-niet-aangemeld", ("nog niet aangemeld", "not yet applied"))
    .deciding_state(
        "onderzoek",
        ("de school onderzoekt of zij een passend aanbod heeft", "the school examines whether it has a fitting offer"),
        &school_van_aanmelding(),
    )
    .deciding_state(
        "tijdelijk-geplaatst",
        ("tijdelijk geplaatst, besluit volgt", "placed temporarily, decision follows"),
        &school_van_aanmelding(),
    )
    .state(
        "andere-school-gezocht",
        ("niet geplaatst, de school zoekt een andere", "not placed, the school looks for another"),
    )
    .state("plaatsingstafel", ("aan de plaatsingstafel", "at the placement table"))
    .closed_state("geplaatst", ("geplaatst", "placed"))
    .event_field(
        "besluit-plaatsing",
        "uitkomst",
        ("de uitkomst", "the outcome"),
        one_of(&["geplaatst", "niet-geplaatst"]),
    )
    .step(
        Step::new(
            "aanmelding",
            ("schriftelijk aanmelden bij de school van voorkeur", "apply in writing to the school of preference"),
            &ouders(),
            stated(PART),
        )
        .moves(&["nog-niet-aangemeld"], "onderzoek"),
    )
    .step(decide("plaatsing", "geplaatst", ("de leerling plaatsen", "place the pupil"), "geplaatst"))
    .step(decide(
        "geen-plaatsing",
        "niet-geplaatst",
        ("besluiten dat de school geen passend aanbod heeft", "decide that the school has no fitting offer"),
        "andere-school-gezocht",
    ))
    .step(
        Step::new(
            "verlenging-beslistermijn",
            (
                "de ouders schriftelijk melden dat het besluit later komt",
                "tell the parents in writing that the decision comes later",
            ),
            &school_van_aanmelding(),
            stated(PART),
        )
        .within(&["onderzoek"]),
    )
    .step(
        Step::new(
            "tijdelijke-plaatsing",
            ("tijdelijk plaatsen op de school van aanmelding", "place temporarily at the school of application"),
            &school_van_aanmelding(),
            stated(PART),
        )
        .moves(&["onderzoek"], "tijdelijk-geplaatst"),
    )
    .step(
        Step::new(
            "andere-school-gevonden",
            ("plaatsing op een andere school", "placement at another school"),
            &school_van_aanmelding(),
            stated(PART),
        )
        .moves(&["andere-school-gezocht"], "geplaatst"),
    )
    .step(
        Step::new(
            "warme-overdracht",
            ("warme overdracht, samen met de ouders", "handover, together with the parents"),
            &Text::new("huidige en beoogde school", "present and intended school"),
            stated(PART),
        )
        .within(&["geplaatst"]),
    )
    .step(
        Step::new(
            "overleg-schoolbesturen",
            ("overeenstemming zoeken tussen de schoolbesturen", "seek agreement between the school boards"),
            &boards,
            stated("2, plaatsingstafel"),
        )
        .within(&["onderzoek", "andere-school-gezocht"]),
    )
    .step(
        Step::new(
            "plaatsingstafel",
            (
                "de plaatsingstafel inroepen als ook de besturen het oneens blijven",
                "call the placement table where the boards too disagree",
            ),
            &boards,
            stated("2, plaatsingstafel"),
        )
        .moves(&["onderzoek", "andere-school-gezocht"], "plaatsingstafel"),
    )
    .step(
        Step::new(
            "overeenstemming-plaatsingstafel",
            ("overeenstemming over de meest passende school", "agreement on the most fitting school"),
            &Text::new("schooldirecteuren", "school heads"),
            stated("2, plaatsingstafel"),
        )
        .moves(&["plaatsingstafel"], "geplaatst"),
    )
    .step(
        Step::new(
            "doorzettingsmacht",
            ("beslissen welke school plaatst", "decide which school places"),
            &Text::new("manager Toeleiding", "manager of admission"),
            stated("2, plaatsingstafel"),
        )
        .moves(&["plaatsingstafel"], "geplaatst"),
    )
    .step(
        Step::new(
            "hulp-samenwerkingsverband",
            ("meedenken of aansluiten op verzoek", "think along or join on request"),
            &samenwerkingsverband(),
            stated(PART),
        )
        .within(&["andere-school-gezocht", "geplaatst"]),
    )
    .term(
        TermRule::deadline(
            "besluit-plaatsing",
            ("besluit over de plaatsing", "decision on the placement"),
            on_event("aanmelding"),
            weeks(6),
            interpreted(
                PART,
                "De termijn telt vakanties mee en staat in de wet op de zorgplicht, zodat de Algemene \
                 termijnenwet haar einde bepaalt.",
            ),
        )
        .met_by(placed())
        .met_by(on_event("overeenstemming-plaatsingstafel"))
        .met_by(on_event("doorzettingsmacht"))
        .extended(on_event("verlenging-beslistermijn"), weeks(4))
        .statutory(),
    )
    .term(
        temporary_place(stated(PART))
            .met_by(on_event("overeenstemming-plaatsingstafel"))
            .met_by(on_event("doorzettingsmacht")),
    )
    .requirement(
        Requirement::new(
            "overleg-schoolbesturen",
            ("overleg tussen de schoolbesturen", "talks between the school boards"),
            Provided { by: &boards, event: on_event("overleg-schoolbesturen") },
            stated("2, plaatsingstafel"),
        )
        .asked(&[], &["plaatsingstafel"]),
    )
}

/// After ten weeks without a decision there is a right to a temporary place.
pub(super) fn temporary_place(provenance: Provenance) -> TermRule {
    TermRule::deadline(
        "recht-op-tijdelijke-plaatsing",
        (
            "besluit voordat er recht is op tijdelijke plaatsing",
            "decision before there is a right to a temporary place",
        ),
        on_event("aanmelding"),
        weeks(10),
        provenance,
    )
    .met_by(on_event("besluit-plaatsing"))
    .met_by(on_event("tijdelijke-plaatsing"))
    .then((
        "de leerling heeft recht op een tijdelijke plaats op de school van aanmelding",
        "the pupil has a right to a temporary place at the school of application",
    ))
}
