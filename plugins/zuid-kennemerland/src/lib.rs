//! The rules of the samenwerkingsverband Zuid-Kennemerland (PO2704), from its
//! support plan 2024-2028. One rule, one file; the amounts are parameters.

mod allocation;
mod budget;
mod checks;
mod indicators;

use swv_plugin::{About, Region, Sector, reads};

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
            reads("aandeel-sbo-in-ikc-tarief"),
            reads("aandeel-so-categorie-1-in-ikc-tarief"),
            reads("bandbreedte-volumebekostiging"),
            reads("bijdrage-passend-naar-pro"),
            reads("groei-leerlingen-ikc"),
            reads("groei-leerlingen-so"),
            reads("groei-personeelskosten"),
            reads("inhouding-per-plaatsing"),
            reads("inkoopbedrag-day-a-week-school"),
            reads("instroom-en-terugplaatsingsbudget"),
            reads("krimp-leerlingen-regulier"),
            reads("leerlingen-ikc-van-ander-samenwerkingsverband"),
            reads("leerlingen-sbo-op-teldatum"),
            reads("leerlingen-so-categorie-1-op-teldatum"),
            reads("leerlingen-so-categorie-2-op-teldatum"),
            reads("leerlingen-so-categorie-3-op-teldatum"),
            reads("lichte-ondersteuning-per-leerling"),
            reads("materiele-vaste-activa"),
            reads("ondersteuningsbedrag-per-leerling"),
            reads("signaleringswaarde-aandeel"),
            reads("tarief-tlv-sbo"),
            reads("tarief-tlv-so-categorie-1"),
            reads("tarief-tlv-so-categorie-2"),
            reads("tarief-tlv-so-categorie-3"),
            reads("weekbedrag-opmaatklas"),
            reads("zware-ondersteuning-per-leerling"),
        ],
        facts: &[reads("leerlingen-ikc"), reads("leerlingen-regulier")],
        quantities: swv_plugin::quantities!(),
        attributes: swv_plugin::attributes!(),
    };
}

swv_plugin::regulation!(ZuidKennemerland: norm, procedures);
swv_plugin::export!(ZuidKennemerland: allocation, budget, indicators, norm, procedures);
