//! A count in a file: a number, an object with two bounds, or null.

use std::borrow::Cow;
use std::fmt;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::value::MapAccessDeserializer;
use serde::de::{Error, MapAccess, Unexpected, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::PupilCount;

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Bounds {
    at_least: u32,
    at_most: u32,
}

impl Serialize for PupilCount {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match *self {
            PupilCount::Exact(number) => serializer.serialize_u32(number),
            PupilCount::Between { at_least, at_most } => Bounds { at_least, at_most }.serialize(serializer),
            PupilCount::Unknown => serializer.serialize_unit(),
        }
    }
}

impl<'de> Deserialize<'de> for PupilCount {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<PupilCount, D::Error> {
        deserializer.deserialize_any(CountVisitor)
    }
}

struct CountVisitor;

impl<'de> Visitor<'de> for CountVisitor {
    type Value = PupilCount;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a whole number of pupils, an object with at_least and at_most, or null where it is unknown")
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<PupilCount, E> {
        match u32::try_from(number) {
            Ok(number) => Ok(PupilCount::Exact(number)),
            Err(_) => Err(E::invalid_value(Unexpected::Unsigned(number), &self)),
        }
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<PupilCount, E> {
        match u32::try_from(number) {
            Ok(number) => Ok(PupilCount::Exact(number)),
            Err(_) => Err(E::invalid_value(Unexpected::Signed(number), &self)),
        }
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<PupilCount, A::Error> {
        let bounds = Bounds::deserialize(MapAccessDeserializer::new(map))?;
        PupilCount::between(bounds.at_least, bounds.at_most).map_err(A::Error::custom)
    }

    fn visit_unit<E: Error>(self) -> Result<PupilCount, E> {
        Ok(PupilCount::Unknown)
    }
}

impl JsonSchema for PupilCount {
    fn schema_name() -> Cow<'static, str> {
        "PupilCount".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let number = json_schema!({ "type": "integer", "minimum": 0, "maximum": u32::MAX });
        json_schema!({
            "description": "A number of pupils, its bounds where it is known only within those, or null where it is unknown",
            "oneOf": [
                number,
                {
                    "type": "object",
                    "properties": { "at_least": number, "at_most": number },
                    "required": ["at_least", "at_most"],
                    "additionalProperties": false,
                },
                { "type": "null" },
            ],
        })
    }
}
