//! The WebAssembly build: a region's traits behind the WIT interface.
//!
//! Only conversions stand here. Each module generates the bindings of one
//! capability; the types they share are those of `description`.
#![allow(unsafe_code, missing_docs, clippy::all, clippy::unwrap_used, clippy::expect_used)]

use std::marker::PhantomData;

mod convert;
mod statements;

/// A region as the component exports it.
pub struct Exported<R>(PhantomData<R>);

/// Describes the region.
pub mod description {
    wit_bindgen::generate!({
        path: "../wit/v1",
        world: "with-description",
        pub_export_macro: true,
        export_macro_name: "export",
        default_bindings_module: "swv_plugin::component::description",
        generate_unused_types: true,
    });
}

/// Divides money.
pub mod allocation {
    wit_bindgen::generate!({
        path: "../wit/v1",
        world: "with-allocation",
        pub_export_macro: true,
        export_macro_name: "export",
        default_bindings_module: "swv_plugin::component::allocation",
        with: { "swv:region/types@1.0.0-draft.2": crate::component::description::swv::region::types },
    });
}

/// Computes a budget.
pub mod budget {
    wit_bindgen::generate!({
        path: "../wit/v1",
        world: "with-budget",
        pub_export_macro: true,
        export_macro_name: "export",
        default_bindings_module: "swv_plugin::component::budget",
        with: { "swv:region/types@1.0.0-draft.2": crate::component::description::swv::region::types },
    });
}

/// Computes key figures.
pub mod indicators {
    wit_bindgen::generate!({
        path: "../wit/v1",
        world: "with-indicators",
        pub_export_macro: true,
        export_macro_name: "export",
        default_bindings_module: "swv_plugin::component::indicators",
        with: { "swv:region/types@1.0.0-draft.2": crate::component::description::swv::region::types },
    });
}

/// States procedures.
pub mod procedures {
    wit_bindgen::generate!({
        path: "../wit/v1",
        world: "with-procedures",
        pub_export_macro: true,
        export_macro_name: "export",
        default_bindings_module: "swv_plugin::component::procedures",
        with: { "swv:region/types@1.0.0-draft.2": crate::component::description::swv::region::types },
    });
}

/// States a norm.
pub mod norm {
    wit_bindgen::generate!({
        path: "../wit/v1",
        world: "with-norm",
        pub_export_macro: true,
        export_macro_name: "export",
        default_bindings_module: "swv_plugin::component::norm",
        with: { "swv:region/types@1.0.0-draft.2": crate::component::description::swv::region::types },
    });
}

/// Lets the text of a panic out before the component traps.
fn report_panics() {
    std::panic::set_hook(Box::new(|panic| {
        description::swv::region::diagnostics::panicked(&panic.to_string());
    }));
}
