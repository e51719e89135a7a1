//! A region's recipients and their counts: what an allocation is run on.

mod rows;

use std::collections::{BTreeSet, HashMap};

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

pub use rows::DatasetRows;

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

/// A column of a dataset: what it counts, and a count for each row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DatasetColumn {
    /// What it counts.
    pub quantity: DatasetQuantity,
    /// The count of each recipient, in the order of the rows; none where
    /// nothing was said of it, which is unknown as well.
    pub counts: Vec<Option<PupilCount>>,
}

impl DatasetColumn {
    /// A column without rows.
    pub fn new(quantity: DatasetQuantity) -> DatasetColumn {
        DatasetColumn { quantity, counts: Vec::new() }
    }

    /// The count of a row.
    pub fn count(&self, row: usize) -> PupilCount {
        self.counts.get(row).copied().flatten().unwrap_or(PupilCount::Unknown)
    }

    /// The counts of all rows.
    pub fn all(&self) -> Vec<PupilCount> {
        self.counts.iter().map(|count| count.unwrap_or(PupilCount::Unknown)).collect()
    }
}

/// A school, board or partnership.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recipient {
    /// The location code of a school, the number of a board or partnership.
    /// Synthetic recipients have ids that no register hands out.
    pub id: String,
    /// The name that people know it by.
    pub name: String,
    /// What it is.
    pub kind: RecipientKind,
    /// The board it belongs to.
    pub board: Option<BoardNumber>,
    /// The municipality it stands in.
    pub municipality: Option<MunicipalityCode>,
    /// Its postcode.
    pub postcode: Option<Postcode>,
}

impl Recipient {
    /// A recipient of which nothing more is said.
    pub fn new(id: impl Into<String>, name: impl Into<String>, kind: RecipientKind) -> Recipient {
        Recipient { id: id.into(), name: name.into(), kind, board: None, municipality: None, postcode: None }
    }
}

/// A region's recipients and their counts, which are stored as columns. In a
/// file it has a row for each recipient: [`DatasetRows`].
///
/// ```
/// use swv_core::{Dataset, PupilCount};
///
/// let dataset: Dataset = serde_json::from_str(r#"{
///     "name": "voorbeeld", "synthetic": true,
///     "quantities": [{ "name": "leerlingen", "counted_on": "2023-02-01" }],
///     "recipients": [{ "id": "SYN-001", "name": "School 1", "kind": "bao", "counts": { "leerlingen": 210 } }]
/// }"#)?;
/// assert_eq!(dataset.column("leerlingen").map(|column| column.count(0)), Some(PupilCount::Exact(210)));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Dataset {
    /// What people call it; it stands in every result made from it.
    pub name: String,
    /// Whether anything in it is made up, be it recipients or counts. Every
    /// result says so.
    pub synthetic: bool,
    /// The partnership it describes, if it describes one.
    pub swv: Option<SwvNumber>,
    /// The files it was made from.
    pub origins: Vec<DatasetOrigin>,
    /// How it was made, if a program made it up.
    pub generated: Option<Generation>,
    /// Its columns of counts.
    pub columns: Vec<DatasetColumn>,
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
    /// A column has fewer or more counts than there are rows.
    #[error("{name}: has {counts} counts, and there are {rows} recipients")]
    Length {
        /// The quantity.
        name: String,
        /// How many counts it has.
        counts: usize,
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
}

impl Dataset {
    /// A dataset of these columns, without rows.
    pub fn of(name: impl Into<String>, quantities: impl IntoIterator<Item = DatasetQuantity>) -> Dataset {
        let columns = quantities.into_iter().map(DatasetColumn::new).collect();
        Dataset { name: name.into(), columns, ..Dataset::default() }
    }

    /// Adds a row, with its counts in the order of the columns.
    pub fn push(&mut self, recipient: Recipient, counts: impl IntoIterator<Item = Option<PupilCount>>) {
        let mut counts = counts.into_iter();
        self.columns.iter_mut().for_each(|column| column.counts.push(counts.next().flatten()));
        self.recipients.push(recipient);
    }

