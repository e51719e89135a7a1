//! `parameters.toml`: dated values with their status and source.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use swv_core::{DatedValue, Money, Provenance, Rate, Status, Text, Unit, Value, nearest};

/// `parameters.toml`: dated values with their status and source.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ParametersFile {
    /// The parameters.
    #[serde(default)]
    pub parameters: Vec<ParameterEntry>,
}

/// A parameter of the region's rules.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ParameterEntry {
    /// The key that rules read.
    pub key: String,
    /// What it is.
    pub label: Text,
    /// What its values are measured in.
    pub unit: Unit,
    /// The national amount that it is, where the ministry sets it: a name that
    /// regions share, so that what they state is compared.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub national: Option<String>,
    /// Its values, in order of time.
    pub values: Vec<ParameterValue>,
}

/// The value of a parameter during a period.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ParameterValue {
    /// The first day on which it holds.
    #[schemars(with = "String")]
    pub from: Date,
    /// The last day on which it holds; none means until further notice.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<String>")]
    pub until: Option<Date>,
    /// The value as a decimal; none where the document is silent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<String>,
    /// Where it comes from.
    pub provenance: Provenance,
    /// The published budget cells that an interpreted value was derived from,
    /// as `line@column`: that they agree with what is computed is by
    /// construction.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub derived_from: Vec<String>,
}

/// Refuses a unit that has no name: it would be a slip of the pen.
pub(crate) fn known(unit: &Unit) -> Result<(), String> {
    let Unit::Other(id) = unit else { return Ok(()) };
    let meant = nearest(id, Unit::KNOWN.iter().copied()).map(|meant| format!("; did you mean `{meant}`?"));
    Err(format!("unit: `{id}` is none of {}{}", Unit::KNOWN.join(", "), meant.unwrap_or_default()))
}

/// Reads a decimal in a unit.
///
/// # Errors
/// A phrase that names the value and what this unit takes.
pub(crate) fn read(unit: &Unit, text: &str) -> Result<Value, String> {
    known(unit)?;
    match unit {
        Unit::Euro => Money::parse_decimal(text).map(Value::Money).map_err(|error| error.to_string()),
        Unit::Percent => rate(&format!("{text}%")),
        Unit::Factor | Unit::Fte => rate(text),
        Unit::Text => Err(format!("{text:?} stands where words stand in `text`")),
        Unit::EuroCents | Unit::Hundredths => Err(format!("{text:?} is in {unit}; a file has `euro` or `factor`")),
        _ => text
            .parse::<i64>()
            .map(Value::Count)
            .map_err(|_| format!("{text:?} is no whole number; a count has no decimals and no separators")),
    }
}

/// A rate that can cross to a plugin.
fn rate(text: &str) -> Result<Value, String> {
    let rate = Rate::parse(text).map_err(|error| error.to_string())?;
    match i64::try_from(rate.mantissa()) {
        Ok(_) => Ok(Value::Rate(rate)),
        Err(_) => Err(format!("{text:?} has more digits than a rule can read; write at most 18")),
    }
}

impl ParameterEntry {
    /// The known values, as rules receive them.
    pub(crate) fn dated_values(&self) -> Result<Vec<DatedValue>, String> {
        known(&self.unit)?;
        let mut dated = Vec::with_capacity(self.values.len());
        for (index, value) in self.values.iter().enumerate() {
            let place = |message: String| format!("values[{index}]: {message}");
            let silent = value.provenance.status() == Status::Silent;
            match &value.value {
                None if silent => {}
                None => {
                    return Err(place(
                        "has no value, which only `silent` may lack; add the value or its silence".into(),
                    ));
                }
                Some(text) if silent => {
                    return Err(place(format!(
                        "has the value {text:?} but is `silent`; name the source or remove the value"
                    )));
                }
                Some(text) => dated.push(DatedValue {
                    key: self.key.clone(),
                    from: value.from,
                    until: value.until,
                    value: read(&self.unit, text).map_err(place)?,
                }),
            }
        }
        self.check_periods()?;
        Ok(dated)
    }

