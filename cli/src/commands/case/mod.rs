//! `swv case`: where a case stands by the rules of a region, or of several, and
//! a case made of a dossier.

mod compared;
mod import_oso;
mod rows;
mod shown;
mod written;

use std::path::Path;

use swv_core::RegionId;
use swv_core::procedure::CaseFile;
use swv_host::CaseComparison;

use super::print_json;
use crate::args::{CaseArgs, CaseCommand, FollowArgs, Format, Global, Values};
use crate::error::CliError;
use crate::regions::Packages;
use crate::{files, known_days, output};

/// Whether there is anything wrong with the case.
pub(crate) fn run(global: &Global, args: &CaseArgs) -> Result<bool, CliError> {
    match (&args.command, &args.follow) {
        (Some(CaseCommand::ImportOso(args)), _) => import_oso::run(global, args).map(|()| false),
        (None, Some(asked)) => follow(global, args, asked),
        (None, None) => Err(CliError::CaseTargets { expected: "REGION FILE" }),
    }
}

fn follow(global: &Global, args: &CaseArgs, asked: &FollowArgs) -> Result<bool, CliError> {
    match (asked.compare.as_slice(), asked.targets.as_slice()) {
        ([], [region, file]) => {
            one(global, args, asked, &region.parse().map_err(CliError::RegionName)?, Path::new(file))
        }
        ([], _) => Err(CliError::CaseTargets { expected: "REGION FILE" }),
        (_, [_]) if args.values.parameters.is_some() || !args.values.set.is_empty() => Err(CliError::ComparedValues),
        (regions, [file]) => compare(global, args, asked, regions, Path::new(file)),
        (_, _) => Err(CliError::CaseTargets { expected: "--compare REGION,REGION FILE" }),
    }
}

fn one(global: &Global, args: &CaseArgs, asked: &FollowArgs, region: &RegionId, file: &Path) -> Result<bool, CliError> {
    let case: CaseFile = files::typed(file, "case")?;
    let days = known_days::read(&args.days)?;
    let region = Packages::read(global)?.load_with(region, &args.values)?;
    let report = region.case(&case, asked.as_of, &days)?;
    match global.format {
        Format::Json => print_json(&report)?,
        Format::Csv => rows::print(std::slice::from_ref(&report), global.lang)?,
        Format::Table => output::print(&shown::text(&report, global.lang, asked.explain))?,
    }
    Ok(!report.is_in_order())
}

fn compare(
    global: &Global,
    args: &CaseArgs,
    asked: &FollowArgs,
    regions: &[RegionId],
    file: &Path,
) -> Result<bool, CliError> {
    let case: CaseFile = files::typed(file, "case")?;
    let days = known_days::read(&args.days)?;
    let packages = Packages::read(global)?;
    let load = |region| packages.load_with(region, &Values { parameters: None, set: Vec::new() });
    let regions: Vec<_> = regions.iter().map(load).collect::<Result<_, _>>()?;
    let comparison = CaseComparison::new(&regions, &case, asked.as_of, &days)?;
    match global.format {
        Format::Json => print_json(&comparison)?,
        Format::Csv => rows::print(&comparison.cases, global.lang)?,
        Format::Table => output::print(&compared::text(&comparison, global.lang))?,
    }
    Ok(comparison.cases.iter().any(|report| !report.is_in_order()))
}
