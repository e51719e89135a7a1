//! `swv allocate`: a year's money over a region's schools.

use std::fmt::Write as _;

use swv_core::{BoardNumber, Dataset, Language, Money};
use swv_host::{AllocationReport, AllocationReportLine, Digest, Region, Spread};

use super::{print_csv, print_json, supplied, supplied_field};
use crate::args::{AllocateArgs, Format, Global};
use crate::dataset_file;
use crate::error::CliError;
use crate::output;
use crate::regions::Packages;
use crate::show::{self, Alignment, Table, amount, say, whole};
use crate::synthetic;

pub(crate) fn run(global: &Global, args: &AllocateArgs) -> Result<(), CliError> {
    let region = Packages::read(global)?.load_with(&args.region.region, &args.region.values)?;
    let (dataset, digest) = match &args.dataset {
        Some(file) => dataset_file::read(file)?,
        None => synthetic_dataset(&region, args)?,
    };
    let mut report = region.allocate(args.region.sector, args.year, &dataset, digest)?;
    if let Some(recipient) = &args.recipient {
        narrow(&mut report, &dataset, recipient)?;
    }
    match global.format {
        Format::Json => print_json(&report),
        Format::Csv => print_rows(&report),
        Format::Table => Ok(output::print(&table(&report, &dataset, global.lang))?),
    }
}

fn synthetic_dataset(region: &Region, args: &AllocateArgs) -> Result<(Dataset, Digest), CliError> {
    let sector = args.region.sector;
    // A region without rules says so before it is asked for data.
    region.can_allocate(sector)?;
    synthetic::from_published_totals(region.package(), sector, args.year).ok_or_else(|| CliError::NoSynthetic {
        region: region.id().clone(),
        sector,
        year: args.year,
        years: synthetic::years(region.package(), sector),
    })
}

/// Leaves only what concerns one recipient, or the schools of one board: what a
/// decision letter (beschikking) says.
fn narrow(report: &mut AllocationReport, dataset: &Dataset, recipient: &str) -> Result<(), CliError> {
    let board = recipient.parse::<BoardNumber>().ok();
    let concerned: Vec<&str> = dataset
        .recipients
        .iter()
        .filter(|row| row.id == recipient || (board.is_some() && row.board == board))
        .map(|row| row.id.as_str())
        .collect();
    if concerned.is_empty() {
        return Err(CliError::NoRecipient { recipient: recipient.to_owned(), dataset: dataset.name.clone() });
    }
    report.lines.retain(|line| concerned.contains(&line.recipient.as_str()));
    report.rules.retain(|rule| report.lines.iter().any(|line| line.rule == rule.id));
    report.recipients.retain(|total| concerned.contains(&total.id.as_str()));
    report.boards.retain(|total| Some(&total.id) == board.as_ref().map(ToString::to_string).as_ref());
    report.missing.retain(|missing| missing.recipient.as_deref().is_none_or(|id| concerned.contains(&id)));
    (report.recipient_spread, report.board_spread) = (None, None);
    report.total_cents = Money::try_sum(report.lines.iter().map(|line| line.amount_cents))
        .map_err(|error| CliError::Write(error.to_string()))?;
    report.remainder_cents = Money::ZERO;
    Ok(())
}

fn print_rows(report: &AllocationReport) -> Result<(), CliError> {
    let row = |line: &AllocationReportLine| {
        vec![
            line.recipient.clone(),
            line.rule.clone(),
            line.quantity.to_string(),
            line.rate_cents.cents().to_string(),
            line.per.to_string(),
            line.amount_cents.cents().to_string(),
            report.dataset.name.clone(),
            report.dataset.synthetic.to_string(),
            supplied_field(&report.supplied),
        ]
    };
    let header =
        ["recipient", "rule", "quantity", "rate_cents", "per", "amount_cents", "dataset", "synthetic", "supplied"];
    print_csv(&header, report.lines.iter().map(row))
}

