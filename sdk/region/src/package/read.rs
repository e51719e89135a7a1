//! Reading the files of a package, each checked by itself and against the
//! manifest.

use serde::de::DeserializeOwned;
use swv_core::reading::{in_plain_words, utf_8};
use swv_core::{DatedValue, IndicatorDefinition, Provenance, Status, Unit};

use super::findings_file::FindingKind;
use super::synthetic_check::Known;
use super::{
    BudgetFile, BudgetTableKind, Figure, FiguresFile, FindingsFile, Manifest, PackageError, PackageFault, PackageFiles,
    ParametersFile, PublishedColumn, SyntheticFile,
};

/// The manifest, once every file is one that a package may have.
pub(super) fn manifest(files: &PackageFiles) -> Result<Manifest, PackageError> {
    let manifest = read(files, "manifest.toml")?;
    check_names(files)?;
    check_manifest(files, &manifest)?;
    Ok(manifest)
}

/// The parameters, and their known values as rules receive them.
pub(super) fn parameters(
    files: &PackageFiles,
    manifest: &Manifest,
) -> Result<(ParametersFile, Vec<DatedValue>), PackageError> {
    let file = "parameters.toml";
    let parameters: ParametersFile = read_or_default(files, file)?;
    let mut dated_values = Vec::new();
    for (index, parameter) in parameters.parameters.iter().enumerate() {
        let place =
            |message: String| inconsistent(files, file, format!("parameters[{index}] ({}): {message}", parameter.key));
        if parameters.parameters[..index].iter().any(|earlier| earlier.key == parameter.key) {
            return Err(place("this key stands there twice".into()));
        }
        for (at, value) in parameter.values.iter().enumerate() {
            known_source(manifest, &value.provenance).map_err(|message| place(format!("values[{at}]: {message}")))?;
        }
        dated_values.extend(parameter.dated_values().map_err(place)?);
    }
    Ok((parameters, dated_values))
}

/// The published figures.
pub(super) fn figures(files: &PackageFiles, manifest: &Manifest) -> Result<FiguresFile, PackageError> {
    let file = "published/figures.toml";
    let figures: FiguresFile = read_or_default(files, file)?;
    for (index, figure) in figures.figures.iter().enumerate() {
        let place = |message: String| inconsistent(files, file, format!("figures[{index}] ({}): {message}", figure.id));
        let same = |earlier: &Figure| earlier.id == figure.id && earlier.sector == figure.sector;
        if figures.figures[..index].iter().any(same) {
            return Err(place("this id stands there twice".into()));
        }
        figure.check().map_err(place)?;
        known_source(manifest, &figure.provenance).map_err(place)?;
    }
    Ok(figures)
}

/// The published budgets: for a sector at most one table in detail and one
/// summary.
pub(super) fn budgets(files: &PackageFiles, manifest: &Manifest) -> Result<Vec<BudgetFile>, PackageError> {
    let mut budgets = Vec::new();
    for path in files.starting_with("published/budget-") {
        let budget: BudgetFile = read(files, path)?;
        let place = |message: String| inconsistent(files, path, message);
        budget.check().map_err(place)?;
        known_document(manifest, &budget.document).map_err(place)?;
        let same = |other: &BudgetFile| other.sector == budget.sector && other.table == budget.table;
        if budgets.iter().any(same) {
            return Err(place(format!("sector {} has another such table", budget.sector)));
        }
        budgets.push(budget);
    }
    Ok(budgets)
}

/// What a budget takes from other files is there: its parameters are amounts,
/// and a summary's lines and columns are those of the table in detail.
pub(super) fn check_budgets(
    files: &PackageFiles,
    parameters: &ParametersFile,
    budgets: &[BudgetFile],
) -> Result<(), PackageError> {
    for (path, budget) in files.starting_with("published/budget-").zip(budgets) {
        let detail = budgets.iter().find(|of| of.sector == budget.sector && of.table == BudgetTableKind::Detail);
        for (index, line) in budget.lines.iter().enumerate() {
            let place = |message: String| inconsistent(files, path, format!("lines[{index}] ({}): {message}", line.id));
            for key in line.parameter.iter().chain(&line.stated_unless_supplied) {
                match parameters.parameters.iter().find(|parameter| parameter.key == *key) {
                    Some(parameter) if parameter.unit == Unit::Euro => {}
                    Some(_) => return Err(place(format!("the parameter {key} is no amount in euros"))),
                    None => {
                        return Err(place(format!("names the parameter {key}, which parameters.toml does not have")));
                    }
                }
            }
            if let Some(detail) = detail {
                let same = detail.line(&line.id).ok_or_else(|| {
                    place("is no line of the table in detail, so that nothing compares it; correct its id".into())
                })?;
                if same.unit != line.unit {
                    return Err(place("is in another unit than in the table in detail".into()));
                }
            }
        }
        let unknown = |column: &&PublishedColumn| detail.is_some_and(|detail| detail.column(&column.id).is_none());
        if let Some(column) = budget.columns.iter().find(unknown) {
            let message = format!("column {:?} is no column of the table in detail; correct its id", column.id);
            return Err(inconsistent(files, path, message));
        }
    }
    Ok(())
}

