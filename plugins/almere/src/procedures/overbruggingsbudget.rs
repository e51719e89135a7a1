//! Bridging budget: support at the present school for a pupil who has a TLV
//! and waits for a place.

use swv_plugin::calendar::SchoolHolidayKind;
use swv_plugin::procedure::{Cost, FieldKind, Payment, Procedure, Provided, Requirement, Step, TermRule, on_event};
use swv_plugin::{Sector, Text};

use super::{consulent, documenten, intern_begeleider, manager, one_of, samenwerkingsverband, school, stated};
use crate::allocation::overbruggingsbudget::RULE;

const PART: &str = "2, overbruggingsbudget";
const STEPS: &str = "2, stappenplan overbruggingsbudget";

pub(super) fn procedure() -> Procedure {
    documenten::consent(bridge(), &["voorbereiding"], &["plan-van-aanpak"])
}

fn bridge() -> Procedure {
    let preparing = ["voorbereiding"];
    let condition = |event: &str, what, part: &str| {
        Requirement::new(event, what, Provided { by: &school(), event: on_event(event) }, stated(part))
            .asked(&preparing, &["plan-van-aanpak"])
    };
    let decide = |id: &str, outcome: &str, title, to: &str, part: &str| {
        Step::new("besluit", title, &manager(), stated(&format!("{STEPS}, {part}")))
            .named(id)
            .when("uitkomst", &[outcome])
            .moves(&["aangevraagd"], to)
    };
    Procedure::new(
        "overbruggingsbudget",
        ("overbruggingsbudget", "bridging budget"),
        &[Sector::Po, Sector::Vo],
        stated(PART),
    )
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
        "plan-van-aanpak",
        "voorkomt-thuiszitten",
        ("het budget voorkomt thuiszitten", "the budget prevents that the pupil stays at home"),
        FieldKind::YesNo,
    )
    .event_field(
        "plaatsing-uitgesteld",
        "start",
        ("de dag waarop de leerling kan starten", "the day on which the pupil can start"),
        FieldKind::Date,
    )
    .step(
        Step::new("tlv-aangevraagd", ("de TLV aanvragen", "apply for the TLV"), &school(), stated(PART))
            .within(&preparing),
    )
    .step(
        Step::new("tlv-afgegeven", ("de TLV afgeven", "issue the TLV"), &samenwerkingsverband(), stated(PART))
            .within(&preparing),
    )
    .step(
        Step::new(
            "plaatsing-uitgesteld",
            ("de leerling kan pas het volgende schooljaar starten", "the pupil can start in the next school year only"),
            &Text::new("stedelijke voorziening", "special school"),
            stated(PART),
        )
        .within(&preparing),
    )
    .step(
        Step::new(
            "consultatie",
            ("de overbrugging bespreken op basis van het OPP", "discuss the bridge by the OPP"),
            &intern_begeleider(),
            stated(&format!("{STEPS}, 1 en 2")),
        )
        .within(&preparing),
    )
    .step(
        Step::new(
            "eigen-middelen-besteed",
            (
                "vastleggen dat de algemene arrangementsmiddelen zijn ingezet en niet genoeg zijn",
                "record that the general arrangement funds are used and not enough",
            ),
            &school(),
            stated(&format!("{STEPS}, 2")),
        )
        .within(&preparing),
    )
    .step(
        Step::new(
            "overleg-manager",
            ("de mogelijkheid met de manager bespreken", "discuss the option with the manager"),
            &consulent(),
            stated(&format!("{STEPS}, 3")),
        )
        .within(&preparing),
    )
    .step(
        Step::new(
            "plan-van-aanpak",
            ("een plan met concrete doelen indienen", "submit a plan with concrete aims"),
            &intern_begeleider(),
            stated(&format!("{STEPS}, 4")),
        )
        .when("voorkomt-thuiszitten", &["ja"])
        .moves(&preparing, "aangevraagd"),
    )
    .step(decide(
        "toekenning",
        "toegekend",
        ("toekennen bij beschikking, met bedrag en schoolweken", "grant by decision, with amount and school weeks"),
        "toegekend",
        "5a",
    ))
    .step(decide(
        "afwijzing",
        "afgewezen",
        ("niet toekennen, met onderbouwing", "not grant, with reasons"),
        "afgewezen",
        "5b",
    ))
    .step(
        Step::new(
            "evaluatie",
            ("evalueren, en nagaan of de leerling kan starten", "evaluate, and see whether the pupil can start"),
            &Text::new("school en consulent", "school and consultant"),
            stated(&format!("{STEPS}, 6")),
        )
        .moves(&["toegekend"], "geevalueerd"),
    )
    .requirement(condition(
        "overleg-manager",
        ("overleg van de consulent met de manager", "talk of the consultant with the manager"),
        &format!("{STEPS}, 3"),
    ))
    .requirement(condition("tlv-afgegeven", ("een toegekende TLV", "a TLV that is issued"), PART))
    .requirement(condition(
        "plaatsing-uitgesteld",
        ("een start die pas het volgende schooljaar kan", "a start that is possible in the next school year only"),
        PART,
    ))
    .requirement(condition(
        "consultatie",
        ("consultatie met de consulent", "consultation with the consultant"),
        &format!("{STEPS}, 1"),
    ))
    .requirement(condition(
        "eigen-middelen-besteed",
        ("de algemene arrangementsmiddelen zijn ingezet", "the general arrangement funds are used"),
        &format!("{STEPS}, 2"),
    ))
    .term(TermRule::before_holiday(
        "tlv-voor-de-voorjaarsvakantie",
        ("aanvraag van de TLV voor de voorjaarsvakantie", "application for the TLV before the spring holiday"),
        on_event("tlv-aangevraagd"),
        SchoolHolidayKind::Voorjaar,
        stated(PART),
    ))
    .cost(Cost::new(
        RULE.id,
        ("overbruggingsbudget", "bridging budget"),
        (&samenwerkingsverband(), &school()),
        ("overbruggingsbudget-per-maand", Payment::MonthlyFor("maanden".to_owned())),
        on_event("besluit").when("uitkomst", &["toegekend"]),
        stated(&format!("{STEPS}, 5a")),
    ))
}
