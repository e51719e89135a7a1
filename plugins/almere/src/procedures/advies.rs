//! The advice of an expert, for a TLV and for its renewal.

use swv_plugin::Provenance;
use swv_plugin::procedure::{FieldKind, Procedure, Step};

use super::{deskundigen, one_of};

const FUNCTIONS: [&str; 8] = [
    "orthopedagoog",
    "psycholoog",
    "kinder-en-jeugdpsycholoog",
    "pedagoog",
    "kinderpsychiater",
    "maatschappelijk-werker",
    "arts",
    "andere",
];

/// Adds the step of advising, in these states.
pub(super) fn advies(procedure: Procedure, states: &[&str], provenance: Provenance) -> Procedure {
    procedure
        .event_field(
            "advies",
            "deskundige",
            ("een eigen aanduiding van de deskundige", "a label of your own for the expert"),
            FieldKind::Label,
        )
        .event_field(
            "advies",
            "functie",
            ("de functie van de deskundige", "the function of the expert"),
            one_of(&FUNCTIONS),
        )
        .event_field(
            "advies",
            "in-dienst-van-school",
            (
                "werkt voor een organisatie voor primair of speciaal onderwijs in het \
                 samenwerkingsverband",
                "works for an organisation for primary or special education in the samenwerkingsverband",
            ),
            FieldKind::YesNo,
        )
        .event_field("advies", "strekking", ("wel of geen TLV", "a TLV or none"), one_of(&["positief", "negatief"]))
        .needs_fields("advies", &["deskundige", "functie", "in-dienst-van-school", "strekking"])
        .step(
            Step::new(
                "advies",
                (
                    "advies geven over de TLV, de duur en de bekostiging",
                    "advise on the TLV, its length and its funding",
                ),
                &deskundigen(),
                provenance,
            )
            .within(states),
        )
}
