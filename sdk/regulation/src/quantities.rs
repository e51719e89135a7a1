//! The columns of a dataset that a region's rules read.

use serde::Deserialize;
use swv_core::named::Named;
use swv_core::{AttributeKind, Date, Sector, Unit, Validity};

/// A column of numbers that a region's rules read, as `quantities.toml` states
/// it under its name.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Quantity {
    /// What it counts, in Dutch.
    pub nl: String,
    /// The same in English.
    pub en: String,
    /// What it is a number of.
    #[serde(default = "pupils")]
    pub unit: Unit,
    /// How many decimals it has at most.
    #[serde(default)]
    pub decimals: u8,
    /// Whether it can be less than zero.
    #[serde(default)]
    pub negative: bool,
    /// Whether nothing can be allocated without it.
    #[serde(default)]
    pub required: bool,
    /// The sectors whose rules read it; none named are all of the region.
    #[serde(default)]
    pub sectors: Vec<Sector>,
    /// The days on which a rule reads it.
    #[serde(default)]
    pub valid: Validity,
}

/// What a region's rules read of each recipient beside numbers, as
/// `attributes.toml` states it under its name.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Attribute {
    /// What it says, in Dutch.
    pub nl: String,
    /// The same in English.
    pub en: String,
    /// What its values are.
    pub kind: AttributeKind,
    /// The sectors whose rules read it; none named are all of the region.
    #[serde(default)]
    pub sectors: Vec<Sector>,
}

fn pupils() -> Unit {
    Unit::Pupils
}

/// Something that the plugin's description takes in as Rust.
pub(crate) trait AsRust {
    /// The constant of it under that name.
    fn as_rust(&self, name: &str) -> String;
}

/// All of them as a Rust list.
pub(crate) fn as_rust<T: AsRust>(stated: &Named<T>) -> String {
    let mut rust = String::from("&[\n");
    for (name, thing) in stated.iter() {
        rust.push_str(&format!("    {},\n", thing.as_rust(name)));
    }
    rust.push_str("]\n");
    rust
}

impl AsRust for Quantity {
    fn as_rust(&self, name: &str) -> String {
        let Quantity { nl, en, unit, decimals, negative, required, sectors, valid } = self;
        let (unit, sectors) = (unit_as_rust(unit), sectors_as_rust(sectors));
        let valid = format!("({}, {})", day_as_rust(valid.from()), day_as_rust(valid.until()));
        format!(
            "::swv_plugin::AboutQuantity {{ name: {name:?}, meaning: ({nl:?}, {en:?}), \
             unit: ::swv_plugin::Unit::{unit}, decimals: {decimals}, negative: {negative}, \
             required: {required}, sectors: {sectors}, valid: {valid} }}"
        )
    }
}

impl AsRust for Attribute {
    fn as_rust(&self, name: &str) -> String {
        let Attribute { nl, en, kind, sectors } = self;
        let sectors = sectors_as_rust(sectors);
        format!(
            "::swv_plugin::AboutAttribute {{ name: {name:?}, meaning: ({nl:?}, {en:?}), \
             kind: ::swv_plugin::AttributeKind::{kind:?}, sectors: {sectors} }}"
        )
    }
}

fn unit_as_rust(unit: &Unit) -> String {
    match unit {
        Unit::Other(id) => format!("Other(::std::borrow::Cow::Borrowed({id:?}))"),
        known => format!("{known:?}"),
    }
}

fn sectors_as_rust(sectors: &[Sector]) -> String {
    let named: Vec<String> = sectors.iter().map(|sector| format!("::swv_plugin::Sector::{sector:?}")).collect();
    format!("&[{}]", named.join(", "))
}

fn day_as_rust(day: Option<Date>) -> String {
    let date =
        |day: Date| format!("Some(::swv_plugin::Date::constant({}, {}, {}))", day.year(), day.month(), day.day());
    day.map_or_else(|| "None".to_owned(), date)
}
