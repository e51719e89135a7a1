//! A region's recipients and their counts: what an allocation is run on.

mod error;
mod read;
mod rows;
mod subset;

use std::collections::{BTreeSet, HashMap};

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

pub use error::DatasetError;
pub use rows::DatasetRows;
pub use subset::Subset;

use crate::{
    AttributeValue, BoardLabel, Generation, Measured, MunicipalityCode, Postcode, PupilCount, RecipientKind, SwvNumber,
    Unit,
};

/// A file from which a dataset was made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DatasetOrigin {
    /// The file's name, without its folder.
    pub file: String,
    /// `sha256:` and the digest of its bytes.
    pub digest: String,
}

/// A column of numbers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DatasetQuantity {
    /// The name under which a region's rules ask for it.
    pub name: String,
    /// What it is a number of; if not given, what the region's rules take it
    /// for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<Unit>,
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
        DatasetQuantity { name: name.into(), unit: None, counted_on: None, provisional: false, synthetic: None }
    }
}

/// A column of a dataset: what it is a number of, and a number for each row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DatasetColumn {
    /// What it is a number of.
    pub quantity: DatasetQuantity,
    /// The number of each recipient, in the order of the rows; none where
    /// nothing was said of it, which is unknown as well.
    pub numbers: Vec<Option<Measured>>,
}

impl DatasetColumn {
    /// A column without rows.
    pub fn new(quantity: DatasetQuantity) -> DatasetColumn {
        DatasetColumn { quantity, numbers: Vec::new() }
    }

    /// The number of a row.
    pub fn get(&self, row: usize) -> Measured {
        self.numbers.get(row).copied().flatten().unwrap_or(Measured::UNKNOWN)
    }

    /// The pupils that it counts in a row; unknown where that is no whole
    /// number.
    pub fn pupils(&self, row: usize) -> PupilCount {
        self.get(row).pupils()
    }
}

/// An attribute of a dataset's recipients: a value for each row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DatasetAttribute {
    /// The name under which a region's rules ask for it.
    pub name: String,
    /// The value of each recipient, in the order of the rows; none where it is
    /// unknown.
    pub values: Vec<Option<AttributeValue>>,
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
    pub board: Option<BoardLabel>,
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
/// assert_eq!(dataset.find("leerlingen").map(|column| column.pupils(0)), Some(PupilCount::Exact(210)));
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
    /// Its columns of numbers.
    pub columns: Vec<DatasetColumn>,
    /// Its attributes.
    pub attributes: Vec<DatasetAttribute>,
    /// Its rows.
    pub recipients: Vec<Recipient>,
}

impl Dataset {
    /// A dataset of these columns, without rows.
    pub fn of(name: impl Into<String>, quantities: impl IntoIterator<Item = DatasetQuantity>) -> Dataset {
        let columns = quantities.into_iter().map(DatasetColumn::new).collect();
        Dataset { name: name.into(), columns, ..Dataset::default() }
    }

    /// The same, with these attributes.
    #[must_use]
    pub fn with_attributes(mut self, names: impl IntoIterator<Item = impl Into<String>>) -> Dataset {
        let values = vec![None; self.recipients.len()];
        let attribute = |name: String| DatasetAttribute { name, values: values.clone() };
        self.attributes.extend(names.into_iter().map(|name| attribute(name.into())));
        self
    }

    /// Adds a row, with its numbers in the order of the columns and its values
    /// in that of the attributes.
    pub fn push(
        &mut self,
        recipient: Recipient,
        numbers: impl IntoIterator<Item = Option<Measured>>,
        values: impl IntoIterator<Item = Option<AttributeValue>>,
    ) {
        let (mut numbers, mut values) = (numbers.into_iter(), values.into_iter());
        self.columns.iter_mut().for_each(|column| column.numbers.push(numbers.next().flatten()));
        self.attributes.iter_mut().for_each(|attribute| attribute.values.push(values.next().flatten()));
        self.recipients.push(recipient);
    }

