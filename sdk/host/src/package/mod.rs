//! Region packages: reading and checking them.

mod budget_file;
mod figures;
mod files;
mod findings_file;
mod manifest;
mod parameters;
mod supplied;

use serde::de::DeserializeOwned;
use swv_core::{DatedValue, Fact, IndicatorDefinition, Sector};

pub use budget_file::{BudgetFile, BudgetTableKind, EmptyCell, PublishedColumn, PublishedLine, PublishedUnit};
pub use figures::{Approximate, Basis, Figure, FigureValue, FiguresFile};
pub use files::PackageFiles;
pub use findings_file::{FindingNote, FindingsFile};
pub use manifest::{Document, Manifest, PlanPeriod, PluginEntry, SwvEntry};
pub use parameters::{ParameterEntry, ParameterValue, ParametersFile, Unit};
pub use supplied::{Supplied, SuppliedFile};

use crate::Digest;

/// What is wrong with a package.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PackageError {
    /// A file or folder cannot be read.
    #[error("{file}: cannot be read: {reason}")]
    Unreadable {
        /// The file or folder.
        file: String,
        /// What the system said.
        reason: String,
    },
    /// A file that every package has is not there.
    #[error("{file}: is missing; a region package has this file")]
    Absent {
        /// The file.
        file: String,
    },
    /// A file is not what its format says.
    #[error("{file}:{line}:{column}: {message}")]
    Malformed {
        /// The file.
        file: String,
        /// The line, from 1.
        line: usize,
        /// The column, from 1.
        column: usize,
        /// What is wrong, and what would be right.
        message: String,
    },
    /// A file contradicts itself or another file.
    #[error("{file}: {message}")]
    Inconsistent {
        /// The file.
        file: String,
        /// The place, the value and the rule it breaks.
        message: String,
    },
    /// The plugin is not the one that the manifest names.
    #[error(
        "{file}: its digest is {found}, but the manifest says {expected}; restore the file, or build it with `swv plugin build`"
    )]
    WrongDigest {
        /// The plugin's file.
        file: String,
        /// The manifest's digest.
        expected: Digest,
        /// The file's digest.
        found: Digest,
    },
    /// The manifest names no plugin.
    #[error("{file}: has no [plugin]; build the plugin with `swv plugin build`")]
    NoPlugin {
        /// The manifest.
        file: String,
    },
}

/// A region package that has been read and checked.
#[derive(Clone, Debug)]
pub struct RegionPackage {
    files: PackageFiles,
    /// What the region is.
    pub manifest: Manifest,
    /// Its dated values.
    pub parameters: ParametersFile,
    /// Its published figures.
    pub figures: FiguresFile,
    /// Its published budgets.
    pub budgets: Vec<BudgetFile>,
    /// Explanations of what its documents get wrong.
    pub findings: FindingsFile,
    dated_values: Vec<DatedValue>,
    supplied: Vec<Supplied>,
}

impl RegionPackage {
    /// Reads and checks the files of a package; the plugin itself is checked
    /// when it is loaded.
    ///
    /// # Errors
    /// The first [`PackageError`] found.
    pub fn read(files: PackageFiles) -> Result<RegionPackage, PackageError> {
        let manifest: Manifest = read(&files, "manifest.toml")?;
        check_names(&files)?;
        check_manifest(&files, &manifest)?;
        let parameters: ParametersFile = read_or_default(&files, "parameters.toml")?;
        let mut dated_values = Vec::new();
        for (index, parameter) in parameters.parameters.iter().enumerate() {
            let place = |message: String| {
                inconsistent(&files, "parameters.toml", format!("parameters[{index}] ({}): {message}", parameter.key))
            };
            if parameters.parameters[..index].iter().any(|earlier| earlier.key == parameter.key) {
                return Err(place("this key stands there twice".into()));
            }
            for (at, value) in parameter.values.iter().enumerate() {
                let source = value.provenance.source();
                known_document(&manifest, source.map(|source| source.document.as_str()))
                    .map_err(|message| place(format!("values[{at}]: {message}")))?;
            }
            dated_values.extend(parameter.dated_values().map_err(place)?);
        }
        let figures: FiguresFile = read_or_default(&files, "published/figures.toml")?;
        for (index, figure) in figures.figures.iter().enumerate() {
            let place = |message: String| {
                inconsistent(&files, "published/figures.toml", format!("figures[{index}] ({}): {message}", figure.id))
            };
            if figures.figures[..index].iter().any(|earlier| earlier.id == figure.id && earlier.sector == figure.sector)
            {
                return Err(place("this id stands there twice".into()));
            }
            figure.check().map_err(place)?;
            let source = figure.provenance.source();
            known_document(&manifest, source.map(|source| source.document.as_str())).map_err(place)?;
        }
        let mut budgets = Vec::new();
        for path in files.starting_with("published/budget-") {
            let budget: BudgetFile = read(&files, path)?;
            let place = |message: String| inconsistent(&files, path, message);
            budget.check().map_err(place)?;
            known_document(&manifest, Some(&budget.document)).map_err(place)?;
            let same = |other: &BudgetFile| other.sector == budget.sector && other.table == budget.table;
            if budgets.iter().any(same) {
                return Err(place(format!("sector {} has another such table", budget.sector)));
            }
            budgets.push(budget);
        }
        check_derivations(&files, &parameters, &budgets)?;
        let findings = read_or_default(&files, "findings.toml")?;
        check_findings(&files, &findings, &budgets, &figures)?;
        Ok(RegionPackage {
            manifest,
            parameters,
            figures,
            budgets,
            findings,
            dated_values,
            supplied: Vec::new(),
            files,
        })
    }

