//! A synthetic dataset from what a region publishes: as many schools and
//! pupils as it says, spread without knowledge of any real school.

use swv_core::{
    CalendarYear, Dataset, DatasetQuantity, Money, PupilCount, Recipient, RecipientKind, RemainderRule, SchoolKind,
    Sector,
};
use swv_host::{Digest, RegionPackage};

/// A dataset from the totals that a region publishes of the year before, and
/// the digest of its JSON; none when it publishes none.
pub(crate) fn from_published_totals(
    package: &RegionPackage,
    sector: Sector,
    year: CalendarYear,
) -> Option<(Dataset, Digest)> {
    let counted = year.previous()?;
    let schools = usize::try_from(published(package, sector, "scholen-regulier", |_| true)?).ok()?;
    let pupils = published(package, sector, "leerlingen-regulier", |of| of == counted)?;
    let id = &package.manifest.id;
    let counts = spread(pupils, schools, seed(id.as_str()))?;
    let recipient = |(index, count): (usize, u32)| Recipient {
        id: format!("SYN-{:04}", index + 1),
        name: format!("Synthetische school {}", index + 1),
        kind: RecipientKind::School(SchoolKind::Bao),
        board: None,
        municipality: None,
        postcode: None,
        counts: [("leerlingen".to_owned(), PupilCount::Exact(count))].into(),
    };
    let dataset = Dataset {
        name: format!("synthetic-{id}-{year}"),
        synthetic: true,
        swv: package.manifest.swv.iter().find(|entry| entry.sector == sector).map(|entry| entry.number.clone()),
        origins: Vec::new(),
        quantities: vec![DatasetQuantity { name: "leerlingen".into(), counted_on: None, provisional: false }],
        recipients: counts.into_iter().enumerate().map(recipient).collect(),
    };
    let digest = Digest::of(&serde_json::to_vec(&dataset).ok()?);
    Some((dataset, digest))
}

/// The years of money for which a dataset can be made.
pub(crate) fn years(package: &RegionPackage, sector: Sector) -> Vec<CalendarYear> {
    let pupils = package.figure(sector, "leerlingen-regulier").map_or(&[][..], |figure| &figure.values);
    let years = pupils.iter().filter_map(|value| value.year.next());
    years.filter(|year| from_published_totals(package, sector, *year).is_some()).collect()
}

fn published(package: &RegionPackage, sector: Sector, id: &str, of: impl Fn(CalendarYear) -> bool) -> Option<u32> {
    let values = &package.figure(sector, id)?.values;
    values.iter().rfind(|value| of(value.year) && value.approximate.is_none())?.value.as_deref()?.parse().ok()
}

/// Divides the pupils over schools whose sizes differ by a factor of five at
/// most; every pupil is in one school.
fn spread(pupils: u32, schools: usize, mut state: u64) -> Option<Vec<u32>> {
    let weights: Vec<u64> = (0..schools).map(|_| 100 + next(&mut state) % 401).collect();
    let whole = Money::from_cents(i64::from(pupils));
    let division = whole.divide_pro_rata(&weights, RemainderRule::LargestFractions).ok()?;
    division.shares.iter().map(|share| u32::try_from(share.cents()).ok()).collect()
}

/// The same region has the same schools on every machine.
fn seed(id: &str) -> u64 {
    id.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

/// SplitMix64.
fn next(state: &mut u64) -> u64 {
    *state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let mut mixed = *state;
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    mixed ^ (mixed >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_pupil_is_in_one_school_and_the_same_one_each_time() {
        let counts = spread(21_747, 86, seed("zuid-kennemerland")).unwrap();
        assert_eq!(counts.iter().sum::<u32>(), 21_747);
        assert_eq!(counts, spread(21_747, 86, seed("zuid-kennemerland")).unwrap());
        assert_ne!(counts, spread(21_747, 86, seed("almere")).unwrap());
    }

    #[test]
    fn without_schools_there_is_no_dataset() {
        assert_eq!(spread(21_747, 0, 1), None);
    }
}
