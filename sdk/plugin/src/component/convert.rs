//! From WIT types to the domain's and back.

use swv_core::{
    Allocation, AllocationInput, BudgetInput, CalendarYear, Cell, Column, ColumnKind, DatedValue, Fact, Facts, Failure,
    IndicatorInput, Line, LineUnit, MadeOf, Missing, Parameters, PupilCount, QuantityColumn, Rate, RecipientKind,
    SchoolKind, Sector, Status, Text, Value,
};

use super::Exported;
use super::allocation::exports::swv::region::allocation as wit_allocation;
use super::budget::exports::swv::region::budget as wit_budget;
use super::description::exports::swv::region::description as wit_description;
use super::description::swv::region::types as wit;
use super::indicators::exports::swv::region::indicators as wit_indicators;
use crate::{Allocate, Budget, Indicators, Region};

impl<R: Region> wit_description::Guest for Exported<R> {
    fn describe() -> wit_description::Description {
        super::report_panics();
        let description = R::ABOUT.describe();
        wit_description::Description {
            region: description.region.to_string(),
            version: description.version.to_string(),
            sectors: description.sectors.into_iter().map(sector_out).collect(),
            rules: description.rules.into_iter().map(rule_out).collect(),
            parameters: description.parameters,
            facts: description.facts,
            quantities: description
                .quantities
                .into_iter()
                .map(|quantity| wit_description::Quantity {
                    name: quantity.name,
                    meaning: text_out(quantity.meaning),
                    required: quantity.required,
                })
                .collect(),
        }
    }
}

impl<R: Allocate> wit_allocation::Guest for Exported<R> {
    fn allocate(input: wit_allocation::AllocationInput) -> Result<wit_allocation::AllocationTable, wit::Failure> {
        super::report_panics();
        let input = allocation_in(input).map_err(failure_out)?;
        R::allocate(&input).map(allocation_out).map_err(failure_out)
    }
}

impl<R: Budget> wit_budget::Guest for Exported<R> {
    fn compute(input: wit_budget::BudgetInput) -> Result<wit_budget::BudgetTable, wit::Failure> {
        super::report_panics();
        let input = budget_in(input).map_err(failure_out)?;
        let table = R::compute(&input).map_err(failure_out)?;
        Ok(wit_budget::BudgetTable {
            lines: table.cells.lines().to_vec(),
            cells: table.cells.cells().iter().map(|cell| cell_out(*cell)).collect(),
            missing: table.missing.into_iter().map(missing_out).collect(),
        })
    }
}

impl<R: Indicators> wit_indicators::Guest for Exported<R> {
    fn compute(input: wit_indicators::IndicatorInput) -> Result<Vec<wit_indicators::Indicator>, wit::Failure> {
        super::report_panics();
        let input = (|| {
            Ok(IndicatorInput {
                sector: sector_in(input.sector),
                parameters: parameters_in(input.parameters)?,
                facts: facts_in(input.facts)?,
            })
        })()
        .map_err(failure_out)?;
        let indicators = R::indicators(&input).map_err(failure_out)?;
        indicators
            .into_iter()
            .map(|indicator| {
                Ok(wit_indicators::Indicator {
                    id: indicator.id,
                    year: indicator.year.get(),
                    value: value_out(indicator.value).map_err(failure_out)?,
                    rule: indicator.rule,
                    inputs: indicator.inputs,
                })
            })
            .collect()
    }
}

fn allocation_in(input: wit_allocation::AllocationInput) -> Result<AllocationInput, Failure> {
    let quantities = input.quantities.into_iter().map(|column| QuantityColumn {
        name: column.name,
        counts: column.at_least.into_iter().zip(column.at_most).map(|(low, high)| count_in(low, high)).collect(),
    });
    Ok(AllocationInput {
        sector: sector_in(input.sector),
        year: year_in(input.year)?,
        kinds: input.kinds.into_iter().map(kind_in).collect(),
        quantities: quantities.collect(),
        parameters: parameters_in(input.parameters)?,
        facts: facts_in(input.facts)?,
    })
}

