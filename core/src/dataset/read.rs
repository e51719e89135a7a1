//! A dataset as rules read it.

use std::collections::{BTreeMap, BTreeSet};

use super::{Dataset, DatasetAttribute, DatasetColumn, DatasetError, Recipient};
use crate::description::BOARD;
use crate::{Attribute, AttributeColumn, AttributeKind, AttributeValue, Measured, Number, Quantity, QuantityColumn};

impl Dataset {
    /// An attribute as rules read it, in the order of the rows; `None` when the
    /// dataset does not declare it. Every dataset has [`BOARD`], by numbers that
    /// stand for boards.
    ///
    /// # Errors
    /// [`DatasetError::Attribute`] when a value is of another kind.
    pub fn attribute(&self, asked: &Attribute) -> Result<Option<AttributeColumn>, DatasetError> {
        let Some(DatasetAttribute { values, .. }) = self.attributes.iter().find(|known| known.name == asked.name)
        else {
            return Ok((asked.name == BOARD).then(|| self.boards()));
        };
        let wrong = |value: &Option<AttributeValue>| value.as_ref().is_some_and(|value| value.kind() != asked.kind);
        if let Some((_, recipient)) = values.iter().zip(&self.recipients).find(|(value, _)| wrong(value)) {
            return Err(DatasetError::Attribute {
                attribute: asked.name.clone(),
                id: recipient.id.clone(),
                needed: match asked.kind {
                    AttributeKind::YesNo => "true or false",
                    AttributeKind::Id => "an id between quotes",
                },
            });
        }
        Ok(Some(AttributeColumn::new(&asked.name, values.iter().cloned())))
    }

    /// The board of each row, by a number that stands for it.
    fn boards(&self) -> AttributeColumn {
        let boards: BTreeSet<_> = self.recipients.iter().filter_map(|recipient| recipient.board.as_ref()).collect();
        let numbers: BTreeMap<_, u32> = boards.into_iter().zip(1..).collect();
        let of = |recipient: &Recipient| {
            let number = numbers.get(recipient.board.as_ref()?)?;
            Some(AttributeValue::Id(number.to_string()))
        };
        AttributeColumn::new(BOARD, self.recipients.iter().map(of))
    }

    /// A column as rules read it, in the order of the rows; `None` when the
    /// dataset does not declare it.
    ///
    /// # Errors
    /// [`DatasetError::Unit`] when it is in another unit, and
    /// [`DatasetError::Number`] when a number has more decimals than the rules
    /// read, or is below zero where they read none.
    pub fn column(&self, asked: &Quantity) -> Result<Option<QuantityColumn>, DatasetError> {
        let Some(DatasetColumn { quantity: declared, numbers }) = self.find(&asked.name) else { return Ok(None) };
        if let Some(found) = declared.unit.clone().filter(|unit| *unit != asked.unit) {
            let (quantity, needed) = (asked.name.clone(), asked.unit.clone());
            return Err(DatasetError::Unit { quantity, found, needed });
        }
        let given = || numbers.iter().map(|number| number.unwrap_or(Measured::UNKNOWN));
        let scale = given().map(Measured::decimals).max().unwrap_or(0);
        let scale = scale.min(asked.decimals);
        let number = |(row, measured): (usize, Measured)| {
            let number = measured.number(scale);
            let below = |number: &Number| number.bounds().is_some_and(|(at_least, _)| at_least < 0);
            match number.filter(|number| asked.negative || !below(number)) {
                Some(number) => Ok(number),
                None => Err(DatasetError::Number {
                    quantity: asked.name.clone(),
                    id: self.recipients.get(row).map(|recipient| recipient.id.clone()).unwrap_or_default(),
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
        let numbers = given().enumerate().map(number).collect::<Result<Vec<_>, _>>()?;
        let column = QuantityColumn::new(&asked.name, asked.unit.clone(), numbers);
        Ok(Some(QuantityColumn { scale, count_date: declared.counted_on, ..column }))
    }
}
