//! Step 5: applying, and who has to.

use swv_plugin::Text;
use swv_plugin::procedure::{Procedure, Provided, Requirement, Step, on_event};

use super::{AANGEVRAAGD, AFGEGEVEN, VOORBEREIDING};
use crate::procedures::{ouders, school_van_aanmelding, stated};

/// Where the plan says who applies.
pub(super) const PART: &str = "2, wie moet de TLV aanvragen";

/// Where a pupil comes from and goes to.
pub(super) const SITUATIONS: [&str; 5] = [
    "eerste-schoolgang",
    "regulier-naar-sbo-of-so",
    "sbo-naar-so",
    "basisschool-naar-pro-of-vso",
    "vo-naar-pro-of-vso",
];
/// The situations of a pupil who is at school already.
pub(super) const AT_SCHOOL: [&str; 4] =
    ["regulier-naar-sbo-of-so", "sbo-naar-so", "basisschool-naar-pro-of-vso", "vo-naar-pro-of-vso"];
/// The step `aanvraag`, by who has to take it.
pub(super) const APPLICATIONS: [&str; 3] = ["aanvraag-ingeschreven", "aanvraag-eerste-schoolgang", "aanvraag-pro-vso"];

pub(super) fn add(procedure: Procedure) -> Procedure {
    let pro_vso =
        Text::new("school voor pro of vso waar de ouders aanmelden", "pro or vso school where the parents apply");
    let enrolled = Text::new(
        "school (bevoegd gezag) van inschrijving of aanmelding",
        "school (board) of enrolment or application",
    );
    let apply = |id: &str, actor: &Text, situations: &[&str]| {
        Step::new("aanvraag", ("TLV aanvragen in Indigo", "apply for the TLV in Indigo"), actor, stated(PART))
            .named(id)
            .when("situatie", situations)
            .moves(&[VOORBEREIDING], AANGEVRAAGD)
    };
    procedure
        .step(
            Step::new(
                "aanmelding",
                ("schriftelijk aanmelden bij een school", "apply to a school in writing"),
                &ouders(),
                stated(PART),
            )
            .within(&[VOORBEREIDING, AFGEGEVEN]),
        )
        .requirement(
            Requirement::new(
                "aanmelding",
                (
                    "schriftelijke aanmelding bij de school die de TLV aanvraagt",
                    "written application to the school that applies for the TLV",
                ),
                Provided { by: &ouders(), event: on_event("aanmelding") },
                stated(PART),
            )
            .when("situatie", &["eerste-schoolgang", "basisschool-naar-pro-of-vso"])
            .asked(&[VOORBEREIDING], &["aanvraag-eerste-schoolgang", "aanvraag-pro-vso"]),
        )
        .step(apply(
            "aanvraag-ingeschreven",
            &enrolled,
            &["regulier-naar-sbo-of-so", "sbo-naar-so", "vo-naar-pro-of-vso"],
        ))
        .step(apply("aanvraag-eerste-schoolgang", &school_van_aanmelding(), &["eerste-schoolgang"]))
        .step(apply("aanvraag-pro-vso", &pro_vso, &["basisschool-naar-pro-of-vso"]))
}
