//! A dataset as a file holds it: a row for each recipient.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};
use std::fmt;

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::de::{Error, MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::{Dataset, DatasetColumn, DatasetError, DatasetOrigin, DatasetQuantity, Recipient};
use crate::{BoardNumber, Generation, MunicipalityCode, Postcode, PupilCount, RecipientKind, SwvNumber};

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
    /// Its columns of counts.
    quantities: Vec<DatasetQuantity>,
    /// Its rows.
    #[serde(borrow)]
    recipients: Vec<RecipientRow<'a>>,
}

/// A school, board or partnership, with its counts.
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
    board: Option<BoardNumber>,
    /// The municipality it stands in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    municipality: Option<MunicipalityCode>,
    /// Its postcode.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    postcode: Option<Postcode>,
    /// Counts by the name of their quantity. A quantity that is not here is
    /// unknown for this recipient.
    #[serde(default, borrow)]
    #[schemars(with = "BTreeMap<String, PupilCount>")]
    counts: Counts<'a>,
}

/// The counts of one recipient by the name of their quantity, which is
/// borrowed from the file where it can be.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Counts<'a>(Vec<(Cow<'a, str>, PupilCount)>);

impl Serialize for Counts<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(name, count)| (name, count)))
    }
}

impl<'de: 'a, 'a> Deserialize<'de> for Counts<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Counts<'a>, D::Error> {
        #[derive(Deserialize)]
        struct Name<'a>(#[serde(borrow)] Cow<'a, str>);
        struct Pairs;

        impl<'de> Visitor<'de> for Pairs {
            type Value = Counts<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a map")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut counts = Vec::new();
                while let Some((Name(name), count)) = map.next_entry()? {
                    counts.push((name, count));
                }
                Ok(Counts(counts))
            }
        }

        deserializer.deserialize_map(Pairs)
    }
}

impl TryFrom<DatasetRows<'_>> for Dataset {
    type Error = DatasetError;

    fn try_from(rows: DatasetRows<'_>) -> Result<Dataset, DatasetError> {
        let positions: HashMap<String, usize> =
            rows.quantities.iter().enumerate().map(|(at, quantity)| (quantity.name.clone(), at)).collect();
        let mut columns: Vec<_> = rows.quantities.into_iter().map(DatasetColumn::new).collect();
        columns.iter_mut().for_each(|column| column.counts.resize(rows.recipients.len(), None));
        let mut recipients = Vec::with_capacity(rows.recipients.len());
        for (row, recipient) in rows.recipients.into_iter().enumerate() {
            let RecipientRow { id, name, kind, board, municipality, postcode, counts: Counts(counts) } = recipient;
            for (name, count) in counts {
                let column = positions.get(name.as_ref()).and_then(|at| columns.get_mut(*at));
                match column.and_then(|column| column.counts.get_mut(row)) {
                    Some(place) => *place = Some(count),
                    None => return Err(DatasetError::UndeclaredQuantity { row, id, name: name.into_owned() }),
                }
            }
            recipients.push(Recipient { id, name, kind, board, municipality, postcode });
        }
        Dataset {
            name: rows.name,
            synthetic: rows.synthetic,
            swv: rows.swv,
            origins: rows.origins,
            generated: rows.generated,
            columns,
            recipients,
        }
        .sound()
    }
}

impl<'a> From<&'a Dataset> for DatasetRows<'a> {
    fn from(dataset: &'a Dataset) -> DatasetRows<'a> {
        let mut columns: Vec<_> = dataset.columns.iter().collect();
        columns.sort_by_key(|column| column.quantity.name.as_str());
        let counts = |row: usize| {
            let of = |column: &&'a DatasetColumn| {
                Some((Cow::Borrowed(column.quantity.name.as_str()), column.counts.get(row).copied().flatten()?))
            };
            Counts(columns.iter().filter_map(of).collect())
        };
        let row = |(row, recipient): (usize, &Recipient)| RecipientRow {
            id: recipient.id.clone(),
            name: recipient.name.clone(),
            kind: recipient.kind,
            board: recipient.board.clone(),
            municipality: recipient.municipality.clone(),
            postcode: recipient.postcode.clone(),
            counts: counts(row),
        };
        DatasetRows {
            name: dataset.name.clone(),
            synthetic: dataset.synthetic,
            swv: dataset.swv.clone(),
            origins: dataset.origins.clone(),
            generated: dataset.generated.clone(),
            quantities: dataset.quantities().cloned().collect(),
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