    /// The detailed budget of a sector, if the region published one.
    pub fn budget(&self, sector: Sector) -> Option<&BudgetFile> {
        self.budgets.iter().find(|budget| budget.sector == sector && budget.table == BudgetTableKind::Detail)
    }

    /// The published figure of that id.
    pub fn figure(&self, sector: Sector, id: &str) -> Option<&Figure> {
        self.figures.figures.iter().find(|figure| figure.sector == sector && figure.id == id)
    }

    /// The parameter of that key.
    pub fn parameter(&self, key: &str) -> Option<&ParameterEntry> {
        self.parameters.parameters.iter().find(|parameter| parameter.key == key)
    }

    /// The known values of these parameters.
    pub fn values_of(&self, keys: &[String]) -> Vec<DatedValue> {
        self.dated_values.iter().filter(|dated| keys.contains(&dated.key)).cloned().collect()
    }

    /// The exact values of these figures.
    pub fn facts_of(&self, sector: Sector, ids: &[String]) -> Vec<Fact> {
        let mut facts = Vec::new();
        for figure in self.figures.figures.iter().filter(|figure| figure.sector == sector && ids.contains(&figure.id)) {
            for value in figure.values.iter().filter(|value| value.approximate.is_none() && value.basis.is_none()) {
                if let Some(Ok(read)) = figure.read(value) {
                    facts.push(Fact { id: figure.id.clone(), year: value.year, value: read });
                }
            }
        }
        facts
    }

    /// The plugin's bytes, checked against the manifest.
    ///
    /// # Errors
    /// [`PackageError`] when there is no plugin or it is not the manifest's.
    pub fn plugin(&self) -> Result<&[u8], PackageError> {
        let entry = self.plugin_entry()?;
        let file = self.plugin_place();
        let bytes = self.files.bytes("plugin.wasm").ok_or(PackageError::Absent { file: file.clone() })?;
        let found = Digest::of(bytes);
        if found != entry.digest {
            return Err(PackageError::WrongDigest { file, expected: entry.digest, found });
        }
        Ok(bytes)
    }

    /// What the manifest says of the plugin.
    ///
    /// # Errors
    /// [`PackageError::NoPlugin`] when it says nothing.
    pub fn plugin_entry(&self) -> Result<&PluginEntry, PackageError> {
        let file = || self.files.place("manifest.toml");
        self.manifest.plugin.as_ref().ok_or_else(|| PackageError::NoPlugin { file: file() })
    }

    /// The plugin's name in errors.
    pub(crate) fn plugin_place(&self) -> String {
        self.files.place("plugin.wasm")
    }

    /// The manifest's name in errors.
    pub(crate) fn manifest_place(&self) -> String {
        self.files.place("manifest.toml")
    }
}

