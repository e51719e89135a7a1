//! From the domain's types to those of the bindings and back. A result that
//! no sound plugin gives is refused with a sentence.

use swv_core::{
    Allocation, AllocationInput, BudgetInput, BudgetTable, CalendarYear, Cell, Cells, Column, ColumnKind, DatedValue,
    Description, Fact, Failure, Indicator, IndicatorInput, Line, LineUnit, MadeOf, Missing, Money, Provenance,
    PupilCount, Quantity, Rate, RecipientKind, Remainder, Rule, SchoolKind, Sector, Source, Status, Text, Value,
};

use super::component::bindings::exports::swv::region::{
    allocation as wit_allocation, budget as wit_budget, description as wit_description, indicators as wit_indicators,
};
use super::component::bindings::swv::region::types as wit;

/// A sentence that says which promise a plugin broke.
pub(super) type Promise = String;

pub(super) fn description(given: wit_description::Description) -> Result<Description, Promise> {
    Ok(Description {
        region: given.region.parse().map_err(|error| format!("description: region: {error}"))?,
        version: given.version.parse().map_err(|error| format!("description: version {:?}: {error}", given.version))?,
        sectors: given.sectors.into_iter().map(sector_back).collect(),
        rules: given.rules.into_iter().map(rule).collect::<Result<_, _>>()?,
        parameters: given.parameters,
        facts: given.facts,
        quantities: given
            .quantities
            .into_iter()
            .map(|given| Quantity { name: given.name, meaning: text(given.meaning), required: given.required })
            .collect(),
    })
}

fn rule(given: wit_description::Rule) -> Result<Rule, Promise> {
    let provenance = provenance(given.source, given.status, given.reasoning)
        .map_err(|error| format!("description: rule {}: {error}", given.id))?;
    Ok(Rule { id: given.id, title: text(given.title), provenance })
}

pub(super) fn provenance(
    given_source: wit::Source,
    given_status: wit::Status,
    reasoning: Option<String>,
) -> Result<Provenance, Promise> {
    Provenance::new(status(given_status), Some(source(given_source)), reasoning).map_err(|error| error.to_string())
}

pub(super) fn allocation_input(input: &AllocationInput) -> Result<wit_allocation::AllocationInput, Promise> {
    let quantities = input.quantities.iter().map(|column| {
        let (at_least, at_most) = column.counts.iter().map(|count| bounds(*count)).unzip();
        wit_allocation::QuantityColumn { name: column.name.clone(), at_least, at_most }
    });
    Ok(wit_allocation::AllocationInput {
        sector: sector(input.sector),
        year: input.year.get(),
        kinds: input.kinds.iter().map(|kind| recipient_kind(*kind)).collect(),
        quantities: quantities.collect(),
        parameters: parameters(input.parameters.values())?,
        facts: facts(input.facts.facts())?,
    })
}

fn bounds(count: PupilCount) -> (u32, u32) {
    match count {
        PupilCount::Exact(count) => (count, count),
        PupilCount::Between { at_least, at_most, .. } => (at_least, at_most),
        PupilCount::Unknown => (1, 0),
    }
}

fn recipient_kind(kind: RecipientKind) -> wit_allocation::RecipientKind {
    match kind {
        RecipientKind::School(SchoolKind::Bao) => wit_allocation::RecipientKind::Bao,
        RecipientKind::School(SchoolKind::Sbo) => wit_allocation::RecipientKind::Sbo,
        RecipientKind::School(SchoolKind::So) => wit_allocation::RecipientKind::So,
        RecipientKind::School(SchoolKind::SoVso) => wit_allocation::RecipientKind::SoVso,
        RecipientKind::School(SchoolKind::Vso) => wit_allocation::RecipientKind::Vso,
        RecipientKind::School(SchoolKind::Vo) => wit_allocation::RecipientKind::Vo,
        RecipientKind::School(SchoolKind::Pro) => wit_allocation::RecipientKind::Pro,
        RecipientKind::School(SchoolKind::Opdc) => wit_allocation::RecipientKind::Opdc,
        RecipientKind::School(SchoolKind::Newcomer) => wit_allocation::RecipientKind::Newcomer,
        RecipientKind::Board => wit_allocation::RecipientKind::Board,
        RecipientKind::Partnership => wit_allocation::RecipientKind::Partnership,
    }
}

