//! `swv norm`: what schools owe every pupil, a school's self-scan judged by
//! it, and the norms of regions side by side.

mod comparison;
mod listing;
mod scan;
mod template;

use swv_core::norm::ScanResult;
use swv_core::{Language, NormLevel, RegionId, Sector, SelfScan};
use swv_host::NormComparison;

use super::{print_csv, print_json, word};
use crate::args::{Format, Global, NormArgs};
use crate::error::CliError;
use crate::files;
use crate::output;
use crate::regions::Packages;
use crate::show::say;

/// Whether the command is a check of a self-scan that falls short.
pub(crate) fn run(global: &Global, args: &NormArgs) -> Result<bool, CliError> {
    let packages = Packages::read(global)?;
    let sector = args.sector.unwrap_or(Sector::Po);
    let named = once(&args.region);
    match named.as_slice() {
        [region] if !args.scan.is_empty() => scans(global, args, &packages.load(region)?),
        [region] if args.template => {
            let report = packages.load(region)?.norm(sector)?;
            output::print(&template::template(&report, global.lang))?;
            Ok(false)
        }
        [region] if args.national.is_none() => {
            let report = packages.load(region)?.norm(sector)?;
            match global.format {
                Format::Json => print_json(&report)?,
                Format::Csv => print_csv(&listing::HEADER, listing::rows(&report, global.lang))?,
                Format::Table => output::print(&listing::listing(&report, global.lang))?,
            }
            Ok(false)
        }
        _ if args.template || !args.scan.is_empty() => {
            Err(CliError::OneRegion { option: if args.template { "--template" } else { "--scan" } })
        }
        named => compare(global, args, &packages, (named, sector)).map(|()| false),
    }
}

/// The regions that are named, each once.
fn once(regions: &[RegionId]) -> Vec<RegionId> {
    let mut once: Vec<RegionId> = Vec::new();
    for region in regions {
        if !once.contains(region) {
            once.push(region.clone());
        }
    }
    once
}

fn scans(global: &Global, args: &NormArgs, region: &swv_host::Region) -> Result<bool, CliError> {
    let read = |file: &std::path::PathBuf| Ok((file.display().to_string(), files::typed(file, "self-scan")?));
    let scans = args.scan.iter().map(read).collect::<Result<Vec<(String, SelfScan)>, CliError>>()?;
    let of_first = scans.first().map_or(Sector::Po, |(_, scan)| scan.sector);
    let report = region.scans(args.sector.unwrap_or(of_first), &scans)?;
    match (global.format, report.scans.as_slice()) {
        (Format::Json, [one]) => print_json(one)?,
        (Format::Json, _) => print_json(&report)?,
        (Format::Csv, _) => print_csv(&scan::HEADER, scan::rows(&report))?,
        (Format::Table, [one]) => output::print(&scan::school(one, global.lang))?,
        (Format::Table, _) => output::print(&scan::schools(&report, global.lang))?,
    }
    Ok(report.scans.iter().any(|scan| scan.result == ScanResult::FallsShort))
}

fn compare(
    global: &Global,
    args: &NormArgs,
    packages: &Packages,
    (named, sector): (&[RegionId], Sector),
) -> Result<(), CliError> {
    let national = args.national.as_deref().map(files::national_norm).transpose()?;
    let regions = match named {
        [] => packages.load_all()?,
        named => named.iter().map(|id| packages.load(id)).collect::<Result<_, _>>()?,
    };
    if !named.is_empty() {
        // A region that was named has to have a norm; it is not left out.
        for region in &regions {
            region.norm(sector)?;
        }
    }
    let compared = NormComparison::of(&regions, sector, national.as_ref())?;
    match global.format {
        Format::Json => print_json(&compared)?,
        Format::Csv => print_csv(&comparison::HEADER, comparison::rows(&compared, global.lang))?,
        Format::Table => output::print(&comparison::table(&compared, global.lang))?,
    }
    Ok(())
}

/// What people call a level.
fn level(language: Language, level: NormLevel) -> &'static str {
    match level {
        NormLevel::Basis => say(language, "basisnorm", "basic norm"),
        NormLevel::OwedInstead => say(language, "verplicht zonder norm", "owed without a norm"),
        NormLevel::Target => say(language, "streefnorm", "target norm"),
        NormLevel::Specialised => say(language, "met het samenwerkingsverband", "with the partnership"),
        NormLevel::Advised => say(language, "aangeraden", "advised"),
        NormLevel::Described => say(language, "beschreven", "described"),
    }
}
