//! Tailored budget: temporary support for a pupil who can stay where they are.

use swv_plugin::procedure::{
    Breach, CaseEvent, CheckInput, Cost, FieldKind, Payment, Procedure, Provided, Requirement, Step, on_event,
};
use swv_plugin::{Sector, Text};

use super::{consulent, documenten, intern_begeleider, manager, one_of, samenwerkingsverband, school, stated};
use crate::allocation::maatwerkbudget::RULE;

pub(super) const ID: &str = "maatwerkbudget";

const PART: &str = "1, maatwerkbudget";
const STEPS: &str = "1, stappenplan aanvraag maatwerkbudget";

pub(super) fn procedure() -> Procedure {
    let preparing = ["voorbereiding"];
    let condition = |id: &str, event: &str, what, part: &str| {
        Requirement::new(id, what, Provided { by: &school(), event: on_event(event) }, stated(part))
            .asked(&preparing, &["aanvraag"])
    };
    let decide = |id: &str, outcome: &str, title, to: &str, part: &str| {
        Step::new("besluit", title, &manager(), stated(&format!("{STEPS}, {part}")))
            .named(id)
            .when("uitkomst", &[outcome])
            .moves(&["aangevraagd"], to)
    };
    let procedure = Procedure::new(ID, ("maatwerkbudget", "tailored budget"), &[Sector::Po, Sector::Vo], stated(PART))
        .state("voorbereiding", ("voorbereiding op school", "preparation at school"))
        .deciding_state("aangevraagd", ("aangevraagd", "applied for"), &manager())
        .state("toegekend", ("toegekend", "granted"))
        .closed_state("afgewezen", ("niet toegekend", "not granted"))
        .closed_state("geevalueerd", ("afgelopen en geëvalueerd", "ended and evaluated"))
        .event_field("besluit", "uitkomst", ("de uitkomst", "the outcome"), one_of(&["toegekend", "afgewezen"]))
        .event_field(
            "besluit",
            "maanden",
            ("de maanden waarvoor het budget geldt", "the months for which the budget holds"),
            FieldKind::Number,
        )
        .needs_fields("besluit", &["uitkomst"])
        .needs_fields_when("besluit", &["maanden"], ("uitkomst", &["toegekend"]))
        .event_field(
            "aanvraag",
            "voorkomt",
            ("wat het budget voorkomt", "what the budget prevents"),
            one_of(&["tlv-aanvraag", "thuiszitten"]),
        )
        .step(
            Step::new(
                "consultatie",
                ("de leerling bespreken op basis van het OPP", "discuss the pupil by the OPP"),
                &intern_begeleider(),
                stated(&format!("{STEPS}, 1 en 3")),
            )
            .within(&preparing),
        )
        .step(
            Step::new(
                "eigen-middelen-besteed",
                (
                    "vastleggen dat de algemene arrangementsmiddelen zijn besteed",
                    "record that the general arrangement funds are spent",
                ),
                &school(),
                stated(PART),
            )
            .within(&preparing),
        )
        .step(
            Step::new(
                "eigen-financiering-onderzocht",
                ("nagaan of school of bestuur zelf kan betalen", "examine whether school or board can pay"),
                &school(),
                stated(PART),
            )
            .within(&preparing),
        )
        .step(
            Step::new(
                "overleg-manager",
                ("de mogelijkheid met de manager bespreken", "discuss the option with the manager"),
                &consulent(),
                stated(&format!("{STEPS}, 4")),
            )
            .within(&preparing),
        )
        .step(
            Step::new(
                "aanvraag",
                (
                    "het budget aanvragen in Indigo, met een plan en doelen in het OPP",
                    "apply for the budget in Indigo, with a plan and aims in the OPP",
                ),
                &intern_begeleider(),
                stated(&format!("{STEPS}, 5")),
            )
            .when("voorkomt", &["tlv-aanvraag", "thuiszitten"])
            .moves(&preparing, "aangevraagd"),
        )
        .step(decide(
            "toekenning",
            "toegekend",
            ("toekennen bij beschikking, met bedrag en schoolweken", "grant by decision, with amount and school weeks"),
            "toegekend",
            "6a",
        ))
        .step(decide(
            "afwijzing",
            "afgewezen",
            ("niet toekennen, met onderbouwing in Indigo", "not grant, with reasons in Indigo"),
            "afgewezen",
            "6b",
        ))
        .step(
            Step::new(
                "evaluatie",
                ("evalueren en vastleggen in OPP en Indigo", "evaluate and record in OPP and Indigo"),
                &Text::new("school, ouders en consulent", "school, parents and consultant"),
                stated(&format!("{STEPS}, 7")),
            )
            .moves(&["toegekend"], "geevalueerd"),
        )
        .requirement(condition(
            "consultatie",
            "consultatie",
            ("consultatie met de consulent", "consultation with the consultant"),
            &format!("{STEPS}, 1"),
        ))
        .requirement(condition(
            "eigen-middelen-besteed",
            "eigen-middelen-besteed",
            ("de algemene arrangementsmiddelen zijn besteed", "the general arrangement funds are spent"),
            PART,
        ))
        .requirement(condition(
            "eigen-financiering-onderzocht",
            "eigen-financiering-onderzocht",
            ("eigen financiering is onderzocht", "own funding has been examined"),
            PART,
        ))
        .requirement(condition(
            "overleg-manager",
            "overleg-manager",
            ("overleg van de consulent met de manager", "talk of the consultant with the manager"),
            &format!("{STEPS}, 4"),
        ))
        .requirement(
            Requirement::document(
                "ontwikkelingsperspectief",
                (
                    "OPP met een plan en concrete doelen voor het budget",
                    "OPP with a plan and concrete aims for the budget",
                ),
                &school(),
                stated(&format!("{STEPS}, 5")),
            )
            .asked(&["voorbereiding", "aangevraagd"], &["toekenning"]),
        )
        .cost(Cost::new(
            RULE.id,
            ("maatwerkbudget", "tailored budget"),
            (&samenwerkingsverband(), &school()),
            ("maatwerkbudget-per-maand", Payment::MonthlyFor("maanden".to_owned())),
            on_event("besluit").when("uitkomst", &["toegekend"]),
            stated(&format!("{STEPS}, 6a")),
        ));
    let procedure = documenten::half_a_year(procedure, &format!("{STEPS}, 2"), None, &preparing, &["aanvraag"]);
    let procedure = documenten::completion(procedure, &["aangevraagd"]);
    documenten::add(procedure, &["voorbereiding", "aangevraagd"], &["toekenning"], false)
}

/// A budget lasts three months at most.
pub(super) fn check(case: &CheckInput) -> Vec<Breach> {
    case.events_of("besluit").filter_map(|(at, decision)| too_long(at, decision)).collect()
}

fn too_long(at: usize, decision: &CaseEvent) -> Option<Breach> {
    let months = decision.field("maanden")?.parse::<u32>().ok()?;
    (months > LONGEST).then(|| Breach {
        rule: "ten-hoogste-drie-maanden".to_owned(),
        event: Some(at),
        message: Text::new(
            format!("{months} maanden; een maatwerkbudget duurt er ten hoogste {LONGEST}"),
            format!("{months} months; a tailored budget lasts {LONGEST} at most"),
        ),
        provenance: stated(PART),
    })
}

/// The longest that a budget lasts, in months.
const LONGEST: u32 = 3;
