//! One command, one file.

pub(crate) mod allocate;
pub(crate) mod budget;
pub(crate) mod compare;
pub(crate) mod completions;
pub(crate) mod data_import_duo;
pub(crate) mod indicators;
pub(crate) mod parameters;
pub(crate) mod plugin_build;
pub(crate) mod procedure;
pub(crate) mod regions;
pub(crate) mod schema;

use serde::Serialize;
use swv_core::Language;
use swv_host::Supplied;

use crate::error::CliError;
use crate::output;
use crate::show::say;

/// Says which values are the user's own.
fn supplied(supplied: &[Supplied], language: Language) -> String {
    let note = say(language, "eigen waarde van de gebruiker", "value supplied by the user");
    supplied.iter().map(|value| format!("! {} = {}: {note}\n", value.key, value.value)).collect()
}

/// Prints a result for programs.
fn print_json(result: &impl Serialize) -> Result<(), CliError> {
    let mut json = serde_json::to_string_pretty(result)?;
    json.push('\n');
    Ok(output::print(&json)?)
}

/// The word by which files and results name a value.
fn word(value: &impl Serialize) -> String {
    serde_json::to_value(value).ok().and_then(|value| Some(value.as_str()?.to_owned())).unwrap_or_default()
}

/// Prints rows for spreadsheets.
fn print_csv(header: &[&str], rows: impl IntoIterator<Item = Vec<String>>) -> Result<(), CliError> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(header)?;
    for row in rows {
        writer.write_record(row)?;
    }
    let bytes = writer.into_inner().map_err(|error| CliError::Write(error.to_string()))?;
    Ok(output::print(&String::from_utf8_lossy(&bytes))?)
}
