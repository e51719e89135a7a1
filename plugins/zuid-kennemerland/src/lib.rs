//! The rules of the samenwerkingsverband Zuid-Kennemerland (PO2704), from its
//! support plan 2024-2028. One rule, one file; the amounts are parameters.

mod allocation;
mod budget;
mod indicators;
mod norm;
mod procedures;

use swv_plugin::{About, Region, Sector};

/// The document that states the rules.
const PLAN: &str = "zuid-kennemerland-ondersteuningsplan-2024-2028";

/// The samenwerkingsverband Zuid-Kennemerland.
struct ZuidKennemerland;

impl Region for ZuidKennemerland {
    const ABOUT: About = About {
        region: "zuid-kennemerland",
        version: env!("CARGO_PKG_VERSION"),
        sectors: &[Sector::Po],
        rules: &[
            allocation::bedrag_per_leerling::RULE,
            allocation::factuur_ander_samenwerkingsverband::RULE,
            allocation::inkoop_day_a_week_school::RULE,
            allocation::inkoop_plaatsing::RULE,
            allocation::instroombudget::RULE,
            allocation::opmaatklas::RULE,
            allocation::passend_naar_pro::RULE,
            allocation::terugplaatsingsbudget::RULE,
            allocation::tlv_op_basisschool::RULE,
            allocation::vangnet::RULE,
            allocation::volumebekostiging_ikc::RULE,
            allocation::vrijgestelde_plaatsing::RULE,
            allocation::zorgplicht_na_overstap::RULE,
            budget::BEGROOT_BEDRAG_PER_LEERLING,
            budget::eigen_vermogen::RULE,
            budget::lichte_ondersteuning::RULE,
            budget::ondersteuningsbekostiging_sbo::RULE,
            budget::ondersteuningsbekostiging_so::RULE,
            budget::personeelskosten::RULE,
            budget::signaleringswaarde::RULE,
            budget::volumebekostiging::RULE,
            budget::zware_ondersteuning::RULE,
            budget::OPTELLING,
            budget::VASTGESTELD_BEDRAG,
            budget::VERSCHIL,
            indicators::KENGETALLEN,
            indicators::TELLING,
        ],
        parameters: &[
            "aandeel-sbo-in-ikc-tarief",
            "aandeel-so-categorie-1-in-ikc-tarief",
            "bandbreedte-volumebekostiging",
            "bijdrage-passend-naar-pro",
            "groei-leerlingen-ikc",
            "groei-leerlingen-so",
            "groei-personeelskosten",
            "inhouding-per-plaatsing",
            "inkoopbedrag-day-a-week-school",
            "instroom-en-terugplaatsingsbudget",
            "krimp-leerlingen-regulier",
            "leerlingen-ikc-van-ander-samenwerkingsverband",
            "leerlingen-sbo-op-teldatum",
            "leerlingen-so-categorie-1-op-teldatum",
            "leerlingen-so-categorie-2-op-teldatum",
            "leerlingen-so-categorie-3-op-teldatum",
            "lichte-ondersteuning-per-leerling",
            "materiele-vaste-activa",
            "ondersteuningsbedrag-per-leerling",
            "signaleringswaarde-aandeel",
            "tarief-tlv-sbo",
            "tarief-tlv-so-categorie-1",
            "tarief-tlv-so-categorie-2",
            "tarief-tlv-so-categorie-3",
            "weekbedrag-opmaatklas",
            "zware-ondersteuning-per-leerling",
        ],
        facts: &["leerlingen-ikc", "leerlingen-regulier"],
        quantities: &allocation::QUANTITIES,
    };
}

swv_plugin::export!(ZuidKennemerland: allocation, budget, indicators, norm, procedures);
