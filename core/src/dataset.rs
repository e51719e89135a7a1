//! A region's recipients and their counts: what an allocation is run on.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{BoardNumber, Generation, MunicipalityCode, Postcode, PupilCount, RecipientKind, SwvNumber};

/// A file from which a dataset was made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DatasetOrigin {
    /// The file's name, without its folder.
    pub file: String,
    /// `sha256:` and the digest of its bytes.
    pub digest: String,
}

/// A column of counts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DatasetQuantity {
    /// The name under which a region's rules ask for it.
    pub name: String,
    /// The day of the count, if it was made on one day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<String>")]
    pub counted_on: Option<Date>,
    /// Whether the source calls the count provisional.
    #[serde(default)]
    pub provisional: bool,
    /// Whether it is made up, where that is otherwise than the dataset as a
    /// whole: false for real counts in a dataset that is filled up with
    /// synthetic ones.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub synthetic: Option<bool>,
}

impl DatasetQuantity {
    /// A column of which nothing more is said.
    pub fn new(name: impl Into<String>) -> DatasetQuantity {
        DatasetQuantity { name: name.into(), counted_on: None, provisional: false, synthetic: None }
    }
}

/// A school, board or partnership, with its counts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Recipient {
    /// The location code of a school, the number of a board or partnership.
    /// Synthetic recipients have ids that no register hands out.
    pub id: String,
    /// The name that people know it by.
    pub name: String,
    /// What it is.
    pub kind: RecipientKind,
    /// The board it belongs to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub board: Option<BoardNumber>,
    /// The municipality it stands in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub municipality: Option<MunicipalityCode>,
    /// Its postcode.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub postcode: Option<Postcode>,
    /// Counts by the name of their quantity. A quantity that is not here is
    /// unknown for this recipient.
    #[serde(default)]
    pub counts: BTreeMap<String, PupilCount>,
}

/// A region's recipients and their counts.
///
/// ```
/// use swv_core::Dataset;
///
/// let dataset: Dataset = serde_json::from_str(r#"{
///     "name": "voorbeeld", "synthetic": true,
///     "quantities": [{ "name": "leerlingen", "counted_on": "2023-02-01" }],
///     "recipients": [{ "id": "SYN-001", "name": "School 1", "kind": "bao", "counts": { "leerlingen": 210 } }]
/// }"#)?;
/// assert_eq!(dataset.check(), Ok(()));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Dataset {
    /// What people call it; it stands in every result made from it.
    pub name: String,
    /// Whether anything in it is made up, be it recipients or counts. Every
    /// result says so.
    pub synthetic: bool,
    /// The partnership it describes, if it describes one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub swv: Option<SwvNumber>,
    /// The files it was made from.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub origins: Vec<DatasetOrigin>,
    /// How it was made, if a program made it up.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub generated: Option<Generation>,
    /// Its columns of counts.
    pub quantities: Vec<DatasetQuantity>,
    /// Its rows.
    pub recipients: Vec<Recipient>,
}

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
}

impl Dataset {
    /// Checks that ids and names occur once and that every count is declared.
    ///
    /// # Errors
    /// The first [`DatasetError`] found.
    pub fn check(&self) -> Result<(), DatasetError> {
        let mut names = BTreeSet::new();
        for quantity in &self.quantities {
            if !names.insert(quantity.name.as_str()) {
                return Err(DatasetError::DuplicateQuantity { name: quantity.name.clone() });
            }
        }
        let mut rows = BTreeMap::new();
        for (row, recipient) in self.recipients.iter().enumerate() {
            if let Some(first) = rows.insert(recipient.id.as_str(), row) {
                return Err(DatasetError::DuplicateRecipient { id: recipient.id.clone(), first, second: row });
            }
            if let Some(name) = recipient.counts.keys().find(|name| !names.contains(name.as_str())) {
                let id = recipient.id.clone();
                return Err(DatasetError::UndeclaredQuantity { row, id, name: name.clone() });
            }
        }
        Ok(())
    }

    /// One column, in the order of the rows; `None` when the dataset does not
    /// declare it.
    pub fn column(&self, name: &str) -> Option<Vec<PupilCount>> {
        self.quantities.iter().find(|quantity| quantity.name == name)?;
        let count = |recipient: &Recipient| recipient.counts.get(name).copied().unwrap_or(PupilCount::Unknown);
        Some(self.recipients.iter().map(count).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn recipient(id: &str, count: &str) -> Recipient {
        serde_json::from_value(serde_json::json!({ "id": id, "name": id, "kind": "bao", "counts": { count: 1 } }))
            .unwrap()
    }

    fn dataset(recipients: Vec<Recipient>) -> Dataset {
        Dataset {
            name: "x".into(),
            synthetic: true,
            swv: None,
            origins: vec![],
            generated: None,
            quantities: vec![DatasetQuantity::new("leerlingen")],
            recipients,
        }
    }

    #[test]
    fn two_rows_with_one_id_are_refused_with_both_places() {
        let error =
            dataset(vec![recipient("12AB00", "leerlingen"), recipient("12AB00", "leerlingen")]).check().unwrap_err();
        assert_eq!(error, DatasetError::DuplicateRecipient { id: "12AB00".into(), first: 0, second: 1 });
    }

    #[test]
    fn an_undeclared_count_is_refused() {
        let error = dataset(vec![recipient("12AB00", "leerlinge")]).check().unwrap_err();
        assert!(error.to_string().contains("counts leerlinge"), "{error}");
    }

    #[test]
    fn a_quantity_named_twice_is_refused() {
        let mut dataset = dataset(vec![]);
        dataset.quantities.push(dataset.quantities[0].clone());
        assert!(matches!(dataset.check(), Err(DatasetError::DuplicateQuantity { .. })));
    }

    #[test]
    fn a_count_that_is_not_there_is_unknown() {
        let mut dataset = dataset(vec![recipient("12AB00", "leerlingen")]);
        dataset.recipients[0].counts.clear();
        assert_eq!(dataset.column("leerlingen"), Some(vec![PupilCount::Unknown]));
        assert_eq!(dataset.column("plaatsingen"), None);
    }

    #[test]
    fn an_unknown_key_is_refused() {
        let error = serde_json::from_str::<Dataset>(
            r#"{"name":"x","synthetic":true,"quantities":[],"recipients":[],"year":1}"#,
        );
        assert!(error.unwrap_err().to_string().contains("unknown field `year`"));
    }
}
