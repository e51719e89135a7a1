//! The rules of the samenwerkingsverband Zuid-Kennemerland (PO2704), from its
//! support plan 2024-2028. One rule, one file; the amounts are parameters.

mod allocation;
mod budget;
mod indicators;

use swv_plugin::{About, AboutQuantity, Region, Sector};

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
            allocation::inkoop_plaatsing::RULE,
            allocation::inkoop_day_a_week_school::RULE,
            budget::bedrag_per_leerling::RULE,
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
            "groei-leerlingen-ikc",
            "groei-leerlingen-so",
            "groei-personeelskosten",
            "inhouding-per-plaatsing",
            "inkoopbedrag-day-a-week-school",
            "krimp-leerlingen-regulier",
            "leerlingen-ikc-van-ander-samenwerkingsverband",
            "leerlingen-sbo-op-teldatum",
            "leerlingen-so-categorie-1-op-teldatum",
            "leerlingen-so-categorie-2-op-teldatum",
            "leerlingen-so-categorie-3-op-teldatum",
            "lichte-ondersteuning-per-leerling",
            "ondersteuningsbedrag-per-leerling",
            "signaleringswaarde-aandeel",
            "tarief-tlv-sbo",
            "tarief-tlv-so-categorie-1",
            "tarief-tlv-so-categorie-2",
            "tarief-tlv-so-categorie-3",
            "zware-ondersteuning-per-leerling",
        ],
        facts: &["leerlingen-ikc", "leerlingen-regulier"],
        quantities: &[
            AboutQuantity {
                name: "leerlingen",
                meaning: ("leerlingen op de vastgestelde teldatum", "pupils on the count date"),
                required: true,
            },
            AboutQuantity {
                name: "plaatsingen-gespecialiseerd",
                meaning: (
                    "leerlingen die de school op het IKC of in het SO heeft geplaatst en waarvoor zij betaalt",
                    "pupils whom the school placed in IKC or SO and for whom it pays",
                ),
                required: false,
            },
            AboutQuantity {
                name: "plaatsen-day-a-week-school",
                meaning: (
                    "plaatsen op de Day a Week School die de school dit jaar inkoopt",
                    "places in Day a Week School that the school buys this year",
                ),
                required: false,
            },
        ],
    };
}

swv_plugin::export!(ZuidKennemerland: allocation, budget, indicators);