    /// Checks that ids and names occur once and that every column and attribute
    /// has a place for each row.
    ///
    /// # Errors
    /// The first [`DatasetError`] found.
    pub fn check(&self) -> Result<(), DatasetError> {
        let rows = self.recipients.len();
        let columns = self.columns.iter().map(|column| (&column.quantity.name, column.numbers.len()));
        let attributes = self.attributes.iter().map(|attribute| (&attribute.name, attribute.values.len()));
        let mut names = BTreeSet::new();
        for (name, values) in columns.chain(attributes) {
            if !names.insert(name) {
                return Err(DatasetError::DuplicateQuantity { name: name.clone() });
            }
            if values != rows {
                return Err(DatasetError::Length { name: name.clone(), values, rows });
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

    /// What its columns are numbers of.
    pub fn quantities(&self) -> impl Iterator<Item = &DatasetQuantity> {
        self.columns.iter().map(|column| &column.quantity)
    }

    /// The column of that name, if the dataset has it.
    pub fn find(&self, name: &str) -> Option<&DatasetColumn> {
        self.columns.iter().find(|column| column.quantity.name == name)
    }

    /// The same, to change it.
    pub fn find_mut(&mut self, name: &str) -> Option<&mut DatasetColumn> {
        self.columns.iter_mut().find(|column| column.quantity.name == name)
    }

    /// Whether the dataset has this quantity.
    pub fn has(&self, name: &str) -> bool {
        self.find(name).is_some()
    }

    /// A quantity as pupils, in the order of the rows: unknown where it is no
    /// whole number; `None` when the dataset does not declare it.
    pub fn pupils(&self, quantity: &str) -> Option<Vec<PupilCount>> {
        let column = self.find(quantity)?;
        Some((0..column.numbers.len()).map(|row| column.pupils(row)).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Number, Quantity};

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
        dataset.columns[0].numbers.push(None);
        let expected = DatasetError::Length { name: "leerlingen".into(), values: 2, rows: 1 };
        assert_eq!(dataset.check(), Err(expected));
    }

    #[test]
    fn a_count_that_is_not_there_is_unknown_and_is_not_written() {
        let rows = [recipient("12AB00", ""), recipient("12AB01", r#""leerlingen": null"#)].join(", ");
        let dataset = read(PUPILS, &rows).unwrap();
        let column = dataset.column(&asked("leerlingen", 0, false)).unwrap().unwrap();
        assert!(column.numbers().eq([Number::Unknown; 2]));
        assert_eq!(dataset.column(&asked("plaatsingen", 0, false)), Ok(None));
        let written = serde_json::to_value(&dataset).unwrap();
        assert_eq!(written["recipients"][0]["counts"], serde_json::json!({}));
        assert_eq!(written["recipients"][1]["counts"], serde_json::json!({ "leerlingen": null }));
        assert_eq!(serde_json::from_value::<Dataset>(written).unwrap(), dataset);
    }

    fn asked(name: &str, decimals: u8, negative: bool) -> Quantity {
        Quantity {
            name: name.into(),
            meaning: crate::Text::new("x", "x"),
            unit: Unit::Pupils,
            decimals,
            negative,
            required: false,
            sectors: vec![crate::Sector::Po],
            valid: crate::Validity::ALWAYS,
        }
    }

    #[test]
    fn a_column_has_as_many_decimals_as_it_needs_and_no_more_than_are_read() {
        let rows = [recipient("A", r#""leerlingen": "0.5""#), recipient("B", r#""leerlingen": 1"#)].join(", ");
        let mut dataset = read(PUPILS, &rows).unwrap();
        let column = dataset.column(&asked("leerlingen", 2, false)).unwrap().unwrap();
        assert_eq!((column.scale, column.values.as_slice()), (1, [5, 10].as_slice()));
        let error = dataset.column(&asked("leerlingen", 0, false)).unwrap_err();
        assert_eq!(
            error.to_string(),
            "leerlingen of A is 0.5, and the rules read pupils in whole numbers, zero or more; correct it"
        );
        dataset.columns[0].numbers[0] = Some("-1".parse().unwrap());
        assert!(matches!(dataset.column(&asked("leerlingen", 2, false)), Err(DatasetError::Number { .. })));
        assert!(dataset.column(&asked("leerlingen", 0, true)).is_ok());
    }

    #[test]
    fn a_column_in_another_unit_is_refused() {
        let mut dataset = read(PUPILS, &recipient("A", r#""leerlingen": 1"#)).unwrap();
        dataset.columns[0].quantity.unit = Some(Unit::Fte);
        let error = dataset.column(&asked("leerlingen", 2, false)).unwrap_err();
        assert_eq!(error.to_string(), "leerlingen: is in fte, and the rules read pupils; give it in pupils");
    }

    #[test]
    fn an_attribute_is_declared_like_a_quantity() {
        let read = |attributes: &str| {
            let text = format!(
                r#"{{ "name": "x", "synthetic": true, "quantities": [{PUPILS}], "attributes": [{attributes}], "recipients": [
                    {{ "id": "A", "name": "A", "kind": "bao", "attributes": {{ "wijk": "noord" }} }}] }}"#
            );
            Dataset::try_from(serde_json::from_str::<DatasetRows<'_>>(&text).unwrap())
        };
        assert!(read("").unwrap_err().to_string().contains("has the attribute wijk"));
        assert_eq!(read(r#""wijk""#).unwrap().attributes[0].values, [Some(AttributeValue::Id("noord".into()))]);
        assert!(matches!(read(r#""wijk", "leerlingen""#), Err(DatasetError::DuplicateQuantity { .. })));
    }

    #[test]
    fn an_unknown_key_is_refused() {
        let error = serde_json::from_str::<Dataset>(
            r#"{"name":"x","synthetic":true,"quantities":[],"recipients":[],"year":1}"#,
        );
        assert!(error.unwrap_err().to_string().contains("unknown field `year`"));
    }
}
