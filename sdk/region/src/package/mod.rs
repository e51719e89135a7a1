//! Region packages: reading and checking them.

mod budget_file;
mod budget_structure;
mod error;
mod figures;
mod files;
mod findings_file;
mod manifest;
pub(crate) mod parameters;
mod read;
mod supplied;
mod synthetic_check;
mod synthetic_file;

use swv_core::{DatedValue, Fact, Sector};

pub use budget_file::{BudgetFile, BudgetTableKind, EmptyCell, LineRules, PublishedColumn, PublishedLine};
pub use budget_structure::StructureFault;
pub use error::{PackageError, PackageFault};
pub use figures::{Approximate, Basis, Figure, FigureValue, FiguresFile};
pub use files::PackageFiles;
pub use findings_file::{FindingKind, FindingNote, FindingsFile};
pub use manifest::{Document, HolidayRegionEntry, Manifest, PlanPeriod, PluginEntry, Silence, SwvEntry};
pub use parameters::{ParameterEntry, ParameterValue, ParametersFile};
pub use supplied::{Supplied, SuppliedFile};
pub use synthetic_file::{SyntheticFile, SyntheticQuantity, SyntheticRecipients, SyntheticTotal, Times};

use crate::Digest;

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
    /// What a synthetic dataset of it is made of.
    pub synthetic: SyntheticFile,
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
        let manifest = read::manifest(&files)?;
        let (parameters, dated_values) = read::parameters(&files, &manifest)?;
        let figures = read::figures(&files, &manifest)?;
        let budgets = read::budgets(&files, &manifest)?;
        read::check_budgets(&files, &parameters, &budgets)?;
        read::check_derivations(&files, &parameters, &budgets)?;
        let findings = read::findings(&files, &budgets, &figures)?;
        let synthetic = read::synthetic(&files, &figures, &parameters)?;
        Ok(RegionPackage {
            manifest,
            parameters,
            figures,
            budgets,
            findings,
            synthetic,
            dated_values,
            supplied: Vec::new(),
            files,
        })
    }

    /// The detailed budget of a sector, if the region published one.
    pub fn budget(&self, sector: Sector) -> Option<&BudgetFile> {
        self.budgets.iter().find(|budget| budget.sector == sector && budget.table == BudgetTableKind::Detail)
    }

    /// The published budgets in detail, each with its file's name in errors.
    pub(crate) fn detailed_budgets(&self) -> impl Iterator<Item = (String, &BudgetFile)> {
        let places = self.files.starting_with("published/budget-").map(|path| self.files.place(path));
        places.zip(&self.budgets).filter(|(_, budget)| budget.table == BudgetTableKind::Detail)
    }

    /// The published figure of that id.
    pub fn figure(&self, sector: Sector, id: &str) -> Option<&Figure> {
        self.figures.figures.iter().find(|figure| figure.sector == sector && figure.id == id)
    }

    /// The parameter of that key.
    pub fn parameter(&self, key: &str) -> Option<&ParameterEntry> {
        self.parameters.parameters.iter().find(|parameter| parameter.key == key)
    }

    /// The parameters that the documents are silent on and nobody supplied.
    pub fn silent_parameters(&self) -> Vec<String> {
        let silent = |parameter: &&ParameterEntry| parameter.values.iter().all(|value| value.value.is_none());
        self.parameters.parameters.iter().filter(silent).map(|parameter| parameter.key.clone()).collect()
    }

    /// The known values of these parameters.
    pub fn values_of(&self, keys: &[impl AsRef<str>]) -> Vec<DatedValue> {
        let asked = |dated: &&DatedValue| keys.iter().any(|key| key.as_ref() == dated.key);
        self.dated_values.iter().filter(asked).cloned().collect()
    }

    /// The exact values of these figures.
    pub fn facts_of(&self, sector: Sector, ids: &[impl AsRef<str>]) -> Vec<Fact> {
        let mut facts = Vec::new();
        let asked = |figure: &&Figure| figure.sector == sector && ids.iter().any(|id| id.as_ref() == figure.id);
        for figure in self.figures.figures.iter().filter(asked) {
            for value in figure.values.iter().filter(|value| value.approximate.is_none() && !value.is_target()) {
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
        let file = || self.plugin_place();
        let bytes = self.files.bytes("plugin.wasm").ok_or_else(|| PackageFault::Absent.in_file(file()))?;
        let (expected, found) = (entry.digest, Digest::of(bytes));
        match found == expected {
            true => Ok(bytes),
            false => Err(PackageFault::WrongDigest { expected, found }.in_file(file())),
        }
    }

    /// What the manifest says of the plugin.
    ///
    /// # Errors
    /// [`PackageFault::NoPlugin`] when it says nothing.
    pub fn plugin_entry(&self) -> Result<&PluginEntry, PackageError> {
        self.manifest.plugin.as_ref().ok_or_else(|| PackageFault::NoPlugin.in_file(self.manifest_place()))
    }

    /// The plugin's name in errors.
    pub fn plugin_place(&self) -> String {
        self.files.place("plugin.wasm")
    }

    /// The manifest's name in errors.
    pub(crate) fn manifest_place(&self) -> String {
        self.files.place("manifest.toml")
    }

    /// The name in errors of what a synthetic dataset is made of.
    pub(crate) fn synthetic_place(&self) -> String {
        self.files.place("synthetic.toml")
    }
}
