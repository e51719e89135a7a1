//! The rules of the samenwerkingsverband Almere (PO2401 and VO2401), from its
//! support plan 2023-2027. One rule, one file; the amounts are parameters.

mod allocation;
mod budget;
mod indicators;

use swv_plugin::{About, AboutQuantity, Region, Sector};

/// The document that states the rules.
const PLAN: &str = "almere-ondersteuningsplan-2023-2027";

/// The samenwerkingsverband Almere.
struct Almere;

impl Region for Almere {
    const ABOUT: About = About {
        region: "almere",
        version: env!("CARGO_PKG_VERSION"),
        sectors: &[Sector::Po, Sector::Vo],
        rules: &[
            allocation::algemene_arrangementsmiddelen::RULE,
            budget::OPTELLING,
            budget::VASTGESTELD_BEDRAG,
            budget::VERSCHIL,
            budget::eigen_vermogen::RULE,
            budget::signaleringswaarde::RULE,
            indicators::KENGETALLEN,
        ],
        parameters: &["signaleringswaarde-aandeel"],
        facts: &[],
        quantities: &[
            AboutQuantity {
                name: "leerlingen",
                meaning: (
                    "PO: leerlingen op reguliere basisscholen op 1 februari van het jaar ervoor",
                    "PO: pupils in regular primary schools on 1 February of the year before",
                ),
                required: false,
            },
            AboutQuantity {
                name: "leerlingen-havo-vwo",
                meaning: (
                    "VO: leerlingen havo en vwo op 1 oktober van het jaar ervoor",
                    "VO: pupils in havo and vwo on 1 October of the year before",
                ),
                required: false,
            },
            AboutQuantity {
                name: "leerlingen-vmbo",
                meaning: (
                    "VO: leerlingen vmbo op 1 oktober van het jaar ervoor",
                    "VO: pupils in vmbo on 1 October of the year before",
                ),
                required: false,
            },
        ],
    };
}

swv_plugin::export!(Almere: allocation, budget, indicators);
