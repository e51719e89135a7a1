//! `swv case`: where a case stands by the rules of a region, or of several, and
//! a case made of a dossier.

mod compared;
mod import_oso;
mod rows;
mod shown;
mod written;

use std::path::Path;

use clap::{Args, Subcommand};
use serde::Serialize;
use swv_core::procedure::CaseFile;
use swv_core::{Date, Language, RegionId};
use swv_host::{CaseComparison, CaseReport, Region};

use super::Outcome;
use super::effect::without_effect;
use crate::args::{Global, day};
use crate::error::CliError;
use crate::known_days::Days;
use crate::regions::{Packages, Values};
use crate::show::{Page, Rows, Shown};
use crate::ui::Ui;
use crate::{files, known_days};

/// Say where a case stands in a procedure: what is missing, due, wrong, and what can come next
#[derive(Args)]
#[command(after_help = "\
Examples:
  swv case almere zaak.toml --as-of 2025-03-01
  swv case almere zaak.toml --as-of 2025-03-01 --explain
  swv case --compare zuid-kennemerland,almere zaak.toml --as-of 2025-03-01
  swv case import-oso dossier.xml --region almere --key-file sleutel.txt --out zaak.toml
  swv schema case                      what a case file looks like

The exit code is 1 when something is wrong with the case.")]
#[command(args_conflicts_with_subcommands = true, subcommand_negates_reqs = true, disable_help_subcommand = true)]
pub(crate) struct CaseArgs {
    #[command(subcommand)]
    command: Option<CaseCommand>,
    #[command(flatten)]
    follow: Option<FollowArgs>,
    #[command(flatten)]
    values: Values,
    #[command(flatten)]
    days: Days,
}

#[derive(Subcommand)]
enum CaseCommand {
    ImportOso(import_oso::ImportOsoArgs),
}

// Without flattened arguments of its own, as clap would not see that it is there.
#[derive(Args)]
struct FollowArgs {
    /// The region and the case file; with --compare only the file
    #[arg(value_names = ["REGION", "FILE"], num_args = 1..=2, required = true)]
    targets: Vec<String>,
    /// The day of the question; nothing after it has happened
    #[arg(long, value_name = "DATE", value_parser = day)]
    as_of: Date,
    /// Cite the section of the document behind every answer
    #[arg(long)]
    explain: bool,
    /// Lay the case over the procedures of these regions
    #[arg(long, value_name = "REGION,REGION", value_delimiter = ',')]
    compare: Vec<RegionId>,
}

pub(crate) fn run(ui: &mut Ui, global: &Global, args: &CaseArgs) -> Result<Outcome, CliError> {
    match (&args.command, &args.follow) {
        (Some(CaseCommand::ImportOso(args)), _) => import_oso::run(ui, global, args).map(|()| Outcome::Done),
        (None, Some(asked)) => follow(ui, global, args, asked).map(Outcome::found),
        (None, None) => Err(CliError::CaseTargets { expected: "REGION FILE" }),
    }
}

/// Whether there is anything wrong with the case.
fn follow(ui: &mut Ui, global: &Global, args: &CaseArgs, asked: &FollowArgs) -> Result<bool, CliError> {
    match (asked.compare.as_slice(), asked.targets.as_slice()) {
        ([], [region, file]) => {
            let region: RegionId = region.parse().map_err(CliError::RegionName)?;
            let case: CaseFile = files::typed(Path::new(file), "case")?;
            let days = known_days::read(ui, &args.days)?;
            let packages = Packages::read(ui, global)?;
            let region = packages.load_with(&region, &args.values)?;
            let follow = |region: &Region| Ok(region.case(&case, asked.as_of, &days)?);
            let report = follow(&region)?;
            without_effect(ui, &packages, &region, case.sector, &report, follow)?;
            ui.show(&Followed { report: &report, explain: asked.explain })?;
            Ok(report.is_breached())
        }
        ([], _) => Err(CliError::CaseTargets { expected: "REGION FILE" }),
        (_, [_]) if args.values.parameters.is_some() || !args.values.set.is_empty() => Err(CliError::ComparedValues),
        (regions, [file]) => {
            let case: CaseFile = files::typed(Path::new(file), "case")?;
            let days = known_days::read(ui, &args.days)?;
            let packages = Packages::read(ui, global)?;
            let regions: Vec<_> = regions.iter().map(|region| packages.load(region)).collect::<Result<_, _>>()?;
            let comparison = CaseComparison::new(&regions, &case, asked.as_of, &days)?;
            ui.show(&comparison)?;
            Ok(comparison.cases.iter().any(CaseReport::is_breached))
        }
        (_, _) => Err(CliError::CaseTargets { expected: "--compare REGION,REGION FILE" }),
    }
}

/// Where a case stands, and whether every answer cites its section.
#[derive(Serialize)]
#[serde(transparent)]
struct Followed<'a> {
    report: &'a CaseReport,
    #[serde(skip)]
    explain: bool,
}

impl Shown for Followed<'_> {
    fn rows(&self, language: Language) -> Rows {
        rows::rows(std::slice::from_ref(self.report), language)
    }

    fn text(&self, page: Page) -> String {
        shown::text(self.report, page, self.explain)
    }

    fn is_final(&self) -> bool {
        self.report.is_final()
    }
}

impl Shown for CaseComparison {
    fn rows(&self, language: Language) -> Rows {
        rows::rows(&self.cases, language)
    }

    fn text(&self, page: Page) -> String {
        compared::text(self, page)
    }

    fn is_final(&self) -> bool {
        self.cases.iter().all(CaseReport::is_final) && self.without.is_empty()
    }
}
