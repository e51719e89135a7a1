//! Why a rule gives no result.

use serde::{Deserialize, Serialize};

use crate::{Missing, MoneyError, RateError};

/// Why a capability of a region gives no result.
///
/// A gap that leaves the rest of a result intact is no failure: it stands in
/// the result's own list of [`Missing`] data.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Failure {
    /// Nothing can be computed without these.
    #[error("missing: {}", list(.0))]
    Missing(Vec<Missing>),
    /// The input has a value that a rule does not allow.
    #[error("{place}: {value} breaks the rule: {rule}")]
    Invalid {
        /// Where the value stands.
        place: String,
        /// The value as given.
        value: String,
        /// The rule it breaks.
        rule: String,
    },
    /// The region has no rule for this sector or year.
    #[error("{0}")]
    NotOffered(String),
    /// An amount left the range of whole cents.
    #[error("an amount left the range of whole cents: {0}")]
    OutOfRange(String),
}

fn list(missing: &[Missing]) -> String {
    missing.iter().map(|gap| gap.what.as_str()).collect::<Vec<_>>().join(", ")
}

impl From<MoneyError> for Failure {
    fn from(error: MoneyError) -> Failure {
        Failure::OutOfRange(error.to_string())
    }
}

impl From<RateError> for Failure {
    fn from(error: RateError) -> Failure {
        Failure::OutOfRange(error.to_string())
    }
}
