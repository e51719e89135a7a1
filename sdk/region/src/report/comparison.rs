//! Regions side by side, figure by figure.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use swv_core::{CalendarYear, IndicatorDefinition, RegionId, Sector, Source, Status, Text, Unit};

use super::national::{self, CrossRegionFinding};
use super::{IndicatorReport, IndicatorReportLine, ReportValue};
use crate::{Approximate, Basis, Figure, Region, RegionError, RegionPackage};

/// Regions side by side, figure by figure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Comparison {
    /// The sector.
    pub sector: Sector,
    /// The year asked for. A value of an earlier year stands where the region
    /// has none of this one, and says its own year.
    pub year: CalendarYear,
    /// The first year of which any region has a figure.
    pub first_year: Option<CalendarYear>,
    /// The regions, in the order of the columns.
    pub regions: Vec<RegionId>,
    /// The figures.
    pub figures: Vec<ComparedFigure>,
    /// National amounts of the year that two of the regions state differently.
    pub findings: Vec<CrossRegionFinding>,
}

/// One figure of all regions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ComparedFigure {
    /// Its id.
    pub id: String,
    /// What it is called.
    pub label: Text,
    /// What it is measured in.
    pub unit: Unit,
    /// What it is exactly.
    pub definition: Text,
    /// The value of each region; null where its documents are silent.
    pub values: BTreeMap<RegionId, Option<ComparedValue>>,
}

/// The value of one region.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ComparedValue {
    /// The value: cents, a count, a decimal, or words.
    pub value: ReportValue,
    /// How the document approximates it, if it does.
    pub approximate: Option<Approximate>,
    /// The calendar year it describes; null for what is of no one year.
    pub year: Option<CalendarYear>,
    /// What it rests on, where it is a result, a forecast, a budget or a target.
    pub basis: Option<Basis>,
    /// What the document prints, where that contradicts the value.
    pub printed: Option<ReportValue>,
    /// Whether it is stated or interpreted.
    pub status: Status,
    /// Where it comes from; null only where it needs none.
    pub source: Option<Source>,
}

impl Comparison {
    /// Compares those of the regions that have the sector. A figure that no
    /// region has is left out.
    ///
    /// # Errors
    /// [`RegionError`] of the first region that gives no result.
    pub fn of(regions: &[Region], sector: Sector, year: CalendarYear) -> Result<Comparison, RegionError> {
        let in_sector = |region: &&Region| region.package().manifest.swv.iter().any(|entry| entry.sector == sector);
        let regions: Vec<&Region> = regions.iter().filter(in_sector).collect();
        let reports = regions.iter().map(|region| region.indicators(sector)).collect::<Result<Vec<_>, _>>()?;
        let mut figures = vec![numbers(&regions, sector), plans(&regions)];
        for definition in IndicatorDefinition::all() {
            figures.push(shared(definition, &regions, &reports, year));
            figures.push(published(definition, &regions, &reports, sector, year));
        }
        figures.retain(|figure| figure.values.values().any(Option::is_some));
        let packages: Vec<&RegionPackage> = regions.iter().map(|region| region.package()).collect();
        let first_year =
            reports.iter().flat_map(|report| &report.indicators).filter_map(|line| line.year.calendar()).min();
        Ok(Comparison {
            sector,
            year,
            first_year,
            regions: regions.iter().map(|region| region.id().clone()).collect(),
            figures,
            findings: national::disagreements(&packages, sector, year)?,
        })
    }
}

fn each(
    regions: &[&Region],
    reports: &[IndicatorReport],
    value: impl Fn(&Region, &IndicatorReport) -> Option<ComparedValue>,
) -> BTreeMap<RegionId, Option<ComparedValue>> {
    regions.iter().zip(reports).map(|(region, report)| (region.id().clone(), value(region, report))).collect()
}

/// The shared figure: what each region computes, or else publishes, by the one
/// definition.
fn shared(
    definition: &IndicatorDefinition,
    regions: &[&Region],
    reports: &[IndicatorReport],
    year: CalendarYear,
) -> ComparedFigure {
    ComparedFigure {
        id: definition.id.to_owned(),
        label: definition.label(),
        unit: definition.unit.clone(),
        definition: definition.definition(),
        values: each(regions, reports, |_, report| {
            let line = latest(report, definition.id, year)?;
            compared(line, line.value()?.clone())
        }),
    }
}

