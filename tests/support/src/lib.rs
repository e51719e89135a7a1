//! What the tests of more than one crate share, without an engine: public data
//! that is not part of the project, a dossier of nobody, and spoiled files.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::print_stdout)]

mod change;
mod shared_data;

pub use change::{Change, change, changed};
pub use shared_data::{duo_files, oso_examples, oso_secondary_example};

/// A dossier that keeps every rule and has little in it. Every name and number
/// in it is made up.
pub const DOSSIER: &str = include_str!("dossier.xml");

/// A key of pseudonyms, for tests only.
pub const OSO_KEY: &str = "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff\n";
