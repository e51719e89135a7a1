//! A number as a dataset writes it.

use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::value::MapAccessDeserializer;
use serde::de::{Error, MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::{Number, QuantityColumn};
use crate::PupilCount;

/// A number as a dataset writes it: with decimals, below zero, within bounds
/// or unknown.
///
/// In a file it is a whole number, a decimal between quotes such as `"12.5"`,
/// `{ "at_least": 1, "at_most": 4 }`, or `null` where it is unknown.
///
/// ```
/// use swv_core::{Measured, Number};
///
/// let jobs: Measured = "12.50".parse()?;
/// assert_eq!((jobs.number(1), jobs.decimals()), (Some(Number::Exact(125)), 1));
/// assert_eq!(jobs.number(0), None);
/// assert_eq!(serde_json::to_string(&jobs)?, r#""12.5""#);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Measured {
    number: Number,
    decimals: u8,
}

/// Why a text is no number of a dataset.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{text:?} is no number: write digits, at most nine of them behind a point, such as 12 or -0.5")]
pub struct MeasuredError {
    /// The text as given.
    pub text: String,
}

impl Measured {
    /// Nothing is known.
    pub const UNKNOWN: Measured = Measured { number: Number::Unknown, decimals: 0 };

    /// The number of decimals that it needs.
    pub fn decimals(self) -> u8 {
        self.decimals
    }

    /// The number in steps of ten to this power; none where it has more
    /// decimals, or does not fit.
    pub fn number(self, scale: u8) -> Option<Number> {
        let factor = 10_i64.checked_pow(u32::from(scale.checked_sub(self.decimals)?))?;
        Some(match self.number {
            Number::Exact(number) => Number::Exact(number.checked_mul(factor)?),
            Number::Between { at_least, at_most } => {
                Number::between(at_least.checked_mul(factor)?, at_most.checked_mul(factor)?)
            }
            Number::Unknown => Number::Unknown,
        })
    }

    /// The number of pupils, where it is one; anything else is unknown.
    pub fn pupils(self) -> PupilCount {
        let count = |number: i64| u32::try_from(number).ok();
        match (self.decimals, self.number.bounds()) {
            (0, Some((at_least, at_most))) => match (count(at_least), count(at_most)) {
                (Some(at_least), Some(at_most)) => {
                    PupilCount::between(at_least, at_most).unwrap_or(PupilCount::Unknown)
                }
                _ => PupilCount::Unknown,
            },
            _ => PupilCount::Unknown,
        }
    }

    /// Without decimals that say nothing.
    fn shortest(mut number: Number, mut decimals: u8) -> Measured {
        let whole = |number: i64| number % 10 == 0;
        while decimals > 0 && number.bounds().is_none_or(|(at_least, at_most)| whole(at_least) && whole(at_most)) {
            number = number.bounds().map_or(number, |(at_least, at_most)| Number::between(at_least / 10, at_most / 10));
            decimals -= 1;
        }
        Measured { number, decimals }
    }

    fn written(number: i64, decimals: u8) -> String {
        let steps = 10_u64.pow(u32::from(decimals));
        let (whole, part) = (number.unsigned_abs() / steps, number.unsigned_abs() % steps);
        let sign = if number < 0 { "-" } else { "" };
        match decimals {
            0 => format!("{sign}{whole}"),
            decimals => format!("{sign}{whole}.{part:0width$}", width = usize::from(decimals)),
        }
    }
}

impl From<PupilCount> for Measured {
    fn from(count: PupilCount) -> Measured {
        Measured { number: count.into(), decimals: 0 }
    }
}

impl FromStr for Measured {
    type Err = MeasuredError;

    fn from_str(text: &str) -> Result<Measured, MeasuredError> {
        let wrong = || MeasuredError { text: text.to_owned() };
        let (whole, part) = text.split_once('.').unwrap_or((text, ""));
        let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        let unsigned = whole.strip_prefix('-').unwrap_or(whole);
        let sound = !unsigned.is_empty() && digits(unsigned) && digits(part) && (part.is_empty() != text.contains('.'));
        let decimals = u8::try_from(part.len()).map_err(|_| wrong())?;
        if !sound || decimals > QuantityColumn::MOST_DECIMALS {
            return Err(wrong());
        }
        let number = format!("{whole}{part}").parse().map_err(|_| wrong())?;
        Ok(Measured::shortest(Number::Exact(number), decimals))
    }
}

/// `12.5`, `1-4` or `unknown`.
impl fmt::Display for Measured {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let written = |number| Measured::written(number, self.decimals);
        match self.number {
            Number::Exact(number) => f.pad(&written(number)),
            Number::Between { at_least, at_most } => f.pad(&format!("{}-{}", written(at_least), written(at_most))),
            Number::Unknown => f.pad("unknown"),
        }
    }
}

