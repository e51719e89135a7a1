//! The options of every command. Results are in Dutch unless `--lang en` is
//! given; help and errors are in Dutch where that, `SWV_LANG` or the locale asks.

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use swv_core::{Date, Language};

/// Options of every command.
#[derive(Args)]
pub(crate) struct Global {
    /// The language of results, help and errors; without it, help and errors follow SWV_LANG or the locale
    #[arg(long, global = true, value_name = "nl|en", default_value = "nl")]
    pub(crate) lang: Language,
    /// How results are written
    #[arg(long, global = true, value_enum, default_value_t = Format::Table)]
    pub(crate) format: Format,
    /// Exit with 1 when the answer is incomplete: something is not known, or not exactly
    #[arg(long, global = true)]
    pub(crate) strict: bool,
    /// Load region packages from this folder too; they precede those of the same id
    #[arg(long, global = true, value_name = "DIR")]
    pub(crate) regions: Option<PathBuf>,
    /// Run the rules of a native library, outside the sandbox, instead of its region's plugin
    #[arg(long, global = true, value_name = "LIBRARY")]
    pub(crate) allow_native: Option<PathBuf>,
}

/// How results are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// For people
    Table,
    /// For programs
    Json,
    /// For spreadsheets: a header, commas, decimal points
    Csv,
}

/// A date as it is typed.
pub(crate) fn day(text: &str) -> Result<Date, String> {
    text.parse().map_err(|_| "write a date such as 2025-02-03".to_owned())
}
