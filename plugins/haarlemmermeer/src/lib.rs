//! The rules of the samenwerkingsverband Haarlemmermeer (PO2710), as far as
//! its annual report 2024 in figures and its short support plan state them.
//! They state no model of allocation.

mod budget;
mod indicators;

use swv_plugin::{About, Region, Sector, reads};

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
            reads("besteding-basisondersteuning-op-de-scholen"),
            reads("besteding-consulenten-expertiseplatform-coordinatiepunt-en-taalklas"),
            reads("besteding-inzet-eigen-vermogen"),
            reads("besteding-maatwerkondersteuning-op-de-scholen"),
            reads("besteding-management-en-organisatie"),
            reads("besteding-onderwijszorgarrangementen"),
            reads("besteding-sbo-extra-ondersteuning-en-vangnet"),
            reads("besteding-sbo-plus"),
            reads("besteding-so-extra-ondersteuning-en-vangnet"),
            reads("besteding-toelaatbaarheidsverklaringen-speciaal-basisonderwijs"),
            reads("besteding-toelaatbaarheidsverklaringen-speciaal-onderwijs"),
            reads("tarief-tlv-sbo"),
            reads("tarief-tlv-so-categorie-1"),
            reads("tarief-tlv-so-categorie-2"),
            reads("tarief-tlv-so-categorie-3"),
        ],
        facts: &[
            reads("aanmeldingen-coordinatiepunt"),
            reads("aanmeldingen-scholen"),
            reads("leerlingen-regulier"),
            reads("leerlingen-sbo"),
            reads("leerlingen-so"),
            reads("tlv-so-categorie-1"),
            reads("tlv-so-categorie-2"),
            reads("tlv-so-categorie-3"),
        ],
        ..About::NOTHING
    };
}

swv_plugin::regulation!(Haarlemmermeer: norm, procedures);
swv_plugin::export!(Haarlemmermeer: budget, indicators, norm, procedures);
