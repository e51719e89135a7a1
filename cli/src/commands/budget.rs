//! `swv budget`: a budget, computed, with what does not follow.

use std::fmt::Write as _;

use swv_core::{Language, LineKind, LineUnit};
use swv_host::{BudgetReport, BudgetReportLine, Finding, FindingKind};

use super::{print_csv, print_json};
use crate::args::{BudgetArgs, Format, Global};
use crate::error::CliError;
use crate::output;
use crate::regions::Packages;
use crate::show::{self, Alignment, Table, amount, decimal, mark, say, whole};

/// Whether the command is a check that found something beyond rounding.
pub(crate) fn run(global: &Global, args: &BudgetArgs) -> Result<bool, CliError> {
    let region = Packages::read(global)?.load(&args.region.region)?;
    let report = region.budget(args.region.sector)?;
    let found = args.check
        && report
            .findings
            .iter()
            .any(|finding| finding.kind != FindingKind::Rounding);
    match (global.format, args.check) {
        (Format::Json, false) => print_json(&report)?,
        (Format::Json, true) => print_json(&report.findings)?,
        (Format::Csv, false) => print_lines(&report)?,
        (Format::Csv, true) => print_findings(&report)?,
        (Format::Table, false) => output::print(&format!(
            "{}{}",
            table(&report, global.lang),
            findings(&report, global.lang)
        ))?,
        (Format::Table, true) => output::print(&findings(&report, global.lang))?,
    }
    Ok(found)
}

fn print_lines(report: &BudgetReport) -> Result<(), CliError> {
    let mut rows = Vec::new();
    let cell = |cents: Option<i64>| cents.map(|cents| cents.to_string()).unwrap_or_default();
    for line in &report.lines {
        for column in &report.columns {
            rows.push(vec![
                line.id.clone(),
                column.clone(),
                cell(line.published_cents.get(column).copied().flatten()),
                cell(line.computed_cents.get(column).copied().flatten()),
                line.rule.clone(),
                line.section.clone(),
            ]);
        }
    }
    print_csv(
        &["line", "column", "published_cents", "computed_cents", "rule", "section"],
        rows,
    )
}

fn print_findings(report: &BudgetReport) -> Result<(), CliError> {
    let cell = |cents: Option<i64>| cents.map(|cents| cents.to_string()).unwrap_or_default();
    let row = |finding: &Finding| {
        vec![
            finding.id.clone(),
            kind(finding.kind, Language::En).to_owned(),
            cell(finding.published_cents),
            cell(finding.computed_cents),
            cell(finding.difference_cents),
            finding.explanation.en.clone(),
        ]
    };
    let header = [
        "id",
        "kind",
        "published_cents",
        "computed_cents",
        "difference_cents",
        "explanation",
    ];
    print_csv(&header, report.findings.iter().map(row))
}

/// The computed budget; a cell that differs from the print is marked.
fn table(report: &BudgetReport, language: Language) -> String {
    let mut columns = vec![(say(language, "euro", "euros"), Alignment::Left)];
    columns.extend(report.columns.iter().map(|column| (column.as_str(), Alignment::Right)));
    let mut table = Table::new(&columns);
    for line in &report.lines {
        let cells = report.columns.iter().map(|column| {
            let differs = report.findings.iter().any(|finding| {
                finding.line == line.id && finding.column == *column && finding.kind != FindingKind::Rounding
            });
            let shown = line
                .computed_cents
                .get(column)
                .copied()
                .flatten()
                .map(|cents| short(language, line, cents));
            format!("{}{}", shown.unwrap_or_default(), if differs { " ≠" } else { "" })
        });
        let name = match line.kind {
            LineKind::Subtotal | LineKind::Result => line.label.to_uppercase(),
            LineKind::Income | LineKind::Expense | LineKind::Reserve | LineKind::Rate => line.label.clone(),
        };
        table.row(std::iter::once(format!("{name}{}", mark(line.status))).chain(cells));
    }
    let mut text = table.text();
    text.push_str(say(
        language,
        "\nBerekend, op hele euro's. * afgeleid   ? onbekend   ≠ volgt niet uit het document (zie onder)\n",
        "\nComputed, in whole euros. * interpreted   ? unknown   ≠ does not follow from the document (see below)\n",
    ));
    text
}

/// An amount in whole euros: a table of six years has no room for cents.
fn short(language: Language, line: &BudgetReportLine, cents: i64) -> String {
    match line.unit {
        LineUnit::EuroCents => {
            let rounded = swv_core::Money::from_cents(cents).rounded_to_euros(swv_core::Rounding::HalfAwayFromZero);
            whole(language, rounded.map_or(cents, |rounded| rounded.cents()) / 100)
        }
        LineUnit::Hundredths => ratio(language, cents),
    }
}

fn ratio(language: Language, hundredths: i64) -> String {
    decimal(language, &swv_core::Money::from_cents(hundredths).to_string())
}

fn findings(report: &BudgetReport, language: Language) -> String {
    if report.findings.is_empty() {
        return say(
            language,
            "\nAlles volgt uit het document.\n",
            "\nEverything follows from the document.\n",
        )
        .to_owned();
    }
    let mut text = String::from("\n");
    let rounding = report
        .findings
        .iter()
        .filter(|finding| finding.kind == FindingKind::Rounding)
        .count();
    for finding in report
        .findings
        .iter()
        .filter(|finding| finding.kind != FindingKind::Rounding)
    {
        let line = report.lines.iter().find(|line| line.id == finding.line);
        let label = line.map_or(finding.line.as_str(), |line| line.label.as_str());
        let shown = |cents: Option<i64>| match (cents, line.map(|line| line.unit)) {
            (None, _) => "–".to_owned(),
            (Some(hundredths), Some(LineUnit::Hundredths)) => ratio(language, hundredths),
            (Some(cents), _) => amount(language, cents),
        };
        let _ = writeln!(text, "≠ {label}, {} ({})", finding.column, kind(finding.kind, language));
        let _ = writeln!(
            text,
            "  {} {}   {} {}   {} {}",
            say(language, "gedrukt", "printed"),
            shown(finding.published_cents),
            say(language, "berekend", "computed"),
            shown(finding.computed_cents),
            say(language, "verschil", "difference"),
            shown(finding.difference_cents),
        );
        let _ = writeln!(text, "  {}", show::text(language, &finding.explanation));
    }
    if rounding > 0 {
        let _ = match language {
            Language::Nl => writeln!(
                text,
                "Daarnaast {rounding} afrondingsverschillen van een eenheid (--format json toont ze)."
            ),
            Language::En => writeln!(
                text,
                "Besides, {rounding} rounding differences of one unit (--format json shows them)."
            ),
        };
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
        FindingKind::Text => say(language, "tekst", "text"),
    }
}
