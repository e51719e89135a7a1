//! The day on which a term ends, and why then.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{AtwOutcome, Cause};
use crate::missing::Missing;
use crate::period::Date;

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
