//! A number for each recipient, as a column.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{Number, Unit};
use crate::{Invalid, Text};

/// A row whose number is known within bounds only.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Interval {
    /// The row.
    pub row: u32,
    /// The largest number that it can be; the smallest stands in the column.
    pub at_most: i64,
}

/// A number for each recipient, such as the pupils on a count date.
///
/// Stored so that an exact number costs no more than itself: rows that are not
/// exact stand in lists of their own. Read it by [`numbers`], which gives each
/// row as what it is.
///
/// ```
/// use swv_core::{Number, QuantityColumn, Unit};
///
/// let numbers = [Number::Exact(210), Number::between(1, 4), Number::Unknown];
/// let column = QuantityColumn::new("leerlingen", Unit::Pupils, numbers);
/// assert!(column.numbers().eq(numbers));
/// assert_eq!(column.get(1), Number::between(1, 4));
/// assert!(column.check(3).is_ok());
/// ```
///
/// [`numbers`]: QuantityColumn::numbers
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuantityColumn {
    /// The quantity's name in the dataset.
    pub name: String,
    /// What is counted.
    pub unit: Unit,
    /// A step is a unit divided by ten to this power: 1 for tenths.
    pub scale: u8,
    /// The day of the count, if it was made on one day.
    pub count_date: Option<Date>,
    /// The steps of each row: where it is an interval the least that it can
    /// be, and where it is unknown [`QuantityColumn::NOTHING`].
    pub values: Vec<i64>,
    /// The rows that are known within bounds, in rising order.
    pub intervals: Vec<Interval>,
    /// The rows of which nothing is known, in rising order.
    pub unknown: Vec<u32>,
}

impl QuantityColumn {
    /// What stands in the place of a number that is not known: no rule can
    /// take it for an amount.
    pub const NOTHING: i64 = i64::MIN;

    /// The largest scale: billionths.
    pub const MOST_DECIMALS: u8 = 9;

    /// A column of whole units.
    pub fn new(name: impl Into<String>, unit: Unit, numbers: impl IntoIterator<Item = Number>) -> QuantityColumn {
        let (values, intervals, unknown) = Default::default();
        let mut column =
            QuantityColumn { name: name.into(), unit, scale: 0, count_date: None, values, intervals, unknown };
        for (row, number) in (0..).zip(numbers) {
            match number {
                Number::Exact(number) => column.values.push(number),
                Number::Between { at_least, at_most } => {
                    column.values.push(at_least);
                    column.intervals.push(Interval { row, at_most });
                }
                Number::Unknown => {
                    column.values.push(QuantityColumn::NOTHING);
                    column.unknown.push(row);
                }
            }
        }
        column
    }

    /// How many steps a unit has: 10 where the column is in tenths.
    pub fn steps(&self) -> u32 {
        10_u32.checked_pow(u32::from(self.scale)).unwrap_or(u32::MAX)
    }

    /// The number of each row, in order.
    pub fn numbers(&self) -> impl Iterator<Item = Number> {
        let mut intervals = self.intervals.iter().peekable();
        let mut unknown = self.unknown.iter().peekable();
        (0..).zip(&self.values).map(move |(row, value)| {
            if unknown.next_if_eq(&&row).is_some() {
                return Number::Unknown;
            }
            match intervals.next_if(|interval| interval.row == row) {
                Some(interval) => Number::between(*value, interval.at_most),
                None => Number::Exact(*value),
            }
        })
    }

    /// The number of one row; unknown where there is no such row.
    pub fn get(&self, row: u32) -> Number {
        let Some(value) = self.values.get(row as usize) else { return Number::Unknown };
        if self.unknown.binary_search(&row).is_ok() {
            return Number::Unknown;
        }
        match self.intervals.binary_search_by_key(&row, |interval| interval.row) {
            Ok(at) => self.intervals.get(at).map_or(Number::Unknown, |of| Number::between(*value, of.at_most)),
            Err(_) => Number::Exact(*value),
        }
    }