fn check_manifest(files: &PackageFiles, manifest: &Manifest) -> Result<(), PackageError> {
    let place = |message: String| inconsistent(files, "manifest.toml", message);
    for (index, document) in manifest.documents.iter().enumerate() {
        if manifest.documents[..index].iter().any(|earlier| earlier.id == document.id) {
            return Err(place(format!("documents[{index}]: id {:?} stands there twice", document.id)));
        }
    }
    for (index, swv) in manifest.swv.iter().enumerate() {
        if swv.number.sector() != swv.sector {
            return Err(place(format!("swv[{index}]: number {} is not of sector {}", swv.number, swv.sector)));
        }
        if manifest.swv[..index].iter().any(|earlier| earlier.sector == swv.sector) {
            return Err(place(format!("swv[{index}]: sector {} stands there twice", swv.sector)));
        }
        let source = swv.provenance.source();
        known_document(manifest, source.map(|source| source.document.as_str())).map_err(place)?;
    }
    if manifest.plan.to < manifest.plan.from {
        return Err(place(format!("plan: ends on {}, before it begins on {}", manifest.plan.to, manifest.plan.from)));
    }
    let source = manifest.plan.provenance.source();
    known_document(manifest, source.map(|source| source.document.as_str())).map_err(place)
}

/// The files that a package may have; a name that nothing reads is a mistake.
fn check_names(files: &PackageFiles) -> Result<(), PackageError> {
    let known = |name: &str| {
        let budget = name.starts_with("published/budget-") && name.ends_with(".toml");
        budget
            || matches!(
                name,
                "manifest.toml" | "parameters.toml" | "findings.toml" | "published/figures.toml" | "plugin.wasm"
            )
    };
    match files.starting_with("").find(|name| !known(name)) {
        Some(name) => {
            Err(inconsistent(files, name, "is no file of a region package; correct its name or remove it".to_owned()))
        }
        None => Ok(()),
    }
}

/// What a value was derived from is in a published budget.
fn check_derivations(
    files: &PackageFiles,
    parameters: &ParametersFile,
    budgets: &[BudgetFile],
) -> Result<(), PackageError> {
    for parameter in &parameters.parameters {
        for cell in parameter.values.iter().flat_map(|value| &value.derived_from) {
            let there = cell.split_once('@').is_some_and(|(line, column)| {
                budgets.iter().any(|budget| budget.line(line).is_some_and(|line| line.values.contains_key(column)))
            });
            if !there {
                let message = format!(
                    "{}: derived_from: {cell:?} is no printed cell of a budget; write line@column",
                    parameter.key
                );
                return Err(inconsistent(files, "parameters.toml", message));
            }
        }
    }
    Ok(())
}

/// Notes are on lines that there are.
fn check_findings(
    files: &PackageFiles,
    findings: &FindingsFile,
    budgets: &[BudgetFile],
    figures: &FiguresFile,
) -> Result<(), PackageError> {
    for (index, note) in findings.findings.iter().enumerate() {
        let in_budget = |budget: &BudgetFile| budget.sector == note.sector && budget.line(&note.line).is_some();
        let is_figure = |figure: &Figure| figure.sector == note.sector && figure.id == note.line;
        let is_shared = IndicatorDefinition::of(&note.line).is_some();
        if !is_shared && !budgets.iter().any(in_budget) && !figures.figures.iter().any(is_figure) {
            let message =
                format!("findings[{index}]: {:?} is no budget line and no figure of sector {}", note.line, note.sector);
            return Err(inconsistent(files, "findings.toml", message));
        }
    }
    Ok(())
}

fn known_document(manifest: &Manifest, document: Option<&str>) -> Result<(), String> {
    match document {
        Some(id) if !manifest.documents.iter().any(|known| known.id == id) => {
            Err(format!("cites the document {id:?}, which the manifest's `documents` does not name"))
        }
        _ => Ok(()),
    }
}

fn inconsistent(files: &PackageFiles, file: &str, message: String) -> PackageError {
    PackageError::Inconsistent { file: files.place(file), message }
}

fn read_or_default<T: DeserializeOwned + Default>(files: &PackageFiles, file: &str) -> Result<T, PackageError> {
    match files.bytes(file) {
        Some(_) => read(files, file),
        None => Ok(T::default()),
    }
}

fn read<T: DeserializeOwned>(files: &PackageFiles, file: &str) -> Result<T, PackageError> {
    let bytes = files.bytes(file).ok_or_else(|| PackageError::Absent { file: files.place(file) })?;
    let malformed = |offset: usize, message: String| {
        let before = &bytes[..offset.min(bytes.len())];
        let line = before.iter().filter(|byte| **byte == b'\n').count() + 1;
        let column = before.iter().rev().take_while(|byte| **byte != b'\n').count() + 1;
        PackageError::Malformed { file: files.place(file), line, column, message }
    };
    let text = std::str::from_utf8(bytes)
        .map_err(|error| malformed(error.valid_up_to(), "is not UTF-8; save the file as UTF-8".into()))?;
    toml::from_str(text)
        .map_err(|error| malformed(error.span().map_or(0, |span| span.start), error.message().to_owned()))
}
