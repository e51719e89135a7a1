//! A length of time in days, weeks, months or years, working days or school
//! weeks.

use std::fmt;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::text::Text;

/// The unit of a [`Term`].
///
/// ```
/// use swv_core::calendar::TermUnit;
///
/// assert_eq!(serde_json::to_string(&TermUnit::Weeks)?, "\"weeks\"");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(description = "The unit of a term")]
pub enum TermUnit {
    /// Calendar days.
    Days,
    /// Seven days each.
    Weeks,
    /// To the same day of a later month, or its last where it has no such day.
    Months,
    /// Twelve months each.
    Years,
    /// Days that are no Saturday, Sunday, public holiday or equated day.
    WorkingDays,
    /// Five days each, from Monday to Friday, that are in no school holiday. A
    /// public holiday outside the school holidays is one of them.
    SchoolWeeks,
}

/// In English: `weeks`.
impl fmt::Display for TermUnit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            TermUnit::Days => "days",
            TermUnit::Weeks => "weeks",
            TermUnit::Months => "months",
            TermUnit::Years => "years",
            TermUnit::WorkingDays => "working days",
            TermUnit::SchoolWeeks => "school weeks",
        })
    }
}

/// A length of time as a rule describes it: four weeks, three months.
///
/// At least 1 of its unit. Twelve weeks and 84 days take as long, and are not
/// the same term: the law draws its limits by how a term is described. In a
/// file it is `{ "length": 4, "unit": "weeks" }`, without other keys.
///
/// ```
/// use swv_core::calendar::{Term, TermUnit};
///
/// let term = Term::new(4, TermUnit::Weeks)?;
/// assert_eq!(term.text().nl, "4 weken");
/// assert!(Term::new(0, TermUnit::Weeks).is_err());
/// # Ok::<(), swv_core::calendar::EmptyTerm>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "Unchecked")]
#[schemars(!try_from, deny_unknown_fields, description = "A length of time as a rule describes it")]
pub struct Term {
    /// How many of the unit.
    #[schemars(range(min = 1))]
    length: u16,
    /// The unit.
    unit: TermUnit,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Unchecked {
    length: u16,
    unit: TermUnit,
}

/// A term without length.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a term of 0 {unit} is no term: give a length of at least 1")]
pub struct EmptyTerm {
    /// The unit as given.
    pub unit: TermUnit,
}

impl Term {
    /// A term of that length.
    ///
    /// # Errors
    ///
    /// [`EmptyTerm`].
    ///
    /// ```
    /// # use swv_core::calendar::{Term, TermUnit};
    /// assert_eq!(Term::new(3, TermUnit::Months)?.to_string(), "3 months");
    /// # Ok::<(), swv_core::calendar::EmptyTerm>(())
    /// ```
    pub fn new(length: u16, unit: TermUnit) -> Result<Term, EmptyTerm> {
        if length == 0 { Err(EmptyTerm { unit }) } else { Ok(Term { length, unit }) }
    }

    /// How many of its unit.
    ///
    /// ```
    /// # use swv_core::calendar::{Term, TermUnit};
    /// assert_eq!(Term::new(4, TermUnit::Weeks)?.length(), 4);
    /// # Ok::<(), swv_core::calendar::EmptyTerm>(())
    /// ```
    pub const fn length(self) -> u16 {
        self.length
    }

    /// Its unit.
    ///
    /// ```
    /// # use swv_core::calendar::{Term, TermUnit};
    /// assert_eq!(Term::new(4, TermUnit::Weeks)?.unit(), TermUnit::Weeks);
    /// # Ok::<(), swv_core::calendar::EmptyTerm>(())
    /// ```
    pub const fn unit(self) -> TermUnit {
        self.unit
    }

    /// Whether article 4 of the Algemene termijnenwet leaves the term out: it
    /// is described in more than 90 days, twelve weeks or three months, or in
    /// years. Working days are taken as days, school weeks as weeks.
    ///
    /// ```
    /// # use swv_core::calendar::{Term, TermUnit};
    /// assert!(!Term::new(12, TermUnit::Weeks)?.is_beyond_the_atw());
    /// assert!(Term::new(13, TermUnit::Weeks)?.is_beyond_the_atw());
    /// assert!(!Term::new(90, TermUnit::Days)?.is_beyond_the_atw());
    /// # Ok::<(), swv_core::calendar::EmptyTerm>(())
    /// ```
    pub const fn is_beyond_the_atw(self) -> bool {
        match self.unit {
            TermUnit::Days | TermUnit::WorkingDays => self.length > 90,
            TermUnit::Weeks | TermUnit::SchoolWeeks => self.length > 12,
            TermUnit::Months => self.length > 3,
            TermUnit::Years => true,
        }
    }

    /// The term in words.
    ///
    /// ```
    /// # use swv_core::calendar::{Term, TermUnit};
    /// assert_eq!(Term::new(1, TermUnit::Days)?.text().en, "1 day");
    /// # Ok::<(), swv_core::calendar::EmptyTerm>(())
    /// ```
    pub fn text(self) -> Text {
        let (nl, en) = match (self.unit, self.length) {
            (TermUnit::Days, 1) => ("dag", "day"),
            (TermUnit::Days, _) => ("dagen", "days"),
            (TermUnit::Weeks, 1) => ("week", "week"),
            (TermUnit::Weeks, _) => ("weken", "weeks"),
            (TermUnit::Months, 1) => ("maand", "month"),
            (TermUnit::Months, _) => ("maanden", "months"),
            (TermUnit::Years, _) => ("jaar", if self.length == 1 { "year" } else { "years" }),
            (TermUnit::WorkingDays, 1) => ("werkdag", "working day"),
            (TermUnit::WorkingDays, _) => ("werkdagen", "working days"),
            (TermUnit::SchoolWeeks, 1) => ("schoolweek", "school week"),
            (TermUnit::SchoolWeeks, _) => ("schoolweken", "school weeks"),
        };
        Text::new(format!("{} {nl}", self.length), format!("{} {en}", self.length))
    }
}

impl TryFrom<Unchecked> for Term {
    type Error = EmptyTerm;

    fn try_from(unchecked: Unchecked) -> Result<Term, EmptyTerm> {
        Term::new(unchecked.length, unchecked.unit)
    }
}

/// In English: `4 weeks`.
impl fmt::Display for Term {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text().en)
    }
}
