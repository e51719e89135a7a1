//! The command line. Its help is in English; results are in Dutch unless
//! `--lang en` is given.

mod import_oso;

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use swv_core::{CalendarYear, Date, HolidayRegion, Language, RegionId, Sector, SwvNumber};

pub(crate) use import_oso::{CaseCommand, ImportOsoArgs};

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
    /// Say where a case stands in a procedure: what is missing, due, wrong, and what can come next
    #[command(after_help = "\
Examples:
  swv case almere zaak.toml --as-of 2025-03-01
  swv case almere zaak.toml --as-of 2025-03-01 --explain
  swv case --compare zuid-kennemerland,almere zaak.toml --as-of 2025-03-01
  swv case import-oso dossier.xml --region almere --key-file sleutel.txt --out zaak.toml
  swv schema case                      what a case file looks like

The exit code is 1 when something is wrong with the case.")]
    Case(Box<CaseArgs>),
    /// Show what schools owe every pupil (basisondersteuning), judge self-scans by it, or compare regions
    ///
    /// One region shows its norm; several, or none for all, are compared by subject. A self-scan holds a school's own
    /// answer to each item: yes, partly, no or unknown. Only what is owed decides whether the school meets the norm;
    /// `partly` is not enough for that, and unknown never counts as yes. In a region that chooses to set no norm, what
    /// is owed instead is judged in the same way. Exit code 1 when a scanned school falls short.
    #[command(after_help = "\