fn table(report: &AllocationReport, dataset: &Dataset, language: Language) -> String {
    let mut text = heading(report, language);
    let mut table = Table::new(&[
        (say(language, "school", "school"), Alignment::Left),
        (say(language, "naam", "name"), Alignment::Left),
        (say(language, "regel", "rule"), Alignment::Left),
        (say(language, "aantal", "quantity"), Alignment::Right),
        (say(language, "tarief", "rate"), Alignment::Right),
        (say(language, "bedrag", "amount"), Alignment::Right),
    ]);
    for line in &report.lines {
        let recipient = dataset.recipients.iter().find(|recipient| recipient.id == line.recipient);
        table.row([
            line.recipient.clone(),
            recipient.map(|recipient| recipient.name.clone()).unwrap_or_default(),
            line.rule.clone(),
            whole(language, line.quantity),
            rate(language, line),
            amount(language, line.amount_cents.cents()),
        ]);
    }
    text.push_str(&table.text());
    let total = amount(language, report.total_cents.cents());
    let left = amount(language, report.remainder_cents.cents());
    let _ = writeln!(
        text,
        "\n{} {total}   {} {left}",
        say(language, "totaal", "total"),
        say(language, "rest", "remainder")
    );
    text.push_str(&spread(report.recipient_spread.as_ref(), say(language, "per school", "by school"), language));
    text.push_str(&spread(report.board_spread.as_ref(), say(language, "per bestuur", "by board"), language));
    for rule in &report.rules {
        let source = rule.source.as_ref().map(|source| format!("{}, {}", source.document, source.section));
        let _ = writeln!(text, "{}: {} ({})", rule.id, show::text(language, &rule.title), source.unwrap_or_default());
    }
    text.push_str(&supplied(&report.supplied, language));
    text.push_str(&missing(report, language));
    text
}

/// The lowest and highest amount per pupil.
fn spread(spread: Option<&Spread>, of: &str, language: Language) -> String {
    let Some(spread) = spread else { return String::new() };
    let shown = |money: Money| amount(language, money.cents());
    let (lowest, highest) = (shown(spread.lowest_cents), shown(spread.highest_cents));
    let name = say(language, "per leerling,", "per pupil,");
    let apart = say(language, "spreiding", "spread");
    format!("{name} {of}: {lowest} – {highest}, {apart} {}\n", shown(spread.difference_cents))
}

/// The rate, and how many it is for where that is more than one.
fn rate(language: Language, line: &AllocationReportLine) -> String {
    let rate = amount(language, line.rate_cents.cents());
    match line.per {
        1 => rate,
        per => format!("{rate} {} {}", say(language, "per", "per"), whole(language, i64::from(per))),
    }
}

fn heading(report: &AllocationReport, language: Language) -> String {
    let dataset = &report.dataset;
    let mut text = format!("{} {} {}, {}\n", report.region, report.sector, report.year, dataset.name);
    if dataset.synthetic {
        text.push_str(say(
            language,
            "SYNTHETISCH: scholen en aantallen zijn verzonnen.\n",
            "SYNTHETIC: schools and counts are made up.\n",
        ));
    }
    for quantity in &dataset.quantities {
        if let Some(day) = quantity.counted_on {
            let provisional = if quantity.provisional { say(language, ", voorlopig", ", provisional") } else { "" };
            let _ =
                writeln!(text, "{}: {} {day}{provisional}", quantity.name, say(language, "geteld op", "counted on"));
        }
    }
    text.push('\n');
    text
}

/// What is missing: whole quantities by name, gaps by their number.
fn missing(report: &AllocationReport, language: Language) -> String {
    let mut text = String::new();
    let (gaps, absent): (Vec<_>, Vec<_>) = report.missing.iter().partition(|missing| missing.recipient.is_some());
    if !absent.is_empty() {
        let names: Vec<_> = absent.iter().map(|missing| missing.what.as_str()).collect();
        let note = say(
            language,
            "niet in de dataset; regels die het nodig hebben, zijn niet berekend",
            "not in the dataset; rules that need it are not computed",
        );
        let _ = writeln!(text, "! {note}: {}", names.join(", "));
    }
    for missing in gaps {
        let recipient = missing.recipient.as_deref().unwrap_or_default();
        let note = say(language, "is niet precies bekend", "is not exactly known");
        let _ = writeln!(text, "! {recipient}: {} {note}", missing.what);
    }
    text
}
