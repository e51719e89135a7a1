//! The application for a TLV: from the consultation at school to the decision,
//! its objection and its archive.

use swv_plugin::procedure::{
    Cost, FieldKind, Objection, Payment, Procedure, Provided, Requirement, Step, TermRule, on_event,
};
use swv_plugin::{Sector, Text, weeks, years};

use super::{
    bestuurder, consulent, criteria, deskundigen, documenten, intern_begeleider, interpreted, ouders,
    samenwerkingsverband, school, school_van_aanmelding, secretariaat, stated,
};

pub(super) const ID: &str = "toelaatbaarheidsverklaring";

const STEPS: &str = "2, stappenplan aanvraag TLV";
const APPLICANT: &str = "2, wie moet de TLV aanvragen";

const VOORBEREIDING: &str = "voorbereiding";
const AANGEVRAAGD: &str = "aangevraagd";
const AANVULLING: &str = "aanvulling-gevraagd";
const BEOORDELING: &str = "in-beoordeling";
const VOORNEMEN: &str = "voornemen-afwijzing";
const HEROVERWEGING: &str = "heroverweging";
const AFGEGEVEN: &str = "afgegeven";
const AFGEWEZEN: &str = "afgewezen";

pub(super) fn procedure() -> Procedure {
    let procedure = Procedure::new(
        ID,
        ("aanvraag TLV", "application for a TLV"),
        &[Sector::Po, Sector::Vo],
        stated("2"),
    )
    .decided_where_enrolled(interpreted(
        APPLICANT,
        "De school waar de leerling is ingeschreven of aangemeld vraagt aan, bij het eigen samenwerkingsverband; een \
             leerling die nog nergens is ingeschreven valt onder dat van de woonplaats.",
    ))
    .state(VOORBEREIDING, ("voorbereiding op school", "preparation at school"))
    .deciding_state(
        AANGEVRAAGD,
        ("aangevraagd, dossier wordt gecontroleerd", "applied for, file is checked"),
        &secretariaat(),
    )
    .state(AANVULLING, ("aanvulling van het dossier gevraagd", "completion of the file asked"))
    .deciding_state(BEOORDELING, ("in beoordeling", "under assessment"), &bestuurder())
    .state(VOORNEMEN, ("voornemen tot afwijzing", "intention to refuse"))
    .deciding_state(HEROVERWEGING, ("heroverweging na gesprek", "reconsideration after a talk"), &bestuurder())
    .closed_state(AFGEGEVEN, ("TLV afgegeven", "TLV issued"))
    .closed_state(AFGEWEZEN, ("TLV geweigerd", "TLV refused"));
    let procedure = assessment(application(preparation(procedure)));
    let procedure = documenten::add(procedure, &[VOORBEREIDING, AANGEVRAAGD, AANVULLING], &["dossier-compleet"], true);
    let procedure = documenten::half_a_year(
        procedure,
        &format!("{STEPS}, 3"),
        Some((
            "situatie",
            &["regulier-naar-sbo-of-so", "sbo-naar-so", "basisschool-naar-pro-of-vso", "vo-naar-pro-of-vso"],
        )),
        &[VOORBEREIDING],
        &APPLICATIONS,
    );
    criteria::add(after_the_decision(decision(procedure)))
}

