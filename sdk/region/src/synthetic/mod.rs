//! Synthetic datasets: recipients and counts that are made up, but add up to
//! what the region published.
//!
//! Everything follows from the seed by SHA-256 and whole numbers, so the same
//! seed gives the same dataset on every machine.

mod counts;
mod divide;
mod error;
mod total;

use swv_core::{
    CalendarYear, Dataset, DatasetOrigin, GeneratedRecipients, Generation, Recipient, RecipientKind, Sector,
};

pub use error::SyntheticError;

use crate::{Region, RegionError, SyntheticQuantity};
use divide::Chance;
use total::Total;

/// A synthetic dataset, and what could not be made of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Generated {
    /// The dataset; it says itself that it is synthetic and how it was made.
    pub dataset: Dataset,
    /// The quantities of the region's rules that stay unknown, each for some
    /// kinds of recipients or for all.
    pub unknown: Vec<LeftUnknown>,
}

/// A quantity of a region's rules that a synthetic dataset does not have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftUnknown {
    /// The quantity.
    pub quantity: String,
    /// For whom; none means for every recipient.
    pub kinds: Vec<RecipientKind>,
    /// Why.
    pub because: WhyUnknown,
}

/// Why a synthetic dataset lacks a quantity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WhyUnknown {
    /// `synthetic.toml` has no entry for it in this sector.
    NoEntry,
    /// There is no recipient of such a kind.
    NoRecipient,
    /// The total that it rests on has no value in the year.
    NoTotal,
    /// It follows from another quantity, which is unknown.
    Needs(String),
    /// It is what real schools are, which is not made up.
    RealSchools,
}

/// Schools to fill up: their dataset, and the file that it was read from.
#[derive(Clone, Debug)]
pub struct Schools {
    /// The schools and their counts.
    pub dataset: Dataset,
    /// The file.
    pub origin: DatasetOrigin,
}

impl Region {
    /// Makes a synthetic dataset for a year's money by the region's
    /// `synthetic.toml`. Schools that are given keep their names and counts,
    /// and the rest is made up; else everything is.
    ///
    /// # Errors
    /// [`RegionError`] when the region has no rules for an allocation of the
    /// sector, or the schools are those of another partnership;
    /// [`SyntheticError`] when its totals do not make a dataset.
    pub fn generate(
        &self,
        sector: Sector,
        year: CalendarYear,
        seed: u32,
        schools: Option<Schools>,
    ) -> Result<Generated, RegionError> {
        self.can_allocate(sector)?;
        if let Some(schools) = &schools {
            self.own(&schools.dataset)?;
        }
        generate(self, sector, year, seed, schools).map_err(|error| match error {
            SyntheticError::NoTotal { region, sector, year, what, .. } => {
                let years = years(self, sector);
                SyntheticError::NoTotal { region, sector, year, what, years }.into()
            }
            error => error.into(),
        })
    }
}

/// The years of money for which the region's own totals make a dataset.
fn years(region: &Region, sector: Sector) -> Vec<CalendarYear> {
    let figures = region.package().figures.figures.iter().filter(|figure| figure.sector == sector);
    let mut years: Vec<_> =
        figures.flat_map(|figure| &figure.values).filter_map(|value| value.year.calendar()?.next()).collect();
    years.sort();
    years.dedup();
    years.retain(|year| generate(region, sector, *year, 0, None).is_ok());
    years
}

