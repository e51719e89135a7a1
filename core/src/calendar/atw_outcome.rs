//! Whether the Algemene termijnenwet was applied to a term.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Term;
use crate::text::Text;

/// Whether the Algemene termijnenwet was applied to a term, and if not, why.
///
/// ```
/// use swv_core::calendar::AtwOutcome;
///
/// assert_eq!(AtwOutcome::Applied.text().en, "the Algemene termijnenwet is applied");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "outcome", rename_all = "snake_case", deny_unknown_fields)]
#[schemars(description = "Whether the Algemene termijnenwet was applied, and if not, why")]
pub enum AtwOutcome {
    /// It was: the term ends on a working day.
    Applied,
    /// It was not: nobody said that it applies.
    NotAsked,
    /// It was not, by article 4: the term is too long.
    TermTooLong {
        /// The term, or its extension, that is too long.
        term: Term,
    },
    /// It was not, by article 1, paragraph 2: the term is counted back.
    CountedBack,
}

impl AtwOutcome {
    /// The outcome in words.
    ///
    /// ```
    /// # use swv_core::calendar::AtwOutcome;
    /// assert!(AtwOutcome::CountedBack.text().nl.contains("artikel 1 lid 2"));
    /// ```
    pub fn text(self) -> Text {
        match self {
            AtwOutcome::Applied => {
                Text::new("de Algemene termijnenwet is toegepast", "the Algemene termijnenwet is applied")
            }
            AtwOutcome::NotAsked => Text::new(
                "de Algemene termijnenwet is niet toegepast: zij geldt voor termijnen in een wet, en dit is er geen",
                "the Algemene termijnenwet is not applied: it holds for terms in an act, and this is none",
            ),
            AtwOutcome::TermTooLong { term } => {
                let term = term.text();
                Text::new(
                    format!("de Algemene termijnenwet geldt niet voor {} (artikel 4)", term.nl),
                    format!("the Algemene termijnenwet does not hold for {} (article 4)", term.en),
                )
            }
            AtwOutcome::CountedBack => Text::new(
                "de Algemene termijnenwet verlengt geen teruggerekende termijn (artikel 1 lid 2)",
                "the Algemene termijnenwet extends no term that is counted back (article 1, paragraph 2)",
            ),
        }
    }
}
