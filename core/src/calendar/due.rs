//! The day on which a term ends, and why then.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Cause, Term};
use crate::missing::Missing;
use crate::period::Date;
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
                "de Algemene termijnenwet is niet toegepast: zij geldt voor termijnen in een wet",
                "the Algemene termijnenwet is not applied: it holds for terms in an act",
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

/// When a term ends, and why then.
///
/// ```
/// use swv_core::Date;
/// use swv_core::calendar::{RunningTerm, Term, TermUnit, WorkingDays};
///
/// let received = Date::constant(2024, 11, 27);
/// let term = RunningTerm::after(received, Term::new(4, TermUnit::Weeks)?).under_the_atw();
/// let due = term.due(&WorkingDays::default())?;
/// assert_eq!(due.counted, Some(Date::constant(2024, 12, 25)));
/// assert_eq!(due.date, Some(Date::constant(2024, 12, 27)));
/// assert_eq!(due.moved_by[0].text().en, "2024-12-25 is not a working day: Christmas Day");
/// # Ok::<(), swv_core::calendar::CalendarError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(description = "When a term ends, and why then")]
pub struct Due {
    /// The last day of the term; none where it is not known, see `missing`.
    #[schemars(with = "Option<String>", extend("format" = "date"))]
    pub date: Option<Date>,
    /// The day on which the term by itself ends, before any cause moved it.
    #[schemars(with = "Option<String>", extend("format" = "date"))]
    pub counted: Option<Date>,
    /// What leads from the day counted to the date, in that order.
    pub moved_by: Vec<Cause>,
    /// Whether the Algemene termijnenwet was applied.
    pub atw: AtwOutcome,
    /// What is not known and was needed.
    pub missing: Vec<Missing>,
}
