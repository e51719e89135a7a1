//! What the tests across crates share: regions to load and to spoil, datasets,
//! and the programs that they run.

#![allow(clippy::unwrap_used, clippy::expect_used)]

mod data;
mod files;
mod programs;

pub use data::{dataset_of, datasets_of, hostile_input, year};
pub use files::{
    Files, REGIONS, budgets, cases, check_names, complete, completed, fixture, host, native_region, quoted, region,
    sources, workspace,
};
pub use programs::{Answer, Swv, native_library, target_folder};
