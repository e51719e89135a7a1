//! What is missing from a result, so that nothing unknown becomes zero.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::Text;

/// One thing that is not known and was needed.
///
/// Stands in a result in place of the value that could not be computed, and
/// says enough for a person to go and get it. Ordered and comparable, so that
/// a list of them can be sorted and freed of doubles.
///
/// ```
/// use swv_core::missing::Missing;
///
/// let missing = Missing::new("pupils on 2024-02-01")
///     .for_recipient("12AB00")
///     .needed_by("basisondersteuning")
///     .supplied_by("DUO");
/// assert_eq!(missing.recipient.as_deref(), Some("12AB00"));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(description = "One thing that is not known and was needed")]
pub struct Missing {
    /// What is missing, such as a parameter's key or the name of a count.
    pub what: String,
    /// For whom: a school, board or other recipient; none where it concerns all.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub recipient: Option<String>,
    /// The rule that needed it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rule: Option<String>,
    /// Who or what can supply it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<String>,
    /// Why it is not known, as a sentence that also names it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub because: Option<Text>,
}

impl Missing {
    /// Something missing, of which nothing else is said yet.
    ///
    /// ```
    /// # use swv_core::missing::Missing;
    /// assert_eq!(Missing::new("index").rule, None);
    /// ```
    pub fn new(what: impl Into<String>) -> Missing {
        Missing { what: what.into(), recipient: None, rule: None, from: None, because: None }
    }

    /// The same, for that recipient.
    ///
    /// ```
    /// # use swv_core::missing::Missing;
    /// let missing = Missing::new("pupils").for_recipient("12AB00");
    /// assert_eq!(missing.recipient.as_deref(), Some("12AB00"));
    /// ```
    #[must_use]
    pub fn for_recipient(self, recipient: impl Into<String>) -> Missing {
        Missing { recipient: Some(recipient.into()), ..self }
    }

    /// The same, needed by that rule.
    ///
    /// ```
    /// # use swv_core::missing::Missing;
    /// let missing = Missing::new("pupils").needed_by("basisondersteuning");
    /// assert_eq!(missing.rule.as_deref(), Some("basisondersteuning"));
    /// ```
    #[must_use]
    pub fn needed_by(self, rule: impl Into<String>) -> Missing {
        Missing { rule: Some(rule.into()), ..self }
    }

    /// The same, to be supplied by that person, organisation or file.
    ///
    /// ```
    /// # use swv_core::missing::Missing;
    /// let missing = Missing::new("pupils").supplied_by("DUO");
    /// assert_eq!(missing.from.as_deref(), Some("DUO"));
    /// ```
    #[must_use]
    pub fn supplied_by(self, from: impl Into<String>) -> Missing {
        Missing { from: Some(from.into()), ..self }
    }
}

impl Missing {
    /// The same, with why.
    ///
    /// ```
    /// # use swv_core::{Text, missing::Missing};
    /// let missing = Missing::new("pupils").because(Text::new("niet geteld", "not counted"));
    /// assert_eq!(missing.because.map(|why| why.en).as_deref(), Some("not counted"));
    /// ```
    #[must_use]
    pub fn because(self, why: Text) -> Missing {
        Missing { because: Some(why), ..self }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_said_is_left_out_of_a_file() {
        let missing = Missing::new("pupils").needed_by("basisondersteuning");
        let text = r#"{"what":"pupils","rule":"basisondersteuning"}"#;
        assert_eq!(serde_json::to_string(&missing).unwrap(), text);
        assert_eq!(serde_json::from_str::<Missing>(text).unwrap(), missing);
    }

    #[test]
    fn a_file_says_what_is_missing_and_nothing_unknown() {
        assert!(serde_json::from_str::<Missing>(r#"{"rule":"r"}"#).is_err());
        assert!(serde_json::from_str::<Missing>(r#"{"what":"w","who":"x"}"#).is_err());
    }
}
