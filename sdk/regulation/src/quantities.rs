//! The columns of a dataset that a region's rules read.

use serde::Deserialize;
use swv_core::named::Named;

/// A column that a region's rules read, as `quantities.toml` states it under
/// its name.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Quantity {
    /// What it counts, in Dutch.
    pub nl: String,
    /// The same in English.
    pub en: String,
    /// Whether nothing can be allocated without it.
    #[serde(default)]
    pub required: bool,
}

/// The quantities as a Rust list for the plugin's description.
pub(crate) fn as_rust(quantities: &Named<Quantity>) -> String {
    let mut rust = String::from("&[\n");
    for (name, Quantity { nl, en, required }) in quantities.iter() {
        rust.push_str(&format!(
            "    ::swv_plugin::AboutQuantity {{ name: {name:?}, meaning: ({nl:?}, {en:?}), required: {required} }},\n"
        ));
    }
    rust.push_str("]\n");
    rust
}
