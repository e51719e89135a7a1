//! The rules of the samenwerkingsverband Almere (PO2401 and VO2401), from its
//! support plan 2023-2027. One rule, one file; the amounts are parameters.

mod allocation;
mod arrangementen;
mod budget;
mod checks;
mod indicators;
mod months;

use swv_plugin::{About, AboutRule, Region, Sector, reads, reads_in};

/// The document that states the rules.
const PLAN: &str = "almere-ondersteuningsplan-2023-2027";

/// The sector that a rule or reading is for, where it is for one.
const PO: &[Sector] = &[Sector::Po];
const VO: &[Sector] = &[Sector::Vo];

/// What a TLV costs: the ministry withholds it from the samenwerkingsverband.
const BEKOSTIGING_TLV: AboutRule = AboutRule {
    id: "bekostiging-tlv",
    title: ("verplichte afdracht voor een leerling met een TLV", "mandatory transfer for a pupil with a TLV"),
    source: (PLAN, "bijlage VIII, primair onderwijs, A; voortgezet onderwijs, A"),
    interpreted: Some(
        "Het plan baseert de afdracht per kalenderjaar op de leerlingen op de teldatum ervoor en drukt het landelijke \
         bedrag niet af; het komt van de gebruiker.",
    ),
    ..AboutRule::STATED
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
            reads_in(PO, "leerlingen-basisonderwijs-op-teldatum"),
            reads_in(PO, "leerlingen-speciaal-basisonderwijs-op-teldatum"),
            reads_in(VO, "leerlingen-vavo-op-teldatum"),
            reads_in(VO, "leerlingen-voortgezet-onderwijs-op-teldatum"),
            reads_in(PO, "lichte-ondersteuning-per-leerling-primair-onderwijs"),
            reads_in(VO, "lichte-ondersteuning-per-leerling-voortgezet-onderwijs"),
            reads("maatwerkbudget-maanden-ten-hoogste"),
            reads("maatwerkbudget-per-maand"),
            reads("overbruggingsbudget-maanden-ten-hoogste"),
            reads("overbruggingsbudget-per-maand"),
            reads_in(PO, "aanvullende-bekostiging-sbo-plus-per-leerling"),
            reads_in(VO, "tarief-praktijkonderwijs"),
            reads("signaleringswaarde-aandeel"),
            reads_in(PO, "tarief-sbo"),
            reads_in(PO, "tarief-so-categorie-1"),
            reads_in(PO, "tarief-so-categorie-2"),
            reads_in(PO, "tarief-so-categorie-3"),
            reads_in(VO, "tarief-vso-categorie-1"),
            reads_in(VO, "tarief-vso-categorie-2"),
            reads_in(VO, "tarief-vso-categorie-3"),
            reads_in(PO, "zware-ondersteuning-per-leerling-primair-onderwijs"),
            reads_in(VO, "zware-ondersteuning-per-leerling-voortgezet-onderwijs"),
        ],
        facts: &[reads_in(VO, budget::baten_per_teldatum::VAVO_WEIGHT)],
        quantities: swv_plugin::quantities!(),
        attributes: swv_plugin::attributes!(),
    };
}

swv_plugin::regulation!(Almere: norm, procedures);
swv_plugin::export!(Almere: allocation, budget, indicators, norm, procedures);
