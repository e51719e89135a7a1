//! What to look at in an allocation before it is used.

use std::collections::BTreeSet;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use swv_core::{
    Allocation, CalendarYear, Cell, ColumnKind, CountDate, Dataset, Date, Description, Measured, Money, MoneyError,
    RecipientKind, Rounding, SchoolKind, Sector, Within, Year, nearest_in_words,
};

use super::totals::PUPILS;
use crate::RegionPackage;

/// What to look at in an allocation before it is used. The amounts are those
/// that follow from the dataset all the same.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum AllocationWarning {
    /// A count of another day than the one that pays the year.
    CountDate {
        /// The column.
        quantity: String,
        /// The day of its count.
        #[schemars(with = "String")]
        counted_on: Date,
        /// The count dates that pay the year, for the recipients that have
        /// the quantity.
        funded_by: Vec<CountDate>,
    },
    /// A rule hands out more than the published budget has room for. Whether
    /// that is paid, the documents do not say.
    Room {
        /// The rule.
        rule: String,
        /// What it hands out.
        total_cents: Within<Money>,
        /// The budget line.
        line: String,
        /// What the budget line has.
        room_cents: Money,
    },
    /// A column that no rule of the region reads, so that it counts for
    /// nothing.
    Unread {
        /// The column.
        column: String,
        /// The name that the rules read, that the dataset lacks, and that may
        /// be meant.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        nearest: Option<String>,
    },
}

impl AllocationWarning {
    /// The column that no rule reads, where this name may be meant by it.
    pub(super) fn may_be(&self, name: &str) -> Option<&str> {
        match self {
            AllocationWarning::Unread { column, nearest: Some(nearest) } if nearest == name => Some(column),
            _ => None,
        }
    }
}

/// The columns and attributes of a dataset that neither a rule of any sector
/// nor a total reads, each with the name that may be meant.
pub(super) fn unread(description: &Description, dataset: &Dataset, sector: Sector) -> Vec<AllocationWarning> {
    let quantities = dataset.quantities().map(|quantity| quantity.name.as_str());
    let names: Vec<&str> = quantities.chain(dataset.attributes.iter().map(|of| of.name.as_str())).collect();
    let lacking: Vec<&str> = description.columns_of(sector).filter(|name| !names.contains(name)).collect();
    let read: BTreeSet<&str> = [Sector::Po, Sector::Vo]
        .into_iter()
        .flat_map(|sector| description.columns_of(sector))
        .chain([PUPILS])
        .collect();
    let unread = names.into_iter().filter(|name| !read.contains(name));
    let warning = |column: &str| {
        let nearest = nearest_in_words(column, lacking.iter().copied()).map(str::to_owned);
        AllocationWarning::Unread { column: column.to_owned(), nearest }
    };
    unread.map(warning).collect()
}

/// The counts that are of a count date, but of one that pays another year or
/// other schools. A day that is no count date at all, such as 1 September for
/// growth, says nothing of what pays a year.
pub(super) fn count_dates(dataset: &Dataset, sector: Sector, year: Year) -> Vec<AllocationWarning> {
    let mut warnings = Vec::new();
    // Which count pays a school year, no law says.
    let Some(year) = year.calendar() else { return warnings };
    for column in &dataset.columns {
        let Some(Ok(stated)) = column.quantity.counted_on.map(CountDate::try_from) else { continue };
        let rows = dataset.recipients.iter().enumerate();
        let counted = rows.filter(|(row, _)| column.get(*row) != Measured::UNKNOWN);
        let funded_by: BTreeSet<_> = counted.map(|(_, recipient)| funding(recipient.kind, sector, year)).collect();
        if !funded_by.is_empty() && !funded_by.contains(&stated) {
            warnings.push(AllocationWarning::CountDate {
                quantity: column.quantity.name.clone(),
                counted_on: stated.date(),
                funded_by: funded_by.into_iter().collect(),
            });
        }
    }
    warnings
}

/// The count that pays a recipient in a year.
fn funding(kind: RecipientKind, sector: Sector, year: CalendarYear) -> CountDate {
    let secondary = match kind {
        RecipientKind::School(kind) => match kind {
            SchoolKind::Bao | SchoolKind::Sbo | SchoolKind::So | SchoolKind::SoVso | SchoolKind::Vso => false,
            SchoolKind::Vo | SchoolKind::Pro | SchoolKind::Opdc => true,
            SchoolKind::Newcomer => sector == Sector::Vo,
        },
        RecipientKind::Board | RecipientKind::Partnership | RecipientKind::Other => sector == Sector::Vo,
    };
    if secondary { CountDate::funding_secondary(year) } else { CountDate::funding_primary(year) }
}

