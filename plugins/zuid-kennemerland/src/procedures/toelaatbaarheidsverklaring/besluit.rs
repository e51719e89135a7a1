//! The decision, the objection to it, and the placement.

use swv_plugin::Text;
use swv_plugin::procedure::{FieldKind, Objection, Procedure, Provided, Requirement, Step, TermRule, on_event};

use super::{
    AANGEVRAAGD, AFGEGEVEN, AFGEWEZEN, AFSTEMMING, AGREEMENT, ONDERZOCHT, OP_BASISSCHOOL, PHASES, PLAATSING, definities,
};
use crate::procedures::{
    basisschool, interpreted, one_of, ontvangende_basisschool, ouders, samenwerkingsverband, so_of_ikc, stated,
};

const ONE_SIDED: &str = "6.1.3, eenzijdige aanvraag TLV";

pub(super) fn add(procedure: Procedure) -> Procedure {
    placement(decision(procedure))
}

/// The samenwerkingsverband checks support, not content, and decides.
fn decision(procedure: Procedure) -> Procedure {
    let check = |id: &str, answer: &str, title| {
        Step::new("controle-draagvlak", title, &samenwerkingsverband(), stated(PHASES))
            .named(id)
            .when("gedragen", &[answer])
    };
    let decide = |id: &str, outcome: &str, title, from: &str, to: &str, part: &str| {
        Step::new("besluit", title, &samenwerkingsverband(), stated(part))
            .named(id)
            .when("uitkomst", &[outcome])
            .moves(&[from], to)
    };
    procedure
        .event_field(
            "controle-draagvlak",
            "gedragen",
            ("alle partijen dragen de oplossing", "all parties support the solution"),
            FieldKind::YesNo,
        )
        .step(
            check(
                "draagvlak",
                "ja",
                (
                    "vaststellen dat alle partijen de oplossing dragen",
                    "establish that all parties support the solution",
                ),
            )
            .within(&[AANGEVRAAGD]),
        )
        .step(
            Step::new(
                "controle-draagvlak",
                ("vaststellen dat niet iedereen de oplossing draagt", "establish that not all support the solution"),
                &samenwerkingsverband(),
                interpreted(
                    PHASES,
                    "Zonder gedragen oplossing is er geen gezamenlijke aanvraag meer; de partijen overleggen \
                     verder.",
                ),
            )
            .named("geen-draagvlak")
            .when("gedragen", &["nee"])
            .moves(&[AANGEVRAAGD], AFSTEMMING),
        )
        .requirement(
            Requirement::new(
                "draagvlak",
                ("controle dat alle partijen de oplossing dragen", "check that all parties support the solution"),
                Provided {
                    by: &samenwerkingsverband(),
                    event: on_event("controle-draagvlak").when("gedragen", &["ja"]),
                },
                stated(PHASES),
            )
            .asked(&[AANGEVRAAGD], &["besluit-positief"]),
        )
        .event_field("besluit", "uitkomst", ("de uitkomst", "the outcome"), one_of(&["positief", "negatief"]))
        .event_field("besluit", "tlv-soort", ("waar de TLV voor is", "what the TLV is for"), one_of(&definities::KINDS))
        .event_field("besluit", "tlv-van", ("de eerste dag van de TLV", "the first day of the TLV"), FieldKind::Date)
        .event_field(
            "besluit",
            "tlv-tot-en-met",
            ("de laatste dag van de TLV", "the last day of the TLV"),
            FieldKind::Date,
        )
        .needs_fields("besluit", &["uitkomst"])
        .needs_fields_when("besluit", &["tlv-soort", "tlv-tot-en-met"], ("uitkomst", &["positief"]))
        .step(decide(
            "besluit-positief",
            "positief",
            ("de TLV afgeven", "issue the TLV"),
            AANGEVRAAGD,
            AFGEGEVEN,
            PHASES,
        ))
        .step(decide(
            "besluit-eenzijdig-positief",
            "positief",
            ("de TLV afgeven na onafhankelijk onderzoek", "issue the TLV after an independent examination"),
            ONDERZOCHT,
            AFGEGEVEN,
            ONE_SIDED,
        ))
        .step(decide(
            "besluit-eenzijdig-negatief",
            "negatief",
            ("de TLV niet afgeven na onafhankelijk onderzoek", "not issue the TLV after an independent examination"),
            ONDERZOCHT,
            AFGEWEZEN,
            ONE_SIDED,
        ))
        .step(
            Step::new("bezwaar", ("bezwaar maken", "object"), &ouders(), stated(PHASES))
                .within(&[AFGEGEVEN, AFGEWEZEN, PLAATSING]),
        )
        .objection(Objection {
            decision: on_event("besluit"),
            what: Text::new("besluit over de TLV", "decision on the TLV"),
            lodged_with: Text::new(
                "samenwerkingsverband; de landelijke bezwaaradviescommissie adviseert",
                "samenwerkingsverband; the national objections committee advises",
            ),
            within: None,
            provenance: interpreted(
                "6.1.3, de triade; 7.1.3",
                "Ouders houden het recht op bezwaar en het samenwerkingsverband is aangesloten bij de \
                 landelijke commissie. Het plan noemt geen termijn en verwijst niet naar de Awb; daarom \
                 staat hier geen dag.",
            ),
        })
        .term(TermRule::validity(
            "tlv",
            ("TLV", "TLV"),
            on_event("besluit").when("uitkomst", &["positief"]),
            "tlv-tot-en-met",
            interpreted(PHASES, "De betrokkenen kiezen de periode zelf; het besluit noemt de laatste dag."),
        ))
}

/// Phase 4.
fn placement(procedure: Procedure) -> Procedure {
    let home = Text::new("samenwerkingsverband van de woonplaats", "samenwerkingsverband of the home address");
    procedure
        .event_field("document", "soort", ("welk stuk", "which document"), one_of(&["plaatsingsakkoord"]))
        .step(Step::new("document", ("stuk aanleveren", "supply a document"), &home, stated(AGREEMENT)))
        .requirement(
            Requirement::document(
                "plaatsingsakkoord",
                (
                    "plaatsingsakkoord, als bijlage van de TLV; het IKC stuurt het door",
                    "placement agreement, attached to the TLV; the IKC passes it on",
                ),
                &home,
                stated(AGREEMENT),
            )
            .when("bestemming", &["ikc"])
            .when("woont-in-ander-samenwerkingsverband", &["ja"])
            .asked(&[AFGEGEVEN], &["inschrijving"]),
        )
        .step(
            Step::new("inschrijving", ("de leerling inschrijven", "enrol the pupil"), &so_of_ikc(), stated(PHASES))
                .when("bestemming", &["ikc", "so"])
                .moves(&[AFGEGEVEN], PLAATSING),
        )
        .step(
            Step::new(
                "inschrijving",
                ("de leerling met extra middelen inschrijven", "enrol the pupil with extra funds"),
                &ontvangende_basisschool(),
                stated("6.1.3, toelaatbaarheidsverklaring D"),
            )
            .named("inschrijving-basisschool")
            .when("bestemming", &["basisschool"])
            .moves(&[AFGEGEVEN], OP_BASISSCHOOL),
        )
        .step(
            Step::new(
                "contact-tijdens-plaatsing",
                ("schriftelijk contact houden over de leerling", "keep in touch on the pupil in writing"),
                &basisschool(),
                stated(PHASES),
            )
            .within(&[PLAATSING]),
        )
}
