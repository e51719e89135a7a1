//! `swv indicators`: a region's key figures, computed and published.

use std::fmt::Write as _;

use clap::Args;
use swv_core::{Language, Status};
use swv_host::{IndicatorReport, IndicatorReportLine, ReportValue};

use super::effect::without_effect;
use super::{silent, supplied, supplied_field, word};
use crate::args::Global;
use crate::error::CliError;
use crate::regions::{Packages, RegionArgs};
use crate::show::{self, Alignment, Page, Rows, Shown, Table, say};
use crate::ui::Ui;

/// Show a region's key figures, computed and published
#[derive(Args)]
#[command(after_help = "\
Examples:
  swv indicators haarlemmermeer
  swv indicators almere --sector vo --format json")]
pub(crate) struct IndicatorsArgs {
    #[command(flatten)]
    region: RegionArgs,
}

pub(crate) fn run(ui: &mut Ui, global: &Global, args: &IndicatorsArgs) -> Result<(), CliError> {
    let RegionArgs { region, sector, values } = &args.region;
    let packages = Packages::read(ui, global)?;
    let region = packages.load_with(region, values)?;
    let report = region.indicators(*sector)?;
    without_effect(ui, &packages, &region, *sector, &report, |region| Ok(region.indicators(*sector)?))?;
    ui.show(&report)
}

impl Shown for IndicatorReport {
    fn rows(&self, language: Language) -> Rows {
        let header = [
            "figure",
            "year",
            "basis",
            "column",
            "published",
            "approximate",
            "computed",
            "differs",
            "unit",
            "status",
            "document",
            "section",
            "supplied",
        ];
        Rows::new(&header, rows(self, language))
    }

    fn text(&self, page: Page) -> String {
        table(self, page)
    }

    fn is_final(&self) -> bool {
        self.indicators.iter().all(|line| line.value().is_some() && line.status != Status::Silent)
    }
}

fn rows(report: &IndicatorReport, language: Language) -> Vec<Vec<String>> {
    let plain =
        |value: &Option<ReportValue>| value.as_ref().map_or_else(String::new, |value| show::plain(language, value));
    let mut rows = Vec::new();
    for line in &report.indicators {
        rows.push(vec![
            line.id.clone(),
            line.year.to_string(),
            word(&line.basis),
            line.columns.join("; "),
            plain(&line.published),
            word(&line.approximate),
            plain(&line.computed),
            line.differs.to_string(),
            word(&line.unit),
            word(&line.status),
            line.source.document.clone(),
            line.source.section.clone(),
            supplied_field(&report.supplied),
        ]);
    }
    rows
}

fn table(report: &IndicatorReport, page: Page) -> String {
    let language = page.language;
    let mut table = Table::new(&[
        (say(language, "kengetal", "figure"), Alignment::Left),
        (say(language, "jaar", "year"), Alignment::Right),
        (say(language, "grondslag", "basis"), Alignment::Left),
        (say(language, "berekend", "computed"), Alignment::Right),
        (say(language, "gepubliceerd", "published"), Alignment::Right),
        (say(language, "bron", "source"), Alignment::Left),
    ]);
    for line in &report.indicators {
        let shown = |value: &Option<ReportValue>, line: &IndicatorReportLine| {
            let about = if value == &line.published { line.approximate } else { None };
            value.as_ref().map_or_else(String::new, |value| show::value(language, value, &line.unit, about))
        };
        table.row([
            format!("{}{}", show::text(language, &line.label), show::mark(line.status)),
            line.year.to_string(),
            line.basis.map_or_else(String::new, |basis| show::basis(language, basis).to_owned()),
            format!("{}{}", shown(&line.computed, line), if line.differs { "\u{a0}≠" } else { "" }),
            shown(&line.published, line),
            format!("{}, {}", line.source.document, line.source.section),
        ]);
    }
    let mut text = table.text(page);
    text.push_str(say(
        language,
        "\n* afgeleid uit wat het document zegt   ≠ zie onder\n",
        "\n* interpreted from what the document says   ≠ see below\n",
    ));
    text.push_str(&supplied(&report.supplied, language));
    text.push_str(&silent(&report.region, &report.silent_parameters, &report.silences, language));
    for finding in &report.findings {
        let line = report.indicators.iter().find(|line| line.id == finding.line);
        let name = line.map_or_else(|| finding.line.clone(), |line| show::text(language, &line.label));
        let (column, why) = (&finding.column, show::text(language, &finding.explanation));
        let _ = writeln!(text, "≠ {name}, {column}: {why}");
    }
    text
}
