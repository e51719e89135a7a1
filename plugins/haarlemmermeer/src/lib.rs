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
        rules: &[budget::OPTELLING, budget::VASTGESTELD_BEDRAG, indicators::DEELNAME, indicators::OPTELLING],
        parameters: &[],
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

swv_plugin::export!(Haarlemmermeer: budget, indicators);
