//! What a recipient is, beside how many of something it has.

use std::collections::HashMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{AttributeKind, Invalid, Text};

/// The value of an attribute of a recipient. In a file it is `true` or
/// `false`, or an id; what is not there is unknown.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(untagged, expecting = "an attribute is true or false, or an id between quotes")]
pub enum AttributeValue {
    /// It is so, or it is not.
    YesNo(bool),
    /// One of several, by an id.
    Id(String),
}

impl AttributeValue {
    /// What kind of value it is.
    pub fn kind(&self) -> AttributeKind {
        match self {
            AttributeValue::YesNo(_) => AttributeKind::YesNo,
            AttributeValue::Id(_) => AttributeKind::Id,
        }
    }
}

/// An attribute of each recipient, as a column: few values, and which of them
/// each row has.
///
/// ```
/// use swv_core::{AttributeColumn, AttributeValue};
///
/// let yes = Some(AttributeValue::YesNo(true));
/// let column = AttributeColumn::new("is-klimop", [yes.clone(), None, yes.clone()]);
/// assert_eq!(column.values.len(), 2);
/// assert_eq!((column.is(2), column.is(1)), (Some(true), None));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AttributeColumn {
    /// The attribute's name in the dataset.
    pub name: String,
    /// The values that occur; none is one that is not known.
    pub values: Vec<Option<AttributeValue>>,
    /// The value of each row, by its place in `values`.
    pub rows: Vec<u32>,
}

impl AttributeColumn {
    /// The column of these values.
    pub fn new(name: impl Into<String>, of: impl IntoIterator<Item = Option<AttributeValue>>) -> AttributeColumn {
        let mut values = Vec::new();
        let mut places = HashMap::new();
        let mut place = |value: Option<AttributeValue>| match places.get(&value) {
            Some(place) => *place,
            None => {
                let place = u32::try_from(values.len()).unwrap_or(u32::MAX);
                values.push(value.clone());
                places.insert(value, place);
                place
            }
        };
        let rows = of.into_iter().map(&mut place).collect();
        AttributeColumn { name: name.into(), values, rows }
    }

    /// The value of a row; none where it is not known.
    pub fn get(&self, row: u32) -> Option<&AttributeValue> {
        let place = self.rows.get(row as usize)?;
        self.values.get(*place as usize)?.as_ref()
    }

    /// Whether it is so of a row; none where that is not known.
    pub fn is(&self, row: u32) -> Option<bool> {
        match self.get(row)? {
            AttributeValue::YesNo(is) => Some(*is),
            AttributeValue::Id(_) => None,
        }
    }

    /// The id that a row has; none where it is not known.
    pub fn id(&self, row: u32) -> Option<&str> {
        match self.get(row)? {
            AttributeValue::Id(id) => Some(id),
            AttributeValue::YesNo(_) => None,
        }
    }

    /// Checks what a column promises: a value for each of so many rows, each
    /// of which exists and stands there once.
    ///
    /// # Errors
    /// [`Invalid`], with the first promise that does not hold.
    pub fn check(&self, rows: usize) -> Result<(), Invalid> {
        let broken = |value: String, nl: &str, en: &str| {
            Err(Invalid { place: format!("attribute {}", self.name), value, rule: Text::new(nl, en) })
        };
        if self.rows.len() != rows {
            let value = format!("{} values for {rows} recipients", self.rows.len());
            return broken(value, "er is een waarde voor elke ontvanger", "there is a value for each recipient");
        }
        if let Some(place) = self.rows.iter().find(|place| **place as usize >= self.values.len()) {
            let value = format!("value {place} of {}", self.values.len());
            return broken(value, "een rij noemt een waarde die er is", "a row names a value that is there");
        }
        let twice = |(at, value): &(usize, &Option<AttributeValue>)| self.values[..*at].contains(value);
        match self.values.iter().enumerate().find(twice) {
            Some((at, _)) => {
                broken(format!("value {at}"), "elke waarde staat er een keer", "each value stands there once")
            }
            None => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_broken_promise_is_named() {
        let id = |id: &str| Some(AttributeValue::Id(id.into()));
        let broken = |spoil: fn(&mut AttributeColumn)| {
            let mut column = AttributeColumn::new("wijk", [id("noord"), id("zuid"), id("noord"), None]);
            assert_eq!(column.check(4), Ok(()));
            spoil(&mut column);
            column.check(4).unwrap_err().to_string()
        };
        assert!(broken(|c| c.rows.truncate(3)).contains("3 values for 4 recipients"));
        assert!(broken(|c| c.rows[0] = 3).contains("value 3 of 3"));
        assert!(broken(|c| c.values[1] = c.values[0].clone()).contains("each value stands there once"));
    }
}