/// The explanations, each of a line or figure that there is.
pub(super) fn findings(
    files: &PackageFiles,
    budgets: &[BudgetFile],
    figures: &FiguresFile,
) -> Result<FindingsFile, PackageError> {
    let findings: FindingsFile = read_or_default(files, "findings.toml")?;
    for (index, note) in findings.findings.iter().enumerate() {
        if note.kind == FindingKind::CrossRegion {
            let message = format!(
                "findings[{index}]: {:?} is of kind cross-region, which a host finds by itself; mark the amounts as \
                 `national` instead",
                note.line
            );
            return Err(inconsistent(files, "findings.toml", message));
        }
        let in_budget = |budget: &BudgetFile| budget.sector == note.sector && budget.line(&note.line).is_some();
        let is_figure = |figure: &Figure| figure.sector == note.sector && figure.id == note.line;
        let is_shared = IndicatorDefinition::of(&note.line).is_some();
        if !is_shared && !budgets.iter().any(in_budget) && !figures.figures.iter().any(is_figure) {
            let message =
                format!("findings[{index}]: {:?} is no budget line and no figure of sector {}", note.line, note.sector);
            return Err(inconsistent(files, "findings.toml", message));
        }
    }
    Ok(findings)
}

/// What a synthetic dataset is made of, from totals that there are.
pub(super) fn synthetic(
    files: &PackageFiles,
    figures: &FiguresFile,
    parameters: &ParametersFile,
) -> Result<SyntheticFile, PackageError> {
    let file = "synthetic.toml";
    let synthetic: SyntheticFile = read_or_default(files, file)?;
    synthetic.check(&Known { figures, parameters }).map_err(|message| inconsistent(files, file, message))?;
    Ok(synthetic)
}

/// What a value was derived from is in a published budget.
pub(super) fn check_derivations(
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
        known_source(manifest, &swv.provenance).map_err(place)?;
    }
    for (index, silence) in manifest.silences.iter().enumerate() {
        if silence.provenance.status() != Status::Silent {
            return Err(place(format!(
                "silences[{index}]: a silence has the status `silent`; a rule stands elsewhere"
            )));
        }
        known_source(manifest, &silence.provenance)
            .map_err(|message| place(format!("silences[{index}]: {message}")))?;
    }
    if let Some(entry) = &manifest.holiday_region {
        known_source(manifest, &entry.provenance).map_err(place)?;
    }
    if manifest.plan.to < manifest.plan.from {
        return Err(place(format!("plan: ends on {}, before it begins on {}", manifest.plan.to, manifest.plan.from)));
    }
    known_source(manifest, &manifest.plan.provenance).map_err(place)
}

/// The files that a package may have; a name that nothing reads is a mistake.
fn check_names(files: &PackageFiles) -> Result<(), PackageError> {
    let known = |name: &str| {
        let budget = name.starts_with("published/budget-") && name.ends_with(".toml");
        budget
            || matches!(
                name,
                "manifest.toml"
                    | "parameters.toml"
                    | "findings.toml"
                    | "synthetic.toml"
                    | "published/figures.toml"
                    | "plugin.wasm"
            )
    };
    match files.starting_with("").find(|name| !known(name)) {
        Some(name) => {
            Err(inconsistent(files, name, "is no file of a region package; correct its name or remove it".to_owned()))
        }
        None => Ok(()),
    }
}

/// Where a value cites a document, the manifest names it.
fn known_source(manifest: &Manifest, provenance: &Provenance) -> Result<(), String> {
    provenance.source().map_or(Ok(()), |source| known_document(manifest, &source.document))
}

fn known_document(manifest: &Manifest, id: &str) -> Result<(), String> {
    if manifest.documents.iter().any(|known| known.id == id) {
        return Ok(());
    }
    Err(format!("cites the document {id:?}, which the manifest's `documents` does not name"))
}

fn inconsistent(files: &PackageFiles, file: &str, message: String) -> PackageError {
    PackageFault::Inconsistent(message).in_file(files.place(file))
}

fn read_or_default<T: DeserializeOwned + Default>(files: &PackageFiles, file: &str) -> Result<T, PackageError> {
    match files.bytes(file) {
        Some(_) => read(files, file),
        None => Ok(T::default()),
    }
}

fn read<T: DeserializeOwned>(files: &PackageFiles, file: &str) -> Result<T, PackageError> {
    let bytes = files.bytes(file).ok_or_else(|| PackageFault::Absent.in_file(files.place(file)))?;
    let malformed = |offset: usize, message: String| {
        let before = &bytes[..offset.min(bytes.len())];
        let line = before.iter().filter(|byte| **byte == b'\n').count() + 1;
        let column = before.iter().rev().take_while(|byte| **byte != b'\n').count() + 1;
        PackageFault::Malformed { line, column, message }.in_file(files.place(file))
    };
    let text = utf_8(bytes).map_err(|error| malformed(error.at(), error.to_string()))?;
    toml::from_str(text).map_err(|error| {
        let start = bytes.len() - text.len() + error.span().map_or(0, |span| span.start);
        malformed(start, in_plain_words(error.message()))
    })
}
