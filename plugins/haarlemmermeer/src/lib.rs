//! The rules of the samenwerkingsverband Haarlemmermeer (PO2710), as far as
//! its annual report 2024 in figures and its short support plan state them.
//! They state no model of allocation.

mod budget;
mod indicators;

use swv_plugin::{About, Region, Sector};

/// The document with the figures.
const REPORT: &str = "haarlemmermeer-2024-in-beeld";

/// The samenwerkingsverband Haarlemmermeer.
struct Haarlemmermeer;

impl Region for Haarlemmermeer {
    const ABOUT: About = About {
        region: "haarlemmermeer",
        version: env!("CARGO_PKG_VERSION"),
        sectors: &[Sector::Po],
        rules: &[
            budget::OPTELLING,
            budget::EIGEN_OPGAVE,
            indicators::DEELNAME,
            indicators::KOSTEN_TLV,
            indicators::OPTELLING,
        ],
        parameters: &[
            "besteding-basisondersteuning-op-de-scholen",
            "besteding-consulenten-expertiseplatform-coordinatiepunt-en-taalklas",
            "besteding-inzet-eigen-vermogen",
            "besteding-maatwerkondersteuning-op-de-scholen",
            "besteding-management-en-organisatie",
            "besteding-onderwijszorgarrangementen",
            "besteding-sbo-extra-ondersteuning-en-vangnet",
            "besteding-sbo-plus",
            "besteding-so-extra-ondersteuning-en-vangnet",
            "besteding-toelaatbaarheidsverklaringen-speciaal-basisonderwijs",
            "besteding-toelaatbaarheidsverklaringen-speciaal-onderwijs",
            "tarief-tlv-sbo",
            "tarief-tlv-so-categorie-1",
            "tarief-tlv-so-categorie-2",
            "tarief-tlv-so-categorie-3",
        ],
        facts: &[
            "aanmeldingen-coordinatiepunt",
            "aanmeldingen-scholen",
            "leerlingen-regulier",
            "leerlingen-sbo",
            "leerlingen-so",
            "tlv-so-categorie-1",
            "tlv-so-categorie-2",
            "tlv-so-categorie-3",
        ],
        quantities: &[],
    };
}

swv_plugin::regulation!(Haarlemmermeer: norm, procedures);
swv_plugin::export!(Haarlemmermeer: budget, indicators, norm, procedures);
