//! The counts of one quantity for the recipients that it applies to.

use swv_core::{
    AttributeValue, CalendarYear, Dataset, DatasetAttribute, DatasetColumn, DatasetQuantity, Date, GeneratedTotal,
    PupilCount, RecipientKind, TotalBasis,
};

use super::divide::{Chance, divide};
use super::total::{Total, parameter};
use super::{SyntheticError, WhyUnknown};
use crate::{RegionPackage, SyntheticQuantity, SyntheticTotal, Times};

/// Counts that were made, by the row of their recipient.
pub(super) struct Made {
    counts: Vec<(usize, u32)>,
    total: GeneratedTotal,
    counted_on: Option<Date>,
}

impl Made {
    /// Adds them to the dataset; gives what they add up to.
    pub(super) fn into_column_of(self, dataset: &mut Dataset) -> GeneratedTotal {
        let name = &self.total.quantity;
        let rows = dataset.recipients.len();
        let at = dataset.columns.iter().position(|column| column.quantity.name == *name).unwrap_or_else(|| {
            let quantity = DatasetQuantity { counted_on: self.counted_on, ..DatasetQuantity::new(name.as_str()) };
            dataset.columns.push(DatasetColumn { quantity, numbers: vec![None; rows] });
            dataset.columns.len() - 1
        });
        if let Some(DatasetColumn { quantity, numbers }) = dataset.columns.get_mut(at) {
            // Other recipients may have it already; a day is that of all.
            quantity.counted_on = quantity.counted_on.filter(|day| Some(*day) == self.counted_on);
            for (row, count) in &self.counts {
                if let Some(place) = numbers.get_mut(*row) {
                    *place = Some(PupilCount::Exact(*count).into());
                }
            }
        }
        self.total
    }

    /// Makes an attribute of them: it is so of who has one.
    pub(super) fn into_attribute_of(self, dataset: &mut Dataset) -> GeneratedTotal {
        let name = &self.total.quantity;
        let at = dataset.attributes.iter().position(|attribute| attribute.name == *name).unwrap_or_else(|| {
            let values = vec![None; dataset.recipients.len()];
            dataset.attributes.push(DatasetAttribute { name: name.clone(), values });
            dataset.attributes.len() - 1
        });
        if let Some(attribute) = dataset.attributes.get_mut(at) {
            for (row, count) in &self.counts {
                if let Some(place) = attribute.values.get_mut(*row) {
                    *place = Some(AttributeValue::YesNo(*count > 0));
                }
            }
        }
        self.total
    }
}

/// Makes the counts of an entry, of which nobody has more than `most`, or tells
/// why they stay unknown.
pub(super) fn make(
    package: &RegionPackage,
    entry: &SyntheticQuantity,
    year: CalendarYear,
    dataset: &Dataset,
    chance: Chance<'_>,
    most: u32,
) -> Result<Result<Made, WhyUnknown>, SyntheticError> {
    let applies = |kind: RecipientKind| entry.kinds.contains(&kind);
    let kinds = dataset.recipients.iter().map(|recipient| recipient.kind).enumerate();
    let mut rows: Vec<usize> = kinds.filter(|(_, kind)| applies(*kind)).map(|(row, _)| row).collect();
    if rows.is_empty() {
        return Ok(Err(WhyUnknown::NoRecipient));
    }
    if let Some(only) = &entry.only {
        let Some(attribute) = dataset.attributes.iter().find(|attribute| attribute.name == *only) else {
            return Ok(Err(WhyUnknown::Needs(only.clone())));
        };
        rows.retain(|row| attribute.values.get(*row) == Some(&Some(AttributeValue::YesNo(true))));
    }
    if rows.is_empty() {
        return Ok(Err(WhyUnknown::NoRecipient));
    }
    if let Some(needed) = entry.needs().into_iter().find(|needed| !dataset.has(needed)) {
        return Ok(Err(WhyUnknown::Needs(needed.to_owned())));
    }
    let made = |counts: Vec<(usize, u32)>, rests_on: TotalBasis, counted_on: Option<Date>| {
        let total = counts.iter().map(|(_, count)| count).sum();
        let total = GeneratedTotal { quantity: entry.name.clone(), kinds: entry.kinds.clone(), total, rests_on };
        Ok(Ok(Made { counts, total, counted_on }))
    };
    if let SyntheticTotal::Counts { plus, minus } = &entry.total {
        let (plus, minus) = (columns(dataset, plus), columns(dataset, minus));
        let counts = rows.into_iter().filter_map(|row| Some((row, sum(row, &plus, &minus)?)));
        return made(counts.collect(), TotalBasis::Counts, None);
    }
    let total = match &entry.total {
        SyntheticTotal::AssumedPerThousand { of, number } => {
            let of = dataset.find(of);
            let base: u64 = rows.iter().map(|row| u64::from(least(of, *row))).sum();
            let share = u128::from(base) * u128::from(*number) / 1_000;
            Some(Total::assumed(u32::try_from(share).unwrap_or(u32::MAX)))
        }
        stated => Total::of(package, stated, entry.sector, year),
    };
    let Some(total) = total else { return Ok(Err(WhyUnknown::NoTotal)) };
    let Some(room) = room(package, entry, year, dataset, (&rows, most)) else { return Ok(Err(WhyUnknown::NoTotal)) };
    let possible = room.iter().map(|room| u64::from(*room)).sum();
    let number = match total.rests_on {
        TotalBasis::Assumed => u32::try_from(possible).map_or(total.number, |possible| possible.min(total.number)),
        _ => total.number,
    };
    let weights = weights(entry, dataset, &rows, chance);
    match divide(number, entry.portion, &weights, &room) {
        Some(parts) => made(rows.into_iter().zip(parts).collect(), total.rests_on, total.counted_on),
        None => Err(SyntheticError::DoesNotFit { quantity: entry.name.clone(), total: number, room: possible }),
    }
}

