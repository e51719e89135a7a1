//! `swv compare`: regions side by side, by key figures of one definition.

use std::fmt::Write as _;

use clap::Args;
use serde::Serialize;
use swv_core::{CalendarYear, Language, Sector};
use swv_host::{ComparedValue, Comparison};

use super::word;
use crate::args::Global;
use crate::error::CliError;
use crate::regions::Packages;
use crate::show::{self, Alignment, Page, Rows, Shown, Table, say};
use crate::ui::Ui;

/// Compare regions by key figures of one definition
#[derive(Args)]
#[command(after_help = "\
Examples:
  swv compare
  swv compare --sector vo
  swv compare --year 2025 --sources
  swv compare --format csv > vergelijking.csv")]
pub(crate) struct CompareArgs {
    /// The sector to compare
    #[arg(long, value_name = "po|vo", default_value = "po")]
    sector: Sector,
    /// The calendar year; where a region has no figure of it, the last one before stands with its own year
    #[arg(long, default_value = "2024")]
    year: CalendarYear,
    /// List the source of every figure below the table
    #[arg(long)]
    sources: bool,
}

/// The comparison, and whether its sources are told.
#[derive(Serialize)]
#[serde(transparent)]
struct Compared {
    comparison: Comparison,
    #[serde(skip)]
    sources: bool,
}

pub(crate) fn run(ui: &mut Ui, global: &Global, args: &CompareArgs) -> Result<(), CliError> {
    let packages = Packages::read(ui, global)?;
    let comparison = Comparison::of(&packages.load_all()?, args.sector, args.year)?;
    if !comparison.figures.iter().any(|figure| figure.values.values().flatten().any(|value| value.year.is_some())) {
        return Err(CliError::NoFigures { year: args.year, first: comparison.first_year.unwrap_or(args.year) });
    }
    ui.show(&Compared { comparison, sources: args.sources })
}

impl Shown for Compared {
    fn rows(&self, language: Language) -> Rows {
        let header = ["figure", "region", "value", "unit", "year", "status", "document", "section"];
        Rows::new(&header, rows(&self.comparison, language))
    }

    fn text(&self, page: Page) -> String {
        table(&self.comparison, page, self.sources)
    }

    fn is_final(&self) -> bool {
        self.comparison.figures.iter().all(|figure| figure.values.values().all(Option::is_some))
    }
}

fn rows(comparison: &Comparison, language: Language) -> Vec<Vec<String>> {
    let mut rows = Vec::new();
    for figure in &comparison.figures {
        for (region, value) in &figure.values {
            let Some(value) = value else { continue };
            let source = value.source.as_ref();
            rows.push(vec![
                figure.id.clone(),
                region.to_string(),
                show::plain(language, &value.value),
                word(&figure.unit),
                value.year.map(|year| year.to_string()).unwrap_or_default(),
                word(&value.status),
                source.map(|source| source.document.clone()).unwrap_or_default(),
                source.map(|source| source.section.clone()).unwrap_or_default(),
            ]);
        }
    }
    rows
}

fn table(comparison: &Comparison, page: Page, with_sources: bool) -> String {
    let language = page.language;
    let regions: Vec<&str> = comparison.regions.iter().map(|region| region.as_str()).collect();
    let mut columns = vec![("", Alignment::Left)];
    columns.extend(regions.iter().map(|region| (*region, Alignment::Right)));
    let mut table = Table::new(&columns);
    for figure in &comparison.figures {
        let shown = |value: &Option<ComparedValue>| match value {
            None => "–".to_owned(),
            Some(value) => {
                let year = value.year.filter(|year| *year != comparison.year);
                let year = year.map(|year| format!(" ({year})")).unwrap_or_default();
                let mark = show::mark(value.status);
                format!("{}{year}{mark}", show::value(language, &value.value, &figure.unit, value.approximate))
            }
        };
        let cells = comparison.regions.iter().map(|region| figure.values.get(region).map_or_else(String::new, shown));
        table.row(std::iter::once(show::text(language, &figure.label)).chain(cells));
    }
    let mut text = table.text(page);
    text.push('\n');
    text.push_str(&legend(comparison, language));
    text.push_str(&findings(comparison, language));
    if with_sources {
        text.push('\n');
        text.push_str(&sources(comparison, language));
    } else {
        text.push_str(say(
            language,
            "Bronnen: swv compare --sources. Definities, bronnen en exacte waarden: --format json.\n",
            "Sources: swv compare --sources. Definitions, sources and exact values: --format json.\n",
        ));
    }
    text
}

fn legend(comparison: &Comparison, language: Language) -> String {
    let year = comparison.year;
    match language {
        Language::Nl => format!(
            "Sector {}, kalenderjaar {year}; een ander jaar staat erbij.\n\
             * afgeleid uit wat het document zegt   – het document zwijgt\n",
            comparison.sector
        ),
        Language::En => format!(
            "Sector {}, calendar year {year}; any other year is given.\n\
             * interpreted from what the document says   – the document is silent\n",
            comparison.sector
        ),
    }
}

/// National amounts that regions state differently, each with both sources.
fn findings(comparison: &Comparison, language: Language) -> String {
    if comparison.findings.is_empty() {
        return String::new();
    }
    let mut text = say(
        language,
        "\nLandelijke bedragen waarin regio's elkaar tegenspreken:\n",
        "\nNational amounts on which regions contradict each other:\n",
    )
    .to_owned();
    for finding in &comparison.findings {
        // An amount per pupil differs in its cents.
        let shown = |value| show::exact(language, value, &finding.unit);
        let (name, year) = (&finding.national, finding.year);
        let _ = writeln!(text, "≠ {name} {year}: {}", show::text(language, &finding.explanation));
        for stated in [&finding.first, &finding.second] {
            let (region, place, source) = (&stated.region, &stated.place, &stated.source);
            let (value, mark) = (shown(&stated.value), show::mark(stated.status));
            let _ = writeln!(text, "  {region} {place}: {value}{mark} ({}, {})", source.document, source.section);
        }
        let _ = writeln!(text, "  {} {}", say(language, "verschil", "difference"), shown(&finding.difference));
    }
    text.push('\n');
    text
}

/// Every figure with its sources.
fn sources(comparison: &Comparison, language: Language) -> String {
    let mut text = String::new();
    for figure in &comparison.figures {
        let _ = writeln!(text, "{}: {}", show::text(language, &figure.label), show::text(language, &figure.definition));
        for (region, value) in &figure.values {
            if let Some(source) = value.as_ref().and_then(|value| value.source.as_ref()) {
                let _ = writeln!(text, "  {region}: {}, {}", source.document, source.section);
            }
        }
    }
    text
}
