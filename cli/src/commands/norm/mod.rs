//! `swv norm`: what schools owe every pupil, a school's self-scan judged by
//! it, and the norms of regions side by side.

mod comparison;
mod listing;
mod scan;
mod template;

use std::path::PathBuf;

use clap::Args;
use swv_core::norm::ScanResult;
use swv_core::{Date, Language, NormLevel, RegionId, Sector, SelfScan};
use swv_host::{NormComparison, NormReport, ScanReport, ScansReport};

use super::{Outcome, word};
use crate::args::{Global, day};
use crate::error::CliError;
use crate::files;
use crate::regions::Packages;
use crate::show::{Page, Rows, Shown, say};
use crate::ui::Ui;

/// Show what schools owe every pupil (basisondersteuning), judge self-scans by it, or compare regions
///
/// One region shows its norm; several, or none for all, are compared by subject. A self-scan holds a school's own
/// answer to each item: yes, partly, no or unknown. Only what is owed decides whether the school meets the norm;
/// `partly` is not enough for that, and unknown never counts as yes. In a region that chooses to set no norm, what
/// is owed instead is judged in the same way. Exit code 1 when a scanned school falls short.
#[derive(Args)]
#[command(after_help = "\
Examples:
  swv norm almere --sector vo
  swv norm almere --template > school.toml
  swv norm almere --scan school.toml
  swv norm almere --scan scans/*.toml    each school, and totals by district and board
  swv norm                               the regions side by side
  swv norm almere zuid-kennemerland --national landelijk.toml")]
pub(crate) struct NormArgs {
    /// The regions' ids; one shows its norm, several or none are compared
    #[arg(value_name = "REGION")]
    region: Vec<RegionId>,
    /// The sector; po if not given, and for --scan that of the first scan
    #[arg(long, value_name = "po|vo")]
    sector: Option<Sector>,
    /// Judge these self-scans (TOML or JSON), one file a school; several give totals too
    #[arg(long, value_name = "FILE", num_args = 1.., conflicts_with_all = ["template", "national"])]
    scan: Vec<PathBuf>,
    /// Hold the regions against a national norm from this file
    #[arg(long, value_name = "FILE", conflicts_with = "template")]
    national: Option<PathBuf>,
    /// The day on which the norm holds; the newest if not given
    #[arg(long, value_name = "DATE", value_parser = day, conflicts_with_all = ["scan", "national"])]
    as_of: Option<Date>,
    /// Print a self-scan to fill in: every item as unknown, with its obligation as comment
    #[arg(long)]
    template: bool,
}

pub(crate) fn run(ui: &mut Ui, global: &Global, args: &NormArgs) -> Result<Outcome, CliError> {
    let packages = Packages::read(ui, global)?;
    let sector = args.sector.unwrap_or(Sector::Po);
    let named = once(&args.region);
    match named.as_slice() {
        [region] if !args.scan.is_empty() => scans(ui, args, &packages.load(region)?).map(Outcome::found),
        [region] if args.template => {
            let report = norm(&packages.load(region)?, args, sector)?;
            ui.text(&template::template(&report, ui.language))?;
            Ok(Outcome::Done)
        }
        [region] if args.national.is_none() => {
            ui.show(&norm(&packages.load(region)?, args, sector)?)?;
            Ok(Outcome::Done)
        }
        _ if args.template || !args.scan.is_empty() || args.as_of.is_some() => Err(CliError::OneRegion {
            option: match (args.template, args.as_of) {
                (true, _) => "--template",
                (false, Some(_)) => "--as-of",
                (false, None) => "--scan",
            },
        }),
        named => compare(ui, args, &packages, (named, sector)).map(|()| Outcome::Done),
    }
}

/// The region's norm on the day asked for, or else the newest.
fn norm(region: &swv_host::Region, args: &NormArgs, sector: Sector) -> Result<NormReport, CliError> {
    Ok(match args.as_of {
        Some(day) => region.norm_on(sector, day)?,
        None => region.norm(sector)?,
    })
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

/// Whether some school falls short.
fn scans(ui: &mut Ui, args: &NormArgs, region: &swv_host::Region) -> Result<bool, CliError> {
    let read = |file: &PathBuf| Ok((file.display().to_string(), files::typed(file, "self-scan")?));
    let scans = args.scan.iter().map(read).collect::<Result<Vec<(String, SelfScan)>, CliError>>()?;
    let of_first = scans.first().map_or(Sector::Po, |(_, scan)| scan.sector);
    let report = region.scans(args.sector.unwrap_or(of_first), &scans)?;
    match report.scans.as_slice() {
        [one] => ui.show(one)?,
        _ => ui.show(&report)?,
    }
    Ok(report.scans.iter().any(|scan| scan.result == ScanResult::FallsShort))
}

fn compare(
    ui: &mut Ui,
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
    ui.show(&NormComparison::of(&regions, sector, national.as_ref())?)
}

impl Shown for NormReport {
    fn rows(&self, language: Language) -> Rows {
        listing::rows(self, language)
    }

    fn text(&self, page: Page) -> String {
        listing::listing(self, page)
    }
}

impl Shown for ScanReport {
    fn rows(&self, _: Language) -> Rows {
        scan::rows(std::slice::from_ref(self))
    }

    fn text(&self, page: Page) -> String {
        scan::school(self, page)
    }

    fn is_final(&self) -> bool {
        self.missing.is_empty()
    }
}

impl Shown for ScansReport {
    fn rows(&self, _: Language) -> Rows {
        scan::rows(&self.scans)
    }

    fn text(&self, page: Page) -> String {
        scan::schools(self, page)
    }

    fn is_final(&self) -> bool {
        self.scans.iter().all(|scan| scan.missing.is_empty())
    }
}

impl Shown for NormComparison {
    fn rows(&self, language: Language) -> Rows {
        comparison::rows(self, language)
    }

    fn text(&self, page: Page) -> String {
        comparison::table(self, page)
    }
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