/// The least that a recipient can have of a quantity: what is unknown may be
/// nothing.
fn least(column: Option<&DatasetColumn>, row: usize) -> u32 {
    column.and_then(|column| column.pupils(row).at_least()).unwrap_or(0)
}

fn columns<'a>(dataset: &'a Dataset, names: &[String]) -> Vec<Option<&'a DatasetColumn>> {
    names.iter().map(|name| dataset.find(name)).collect()
}

/// What a recipient's count comes to, if all that it follows from is exact.
fn sum(row: usize, plus: &[Option<&DatasetColumn>], minus: &[Option<&DatasetColumn>]) -> Option<u32> {
    let added = |columns: &[Option<&DatasetColumn>]| {
        let counts = columns.iter().map(|column| column.and_then(|column| column.pupils(row).exact()));
        counts.sum::<Option<u32>>()
    };
    added(plus)?.checked_sub(added(minus)?)
}

/// The most that each recipient can have: what `within` leaves beside the
/// others that share it. None when a parameter has no value in the year.
fn room(
    package: &RegionPackage,
    entry: &SyntheticQuantity,
    year: CalendarYear,
    dataset: &Dataset,
    (rows, most): (&[usize], u32),
) -> Option<Vec<u32>> {
    let Some(within) = &entry.within else { return Some(vec![most; rows.len()]) };
    let times = match &entry.times {
        None => 1,
        Some(Times::Number(times)) => *times,
        Some(Times::Parameter(key)) => parameter(package, key, year)?,
    };
    let mut sharing: Vec<&str> = package
        .synthetic
        .quantities
        .iter()
        .filter(|other| other.sector == entry.sector && other.within.as_ref() == Some(within))
        .map(|other| other.name.as_str())
        .filter(|name| *name != entry.name)
        .collect();
    sharing.sort_unstable();
    sharing.dedup();
    let within = dataset.find(within);
    let sharing: Vec<_> = sharing.into_iter().filter_map(|name| dataset.find(name)).collect();
    let room = |row: &usize| {
        let all = least(within, *row).saturating_mul(times);
        let taken = sharing.iter().map(|column| column.pupils(*row).at_most().unwrap_or(0));
        taken.fold(all, u32::saturating_sub)
    };
    Some(rows.iter().map(room).collect())
}

/// The weights by which the total is divided; all the same where there is
/// nothing to go by.
fn weights(entry: &SyntheticQuantity, dataset: &Dataset, rows: &[usize], chance: Chance<'_>) -> Vec<u64> {
    let by = entry.weighed_by().and_then(|by| dataset.find(by));
    let mut bases: Vec<u32> = rows.iter().map(|row| least(by, *row)).collect();
    if bases.iter().all(|base| *base == 0) {
        bases.fill(1);
    }
    let id = |row: &usize| dataset.recipients.get(*row).map_or("", |recipient| recipient.id.as_str());
    let rows = rows.iter().zip(bases);
    rows.map(|(row, base)| chance.weight(&entry.name, id(row), base, entry.spread)).collect()
}
