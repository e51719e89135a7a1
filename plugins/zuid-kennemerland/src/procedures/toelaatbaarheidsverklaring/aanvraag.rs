//! The joint application: forms A, B and D.

use swv_plugin::Text;
use swv_plugin::procedure::{Procedure, Provided, Requirement, Step, on_event};

use super::{AANGEVRAAGD, AFSTEMMING, AT_SCHOOL, FORM_A, INDICATIE, PHASES, SIGNALERING};
use crate::procedures::{one_of, ouders, stated, triade};

const FORM_B: [&str; 2] = ["sbo-naar-so", "so-of-ikc-naar-so-of-ikc"];
const FORM_D: &str = "6.1.3, toelaatbaarheidsverklaring D";
/// The institutions that may apply with form D.
const MANDATED: [&str; 9] = [
    "jgz-kennemerland",
    "kenter-behandelgroep-0-4",
    "hartekampgroep",
    "heliomare",
    "ons-tweede-thuis",
    "kleine-maatjes",
    "triversum",
    "nsdsk",
    "lwoe",
];

/// The joint application, by the form of the situation.
pub(super) fn add(procedure: Procedure) -> Procedure {
    let institution = Text::new("gemandateerde jeugdhulpinstelling", "mandated institution of youth care");
    let before = [SIGNALERING, INDICATIE, AFSTEMMING];
    let apply = |id: &str, situations: &[&str], title, actor: &Text, part: &str| {
        Step::new("aanvraag", title, actor, stated(part))
            .named(id)
            .when("situatie", situations)
            .moves(&before, AANGEVRAAGD)
    };
    procedure
        .event_field(
            "aanvraag",
            "instelling",
            ("de instelling die met formulier D aanvraagt", "the institution that applies with form D"),
            one_of(&MANDATED),
        )
        .step(apply(
            "aanvraag-a",
            &FORM_A,
            ("de TLV aanvragen met formulier A", "apply for the TLV with form A"),
            &triade(),
            "6.1.3, de triade; toelaatbaarheidsverklaring A",
        ))
        .step(apply(
            "aanvraag-b",
            &FORM_B,
            ("de TLV aanvragen met formulier B", "apply for the TLV with form B"),
            &triade(),
            "6.1.3, de triade; toelaatbaarheidsverklaring B",
        ))
        .step(
            apply(
                "aanvraag-d",
                &["eerste-schoolgang", "recent-gestart"],
                ("de voorschoolse TLV aanvragen met formulier D", "apply for the pre-school TLV with form D"),
                &institution,
                FORM_D,
            )
            .when("instelling", &MANDATED),
        )
        .step(apply(
            "aanvraag-d-taalklas",
            &["taalklas-naar-regulier"],
            (
                "het instroombudget laten aanvragen na de taalklas",
                "have the entry budget applied for after the language class",
            ),
            &Text::new("jeugdhulppartner van het Expertteam", "youth care partner of the expert team"),
            FORM_D,
        ))
        .step(
            Step::new(
                "overleg-samenwerkingsverband",
                ("de late aanvraag bespreken", "discuss the late application"),
                &institution,
                stated(FORM_D),
            )
            .when("situatie", &["recent-gestart"])
            .within(&before),
        )
        .requirement(
            Requirement::new(
                "overleg-samenwerkingsverband",
                ("overleg met het samenwerkingsverband", "talk with the samenwerkingsverband"),
                Provided { by: &institution, event: on_event("overleg-samenwerkingsverband") },
                stated(FORM_D),
            )
            .when("situatie", &["recent-gestart"])
            .asked(&before, &["aanvraag-d"]),
        )
        .step(
            Step::new(
                "ondertekening-ouders",
                ("de aanvraag ondertekenen voor gezien", "sign the application as seen"),
                &ouders(),
                stated(PHASES),
            )
            .within(&[AFSTEMMING, AANGEVRAAGD]),
        )
        .requirement(
            Requirement::new(
                "ondertekening-ouders",
                ("handtekening van de ouders voor gezien", "signature of the parents as seen"),
                Provided { by: &ouders(), event: on_event("ondertekening-ouders") },
                stated(PHASES),
            )
            .when("situatie", &AT_SCHOOL)
            .asked(&[AFSTEMMING, AANGEVRAAGD], &["besluit-positief"]),
        )
}