/// A bound in a file: a whole number, or a decimal between quotes.
#[derive(Clone, Copy, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Bounds {
    at_least: Measured,
    at_most: Measured,
}

impl Serialize for Measured {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let of = |number| Measured::shortest(Number::Exact(number), self.decimals);
        match (self.number, self.decimals) {
            (Number::Exact(number), 0) => serializer.serialize_i64(number),
            (Number::Exact(_), _) => serializer.collect_str(self),
            (Number::Between { at_least, at_most }, _) => {
                Bounds { at_least: of(at_least), at_most: of(at_most) }.serialize(serializer)
            }
            (Number::Unknown, _) => serializer.serialize_unit(),
        }
    }
}

impl<'de> Deserialize<'de> for Measured {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Measured, D::Error> {
        deserializer.deserialize_any(MeasuredVisitor)
    }
}

struct MeasuredVisitor;

impl<'de> Visitor<'de> for MeasuredVisitor {
    type Value = Measured;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(
            "a whole number, a decimal between quotes, an object with at_least and at_most, or null where it is unknown",
        )
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<Measured, E> {
        i64::try_from(number).map_err(E::custom).and_then(|number| self.visit_i64(number))
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<Measured, E> {
        Ok(Measured { number: Number::Exact(number), decimals: 0 })
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Measured, E> {
        text.parse().map_err(E::custom)
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Measured, A::Error> {
        let Bounds { at_least, at_most } = Bounds::deserialize(MapAccessDeserializer::new(map))?;
        let decimals = at_least.decimals.max(at_most.decimals);
        let exact = |bound: Measured| bound.number(decimals).and_then(Number::exact);
        match (exact(at_least), exact(at_most)) {
            (Some(low), Some(high)) if low <= high => Ok(Measured { number: Number::between(low, high), decimals }),
            _ => Err(A::Error::custom(format!(
                "a number cannot be at least {at_least} and at most {at_most}: exchange the bounds or correct one"
            ))),
        }
    }

    fn visit_unit<E: Error>(self) -> Result<Measured, E> {
        Ok(Measured::UNKNOWN)
    }
}

impl JsonSchema for Measured {
    fn schema_name() -> Cow<'static, str> {
        "Measured".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let number = json_schema!({
            "oneOf": [{ "type": "integer" }, { "type": "string", "pattern": r"^-?[0-9]+(\.[0-9]{1,9})?$" }],
        });
        json_schema!({
            "description": "A number, with its decimals between quotes; its bounds where it is known only within those; or null where it is unknown",
            "oneOf": [
                { "type": "integer" },
                { "type": "string", "pattern": r"^-?[0-9]+(\.[0-9]{1,9})?$" },
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_read_exactly_and_written_shortly() {
        for (text, number, scale, written) in [
            ("12", 12, 0, "12"),
            ("-3", -3, 0, "-3"),
            ("12.50", 125, 1, "12.5"),
            ("-0.05", -5, 2, "-0.05"),
            ("1.0", 1, 0, "1"),
        ] {
            let measured: Measured = text.parse().unwrap();
            assert_eq!((measured.number(scale), measured.to_string().as_str()), (Some(Number::Exact(number)), written));
            let file = serde_json::to_string(&measured).unwrap();
            assert_eq!(serde_json::from_str::<Measured>(&file).unwrap(), measured, "{file}");
        }
        for text in ["", "-", ".5", "1.", "1,5", "1.5.0", "--1", "1e3", "0.1234567890", "99999999999999999999"] {
            assert!(text.parse::<Measured>().is_err(), "{text}");
        }
    }

    #[test]
    fn bounds_and_what_is_unknown_stay_so_in_a_file() {
        for file in [r#"{"at_least":1,"at_most":4}"#, r#"{"at_least":"0.5","at_most":2}"#, "null", "0"] {
            let measured: Measured = serde_json::from_str(file).unwrap();
            assert_eq!(serde_json::to_string(&measured).unwrap(), file);
        }
        for file in [r#"{"at_least":4,"at_most":1}"#, r#"{"at_least":null,"at_most":1}"#, "1.5", "true"] {
            assert!(serde_json::from_str::<Measured>(file).is_err(), "{file}");
        }
    }

    #[test]
    fn only_whole_numbers_of_zero_or_more_are_pupils() {
        let pupils = |text: &str| text.parse::<Measured>().unwrap().pupils();
        assert_eq!(
            (pupils("7"), pupils("-7"), pupils("0.5")),
            (PupilCount::Exact(7), PupilCount::Unknown, PupilCount::Unknown)
        );
        assert_eq!(Measured::from(PupilCount::SUPPRESSED).pupils(), PupilCount::SUPPRESSED);
    }
}
