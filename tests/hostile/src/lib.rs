//! A region whose rules misbehave in every way that a host has to stop. The
//! year of an allocation, the first column of a budget, the parameter `gedrag`,
//! the field `gedrag` of a case and a character in the plugin's own bytes, for
//! the norm and for the procedures, choose how; any other year, column, value
//! and character behave.
//!
//! `swv plugin build tests/hostile --region tests/fixtures/hostile` builds it
//! into the package that the tests load.

mod allocation;
mod budget;
mod indicators;
mod norm;
mod procedures;

use swv_plugin::{About, AboutQuantity, AboutRule, Region, Sector, reads};

/// The document that would state the rules, if there were any.
const PLAN: &str = "plan";

const BEDRAG_PER_LEERLING: AboutRule = AboutRule {
    id: "bedrag-per-leerling",
    title: ("bedrag per leerling", "amount per pupil"),
    source: (PLAN, "1"),
    ..AboutRule::STATED
};

const VASTGESTELD_BEDRAG: AboutRule = AboutRule {
    id: "vastgesteld-bedrag",
    title: ("bedrag dat het plan vaststelt", "amount that the plan states"),
    source: (PLAN, "2"),
    ..AboutRule::STATED
};

const OPTELLING: AboutRule =
    AboutRule { id: "optelling", title: ("som", "sum"), source: (PLAN, "2"), ..AboutRule::STATED };

const TELLING: AboutRule = AboutRule {
    id: "telling",
    title: ("leerlingen op de teldatum", "pupils on the count date"),
    source: (PLAN, "3"),
    ..AboutRule::STATED
};

/// The region that misbehaves.
struct Hostile;

impl Region for Hostile {
    const ABOUT: About = About {
        region: "hostile",
        version: env!("CARGO_PKG_VERSION"),
        sectors: &[Sector::Po],
        rules: &[BEDRAG_PER_LEERLING, OPTELLING, TELLING, VASTGESTELD_BEDRAG],
        parameters: &[reads("bedrag-per-leerling"), reads("gedrag")],
        facts: &[reads("leerlingen-regulier")],
        quantities: &[AboutQuantity {
            name: "leerlingen",
            meaning: ("leerlingen op de teldatum", "pupils on the count date"),
            required: true,
            ..AboutQuantity::PUPILS
        }],
        ..About::NOTHING
    };
}

swv_plugin::export!(Hostile: allocation, budget, indicators, norm, procedures);
