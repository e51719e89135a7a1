//! A region's recipients and their counts: what an allocation is run on.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::description::BOARD;
use crate::{
    Attribute, AttributeColumn, AttributeKind, AttributeValue, BoardNumber, Generation, Measured, MunicipalityCode,
    Number, Postcode, PupilCount, Quantity, QuantityColumn, RecipientKind, SwvNumber, Unit,
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

/// A school, board or partnership, with its numbers and attributes.
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
    /// Numbers by the name of their quantity. A quantity that is not here is
    /// unknown for this recipient.
    #[serde(default)]
    pub counts: BTreeMap<String, Measured>,
    /// Attributes by name: `true`, `false` or an id. One that is not here is
    /// unknown for this recipient.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub attributes: BTreeMap<String, AttributeValue>,
}

impl Recipient {
    /// The pupils that a quantity counts here; unknown where it has no whole
    /// number.
    pub fn pupils(&self, quantity: &str) -> PupilCount {
        self.counts.get(quantity).map_or(PupilCount::Unknown, |measured| measured.pupils())
    }
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
    /// Its columns of numbers.
    pub quantities: Vec<DatasetQuantity>,
    /// The names of its attributes.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub attributes: Vec<String>,
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
}

impl Dataset {
    /// Checks that ids and names occur once and that every number and attribute
    /// is declared.
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
        for (at, name) in self.attributes.iter().enumerate() {
            if names.contains(name.as_str()) || self.attributes[..at].contains(name) {
                return Err(DatasetError::DuplicateQuantity { name: name.clone() });
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
            if let Some(name) = recipient.attributes.keys().find(|name| !self.attributes.contains(name)) {
                let id = recipient.id.clone();
                return Err(DatasetError::UndeclaredAttribute { row, id, name: name.clone() });
            }
        }
        Ok(())
    }

    /// What the dataset says of a quantity, if it has it.
    pub fn quantity(&self, name: &str) -> Option<&DatasetQuantity> {
        self.quantities.iter().find(|quantity| quantity.name == name)
    }

    /// A quantity as pupils, in the order of the rows: unknown where it is no
    /// whole number; `None` when the dataset does not declare it.
    pub fn pupils(&self, quantity: &str) -> Option<Vec<PupilCount>> {
        self.has(quantity).then(|| self.recipients.iter().map(|recipient| recipient.pupils(quantity)).collect())
    }

    /// Whether the dataset has this quantity.
    pub fn has(&self, name: &str) -> bool {
        self.quantity(name).is_some()
    }

    /// An attribute as rules read it, in the order of the rows; `None` when the
    /// dataset does not declare it. Every dataset has [`BOARD`], by numbers that
    /// stand for boards.
    ///
    /// # Errors
    /// [`DatasetError::Attribute`] when a value is of another kind.
    pub fn attribute(&self, asked: &Attribute) -> Result<Option<AttributeColumn>, DatasetError> {
        if asked.name == BOARD && !self.attributes.contains(&asked.name) {
            let boards: BTreeSet<_> = self.recipients.iter().filter_map(|recipient| recipient.board.as_ref()).collect();
            let numbers: BTreeMap<_, u32> = boards.into_iter().zip(1..).collect();
            let of = |recipient: &Recipient| {
                let number = numbers.get(recipient.board.as_ref()?)?;
                Some(AttributeValue::Id(number.to_string()))
            };
            return Ok(Some(AttributeColumn::new(BOARD, self.recipients.iter().map(of))));
        }
        if !self.attributes.contains(&asked.name) {
            return Ok(None);
        }
        let value = |recipient: &Recipient| match recipient.attributes.get(&asked.name) {
            Some(value) if value.kind() != asked.kind => Err(DatasetError::Attribute {
                attribute: asked.name.clone(),
                id: recipient.id.clone(),
                needed: match asked.kind {
                    AttributeKind::YesNo => "true or false",
                    AttributeKind::Id => "an id between quotes",
                },
            }),
            value => Ok(value.cloned()),
        };
        let values = self.recipients.iter().map(value).collect::<Result<Vec<_>, _>>()?;
        Ok(Some(AttributeColumn::new(&asked.name, values)))
    }

