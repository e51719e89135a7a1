//! The rules of the samenwerkingsverband Almere (PO2401 and VO2401), from its
//! support plan 2023-2027. One rule, one file; the amounts are parameters.

mod allocation;
mod budget;
mod checks;
mod indicators;

use swv_plugin::{About, AboutRule, Region, Sector};

/// The document that states the rules.
const PLAN: &str = "almere-ondersteuningsplan-2023-2027";

/// What a TLV costs: the ministry withholds it from the samenwerkingsverband.
const BEKOSTIGING_TLV: AboutRule = AboutRule {
    id: "bekostiging-tlv",
    title: ("verplichte afdracht voor een leerling met een TLV", "mandatory transfer for a pupil with a TLV"),
    source: (PLAN, "bijlage VIII, verplichte afdrachten"),
    interpreted: Some(
        "Het plan noemt de afdracht per leerling naar categorie en drukt het landelijke \
                 bedrag niet af; het komt van de gebruiker.",
    ),
};

/// The samenwerkingsverband Almere.
struct Almere;

impl Region for Almere {
    const ABOUT: About = About {
        region: "almere",
        version: env!("CARGO_PKG_VERSION"),
        sectors: &[Sector::Po, Sector::Vo],
        rules: &[
            allocation::algemene_arrangementsmiddelen::RULE,
            allocation::almeerkans::RULE,
            allocation::groeiregeling::RULE,
            allocation::leerwegarrangement::RULE,
            allocation::maatwerkbudget::RULE,
            allocation::ondersteuningsstructuur_vmbo::RULE,
            allocation::opdc::RULE,
            allocation::overbruggingsbudget::RULE,
            allocation::overdracht_aan_genoemde::RULE,
            allocation::praktijkonderwijs::RULE,
            allocation::sbo_plus::RULE,
            allocation::specifieke_arrangementsmiddelen::RULE,
            budget::OPTELLING,
            budget::VASTGESTELD_BEDRAG,
            budget::VERSCHIL,
            budget::baten_per_teldatum::RULE,
            budget::eigen_vermogen::RULE,
            budget::signaleringswaarde::RULE,
            indicators::KENGETALLEN,
            BEKOSTIGING_TLV,
        ],
        parameters: &[
            "leerlingen-basisonderwijs-op-teldatum",
            "leerlingen-speciaal-basisonderwijs-op-teldatum",
            "leerlingen-vavo-op-teldatum",
            "leerlingen-voortgezet-onderwijs-op-teldatum",
            "lichte-ondersteuning-per-leerling-primair-onderwijs",
            "lichte-ondersteuning-per-leerling-voortgezet-onderwijs",
            "maatwerkbudget-maanden-ten-hoogste",
            "maatwerkbudget-per-maand",
            "overbruggingsbudget-per-maand",
            "signaleringswaarde-aandeel",
            "tarief-sbo",
            "tarief-so-categorie-1",
            "tarief-so-categorie-2",
            "tarief-so-categorie-3",
            "tarief-vso-categorie-1",
            "tarief-vso-categorie-2",
            "tarief-vso-categorie-3",
            "zware-ondersteuning-per-leerling-primair-onderwijs",
            "zware-ondersteuning-per-leerling-voortgezet-onderwijs",
        ],
        facts: &[budget::baten_per_teldatum::VAVO_WEIGHT],
        quantities: swv_plugin::quantities!(),
    };
}

swv_plugin::regulation!(Almere: norm, procedures);
swv_plugin::export!(Almere: allocation, budget, indicators, norm, procedures);
