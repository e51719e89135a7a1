//! What can be wrong with a dataset.

use crate::{Measured, Unit};

/// What is wrong with a dataset.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DatasetError {
    /// Two rows have the same id.
    #[error("recipients[{second}]: id {id} stands at recipients[{first}] too; give each recipient one row")]
    DuplicateRecipient {
        /// The id.
        id: String,
        /// The row that had it first.
        first: usize,
        /// The row that has it again.
        second: usize,
    },
    /// Two columns have the same name.
    #[error("quantities: {name} is named twice; name each quantity once")]
    DuplicateQuantity {
        /// The name.
        name: String,
    },
    /// A column has fewer or more values than there are rows.
    #[error("{name}: has {values} values, and there are {rows} recipients")]
    Length {
        /// The quantity or attribute.
        name: String,
        /// How many values it has.
        values: usize,
        /// How many rows there are.
        rows: usize,
    },
    /// A row counts something that the dataset does not declare.
    #[error(
        "recipients[{row}] ({id}): counts {name}, which `quantities` does not name; add it there or correct the name"
    )]
    UndeclaredQuantity {
        /// The row.
        row: usize,
        /// Its id.
        id: String,
        /// The undeclared name.
        name: String,
    },
    /// A row has an attribute that the dataset does not declare.
    #[error(
        "recipients[{row}] ({id}): has the attribute {name}, which `attributes` does not name; add it there or correct the name"
    )]
    UndeclaredAttribute {
        /// The row.
        row: usize,
        /// Its id.
        id: String,
        /// The undeclared name.
        name: String,
    },
    /// A column is in another unit than the rules read.
    #[error("{quantity}: is in {found}, and the rules read {needed}; give it in {needed}")]
    Unit {
        /// The column.
        quantity: String,
        /// Its unit.
        found: Unit,
        /// That of the rules.
        needed: Unit,
    },
    /// An attribute is of another kind than the rules read.
    #[error("{attribute} of {id}: the rules read {needed}; correct it")]
    Attribute {
        /// The attribute.
        attribute: String,
        /// The row's id.
        id: String,
        /// What the rules read.
        needed: &'static str,
    },
    /// A number is none that the rules can read.
    #[error("{quantity} of {id} is {found}, and the rules read {unit} {needed}; correct it")]
    Number {
        /// The column.
        quantity: String,
        /// The row's id.
        id: String,
        /// The number.
        found: Measured,
        /// What the rules read.
        unit: Unit,
        /// In which numbers.
        needed: &'static str,
    },
    /// Parts that are together more than their whole.
    #[error(
        "{id}: {}, {}more than {}{whole}, which is {found}; correct one of them",
        list(parts),
        if parts.len() > 1 { "together " } else { "" },
        if *times == 1 { String::new() } else { format!("{times} times ") }
    )]
    MoreThanWhole {
        /// The row's id.
        id: String,
        /// The parts, with their numbers.
        parts: Vec<(String, Measured)>,
        /// The column of the whole.
        whole: String,
        /// Its number.
        found: Measured,
        /// How many there may be for one of the whole.
        times: u32,
    },
    /// A part, and no column for what it is part of.
    #[error(
        "{id}: has {part}, which is part of {whole}, and there is no column {whole}; {}",
        .instead.as_ref().map_or("add it".to_owned(), |name| format!("is {name} the one, which no rule reads?"))
    )]
    PartWithoutWhole {
        /// The row's id.
        id: String,
        /// The part.
        part: String,
        /// What it is part of.
        whole: String,
        /// A column that no rule reads and that may be it.
        instead: Option<String>,
    },
}

fn list(parts: &[(String, Measured)]) -> String {
    parts.iter().map(|(name, number)| format!("{name} is {number}")).collect::<Vec<_>>().join(" and ")
}
