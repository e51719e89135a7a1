//! `swv indicators`: a region's key figures, computed and published.

use std::fmt::Write as _;

use swv_core::Language;
use swv_host::{IndicatorReport, IndicatorReportLine, ReportValue};

use super::{print_csv, print_json, silent, supplied, supplied_field, word};
use crate::args::{Format, Global, RegionArgs};
use crate::error::CliError;
use crate::output;
use crate::regions::Packages;
use crate::show::{self, Alignment, Table, say};

pub(crate) fn run(global: &Global, args: &RegionArgs) -> Result<(), CliError> {
    let region = Packages::read(global)?.load_with(&args.region, &args.values)?;
    let report = region.indicators(args.sector)?;
    match global.format {
        Format::Json => print_json(&report),
        Format::Csv => print_rows(&report, global.lang),
        Format::Table => Ok(output::print(&table(&report, global.lang))?),
    }
}

fn print_rows(report: &IndicatorReport, language: Language) -> Result<(), CliError> {
    let plain = |value: &Option<ReportValue>| match value {
        Some(ReportValue::Whole(number)) => number.to_string(),
        Some(ReportValue::Decimal(text)) => text.clone(),
        Some(ReportValue::Words(words)) => show::text(language, words),
        None => String::new(),
    };
    let mut rows = Vec::new();
    for line in &report.indicators {
        rows.push(vec![
            line.id.clone(),
            line.year.to_string(),
            plain(&line.published),
            plain(&line.computed),
            word(&line.unit),
            word(&line.status),
            line.source.document.clone(),
            line.source.section.clone(),
            supplied_field(&report.supplied),
        ]);
    }
    print_csv(&["figure", "year", "published", "computed", "unit", "status", "document", "section", "supplied"], rows)
}

fn table(report: &IndicatorReport, language: Language) -> String {
    let mut table = Table::new(&[
        (say(language, "kengetal", "figure"), Alignment::Left),
        (say(language, "jaar", "year"), Alignment::Right),
        (say(language, "berekend", "computed"), Alignment::Right),
        (say(language, "gepubliceerd", "published"), Alignment::Right),
        (say(language, "bron", "source"), Alignment::Left),
    ]);
    for line in &report.indicators {
        let shown = |value: &Option<ReportValue>, line: &IndicatorReportLine| {
            let about = if value == &line.published { line.approximate } else { None };
            value.as_ref().map_or_else(String::new, |value| show::value(language, value, line.unit, about))
        };
        table.row([
            format!("{}{}", show::text(language, &line.label), show::mark(line.status)),
            line.year.to_string(),
            shown(&line.computed, line),
            shown(&line.published, line),
            format!("{}, {}", line.source.document, line.source.section),
        ]);
    }
    let mut text = table.text();
    text.push_str(say(
        language,
        "\n* afgeleid uit wat het document zegt\n",
        "\n* interpreted from what the document says\n",
    ));
    text.push_str(&supplied(&report.supplied, language));
    text.push_str(&silent(&report.region, &report.silent_parameters, &report.silences, language));
    for finding in &report.findings {
        let _ = writeln!(text, "≠ {}: {}", finding.id, show::text(language, &finding.explanation));
    }
    text
}
