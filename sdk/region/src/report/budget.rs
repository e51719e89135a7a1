//! A budget, computed and published side by side.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use swv_core::{
    BudgetFigure, BudgetFigures, BudgetInput, BudgetTable, Capability, Cell, LineKind, MadeOf, Missing, RegionId,
    Sector, Status, Text, Unit, Year,
};

use super::ReportValue;
use super::finding::{Finding, Findings};
use crate::{BudgetFile, BudgetTableKind, FindingKind, PublishedColumn, Region, RegionError, Silence, Supplied};

/// A budget, computed and published side by side.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct BudgetReport {
    /// The region.
    pub region: RegionId,
    /// The sector.
    pub sector: Sector,
    /// The document that published the budget.
    pub document: String,
    /// The ids of the columns, in order.
    pub columns: Vec<String>,
    /// The lines, in the order of the document.
    pub lines: Vec<BudgetReportLine>,
    /// Places where the published figure does not follow.
    pub findings: Vec<Finding>,
    /// What would have to be known to fill unknown cells.
    pub missing: Vec<Missing>,
    /// Values that the user supplied in the place of the region's own.
    pub supplied: Vec<Supplied>,
    /// Parameters that the documents are silent on and nobody supplied: what
    /// needs them is not computed, or stands as it is stated.
    pub silent_parameters: Vec<String>,
    /// What the documents are silent on as a whole.
    pub silences: Vec<Silence>,
}

/// A line of a budget report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct BudgetReportLine {
    /// Its id.
    pub id: String,
    /// Its label in the document.
    pub label: String,
    /// The block of the table it stands in.
    pub group: String,
    /// Its place in the document.
    pub section: String,
    /// What it is.
    pub kind: LineKind,
    /// What its numbers are: `euro-cents`, or `hundredths` of a ratio.
    pub unit: Unit,
    /// What the document prints, by column; null where it prints nothing.
    pub published: BTreeMap<String, Option<i64>>,
    /// What follows, by column; null where it does not apply or is unknown.
    pub computed: BTreeMap<String, Option<i64>>,
    /// Whether the line is stated by the document or interpreted, or unknown.
    pub status: Status,
    /// The rule that makes it.
    pub rule: String,
    /// What it is made of, in the columns that are not stated.
    pub made_of: MadeOf,
    /// The columns in which the document states it, so that there is nothing
    /// to compute.
    pub stated: Vec<String>,
    /// The columns whose printed amount a parameter was derived from, so that
    /// print and computation agree by construction.
    pub by_construction: Vec<String>,
}

impl Region {
    /// The budget of a sector, computed and published side by side.
    ///
    /// # Errors
    /// [`RegionError`] when the region has no such budget or its plugin gives
    /// no result.
    pub fn budget(&self, sector: Sector) -> Result<BudgetReport, RegionError> {
        self.require(Some(Capability::Budget), sector)?;
        budget_report(self, sector)
    }

    /// The budget of a sector, before it is reported; none where the region
    /// computes none for it.
    pub(crate) fn computed_budget(&self, sector: Sector) -> Result<Option<&BudgetTable>, RegionError> {
        match self.plugin().can(Capability::Budget) && self.package().budget(sector).is_some() {
            true => self.budgets.of(sector).get(|| budget(self, sector)).map(Some),
            false => Ok(None),
        }
    }

    /// The amounts of its own budget; none where it computes none.
    pub(crate) fn budget_figures(&self, sector: Sector) -> Result<&BudgetFigures, RegionError> {
        self.figures.of(sector).get(|| figures(self, sector))
    }
}

/// Computes the budget of a sector from its stated lines.
fn budget(region: &Region, sector: Sector) -> Result<BudgetTable, RegionError> {
    let file = published(region, sector)?;
    Ok(region.plugin().budget(&BudgetInput {
        sector,
        columns: file.columns(),
        lines: file.lines(),
        parameters: region.parameters(sector),
        facts: region.facts(sector),
    })?)
}

fn published(region: &Region, sector: Sector) -> Result<&BudgetFile, RegionError> {
    region.package().budget(sector).ok_or_else(|| no_budget(region, sector))
}

fn no_budget(region: &Region, sector: Sector) -> RegionError {
    RegionError::NoBudget { region: region.id().clone(), sector }
}

/// The region's own budget, amount by amount. In a year with several columns,
/// the first one that has a figure counts: the budget before the forecast.
fn figures(region: &Region, sector: Sector) -> Result<BudgetFigures, RegionError> {
    let mut figures = Vec::new();
    let Some(table) = region.computed_budget(sector)? else {
        return Ok(BudgetFigures::default());
    };
    let file = published(region, sector)?;
    for line in file.lines.iter().filter(|line| line.unit == Unit::Euro) {
        let mut known = Vec::new();
        for (index, column) in file.columns.iter().enumerate() {
            if let (false, Some(amount)) = (known.contains(&column.year), table.cells.get(&line.id, index).money()) {
                known.push(column.year);
                figures.push(BudgetFigure { line: line.id.clone(), year: column.year, amount });
            }
        }
    }
    Ok(BudgetFigures::new(figures))
}

