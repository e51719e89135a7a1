//! A plugin's side: bindings of one capability at a time, as a plugin exports
//! no more than it has.

/// What `swv_plugin::export!` exports a capability with.
#[doc(hidden)]
#[allow(unsafe_code, missing_docs, unreachable_pub, clippy::all, clippy::unwrap_used, clippy::expect_used)]
pub mod exporting {
    macro_rules! bindings {
        ($part:ident, $folder:tt, $world:tt) => {
            pub mod $part {
                wit_bindgen::generate!({
                    path: ["types/0.3", $folder],
                    world: $world,
                    pub_export_macro: true,
                    export_macro_name: "export",
                    with: { "swv:types/types@0.3.0": crate::wit::types },
                });
            }
        };
    }

    pub mod description {
        wit_bindgen::generate!({
            path: ["types/0.3", "diagnostics/0.3", "description/0.3"],
            world: "swv:description/description-plugin",
            pub_export_macro: true,
            export_macro_name: "export",
            generate_all,
            generate_unused_types: true,
        });
    }

    bindings!(allocation, "allocation/0.3", "swv:allocation/allocation-plugin");
    bindings!(budget, "budget/0.3", "swv:budget/budget-plugin");
    bindings!(indicators, "indicators/0.3", "swv:indicators/indicators-plugin");
    bindings!(norm, "norm/0.3", "swv:norm/norm-plugin");
    bindings!(procedures, "procedures/0.3", "swv:procedures/procedures-plugin");
}

/// The types and functions of the interface, a module for each part.
#[allow(missing_docs)]
pub mod wit {
    pub use super::exporting::allocation::exports::swv::allocation::allocation;
    pub use super::exporting::budget::exports::swv::budget::budget;
    pub use super::exporting::description::exports::swv::description::description;
    pub use super::exporting::description::swv::diagnostics::diagnostics;
    pub use super::exporting::description::swv::types::types;
    pub use super::exporting::indicators::exports::swv::indicators::indicators;
    pub use super::exporting::norm::exports::swv::norm::norm;
    pub use super::exporting::procedures::exports::swv::procedures::procedures;
}
