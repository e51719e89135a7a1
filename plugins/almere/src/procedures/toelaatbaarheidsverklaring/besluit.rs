//! Steps 9 to 12, and what follows a decision: letter, objection, archive,
//! money.

use swv_plugin::procedure::{Cost, FieldKind, Objection, Payment, Procedure, Step, TermRule, on_event};
use swv_plugin::{Text, weeks, years};

use super::{AFGEGEVEN, AFGEWEZEN, BEOORDELING, HEROVERWEGING, STEPS, VOORNEMEN};
use crate::procedures::{
    BEKOSTIGING_TLV, bestuurder, interpreted, one_of, samenwerkingsverband, school, secretariaat, stated,
};

const OBJECTION: &str = "2, wat als je het als ouder niet eens bent met het besluit";

pub(super) fn add(procedure: Procedure) -> Procedure {
    let outcome = |outcome: &str, id: &str, title, from: &[&str], to: &str, part: &str| {
        Step::new("besluit", title, &bestuurder(), stated(&format!("{STEPS}, {part}")))
            .named(id)
            .when("uitkomst", &[outcome])
            .moves(from, to)
    };
    let procedure = procedure
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
            .counted_from("ontvangen-op")
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
        );
    issued(procedure, &[AFGEGEVEN, AFGEWEZEN], &format!("{STEPS}, 8b"))
}

/// Adds what holds for every decision on a TLV, and what follows one that is
/// positive: validity, objection, archive, money.
pub(in crate::procedures) fn issued(procedure: Procedure, decided: &[&str], length: &str) -> Procedure {
    let granted = || on_event("besluit").when("uitkomst", &["positief"]);
    let interested =
        Text::new("belanghebbenden, zoals ouders en school", "interested parties, such as parents and school");
    let procedure = procedure
        .event_field("besluit", "uitkomst", ("de uitkomst", "the outcome"), one_of(&["positief", "negatief"]))
        .event_field("besluit", "tlv-soort", ("waar de TLV voor is", "what the TLV is for"), one_of(&KINDS))
        .event_field(
            "besluit",
            "tlv-duur",
            ("activerend of langdurig", "activating or long-term"),
            one_of(&["activerend", "langdurig"]),
        )
        .event_field("besluit", "tlv-van", ("de eerste dag van de TLV", "the first day of the TLV"), FieldKind::Date)
        .event_field(
            "besluit",
            "tlv-tot-en-met",
            ("de laatste dag van de TLV", "the last day of the TLV"),
            FieldKind::Date,
        )
        .needs_fields("besluit", &["uitkomst"])
        .needs_fields_when(
            "besluit",
            &["tlv-soort", "tlv-duur", "tlv-van", "tlv-tot-en-met"],
            ("uitkomst", &["positief"]),
        )
        .step(
            Step::new(
                "brief",
                ("school en ouders het besluit per brief meedelen", "tell school and parents the decision by letter"),
                &secretariaat(),
                stated(&format!("{STEPS}, 10 en 12")),
            )
            .within(decided),
        )
        .step(Step::new("bezwaar", ("bezwaar maken", "object"), &interested, stated(OBJECTION)).within(decided))
        .objection(Objection {
            decision: on_event("brief"),
            what: Text::new("besluit over de TLV", "decision on the TLV"),
            lodged_with: samenwerkingsverband(),
            within: Some(weeks(6)),
            provenance: interpreted(
                OBJECTION,
                "Het plan noemt de TLV een beschikking waartegen bezwaar openstaat volgens de Awb en noemt geen termijn; \
                 artikel 6:7 van de Awb geeft zes weken, vanaf de dag na bekendmaking: die van de brief.",
            ),
        })
        .term(
            TermRule::validity("tlv", ("TLV", "TLV"), granted(), "tlv-tot-en-met", stated(length))
                .counted_from("tlv-van"),
        )
        .term(TermRule::retention(
            "bewaren-dossier",
            (
                "advies van de deskundigen en onderliggende stukken",
                "advice of the experts and the documents behind it",
            ),
            granted(),
            years(3),
            stated("2, bewaartermijn"),
        ))
        .term(TermRule::retention(
            "bewaren-beschikking",
            ("TLV-beschikking zonder gezondheidsgegevens", "the TLV itself, without health data"),
            granted(),
            years(7),
            stated("2, bewaartermijn"),
        ));
    TARIFFS
        .into_iter()
        .fold(procedure, |procedure, (kind, parameter)| procedure.cost(transfer(kind, parameter, length)))
}

/// What a TLV is for, and the parameter with what it costs a year; practical
/// training has none here.
const TARIFFS: [(&str, &str); 8] = [
    ("sbo", "tarief-sbo"),
    ("sbo-plus", "tarief-sbo"),
    ("so-laag", "tarief-so-categorie-1"),
    ("so-midden", "tarief-so-categorie-2"),
    ("so-hoog", "tarief-so-categorie-3"),
    ("vso-laag", "tarief-vso-categorie-1"),
    ("vso-midden", "tarief-vso-categorie-2"),
    ("vso-hoog", "tarief-vso-categorie-3"),
];

const KINDS: [&str; 9] =
    ["sbo", "sbo-plus", "so-laag", "so-midden", "so-hoog", "pro", "vso-laag", "vso-midden", "vso-hoog"];

fn transfer(kind: &str, parameter: &str, length: &str) -> Cost {
    let payee = Text::new("stedelijke voorziening", "special school");
    Cost::new(
        BEKOSTIGING_TLV.id,
        ("bekostiging van de plaats", "funding of the place"),
        (&samenwerkingsverband(), &payee),
        (parameter, Payment::Yearly),
        on_event("besluit").when("uitkomst", &["positief"]).when("tlv-soort", &[kind]),
        interpreted(
            length,
            "De bekostiging volgt de categorie van de TLV; bijlage VIII noemt haar als verplichte \
                 afdracht.",
        ),
    )
    .named(&format!("{}-{kind}", BEKOSTIGING_TLV.id))
    .counted_from("tlv-van")
    .counted_until("tlv-tot-en-met")
}
