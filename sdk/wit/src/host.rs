//! A host's side: what a plugin exports, looked up part by part.

use swv_core::Capability;
use wasmtime::component::{Instance, InstancePre};
use wasmtime::{AsContextMut, Result};

#[allow(missing_docs, unreachable_pub)]
mod bindings {
    wasmtime::component::bindgen!({
        path: [
            "types/0.3", "diagnostics/0.3", "description/0.3", "allocation/0.3", "budget/0.3", "indicators/0.3",
            "norm/0.3", "procedures/0.3",
        ],
        inline: "
            package swv:host;

            world host {
                import swv:diagnostics/diagnostics@0.3.0;
                export swv:description/description@0.3.0;
                export swv:allocation/allocation@0.3.0;
                export swv:budget/budget@0.3.0;
                export swv:indicators/indicators@0.3.0;
                export swv:norm/norm@0.3.0;
                export swv:procedures/procedures@0.3.0;
            }
        ",
    });
}

/// The types and functions of the interface, a module for each part.
#[allow(missing_docs)]
pub mod wit {
    pub use super::bindings::exports::swv::allocation::allocation;
    pub use super::bindings::exports::swv::budget::budget;
    pub use super::bindings::exports::swv::description::description;
    pub use super::bindings::exports::swv::indicators::indicators;
    pub use super::bindings::exports::swv::norm::norm;
    pub use super::bindings::exports::swv::procedures::procedures;
    pub use super::bindings::swv::diagnostics::diagnostics;
    pub use super::bindings::swv::types::types;
}

macro_rules! interfaces {
    ($($capability:ident: $part:ident),+ $(,)?) => {
        /// Where the functions of a plugin stand, for each part that it has.
        #[derive(Clone)]
        pub struct Interfaces {
            /// What it is.
            pub description: wit::description::GuestIndices,
            $(
                /// What [`Capability`] of that name has, if the plugin has it.
                pub $part: Option<wit::$part::GuestIndices>,
            )+
        }

        impl Interfaces {
            /// Looks up the parts that the plugin is known to have. A name finds
            /// every version that it understands.
            ///
            /// # Errors
            /// When a function is not there.
            pub fn find<T>(plugin: &InstancePre<T>, has: impl Fn(Capability) -> bool) -> Result<Interfaces> {
                Ok(Interfaces {
                    description: wit::description::GuestIndices::new(plugin)?,
                    $($part: match has(Capability::$capability) {
                        true => Some(wit::$part::GuestIndices::new(plugin)?),
                        false => None,
                    },)+
                })
            }

            /// Looks up every function once, so that its type is checked now.
            ///
            /// # Errors
            /// When a type is another.
            pub fn check<T>(&self, mut store: impl AsContextMut<Data = T>, plugin: &Instance) -> Result<()> {
                self.description.load(&mut store, plugin)?;
                $(if let Some(indices) = &self.$part {
                    indices.load(&mut store, plugin)?;
                })+
                Ok(())
            }
        }
    };
}

interfaces! {
    Allocation: allocation,
    Budget: budget,
    Indicators: indicators,
    Norm: norm,
    Procedures: procedures,
}
