//! `published/figures.toml`: figures that the region published.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use swv_core::{ColumnKind, IndicatorDefinition, Provenance, Sector, Text, Unit, Value, Year};

use super::parameters;

/// `published/figures.toml`: figures that the region published.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FiguresFile {
    /// The figures.
    #[serde(default)]
    pub figures: Vec<Figure>,
}

/// A figure that the region published, in one or more years.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Figure {
    /// The id that rules and indicators refer to.
    pub id: String,
    /// What it is, in our own words.
    pub label: Text,
    /// What it is measured in.
    pub unit: Unit,
    /// The sector it describes.
    pub sector: Sector,
    /// Where it stands, and whether it is stated or interpreted.
    pub provenance: Provenance,
    /// The shared definition that the figure stands beside: it is about the
    /// same thing, by a definition of the region's own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub beside: Option<String>,
    /// The national figure that it is: a name that regions share, so that what
    /// they state is compared.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub national: Option<String>,
    /// Its values.
    pub values: Vec<FigureValue>,
}

/// The value of a figure in one year.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FigureValue {
    /// The calendar year it describes.
    pub year: Year,
    /// The day of the count, where the document gives one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<String>")]
    pub date: Option<Date>,
    /// The value as a decimal; for a figure in words, none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<String>,
    /// The words, for a figure in words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<Text>,
    /// What it rests on, where that does not follow: a value with the day of
    /// its count, or beside targets, is a result.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub basis: Option<Basis>,
    /// Whether the document gives it as an approximation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub approximate: Option<Approximate>,
}

/// What a value rests on; what is further from what happened comes later.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Basis {
    /// What was counted, or what an annual account reports.
    Result,
    /// What was expected during the year.
    Forecast,
    /// What was planned before the year began.
    Budget,
    /// What the region aims for.
    Target,
}

impl From<ColumnKind> for Basis {
    fn from(kind: ColumnKind) -> Basis {
        match kind {
            ColumnKind::Budget => Basis::Budget,
            ColumnKind::Forecast => Basis::Forecast,
            ColumnKind::AnnualAccount => Basis::Result,
        }
    }
}

/// How a document approximates a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Approximate {
    /// About this much.
    Circa,
    /// More than this.
    MoreThan,
    /// Less than this.
    LessThan,
}

impl FigureValue {
    /// Whether it is what the region aims for.
    pub(crate) fn is_target(&self) -> bool {
        self.basis == Some(Basis::Target)
    }
}

impl Figure {
    /// The value in a year, if it is published.
    pub(crate) fn value(&self, year: Year) -> Option<Value> {
        self.in_year(year).and_then(|value| self.read(value)?.ok())
    }

    /// The value as a rule reads it, if it is no text.
    pub(crate) fn read(&self, value: &FigureValue) -> Option<Result<Value, String>> {
        value.value.as_deref().map(|text| parameters::read(&self.unit, text))
    }

    /// How the document approximates the value of a year, if it does.
    pub(crate) fn approximate(&self, year: Year) -> Option<Approximate> {
        self.in_year(year)?.approximate
    }

    /// What the value of a year rests on; none for what is no observation and
    /// no aim, such as a number of tasks.
    pub(crate) fn basis(&self, year: Year) -> Option<Basis> {
        let value = self.in_year(year)?;
        let aims = || self.values.iter().any(FigureValue::is_target);
        value.basis.or_else(|| (value.date.is_some() || aims()).then_some(Basis::Result))
    }

    /// Whether the value of a year is what the region aims for.
    pub(crate) fn is_target(&self, year: Year) -> bool {
        self.in_year(year).is_some_and(FigureValue::is_target)
    }

    pub(crate) fn in_year(&self, year: Year) -> Option<&FigureValue> {
        self.values.iter().find(|value| value.year == year)
    }

    pub(crate) fn check(&self) -> Result<(), String> {
        if let Some(id) = self.beside.as_deref().filter(|id| IndicatorDefinition::of(id).is_none()) {
            return Err(format!("beside: {id:?} is no shared definition"));
        }
        parameters::known(&self.unit)?;
        for (index, value) in self.values.iter().enumerate() {
            let in_words = self.unit == Unit::Text;
            if (value.value.is_some(), value.text.is_some()) != (!in_words, in_words) {
                return Err(format!(
                    "values[{index}]: a figure in words has `text`, any other has `value`, and none has both"
                ));
            }
            self.read(value).transpose().map_err(|error| format!("values[{index}]: {error}"))?;
            if self.values[..index].iter().any(|earlier| earlier.year == value.year) {
                return Err(format!("values[{index}]: {} stands there twice", value.year));
            }
        }
        Ok(())
    }
}