    /// Checks what a column promises: a number for each of so many rows, rows
    /// that exist, in rising order and in one list only, bounds the right way
    /// round.
    ///
    /// # Errors
    /// [`Invalid`], with the first promise that does not hold.
    pub fn check(&self, rows: usize) -> Result<(), Invalid> {
        let broken = |value: String, nl: &str, en: &str| {
            Err(Invalid { place: format!("quantity {}", self.name), value, rule: Text::new(nl, en) })
        };
        if self.values.len() != rows {
            let value = format!("{} numbers for {rows} recipients", self.values.len());
            return broken(value, "er is een getal voor elke ontvanger", "there is a number for each recipient");
        }
        if self.scale > QuantityColumn::MOST_DECIMALS {
            let value = self.scale.to_string();
            return broken(value, "een getal heeft ten hoogste negen decimalen", "a number has at most nine decimals");
        }
        let of_intervals = self.intervals.iter().map(|interval| interval.row);
        let lists = [of_intervals.collect::<Vec<_>>(), self.unknown.clone()];
        for list in &lists {
            if let Some(pair) = list.windows(2).find(|pair| pair[0] >= pair[1]) {
                let value = format!("row {} before row {}", pair[0], pair[1]);
                return broken(value, "rijen staan in stijgende volgorde", "rows stand in rising order");
            }
            if let Some(row) = list.last().filter(|row| **row as usize >= rows) {
                return broken(format!("row {row}"), "een rij bestaat", "a row exists");
            }
        }
        if let Some(row) = self.unknown.iter().find(|row| lists[0].binary_search(row).is_ok()) {
            let value = format!("row {row}");
            return broken(value, "wat onbekend is, heeft geen grenzen", "what is unknown has no bounds");
        }
        let value = |row: &u32| self.values.get(*row as usize).copied().unwrap_or_default();
        if let Some(row) = self.unknown.iter().find(|row| value(row) != QuantityColumn::NOTHING) {
            let found = format!("{} in row {row}", value(row));
            return broken(found, "wat onbekend is, heeft geen getal", "what is unknown has no number");
        }
        if let Some(of) = self.intervals.iter().find(|of| of.at_most <= value(&of.row)) {
            let found = format!("{} to {} in row {}", value(&of.row), of.at_most, of.row);
            return broken(
                found,
                "de ondergrens is kleiner dan de bovengrens",
                "the lower bound is below the upper one",
            );
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn column() -> QuantityColumn {
        let numbers = [Number::Exact(3), Number::between(1, 4), Number::Unknown, Number::Exact(-2)];
        QuantityColumn::new("q", Unit::Fte, numbers)
    }

    #[test]
    fn every_broken_promise_is_named() {
        let broken = |spoil: fn(&mut QuantityColumn)| {
            let mut column = column();
            spoil(&mut column);
            column.check(4).unwrap_err().to_string()
        };
        assert_eq!(column().check(4), Ok(()));
        assert!(broken(|c| c.values.push(1)).contains("5 numbers for 4 recipients"));
        assert!(broken(|c| c.scale = 10).contains("at most nine decimals"));
        assert!(broken(|c| c.unknown = vec![2, 2]).contains("rising order"));
        assert!(broken(|c| c.unknown = vec![2, 4]).contains("row 4 breaks the rule: a row exists"));
        assert!(broken(|c| c.unknown = vec![1, 2]).contains("what is unknown has no bounds"));
        assert!(broken(|c| c.unknown = vec![0, 2]).contains("3 in row 0"));
        assert!(broken(|c| c.intervals[0].at_most = 1).contains("1 to 1 in row 1"));
    }

    proptest! {
        #[test]
        fn a_column_reads_back_as_it_was_made(
            rows in prop::collection::vec((any::<i32>(), 0_u32..4, 1_i64..50), 0..100),
        ) {
            let numbers: Vec<Number> = rows
                .into_iter()
                .map(|(number, which, width)| match (i64::from(number), which) {
                    (_, 0) => Number::Unknown,
                    (number, 1) => Number::between(number, number + width),
                    (number, _) => Number::Exact(number),
                })
                .collect();
            let column = QuantityColumn::new("q", Unit::Fte, numbers.iter().copied());
            prop_assert_eq!(column.check(numbers.len()), Ok(()));
            prop_assert!(column.numbers().eq(numbers.iter().copied()));
            for (row, number) in (0..).zip(&numbers) {
                prop_assert_eq!(column.get(row), *number);
            }
        }
    }
}
