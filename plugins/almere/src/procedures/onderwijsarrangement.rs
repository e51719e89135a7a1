//! An arrangement in or near a regular school: who judges that it fits, who
//! places, and how it is extended each year.

use swv_plugin::procedure::{FieldKind, Procedure, Provided, Requirement, Step, TermRule, on_event};
use swv_plugin::{Provenance, Sector, Text, months, weeks};

use super::{documenten, intern_begeleider, interpreted, one_of, ouders, school_van_aanmelding, stated};

const PO: &str = "1, stappenplan aanvraag onderwijsarrangement primair onderwijs";
const VO: &str = "1, stappenplan aanmelding onderwijsarrangement voortgezet onderwijs";

pub(super) fn procedure() -> Procedure {
    let coordinator = Text::new(
        "coördinator van het arrangement (po) of orthopedagoog of zorgcoördinator van de \
                 school (vo)",
        "coordinator of the arrangement (po) or orthopedagogue or care coordinator of the \
                 school (vo)",
    );
    let both = |po: &str, vo: &str| {
        swv_plugin::stated(crate::PLAN, &format!("bijlage XII, {PO}, {po}; voortgezet onderwijs, {vo}"))
    };
    let place = |id: &str, outcome: &str, title, to: &str, part: &str| {
        Step::new("besluit-plaatsing", title, &school_van_aanmelding(), stated(&format!("{PO}, {part}")))
            .named(id)
            .when("uitkomst", &[outcome])
            .moves(&["aangemeld"], to)
    };
    let judge = |id: &str, fits: &str, title, to: &str| {
        Step::new("beoordeling", title, &coordinator, both("4", "4"))
            .named(id)
            .when("passend", &[fits])
            .moves(&["aangevraagd"], to)
    };
    let renew = |id: &str, outcome: &str, title, to: &str| {
        Step::new("jaarlijkse-beoordeling", title, &coordinator, both("7", "6"))
            .named(id)
            .when("uitkomst", &[outcome])
            .moves(&["geplaatst"], to)
    };
    let procedure = Procedure::new(
        "onderwijsarrangement",
        ("onderwijsarrangement", "arrangement in regular education"),
        &[Sector::Po, Sector::Vo],
        both("1", "1"),
    )
    .state("voorbereiding", ("voorbereiding op school", "preparation at school"))
    .deciding_state("aangevraagd", ("aangevraagd", "applied for"), &coordinator)
    .state("passend", ("lijkt passend; de ouders kunnen aanmelden", "seems fitting; the parents can apply"))
    .deciding_state(
        "aangemeld",
        ("aangemeld bij de school met het arrangement", "applied to the school with the arrangement"),
        &school_van_aanmelding(),
    )
    .state("geplaatst", ("geplaatst", "placed"))
    .closed_state("niet-passend", ("lijkt niet passend", "seems not fitting"))
    .closed_state("niet-geplaatst", ("niet geplaatst", "not placed"))
    .closed_state("beeindigd", ("arrangement beëindigd", "arrangement ended"))
    .event_field(
        "beoordeling",
        "passend",
        ("het arrangement lijkt passend", "the arrangement seems fitting"),
        FieldKind::YesNo,
    )
    .event_field(
        "besluit-plaatsing",
        "uitkomst",
        ("de uitkomst", "the outcome"),
        one_of(&["geplaatst", "niet-geplaatst"]),
    )
    .event_field(
        "besluit-plaatsing",
        "einddatum",
        ("de laatste dag van het arrangement", "the last day of the arrangement"),
        FieldKind::Date,
    )
    .event_field(
        "jaarlijkse-beoordeling",
        "einddatum",
        ("de laatste dag van het verlengde arrangement", "the last day of the extended arrangement"),
        FieldKind::Date,
    )
    .event_field(
        "jaarlijkse-beoordeling",
        "uitkomst",
        ("de uitkomst", "the outcome"),
        one_of(&["verlengd", "beeindigd"]),
    )
    .needs_fields_when("besluit-plaatsing", &["einddatum"], ("uitkomst", &["geplaatst"]))
    .needs_fields_when("jaarlijkse-beoordeling", &["einddatum"], ("uitkomst", &["verlengd"]))
    .step(
        Step::new(
            "consultatie",
            ("de leerling bespreken op basis van het OPP", "discuss the pupil by the OPP"),
            &intern_begeleider(),
            both("1", "1"),
        )
        .within(&["voorbereiding"]),
    )
    .step(
        Step::new(
            "contact-arrangement",
            ("navragen of het arrangement past", "ask whether the arrangement fits"),
            &intern_begeleider(),
            both("2", "2"),
        )
        .within(&["voorbereiding"]),
    )
    .step(
        Step::new(
            "aanvraag",
            (
                "het arrangement aanvragen (po: Indigo, vo: DigiDoor)",
                "apply for the arrangement (po: Indigo, vo: DigiDoor)",
            ),
            &intern_begeleider(),
            both("3", "3"),
        )
        .moves(&["voorbereiding"], "aangevraagd"),
    )
    .step(judge("passend", "ja", ("oordelen dat het arrangement past", "judge that the arrangement fits"), "passend"))
    .step(judge(
        "niet-passend",
        "nee",
        ("oordelen dat het arrangement niet past", "judge that the arrangement does not fit"),
        "niet-passend",
    ))
    .step(
        Step::new(
            "aanmelding",
            ("aanmelden bij de school met het arrangement", "apply to the school with the arrangement"),
            &ouders(),
            both("5", "3"),
        )
        .moves(&["passend"], "aangemeld"),
    )
    .step(place(
        "plaatsing",
        "geplaatst",
        ("plaatsen, met een plaatsingsbrief", "place, with a letter"),
        "geplaatst",
        "6a",
    ))
    .step(place(
        "geen-plaatsing",
        "niet-geplaatst",
        ("niet plaatsen, met onderbouwing", "not place, with reasons"),
        "niet-geplaatst",
        "6b",
    ))
    .step(
        Step::new(
            "warme-overdracht",
            ("warme overdracht met de huidige school en ouders", "handover with the present school and the parents"),
            &school_van_aanmelding(),
            both("6a", "5a"),
        )
        .within(&["geplaatst"]),
    )
    .step(renew("verlenging", "verlengd", ("verlengen voor een jaar", "extend by a year"), "geplaatst"))
    .step(renew("beeindiging", "beeindigd", ("niet verlengen", "not extend"), "beeindigd"))
    .requirement(
        Requirement::new(
            "consultatie",
            ("consultatie met de consulent", "consultation with the consultant"),
            Provided { by: &intern_begeleider(), event: on_event("consultatie") },
            both("1", "1"),
        )
        .asked(&["voorbereiding"], &["aanvraag"]),
    )
    .term(
        TermRule::before(
            "jaarlijkse-beoordeling",
            ("beoordeling of het arrangement wordt verlengd", "judgement whether the arrangement is extended"),
            on_event("besluit-plaatsing").when("uitkomst", &["geplaatst"]),
            (months(3), "einddatum"),
            both("7", "6"),
        )
        .met_by(on_event("jaarlijkse-beoordeling")),
    );
    let procedure = placement(procedure, both("7", "6"));
    let procedure =
        documenten::half_a_year(procedure, &format!("{PO}, 2; {VO}, 2"), None, &["voorbereiding"], &["aanvraag"]);
    let procedure = documenten::completion(procedure, &["aangevraagd"]);
    documenten::add(procedure, &["voorbereiding", "aangevraagd"], &["passend"], true)
}

