//! `swv budget`: a budget, computed, with what does not follow.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use clap::Args;
use serde::Serialize;
use swv_core::{Language, LineKind, Status, Text, Unit};
use swv_host::{BudgetReport, BudgetReportLine, Finding, FindingKind, ReportValue};

use super::effect::without_effect;
use super::{Outcome, silent, supplied, supplied_field};
use crate::args::Global;
use crate::error::CliError;
use crate::regions::{Packages, RegionArgs};
use crate::show::{self, Alignment, Page, Rows, Shown, Table, decimal, mark, say, whole};
use crate::ui::Ui;

/// Compute a region's multi-year budget beside the published one
#[derive(Args)]
#[command(after_help = "\
Examples:
  swv budget almere --sector vo
  swv budget zuid-kennemerland --check    exit code 1 when something does not follow")]
pub(crate) struct BudgetArgs {
    #[command(flatten)]
    region: RegionArgs,
    /// Print only what does not follow, and exit with 1 when there is anything beyond rounding
    #[arg(long)]
    check: bool,
}

pub(crate) fn run(ui: &mut Ui, global: &Global, args: &BudgetArgs) -> Result<Outcome, CliError> {
    let packages = Packages::read(ui, global)?;
    let region = packages.load_with(&args.region.region, &args.region.values)?;
    let sector = args.region.sector;
    let mut report = region.budget(sector)?;
    without_effect(ui, &packages, &region, sector, &report, |region| Ok(region.budget(sector)?))?;
    if !args.check {
        ui.show(&report)?;
        return Ok(Outcome::Done);
    }
    // A check is of the whole document: its key figures too.
    let of_lines: Vec<_> = report.lines.iter().map(|line| line.id.clone()).collect();
    let of_figures = region.indicators(args.region.sector)?.findings;
    report.findings.extend(of_figures.into_iter().filter(|finding| !of_lines.contains(&finding.line)));
    ui.show(&Check { findings: &report.findings, report: &report })?;
    Ok(Outcome::found(report.findings.iter().any(|finding| finding.kind != FindingKind::Rounding)))
}

impl Shown for BudgetReport {
    fn rows(&self, _: Language) -> Rows {
        let header =
            ["line", "column", "unit", "published", "computed", "status", "rule", "section", "complete", "supplied"];
        let mut rows = Vec::new();
        for line in &self.lines {
            for column in &self.columns {
                rows.push(vec![
                    line.id.clone(),
                    column.clone(),
                    line.unit.to_string(),
                    cell(line.published.get(column).copied().flatten()),
                    cell(line.computed.get(column).copied().flatten()),
                    status(line, column).to_owned(),
                    line.rule.clone(),
                    line.section.clone(),
                    self.missing.is_empty().to_string(),
                    supplied_field(&self.supplied),
                ]);
            }
        }
        Rows::new(&header, rows)
    }

    fn text(&self, page: Page) -> String {
        table(self, page) + &findings(self, page.language)
    }

    fn is_final(&self) -> bool {
        self.missing.is_empty()
    }
}

/// What a cell rests on; nothing where the line has no such cell.
fn status(line: &BudgetReportLine, column: &String) -> &'static str {
    match line.computed.get(column).copied().flatten() {
        Some(_) if line.stated.contains(column) => "stated",
        Some(_) => "computed",
        None if line.status == Status::Silent => "unknown",
        None => "",
    }
}

/// No more than what does not follow.
#[derive(Serialize)]
#[serde(transparent)]
struct Check<'a> {
    findings: &'a [Finding],
    #[serde(skip)]
    report: &'a BudgetReport,
}

impl Shown for Check<'_> {
    fn rows(&self, _: Language) -> Rows {
        let header = ["id", "kind", "unit", "published", "computed", "difference", "explanation"];
        let plain = |value: &Option<ReportValue>| {
            value.as_ref().map_or_else(String::new, |value| show::plain(Language::En, value))
        };
        let row = |finding: &Finding| {
            vec![
                finding.id.clone(),
                kind(finding.kind, Language::En).to_owned(),
                finding.unit.to_string(),
                plain(&finding.published),
                plain(&finding.computed),
                plain(&finding.difference),
                finding.explanation.en.clone(),
            ]
        };
        Rows::new(&header, self.findings.iter().map(row))
    }

    fn text(&self, page: Page) -> String {
        findings(self.report, page.language)
    }

    fn is_final(&self) -> bool {
        self.report.is_final()
    }
}

fn cell(cents: Option<i64>) -> String {
    cents.map(|cents| cents.to_string()).unwrap_or_default()
}

