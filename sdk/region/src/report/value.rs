//! A value as a report gives it.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use swv_core::{Rate, Rounding, Text, Unit, Value};

/// A value in a report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(untagged, expecting = "a value is a whole number, a decimal between quotes, or words in both languages")]
pub enum ReportValue {
    /// A count, or whole euro cents.
    Whole(i64),
    /// A percentage or factor as an exact decimal.
    Decimal(#[schemars(with = "String")] Rate),
    /// An identifier.
    Id(String),
    /// Words.
    Words(Text),
}

impl ReportValue {
    /// A value in the unit of a report: a share as a percentage where that is
    /// the unit.
    pub(crate) fn new(value: Value, unit: &Unit) -> ReportValue {
        match (value, unit) {
            (Value::Money(amount), _) => ReportValue::Whole(amount.cents()),
            (Value::Count(count), _) => ReportValue::Whole(count),
            (Value::Rate(rate), Unit::Percent) => ReportValue::Decimal(percent(rate)),
            (Value::Rate(rate), _) => ReportValue::Decimal(rate),
        }
    }
}

/// The share as a percentage, with the decimals it has.
fn percent(rate: Rate) -> Rate {
    rate.to_percent(rate.scale().saturating_sub(2), Rounding::HalfAwayFromZero).unwrap_or(rate)
}

/// In what a report gives a value: euros in cents.
pub(super) fn unit(unit: &Unit) -> Unit {
    match unit {
        Unit::Euro => Unit::EuroCents,
        other => other.clone(),
    }
}
