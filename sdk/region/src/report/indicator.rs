//! Key figures, computed and published side by side.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use swv_core::{
    Capability, Cell, Indicator, IndicatorDefinition, IndicatorInput, Origin, Rate, RegionId, Rounding, Sector, Source,
    Status, Text, Unit, Value, Year,
};

use super::budget::column_of;
use super::finding::{Finding, Findings};
use super::value::{ReportValue, unit};
use crate::{Approximate, Basis, CallFailure, Figure, FindingKind, Region, RegionError, Silence, Supplied};

/// The key figures of a region.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct IndicatorReport {
    /// The region.
    pub region: RegionId,
    /// The sector.
    pub sector: Sector,
    /// The figures: first those that are computed, then those that are only
    /// published.
    pub indicators: Vec<IndicatorReportLine>,
    /// Places where the published figure does not follow.
    pub findings: Vec<Finding>,
    /// Values that the user supplied in the place of the region's own.
    pub supplied: Vec<Supplied>,
    /// Parameters that the documents are silent on and nobody supplied: what
    /// needs them is not computed, or stands as it is stated.
    pub silent_parameters: Vec<String>,
    /// What the documents are silent on as a whole.
    pub silences: Vec<Silence>,
}

/// A key figure in one year.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct IndicatorReportLine {
    /// Its id.
    pub id: String,
    /// What it is called.
    pub label: Text,
    /// What it is measured in.
    pub unit: Unit,
    /// What it is exactly; null for a figure that only the region defines.
    pub definition: Option<Text>,
    /// The calendar year it describes.
    pub year: Year,
    /// What the region published; null where it published nothing.
    pub published: Option<ReportValue>,
    /// How the document approximates what it published, if it does.
    pub approximate: Option<Approximate>,
    /// What it rests on: a result, a forecast, a budget or a target; of several
    /// the furthest from what happened. Null for what is none of these, such as
    /// a number of tasks.
    pub basis: Option<Basis>,
    /// The columns of the budget that it is computed from.
    pub columns: Vec<String>,
    /// What follows; null where nothing is computed.
    pub computed: Option<ReportValue>,
    /// Whether the print and what follows contradict each other, beyond
    /// rounding; a finding says why.
    pub differs: bool,
    /// The weakest status of what it rests on.
    pub status: Status,
    /// Where it is published, or what it is computed from.
    pub source: Source,
    /// The rule that computed it.
    pub rule: Option<String>,
}

impl IndicatorReportLine {
    /// What follows, or else what is published.
    pub fn value(&self) -> Option<&ReportValue> {
        self.computed.as_ref().or(self.published.as_ref())
    }
}

impl Figure {
    /// The value in a year as a report shows it.
    pub(crate) fn report(&self, year: Year, unit: &Unit) -> Option<ReportValue> {
        let words = || self.in_year(year).and_then(|value| value.text.clone()).map(ReportValue::Words);
        self.value(year).map(|value| ReportValue::new(value, unit)).or_else(words)
    }
}

impl Region {
    /// The key figures of a sector, computed and published side by side.
    ///
    /// # Errors
    /// As for [`Region::budget`].
    pub fn indicators(&self, sector: Sector) -> Result<IndicatorReport, RegionError> {
        self.require(None, sector)?;
        indicator_report(self, sector)
    }
}

