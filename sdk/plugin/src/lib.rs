//! For authors of a region plugin.
//!
//! A plugin is a crate that implements [`Region`], and one trait for each
//! capability that the region has rules for, on a type of its own, and names
//! them in [`export!`]. Its source holds rules and nothing of the plumbing:
//!
//! ```
//! use swv_plugin::{
//!     About, AboutQuantity, AboutRule, Allocate, Allocation, AllocationInput, Failure, PerQuantity, Region, Sector,
//!     reads,
//! };
//!
//! struct Voorbeeld;
//!
//! impl Region for Voorbeeld {
//!     const ABOUT: About = About {
//!         region: "voorbeeld",
//!         version: "0.1.0",
//!         sectors: &[Sector::Po],
//!         rules: &[AboutRule {
//!             id: "bedrag-per-leerling",
//!             title: ("bedrag per leerling", "amount per pupil"),
//!             source: ("ondersteuningsplan", "8.1"),
//!             ..AboutRule::STATED
//!         }],
//!         parameters: &[reads("bedrag-per-leerling")],
//!         quantities: &[AboutQuantity {
//!             name: "leerlingen",
//!             meaning: ("leerlingen op de teldatum", "pupils on the count date"),
//!             required: true,
//!             ..AboutQuantity::PUPILS
//!         }],
//!         ..About::NOTHING
//!     };
//! }
//!
//! impl Allocate for Voorbeeld {
//!     fn allocate(input: &AllocationInput) -> Result<Allocation, Failure> {
//!         let rate = input.parameters.money("bedrag-per-leerling", input.year);
//!         let mut allocation = Allocation::default();
//!         PerQuantity::new("bedrag-per-leerling", "leerlingen", rate).add(&mut allocation, input)?;
//!         Ok(allocation)
//!     }
//! }
//!
//! swv_plugin::export!(Voorbeeld: allocation);
//! # fn main() {}
//! ```
//!
//! `swv plugin build` turns the crate into the WebAssembly component that
//! hosts run. A plain `cargo build` makes a native library of the same rules,
//! which `swv --allow-native LIBRARY` loads for debugging.

#![deny(missing_docs)]

mod about;
mod answer;
mod budget_sheet;
#[cfg(target_arch = "wasm32")]
#[doc(hidden)]
pub mod component;
mod divided;
mod export;
mod growth_clause;
mod key_figures;
#[doc(hidden)]
pub mod named;
#[cfg(not(target_arch = "wasm32"))]
#[doc(hidden)]
pub mod native;
mod per_quantity;
mod region;
mod regulation;
#[cfg(test)]
mod testing;

pub use about::{About, AboutAttribute, AboutQuantity, AboutReading, AboutRule, reads, reads_in};
pub use budget_sheet::{BudgetFunction, BudgetRules, BudgetSheet};
pub use divided::Divided;
pub use growth_clause::GrowthClause;
pub use key_figures::{KeyFigures, Of, line, parameter};
pub use per_quantity::PerQuantity;
pub use region::{Allocate, Budget, Indicators, Norms, Procedures, Region};
pub use regulation::Found;
#[doc(hidden)]
pub use regulation::{embedded, run_checks};
pub use swv_core::{
    Allocation, AllocationInput, AttributeColumn, AttributeKind, AttributeValue, BudgetFigure, BudgetFigures,
    BudgetInput, BudgetTable, CalendarYear, Cell, Cells, Column, ColumnKind, Date, DatedValue, Fact, Facts, Failure,
    Indicator, IndicatorInput, Invalid, Lack, Line, Money, MoneyError, Needed, Number, Origin, Parameters, Provenance,
    QuantityColumn, Rate, RateError, RecipientKind, Remainder, Rounding, SchoolKind, SchoolYear, Sector, Source,
    Status, SwvNumber, Text, Unit, Value, Within, Year,
};
#[doc(hidden)]
pub use swv_core::{Request, Response};
pub use swv_core::{calendar, procedure};
