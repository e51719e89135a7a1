//! The command line. Its help is in English; results are in Dutch unless
//! `--lang en` is given.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use swv_core::{CalendarYear, Language, RegionId, Sector, SwvNumber};

use crate::draw::Drawing;

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
    pub(crate) command: Command,
}

/// Options of every command.
#[derive(Args)]
pub(crate) struct Global {
    /// The language of results
    #[arg(long, global = true, value_name = "nl|en", default_value = "nl")]
    pub(crate) lang: Language,
    /// How results are written
    #[arg(long, global = true, value_enum, default_value_t = Format::Table)]
    pub(crate) format: Format,
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

#[derive(Subcommand)]
pub(crate) enum Command {
    /// Compare regions by key figures of one definition
    #[command(after_help = "\
Examples:
  swv compare
  swv compare --sector vo
  swv compare --year 2025 --sources
  swv compare --format csv > vergelijking.csv")]
    Compare(CompareArgs),
    /// List the regions and what they can do
    Regions,
    /// Compute a region's multi-year budget beside the published one
    #[command(after_help = "\
Examples:
  swv budget almere --sector vo
  swv budget zuid-kennemerland --check    exit code 1 when something does not follow")]
    Budget(BudgetArgs),
    /// Show a region's key figures, computed and published
    #[command(after_help = "\
Examples:
  swv indicators haarlemmermeer
  swv indicators almere --sector vo --format json")]
    Indicators(RegionArgs),
    /// Divide a year's money over a region's schools by its own rules
    #[command(after_help = "\
Examples:
  swv allocate zuid-kennemerland --year 2024
  swv data import duo --swv PO2704 --locations 02.csv --pupils 06.csv --postcodes map.csv --out zk.json
  swv allocate zuid-kennemerland --year 2024 --dataset zk.json")]
    Allocate(AllocateArgs),
    /// Show or draw a region's procedures: states, steps, what they need, terms and money
    #[command(after_help = "\
Examples:
  swv procedure almere
  swv procedure almere toelaatbaarheidsverklaring --sources
  swv procedure almere toelaatbaarheidsverklaring --draw svg --out tlv.svg
  swv --lang en procedure almere zorgplicht --draw mermaid")]
    Procedure(ProcedureArgs),
    /// Make datasets
    #[command(subcommand)]
    Data(DataCommand),
    /// Print the JSON Schema of a file or result
    #[command(after_help = "\
Examples:
  swv schema                list the names
  swv schema dataset")]
    Schema(SchemaArgs),
    /// List the parameters of a region's rules, or print a file to fill in
    #[command(after_help = "\
Examples:
  swv parameters zuid-kennemerland
  swv parameters zuid-kennemerland --template > waarden.toml
  swv allocate zuid-kennemerland --year 2024 --dataset zk.json --parameters waarden.toml")]
    Parameters(ParametersArgs),
    /// Work on plugins
    #[command(subcommand)]
    Plugin(PluginCommand),
    /// Print completions for a shell
    #[command(after_help = "\
Examples:
  swv completions bash > ~/.local/share/bash-completion/completions/swv")]
    Completions(CompletionsArgs),
}

#[derive(Args)]
pub(crate) struct CompareArgs {
    /// The sector to compare
    #[arg(long, value_name = "po|vo", default_value = "po")]
    pub(crate) sector: Sector,
    /// The calendar year; where a region has no figure of it, the last one before stands with its own year
    #[arg(long, default_value = "2024")]
    pub(crate) year: CalendarYear,
    /// List the source of every figure below the table
    #[arg(long)]
    pub(crate) sources: bool,
}

#[derive(Args)]
pub(crate) struct RegionArgs {
    /// The region's id; `swv regions` lists them
    pub(crate) region: RegionId,
    /// The sector
    #[arg(long, value_name = "po|vo", default_value = "po")]
    pub(crate) sector: Sector,
    #[command(flatten)]
    pub(crate) values: Values,
}

/// Values in the place of the region's own; every result made with them says so.
#[derive(Args)]
pub(crate) struct Values {
    /// A file with values; `swv parameters REGION --template` prints one to fill in
    #[arg(long, value_name = "FILE")]
    pub(crate) parameters: Option<PathBuf>,
    /// A single value; it precedes one of the file
    #[arg(long = "set", value_name = "KEY=VALUE")]
    pub(crate) set: Vec<String>,
}

#[derive(Args)]
pub(crate) struct ParametersArgs {
    /// The region's id
    pub(crate) region: RegionId,
    /// Print a file for --parameters: what the documents are silent on, to fill in, and the rest as comments
    #[arg(long)]
    pub(crate) template: bool,
}

#[derive(Args)]
pub(crate) struct BudgetArgs {
    #[command(flatten)]
    pub(crate) region: RegionArgs,
    /// Print only what does not follow, and exit with 1 when there is anything beyond rounding
    #[arg(long)]
    pub(crate) check: bool,
}

#[derive(Args)]
pub(crate) struct AllocateArgs {
    #[command(flatten)]
    pub(crate) region: RegionArgs,
    /// The calendar year of the money
    #[arg(long)]
    pub(crate) year: CalendarYear,
    /// The schools and their counts, as JSON or CSV; without it, a synthetic set from published totals
    #[arg(long, value_name = "FILE")]
    pub(crate) dataset: Option<PathBuf>,
    /// Only what concerns one recipient, or all schools of one board: what its decision letter says
    #[arg(long, value_name = "ID")]
    pub(crate) recipient: Option<String>,
}

#[derive(Args)]
pub(crate) struct ProcedureArgs {
    /// The region's id
    pub(crate) region: RegionId,
    /// The procedure's id; none lists the procedures
    pub(crate) name: Option<String>,
    /// List the document and section of every part below the tables
    #[arg(long, requires = "name")]
    pub(crate) sources: bool,
    /// Draw it instead: states, and the steps between them
    #[arg(long, requires = "name", conflicts_with = "sources")]
    pub(crate) draw: Option<Drawing>,
    /// Where to write the drawing; to standard output if not given
    #[arg(long, value_name = "FILE", requires = "draw")]
    pub(crate) out: Option<PathBuf>,
}

#[derive(Subcommand)]
pub(crate) enum DataCommand {
    /// Make a dataset from published data
    #[command(subcommand)]
    Import(DataImport),
}

#[derive(Subcommand)]
pub(crate) enum DataImport {
    /// From DUO's open data on schools and pupils
    #[command(after_help = "\
Example:
  swv data import duo --locations 02.csv --pupils 06.csv --postcodes map.csv --swv PO2704 --out zk.json

The files are DUO's own downloads, as they are:
  --locations  02.-alle-schoolvestigingen-basisonderwijs.csv
  --pupils     06.-historisch-overzicht-aantal-leerlingen-per-schoolvestiging.csv
  --postcodes  postcode areas with their samenwerkingsverbanden: pc4;gemeente;swv_po;swv_vo")]
    Duo(DuoArgs),
}

#[derive(Args)]
pub(crate) struct DuoArgs {
    /// DUO's file 02, all locations of primary schools
    #[arg(long, value_name = "FILE")]
    pub(crate) locations: PathBuf,
    /// DUO's file 06, pupils per location
    #[arg(long, value_name = "FILE")]
    pub(crate) pupils: PathBuf,
    /// The map from postcode areas to samenwerkingsverbanden
    #[arg(long, value_name = "FILE")]
    pub(crate) postcodes: PathBuf,
    /// The samenwerkingsverband whose schools to take
    #[arg(long, value_name = "NUMBER")]
    pub(crate) swv: SwvNumber,
    /// The year of the count; the latest in the file if not given
    #[arg(long)]
    pub(crate) year: Option<CalendarYear>,
    /// Where to write the dataset
    #[arg(long, value_name = "FILE")]
    pub(crate) out: PathBuf,
}

#[derive(Args)]
pub(crate) struct SchemaArgs {
    /// The name of a file or result; none lists the names
    pub(crate) name: Option<String>,
}

#[derive(Subcommand)]
pub(crate) enum PluginCommand {
    /// Build a plugin crate into its region folder
    #[command(after_help = "\
Examples:
  swv plugin build plugins/almere
  swv plugin build plugins/almere --region regions/almere
  swv plugin build plugins/almere --verify    rebuild and compare with what is there")]
    Build(PluginBuildArgs),
}

#[derive(Args)]
pub(crate) struct PluginBuildArgs {
    /// The folder of the plugin crate
    #[arg(value_name = "CRATE")]
    pub(crate) plugin: PathBuf,
    /// The region folder; `regions/NAME` of the workspace if not given
    #[arg(long, value_name = "DIR")]
    pub(crate) region: Option<PathBuf>,
    /// Write nothing: compare what is built with what is there
    #[arg(long)]
    pub(crate) verify: bool,
}

#[derive(Args)]
pub(crate) struct CompletionsArgs {
    /// The shell
    pub(crate) shell: clap_complete::Shell,
}