    /// Periods follow one another without overlap and without a gap.
    fn check_periods(&self) -> Result<(), String> {
        for (index, pair) in self.values.windows(2).enumerate() {
            let next = pair[1].from;
            let Some(until) = pair[0].until else {
                return Err(format!(
                    "values[{index}]: holds until further notice, but values[{}] follows; give it an `until`",
                    index + 1
                ));
            };
            if until.tomorrow().ok() != Some(next) {
                let fault = if until >= next { "overlap" } else { "leave a gap" };
                return Err(format!(
                    "values[{index}] ends on {until} and values[{}] begins on {next}: they {fault}",
                    index + 1
                ));
            }
        }
        match self.values.iter().position(|value| value.until.is_some_and(|until| until < value.from)) {
            Some(index) => Err(format!("values[{index}]: ends before it begins")),
            None => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(unit: &str, values: &str) -> ParameterEntry {
        let text = format!("key = 'x'\nlabel = {{ nl = 'x', en = 'x' }}\nunit = '{unit}'\nvalues = [{values}]");
        toml::from_str(&text).unwrap()
    }

    fn value(from: &str, until: &str, value: &str) -> String {
        let until = if until.is_empty() { String::new() } else { format!("until = '{until}', ") };
        let source = "{ document = 'd', section = 's' }";
        format!(
            "{{ from = '{from}', {until}value = '{value}', provenance = {{ status = 'explicit', source = {source} }} }}"
        )
    }

    fn refused(unit: &str, values: &[String]) -> String {
        entry(unit, &values.join(", ")).dated_values().unwrap_err()
    }

    #[test]
    fn a_unit_that_has_no_name_is_refused_with_the_one_that_was_meant() {
        let told = refused("procent", &[]);
        assert!(told.starts_with("unit: `procent` is none of euro, "), "{told}");
        assert!(told.ends_with("; did you mean `percent`?"), "{told}");
        assert!(!refused("qqqqq", &[]).contains("did you mean"));
    }

    #[test]
    fn each_unit_reads_its_own_dimension() {
        assert_eq!(read(&Unit::Euro, "8525.67"), Ok(Value::Money(Money::from_cents(852_567))));
        assert_eq!(read(&Unit::Percent, "3.5"), Ok(Value::Rate(Rate::parse("0.035").unwrap())));
        assert_eq!(read(&Unit::Factor, "0.5"), Ok(Value::Rate(Rate::parse("0.5").unwrap())));
        assert_eq!(read(&Unit::Pupils, "620"), Ok(Value::Count(620)));
        assert!(read(&Unit::Percent, "99999999999999999999").is_err_and(|error| error.contains("at most 18")));
        assert!(read(&Unit::Pupils, "6.5").is_err());
        assert!(read(&Unit::Euro, "1.234").is_err());
    }

    #[test]
    fn periods_that_overlap_or_leave_a_gap_are_refused() {
        let (first, gap, overlap) =
            (value("2024-01-01", "2024-12-31", "1"), value("2025-01-02", "", "1"), value("2024-12-31", "", "1"));
        assert!(refused("count", &[first.clone(), gap]).contains("leave a gap"));
        assert!(refused("count", &[first, overlap]).contains("overlap"));
    }

    #[test]
    fn a_value_without_end_has_no_successor() {
        assert!(
            refused("count", &[value("2024-01-01", "", "1"), value("2025-01-01", "", "1")])
                .contains("give it an `until`")
        );
    }

    #[test]
    fn a_period_does_not_end_before_it_begins() {
        assert!(refused("count", &[value("2024-01-01", "2023-12-31", "1")]).contains("ends before it begins"));
    }

    #[test]
    fn only_silence_has_no_value_and_silence_has_none() {
        let silent = "{ from = '2024-01-01', provenance = { status = 'silent' } }";
        assert_eq!(entry("euro", silent).dated_values(), Ok(vec![]));
        let loud = "{ from = '2024-01-01', value = '1', provenance = { status = 'silent' } }";
        assert!(refused("euro", &[loud.into()]).contains("is `silent`"));
        let empty =
            "{ from = '2024-01-01', provenance = { status = 'explicit', source = { document = 'd', section = 's' } } }";
        assert!(refused("euro", &[empty.into()]).contains("has no value"));
    }
}
