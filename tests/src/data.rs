//! Datasets and inputs.

use swv_core::{
    AllocationInput, AttributeKind, AttributeValue, BudgetFigures, CalendarYear, Dataset, DatasetQuantity, DatedValue,
    Facts, Money, Number, Parameters, PupilCount, QuantityColumn, Recipient, RecipientKind, SchoolKind, Sector, Unit,
    Value,
};
use swv_host::Region;

/// A calendar year.
pub fn year(year: u16) -> CalendarYear {
    CalendarYear::new(year).unwrap()
}

/// A dataset with every quantity that the region asks for: two recipients of
/// each kind with 50 to 149 of everything.
pub fn dataset_of(region: &Region) -> Dataset {
    dataset(region, 0)
}

/// Several such datasets, so that what a rule compares is larger in the one
/// and smaller in the other.
pub fn datasets_of(region: &Region) -> Vec<Dataset> {
    (0..8).map(|seed| dataset(region, seed)).collect()
}

fn dataset(region: &Region, seed: u64) -> Dataset {
    let schools = SchoolKind::ALL.map(RecipientKind::School);
    let kinds = schools.into_iter().chain([RecipientKind::Board, RecipientKind::Partnership]);
    let quantities = &region.description().quantities;
    let attributes = &region.description().attributes;
    let mut dataset = Dataset::of("proef", quantities.iter().map(|quantity| DatasetQuantity::new(&quantity.name)))
        .with_attributes(attributes.iter().map(|attribute| &attribute.name));
    dataset.synthetic = true;
    for (index, kind) in kinds.flat_map(|kind| [kind; 2]).enumerate() {
        let count = |at: usize| Some(PupilCount::Exact(50 + scattered(seed, index, at) % 100).into());
        let values = attributes.iter().enumerate().map(|(at, attribute)| {
            let drawn = scattered(seed, index, 1_000 + at) % 3;
            Some(match attribute.kind {
                AttributeKind::YesNo => AttributeValue::YesNo(drawn > 0),
                AttributeKind::Id => AttributeValue::Id(drawn.to_string()),
            })
        });
        let recipient = Recipient::new(format!("SYN-{index}"), format!("School {index}"), kind);
        dataset.push(recipient, (0..quantities.len()).map(count), values);
    }
    for subset in &region.package().manifest.subsets {
        let wholes = dataset.pupils(&subset.whole).unwrap();
        for part in &subset.parts {
            for (number, whole) in dataset.find_mut(part).unwrap().numbers.iter_mut().zip(&wholes) {
                let most = whole.exact().unwrap() * subset.times / u32::try_from(subset.parts.len()).unwrap();
                *number = Some(PupilCount::Exact(number.unwrap().pupils().exact().unwrap() % (most + 1)).into());
            }
        }
    }
    dataset
}

/// The same number for the same three on every machine: SplitMix64.
fn scattered(seed: u64, row: usize, column: usize) -> u32 {
    let mut mixed = (seed << 32 | (row as u64) << 16 | column as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    (mixed >> 33) as u32
}

/// Two schools of 10 and 20 pupils, for the hostile region: the year chooses
/// what it does.
pub fn hostile_input(of: u16) -> AllocationInput {
    let rate = |of: u16| DatedValue {
        key: "bedrag-per-leerling".into(),
        from: year(of).first_day(),
        until: Some(year(of).last_day()),
        value: Value::Money(Money::from_cents(450_00)),
    };
    AllocationInput {
        sector: Sector::Po,
        year: year(of).into(),
        kinds: vec![RecipientKind::School(SchoolKind::Bao); 2],
        quantities: vec![QuantityColumn::new("leerlingen", Unit::Pupils, [Number::Exact(10), Number::Exact(20)])],
        attributes: Vec::new(),
        parameters: Parameters::new(vec![rate(2024)]),
        facts: Facts::default(),
        budget: BudgetFigures::default(),
    }
}
