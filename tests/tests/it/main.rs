//! The tests across crates, in one program: what they link is linked once.

#![allow(clippy::unwrap_used, clippy::expect_used)]

mod cases;
mod cli;
mod cli_case;
mod cli_norm;
mod conformance;
mod conservation;
mod coverage;
mod dependencies;
mod errors;
mod fuzz;
mod hostile;
mod hostile_norm;
mod hostile_procedures;
mod hostile_results;
mod import_oso;
mod income;
mod isolation;
mod loading;
mod loading_plugin;
mod national;
mod native;
mod norm;
mod norm_cases;
mod parameters;
mod printing;
mod procedure;
mod published;
mod schemas;
mod silence;
mod synthetic;
mod walks;
mod warnings;
mod withheld;