fn indicator_report(region: &Region, sector: Sector) -> Result<IndicatorReport, RegionError> {
    let computed = match region.plugin().can(Capability::Indicators) {
        true => region.plugin().indicators(&IndicatorInput {
            sector,
            parameters: region.parameters(sector),
            facts: region.facts(sector),
            budget: region.budget_figures(sector)?.clone(),
        })?,
        false => Vec::new(),
    };
    let mut findings = Findings::of(region.package(), sector);
    let mut indicators = Vec::new();
    for (index, indicator) in computed.iter().enumerate() {
        let same = |earlier: &Indicator| earlier.id == indicator.id && earlier.year == indicator.year;
        if computed[..index].iter().any(same) {
            let promise = format!("the indicator {} of {} stands there twice", indicator.id, indicator.year);
            return Err(region.plugin().error(CallFailure::Broken(promise)).into());
        }
        indicators.push(computed_line(region, sector, indicator, &mut findings)?);
    }
    let in_sector = region.package().figures.figures.iter().filter(|figure| figure.sector == sector);
    for figure in in_sector {
        for line in published_lines(figure, &indicators) {
            // Nothing is computed here; a note may still explain the figure.
            let published = figure.value(line.year).map_or(Cell::Unknown, |value| cell(value, &line.unit));
            findings.compare(&line.id, &line.year.to_string(), &line.unit, published, Cell::Unknown);
            indicators.push(line);
        }
    }
    let findings = findings.into_found();
    for line in &mut indicators {
        let year = line.year.to_string();
        let differs = |finding: &Finding| {
            finding.kind != FindingKind::Rounding && finding.difference.is_some() && finding.line == line.id
        };
        line.differs = findings.iter().any(|finding| differs(finding) && finding.column == year);
    }
    Ok(IndicatorReport {
        region: region.id().clone(),
        sector,
        indicators,
        findings,
        supplied: region.package().supplied().to_vec(),
        silent_parameters: region.package().silent_parameters(),
        silences: region.package().manifest.silences.iter().filter(|silence| silence.is_of_money()).cloned().collect(),
    })
}

fn computed_line(
    region: &Region,
    sector: Sector,
    indicator: &Indicator,
    findings: &mut Findings<'_>,
) -> Result<IndicatorReportLine, RegionError> {
    let broken = |promise: String| RegionError::from(region.plugin().error(CallFailure::Broken(promise)));
    let figure = region.package().figure(sector, &indicator.id);
    let definition = IndicatorDefinition::of(&indicator.id);
    let (label, unit) = match (definition, figure) {
        (Some(definition), _) => (definition.label(), definition.unit.clone()),
        (None, Some(figure)) => (figure.label.clone(), unit(&figure.unit)),
        (None, None) => {
            let id = &indicator.id;
            return Err(broken(format!(
                "the indicator {id} is neither a shared definition nor published by the region"
            )));
        }
    };
    if region.description().facts.iter().any(|fact| fact.name == indicator.id) {
        return Err(broken(format!("the indicator {} is one of its own inputs", indicator.id)));
    }
    let rule = region.rule(&indicator.rule).ok_or_else(|| {
        broken(format!(
            "the indicator {} names the rule {}, which the plugin does not describe",
            indicator.id, indicator.rule
        ))
    })?;
    let mut statuses = vec![rule.provenance.status()];
    let mut sources: Vec<Source> = Vec::new();
    let mut columns: Vec<String> = Vec::new();
    let mut basis = None;
    for of in &indicator.origins {
        let (status, source) = origin(region, sector, of, indicator.year).ok_or_else(|| {
            broken(format!("the indicator {} names the input {}, which it did not receive", indicator.id, of.name()))
        })?;
        statuses.push(status);
        match of {
            Origin::BudgetLine(line) => {
                if let Some(column) = column_of(region, sector, line, indicator.year)? {
                    basis = basis.max(Some(Basis::from(column.kind)));
                    if !columns.contains(&column.id) {
                        columns.push(column.id.clone());
                    }
                }
            }
            Origin::Fact(id) => {
                let of_fact = region.package().figure(sector, id).and_then(|figure| figure.basis(indicator.year));
                basis = basis.max(of_fact);
            }
            Origin::Parameter(_) => {}
        }
        sources.extend(source.filter(|source| !sources.contains(source)));
    }
    let published = figure.and_then(|figure| figure.value(indicator.year));
    let exact = figure.is_none_or(|figure| figure.approximate(indicator.year).is_none());
    if let Some(published) = published.filter(|_| exact) {
        let year = indicator.year.to_string();
        findings.compare(&indicator.id, &year, &unit, cell(published, &unit), cell(indicator.value, &unit));
    }
    Ok(IndicatorReportLine {
        id: indicator.id.clone(),
        label,
        unit: unit.clone(),
        definition: definition.map(IndicatorDefinition::definition),
        year: indicator.year,
        published: published.map(|value| ReportValue::new(value, &unit)),
        approximate: figure.and_then(|figure| figure.approximate(indicator.year)),
        basis: basis.or_else(|| figure.and_then(|figure| figure.basis(indicator.year))),
        columns,
        differs: false,
        computed: Some(ReportValue::new(indicator.value, &unit)),
        status: Status::weakest(statuses).unwrap_or(Status::Silent),
        source: joined(sources, || rule.provenance.source().cloned()),
        rule: Some(indicator.rule.clone()),
    })
}