/// The column that the figure of a line in a year is of.
pub(crate) fn column_of<'a>(
    region: &'a Region,
    sector: Sector,
    line: &str,
    year: Year,
) -> Result<Option<&'a PublishedColumn>, RegionError> {
    let (Some(file), Some(table)) = (region.package().budget(sector), region.computed_budget(sector)?) else {
        return Ok(None);
    };
    let mut columns = file.columns.iter().enumerate();
    let has = |(index, column): &(usize, &PublishedColumn)| {
        column.year == year && table.cells.get(line, *index).money().is_some()
    };
    Ok(columns.find(has).map(|(_, column)| column))
}

fn budget_report(region: &Region, sector: Sector) -> Result<BudgetReport, RegionError> {
    let file = published(region, sector)?;
    let Some(table) = region.computed_budget(sector)? else {
        return Err(no_budget(region, sector));
    };
    let mut findings = Findings::of(region.package(), sector);
    let parameters = region.package().parameters.parameters.iter();
    let values = parameters.flat_map(|parameter| &parameter.values);
    let derived: Vec<&str> = values.flat_map(|value| &value.derived_from).map(String::as_str).collect();
    let mut lines = Vec::with_capacity(file.lines.len());
    for published in &file.lines {
        let id = &published.id;
        let mut report = BudgetReportLine {
            id: id.clone(),
            label: published.label.clone(),
            group: published.group.clone(),
            section: format!("{}, {}", file.section, published.section),
            kind: published.kind,
            unit: published.cell_unit(),
            published: BTreeMap::new(),
            computed: BTreeMap::new(),
            status: Status::Explicit,
            rule: file.rule(published).unwrap_or_default().to_owned(),
            made_of: published.made_of(),
            stated: Vec::new(),
            by_construction: Vec::new(),
        };
        let unit = published.cell_unit();
        for (index, column) in file.columns.iter().enumerate() {
            let (printed, follows) = (published.cell(&column.id), table.cells.get(id, index));
            findings.compare(id, &column.id, &unit, printed, follows);
            if derived.contains(&format!("{id}@{}", column.id).as_str()) {
                report.by_construction.push(column.id.clone());
            }
            // Where a user supplied what a rule takes, what is stated gave way.
            if published.is_stated_in(&column.id) && printed == follows {
                report.stated.push(column.id.clone());
            }
            report.published.insert(column.id.clone(), printed.amount());
            report.computed.insert(column.id.clone(), follows.amount());
            if follows == Cell::Unknown {
                report.status = Status::Silent;
            }
        }
        if report.status != Status::Silent && report.stated.len() < file.columns.len() {
            report.status = region.rule(&report.rule).map_or(Status::Interpreted, |rule| rule.provenance.status());
        }
        lines.push(report);
    }
    let mut findings = findings.into_found();
    let summaries = region.package().budgets.iter();
    for summary in summaries.filter(|table| table.sector == sector && table.table == BudgetTableKind::Summary) {
        findings.extend(contradictions(file, summary));
    }
    Ok(BudgetReport {
        region: region.id().clone(),
        sector,
        document: file.document.clone(),
        columns: file.columns.iter().map(|column| column.id.clone()).collect(),
        lines,
        findings,
        missing: table.lacks.iter().cloned().map(Missing::from).collect(),
        supplied: region.package().supplied().to_vec(),
        silent_parameters: region.package().silent_parameters(),
        silences: region.package().manifest.silences.iter().filter(|silence| silence.is_of_money()).cloned().collect(),
    })
}

/// The unit in which findings name the cells of a line.
/// Where a summary prints something else than the table in detail.
fn contradictions(detail: &BudgetFile, summary: &BudgetFile) -> Vec<Finding> {
    let mut found = Vec::new();
    for line in &summary.lines {
        let Some(same) = detail.line(&line.id) else { continue };
        for column in &summary.columns {
            let (Cell::Amount(here), Cell::Amount(there)) = (line.cell(&column.id), same.cell(&column.id)) else {
                continue;
            };
            if here != there {
                found.push(Finding {
                    id: format!("{}@{}/{}", line.id, column.id, summary.section),
                    kind: FindingKind::CrossTable,
                    line: line.id.clone(),
                    column: column.id.clone(),
                    unit: line.cell_unit(),
                    published: Some(ReportValue::Whole(here)),
                    computed: Some(ReportValue::Whole(there)),
                    difference: Some(ReportValue::Whole(here.saturating_sub(there))),
                    explanation: Text::new(
                        format!(
                            "De samenvatting ({}) drukt een ander bedrag af dan de tabel in detail.",
                            summary.section
                        ),
                        format!("The summary ({}) prints another amount than the table in detail.", summary.section),
                    ),
                });
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(kind: &str, amount: &str) -> BudgetFile {
        let text = format!(
            "sector = 'po'\ntable = '{kind}'\ndocument = 'd'\nsection = 's'\n\
             [[columns]]\nid = '2024'\nyear = 2024\nkind = 'budget'\nlabel = '2024'\n\
             [[lines]]\nid = 'baten'\nlabel = 'Baten'\ngroup = 'g'\nsection = 's'\nkind = 'income'\n\
             values = {{ 2024 = '{amount}' }}"
        );
        toml::from_str(&text).unwrap()
    }

    #[test]
    fn a_summary_that_prints_another_amount_is_a_finding_between_tables() {
        assert_eq!(contradictions(&table("detail", "100"), &table("summary", "100")), []);
        let found = contradictions(&table("detail", "100"), &table("summary", "99"));
        assert_eq!((found[0].kind, &found[0].difference), (FindingKind::CrossTable, &Some(ReportValue::Whole(-100))));
    }
}
