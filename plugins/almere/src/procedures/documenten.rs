//! What an application for extra support has to hold, whatever it asks.

use swv_plugin::procedure::{FieldKind, Procedure, Provided, Requirement, Step, TermRule, on_event};
use swv_plugin::{months, weeks, years};

use super::{interpreted, ouders, samenwerkingsverband, school, stated};

const PART: &str = "hoe kan de school extra ondersteuning aanvragen";

/// Adds the documents that every application needs: the states in which they
/// are asked for, and the step that needs them.
pub(super) fn add(procedure: Procedure, asked_in: &[&str], needed_for: &[&str], with_opp: bool) -> Procedure {
    let document = |kind: &str, what, part: &str| {
        Requirement::document(kind, what, &school(), stated(&format!("{PART}, {part}"))).asked(asked_in, needed_for)
    };
    let procedure = consent(procedure, asked_in, needed_for)
        .field(
            "leerling-16-of-ouder",
            ("de leerling is 16 jaar of ouder", "the pupil is 16 or older"),
            FieldKind::YesNo,
        )
        .field(
            "hulpverlening-relevant",
            ("er is hulpverlening die voor de school van belang is", "there is care that matters to the school"),
            FieldKind::YesNo,
        )
        .field(
            "psychologisch-onderzoek-relevant",
            ("er is psychologisch onderzoek dat van belang is", "there is psychological research that matters"),
            FieldKind::YesNo,
        )
        .field(
            "psychiatrisch-onderzoek-relevant",
            ("er is psychiatrisch onderzoek dat van belang is", "there is psychiatric research that matters"),
            FieldKind::YesNo,
        )
        .event_field("document", "soort", ("welk stuk", "which document"), FieldKind::OneOf(kinds()))
        .event_field("document", "gedateerd", ("de dag van het stuk", "the day of the document"), FieldKind::Date)
        .step(Step::new("document", ("stuk aanleveren", "supply a document"), &school(), stated(PART)))
        .requirement(document("gegevens-leerling", ("gegevens van de leerling", "data of the pupil"), "a"))
        .requirement(document(
            "zienswijze-ouders",
            ("gegevens en zienswijze van de ouders met gezag", "data and view of the parents with custody"),
            "b",
        ))
        .requirement(
            document("zienswijze-leerling", ("zienswijze van de leerling", "view of the pupil"), "b")
                .when("leerling-16-of-ouder", &["ja"]),
        )
        .requirement(document(
            "leerlingvolgsysteem",
            ("gegevens uit het leerlingvolgsysteem", "data of the pupil monitoring system"),
            "d",
        ))
        .requirement(
            document(
                "hulpverleningsverslag",
                ("verslag van de hulpverlening, hoogstens 1 jaar oud", "report of care, at most 1 year old"),
                "e",
            )
            .when("hulpverlening-relevant", &["ja"])
            .at_most_old(years(1)),
        )
        .requirement(
            document(
                "psychologisch-onderzoek",
                ("psychologisch onderzoek, hoogstens 2 jaar oud", "psychological research, at most 2 years old"),
                "e",
            )
            .when("psychologisch-onderzoek-relevant", &["ja"])
            .at_most_old(years(2)),
        )
        .requirement(
            document("psychiatrisch-onderzoek", ("psychiatrisch onderzoek", "psychiatric research"), "e")
                .when("psychiatrisch-onderzoek-relevant", &["ja"]),
        );
    if with_opp { opp(procedure, asked_in, needed_for) } else { procedure }
}

/// The parents' consent, in writing.
pub(super) fn consent(procedure: Procedure, asked_in: &[&str], needed_for: &[&str]) -> Procedure {
    procedure
        .step(Step::new(
            "toestemming-ouders",
            ("schriftelijk toestemming geven voor de aanvraag", "consent to the application in writing"),
            &ouders(),
            stated(PART),
        ))
        .requirement(
            Requirement::new(
                "toestemming-ouders",
                ("schriftelijke toestemming van de ouders", "written consent of the parents"),
                Provided { by: &ouders(), event: on_event("toestemming-ouders") },
                stated(PART),
            )
            .asked(asked_in, needed_for),
        )
}

