//! What the counts of a synthetic dataset add up to.

use swv_core::{CalendarYear, Date, Parameters, Sector, TotalBasis};

use crate::{RegionPackage, SyntheticTotal};

/// A total, and where it comes from.
pub(super) struct Total {
    pub(super) number: u32,
    pub(super) rests_on: TotalBasis,
    /// The day of the count, where the document gives one.
    pub(super) counted_on: Option<Date>,
}

impl Total {
    /// The total for a year's money, if it is a number by itself and known in
    /// that year.
    pub(super) fn of(
        package: &RegionPackage,
        total: &SyntheticTotal,
        sector: Sector,
        year: CalendarYear,
    ) -> Option<Total> {
        match total {
            SyntheticTotal::Figure { id, year: of } => {
                let of = of.or_else(|| year.previous())?;
                let figure = package.figure(sector, id)?;
                let value = figure.values.iter().find(|value| value.year == of.into())?;
                let rests_on = TotalBasis::Figure { id: id.clone(), year: of };
                Some(Total { number: figure.total(value)?, rests_on, counted_on: value.date })
            }
            SyntheticTotal::Parameter { key } => {
                let rests_on = TotalBasis::Parameter { key: key.clone() };
                Some(Total { number: parameter(package, key, year)?, rests_on, counted_on: None })
            }
            SyntheticTotal::Assumed(number) => Some(Total::assumed(*number)),
            SyntheticTotal::AssumedPerThousand { .. } | SyntheticTotal::Counts { .. } => None,
        }
    }

    pub(super) fn assumed(number: u32) -> Total {
        Total { number, rests_on: TotalBasis::Assumed, counted_on: None }
    }
}

/// The whole number that a parameter is in a year.
pub(super) fn parameter(package: &RegionPackage, key: &str, year: CalendarYear) -> Option<u32> {
    let values = package.values_of(&[key.to_owned()]);
    Parameters::new(values).count(key, year).ok().and_then(|count| u32::try_from(count).ok())
}
