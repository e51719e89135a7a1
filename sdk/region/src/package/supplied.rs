//! Values that the user supplies in the place of a region's own.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use swv_core::{CalendarYear, Date, DatedValue, Provenance, Status};

use super::parameters::read;
use super::{PackageError, PackageFault, ParameterValue, RegionPackage};

/// Values that the user supplies, by the key of their parameter: a decimal in
/// the parameter's own unit. `KEY@YEAR` is a value of one calendar year.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SuppliedFile {
    /// The values by key.
    #[serde(default)]
    pub values: BTreeMap<String, String>,
}

/// A value that the user supplied. Every result made with it says so.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Supplied {
    /// The parameter, with `@YEAR` where the value is of one calendar year.
    pub key: String,
    /// The value, as supplied.
    pub value: String,
}

impl RegionPackage {
    /// Puts a supplied value in the place of those of a parameter: of all, for
    /// every year, or with the key `KEY@YEAR` of that calendar year. `place`
    /// names where it comes from in errors.
    ///
    /// # Errors
    /// [`PackageFault::Inconsistent`] when the region has no such parameter, the
    /// year is none, or the value is not in the parameter's unit.
    pub fn supply(&mut self, place: &str, key: &str, value: &str) -> Result<(), PackageError> {
        let fault = |message: String| PackageFault::Inconsistent(message).in_file(place);
        let id = self.manifest.id.clone();
        let (name, from, until) = match key.split_once('@') {
            None => (key, EVER, None),
            Some((name, year)) => {
                let year: CalendarYear = year.parse().map_err(|error| fault(format!("{key}: {error}")))?;
                (name, year.first_day(), Some(year.last_day()))
            }
        };
        let Some(parameter) = self.parameters.parameters.iter_mut().find(|parameter| parameter.key == name) else {
            return Err(fault(format!("{key}: {id} has no such parameter; `swv parameters {id}` lists them")));
        };
        read(&parameter.unit, value).map_err(|error| fault(format!("{key}: {error}")))?;
        let reasoning = Some("supplied by the user".to_owned());
        let provenance = Provenance::new(Status::Silent, None, reasoning).map_err(|error| fault(error.to_string()))?;
        let supplied =
            ParameterValue { from, until, value: Some(value.to_owned()), provenance, derived_from: Vec::new() };
        parameter.values = parameter.values.drain(..).flat_map(|value| outside(value, from, until)).collect();
        parameter.values.push(supplied);
        parameter.values.sort_by_key(|value| value.from);
        let mut dated = Vec::new();
        for value in &parameter.values {
            let Some(text) = &value.value else { continue };
            let read = read(&parameter.unit, text).map_err(|error| fault(format!("{key}: {error}")))?;
            dated.push(DatedValue { key: name.to_owned(), from: value.from, until: value.until, value: read });
        }
        self.dated_values.retain(|dated| dated.key != name);
        self.dated_values.extend(dated);
        self.supplied.retain(|supplied| supplied.key != key);
        self.supplied.push(Supplied { key: key.to_owned(), value: value.to_owned() });
        Ok(())
    }

    /// The values that the user supplied.
    pub fn supplied(&self) -> &[Supplied] {
        &self.supplied
    }
}

/// Before the first year there is.
const EVER: Date = Date::constant(1990, 1, 1);

/// What is left of a value before and after a period that another takes over.
fn outside(value: ParameterValue, from: Date, until: Option<Date>) -> Vec<ParameterValue> {
    let mut left = Vec::new();
    if let (true, Ok(before)) = (value.from < from, from.yesterday()) {
        let until = value.until.map_or(before, |until| until.min(before));
        left.push(ParameterValue { until: Some(until), ..value.clone() });
    }
    if let Some(after) = until.and_then(|until| until.tomorrow().ok())
        && value.until.is_none_or(|until| until >= after)
    {
        left.push(ParameterValue { from: value.from.max(after), ..value });
    }
    left
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::PackageFiles;

    const MANIFEST: &str = "id = 'proef'\nname = 'Proef'\nswv = []\ndocuments = [{ id = 'd', title = 'D', publisher = 'P' }]\n\
        [plan]\nfrom = '2024-01-01'\nto = '2027-12-31'\n\
        provenance = { status = 'explicit', source = { document = 'd', section = 's' } }\n";
    const PARAMETERS: &str = "[[parameters]]\nkey = 'tarief'\nlabel = { nl = 'x', en = 'x' }\nunit = 'euro'\nvalues = [\
        { from = '2023-06-01', until = '2024-12-31', value = '1', \
        provenance = { status = 'explicit', source = { document = 'd', section = 's' } } },\
        { from = '2025-01-01', provenance = { status = 'silent' } }]\n";

    fn package() -> RegionPackage {
        let files = [("manifest.toml", MANIFEST.as_bytes()), ("parameters.toml", PARAMETERS.as_bytes())];
        RegionPackage::read(PackageFiles::embedded("x".to_owned(), &files)).unwrap()
    }

    /// The known values of the parameter: first day, last day and text.
    fn values(package: &RegionPackage) -> Vec<(String, String, String)> {
        let until = |until: Option<Date>| until.map(|until| until.to_string()).unwrap_or_default();
        let dated = package.values_of(&["tarief".to_owned()]).into_iter();
        dated.map(|dated| (dated.from.to_string(), until(dated.until), format!("{:?}", dated.value))).collect()
    }

    fn known(from: &str, until: &str, euros: i64) -> (String, String, String) {
        let value = swv_core::Value::Money(swv_core::Money::from_cents(euros * 100));
        (from.into(), until.into(), format!("{value:?}"))
    }

    #[test]
    fn a_value_without_a_year_takes_the_place_of_all() {
        let mut package = package();
        package.supply("test", "tarief", "5").unwrap();
        assert_eq!(values(&package), [known("1990-01-01", "", 5)]);
    }

    #[test]
    fn a_value_of_a_year_holds_in_that_year_only_and_the_others_stand() {
        let mut package = package();
        package.supply("test", "tarief@2024", "5").unwrap();
        assert_eq!(values(&package), [known("2023-06-01", "2023-12-31", 1), known("2024-01-01", "2024-12-31", 5)]);
        package.supply("test", "tarief@2026", "6").unwrap();
        package.supply("test", "tarief@2024", "7").unwrap();
        let years = [("2023-06-01", "2023-12-31", 1), ("2024-01-01", "2024-12-31", 7), ("2026-01-01", "2026-12-31", 6)];
        assert_eq!(values(&package), years.map(|(from, until, euros)| known(from, until, euros)));
        assert_eq!(package.supplied().len(), 2);
    }

    #[test]
    fn a_year_inside_a_longer_period_splits_it() {
        let mut package = package();
        package.supply("test", "tarief", "5").unwrap();
        package.supply("test", "tarief@2024", "6").unwrap();
        let years = [("1990-01-01", "2023-12-31", 5), ("2024-01-01", "2024-12-31", 6), ("2025-01-01", "", 5)];
        assert_eq!(values(&package), years.map(|(from, until, euros)| known(from, until, euros)));
    }

    #[test]
    fn what_is_no_year_no_parameter_or_no_amount_is_refused_by_name() {
        let refused = |key: &str, value: &str| package().supply("--set", key, value).unwrap_err().to_string();
        assert!(refused("tarief@20", "5").starts_with("--set: tarief@20: "), "{}", refused("tarief@20", "5"));
        assert!(refused("tarif@2024", "5").contains("has no such parameter"));
        assert!(refused("tarief", "vijf").starts_with("--set: tarief: "));
    }
}
