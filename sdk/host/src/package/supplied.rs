//! Values that the user supplies in the place of a region's own.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use swv_core::{Date, DatedValue, Provenance, Status};

use super::{PackageError, ParameterValue, RegionPackage};

/// Values that the user supplies, by the key of their parameter: a decimal in
/// the parameter's own unit.
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
    /// The parameter.
    pub key: String,
    /// The value, as supplied.
    pub value: String,
}

impl RegionPackage {
    /// Puts a supplied value in the place of all values of a parameter, for
    /// every year. `place` names where it comes from in errors.
    ///
    /// # Errors
    /// [`PackageError::Inconsistent`] when the region has no such parameter or
    /// the value is not in its unit.
    pub fn supply(&mut self, place: &str, key: &str, value: &str) -> Result<(), PackageError> {
        let fault = |message: String| PackageError::Inconsistent { file: place.to_owned(), message };
        let id = self.manifest.id.clone();
        let Some(parameter) = self.parameters.parameters.iter_mut().find(|parameter| parameter.key == key) else {
            return Err(fault(format!("{key}: {id} has no such parameter; `swv parameters {id}` lists them")));
        };
        let read = parameter.unit.read(value).map_err(|error| fault(format!("{key}: {error}")))?;
        let reasoning = Some("supplied by the user".to_owned());
        let provenance = Provenance::new(Status::Silent, None, reasoning).map_err(|error| fault(error.to_string()))?;
        parameter.values = vec![ParameterValue {
            from: EVER,
            until: None,
            value: Some(value.to_owned()),
            provenance,
            derived_from: Vec::new(),
        }];
        self.dated_values.retain(|dated| dated.key != key);
        self.dated_values.push(DatedValue { key: key.to_owned(), from: EVER, until: None, value: read });
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