fn allocation_out(allocation: Allocation) -> wit_allocation::AllocationTable {
    let remainder =
        |left: swv_core::Remainder| wit_allocation::Remainder { rule: left.rule, amount: left.amount.cents() };
    wit_allocation::AllocationTable {
        rule_ids: allocation.rule_ids,
        recipients: allocation.recipients,
        rules: allocation.rules,
        quantities: allocation.quantities,
        rates: allocation.rates,
        divisors: allocation.divisors,
        amounts: allocation.amounts,
        remainders: allocation.remainders.into_iter().map(remainder).collect(),
        gap_names: allocation.gap_names,
        gap_recipients: allocation.gap_recipients,
        gap_rules: allocation.gap_rules,
        gap_causes: allocation.gap_causes,
        absent: allocation.absent,
    }
}

fn budget_in(input: wit_budget::BudgetInput) -> Result<BudgetInput, Failure> {
    Ok(BudgetInput {
        sector: sector_in(input.sector),
        columns: input.columns.into_iter().map(column_in).collect::<Result<_, _>>()?,
        lines: input.lines.into_iter().map(line_in).collect(),
        parameters: parameters_in(input.parameters)?,
        facts: facts_in(input.facts)?,
    })
}

fn column_in(column: wit_budget::Column) -> Result<Column, Failure> {
    Ok(Column {
        id: column.id,
        year: year_in(column.year)?,
        kind: match column.kind {
            wit_budget::ColumnKind::Budget => ColumnKind::Budget,
            wit_budget::ColumnKind::Forecast => ColumnKind::Forecast,
            wit_budget::ColumnKind::AnnualAccount => ColumnKind::AnnualAccount,
        },
    })
}

fn line_in(line: wit_budget::Line) -> Line {
    Line {
        id: line.id,
        rule: line.rule,
        unit: match line.unit {
            wit_budget::Unit::EuroCents => LineUnit::EuroCents,
            wit_budget::Unit::Hundredths => LineUnit::Hundredths,
        },
        made_of: match line.made_of {
            wit_budget::MadeOf::Stated => MadeOf::Stated,
            wit_budget::MadeOf::StatedUnlessSupplied(parameter) => MadeOf::StatedUnlessSupplied { parameter },
            wit_budget::MadeOf::Sum(sum) => MadeOf::Sum { plus: sum.plus, less: sum.less },
            wit_budget::MadeOf::Parameter(parameter) => MadeOf::Parameter { parameter },
            wit_budget::MadeOf::Rule => MadeOf::Rule,
        },
        given: line.given.into_iter().map(|cell| cell.map(cell_in)).collect(),
    }
}

fn cell_in(cell: wit_budget::Cell) -> Cell {
    match cell {
        wit_budget::Cell::Amount(amount) => Cell::Amount(amount),
        wit_budget::Cell::NotApplicable => Cell::NotApplicable,
        wit_budget::Cell::Unknown => Cell::Unknown,
    }
}

fn cell_out(cell: Cell) -> wit_budget::Cell {
    match cell {
        Cell::Amount(amount) => wit_budget::Cell::Amount(amount),
        Cell::NotApplicable => wit_budget::Cell::NotApplicable,
        Cell::Unknown => wit_budget::Cell::Unknown,
    }
}

/// Bounds that are the wrong way round mean that nothing is known.
fn count_in(at_least: u32, at_most: u32) -> PupilCount {
    match at_least == at_most {
        true => PupilCount::Exact(at_least),
        false => PupilCount::between(at_least, at_most).unwrap_or(PupilCount::Unknown),
    }
}

fn kind_in(kind: wit_allocation::RecipientKind) -> RecipientKind {
    match kind {
        wit_allocation::RecipientKind::Bao => RecipientKind::School(SchoolKind::Bao),
        wit_allocation::RecipientKind::Sbo => RecipientKind::School(SchoolKind::Sbo),
        wit_allocation::RecipientKind::So => RecipientKind::School(SchoolKind::So),
        wit_allocation::RecipientKind::SoVso => RecipientKind::School(SchoolKind::SoVso),
        wit_allocation::RecipientKind::Vso => RecipientKind::School(SchoolKind::Vso),
        wit_allocation::RecipientKind::Vo => RecipientKind::School(SchoolKind::Vo),
        wit_allocation::RecipientKind::Pro => RecipientKind::School(SchoolKind::Pro),
        wit_allocation::RecipientKind::Opdc => RecipientKind::School(SchoolKind::Opdc),
        wit_allocation::RecipientKind::Newcomer => RecipientKind::School(SchoolKind::Newcomer),
        wit_allocation::RecipientKind::Board => RecipientKind::Board,
        wit_allocation::RecipientKind::Partnership => RecipientKind::Partnership,
    }
}