fn generate(
    region: &Region,
    sector: Sector,
    year: CalendarYear,
    seed: u32,
    schools: Option<Schools>,
) -> Result<Generated, SyntheticError> {
    let id = region.id();
    let synthetic = &region.package().synthetic;
    let mut entries: Vec<_> = synthetic.quantities.iter().filter(|entry| entry.sector == sector).collect();
    if entries.is_empty() {
        return Err(SyntheticError::NothingToMake { region: id.clone(), sector });
    }
    let real_schools = schools.as_ref().is_some_and(|schools| !schools.dataset.synthetic);
    let (mut dataset, recipients) = match schools {
        Some(schools) => (filled_up(schools, sector, year, seed), Vec::new()),
        None => made_up(region, sector, year, seed)?,
    };
    let asked: Vec<_> = region.description().quantities_of(sector).collect();
    let left = |quantity: &str, kinds: &[RecipientKind], because| LeftUnknown {
        quantity: quantity.to_owned(),
        kinds: kinds.to_owned(),
        because,
    };
    entries.retain(|entry| !dataset.has(&entry.name));
    let has = |name: &str| entries.iter().any(|entry| entry.name == name) || dataset.has(name);
    let nothing_of = asked.iter().filter(|quantity| !has(&quantity.name));
    let mut unknown: Vec<_> = nothing_of.map(|quantity| left(&quantity.name, &[], WhyUnknown::NoEntry)).collect();
    let mut totals = Vec::new();
    let chance = Chance { seed, region: id.as_str(), sector };
    let has_attribute = |name: &str| dataset.attributes.iter().any(|attribute| attribute.name == name);
    let of_sector = |entry: &&SyntheticQuantity| entry.sector == sector && !has_attribute(&entry.name);
    let attributes: Vec<_> = synthetic.attributes.iter().filter(of_sector).collect();
    let mut attribute_totals = Vec::new();
    for entry in attributes {
        let made = match real_schools {
            true => Err(WhyUnknown::RealSchools),
            false => counts::make(region.package(), entry, year, &dataset, chance, 1)?,
        };
        match made {
            Ok(made) => attribute_totals.push(made.into_attribute_of(&mut dataset)),
            Err(because) => unknown.push(left(&entry.name, &entry.kinds, because)),
        }
    }
    for entry in entries {
        match counts::make(region.package(), entry, year, &dataset, chance, u32::MAX)? {
            Ok(made) => totals.push(made.into_column_of(&mut dataset)),
            Err(because) => unknown.push(left(&entry.name, &entry.kinds, because)),
        }
    }
    totals.extend(attribute_totals);
    if let Some(lacking) = asked.iter().find(|quantity| quantity.required && !dataset.has(&quantity.name)) {
        return Err(SyntheticError::no_total(id, sector, year, &lacking.name));
    }
    dataset.columns.sort_by_key(|column| asked.iter().position(|quantity| quantity.name == column.quantity.name));
    dataset.generated = Some(Generation { seed, year, recipients, totals });
    Ok(Generated { dataset, unknown })
}

/// A dataset of recipients that no register has, without counts.
fn made_up(
    region: &Region,
    sector: Sector,
    year: CalendarYear,
    seed: u32,
) -> Result<(Dataset, Vec<GeneratedRecipients>), SyntheticError> {
    let (package, id) = (region.package(), region.id());
    let (mut recipients, mut numbers) = (Vec::new(), Vec::new());
    for entry in package.synthetic.recipients.iter().filter(|entry| entry.sector == sector) {
        let Some(total) = Total::of(package, &entry.number, sector, year) else {
            return Err(SyntheticError::no_total(id, sector, year, &word(entry.kind)));
        };
        recipients.extend((0..total.number).map(|_| entry.kind));
        numbers.push(GeneratedRecipients { kind: entry.kind, number: total.number, rests_on: total.rests_on });
    }
    let recipient = |(index, kind): (usize, RecipientKind)| {
        Recipient::new(format!("SYN-{:04}", index + 1), format!("{} {}", name(kind), index + 1), kind)
    };
    let dataset = Dataset {
        name: format!("synthetic-{id}-{sector}-{year}-seed-{seed}"),
        synthetic: true,
        swv: package.manifest.swv.iter().find(|entry| entry.sector == sector).map(|entry| entry.number.clone()),
        recipients: recipients.into_iter().enumerate().map(recipient).collect(),
        ..Dataset::default()
    };
    Ok((dataset, numbers))
}

/// The real dataset, its columns marked as such where they are, under a name
/// that says that not everything in it is.
fn filled_up(schools: Schools, sector: Sector, year: CalendarYear, seed: u32) -> Dataset {
    let Schools { mut dataset, origin } = schools;
    if !dataset.synthetic {
        dataset.columns.iter_mut().for_each(|column| column.quantity.synthetic = Some(false));
    }
    dataset.name = format!("synthetic-{}-{sector}-{year}-seed-{seed}", dataset.name);
    dataset.synthetic = true;
    dataset.origins.push(origin);
    dataset
}

fn name(kind: RecipientKind) -> &'static str {
    match kind {
        RecipientKind::School(_) => "Synthetische school",
        RecipientKind::Board => "Synthetisch bestuur",
        RecipientKind::Partnership => "Synthetisch samenwerkingsverband",
        RecipientKind::Other => "Synthetische ontvanger",
    }
}

/// The name of a kind as a file has it.
fn word(kind: RecipientKind) -> String {
    match kind {
        RecipientKind::School(kind) => kind.to_string(),
        RecipientKind::Board => "board".to_owned(),
        RecipientKind::Partnership => "partnership".to_owned(),
        RecipientKind::Other => "other".to_owned(),
    }
}
