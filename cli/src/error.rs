//! Everything that can end a command, and what to try next.

use std::io;
use std::path::PathBuf;

use strsim::osa_distance;
use swv_core::{CalendarYear, Failure, IdentifierError, Language, MoneyError, RegionId, Sector, Year};
use swv_drawing::TooLarge;
use swv_exchange::dataset_file::DatasetFileError;
use swv_exchange::duo::ImportError;
use swv_exchange::national_norm::NationalNormError;
use swv_exchange::oso::{KeyError, OsoError};
use swv_exchange::typed_file::TypedFileError;
use swv_host::{CallFailure, FolderError, HostError, LoadError, PackageError, RegionError};

use crate::plugin_build::BuildError;
use crate::texts;

/// Everything that can end a command.
#[derive(Debug, thiserror::Error)]
pub(crate) enum CliError {
    #[error(transparent)]
    Region(#[from] RegionError),
    #[error(transparent)]
    Package(#[from] PackageError),
    #[error(transparent)]
    Folder(#[from] FolderError),
    #[error(transparent)]
    Load(#[from] LoadError),
    #[error(transparent)]
    Import(#[from] Box<ImportError>),
    #[error(transparent)]
    Oso(#[from] Box<OsoError>),
    #[error(transparent)]
    Build(#[from] BuildError),
    /// No region has this id.
    #[error("there is no region {id}")]
    NoRegion { id: RegionId, known: Vec<RegionId> },
    /// A folder has no region packages in it.
    #[error("{}: has no region packages; name a folder whose subfolders have a manifest.toml", .folder.display())]
    NoPackages { folder: PathBuf },
    /// A folder or file cannot be read or written.
    #[error("{}: {source}", .path.display())]
    File { path: PathBuf, source: io::Error },
    #[error(transparent)]
    Dataset(#[from] DatasetFileError),
    #[error(transparent)]
    Key(#[from] KeyError),
    /// A new key would take the place of a file.
    #[error(
        "{}: is there already; a new key is never written over a file, as pseudonyms made with a lost key cannot be \
         made again: name another file",
        .path.display()
    )]
    KeyExists { path: PathBuf },
    /// The system gives no random bytes.
    #[error("the system gives no random bytes for a key: {0}")]
    NoRandom(getrandom::Error),
    /// No region has a figure of the year or before.
    #[error("no region has a figure of {year} or before; the first is of {first}")]
    NoFigures { year: CalendarYear, first: CalendarYear },
    /// A dataset has no such recipient.
    #[error("dataset {dataset}: has no recipient and no board {recipient}")]
    NoRecipient { recipient: String, dataset: String },
    #[error(transparent)]
    NationalNorm(#[from] NationalNormError),
    /// An option asks for one region.
    #[error("{option} is about the norm of one region; name that region, and no other")]
    OneRegion { option: &'static str },
    /// A region has no such procedure.
    #[error("{region} has no procedure {name}")]
    NoProcedure { region: RegionId, name: String, known: Vec<String> },
    /// A procedure is too large to draw.
    #[error(transparent)]
    NotDrawn(#[from] TooLarge),
    /// A supplied value has no value.
    #[error("--set {given}: has no =; write KEY=VALUE")]
    NoValue { given: String },
    /// A file is not of its type.
    #[error("{error}")]
    TypedFile { error: TypedFileError, schema: &'static str },
    /// A name is no region's.
    #[error(transparent)]
    RegionName(IdentifierError),
    /// Values of one region's parameters for several regions.
    #[error("--set and --parameters are values of one region's parameters; leave out --compare, and ask each region")]
    ComparedValues,
    /// `swv case` without region or file.
    #[error("swv case reads {expected}")]
    CaseTargets { expected: &'static str },
    /// A region has no number for the sector.
    #[error(
        "{region} has no samenwerkingsverband for sector {sector}, and a pseudonym is made for one; name a region that has"
    )]
    NoSwv { region: RegionId, sector: Sector },
    /// A synthetic dataset is made for a calendar year.
    #[error(
        "{year} is a school year, and a synthetic dataset is made for a calendar year; name a dataset with --dataset"
    )]
    SyntheticYear { year: Year },
    /// Two results would go into one file.
    #[error("{}: --out and --report name the same file; name two", .path.display())]
    SameFile { path: PathBuf },
    /// No schema has this name.
    #[error("there is no schema {name:?}")]
    NoSchema { name: String, known: Vec<&'static str> },
    /// Stdout cannot be written.
    #[error("standard output: {0}")]
    Output(io::Error),
    /// A report can be told nowhere.
    #[error("what was done cannot be reported: {0}")]
    Report(io::Error),
    /// A result cannot be written as JSON.
    #[error("cannot write the result: {0}")]
    Json(#[from] serde_json::Error),
    /// The amounts of a result cannot be added up.
    #[error("cannot add up the result: {0}")]
    Sum(#[from] MoneyError),
}

/// Names, the one that was meant first.
fn nearest_first<'a>(given: &str, known: impl Iterator<Item = &'a str>) -> String {
    let mut known: Vec<&str> = known.collect();
    known.sort_by_key(|name| osa_distance(given, name));
    known.join(", ")
}

impl CliError {
    /// What it says in a language.
    pub(crate) fn said(&self, language: Language) -> String {
        let mut text = self.to_string();
        // What a region's rules say, they say in both.
        if let (Language::Nl, CliError::Region(RegionError::Call(error))) = (language, self)
            && let CallFailure::Region(failure) = &error.failure
        {
            text = text.replace(&failure.to_string(), &failure.text().nl);
        }
        texts::said(language, &text)
    }

    /// What to try next.
    pub(crate) fn hints(&self) -> Vec<String> {
        match self {
            CliError::NoRegion { id, known } => {
                let known = known.iter().map(RegionId::as_str);
                vec![format!("the regions are {}", nearest_first(id.as_str(), known))]
            }
            CliError::NoProcedure { name, known, .. } => {
                vec![format!("its procedures are {}", nearest_first(name, known.iter().map(String::as_str)))]
            }
            CliError::NotDrawn(_) => vec!["--format json gives all of it".to_owned()],
            CliError::Region(RegionError::Call(error)) => match &error.failure {
                CallFailure::Region(Failure::Missing(_)) => {
                    vec!["a missing parameter can be supplied with --set KEY=VALUE".to_owned()]
                }
                _ => Vec::new(),
            },
            CliError::Region(RegionError::Scans(_)) => {
                vec!["`swv norm REGION --template` prints a self-scan with every item".to_owned()]
            }
            CliError::TypedFile { schema, .. } => {
                vec![format!("`swv schema {schema}` prints what the file looks like")]
            }
            CliError::NationalNorm(_) => vec!["`swv schema national-norm` prints what it looks like".to_owned()],
            CliError::CaseTargets { .. } => vec!["`swv case --help` has examples".to_owned()],
            CliError::NoSchema { known, .. } => vec![format!("the schemas are {}", known.join(", "))],
            CliError::Region(RegionError::Synthetic(_)) => vec![
                "`swv data import duo --help` tells how to make a dataset from DUO's open data, for --dataset or --schools"
                    .to_owned(),
            ],
            CliError::Dataset(_) => vec!["`swv schema dataset` prints what a dataset looks like".to_owned()],
            CliError::Key(_) => vec!["`swv case import-oso --new-key FILE` makes a key".to_owned()],
            _ => Vec::new(),
        }
    }
}

impl From<HostError> for CliError {
    fn from(error: HostError) -> CliError {
        match error {
            HostError::Load(error) => CliError::Load(error),
            HostError::Region(error) => CliError::Region(error),
        }
    }
}

impl From<OsoError> for CliError {
    fn from(error: OsoError) -> CliError {
        CliError::Oso(Box::new(error))
    }
}

impl From<ImportError> for CliError {
    fn from(error: ImportError) -> CliError {
        CliError::Import(Box::new(error))
    }
}
