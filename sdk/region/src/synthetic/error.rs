//! Why a region's totals do not make a synthetic dataset.

use swv_core::{CalendarYear, RegionId, Sector};

/// Why a region's totals do not make a synthetic dataset.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SyntheticError {
    /// The package does not say what to make.
    #[error("{region}: synthetic.toml says nothing of sector {sector}; add what a dataset of it is made of")]
    NothingToMake {
        /// The region.
        region: RegionId,
        /// The sector asked for.
        sector: Sector,
    },
    /// What cannot be missing has no total in the year.
    #[error(
        "{region} states no total of {what} of sector {sector} for the count that pays {year}, so no synthetic dataset can be made{}",
        known(.years)
    )]
    NoTotal {
        /// The region.
        region: RegionId,
        /// The sector.
        sector: Sector,
        /// The year of the money.
        year: CalendarYear,
        /// The quantity or the kind of recipient.
        what: String,
        /// The years for which it has all totals.
        years: Vec<CalendarYear>,
    },
    /// The recipients cannot hold what the region published.
    #[error(
        "{quantity}: the total of {total} does not fit in these recipients, who have room for {room}; \
         take more schools, or those of the whole region"
    )]
    DoesNotFit {
        /// The quantity.
        quantity: String,
        /// The total.
        total: u32,
        /// The most that the recipients can have.
        room: u64,
    },
}

impl SyntheticError {
    pub(super) fn no_total(region: &RegionId, sector: Sector, year: CalendarYear, what: &str) -> SyntheticError {
        SyntheticError::NoTotal { region: region.clone(), sector, year, what: what.to_owned(), years: Vec::new() }
    }
}

/// The years that there are totals for.
fn known(years: &[CalendarYear]) -> String {
    let years: Vec<_> = years.iter().map(CalendarYear::to_string).collect();
    if years.is_empty() { String::new() } else { format!("; there are totals for {}", years.join(", ")) }
}