/// The rules that hand out more than the budget line that is their room; where
/// that is in whole euros, more than that in whole euros.
pub(super) fn rooms(
    package: &RegionPackage,
    allocation: &Allocation,
    sector: Sector,
    year: Year,
) -> Result<Vec<AllocationWarning>, MoneyError> {
    let mut warnings = Vec::new();
    let Some(budget) = package.budget(sector) else { return Ok(warnings) };
    let column = budget.columns.iter().find(|column| column.year == year && column.kind == ColumnKind::Budget);
    let Some(column) = column else { return Ok(warnings) };
    for line in &budget.lines {
        let (Some(rule), Cell::Amount(room)) = (&line.room_for, line.cell(&column.id)) else { continue };
        let of_rule = allocation.lines().filter(|made| made.rule == rule);
        let (total_cents, room_cents) = (Within::try_sum(of_rule.map(|made| made.amount))?, Money::from_cents(room));
        let total = match room % 100 {
            0 => total_cents.at_most().rounded_to_euros(Rounding::HalfAwayFromZero)?,
            _ => total_cents.at_most(),
        };
        if total > room_cents {
            let (rule, line) = (rule.clone(), line.id.clone());
            warnings.push(AllocationWarning::Room { rule, total_cents, line, room_cents });
        }
    }
    Ok(warnings)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn warned(kind: &str, counted_on: &str, sector: Sector) -> Vec<AllocationWarning> {
        let dataset = serde_json::from_value(serde_json::json!({
            "name": "x", "synthetic": true,
            "quantities": [{ "name": "leerlingen", "counted_on": counted_on }, { "name": "plaatsingen" }],
            "recipients": [
                { "id": "A", "name": "A", "kind": kind, "counts": { "leerlingen": 3, "plaatsingen": 1 } },
                { "id": "B", "name": "B", "kind": "vo", "counts": { "leerlingen": null } },
                { "id": "C", "name": "C", "kind": "bao" }
            ]
        }));
        count_dates(&dataset.unwrap(), sector, CalendarYear::new(2024).unwrap().into())
    }

    #[test]
    fn the_count_that_pays_the_year_gives_no_warning() {
        for (kind, day, sector) in [
            ("bao", "2023-02-01", Sector::Po),
            ("so_vso", "2023-02-01", Sector::Po),
            ("vso", "2023-02-01", Sector::Vo),
            ("vo", "2023-10-01", Sector::Vo),
            ("pro", "2023-10-01", Sector::Vo),
            ("partnership", "2023-02-01", Sector::Po),
        ] {
            assert_eq!(warned(kind, day, sector), [], "{kind} {day}");
        }
    }

    #[test]
    fn another_year_and_the_date_of_other_schools_give_one_with_both_dates() {
        for (kind, day, sector, expected) in [
            ("bao", "2022-02-01", Sector::Po, "2023-02-01"),
            ("bao", "2024-02-01", Sector::Po, "2023-02-01"),
            ("bao", "2023-10-01", Sector::Po, "2023-02-01"),
            ("vso", "2023-10-01", Sector::Vo, "2023-02-01"),
            ("vo", "2023-02-01", Sector::Vo, "2023-10-01"),
            ("vo", "2024-10-01", Sector::Vo, "2023-10-01"),
            ("partnership", "2023-02-01", Sector::Vo, "2023-10-01"),
        ] {
            let [AllocationWarning::CountDate { quantity, counted_on, funded_by }] = &warned(kind, day, sector)[..]
            else {
                panic!("{kind} {day}")
            };
            assert_eq!((quantity.as_str(), counted_on.to_string().as_str()), ("leerlingen", day));
            assert_eq!(funded_by.iter().map(ToString::to_string).collect::<Vec<_>>(), [expected], "{kind} {day}");
        }
    }

    #[test]
    fn a_day_that_is_no_count_date_is_not_held_against_one() {
        assert_eq!(warned("so", "2022-09-01", Sector::Po), []);
    }
}