/// A value as findings compare it.
fn cell(value: Value, unit: &Unit) -> Cell {
    match value {
        Value::Money(amount) => Cell::Amount(amount.cents()),
        Value::Count(count) => Cell::Amount(count),
        Value::Rate(rate) => in_hundredths(rate, unit),
    }
}

/// A percentage or factor in hundredths, the precision in which documents
/// print them.
fn in_hundredths(rate: Rate, unit: &Unit) -> Cell {
    let decimals = if *unit == Unit::Percent { 4 } else { 2 };
    let rounded = rate.rounded(decimals, Rounding::HalfAwayFromZero).ok();
    let scaled = rounded.and_then(|rate| {
        let shift = 10_i128.pow(decimals.saturating_sub(rate.scale()));
        i64::try_from(rate.mantissa().checked_mul(shift)?).ok()
    });
    scaled.map_or(Cell::Unknown, Cell::Amount)
}

/// Status and source of an input: a parameter, a figure, or a budget line.
fn origin(region: &Region, sector: Sector, of: &Origin, year: Year) -> Option<(Status, Option<Source>)> {
    let package = region.package();
    let provenance = match of {
        Origin::BudgetLine(line) => {
            let file = package.budget(sector)?;
            let published = file.line(line)?;
            let stated = file.columns.iter().any(|column| column.year == year && published.is_stated_in(&column.id));
            let status = match stated {
                true => Status::Explicit,
                false => {
                    let rule = file.rule(published).and_then(|id| region.rule(id));
                    rule.map_or(Status::Interpreted, |rule| rule.provenance.status())
                }
            };
            let section = format!("{}, {}", file.section, published.label);
            return Some((status, Some(Source { document: file.document.clone(), section })));
        }
        Origin::Parameter(key) => {
            let (parameter, first) = (package.parameter(key)?, year.first_day());
            let value = parameter.values.iter().rfind(|value| value.from <= first).or(parameter.values.first())?;
            &value.provenance
        }
        Origin::Fact(id) => &package.figure(sector, id)?.provenance,
    };
    Some((provenance.status(), provenance.source().cloned()))
}

/// One source that names all sections, the first document's first.
fn joined(sources: Vec<Source>, otherwise: impl FnOnce() -> Option<Source>) -> Source {
    let mut sources = sources.into_iter();
    let Some(mut joined) = sources.next().or_else(otherwise) else {
        return Source { document: String::new(), section: String::new() };
    };
    for source in sources {
        joined.section.push_str("; ");
        if source.document != joined.document {
            joined.section.push_str(&source.document);
            joined.section.push_str(", ");
        }
        joined.section.push_str(&source.section);
    }
    joined
}

/// A published figure in the years for which nothing is computed.
fn published_lines(figure: &Figure, computed: &[IndicatorReportLine]) -> Vec<IndicatorReportLine> {
    let definition = IndicatorDefinition::of(&figure.id);
    let unit = definition.map_or_else(|| unit(&figure.unit), |definition| definition.unit.clone());
    let report = |year| IndicatorReportLine {
        id: figure.id.clone(),
        label: definition.map_or_else(|| figure.label.clone(), IndicatorDefinition::label),
        unit: unit.clone(),
        definition: definition.map(IndicatorDefinition::definition),
        year,
        published: figure.report(year, &unit),
        approximate: figure.approximate(year),
        basis: figure.basis(year),
        columns: Vec::new(),
        differs: false,
        computed: None,
        status: figure.provenance.status(),
        source: figure.provenance.source().cloned().unwrap_or_else(|| joined(Vec::new(), || None)),
        rule: None,
    };
    let years = figure.values.iter().map(|value| value.year);
    years.filter(|year| !computed.iter().any(|line| line.id == figure.id && line.year == *year)).map(report).collect()
}
