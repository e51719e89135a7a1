//! Tailored budget: temporary support for a pupil who can stay where they are.

use swv_plugin::procedure::{Cost, FieldKind, Payment, Procedure, Provided, Requirement, Step, TermRule, on_event};
use swv_plugin::{Sector, Text, months};

use super::{consulent, documenten, intern_begeleider, manager, samenwerkingsverband, school, stated};
use crate::allocation::maatwerkbudget::RULE;

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
    let procedure = Procedure::new(
        "maatwerkbudget",
        ("maatwerkbudget", "tailored budget"),
        &[Sector::Po, Sector::Vo],
        stated(PART),
    )
    .state("voorbereiding", ("voorbereiding op school", "preparation at school"))
    .deciding_state("aangevraagd", ("aangevraagd", "applied for"), &manager())
    .state("toegekend", ("toegekend", "granted"))
    .closed_state("afgewezen", ("niet toegekend", "not granted"))
    .closed_state("geevalueerd", ("afgelopen en geëvalueerd", "ended and evaluated"))
    .event_field(
        "besluit",
        "uitkomst",
        ("de uitkomst", "the outcome"),
        FieldKind::OneOf(["toegekend", "afgewezen"].map(str::to_owned).to_vec()),
    )
    .event_field(
        "besluit",
        "maanden",
        ("de maanden waarvoor het budget geldt", "the months for which the budget holds"),
        FieldKind::OneOf(["1", "2", "3"].map(str::to_owned).to_vec()),
    )
    .event_field(
        "aanvraag",
        "voorkomt",
        ("wat het budget voorkomt", "what the budget prevents"),
        FieldKind::OneOf(["tlv-aanvraag", "thuiszitten"].map(str::to_owned).to_vec()),
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
    .term(
        TermRule::deadline(
            "ten-hoogste-drie-maanden",
            (
                "evaluatie na afloop, ten hoogste drie maanden na toekenning",
                "evaluation at the end, at most three months after it is granted",
            ),
            on_event("besluit").when("uitkomst", &["toegekend"]),
            months(3),
            stated(PART),
        )
        .met_by(on_event("evaluatie")),
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
    documenten::add(procedure, &["voorbereiding", "aangevraagd"], &["toekenning"], true)
}
