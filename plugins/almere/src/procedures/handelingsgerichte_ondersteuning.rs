//! Support of the consultant for a teacher's question: observation, research,
//! advice.

use swv_plugin::procedure::{FieldKind, Procedure, Provided, Requirement, Step, on_event};
use swv_plugin::{Sector, Text};

use super::{consulent, documenten, intern_begeleider, one_of, ouders, stated};

const STEPS: &str = "1, stappenplan aanvraag handelingsgerichte ondersteuning in het primair onderwijs";

pub(super) fn procedure() -> Procedure {
    let team = Text::new(
        "leerkracht en intern begeleider, met de ouders",
        "teacher and internal supervisor, with the parents",
    );
    let share = |id: &str, answer: &str, title, to: &str| {
        Step::new("delen-met-school", title, &ouders(), stated(&format!("{STEPS}, 5 en 6")))
            .named(id)
            .when("akkoord", &[answer])
            .moves(&["resultaat-bij-ouders"], to)
    };
    let step = |event: &str, title, actor: &Text, part: &str, from: &[&str], to: &str| {
        Step::new(event, title, actor, stated(&format!("{STEPS}, {part}"))).moves(from, to)
    };
    let procedure = Procedure::new(
        "handelingsgerichte-ondersteuning",
        ("handelingsgerichte ondersteuning", "action-oriented support"),
        &[Sector::Po],
        stated(STEPS),
    )
    .state("consultatie", ("vraag in de consultatie", "question in the consultation"))
    .deciding_state("aangevraagd", ("aangevraagd", "applied for"), &consulent())
    .state("afspraken", ("ondersteuning gekozen", "support chosen"))
    .state("uitvoering", ("in uitvoering", "being carried out"))
    .state("resultaat-bij-ouders", ("resultaat bij de ouders", "result with the parents"))
    .state("vervolggesprek", ("vervolggesprek gepland", "follow-up planned"))
    .closed_state("aanpak-vastgesteld", ("aanpak vastgesteld", "approach decided"))
    .closed_state("niet-gedeeld", ("resultaat niet met de school gedeeld", "result not shared with the school"))
    .event_field(
        "delen-met-school",
        "akkoord",
        ("de ouders willen het resultaat met de school delen", "the parents want to share the result with the school"),
        FieldKind::YesNo,
    )
    .event_field(
        "ondersteuning-gekozen",
        "vorm",
        ("welke ondersteuning", "which support"),
        one_of(&["observatie", "onderzoek", "vragenlijst"]),
    )
    .step(
        Step::new(
            "consultatie",
            ("behoefte en mogelijkheden bespreken", "discuss need and options"),
            &intern_begeleider(),
            stated(&format!("{STEPS}, 1")),
        )
        .within(&["consultatie"]),
    )
    .step(step(
        "aanvraag",
        ("ondersteuning aanvragen in Indigo", "apply for support in Indigo"),
        &intern_begeleider(),
        "2",
        &["consultatie"],
        "aangevraagd",
    ))
    .step(step(
        "ondersteuning-gekozen",
        ("kiezen welke ondersteuning wordt ingezet", "choose which support is given"),
        &consulent(),
        "3",
        &["aangevraagd"],
        "afspraken",
    ))
    .step(step(
        "afspraken",
        ("met ouders en school concrete afspraken maken", "make concrete agreements with parents and school"),
        &consulent(),
        "4",
        &["afspraken"],
        "uitvoering",
    ))
    .step(step(
        "resultaat-aan-ouders",
        ("resultaat en verslag eerst aan de ouders geven", "give result and report to the parents first"),
        &consulent(),
        "5",
        &["uitvoering"],
        "resultaat-bij-ouders",
    ))
    .step(share(
        "delen",
        "ja",
        ("het resultaat met de school delen", "share the result with the school"),
        "vervolggesprek",
    ))
    .step(share("niet-delen", "nee", ("het resultaat niet delen", "not share the result"), "niet-gedeeld"))
    .step(step(
        "aanpak",
        ("de aanpak in klas en school vaststellen", "decide the approach in class and school"),
        &team,
        "6 en 7",
        &["vervolggesprek"],
        "aanpak-vastgesteld",
    ))
    .requirement(
        Requirement::new(
            "consultatie",
            ("consultatie met de consulent", "consultation with the consultant"),
            Provided { by: &intern_begeleider(), event: on_event("consultatie") },
            stated(&format!("{STEPS}, 1")),
        )
        .asked(&["consultatie"], &["aanvraag"]),
    );
    let procedure = documenten::completion(procedure, &["aangevraagd"]);
    documenten::add(procedure, &["consultatie", "aangevraagd"], &["ondersteuning-gekozen"], false)
}
