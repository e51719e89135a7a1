//! One command, one file.

pub(crate) mod allocate;
pub(crate) mod budget;
pub(crate) mod case;
pub(crate) mod compare;
pub(crate) mod completions;
pub(crate) mod data_generate;
pub(crate) mod data_import_duo;
pub(crate) mod indicators;
pub(crate) mod norm;
pub(crate) mod parameters;
pub(crate) mod plugin_build;
pub(crate) mod procedure;
pub(crate) mod regions;
pub(crate) mod schema;

use serde::Serialize;
use swv_core::{Language, RegionId};
use swv_host::{Silence, Supplied};

use crate::error::CliError;
use crate::output;
use crate::show::{self, say};

/// Says which values are the user's own.
fn supplied(supplied: &[Supplied], language: Language) -> String {
    let note = say(language, "eigen waarde van de gebruiker", "value supplied by the user");
    supplied.iter().map(|value| format!("! {} = {}: {note}\n", value.key, value.value)).collect()
}

/// The same in one field, for each row of a file for spreadsheets.
fn supplied_field(supplied: &[Supplied]) -> String {
    supplied.iter().map(|value| format!("{}={}", value.key, value.value)).collect::<Vec<_>>().join("; ")
}

/// Says what the documents are silent on: parameters that a user may supply,
/// and what there is no rule for.
fn silent(region: &RegionId, parameters: &[String], silences: &[Silence], language: Language) -> String {
    let mut text = String::new();
    if !parameters.is_empty() {
        let (count, names) = (parameters.len(), parameters.join(", "));
        text.push_str(&match language {
            Language::Nl => format!(
                "? {count} waarden noemen de documenten niet; met --set of --parameters volgt er meer \
                 (swv parameters {region} --template): {names}\n"
            ),
            Language::En => format!(
                "? the documents do not state {count} values; with --set or --parameters more follows \
                 (swv parameters {region} --template): {names}\n"
            ),
        });
    }
    for silence in silences {
        let note = say(language, "de documenten zwijgen", "the documents are silent");
        text.push_str(&format!("? {note}: {}\n", show::text(language, &silence.about)));
    }
    text
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