/// The columns as they are; [`Allocation::check`] judges them.
pub(super) fn allocation(table: wit_allocation::AllocationTable) -> Allocation {
    let remainder =
        |left: wit_allocation::Remainder| Remainder { rule: left.rule, amount: Money::from_cents(left.amount) };
    Allocation {
        rule_ids: table.rule_ids,
        recipients: table.recipients,
        rules: table.rules,
        quantities: table.quantities,
        rates: table.rates,
        divisors: table.divisors,
        amounts: table.amounts,
        remainders: table.remainders.into_iter().map(remainder).collect(),
        gap_names: table.gap_names,
        gap_recipients: table.gap_recipients,
        gap_rules: table.gap_rules,
        gap_causes: table.gap_causes,
        absent: table.absent,
    }
}

fn column(column: &Column) -> wit_budget::Column {
    wit_budget::Column {
        id: column.id.clone(),
        year: column.year.get(),
        kind: match column.kind {
            ColumnKind::Budget => wit_budget::ColumnKind::Budget,
            ColumnKind::Forecast => wit_budget::ColumnKind::Forecast,
            ColumnKind::AnnualAccount => wit_budget::ColumnKind::AnnualAccount,
        },
    }
}

fn line(line: &Line) -> wit_budget::Line {
    let cell = |cell| match cell {
        Cell::Amount(amount) => wit_budget::Cell::Amount(amount),
        Cell::NotApplicable => wit_budget::Cell::NotApplicable,
        Cell::Unknown => wit_budget::Cell::Unknown,
    };
    wit_budget::Line {
        id: line.id.clone(),
        rule: line.rule.clone(),
        unit: match line.unit {
            LineUnit::EuroCents => wit_budget::Unit::EuroCents,
            LineUnit::Hundredths => wit_budget::Unit::Hundredths,
        },
        made_of: match line.made_of.clone() {
            MadeOf::Stated => wit_budget::MadeOf::Stated,
            MadeOf::StatedUnlessSupplied { parameter } => wit_budget::MadeOf::StatedUnlessSupplied(parameter),
            MadeOf::Sum { plus, less } => wit_budget::MadeOf::Sum(wit_budget::Sum { plus, less }),
            MadeOf::Parameter { parameter } => wit_budget::MadeOf::Parameter(parameter),
            MadeOf::Rule => wit_budget::MadeOf::Rule,
        },
        given: line.given.iter().map(|given| given.map(cell)).collect(),
    }
}

pub(super) fn budget_input(input: &BudgetInput) -> Result<wit_budget::BudgetInput, Promise> {
    Ok(wit_budget::BudgetInput {
        sector: sector(input.sector),
        columns: input.columns.iter().map(column).collect(),
        lines: input.lines.iter().map(line).collect(),
        parameters: parameters(input.parameters.values())?,
        facts: facts(input.facts.facts())?,
    })
}

pub(super) fn budget(input: &BudgetInput, table: wit_budget::BudgetTable) -> Result<BudgetTable, Promise> {
    let cell = |cell| match cell {
        wit_budget::Cell::Amount(amount) => Cell::Amount(amount),
        wit_budget::Cell::NotApplicable => Cell::NotApplicable,
        wit_budget::Cell::Unknown => Cell::Unknown,
    };
    let (lines, columns, cells) = (table.lines.len(), input.columns.len(), table.cells.len());
    let cells = Cells::from_parts(columns, table.lines, table.cells.into_iter().map(cell).collect())
        .ok_or_else(|| format!("{cells} cells for {lines} lines and {columns} columns"))?;
    Ok(BudgetTable { cells, missing: table.missing.into_iter().map(missing).collect() })
}

