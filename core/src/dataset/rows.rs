//! A dataset as a file holds it: a row for each recipient.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};
use std::fmt;

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::de::{Error, MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::{Dataset, DatasetAttribute, DatasetColumn, DatasetError, DatasetOrigin, DatasetQuantity, Recipient};
use crate::{AttributeValue, BoardLabel, Generation, Measured, MunicipalityCode, Postcode, RecipientKind, SwvNumber};

/// A region's recipients and their counts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Dataset")]
pub struct DatasetRows<'a> {
    /// What people call it; it stands in every result made from it.
    name: String,
    /// Whether anything in it is made up, be it recipients or counts. Every
    /// result says so.
    synthetic: bool,
    /// The partnership it describes, if it describes one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    swv: Option<SwvNumber>,
    /// The files it was made from.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    origins: Vec<DatasetOrigin>,
    /// How it was made, if a program made it up.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    generated: Option<Generation>,
    /// Its columns of numbers.
    quantities: Vec<DatasetQuantity>,
    /// The names of its attributes.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    attributes: Vec<String>,
    /// Its rows.
    #[serde(borrow)]
    recipients: Vec<RecipientRow<'a>>,
}

/// A school, board or partnership, with its numbers and attributes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Recipient")]
struct RecipientRow<'a> {
    /// The location code of a school, the number of a board or partnership.
    /// Synthetic recipients have ids that no register hands out.
    id: String,
    /// The name that people know it by.
    name: String,
    /// What it is.
    kind: RecipientKind,
    /// The board it belongs to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    board: Option<BoardLabel>,
    /// The municipality it stands in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    municipality: Option<MunicipalityCode>,
    /// Its postcode.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    postcode: Option<Postcode>,
    /// Numbers by the name of their quantity. A quantity that is not here is
    /// unknown for this recipient.
    #[serde(default, borrow)]
    #[schemars(with = "BTreeMap<String, Measured>")]
    counts: Numbers<'a>,
    /// Attributes by name: `true`, `false` or an id. One that is not here is
    /// unknown for this recipient.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    attributes: BTreeMap<String, AttributeValue>,
}

/// The numbers of one recipient by the name of their quantity, which is
/// borrowed from the file where it can be.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Numbers<'a>(Vec<(Cow<'a, str>, Measured)>);

impl Serialize for Numbers<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(name, number)| (name, number)))
    }
}

impl<'de: 'a, 'a> Deserialize<'de> for Numbers<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Numbers<'a>, D::Error> {
        #[derive(Deserialize)]
        struct Name<'a>(#[serde(borrow)] Cow<'a, str>);
        struct Pairs;

        impl<'de> Visitor<'de> for Pairs {
            type Value = Numbers<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a map")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut numbers = Vec::new();
                while let Some((Name(name), number)) = map.next_entry()? {
                    numbers.push((name, number));
                }
                Ok(Numbers(numbers))
            }
        }

        deserializer.deserialize_map(Pairs)
    }
}

impl TryFrom<DatasetRows<'_>> for Dataset {
    type Error = DatasetError;

    fn try_from(rows: DatasetRows<'_>) -> Result<Dataset, DatasetError> {
        let quantities: HashMap<String, usize> =
            rows.quantities.iter().enumerate().map(|(at, quantity)| (quantity.name.clone(), at)).collect();
        let attributes: HashMap<String, usize> =
            rows.attributes.iter().enumerate().map(|(at, name)| (name.clone(), at)).collect();
        let mut dataset = Dataset {
            synthetic: rows.synthetic,
            swv: rows.swv,
            origins: rows.origins,
            generated: rows.generated,
            ..Dataset::of(rows.name, rows.quantities).with_attributes(rows.attributes)
        };
        for (row, recipient) in rows.recipients.into_iter().enumerate() {
            let RecipientRow { id, name, kind, board, municipality, postcode, counts, attributes: values } = recipient;
            dataset.push(Recipient { id, name, kind, board, municipality, postcode }, [], []);
            let id = || dataset.recipients.last().map(|recipient| recipient.id.clone()).unwrap_or_default();
            for (name, number) in counts.0 {
                let column = quantities.get(name.as_ref()).and_then(|at| dataset.columns.get_mut(*at));
                match column.and_then(|column| column.numbers.last_mut()) {
                    Some(place) => *place = Some(number),
                    None => return Err(DatasetError::UndeclaredQuantity { row, id: id(), name: name.into_owned() }),
                }
            }
            for (name, value) in values {
                let attribute = attributes.get(&name).and_then(|at| dataset.attributes.get_mut(*at));
                match attribute.and_then(|attribute| attribute.values.last_mut()) {
                    Some(place) => *place = Some(value),
                    None => return Err(DatasetError::UndeclaredAttribute { row, id: id(), name }),
                }
            }
        }
        dataset.sound()
    }
}

impl<'a> From<&'a Dataset> for DatasetRows<'a> {
    fn from(dataset: &'a Dataset) -> DatasetRows<'a> {
        let mut columns: Vec<_> = dataset.columns.iter().collect();
        columns.sort_by_key(|column| column.quantity.name.as_str());
        let numbers = |row: usize| {
            let of = |column: &&'a DatasetColumn| {
                Some((Cow::Borrowed(column.quantity.name.as_str()), column.numbers.get(row).copied().flatten()?))
            };
            Numbers(columns.iter().filter_map(of).collect())
        };
        let values = |row: usize| {
            let of = |attribute: &DatasetAttribute| {
                Some((attribute.name.clone(), attribute.values.get(row).cloned().flatten()?))
            };
            dataset.attributes.iter().filter_map(of).collect()
        };
        let row = |(row, recipient): (usize, &Recipient)| RecipientRow {
            id: recipient.id.clone(),
            name: recipient.name.clone(),
            kind: recipient.kind,
            board: recipient.board.clone(),
            municipality: recipient.municipality.clone(),
            postcode: recipient.postcode.clone(),
            counts: numbers(row),
            attributes: values(row),
        };
        DatasetRows {
            name: dataset.name.clone(),
            synthetic: dataset.synthetic,
            swv: dataset.swv.clone(),
            origins: dataset.origins.clone(),
            generated: dataset.generated.clone(),
            quantities: dataset.quantities().cloned().collect(),
            attributes: dataset.attributes.iter().map(|attribute| attribute.name.clone()).collect(),
            recipients: dataset.recipients.iter().enumerate().map(row).collect(),
        }
    }
}

impl Serialize for Dataset {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        DatasetRows::from(self).serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Dataset {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Dataset, D::Error> {
        DatasetRows::deserialize(deserializer)?.try_into().map_err(D::Error::custom)
    }
}

impl JsonSchema for Dataset {
    fn schema_name() -> Cow<'static, str> {
        DatasetRows::schema_name()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        DatasetRows::json_schema(generator)
    }
}