/// Steps 1 to 4: at school.
fn preparation(procedure: Procedure) -> Procedure {
    let at_school = ["regulier-naar-sbo-of-so", "sbo-naar-so", "basisschool-naar-pro-of-vso", "vo-naar-pro-of-vso"];
    let mdo = on_event("multidisciplinair-overleg")
        .when("ouders-aanwezig", &["ja"])
        .when("samenwerkingsverband-aanwezig", &["ja"])
        .when("jeugdgezondheidszorg-aanwezig", &["ja"]);
    let present = |who: &str, meaning| ("multidisciplinair-overleg", who.to_owned(), meaning);
    let procedure = procedure
        .field(
            "situatie",
            ("waar de leerling vandaan komt en heen gaat", "where the pupil comes from and goes to"),
            FieldKind::OneOf(
                [
                    "eerste-schoolgang",
                    "regulier-naar-sbo-of-so",
                    "sbo-naar-so",
                    "basisschool-naar-pro-of-vso",
                    "vo-naar-pro-of-vso",
                ]
                .map(str::to_owned)
                .to_vec(),
            ),
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
                &consulent(),
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
            .when("situatie", &at_school)
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
            .when("situatie", &at_school)
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

/// The step `aanvraag`, by who has to take it.
const APPLICATIONS: [&str; 3] = ["aanvraag-ingeschreven", "aanvraag-eerste-schoolgang", "aanvraag-pro-vso"];

/// Step 5, and who may take it.
fn application(procedure: Procedure) -> Procedure {
    let pro_vso =
        Text::new("school voor pro of vso waar de ouders aanmelden", "pro or vso school where the parents apply");
    let apply = |id: &str, actor: &Text, situations: &[&str]| {
        Step::new("aanvraag", ("TLV aanvragen in Indigo", "apply for the TLV in Indigo"), actor, stated(APPLICANT))
            .named(id)
            .when("situatie", situations)
            .moves(&[VOORBEREIDING], AANGEVRAAGD)
    };
    procedure
        .step(apply(
            "aanvraag-ingeschreven",
            &school(),
            &["regulier-naar-sbo-of-so", "sbo-naar-so", "vo-naar-pro-of-vso"],
        ))
        .step(apply("aanvraag-eerste-schoolgang", &school_van_aanmelding(), &["eerste-schoolgang"]))
        .step(apply("aanvraag-pro-vso", &pro_vso, &["basisschool-naar-pro-of-vso"]))
}

/// Steps 6 to 8: the file and the advices.
fn assessment(procedure: Procedure) -> Procedure {
    let incomplete = "hoe kan de school extra ondersteuning aanvragen";
    let functions = [
        "orthopedagoog",
        "psycholoog",
        "kinder-en-jeugdpsycholoog",
        "pedagoog",
        "kinderpsychiater",
        "maatschappelijk-werker",
        "arts",
        "andere",
    ];
    procedure
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
        .term(
            TermRule::deadline(
                "aanvulling",
                ("aanvulling van het dossier door de school", "completion of the file by the school"),
                on_event("stukken-ontbreken"),
                weeks(4),
                stated(incomplete),
            )
            .met_by(on_event("aanvulling")),
        )
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
            "inschatting",
            "soort-dossier",
            ("hamerstuk of bespreekdossier", "routine or discussion file"),
            FieldKind::OneOf(["hamerstuk", "bespreekdossier"].map(str::to_owned).to_vec()),
        )
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
        )
        .event_field(
            "advies",
            "deskundige",
            ("een eigen aanduiding van de deskundige", "a label of your own for the expert"),
            FieldKind::Label,
        )
        .event_field(
            "advies",
            "functie",
            ("de functie van de deskundige", "the function of the expert"),
            FieldKind::OneOf(functions.map(str::to_owned).to_vec()),
        )
        .event_field(
            "advies",
            "in-dienst-van-school",
            (
                "werkt voor een organisatie voor primair of speciaal onderwijs in het samenwerkingsverband",
                "works for an organisation for primary or special education in the samenwerkingsverband",
            ),
            FieldKind::YesNo,
        )
        .event_field(
            "advies",
            "strekking",
            ("wel of geen TLV", "a TLV or none"),
            FieldKind::OneOf(["positief", "negatief"].map(str::to_owned).to_vec()),
        )
        .step(
            Step::new(
                "advies",
                (
                    "advies geven over de TLV, de duur en de bekostiging",
                    "advise on the TLV, its length and its funding",
                ),
                &deskundigen(),
                stated(&format!("{STEPS}, 7 en 8")),
            )
            .within(&[BEOORDELING, HEROVERWEGING]),
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

/// Steps 9 to 12: the decision.
fn decision(procedure: Procedure) -> Procedure {
    let outcome = |outcome: &str, id: &str, title, from: &[&str], to: &str, part: &str| {
        Step::new("besluit", title, &bestuurder(), stated(&format!("{STEPS}, {part}")))
            .named(id)
            .when("uitkomst", &[outcome])
            .moves(from, to)
    };
    procedure
        .event_field(
            "besluit",
            "uitkomst",
            ("de uitkomst", "the outcome"),
            FieldKind::OneOf(["positief", "negatief"].map(str::to_owned).to_vec()),
        )
        .event_field("besluit", "tlv-soort", ("waar de TLV voor is", "what the TLV is for"), FieldKind::OneOf(kinds()))
        .event_field(
            "besluit",
            "tlv-duur",
            ("activerend of langdurig", "activating or long-term"),
            FieldKind::OneOf(["activerend", "langdurig"].map(str::to_owned).to_vec()),
        )
        .event_field("besluit", "tlv-van", ("de eerste dag van de TLV", "the first day of the TLV"), FieldKind::Date)
        .event_field(
            "besluit",
            "tlv-tot-en-met",
            ("de laatste dag van de TLV", "the last day of the TLV"),
            FieldKind::Date,
        )
        .step(outcome(
            "positief",
            "besluit-positief",
            ("TLV afgeven", "issue the TLV"),
            &[BEOORDELING, HEROVERWEGING],
            AFGEGEVEN,
            "9 en 10",
        ))
        .step(
            Step::new(
                "voornemen-afwijzing",
                (
                    "het voornemen tot afwijzing in Indigo motiveren",
                    "give reasons in Indigo for the intention to refuse",
                ),
                &bestuurder(),
                stated(&format!("{STEPS}, 11a")),
            )
            .moves(&[BEOORDELING], VOORNEMEN),
        )
        .step(
            Step::new(
                "gesprek",
                ("school en ouders uitnodigen voor een gesprek", "invite school and parents to a talk"),
                &samenwerkingsverband(),
                stated(&format!("{STEPS}, 11b en 11c")),
            )
            .moves(&[VOORNEMEN], HEROVERWEGING),
        )
        .step(outcome(
            "negatief",
            "besluit-negatief",
            ("de TLV weigeren", "refuse the TLV"),
            &[HEROVERWEGING],
            AFGEWEZEN,
            "12",
        ))
        .step(
            Step::new(
                "verlenging-beslistermijn",
                ("meedelen dat het besluit later komt, en wanneer", "tell that the decision comes later, and when"),
                &samenwerkingsverband(),
                stated(&format!("{STEPS}, 9")),
            )
            .within(&[BEOORDELING, VOORNEMEN, HEROVERWEGING]),
        )
        .term(
            TermRule::deadline(
                "besluit",
                ("besluit over de TLV", "decision on the TLV"),
                on_event("dossier-compleet"),
                weeks(6),
                stated(&format!("{STEPS}, 9")),
            )
            .met_by(on_event("besluit"))
            .extended(on_event("verlenging-beslistermijn"), weeks(4)),
        )
        .step(
            Step::new(
                "andere-oplossing",
                ("een andere passende oplossing zoeken", "look for another fitting solution"),
                &school(),
                stated(&format!("{STEPS}, 12")),
            )
            .within(&[AFGEWEZEN]),
        )
}

/// What follows a decision: letter, objection, money, archive.
fn after_the_decision(procedure: Procedure) -> Procedure {
    let granted = || on_event("besluit").when("uitkomst", &["positief"]);
    let procedure = procedure
        .step(Step::new("brief", ("school en ouders het besluit per brief meedelen", "tell school and parents the decision by letter"), &secretariaat(), stated(&format!("{STEPS}, 10 en 12"))).within(&[AFGEGEVEN, AFGEWEZEN]))
        .step(Step::new("aanmelding", ("schriftelijk aanmelden bij de school van voorkeur", "apply in writing to the school of preference"), &ouders(), stated(&format!("{STEPS}, 10"))).within(&[AFGEGEVEN]))
        .step(Step::new("bezwaar", ("bezwaar maken", "object"), &ouders(), stated("2, wat als je het als ouder niet eens bent met het besluit")).within(&[AFGEGEVEN, AFGEWEZEN]))
        .objection(Objection {
            decision: on_event("besluit"),
            what: Text::new("besluit over de TLV", "decision on the TLV"),
            lodged_with: Text::new("samenwerkingsverband Passend Onderwijs Almere", "samenwerkingsverband Passend Onderwijs Almere"),
            within: Some(weeks(6)),
            provenance: interpreted(
                "2, wat als je het als ouder niet eens bent met het besluit",
                "Het plan noemt de TLV een beschikking waartegen bezwaar openstaat volgens de Awb en noemt geen termijn; artikel 6:7 \
                 van de Awb geeft zes weken, vanaf de dag na bekendmaking.",
            ),
        })
        .term(TermRule::validity("tlv", ("TLV", "TLV"), granted(), "tlv-tot-en-met", stated(&format!("{STEPS}, 8b"))))
        .term(TermRule::retention("bewaren-dossier", ("advies van de deskundigen en onderliggende stukken", "advice of the experts and the documents behind it"), granted(), years(3), stated("2, bewaartermijn")))
        .term(TermRule::retention("bewaren-beschikking", ("TLV-beschikking zonder gezondheidsgegevens", "the TLV itself, without health data"), granted(), years(7), stated("2, bewaartermijn")));
    let transfer = |kind: &str, parameter: &str| {
        let payee = Text::new("stedelijke voorziening", "special school");
        Cost::new(
            super::BEKOSTIGING_TLV.id,
            ("bekostiging van de plaats", "funding of the place"),
            (&samenwerkingsverband(), &payee),
            (parameter, Payment::Yearly),
            granted().when("tlv-soort", &[kind]),
            interpreted(
                "2, stappenplan aanvraag TLV, 8b",
                "De bekostiging volgt de categorie van de TLV; bijlage VIII noemt haar als verplichte afdracht.",
            ),
        )
        .named(&format!("{}-{kind}", super::BEKOSTIGING_TLV.id))
    };
    [
        ("sbo", "tarief-sbo"),
        ("sbo-plus", "tarief-sbo"),
        ("so-laag", "tarief-so-categorie-1"),
        ("so-midden", "tarief-so-categorie-2"),
        ("so-hoog", "tarief-so-categorie-3"),
        ("vso-laag", "tarief-vso-categorie-1"),
        ("vso-midden", "tarief-vso-categorie-2"),
        ("vso-hoog", "tarief-vso-categorie-3"),
    ]
    .into_iter()
    .fold(procedure, |procedure, (kind, parameter)| procedure.cost(transfer(kind, parameter)))
}

fn kinds() -> Vec<String> {
    ["sbo", "sbo-plus", "so-laag", "so-midden", "so-hoog", "pro", "vso-laag", "vso-midden", "vso-hoog"]
        .map(str::to_owned)
        .to_vec()
}
