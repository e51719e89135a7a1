//! An arrangement in or near a regular school: who judges that it fits, who
//! places, and how it is extended each year.

use swv_plugin::procedure::{FieldKind, Procedure, Provided, Requirement, Step, TermRule, on_event};
use swv_plugin::{Sector, Text, months};

use super::{documenten, intern_begeleider, ouders, school_van_aanmelding, stated};

const PO: &str = "1, stappenplan aanvraag onderwijsarrangement primair onderwijs";
const VO: &str = "1, stappenplan aanmelding onderwijsarrangement voortgezet onderwijs";

pub(super) fn procedure() -> Procedure {
    let coordinator = Text::new(
        "coördinator van het arrangement (po) of orthopedagoog of zorgcoördinator van de school (vo)",
        "coordinator of the arrangement (po) or orthopedagogue or care coordinator of the school (vo)",
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
        FieldKind::OneOf(["geplaatst", "niet-geplaatst"].map(str::to_owned).to_vec()),
    )
    .event_field(
        "besluit-plaatsing",
        "einddatum",
        ("de laatste dag van het arrangement", "the last day of the arrangement"),
        FieldKind::Date,
    )
    .event_field(
        "jaarlijkse-beoordeling",
        "uitkomst",
        ("de uitkomst", "the outcome"),
        FieldKind::OneOf(["verlengd", "beeindigd"].map(str::to_owned).to_vec()),
    )
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
    let procedure =
        documenten::half_a_year(procedure, &format!("{PO}, 2; {VO}, 2"), None, &["voorbereiding"], &["aanvraag"]);
    documenten::add(procedure, &["voorbereiding", "aangevraagd"], &["passend"], true)
}
