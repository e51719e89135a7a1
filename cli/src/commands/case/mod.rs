//! `swv case`: where a case stands by the rules of a region, or of several.

mod compared;
mod rows;
mod shown;

use std::path::Path;

use swv_core::RegionId;
use swv_core::procedure::CaseFile;
use swv_host::CaseComparison;

use super::print_json;
use crate::args::{CaseArgs, Format, Global, Values};
use crate::error::CliError;
use crate::regions::Packages;
use crate::{known_days, output, typed_file};

/// Whether there is anything wrong with the case.
pub(crate) fn run(global: &Global, args: &CaseArgs) -> Result<bool, CliError> {
    match (args.compare.as_slice(), args.targets.as_slice()) {
        ([], [region, file]) => one(global, args, &region.parse().map_err(CliError::RegionName)?, Path::new(file)),
        ([], _) => Err(CliError::CaseTargets { expected: "REGION FILE" }),
        (regions, [file]) => compare(global, args, regions, Path::new(file)),
        (_, _) => Err(CliError::CaseTargets { expected: "--compare REGION,REGION FILE" }),
    }
}

fn one(global: &Global, args: &CaseArgs, region: &RegionId, file: &Path) -> Result<bool, CliError> {
    let case: CaseFile = typed_file::read(file, "case")?;
    let days = known_days::read(&args.days)?;
    let region = Packages::read(global)?.load_with(region, &args.values)?;
    let report = region.case(&case, args.as_of, &days)?;
    match global.format {
        Format::Json => print_json(&report)?,
        Format::Csv => rows::print(std::slice::from_ref(&report), global.lang)?,
        Format::Table => output::print(&shown::text(&report, global.lang, args.explain))?,
    }
    Ok(!report.is_in_order())
}

fn compare(global: &Global, args: &CaseArgs, regions: &[RegionId], file: &Path) -> Result<bool, CliError> {
    let case: CaseFile = typed_file::read(file, "case")?;
    let days = known_days::read(&args.days)?;
    let packages = Packages::read(global)?;
    let load = |region| packages.load_with(region, &Values { parameters: None, set: Vec::new() });
    let regions: Vec<_> = regions.iter().map(load).collect::<Result<_, _>>()?;
    let comparison = CaseComparison::new(&regions, &case, args.as_of, &days)?;
    match global.format {
        Format::Json => print_json(&comparison)?,
        Format::Csv => rows::print(&comparison.cases, global.lang)?,
        Format::Table => output::print(&compared::text(&comparison, global.lang))?,
    }
    Ok(comparison.cases.iter().any(|report| !report.is_in_order()))
}
