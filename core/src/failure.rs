//! Why a rule gives no result.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::{Lack, MoneyError, Needed, RateError, Text};

/// A value that a rule does not allow.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Invalid {
    /// Where the value stands.
    pub place: String,
    /// The value as given.
    pub value: String,
    /// The rule it breaks.
    pub rule: Text,
}

/// Why a capability of a region gives no result.
///
/// A gap that leaves the rest of a result intact is no failure: it stands in
/// the result's own list of lacks.
///
/// ```
/// use swv_core::{Failure, Text};
///
/// let failure = Failure::NotOffered(Text::new("geen begroting van VO", "no budget of VO"));
/// assert_eq!(failure.code(), "not-offered");
/// assert_eq!(failure.text().nl, "geen begroting van VO");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Failure {
    /// Nothing can be computed without these.
    Missing(Vec<Lack>),
    /// The input has a value that a rule does not allow.
    Invalid(Invalid),
    /// The region has no rule for this sector or year.
    NotOffered(Text),
    /// An amount left the range of whole cents; says which.
    OutOfRange(String),
    /// A reason that this version has no name for.
    Other {
        /// Its code.
        code: String,
        /// What it says.
        message: Text,
    },
}

impl Failure {
    /// A value that a rule does not allow.
    pub fn invalid(place: impl Into<String>, value: impl Into<String>, rule: Text) -> Failure {
        Failure::Invalid(Invalid { place: place.into(), value: value.into(), rule })
    }

    /// That something is missing.
    pub fn missing(needed: Needed) -> Failure {
        Failure::Missing(vec![Lack::of(needed)])
    }

    /// A stable name for the reason, for programs: `missing`, `invalid`,
    /// `not-offered`, `out-of-range`, or one of a later version.
    pub fn code(&self) -> &str {
        match self {
            Failure::Missing(_) => "missing",
            Failure::Invalid(_) => "invalid",
            Failure::NotOffered(_) => "not-offered",
            Failure::OutOfRange(_) => "out-of-range",
            Failure::Other { code, .. } => code,
        }
    }

    /// The reason in both languages.
    pub fn text(&self) -> Text {
        match self {
            Failure::Missing(lacks) => {
                let texts: Vec<Text> = lacks.iter().map(|lack| lack.needed.text()).collect();
                let all = |of: fn(&Text) -> &str| texts.iter().map(of).collect::<Vec<_>>().join(", ");
                Text::new(format!("ontbreekt: {}", all(|text| &text.nl)), format!("missing: {}", all(|text| &text.en)))
            }
            Failure::Invalid(invalid) => invalid.text(),
            Failure::NotOffered(text) | Failure::Other { message: text, .. } => text.clone(),
            Failure::OutOfRange(what) => Text::new(
                format!("een bedrag valt buiten wat in hele centen past: {what}"),
                format!("an amount left the range of whole cents: {what}"),
            ),
        }
    }
}

impl Invalid {
    /// What breaks which rule, in both languages.
    pub fn text(&self) -> Text {
        let Invalid { place, value, rule } = self;
        Text::new(
            format!("{place}: {value} breekt de regel: {}", rule.nl),
            format!("{place}: {value} breaks the rule: {}", rule.en),
        )
    }
}

/// In English.
impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text().en)
    }
}

impl std::error::Error for Failure {}

/// In English.
impl fmt::Display for Invalid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text().en)
    }
}

impl From<Invalid> for Failure {
    fn from(invalid: Invalid) -> Failure {
        Failure::Invalid(invalid)
    }
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