/// What differs by sector, the yearly judgement after an extension, and the
/// terms of the placement.
fn placement(procedure: Procedure, yearly: Provenance) -> Procedure {
    let po = |part: &str| stated(&format!("{PO}, {part}"));
    let vo = |part: &str| stated(&format!("{VO}, {part}"));
    let duty = interpreted(
        &format!("{PO}, 6; {VO}, 5; hoe kan een leerling vervolgens starten"),
        "De aanmelding bij de school met het arrangement valt onder de regels van de \
                 zorgplicht: zes weken, vier weken verlenging.",
    );
    procedure
        .step(
            Step::new(
                "overleg-met-arrangementsschool",
                (
                    "de leerling bespreken met de school van het arrangement",
                    "discuss the pupil with the arrangement's school",
                ),
                &Text::new("coördinator van het arrangement", "coordinator of the arrangement"),
                po("4"),
            )
            .when("sector", &["po"])
            .within(&["aangevraagd"]),
        )
        .requirement(
            Requirement::new(
                "contact-arrangement",
                ("contact met de coördinator van het arrangement", "contact with the coordinator of the arrangement"),
                Provided { by: &intern_begeleider(), event: on_event("contact-arrangement") },
                po("2"),
            )
            .when("sector", &["po"])
            .asked(&["voorbereiding"], &["aanvraag"]),
        )
        .requirement(
            Requirement::document(
                "onderwijskundig-rapport",
                (
                    "onderwijskundig rapport in DigiDoor, bij de overstap van po naar vo",
                    "education report in DigiDoor, from po to vo",
                ),
                &Text::new("basisschool", "primary school"),
                vo("3"),
            )
            .when("sector", &["vo"])
            .when("overstap-van-po-naar-vo", &["ja"])
            .asked(&["voorbereiding"], &["aanvraag"]),
        )
        .field(
            "overstap-van-po-naar-vo",
            ("de leerling stapt over van po naar vo", "the pupil goes from po to vo"),
            FieldKind::YesNo,
        )
        .step(
            Step::new(
                "andere-school-gezocht",
                (
                    "met de ouders een passende plek zoeken (zorgplicht)",
                    "look for a fitting place with the parents (duty of care)",
                ),
                &school_van_aanmelding(),
                vo("5b"),
            )
            .when("sector", &["vo"])
            .within(&["niet-geplaatst"]),
        )
        .step(
            Step::new(
                "verlenging-beslistermijn",
                ("schriftelijk melden dat het besluit later komt", "tell in writing that the decision comes later"),
                &school_van_aanmelding(),
                duty.clone(),
            )
            .within(&["aangemeld"]),
        )
        .term(
            TermRule::deadline(
                "besluit-plaatsing",
                ("besluit over de plaatsing", "decision on the placement"),
                on_event("aanmelding"),
                weeks(6),
                duty,
            )
            .met_by(on_event("besluit-plaatsing"))
            .extended(on_event("verlenging-beslistermijn"), weeks(4))
            .statutory(),
        )
        .term(
            TermRule::before(
                "volgende-jaarlijkse-beoordeling",
                (
                    "beoordeling of het arrangement opnieuw wordt verlengd",
                    "judgement whether the arrangement is extended again",
                ),
                on_event("jaarlijkse-beoordeling").when("uitkomst", &["verlengd"]),
                (months(3), "einddatum"),
                yearly,
            )
            .met_by(on_event("jaarlijkse-beoordeling")),
        )
}
