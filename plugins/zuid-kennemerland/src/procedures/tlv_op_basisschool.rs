//! A TLV that is used at the primary school, for a pupil with a medical or
//! chronic need: advised by two members, renewed each June, paid in August.

use swv_plugin::procedure::{Cost, FieldKind, Payment, Procedure, Provided, Requirement, Step, on_event};
use swv_plugin::{Sector, Text};

use super::{basisschool, directeur_bestuurder, interpreted, one_of, samenwerkingsverband, schoolbestuur, stated};
use crate::allocation::tlv_op_basisschool;

pub(super) const ID: &str = "tlv-op-basisschool";
pub(super) const PART: &str = "6.1.3, TLV op de BAO bij medische en/of chronische problematiek";
pub(super) const PAYING: &str = "8.1.4";

/// The kinds of TLV of the plan.
const KINDS: [&str; 4] = ["sbo", "so-laag", "so-midden", "so-hoog"];

const SIGNALERING: &str = "signalering";
const AANGEMELD: &str = "aangemeld";
const TOEGEKEND: &str = "toegekend";
const UITVRAAG: &str = "juni-uitvraag";

pub(super) fn procedure() -> Procedure {
    let title = ("TLV op de basisschool", "TLV at the primary school");
    let procedure = Procedure::new(ID, title, &[Sector::Po], stated("6.1.3; 8.1.4"))
        .state(
            SIGNALERING,
            (
                "tijdens de schoolperiode blijkt zware (medische) zorg nodig",
                "heavy (medical) care turns out to be needed",
            ),
        )
        .deciding_state(
            AANGEMELD,
            ("aangemeld bij het samenwerkingsverband", "reported to the samenwerkingsverband"),
            &directeur_bestuurder(),
        )
        .state(TOEGEKEND, ("toegekend", "granted"))
        .state(UITVRAAG, ("gevraagd of de middelen nodig blijven", "asked whether the funds are still needed"))
        .closed_state("afgewezen", ("niet toegekend", "not granted"))
        .closed_state("beeindigd", ("niet meer nodig", "no longer needed"))
        .closed_state(
            "uitgestroomd",
            ("naar een andere school of voorziening", "left for another school or provision"),
        );
    money(each_year(granting(procedure)))
}

fn granting(procedure: Procedure) -> Procedure {
    let members = Text::new(
        "twee leden van de algemene vergadering, niet van het bestuur met de zorgplicht",
        "two members of the general assembly, not of the board with the duty of care",
    );
    let decide = |id: &str, outcome: &str, title, to: &str| {
        Step::new("besluit", title, &directeur_bestuurder(), stated(PART))
            .named(id)
            .when("uitkomst", &[outcome])
            .moves(&[AANGEMELD], to)
    };
    procedure
        .event_field(
            "advies-lid",
            "lid",
            ("een eigen aanduiding van het lid", "a label of your own for the member"),
            FieldKind::Label,
        )
        .event_field(
            "advies-lid",
            "bestuur-met-zorgplicht",
            ("het lid is van het bestuur met de zorgplicht", "the member is of the board with the duty of care"),
            FieldKind::YesNo,
        )
        .event_field(
            "advies-lid",
            "strekking",
            ("wel of niet honoreren", "grant or not"),
            one_of(&["positief", "negatief"]),
        )
        .event_field("besluit", "uitkomst", ("de uitkomst", "the outcome"), one_of(&["positief", "negatief"]))
        .step(
            Step::new("melding", ("de leerling melden", "report the pupil"), &schoolbestuur(), stated(PART))
                .moves(&[SIGNALERING], AANGEMELD),
        )
        .step(
            Step::new(
                "advies-lid",
                ("de directeur-bestuurder adviseren", "advise the director"),
                &members,
                stated(PART),
            )
            .within(&[AANGEMELD]),
        )
        .step(decide("besluit-positief", "positief", ("extra budget toekennen", "grant extra budget"), TOEGEKEND))
        .step(decide(
            "besluit-negatief",
            "negatief",
            ("geen extra budget toekennen", "grant no extra budget"),
            "afgewezen",
        ))
        .requirement(
            Requirement::new(
                "adviezen",
                ("advies van een lid van de algemene vergadering", "advice of a member of the general assembly"),
                Provided { by: &members, event: on_event("advies-lid") },
                stated(PART),
            )
            .times(2)
            .asked(&[AANGEMELD], &["besluit-positief", "besluit-negatief"]),
        )
}