    /// A column as rules read it, in the order of the rows; `None` when the
    /// dataset does not declare it.
    ///
    /// # Errors
    /// [`DatasetError::Unit`] when it is in another unit, and
    /// [`DatasetError::Number`] when a number has more decimals than the rules
    /// read, or is below zero where they read none.
    pub fn column(&self, asked: &Quantity) -> Result<Option<QuantityColumn>, DatasetError> {
        let Some(declared) = self.quantity(&asked.name) else { return Ok(None) };
        if let Some(found) = declared.unit.clone().filter(|unit| *unit != asked.unit) {
            let (quantity, needed) = (asked.name.clone(), asked.unit.clone());
            return Err(DatasetError::Unit { quantity, found, needed });
        }
        let given = |recipient: &Recipient| recipient.counts.get(&asked.name).copied().unwrap_or(Measured::UNKNOWN);
        let scale = self.recipients.iter().map(|recipient| given(recipient).decimals()).max().unwrap_or(0);
        let scale = scale.min(asked.decimals);
        let number = |recipient: &Recipient| {
            let measured = given(recipient);
            let number = measured.number(scale);
            let below = |number: &Number| number.bounds().is_some_and(|(at_least, _)| at_least < 0);
            match number.filter(|number| asked.negative || !below(number)) {
                Some(number) => Ok(number),
                None => Err(DatasetError::Number {
                    quantity: asked.name.clone(),
                    id: recipient.id.clone(),
                    found: measured,
                    unit: asked.unit.clone(),
                    needed: match (asked.decimals, asked.negative) {
                        (0, false) => "in whole numbers, zero or more",
                        (0, true) => "in whole numbers",
                        (_, false) => "with fewer decimals, zero or more",
                        (_, true) => "with fewer decimals",
                    },
                }),
            }
        };
        let numbers = self.recipients.iter().map(number).collect::<Result<Vec<_>, _>>()?;
        let column = QuantityColumn::new(&asked.name, asked.unit.clone(), numbers);
        Ok(Some(QuantityColumn { scale, count_date: declared.counted_on, ..column }))
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
            attributes: vec![],
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
        let column = dataset.column(&asked("leerlingen", 0, false)).unwrap().unwrap();
        assert!(column.numbers().eq([Number::Unknown]));
        assert_eq!(dataset.column(&asked("plaatsingen", 0, false)), Ok(None));
    }

    fn asked(name: &str, decimals: u8, negative: bool) -> Quantity {
        Quantity {
            name: name.into(),
            meaning: crate::Text::new("x", "x"),
            unit: Unit::PUPILS,
            decimals,
            negative,
            required: false,
            sectors: vec![crate::Sector::Po],
            valid: crate::Validity::ALWAYS,
        }
    }

    #[test]
    fn a_column_has_as_many_decimals_as_it_needs_and_no_more_than_are_read() {
        let mut dataset = dataset(vec![recipient("A", "leerlingen"), recipient("B", "leerlingen")]);
        dataset.recipients[0].counts.insert("leerlingen".into(), "0.5".parse().unwrap());
        let column = dataset.column(&asked("leerlingen", 2, false)).unwrap().unwrap();
        assert_eq!((column.scale, column.values.as_slice()), (1, [5, 10].as_slice()));
        let error = dataset.column(&asked("leerlingen", 0, false)).unwrap_err();
        assert_eq!(
            error.to_string(),
            "leerlingen of A is 0.5, and the rules read pupils in whole numbers, zero or more; correct it"
        );
        dataset.recipients[0].counts.insert("leerlingen".into(), "-1".parse().unwrap());
        assert!(matches!(dataset.column(&asked("leerlingen", 2, false)), Err(DatasetError::Number { .. })));
        assert!(dataset.column(&asked("leerlingen", 0, true)).is_ok());
    }

    #[test]
    fn a_column_in_another_unit_is_refused() {
        let mut dataset = dataset(vec![recipient("A", "leerlingen")]);
        dataset.quantities[0].unit = Some(Unit::FTE);
        let error = dataset.column(&asked("leerlingen", 2, false)).unwrap_err();
        assert_eq!(error.to_string(), "leerlingen: is in fte, and the rules read pupils; give it in pupils");
    }

    #[test]
    fn an_attribute_is_declared_like_a_quantity() {
        let mut dataset = dataset(vec![recipient("A", "leerlingen")]);
        dataset.recipients[0].attributes.insert("wijk".into(), AttributeValue::Id("noord".into()));
        assert!(dataset.check().unwrap_err().to_string().contains("has the attribute wijk"));
        dataset.attributes = vec!["wijk".into()];
        assert_eq!(dataset.check(), Ok(()));
        dataset.attributes.push("leerlingen".into());
        assert!(matches!(dataset.check(), Err(DatasetError::DuplicateQuantity { .. })));
    }

    #[test]
    fn an_unknown_key_is_refused() {
        let error = serde_json::from_str::<Dataset>(
            r#"{"name":"x","synthetic":true,"quantities":[],"recipients":[],"year":1}"#,
        );
        assert!(error.unwrap_err().to_string().contains("unknown field `year`"));
    }
}