/// Beside it, what regions publish by a definition of their own, or print of
/// the shared one.
fn published(
    definition: &IndicatorDefinition,
    regions: &[&Region],
    reports: &[IndicatorReport],
    sector: Sector,
    year: CalendarYear,
) -> ComparedFigure {
    let own = |region: &Region| {
        let figures = &region.package().figures.figures;
        let beside = |figure: &&Figure| figure.sector == sector && figure.beside.as_deref() == Some(definition.id);
        figures.iter().find(beside).map(|figure| figure.id.clone())
    };
    let any = regions.iter().any(|region| own(region).is_some());
    let (nl, en) = definition.label;
    ComparedFigure {
        id: format!("{}-gepubliceerd", definition.id),
        label: Text::new(format!("{nl}, eigen opgave"), format!("{en}, as published")),
        unit: definition.unit.clone(),
        definition: Text::new(
            "wat de regio zelf publiceert, naar een eigen definitie",
            "what the region itself publishes, by a definition of its own",
        ),
        values: each(regions, reports, |region, report| {
            let id = own(region).or_else(|| any.then(|| definition.id.to_owned()))?;
            let line = latest(report, &id, year)?;
            let figure = region.package().figure(report.sector, &id)?;
            let mut published = compared(line, line.published.clone()?)?;
            published.printed = None;
            published.status = figure.provenance.status();
            published.source = figure.provenance.source().cloned();
            Some(published)
        }),
    }
}

fn compared(line: &IndicatorReportLine, value: ReportValue) -> Option<ComparedValue> {
    Some(ComparedValue {
        value,
        approximate: line.approximate,
        year: line.year.calendar(),
        basis: line.basis,
        printed: line.published.clone().filter(|_| line.differs),
        status: line.status,
        source: Some(line.source.clone()),
    })
}

/// The line of this year, or else of the last year before it. A target is no
/// observation, and is not compared with one.
fn latest<'a>(report: &'a IndicatorReport, id: &str, year: CalendarYear) -> Option<&'a IndicatorReportLine> {
    report
        .indicators
        .iter()
        .filter(|line| line.id == id && line.basis != Some(Basis::Target))
        .filter(|line| line.year.calendar().is_some_and(|of| of <= year))
        .max_by_key(|line| line.year)
}

fn numbers(regions: &[&Region], sector: Sector) -> ComparedFigure {
    let value = |region: &Region| {
        let entry = region.package().manifest.swv.iter().find(|entry| entry.sector == sector)?;
        Some(ComparedValue {
            value: ReportValue::Id(entry.number.to_string()),
            approximate: None,
            year: None,
            basis: None,
            printed: None,
            status: entry.provenance.status(),
            source: entry.provenance.source().cloned(),
        })
    };
    ComparedFigure {
        id: "swv-nummer".to_owned(),
        label: Text::new("SWV-nummer", "SWV number"),
        unit: Unit::Text,
        definition: Text::new(
            "het nummer waaronder het samenwerkingsverband voor de sector is ingeschreven",
            "the number under which the partnership is registered for the sector",
        ),
        values: regions.iter().map(|region| (region.id().clone(), value(region))).collect(),
    }
}

fn plans(regions: &[&Region]) -> ComparedFigure {
    let value = |region: &Region| {
        let plan = &region.package().manifest.plan;
        let (from, to) = (plan.from, plan.to);
        Some(ComparedValue {
            value: ReportValue::Words(Text::new(format!("{from} t/m {to}"), format!("{from} to {to}"))),
            approximate: None,
            year: None,
            basis: None,
            printed: None,
            status: plan.provenance.status(),
            source: plan.provenance.source().cloned(),
        })
    };
    ComparedFigure {
        id: "planperiode".to_owned(),
        label: Text::new("planperiode", "plan period"),
        unit: Unit::Text,
        definition: Text::new(
            "eerste en laatste dag van het ondersteuningsplan",
            "first and last day of the support plan",
        ),
        values: regions.iter().map(|region| (region.id().clone(), value(region))).collect(),
    }
}
