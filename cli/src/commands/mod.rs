//! One command, one file: its arguments, its examples, and what it does.

mod allocate;
mod budget;
mod case;
mod compare;
mod completions;
mod data_generate;
mod data_import_duo;
mod effect;
mod indicators;
mod norm;
mod parameters;
mod plugin_build;
mod procedure;
mod regions;
mod schema;

use clap::{Parser, Subcommand};
use serde::Serialize;
use swv_core::{Language, RegionId};
use swv_host::{Silence, Supplied};

use crate::args::Global;
use crate::error::CliError;
use crate::show::{self, say};
use crate::ui::Ui;

/// Compute, explain and compare the rules of samenwerkingsverbanden.
#[derive(Parser)]
#[command(
    name = "swv",
    version,
    propagate_version = true,
    after_help = "\
Examples:
  swv compare                          the three regions side by side
  swv budget zuid-kennemerland         a budget, computed, with what does not follow
  swv allocate zuid-kennemerland --year 2024
  swv --lang en indicators almere --sector vo"
)]
pub(crate) struct Cli {
    #[command(flatten)]
    pub(crate) global: Global,
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    Compare(compare::CompareArgs),
    Regions(regions::RegionsArgs),
    Budget(budget::BudgetArgs),
    Indicators(indicators::IndicatorsArgs),
    Allocate(allocate::AllocateArgs),
    Case(Box<case::CaseArgs>),
    Norm(norm::NormArgs),
    Procedure(procedure::ProcedureArgs),
    /// Make datasets
    #[command(subcommand)]
    Data(DataCommand),
    Schema(schema::SchemaArgs),
    Parameters(parameters::ParametersArgs),
    /// Work on plugins
    #[command(subcommand)]
    Plugin(PluginCommand),
    Completions(completions::CompletionsArgs),
}

#[derive(Subcommand)]
enum DataCommand {
    /// Make a dataset from published data
    #[command(subcommand)]
    Import(DataImport),
    Generate(data_generate::GenerateArgs),
}

#[derive(Subcommand)]
enum DataImport {
    Duo(data_import_duo::DuoArgs),
}

#[derive(Subcommand)]
enum PluginCommand {
    Build(plugin_build::PluginBuildArgs),
}

/// How a command ended that did what it was asked.
pub(crate) enum Outcome {
    /// It is done.
    Done,
    /// It is a check, and found something.
    Found,
}

impl Outcome {
    fn found(found: bool) -> Outcome {
        if found { Outcome::Found } else { Outcome::Done }
    }
}

/// Runs the command of a command line.
pub(crate) fn run(ui: &mut Ui, cli: &Cli) -> Result<Outcome, CliError> {
    let global = &cli.global;
    let done = |result: Result<(), CliError>| result.map(|()| Outcome::Done);
    match &cli.command {
        Command::Compare(args) => done(compare::run(ui, global, args)),
        Command::Regions(_) => done(regions::run(ui, global)),
        Command::Budget(args) => budget::run(ui, global, args),
        Command::Indicators(args) => done(indicators::run(ui, global, args)),
        Command::Allocate(args) => done(allocate::run(ui, global, args)),
        Command::Case(args) => case::run(ui, global, args),
        Command::Norm(args) => norm::run(ui, global, args),
        Command::Procedure(args) => done(procedure::run(ui, global, args)),
        Command::Data(DataCommand::Import(DataImport::Duo(args))) => done(data_import_duo::run(ui, args)),
        Command::Data(DataCommand::Generate(args)) => done(data_generate::run(ui, global, args)),
        Command::Schema(args) => done(schema::run(ui, args)),
        Command::Parameters(args) => done(parameters::run(ui, global, args)),
        Command::Plugin(PluginCommand::Build(args)) => plugin_build::run(ui, args),
        Command::Completions(args) => done(completions::run(ui, args)),
    }
}

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

/// The word by which files and results name a value.
fn word(value: &impl Serialize) -> String {
    serde_json::to_value(value).ok().and_then(|value| Some(value.as_str()?.to_owned())).unwrap_or_default()
}