pub(super) fn indicator_input(input: &IndicatorInput) -> Result<wit_indicators::IndicatorInput, Promise> {
    Ok(wit_indicators::IndicatorInput {
        sector: sector(input.sector),
        parameters: parameters(input.parameters.values())?,
        facts: facts(input.facts.facts())?,
    })
}

pub(super) fn indicator(given: wit_indicators::Indicator) -> Result<Indicator, Promise> {
    let place = format!("indicator {}", given.id);
    Ok(Indicator {
        year: CalendarYear::new(given.year).map_err(|error| format!("{place}: {error}"))?,
        value: value_back(given.value).map_err(|error| format!("{place}: {error}"))?,
        id: given.id,
        rule: given.rule,
        inputs: given.inputs,
    })
}

fn parameters(values: &[DatedValue]) -> Result<Vec<wit::DatedValue>, Promise> {
    let values = values.iter().map(|dated| {
        Ok(wit::DatedValue {
            key: dated.key.clone(),
            from: date(dated.from),
            until: dated.until.map(date),
            value: value(dated.value)?,
        })
    });
    values.collect()
}

fn facts(facts: &[Fact]) -> Result<Vec<wit::Fact>, Promise> {
    let facts = facts
        .iter()
        .map(|fact| Ok(wit::Fact { id: fact.id.clone(), year: fact.year.get(), value: value(fact.value)? }));
    facts.collect()
}

pub(super) fn date(date: jiff::civil::Date) -> wit::Date {
    wit::Date { year: date.year(), month: date.month().unsigned_abs(), day: date.day().unsigned_abs() }
}

fn value(value: Value) -> Result<wit::Value, Promise> {
    Ok(match value {
        Value::Money(amount) => wit::Value::Money(amount.cents()),
        Value::Count(count) => wit::Value::Count(count),
        Value::Rate(rate) => {
            let too_long = || format!("the rate {rate} has more digits than cross the plugin boundary");
            wit::Value::Rate(wit::Decimal {
                mantissa: i64::try_from(rate.mantissa()).map_err(|_| too_long())?,
                scale: u8::try_from(rate.scale()).map_err(|_| too_long())?,
            })
        }
    })
}

fn value_back(value: wit::Value) -> Result<Value, Promise> {
    Ok(match value {
        wit::Value::Money(cents) => Value::Money(Money::from_cents(cents)),
        wit::Value::Count(count) => Value::Count(count),
        wit::Value::Rate(decimal) => {
            Value::Rate(Rate::new(decimal.mantissa, u32::from(decimal.scale)).map_err(|error| error.to_string())?)
        }
    })
}

pub(super) fn sector(sector: Sector) -> wit::Sector {
    match sector {
        Sector::Po => wit::Sector::Po,
        Sector::Vo => wit::Sector::Vo,
    }
}

pub(super) fn sector_back(sector: wit::Sector) -> Sector {
    match sector {
        wit::Sector::Po => Sector::Po,
        wit::Sector::Vo => Sector::Vo,
    }
}

pub(super) fn text(given: wit::Text) -> Text {
    Text { nl: given.nl, en: given.en }
}

pub(super) fn source(given: wit::Source) -> Source {
    Source { document: given.document, section: given.section }
}

pub(super) fn status(given: wit::Status) -> Status {
    match given {
        wit::Status::Explicit => Status::Explicit,
        wit::Status::Interpreted => Status::Interpreted,
        wit::Status::Silent => Status::Silent,
    }
}

fn missing(given: wit::Missing) -> Missing {
    Missing { what: given.what, recipient: given.recipient, rule: given.rule, from: given.supplier }
}

pub(super) fn failure(given: wit::Failure) -> Failure {
    match given {
        wit::Failure::Missing(list) => Failure::Missing(list.into_iter().map(missing).collect()),
        wit::Failure::Invalid(invalid) => {
            Failure::Invalid { place: invalid.place, value: invalid.value, rule: invalid.rule }
        }
        wit::Failure::NotOffered(what) => Failure::NotOffered(what),
        wit::Failure::OutOfRange(what) => Failure::OutOfRange(what),
    }
}