/// Paid for a school year at a time.
fn each_year(procedure: Procedure) -> Procedure {
    let answer = |id: &str, needed: &str, title| {
        Step::new("antwoord-school", title, &basisschool(), stated(PAYING)).named(id).when("nog-nodig", &[needed])
    };
    procedure
        .event_field(
            "antwoord-school",
            "nog-nodig",
            ("de middelen blijven nodig", "the funds are still needed"),
            FieldKind::YesNo,
        )
        .event_field(
            "antwoord-school",
            "overeenstemming-ouders",
            ("de ouders zijn het daarmee eens", "the parents agree"),
            FieldKind::YesNo,
        )
        .event_field(
            "uitbetaling",
            "tlv-soort",
            ("de TLV waarvan het tarief geldt", "the TLV whose tariff holds"),
            one_of(&KINDS),
        )
        .step(
            Step::new(
                "overzicht",
                ("in juni vragen of de middelen nodig blijven", "ask in June whether the funds are still needed"),
                &samenwerkingsverband(),
                stated(PAYING),
            )
            .moves(&[TOEGEKEND], UITVRAAG),
        )
        .step(
            answer(
                "nog-nodig",
                "ja",
                (
                    "melden dat de middelen nodig blijven, met de ouders",
                    "say that the funds are still needed, with the parents",
                ),
            )
            .when("overeenstemming-ouders", &["ja"])
            .moves(&[UITVRAAG], TOEGEKEND),
        )
        .step(
            answer(
                "nog-geen-overeenstemming",
                "ja",
                ("melden dat er nog geen overeenstemming met de ouders is", "say that the parents do not agree yet"),
            )
            .when("overeenstemming-ouders", &["nee"])
            .within(&[UITVRAAG]),
        )
        .step(
            answer(
                "niet-meer-nodig",
                "nee",
                ("melden dat de middelen niet meer nodig zijn", "say that the funds are no longer needed"),
            )
            .moves(&[UITVRAAG], "beeindigd"),
        )
        .step(
            Step::new(
                "uitbetaling",
                (
                    "in augustus het bedrag van het schooljaar in een keer betalen",
                    "pay the amount of the school year at once in August",
                ),
                &samenwerkingsverband(),
                stated(PAYING),
            )
            .when("tlv-soort", &KINDS)
            .within(&[TOEGEKEND]),
        )
        .step(
            Step::new(
                "uitstroom",
                (
                    "uitstromen; wat te veel betaald is, wordt per maand verrekend",
                    "leave; what was paid too much is settled by the month",
                ),
                &basisschool(),
                stated(PAYING),
            )
            .moves(&[TOEGEKEND, UITVRAAG], "uitgestroomd"),
        )
}

fn money(procedure: Procedure) -> Procedure {
    let paid = |kind: &str, parameter: &str| {
        Cost::new(
            tlv_op_basisschool::RULE.id,
            ("TLV op de basisschool, voor een schooljaar", "TLV at the primary school, for a school year"),
            (&samenwerkingsverband(), &basisschool()),
            (parameter, Payment::Yearly),
            on_event("uitbetaling").when("tlv-soort", &[kind]),
            interpreted(
                PAYING,
                "Het bedrag is het tarief van het kalenderjaar van de uitbetaling. Wat bij vertrek per \
                 maand terugkomt, rekent de verdeling uit; hier staat alleen de betaling in augustus.",
            ),
        )
        .named(&format!("{}-{kind}", tlv_op_basisschool::RULE.id))
    };
    procedure
        .cost(paid("so-laag", "tarief-tlv-so-categorie-1"))
        .cost(paid("so-midden", "tarief-tlv-so-categorie-2"))
        .cost(paid("so-hoog", "tarief-tlv-so-categorie-3"))
}