    /// Checks that ids and names occur once and that every column has a count
    /// for each row.
    ///
    /// # Errors
    /// The first [`DatasetError`] found.
    pub fn check(&self) -> Result<(), DatasetError> {
        let mut names = BTreeSet::new();
        let rows = self.recipients.len();
        for DatasetColumn { quantity, counts } in &self.columns {
            if !names.insert(quantity.name.as_str()) {
                return Err(DatasetError::DuplicateQuantity { name: quantity.name.clone() });
            }
            if counts.len() != rows {
                return Err(DatasetError::Length { name: quantity.name.clone(), counts: counts.len(), rows });
            }
        }
        let mut ids = HashMap::with_capacity(rows);
        for (row, recipient) in self.recipients.iter().enumerate() {
            if let Some(first) = ids.insert(recipient.id.as_str(), row) {
                return Err(DatasetError::DuplicateRecipient { id: recipient.id.clone(), first, second: row });
            }
        }
        Ok(())
    }

    /// The dataset, once it is known to be sound.
    ///
    /// # Errors
    /// As for [`Dataset::check`].
    pub fn sound(self) -> Result<Dataset, DatasetError> {
        self.check().map(|()| self)
    }

    /// What its columns count.
    pub fn quantities(&self) -> impl Iterator<Item = &DatasetQuantity> {
        self.columns.iter().map(|column| &column.quantity)
    }

    /// The column of that name; `None` when the dataset does not declare it.
    pub fn column(&self, name: &str) -> Option<&DatasetColumn> {
        self.columns.iter().find(|column| column.quantity.name == name)
    }

    /// The same, to change it.
    pub fn column_mut(&mut self, name: &str) -> Option<&mut DatasetColumn> {
        self.columns.iter_mut().find(|column| column.quantity.name == name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(quantities: &str, recipients: &str) -> Result<Dataset, DatasetError> {
        let text = format!(
            r#"{{ "name": "x", "synthetic": true, "quantities": [{quantities}], "recipients": [{recipients}] }}"#
        );
        serde_json::from_str::<DatasetRows<'_>>(&text).unwrap().try_into()
    }

    fn recipient(id: &str, counts: &str) -> String {
        format!(r#"{{ "id": "{id}", "name": "{id}", "kind": "bao", "counts": {{ {counts} }} }}"#)
    }

    const PUPILS: &str = r#"{ "name": "leerlingen" }"#;

    #[test]
    fn two_rows_with_one_id_are_refused_with_both_places() {
        let twice = [recipient("12AB00", ""), recipient("12AB00", "")].join(", ");
        let expected = DatasetError::DuplicateRecipient { id: "12AB00".into(), first: 0, second: 1 };
        assert_eq!(read(PUPILS, &twice), Err(expected));
    }

    #[test]
    fn an_undeclared_count_is_refused() {
        let error = read(PUPILS, &recipient("12AB00", r#""leerlinge": 1"#)).unwrap_err();
        assert!(error.to_string().contains("counts leerlinge"), "{error}");
    }

    #[test]
    fn a_quantity_named_twice_is_refused() {
        let error = read(&format!("{PUPILS}, {PUPILS}"), "").unwrap_err();
        assert!(matches!(error, DatasetError::DuplicateQuantity { .. }));
    }

    #[test]
    fn a_column_of_another_length_than_the_rows_is_refused() {
        let mut dataset = read(PUPILS, &recipient("12AB00", "")).unwrap();
        dataset.columns[0].counts.push(None);
        let expected = DatasetError::Length { name: "leerlingen".into(), counts: 2, rows: 1 };
        assert_eq!(dataset.check(), Err(expected));
    }

    #[test]
    fn a_count_that_is_not_there_is_unknown_and_is_not_written() {
        let rows = [recipient("12AB00", ""), recipient("12AB01", r#""leerlingen": null"#)].join(", ");
        let dataset = read(PUPILS, &rows).unwrap();
        assert_eq!(dataset.column("leerlingen").unwrap().all(), [PupilCount::Unknown; 2]);
        assert_eq!(dataset.column("plaatsingen"), None);
        let written = serde_json::to_value(&dataset).unwrap();
        assert_eq!(written["recipients"][0]["counts"], serde_json::json!({}));
        assert_eq!(written["recipients"][1]["counts"], serde_json::json!({ "leerlingen": null }));
        assert_eq!(serde_json::from_value::<Dataset>(written).unwrap(), dataset);
    }

    #[test]
    fn an_unknown_key_is_refused() {
        let error = serde_json::from_str::<Dataset>(
            r#"{"name":"x","synthetic":true,"quantities":[],"recipients":[],"year":1}"#,
        );
        assert!(error.unwrap_err().to_string().contains("unknown field `year`"));
    }
}
