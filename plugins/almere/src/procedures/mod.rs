//! The procedures of annex XII: from a question of the school to support, a
//! place elsewhere, and back. One procedure, one file; what a table cannot say
//! stands in a check beside it.

mod advies;
mod criteria;
mod documenten;
mod handelingsgerichte_ondersteuning;
mod maatwerkbudget;
mod onderwijsarrangement;
mod overbruggingsbudget;
mod terugplaatsing;
mod toelaatbaarheidsverklaring;
mod verlenging_tlv;
mod zorgplicht;

use swv_plugin::procedure::{Breach, CheckInput, FieldKind, Procedure};
use swv_plugin::{AboutRule, Procedures, Provenance, Text};

use crate::{Almere, PLAN};

/// What a TLV costs: the ministry withholds it from the samenwerkingsverband.
pub(crate) const BEKOSTIGING_TLV: AboutRule = AboutRule {
    id: "bekostiging-tlv",
    title: ("verplichte afdracht voor een leerling met een TLV", "mandatory transfer for a pupil with a TLV"),
    source: (PLAN, "bijlage VIII, verplichte afdrachten"),
    interpreted: Some(
        "Het plan noemt de afdracht per leerling naar categorie en drukt het landelijke \
                 bedrag niet af; het komt van de gebruiker.",
    ),
    ..AboutRule::STATED
};

impl Procedures for Almere {
    fn procedures() -> Vec<Procedure> {
        vec![
            handelingsgerichte_ondersteuning::procedure(),
            maatwerkbudget::procedure(),
            onderwijsarrangement::procedure(),
            toelaatbaarheidsverklaring::procedure(),
            verlenging_tlv::procedure(),
            zorgplicht::procedure(),
            overbruggingsbudget::procedure(),
            terugplaatsing::procedure(),
        ]
    }

    fn check(case: &CheckInput) -> Vec<Breach> {
        match case.procedure.as_str() {
            maatwerkbudget::ID => maatwerkbudget::check(case),
            toelaatbaarheidsverklaring::ID => toelaatbaarheidsverklaring::check(case),
            verlenging_tlv::ID => toelaatbaarheidsverklaring::check_experts(case),
            _ => Vec::new(),
        }
    }
}

/// What annex XII states, in that part of it.
fn stated(part: &str) -> Provenance {
    swv_plugin::stated(PLAN, &format!("bijlage XII, {part}"))
}

/// What follows from annex XII, in that part of it.
fn interpreted(part: &str, reasoning: &str) -> Provenance {
    swv_plugin::interpreted(PLAN, &format!("bijlage XII, {part}"), reasoning)
}

/// One of these words.
fn one_of(words: &[&str]) -> FieldKind {
    FieldKind::OneOf(words.iter().map(|word| (*word).to_owned()).collect())
}

fn ouders() -> Text {
    Text::new("ouders", "parents")
}

fn school() -> Text {
    Text::new("huidige school", "present school")
}

fn intern_begeleider() -> Text {
    Text::new(
        "intern begeleider of zorgcoördinator van de huidige school",
        "internal supervisor or care coordinator of the present school",
    )
}

fn consulent() -> Text {
    Text::new("consulent passend onderwijs", "consultant of the samenwerkingsverband")
}

fn manager() -> Text {
    Text::new(
        "manager van het stadsdeel (po) of coördinator steunpunt (vo)",
        "manager of the city district (po) or coordinator of the support point (vo)",
    )
}

fn secretariaat() -> Text {
    Text::new("secretariaat van het samenwerkingsverband", "secretariat of the samenwerkingsverband")
}

fn deskundigen() -> Text {
    Text::new("onafhankelijke deskundigen", "independent experts")
}

fn bestuurder() -> Text {
    Text::new(
        "directeur-bestuurder van het samenwerkingsverband, of de manager Toeleiding",
        "director of the samenwerkingsverband, or the manager of admission",
    )
}

fn samenwerkingsverband() -> Text {
    Text::new("samenwerkingsverband", "samenwerkingsverband")
}

fn school_van_aanmelding() -> Text {
    Text::new("school van aanmelding", "school of application")
}