fn parameters_in(values: Vec<wit::DatedValue>) -> Result<Parameters, Failure> {
    let values = values.into_iter().map(|dated| {
        Ok(DatedValue {
            key: dated.key,
            from: date_in(dated.from)?,
            until: dated.until.map(date_in).transpose()?,
            value: value_in(dated.value)?,
        })
    });
    Ok(Parameters::new(values.collect::<Result<_, Failure>>()?))
}

fn facts_in(facts: Vec<wit::Fact>) -> Result<Facts, Failure> {
    let facts =
        facts.into_iter().map(|fact| Ok(Fact { id: fact.id, year: year_in(fact.year)?, value: value_in(fact.value)? }));
    Ok(Facts::new(facts.collect::<Result<_, Failure>>()?))
}

fn value_in(value: wit::Value) -> Result<Value, Failure> {
    Ok(match value {
        wit::Value::Money(cents) => Value::Money(swv_core::Money::from_cents(cents)),
        wit::Value::Count(count) => Value::Count(count),
        wit::Value::Rate(decimal) => Value::Rate(Rate::new(decimal.mantissa, u32::from(decimal.scale))?),
    })
}

fn value_out(value: Value) -> Result<wit::Value, Failure> {
    Ok(match value {
        Value::Money(amount) => wit::Value::Money(amount.cents()),
        Value::Count(count) => wit::Value::Count(count),
        Value::Rate(rate) => {
            let too_long = || Failure::OutOfRange(format!("{rate} has more digits than can cross"));
            wit::Value::Rate(wit::Decimal {
                mantissa: i64::try_from(rate.mantissa()).map_err(|_| too_long())?,
                scale: u8::try_from(rate.scale()).map_err(|_| too_long())?,
            })
        }
    })
}

pub(super) fn date_in(date: wit::Date) -> Result<jiff::civil::Date, Failure> {
    let (month, day) = (date.month as i8, date.day as i8);
    jiff::civil::Date::new(date.year, month, day).map_err(|_| Failure::Invalid {
        place: "date".into(),
        value: format!("{}-{}-{}", date.year, date.month, date.day),
        rule: "the day exists in the calendar".into(),
    })
}

fn year_in(year: u16) -> Result<CalendarYear, Failure> {
    CalendarYear::new(year).map_err(|error| Failure::Invalid {
        place: "year".into(),
        value: year.to_string(),
        rule: error.to_string(),
    })
}

pub(super) fn sector_in(sector: wit::Sector) -> Sector {
    match sector {
        wit::Sector::Po => Sector::Po,
        wit::Sector::Vo => Sector::Vo,
    }
}

pub(super) fn sector_out(sector: Sector) -> wit::Sector {
    match sector {
        Sector::Po => wit::Sector::Po,
        Sector::Vo => wit::Sector::Vo,
    }
}

pub(super) fn text_out(text: Text) -> wit::Text {
    wit::Text { nl: text.nl, en: text.en }
}

/// A rule always has a source: a description without one says `""`, which the
/// host refuses.
fn rule_out(rule: swv_core::Rule) -> wit_description::Rule {
    let (document, section) =
        rule.provenance.source().map(|source| (source.document.clone(), source.section.clone())).unwrap_or_default();
    wit_description::Rule {
        id: rule.id,
        title: text_out(rule.title),
        source: wit::Source { document, section },
        status: status_out(rule.provenance.status()),
        reasoning: rule.provenance.reasoning().map(str::to_owned),
    }
}

pub(super) fn status_out(status: Status) -> wit::Status {
    match status {
        Status::Explicit => wit::Status::Explicit,
        Status::Interpreted => wit::Status::Interpreted,
        Status::Silent => wit::Status::Silent,
    }
}

fn missing_out(missing: Missing) -> wit::Missing {
    wit::Missing { what: missing.what, recipient: missing.recipient, rule: missing.rule, supplier: missing.from }
}

pub(super) fn failure_out(failure: Failure) -> wit::Failure {
    match failure {
        Failure::Missing(missing) => wit::Failure::Missing(missing.into_iter().map(missing_out).collect()),
        Failure::Invalid { place, value, rule } => wit::Failure::Invalid(wit::InvalidInput { place, value, rule }),
        Failure::NotOffered(what) => wit::Failure::NotOffered(what),
        Failure::OutOfRange(what) => wit::Failure::OutOfRange(what),
    }
}
