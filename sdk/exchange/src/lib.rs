//! What others supply and what the SDK makes of it: DUO's open data, dossiers
//! of OSO, datasets, cases, self-scans.
//!
//! Bytes go in, values come out. Nothing here opens or writes a file, prints,
//! or asks for the time or for chance: the caller opens files, and gives each
//! the [name](Input::name) by which messages call it. An error is a
//! [kind](Located::kind) and a [place](Place).
//!
//! | what | from | to |
//! | --- | --- | --- |
//! | [`duo`] | files of DUO | a dataset, and what became of each row |
//! | [`oso`] | a dossier, a key, a procedure | a case under a pseudonym, and what was dropped |
//! | [`dataset_file`] | JSON or CSV | a dataset |
//! | [`typed_file`] | TOML or JSON | a value of one type, such as a case |
//! | [`national_norm`] | TOML or JSON | a national norm that is sound |
//!
//! What a dossier holds of a pupil stays in this crate: only the case, its
//! report and errors leave it, and none of these holds what was dropped.
//!
//! ```
//! let csv = b"id,name,kind,leerlingen\n12AB00,De Boog,basis,210\n";
//! let error = swv_exchange::dataset_file::read("scholen.csv", csv).unwrap_err();
//! assert_eq!(error.place.map(|place| place.to_string()).as_deref(), Some("scholen.csv:2:3"));
//! ```

#![deny(missing_docs)]

pub mod dataset_file;
pub mod duo;
mod encoding;
mod input;
pub mod national_norm;
pub mod oso;
mod place;
mod sheet;
pub mod typed_file;

pub use input::Input;
pub use place::{Located, Place};
pub use sheet::SheetError;
