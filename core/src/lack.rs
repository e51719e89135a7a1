//! What a rule needed and did not get, in types that a program can act on.

use std::fmt;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::{Missing, Text, Year};

/// Something that rules read.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Needed {
    /// A parameter, on a day on which it has no value.
    Parameter {
        /// Its key in `parameters.toml`.
        key: String,
        /// The day.
        on: Date,
    },
    /// A published figure, in a year for which it is not known.
    Fact {
        /// Its id in `published/figures.toml`.
        id: String,
        /// The year.
        year: Year,
    },
    /// A line of the region's computed budget, in a year in which it has no
    /// amount.
    BudgetLine {
        /// The line.
        line: String,
        /// The year.
        year: Year,
    },
    /// A cell of the budget that is being computed.
    BudgetCell {
        /// The line.
        line: String,
        /// The id of the column.
        column: String,
    },
    /// A quantity of a dataset that is not known, or not precisely enough.
    Quantity(String),
    /// An attribute of a recipient that is not known.
    Attribute(String),
    /// Anything else, in words: a reason that stands by itself.
    Other(Text),
}

impl Needed {
    /// What it is, in both languages.
    pub fn text(&self) -> Text {
        match self {
            Needed::Parameter { key, on } => {
                Text::new(format!("parameter {key} op {on}"), format!("parameter {key} on {on}"))
            }
            Needed::Fact { id, year } => {
                Text::new(format!("cijfer {id} van {year}"), format!("figure {id} for {year}"))
            }
            Needed::BudgetLine { line, year } => {
                Text::new(format!("begrotingsregel {line} van {year}"), format!("figure budget/{line} for {year}"))
            }
            Needed::BudgetCell { line: name, .. } | Needed::Quantity(name) | Needed::Attribute(name) => {
                Text::new(name, name)
            }
            Needed::Other(text) => text.clone(),
        }
    }
}

/// In English: `parameter tarief on 2025-01-01`.
impl fmt::Display for Needed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.text().en)
    }
}

/// Something that a rule needed and did not get.
///
/// ```
/// use swv_core::{Lack, Needed};
///
/// let lack = Lack::of(Needed::Quantity("leerlingen".into())).needed_by("bedrag-per-leerling");
/// assert_eq!(lack.needed.to_string(), "leerlingen");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lack {
    /// What it is.
    pub needed: Needed,
    /// For which recipient, by its position; none where it concerns all.
    pub recipient: Option<u32>,
    /// The rule that needed it.
    pub rule: Option<String>,
    /// Who can supply it.
    pub supplier: Option<Text>,
}

impl Lack {
    /// A lack of which nothing else is said yet.
    pub fn of(needed: Needed) -> Lack {
        Lack { needed, recipient: None, rule: None, supplier: None }
    }

    /// The same, needed by that rule.
    #[must_use]
    pub fn needed_by(self, rule: impl Into<String>) -> Lack {
        Lack { rule: Some(rule.into()), ..self }
    }
}

/// As reports show it: a cell of a budget by line and column.
impl From<Lack> for Missing {
    fn from(lack: Lack) -> Missing {
        let whom = match &lack.needed {
            Needed::BudgetCell { column, .. } => Some(column.clone()),
            _ => lack.recipient.map(|recipient| recipient.to_string()),
        };
        let from = lack.supplier.map(|supplier| supplier.en);
        Missing { what: lack.needed.to_string(), recipient: whom, rule: lack.rule, from, because: None }
    }
}