Examples:
  swv norm almere --sector vo
  swv norm almere --template > school.toml
  swv norm almere --scan school.toml
  swv norm almere --scan scans/*.toml    each school, and totals by district and board
  swv norm                               the regions side by side
  swv norm almere zuid-kennemerland --national landelijk.toml")]
    Norm(NormArgs),
    /// Show or draw a region's procedures: states, steps, what they need, terms and money
    #[command(after_help = "\
Examples:
  swv procedure almere
  swv procedure almere toelaatbaarheidsverklaring --sources
  swv procedure almere toelaatbaarheidsverklaring --template > zaak.toml
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
    /// A single value, for every year or as KEY@YEAR=VALUE for one; it precedes one of the file
    #[arg(long = "set", value_name = "KEY=VALUE")]
    pub(crate) set: Vec<String>,
}

#[derive(Args)]
pub(crate) struct NormArgs {
    /// The regions' ids; one shows its norm, several or none are compared
    #[arg(value_name = "REGION")]
    pub(crate) region: Vec<RegionId>,
    /// The sector; po if not given, and for --scan that of the first scan
    #[arg(long, value_name = "po|vo")]
    pub(crate) sector: Option<Sector>,
    /// Judge these self-scans (TOML or JSON), one file a school; several give totals too
    #[arg(long, value_name = "FILE", num_args = 1.., conflicts_with_all = ["template", "national"])]
    pub(crate) scan: Vec<PathBuf>,
    /// Hold the regions against a national norm from this file
    #[arg(long, value_name = "FILE", conflicts_with = "template")]
    pub(crate) national: Option<PathBuf>,
    /// Print a self-scan to fill in: every item as unknown, with its obligation as comment
    #[arg(long)]
    pub(crate) template: bool,
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
    /// The schools and their counts, as JSON or CSV; without it, a synthetic one: that of `swv data generate`
    #[arg(long, value_name = "FILE")]
    pub(crate) dataset: Option<PathBuf>,
    /// Only what concerns one recipient, or all schools of one board: what its decision letter says
    #[arg(long, value_name = "ID")]
    pub(crate) recipient: Option<String>,
}

#[derive(Args)]
#[command(args_conflicts_with_subcommands = true, subcommand_negates_reqs = true, disable_help_subcommand = true)]
pub(crate) struct CaseArgs {
    #[command(subcommand)]
    pub(crate) command: Option<CaseCommand>,
    #[command(flatten)]
    pub(crate) follow: Option<FollowArgs>,
    #[command(flatten)]
    pub(crate) values: Values,
    #[command(flatten)]
    pub(crate) days: Days,
}

// Without flattened arguments of its own, as clap would not see that it is there.
#[derive(Args)]
pub(crate) struct FollowArgs {
    /// The region and the case file; with --compare only the file
    #[arg(value_names = ["REGION", "FILE"], num_args = 1..=2, required = true)]
    pub(crate) targets: Vec<String>,
    /// The day of the question; nothing after it has happened
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub(crate) as_of: Date,
    /// Cite the section of the document behind every answer
    #[arg(long)]
    pub(crate) explain: bool,
    /// Lay the case over the procedures of these regions
    #[arg(long, value_name = "REGION,REGION", value_delimiter = ',')]
    pub(crate) compare: Vec<RegionId>,
}

/// Days that a calendar cannot compute.
#[derive(Args)]
pub(crate) struct Days {
    /// School holidays in the place of those that come with the program
    #[arg(long, value_name = "FILE")]
    pub(crate) school_holidays: Option<PathBuf>,
    /// Decrees that equate days with a public holiday, in the place of those of the same years
    #[arg(long, value_name = "FILE")]
    pub(crate) equated_days: Option<PathBuf>,
    /// The holiday region of the school; that of the region if not given
    #[arg(long, value_name = "noord|midden|zuid", value_parser = holiday_region)]
    pub(crate) holiday_region: Option<HolidayRegion>,
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
    /// Print a case file of it to fill in
    #[arg(long, requires = "name", conflicts_with_all = ["sources", "draw"])]
    pub(crate) template: bool,
    /// Where to write the drawing; to standard output if not given
    #[arg(long, value_name = "FILE", requires = "draw")]
    pub(crate) out: Option<PathBuf>,
}

/// What a procedure can be drawn in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Drawing {
    /// Text that Mermaid draws, in Markdown among others
    Mermaid,
    /// A picture
    Svg,
}

impl From<Drawing> for swv_drawing::Drawing {
    fn from(drawing: Drawing) -> swv_drawing::Drawing {
        match drawing {
            Drawing::Mermaid => swv_drawing::Drawing::Mermaid,
            Drawing::Svg => swv_drawing::Drawing::Svg,
        }
    }
}

#[derive(Subcommand)]
pub(crate) enum DataCommand {
    /// Make a dataset from published data
    #[command(subcommand)]
    Import(DataImport),
    /// Make a synthetic dataset whose totals are those that the region published
    #[command(after_help = "\
Examples:
  swv data generate zuid-kennemerland --seed 7 --out proef.json
  swv data generate almere --sector vo > proef.json
  swv data generate zuid-kennemerland --schools zk.json --out zk-synthetic.json
  swv allocate zuid-kennemerland --year 2024 --dataset zk-synthetic.json

The same seed gives the same dataset, on every machine. The dataset says that it
is synthetic and what each of its totals rests on: a published figure, or an
assumption where the region's documents state none.")]
    Generate(GenerateArgs),
}

#[derive(Args)]
pub(crate) struct GenerateArgs {
    /// The region's id; `swv regions` lists them
    pub(crate) region: RegionId,
    /// The sector
    #[arg(long, value_name = "po|vo", default_value = "po")]
    pub(crate) sector: Sector,
    /// The calendar year of the money
    #[arg(long, default_value = "2024")]
    pub(crate) year: CalendarYear,
    /// The number from which everything follows
    #[arg(long, default_value = "0")]
    pub(crate) seed: u32,
    /// A dataset of real schools, to keep; only what it lacks is made up
    #[arg(long, value_name = "DATASET")]
    pub(crate) schools: Option<PathBuf>,
    /// Where to write the dataset; without it, to standard output
    #[arg(long, value_name = "FILE")]
    pub(crate) out: Option<PathBuf>,
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

fn day(text: &str) -> Result<Date, String> {
    text.parse().map_err(|_| "write a date such as 2025-02-03".to_owned())
}

fn holiday_region(text: &str) -> Result<HolidayRegion, String> {
    serde_json::from_value(text.into()).map_err(|_| "the regions are noord, midden and zuid".to_owned())
}