/// The computed budget; a cell that differs from the print is marked.
fn table(report: &BudgetReport, page: Page) -> String {
    let language = page.language;
    let mut columns = vec![(say(language, "euro", "euros"), Alignment::Left)];
    columns.extend(report.columns.iter().map(|column| (column.as_str(), Alignment::Right)));
    let mut table = Table::new(&columns);
    for line in &report.lines {
        let cells = report.columns.iter().map(|column| {
            let finding = report.findings.iter().find(|finding| finding.line == line.id && finding.column == *column);
            let of = |cells: &BTreeMap<String, Option<i64>>| cells.get(column).copied().flatten();
            let (computed, published) = (of(&line.computed), of(&line.published));
            // What agrees with the print is shown as it is printed.
            let agrees = finding.is_none_or(|finding| finding.difference.is_none());
            let mark = finding.filter(|finding| finding.kind != FindingKind::Rounding).map_or("", |_| "\u{a0}≠");
            match (computed, published) {
                (Some(_), Some(published)) if agrees => format!("{}{mark}", short(language, line, published)),
                (Some(computed), _) => format!("{}{mark}", short(language, line, computed)),
                (None, Some(published)) => format!("({}){mark}", short(language, line, published)),
                (None, None) => mark.to_owned(),
            }
        });
        let name = match line.kind {
            LineKind::Subtotal | LineKind::Result => line.label.to_uppercase(),
            LineKind::Income | LineKind::Expense | LineKind::Reserve | LineKind::Rate => line.label.clone(),
        };
        table.row(std::iter::once(format!("{name}{}", mark(line.status))).chain(cells));
    }
    let mut text = table.text_in_blocks(page);
    text.push_str(say(
        language,
        "\nBerekend, op hele euro's. ( ) gedrukt, niet te berekenen   * afgeleid   ? onbekend   ≠ zie onder\n",
        "\nComputed, in whole euros. ( ) printed, cannot be computed   * interpreted   ? unknown   ≠ see below\n",
    ));
    text
}

/// An amount in whole euros: a table of six years has no room for cents.
fn short(language: Language, line: &BudgetReportLine, cents: i64) -> String {
    match line.unit {
        Unit::EuroCents => {
            let rounded = swv_core::Money::from_cents(cents).rounded_to_euros(swv_core::Rounding::HalfAwayFromZero);
            whole(language, rounded.map_or(cents, |rounded| rounded.cents()) / 100)
        }
        _ => ratio(language, cents),
    }
}

fn ratio(language: Language, hundredths: i64) -> String {
    decimal(language, &swv_core::Money::from_cents(hundredths).to_string())
}

/// The findings beyond rounding; those with the same cause stand together.
fn findings(report: &BudgetReport, language: Language) -> String {
    let mut text = supplied(&report.supplied, language);
    text.push_str(&missing(report, language));
    text.push_str(&silent(&report.region, &report.silent_parameters, &report.silences, language));
    if report.findings.is_empty() {
        text.push_str(say(
            language,
            "\nGeen gedrukt bedrag spreekt een berekend bedrag tegen.\n",
            "\nNo printed amount contradicts a computed one.\n",
        ));
        return text;
    }
    let (rounding, beyond): (Vec<_>, Vec<_>) =
        report.findings.iter().partition(|finding| finding.kind == FindingKind::Rounding);
    let mut told: Vec<&Text> = Vec::new();
    for finding in &beyond {
        let cause = &finding.explanation;
        if told.contains(&cause) {
            continue;
        }
        told.push(cause);
        let _ = writeln!(text, "\n≠ {}: {}", kind(finding.kind, language), show::text(language, cause));
        for finding in beyond.iter().filter(|other| other.explanation == *cause) {
            let _ = writeln!(text, "  {}", figures(report, finding, language));
        }
    }
    if !rounding.is_empty() {
        let count = rounding.len();
        let _ = match language {
            Language::Nl => {
                writeln!(text, "\nDaarnaast {count} afrondingsverschillen van een eenheid; --format json toont ze.")
            }
            Language::En => {
                writeln!(text, "\nBesides, {count} rounding differences of one unit; --format json shows them.")
            }
        };
    }
    text
}

/// The lines whose amounts nobody has published, so that sums over them are
/// unknown too.
fn missing(report: &BudgetReport, language: Language) -> String {
    let mut text = String::new();
    if !report.missing.is_empty() {
        text.push_str(say(
            language,
            "\nONVOLLEDIG: bedragen zijn niet bekend, en dus geen totaal daarover:\n",
            "\nINCOMPLETE: amounts are not known, and so no total of them:\n",
        ));
    }
    for missing in &report.missing {
        let line = report.lines.iter().find(|line| line.id == missing.what);
        let label = line.map_or(missing.what.as_str(), |line| line.label.as_str());
        let column = missing.recipient.as_deref().unwrap_or_default();
        let note = say(language, "het document noemt het bedrag niet", "the document does not state the amount");
        let _ = writeln!(text, "? {label}, {column}: {note}");
    }
    text
}

/// The figures of one finding, on one line.
fn figures(report: &BudgetReport, finding: &Finding, language: Language) -> String {
    let line = report.lines.iter().find(|line| line.id == finding.line);
    let label = line.map_or(finding.line.as_str(), |line| line.label.as_str());
    let mut text = format!("{label}, {}", finding.column);
    let mut add = |name: &str, value: &Option<ReportValue>| {
        if let Some(value) = value {
            let _ = write!(text, "   {name} {}", show::exact(language, value, &finding.unit));
        }
    };
    add(say(language, "gedrukt", "printed"), &finding.published);
    if finding.difference.is_some() {
        add(say(language, "berekend", "computed"), &finding.computed);
        add(say(language, "verschil", "difference"), &finding.difference);
    }
    text
}

fn kind(kind: FindingKind, language: Language) -> &'static str {
    match kind {
        FindingKind::Rounding => say(language, "afronding", "rounding"),
        FindingKind::Sum => say(language, "optelling", "sum"),
        FindingKind::Label => say(language, "label of teken", "label or sign"),
        FindingKind::Percentage => say(language, "percentage", "percentage"),
        FindingKind::CrossTable => say(language, "tussen tabellen", "between tables"),
        FindingKind::CrossRegion => say(language, "tussen regio's", "between regions"),
        FindingKind::Text => say(language, "tekst", "text"),
    }
}
