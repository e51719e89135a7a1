//! A pupil with extra needs moves to another primary school: for two years the
//! first one pays if the pupil is placed in special education after all.

use swv_plugin::procedure::{Cost, FieldKind, Payment, Procedure, Provided, Requirement, Step, on_event};
use swv_plugin::{Sector, Text};

use super::{interpreted, one_of, ouders, samenwerkingsverband, stated};
use crate::allocation::{inkoop_plaatsing, zorgplicht_na_overstap};

pub(super) const ID: &str = "overstap-basisschool";
pub(super) const FIRST_PAYS: &str = "verwijzende-basisschool";
pub(super) const SECOND_PAYS: &str = "nieuwe-basisschool";
pub(super) const PART: &str = "8.1.3";
/// Whether the pupil moved house; then no school is liable for another.
pub(super) const HOUSE: &str = "wegens-verhuizing";
/// Whether both heads say that the pupil has extra needs.
pub(super) const NEEDS: &str = "beide-directeuren-extra-behoefte";

const OP_EERSTE: &str = "op-verwijzende-basisschool";
const OP_TWEEDE: &str = "op-nieuwe-basisschool";

pub(super) fn procedure() -> Procedure {
    let heads = Text::new("directeuren van beide basisscholen", "heads of both primary schools");
    let first = Text::new("verwijzende basisschool", "primary school that the pupil left");
    let second = Text::new("nieuwe basisschool", "new primary school");
    let cost = |rule: &str, what, payer: &Text, pays: &str, reasoning| {
        Cost::new(
            rule,
            what,
            (payer, &samenwerkingsverband()),
            ("inhouding-per-plaatsing", Payment::Yearly),
            on_event("plaatsing-gespecialiseerd").when("betaler", &[pays]),
            interpreted("8.1.3; 8.1.2", reasoning),
        )
    };
    Procedure::new(
        ID,
        ("overstap naar een andere basisschool", "move to another primary school"),
        &[Sector::Po],
        stated(PART),
    )
    .state(OP_EERSTE, ("op de verwijzende basisschool", "at the primary school that refers"))
    .closed_state(OP_TWEEDE, ("op de nieuwe basisschool", "at the new primary school"))
    .closed_state("gespecialiseerd", ("daarna geplaatst in SO of SBO", "placed in SO or SBO afterwards"))
    .field(
        HOUSE,
        ("de overstap komt door een verhuizing", "the move is caused by moving house"),
        FieldKind::YesNo,
    )
    .field(
        NEEDS,
        (
            "beide directeuren zeggen dat de leerling extra onderwijsbehoeften heeft",
            "both heads say that the pupil has extra needs",
        ),
        FieldKind::YesNo,
    )
    .event_field(
        "plaatsing-gespecialiseerd",
        "betaler",
        ("welke basisschool de plaats betaalt", "which primary school pays for the place"),
        one_of(&[FIRST_PAYS, SECOND_PAYS]),
    )
    .step(
        Step::new(
            "overleg-ouders",
            ("de overstap met de ouders bespreken", "discuss the move with the parents"),
            &heads,
            stated(PART),
        )
        .within(&[OP_EERSTE]),
    )
    .step(
        Step::new(
            "overstap",
            ("overstappen naar een andere basisschool", "move to another primary school"),
            &ouders(),
            stated(PART),
        )
        .moves(&[OP_EERSTE], OP_TWEEDE),
    )
    .step(
        Step::new(
            "melding-samenwerkingsverband",
            ("de overstap doorgeven aan het samenwerkingsverband", "report the move to the samenwerkingsverband"),
            &heads,
            stated(PART),
        )
        .within(&[OP_EERSTE, OP_TWEEDE]),
    )
    .step(
        Step::new(
            "plaatsing-gespecialiseerd",
            ("plaatsen in SO of SBO", "place in SO or SBO"),
            &Text::new("SO of SBO", "SO or SBO"),
            stated(PART),
        )
        .when("betaler", &[FIRST_PAYS, SECOND_PAYS])
        .moves(&[OP_TWEEDE], "gespecialiseerd"),
    )
    .requirement(
        Requirement::new(
            "overleg-ouders",
            ("overleg met de ouders over de overstap", "talk with the parents on the move"),
            Provided { by: &heads, event: on_event("overleg-ouders") },
            stated(PART),
        )
        .when(HOUSE, &["nee"])
        .when(NEEDS, &["ja"])
        .asked(&[OP_EERSTE], &["melding-samenwerkingsverband"]),
    )
    .requirement(
        Requirement::new(
            "melding-samenwerkingsverband",
            ("melding van de overstap aan het samenwerkingsverband", "report of the move to the samenwerkingsverband"),
            Provided { by: &heads, event: on_event("melding-samenwerkingsverband") },
            interpreted(
                PART,
                "Het plan laat een dergelijke schoolwisseling doorgeven; dat is die uit de zin ervoor: geen verhuizing, \
                 en volgens beide directeuren extra behoeften. Bij een andere overstap vraagt deze eis niets.",
            ),
        )
        .when(HOUSE, &["nee"])
        .when(NEEDS, &["ja"])
        .asked(&[OP_TWEEDE], &[]),
    )
    .cost(cost(
        zorgplicht_na_overstap::RULE.id,
        ("plaats binnen twee jaar na de overstap", "place within two years of the move"),
        &first,
        FIRST_PAYS,
        "De verwijzende school is twee jaar financieel zorgplichtig; het bedrag is dat van elke \
         plaatsing.",
    ))
    .cost(cost(
        inkoop_plaatsing::RULE.id,
        ("inhouding voor de plaats", "deduction for the place"),
        &second,
        SECOND_PAYS,
        "Waar de verwijzende school niet zorgplichtig is, koopt de nieuwe school de plaats in \
         als bij elke plaatsing.",
    ))
}
