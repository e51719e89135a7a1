//! What each of the four TLVs is for.

use swv_plugin::procedure::{Criterion, FieldKind, Procedure};

use crate::procedures::stated;

/// The four TLVs, by the words that other regions use for them.
pub(super) const KINDS: [&str; 4] = ["sbo", "so-laag", "so-midden", "so-hoog"];

pub(super) const PART: &str = "6.1.3, procedure toelaatbaarheidsverklaring";
const LEARNING: &str = "nodig-bij-leren";
const BEHAVIOUR: &str = "nodig-bij-gedrag";
const HEALTH: &str = "nodig-bij-gezondheid";
const CARE: &str = "grote-zorgvraag-lichamelijk";
const MULTIPLE: &str = "ernstig-meervoudig-beperkt";

pub(super) fn add(procedure: Procedure) -> Procedure {
    let yes_no = || FieldKind::YesNo;
    let clause = |kind: &str, letter: &str, title| Criterion::new(kind, letter, title, stated(PART));
    let light = |letter: &str, field: &str, title| {
        clause("so-laag", letter, title).when(field, &["ja"]).when(CARE, &["nee"]).when(MULTIPLE, &["nee"])
    };
    procedure
        .field(LEARNING, ("extra ondersteuning nodig bij het leren", "needs extra support with learning"), yes_no())
        .field(BEHAVIOUR, ("extra ondersteuning nodig bij het gedrag", "needs extra support with behaviour"), yes_no())
        .field(HEALTH, ("extra ondersteuning nodig door de gezondheid", "needs extra support by health"), yes_no())
        .field(
            CARE,
            (
                "grote zorgvraag door ernstige en complexe lichamelijke beperkingen",
                "great need of care by severe and complex physical disabilities",
            ),
            yes_no(),
        )
        .field(MULTIPLE, ("ernstig meervoudig beperkt (EMB)", "severe multiple disabilities (EMB)"), yes_no())
        .criteria([
            clause(
                "sbo",
                "-",
                ("extra ondersteuning bij leren en bij gedrag", "extra support with learning and behaviour"),
            )
            .when(LEARNING, &["ja"])
            .when(BEHAVIOUR, &["ja"]),
            light("leren", LEARNING, ("leren, en niet categorie II of III", "learning, and not category II or III")),
            light(
                "gezondheid",
                HEALTH,
                ("gezondheid, en niet categorie II of III", "health, and not category II or III"),
            ),
            clause(
                "so-midden",
                "-",
                ("grote zorgvraag door lichamelijke beperkingen", "great need of care by physical disabilities"),
            )
            .when(CARE, &["ja"]),
            clause("so-hoog", "-", ("ernstig meervoudig beperkt", "severe multiple disabilities"))
                .when(MULTIPLE, &["ja"]),
        ])
}