/// A file that is not complete: the school has four weeks to complete it.
pub(super) fn completion(procedure: Procedure, states: &[&str]) -> Procedure {
    procedure
        .step(
            Step::new(
                "stukken-ontbreken",
                ("de school om ontbrekende stukken vragen", "ask the school for what is missing"),
                &samenwerkingsverband(),
                stated(PART),
            )
            .within(states),
        )
        .step(
            Step::new("aanvulling", ("het dossier aanvullen", "complete the file"), &school(), stated(PART))
                .within(states),
        )
        .term(completion_term())
}

/// The term of four weeks for what is missing.
pub(super) fn completion_term() -> TermRule {
    TermRule::deadline(
        "aanvulling",
        ("aanvulling van het dossier door de school", "completion of the file by the school"),
        on_event("stukken-ontbreken"),
        weeks(4),
        stated(PART),
    )
    .met_by(on_event("aanvulling"))
}

/// The development plan: signed, or with an account of how school and parents
/// tried to agree.
fn opp(procedure: Procedure, asked_in: &[&str], needed_for: &[&str]) -> Procedure {
    procedure
        .field(
            "handelingsdeel-ondertekend",
            ("het handelingsdeel van het OPP is ondertekend", "the action part of the OPP is signed"),
            FieldKind::YesNo,
        )
        .requirement(
            Requirement::document(
                "ontwikkelingsperspectief",
                (
                    "volledig ingevuld OPP, hoogstens 1 jaar geleden geëvalueerd",
                    "complete OPP, evaluated at most 1 year ago",
                ),
                &school(),
                stated(&format!("{PART}, c")),
            )
            .at_most_old(years(1))
            .asked(asked_in, needed_for),
        )
        .requirement(
            Requirement::document(
                "handtekening-leerling",
                ("handtekening van de leerling op het handelingsdeel", "signature of the pupil on the action part"),
                &school(),
                stated(&format!("{PART}, c")),
            )
            .when("leerling-16-of-ouder", &["ja"])
            .when("handelingsdeel-ondertekend", &["ja"])
            .asked(asked_in, needed_for),
        )
        .requirement(
            Requirement::document(
                "poging-tot-overeenstemming",
                (
                    "zienswijze van de ouders op het handelingsdeel en hoe de school overeenstemming zocht",
                    "view of the parents on the action part and how the school sought agreement",
                ),
                &school(),
                stated(&format!("{PART}, c")),
            )
            .when("handelingsdeel-ondertekend", &["nee"])
            .asked(asked_in, needed_for),
        )
}

/// Half a year of extra support at school before anything heavier is asked.
pub(super) fn half_a_year(
    procedure: Procedure,
    part: &str,
    when: Option<(&str, &[&str])>,
    asked_in: &[&str],
    needed_for: &[&str],
) -> Procedure {
    let requirement = Requirement::new(
        "half-jaar-extra-ondersteuning",
        ("minstens een half jaar extra ondersteuning op school", "at least half a year of extra support at school"),
        Provided { by: &school(), event: on_event("extra-ondersteuning-ingezet") },
        stated(part),
    )
    .at_least_since(months(6))
    .asked(asked_in, needed_for);
    let requirement = match when {
        Some((field, one_of)) => requirement.when(field, one_of),
        None => requirement,
    };
    procedure
        .event_field(
            "extra-ondersteuning-ingezet",
            "sinds",
            ("de dag waarop de extra ondersteuning begon", "the day on which the extra support began"),
            FieldKind::Date,
        )
        .step(Step::new(
            "extra-ondersteuning-ingezet",
            ("extra ondersteuning op school vastleggen", "record extra support at school"),
            &school(),
            interpreted(
                part,
                "Het plan vraagt een half jaar inzet en geen aparte melding; de dag waarop die begon moet ergens staan om dat \
                 te kunnen nagaan.",
            ),
        ))
        .requirement(requirement)
}

fn kinds() -> Vec<String> {
    [
        "gegevens-leerling",
        "zienswijze-ouders",
        "zienswijze-leerling",
        "ontwikkelingsperspectief",
        "handtekening-leerling",
        "poging-tot-overeenstemming",
        "leerlingvolgsysteem",
        "hulpverleningsverslag",
        "psychologisch-onderzoek",
        "psychiatrisch-onderzoek",
        "plan-van-aanpak",
        "onderwijskundig-rapport",
    ]
    .map(str::to_owned)
    .to_vec()
}
