//! `swv case`: where a case stands by the rules of a region, or of several, and
//! a case made of a dossier.

mod compared;
mod import_oso;
mod shown;
mod written;

use std::path::Path;

use swv_core::RegionId;
use swv_core::procedure::CaseFile;
use swv_host::{CaseComparison, CaseReport};

use super::{print_csv, print_json};
use crate::args::{CaseArgs, CaseCommand, FollowArgs, Format, Global, Values};
use crate::error::CliError;
use crate::regions::Packages;
use crate::{known_days, output, typed_file};

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
        (regions, [file]) => compare(global, args, asked, regions, Path::new(file)),
        (_, _) => Err(CliError::CaseTargets { expected: "--compare REGION,REGION FILE" }),
    }
}

fn one(global: &Global, args: &CaseArgs, asked: &FollowArgs, region: &RegionId, file: &Path) -> Result<bool, CliError> {
    let case: CaseFile = typed_file::read(file, "case")?;
    let days = known_days::read(&args.days)?;
    let region = Packages::read(global)?.load_with(region, &args.values)?;
    let report = region.case(&case, asked.as_of, &days)?;
    match global.format {
        Format::Json => print_json(&report)?,
        Format::Csv => print_rows(std::slice::from_ref(&report))?,
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
    let case: CaseFile = typed_file::read(file, "case")?;
    let days = known_days::read(&args.days)?;
    let packages = Packages::read(global)?;
    let load = |region| packages.load_with(region, &Values { parameters: None, set: Vec::new() });
    let regions: Vec<_> = regions.iter().map(load).collect::<Result<_, _>>()?;
    let comparison = CaseComparison::new(&regions, &case, asked.as_of, &days)?;
    match global.format {
        Format::Json => print_json(&comparison)?,
        Format::Csv => print_rows(&comparison.cases)?,
        Format::Table => output::print(&compared::text(&comparison, global.lang))?,
    }
    Ok(comparison.cases.iter().any(|report| !report.is_in_order()))
}

/// What is missing, wrong, due and paid, one a row.
fn print_rows(reports: &[CaseReport]) -> Result<(), CliError> {
    let mut rows = Vec::new();
    for report in reports {
        let case = &report.case;
        let mut row = |kind: &str, rule: &str, what: &str, who: &str, day: Option<String>, cents: Option<String>| {
            rows.push(vec![
                report.region.to_string(),
                case.key.clone(),
                case.synthetic.to_string(),
                kind.to_owned(),
                rule.to_owned(),
                what.to_owned(),
                who.to_owned(),
                day.unwrap_or_default(),
                cents.unwrap_or_default(),
            ]);
        };
        for item in &case.missing {
            row("missing", &item.rule, &item.what.nl, &item.from.nl, None, None);
        }
        for problem in &case.problems {
            row("problem", &problem.rule, &problem.message.nl, &problem.place, None, None);
        }
        for step in &case.next {
            row("next", &step.step, &step.title.nl, &step.actor.nl, None, None);
        }
        for deadline in &case.deadlines {
            let due = deadline.due.map(|due| due.to_string());
            row("deadline", &deadline.rule, &deadline.what.nl, &super::word(&deadline.status), due, None);
        }
        for period in &case.retention {
            row("retention", &period.rule, &period.what.nl, "", period.until.map(|until| until.to_string()), None);
        }
        for cost in &case.costs {
            let cents = cost.amount_cents.map(|amount| amount.cents().to_string());
            row("cost", &cost.rule, &cost.what.nl, &cost.payer.nl, Some(cost.period.from.to_string()), cents);
        }
    }
    print_csv(&["region", "key", "synthetic", "kind", "rule", "what", "who", "day", "amount_cents"], rows)
}
