//! `swv compare`: regions side by side, by key figures of one definition.

use std::fmt::Write as _;

use clap::Args;
use serde::Serialize;
use swv_core::{CalendarYear, Language, Sector};
use swv_host::{Basis, ComparedValue, Comparison, CrossRegionFinding};

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
        let header = [
            "figure",
            "region",
            "value",
            "approximate",
            "printed",
            "unit",
            "year",
            "basis",
            "status",
            "document",
            "section",
        ];
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
                word(&value.approximate),
                value.printed.as_ref().map_or_else(String::new, |printed| show::plain(language, printed)),
                word(&figure.unit),
                value.year.map(|year| year.to_string()).unwrap_or_default(),
                word(&value.basis),
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
                let about =
                    |value: &ComparedValue| show::value(language, &value.value, &figure.unit, value.approximate);
                let printed = if value.printed.is_some() { "\u{a0}≠" } else { "" };
                let (basis, mark) = (basis_mark(value.basis, language), show::mark(value.status));
                format!("{}{year}{basis}{printed}{mark}", about(value))
            }
        };
        let cells = comparison.regions.iter().map(|region| figure.values.get(region).map_or_else(String::new, shown));
        table.row(std::iter::once(show::text(language, &figure.label)).chain(cells));
    }
    let mut text = table.text(page);
    text.push('\n');
    text.push_str(&legend(comparison, language));
    text.push_str(&printed(comparison, language));
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

/// The letter behind a value that is no result.
fn basis_mark(basis: Option<Basis>, language: Language) -> &'static str {
    match basis {
        None | Some(Basis::Result) => "",
        Some(Basis::Budget) => say(language, "\u{a0}B", "\u{a0}B"),
        Some(Basis::Forecast) => say(language, "\u{a0}P", "\u{a0}F"),
        Some(Basis::Target) => say(language, "\u{a0}S", "\u{a0}T"),
    }
}

/// What a document prints that contradicts a value.
fn printed(comparison: &Comparison, language: Language) -> String {
    let mut text = String::new();
    for figure in &comparison.figures {
        for (region, value) in &figure.values {
            let Some(ComparedValue { value, printed: Some(printed), .. }) = value else { continue };
            let shown = |value| show::value(language, value, &figure.unit, None);
            let (label, printed, value) = (show::text(language, &figure.label), shown(printed), shown(value));
            let _ = match language {
                Language::Nl => writeln!(text, "≠ {region}, {label}: gedrukt staat {printed}, berekend is {value}"),
                Language::En => writeln!(text, "≠ {region}, {label}: printed is {printed}, computed is {value}"),
            };
        }
    }
    text
}

fn legend(comparison: &Comparison, language: Language) -> String {
    let year = comparison.year;
    match language {
        Language::Nl => format!(
            "Sector {}, kalenderjaar {year}; een ander jaar staat erbij.\n\
             B begroting   P prognose   * afgeleid uit wat het document zegt   ≠ zie onder   – het document zwijgt\n",
            comparison.sector
        ),
        Language::En => format!(
            "Sector {}, calendar year {year}; any other year is given.\n\
             B budget   F forecast   * interpreted from what the document says   ≠ see below   – the document is silent\n",
            comparison.sector
        ),
    }
}

/// National amounts that regions state differently, each with both sources.
fn findings(comparison: &Comparison, language: Language) -> String {
    let contradicting = say(
        language,
        "Landelijke bedragen waarin regio's elkaar tegenspreken:",
        "National amounts on which regions contradict each other:",
    );
    let merely = say(
        language,
        "Begrote regels die geen geheel aantal keer een landelijk bedrag zijn (geen tegenspraak):",
        "Budget lines that are no whole number of times a national amount (no contradiction):",
    );
    let of = |contradicts: bool, heading: &str| {
        let found = comparison.findings.iter().filter(move |finding| finding.contradicts == contradicts);
        listed(&found.collect::<Vec<_>>(), heading, language)
    };
    of(true, contradicting) + &of(false, merely)
}

fn listed(findings: &[&CrossRegionFinding], heading: &str, language: Language) -> String {
    if findings.is_empty() {
        return String::new();
    }
    let mut text = format!("\n{heading}\n");
    for finding in findings {
        let sign = if finding.contradicts { "≠" } else { "≈" };
        // An amount per pupil differs in its cents.
        let shown = |value| show::exact(language, value, &finding.unit);
        let (name, year) = (&finding.national, finding.year);
        let _ = writeln!(text, "{sign} {name} {year}: {}", show::text(language, &finding.explanation));
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
