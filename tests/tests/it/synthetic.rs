//! Synthetic datasets: whatever the seed, they add up to what the region
//! published, keep within their limits, and say that they are made up.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use proptest::prelude::*;
use swv_core::{AttributeValue, Dataset, DatasetOrigin, PupilCount, RecipientKind, SchoolKind, Sector, TotalBasis};
use swv_exchange::Input;
use swv_exchange::duo::DuoFiles;
use swv_host::{Digest, Region, RegionError, Schools, SyntheticError, WhyUnknown};
use swv_test_support::duo_files;
use swv_tests::{Files, region, year};

/// The regions and sectors that have rules for an allocation.
const ALLOCATED: [(&str, Sector); 3] =
    [("zuid-kennemerland", Sector::Po), ("almere", Sector::Po), ("almere", Sector::Vo)];

fn loaded(id: &str) -> &'static Region {
    static REGIONS: OnceLock<BTreeMap<&str, Region>> = OnceLock::new();
    let load = || ["almere", "zuid-kennemerland"].into_iter().map(|id| (id, region(id))).collect();
    &REGIONS.get_or_init(load)[id]
}

fn generated(id: &str, sector: Sector, seed: u32) -> Dataset {
    loaded(id).generate(sector, year(2024), seed, None).unwrap().dataset
}

/// The sum of a quantity over the recipients of some kinds, or how many of
/// them have an attribute.
fn total(dataset: &Dataset, name: &str, kinds: &[RecipientKind]) -> u32 {
    let rows = dataset.recipients.iter().enumerate().filter(|(_, recipient)| kinds.contains(&recipient.kind));
    match dataset.find(name) {
        Some(column) => rows.map(|(row, _)| column.pupils(row).exact().unwrap()).sum(),
        None => {
            let attribute = dataset.attributes.iter().find(|attribute| attribute.name == name).unwrap();
            rows.map(|(row, _)| u32::from(attribute.values[row] == Some(AttributeValue::YesNo(true)))).sum()
        }
    }
}

fn exact(dataset: &Dataset, row: usize, name: &str) -> u32 {
    dataset.find(name).and_then(|column| column.pupils(row).exact()).unwrap_or(0)
}

const BAO: RecipientKind = RecipientKind::School(SchoolKind::Bao);
const SBO: RecipientKind = RecipientKind::School(SchoolKind::Sbo);
const SO: RecipientKind = RecipientKind::School(SchoolKind::So);

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    // The numbers are those of the plan: 9.1.1, 5.1.1, 2.3 and 5.1.2.
    #[test]
    fn the_totals_are_those_that_the_plan_states(seed in any::<u32>()) {
        let dataset = generated("zuid-kennemerland", Sector::Po, seed);
        let number = |kind| dataset.recipients.iter().filter(|recipient| recipient.kind == kind).count();
        prop_assert_eq!((number(BAO), number(SBO), number(SO)), (86, 3, 3));
        for (quantity, kind, expected) in [
            ("leerlingen", BAO, 21_747),
            ("plaatsen-day-a-week-school", BAO, 125),
            ("leerlingen-ikc", SBO, 620),
            ("leerlingen-ikc-in-afspraak", SBO, 620),
            ("leerlingen-ikc", RecipientKind::Partnership, 109),
            ("so-ingeschreven-1-februari", SO, 338),
        ] {
            prop_assert_eq!(total(&dataset, quantity, &[kind]), expected, "{}", quantity);
        }
    }

    #[test]
    fn what_is_recorded_is_what_the_counts_add_up_to(seed in any::<u32>()) {
        for (id, sector) in ALLOCATED {
            let dataset = generated(id, sector, seed);
            let generation = dataset.generated.as_ref().unwrap();
            prop_assert_eq!((generation.seed, generation.year), (seed, year(2024)));
            for made in &generation.totals {
                prop_assert_eq!(total(&dataset, &made.quantity, &made.kinds), made.total, "{} {}", id, made.quantity);
                if let TotalBasis::Figure { id: figure, year } = &made.rests_on {
                    let figure = loaded(id).package().figure(sector, figure).unwrap();
                    let value = figure.values.iter().find(|value| value.year == (*year).into()).unwrap();
                    prop_assert_eq!(value.value.clone(), Some(made.total.to_string()));
                }
            }
        }
    }

    #[test]
    fn no_part_is_larger_than_what_it_is_part_of(seed in any::<u32>()) {
        let dataset = generated("zuid-kennemerland", Sector::Po, seed);
        for row in 0..dataset.recipients.len() {
            let of = |name: &str| exact(&dataset, row, name);
            let exempt = ["voorschoolse-tlv", "opvanghuis", "internationale-taalklas", "bestuurscommissie"];
            let exempt: u32 = exempt.iter().map(|group| of(&format!("plaatsingen-{group}"))).sum();
            prop_assert!(exempt <= of("plaatsingen-gespecialiseerd"));
            prop_assert!(of("plaatsingen-gespecialiseerd") <= of("leerlingen"));
            for category in ["ikc", "so-categorie-1", "so-categorie-2", "so-categorie-3"] {
                let months = of(&format!("maanden-vertrek-tlv-op-basisschool-{category}"));
                let pupils = of(&format!("tlv-op-basisschool-{category}"));
                prop_assert!(months <= 11 * pupils);
            }
        }
        for sector in [Sector::Po, Sector::Vo] {
            let dataset = generated("almere", sector, seed);
            for row in 0..dataset.recipients.len() {
                let (months, pupils) = ("maanden-maatwerkbudget", "leerlingen-maatwerkbudget");
                prop_assert!(exact(&dataset, row, months) <= 3 * exact(&dataset, row, pupils));
            }
        }
    }

    #[test]
    fn who_is_enrolled_on_1_june_was_so_on_1_february_or_came_and_did_not_leave(seed in any::<u32>()) {
        let mut schools = 0;
        for (id, sector, before) in [
            ("zuid-kennemerland", Sector::Po, "so-"),
            ("almere", Sector::Po, ""),
            ("almere", Sector::Vo, ""),
        ] {
            let dataset = generated(id, sector, seed);
            let enrolled = dataset.find(&format!("{before}ingeschreven-1-juni")).unwrap();
            for (row, june) in enrolled.numbers.iter().enumerate() {
                let Some(june) = june else { continue };
                let flow = |word: &str| -> u32 {
                    let flows = dataset.columns.iter().filter(|column| column.quantity.name.contains(word));
                    flows.filter_map(|column| column.pupils(row).exact()).sum()
                };
                let february = exact(&dataset, row, &format!("{before}ingeschreven-1-februari"));
                prop_assert_eq!(june.pupils().exact().unwrap(), february + flow("instroom-") - flow("uitstroom-"));
                schools += 1;
            }
        }
        prop_assert_eq!(schools, 3 + 6 + 3);
    }

    #[test]
    fn the_same_seed_gives_the_same_dataset_and_another_one_another(seed in any::<u32>()) {
        for (id, sector) in ALLOCATED {
            let dataset = generated(id, sector, seed);
            prop_assert_eq!(&dataset, &generated(id, sector, seed));
            prop_assert_ne!(dataset.columns, generated(id, sector, seed.wrapping_add(1)).columns);
        }
    }
}

#[test]
fn a_dataset_says_that_it_is_made_up_and_no_register_has_its_recipients() {
    for (id, sector) in ALLOCATED {
        let dataset = generated(id, sector, 5);
        assert_eq!(dataset.check(), Ok(()));
        assert!(
            dataset.synthetic && dataset.name == format!("synthetic-{id}-{sector}-2024-seed-5"),
            "{}",
            dataset.name
        );
        for recipient in &dataset.recipients {
            assert!(recipient.id.starts_with("SYN-") && recipient.name.starts_with("Synthetisch"), "{recipient:?}");
            assert!(recipient.id.parse::<swv_core::LocationCode>().is_err());
        }
    }
}

#[test]
fn every_quantity_of_every_region_is_made_in_one_of_its_sectors() {
    for id in ["almere", "zuid-kennemerland"] {
        let sectors = ALLOCATED.iter().filter(|(of, _)| *of == id);
        let made: BTreeSet<_> = sectors
            .flat_map(|(_, sector)| generated(id, *sector, 0).columns)
            .map(|column| column.quantity.name)
            .collect();
        let asked = loaded(id).description().quantities.iter().map(|quantity| quantity.name.clone()).collect();
        assert_eq!(made, asked, "{id}");
    }
}

#[test]
fn every_rule_of_zuid_kennemerland_has_something_to_do() {
    let region = loaded("zuid-kennemerland");
    let dataset = generated("zuid-kennemerland", Sector::Po, 0);
    let report = region.allocate(Sector::Po, year(2024), &dataset, Digest::of(b"")).unwrap();
    assert!(report.missing.iter().all(|missing| missing.recipient.is_some()), "{:?}", report.missing);
    assert_eq!(report.rules.len(), 13);
    assert_eq!(report.warnings, []);
}

#[test]
fn a_day_of_count_is_that_of_the_published_total() {
    let dataset = generated("zuid-kennemerland", Sector::Po, 0);
    let day = |name: &str| dataset.find(name).unwrap().quantity.counted_on.map(|day| day.to_string());
    assert_eq!(day("leerlingen").as_deref(), Some("2023-02-01"));
    // Its invoices rest on a number without a day.
    assert_eq!(day("leerlingen-ikc"), None);
}

/// The blocks of `synthetic.toml`, without those that this text is in.
fn without_blocks(text: &str) -> Files {
    let files = Files::of("zuid-kennemerland");
    let all = files.text("synthetic.toml");
    let kept: Vec<_> = all.split("\n[[").filter(|block| !block.contains(text)).collect();
    files.with("synthetic.toml", kept.join("\n[["))
}

#[test]
fn a_quantity_without_entry_stays_unknown_and_is_never_zero() {
    let region = without_blocks("name = \"maanden-terugplaatsing\"").load().unwrap();
    let made = region.generate(Sector::Po, year(2024), 0, None).unwrap();
    let unknown: Vec<_> = made.unknown.iter().map(|left| (left.quantity.as_str(), left.because.clone())).collect();
    assert_eq!(unknown, [("maanden-terugplaatsing", WhyUnknown::NoEntry)]);
    assert_eq!(made.dataset.pupils("maanden-terugplaatsing"), None);
    let report = region.allocate(Sector::Po, year(2024), &made.dataset, Digest::of(b"")).unwrap();
    let missing: Vec<_> = report.missing.iter().filter(|missing| missing.recipient.is_none()).collect();
    assert_eq!(missing.iter().map(|missing| missing.what.as_str()).collect::<Vec<_>>(), ["maanden-terugplaatsing"]);
}

#[test]
fn what_rests_on_an_unknown_total_or_kind_is_unknown_too() {
    let two = ["bao", "so"].map(|kind| (kind, PupilCount::Exact(30_000)));
    // The schools are real, so that 2026 needs no published number of pupils.
    let made = loaded("zuid-kennemerland").generate(Sector::Po, year(2026), 0, Some(schools("duo", two))).unwrap();
    let why = |quantity: &str| {
        let left = made.unknown.iter().find(|left| left.quantity == quantity);
        left.map(|left| left.because.clone()).unwrap()
    };
    assert_eq!(why("leerlingen-ikc-in-afspraak"), WhyUnknown::NoRecipient);
    assert_eq!(why("so-ingeschreven-1-februari"), WhyUnknown::NoTotal);
    assert_eq!(why("so-ingeschreven-1-september"), WhyUnknown::Needs("so-ingeschreven-1-februari".into()));
    assert_eq!(why("so-ingeschreven-1-juni"), WhyUnknown::Needs("so-ingeschreven-1-februari".into()));
    assert_eq!(made.dataset.pupils("so-ingeschreven-1-juni"), None);
}

/// Real schools with their pupils.
fn schools<'a>(name: &str, pupils: impl IntoIterator<Item = (&'a str, PupilCount)>) -> Schools {
    let recipient = |(index, (kind, pupils)): (usize, (&str, PupilCount))| serde_json::json!({ "id": format!("12AB{index:02}"), "name": "De Boog", "kind": kind, "counts": { "leerlingen": pupils } });
    let recipients: Vec<_> = pupils.into_iter().enumerate().map(recipient).collect();
    let dataset = serde_json::json!({
        "name": name, "synthetic": false, "swv": "PO2704",
        "quantities": [{ "name": "leerlingen", "counted_on": "2023-10-01", "provisional": true }],
        "recipients": recipients,
    });
    let origin = DatasetOrigin { file: format!("{name}.json"), digest: "sha256:0".into() };
    Schools { dataset: serde_json::from_value(dataset).unwrap(), origin }
}

#[test]
fn real_schools_keep_their_names_and_counts_and_the_whole_is_called_synthetic() {
    let counts = [PupilCount::Exact(300), PupilCount::SUPPRESSED, PupilCount::Unknown, PupilCount::Exact(0)];
    let real = schools("duo", counts.map(|count| ("bao", count)));
    let region = loaded("zuid-kennemerland");
    let made = region.generate(Sector::Po, year(2024), 3, Some(real.clone())).unwrap().dataset;
    assert_eq!(made.pupils("leerlingen"), Some(counts.to_vec()));
    assert!(
        made.recipients
            .iter()
            .zip(&real.dataset.recipients)
            .all(|(one, other)| (&one.id, &one.name) == (&other.id, &other.name))
    );
    assert_eq!((made.name.as_str(), made.synthetic), ("synthetic-duo-po-2024-seed-3", true));
    assert_eq!(made.origins, [real.origin]);
    let real: Vec<_> = made.quantities().filter(|column| column.synthetic == Some(false)).collect();
    assert_eq!(
        real.iter().map(|column| (column.name.as_str(), column.provisional)).collect::<Vec<_>>(),
        [("leerlingen", true)]
    );
    // Places for 125 go where there are pupils for certain.
    let places = made.pupils("plaatsen-day-a-week-school").unwrap();
    assert!(exact(&made, 0, "plaatsen-day-a-week-school") >= 124, "{places:?}");
    assert_eq!(places[2..], [PupilCount::Exact(0); 2]);
}

/// Four real schools for SBO with so many pupils of the IKC; of each whether it
/// is a location.
fn four_sbo(are: [Option<bool>; 4], pupils: Option<u32>) -> Dataset {
    let recipient = |(index, is): (usize, Option<bool>)| {
        let mut one = serde_json::json!({ "id": format!("12AB{index:02}"), "name": "De Boog", "kind": "sbo", "counts": { "leerlingen": 0 } });
        if let Some(pupils) = pupils {
            one["counts"]["leerlingen-ikc"] = pupils.into();
            one["counts"]["leerlingen-ikc-in-afspraak"] = pupils.into();
        }
        if let Some(is) = is {
            one["attributes"] = serde_json::json!({ "is-ikc": is });
        }
        one
    };
    let mut quantities = vec!["leerlingen"];
    quantities.extend(pupils.iter().flat_map(|_| ["leerlingen-ikc", "leerlingen-ikc-in-afspraak"]));
    let mut dataset = serde_json::json!({
        "name": "duo", "synthetic": false, "swv": "PO2704",
        "quantities": quantities.iter().map(|name| serde_json::json!({ "name": name })).collect::<Vec<_>>(),
        "recipients": are.into_iter().enumerate().map(recipient).collect::<Vec<_>>(),
    });
    if are.iter().any(Option::is_some) {
        dataset["attributes"] = serde_json::json!(["is-ikc"]);
    }
    serde_json::from_value(dataset).unwrap()
}

#[test]
fn what_a_real_school_is_is_not_made_up_and_pupils_of_the_ikc_go_to_its_locations_alone() {
    let region = loaded("zuid-kennemerland");
    let generate = |are| {
        let origin = DatasetOrigin { file: "duo.json".into(), digest: "sha256:0".into() };
        let bao = schools("duo", [("bao", PupilCount::Exact(30_000))]);
        let mut dataset: Dataset = four_sbo(are, None);
        dataset.recipients.extend(bao.dataset.recipients.into_iter().map(|mut school| {
            school.id = "99ZZ00".into();
            school
        }));
        dataset.columns.iter_mut().for_each(|column| column.numbers.push(Some(PupilCount::Exact(30_000).into())));
        dataset.attributes.iter_mut().for_each(|attribute| attribute.values.push(None));
        region.generate(Sector::Po, year(2024), 0, Some(Schools { dataset, origin })).unwrap()
    };
    let unknown = generate([None; 4]);
    let why = |quantity: &str| unknown.unknown.iter().find(|left| left.quantity == quantity).unwrap().because.clone();
    assert_eq!((why("is-ikc"), why("leerlingen-ikc")), (WhyUnknown::RealSchools, WhyUnknown::Needs("is-ikc".into())));
    let made = generate([Some(true), Some(false), Some(true), Some(true)]).dataset;
    let pupils = made.pupils("leerlingen-ikc").unwrap();
    assert_eq!(pupils[1], PupilCount::Unknown);
    assert_eq!([0, 2, 3].map(|row| exact(&made, row, "leerlingen-ikc")).iter().sum::<u32>(), 620);
}

#[test]
fn a_fourth_location_of_the_ikc_is_refused_and_an_unclear_one_leaves_all_open() {
    let region = loaded("zuid-kennemerland");
    let allocate = |are| region.allocate(Sector::Po, year(2024), &four_sbo(are, Some(42)), Digest::of(b""));
    let error = allocate([Some(true); 4]).unwrap_err().to_string();
    assert!(error.contains("is-ikc: 4 breaks the rule: the IKC has three locations"), "{error}");
    let report = allocate([Some(true), Some(true), None, Some(false)]).unwrap();
    assert_eq!(report.lines.len(), 0);
    let gaps: Vec<_> = report.missing.gaps().map(|gap| (gap.recipient.unwrap_or_default(), gap.what)).collect();
    let open = "the count of another location is not known, and the band is that of the IKC as a whole".to_owned();
    assert_eq!(
        gaps,
        [("12AB02".into(), "is-ikc".to_owned()), ("12AB00".into(), open.clone()), ("12AB01".into(), open)]
    );
}

#[test]
fn a_synthetic_dataset_that_is_filled_up_has_no_real_columns() {
    let mut schools = schools("proef", [("bao", PupilCount::Exact(300))]);
    schools.dataset.synthetic = true;
    let made = loaded("zuid-kennemerland").generate(Sector::Po, year(2024), 3, Some(schools)).unwrap().dataset;
    assert!(made.quantities().all(|column| column.synthetic.is_none()));
}

#[test]
fn schools_without_room_for_a_published_total_are_refused_with_both_numbers() {
    let few = schools("duo", [("bao", PupilCount::Exact(100))]);
    let error = loaded("zuid-kennemerland").generate(Sector::Po, year(2024), 0, Some(few)).unwrap_err();
    let expected =
        "plaatsen-day-a-week-school: the total of 125 does not fit in these recipients, who have room for 99";
    assert!(error.to_string().starts_with(expected), "{error}");
}

#[test]
fn schools_of_another_partnership_are_refused() {
    let mut schools = schools("buren", []);
    schools.dataset.swv = Some("PO2401".parse().unwrap());
    let error = loaded("zuid-kennemerland").generate(Sector::Po, year(2024), 0, Some(schools)).unwrap_err();
    assert!(matches!(error, RegionError::ForeignDataset { .. }), "{error}");
}

#[test]
fn a_year_without_published_totals_names_those_that_have_them() {
    let error = loaded("zuid-kennemerland").generate(Sector::Po, year(2026), 0, None).unwrap_err();
    let RegionError::Synthetic(SyntheticError::NoTotal { what, years, .. }) = &error else { panic!("{error}") };
    assert_eq!((what.as_str(), years.as_slice()), ("leerlingen", &[year(2024)][..]));
    assert!(error.to_string().ends_with("no synthetic dataset can be made; there are totals for 2024"), "{error}");
}

#[test]
fn a_kind_of_recipient_without_a_number_of_the_year_is_named() {
    let fixed = "{ figure = { id = \"locaties-ikc\", year = 2024 } }";
    let of_the_year = "{ figure = { id = \"locaties-ikc\" } }";
    let region = Files::of("zuid-kennemerland").replaced("synthetic.toml", fixed, of_the_year).load().unwrap();
    let error = region.generate(Sector::Po, year(2024), 0, None).unwrap_err();
    assert!(error.to_string().contains("states no total of sbo of sector po"), "{error}");
}

#[test]
fn a_region_that_says_nothing_of_synthetic_data_or_has_no_rules_makes_none() {
    let error = Files::of("zuid-kennemerland").without("synthetic.toml").load().unwrap();
    let error = error.generate(Sector::Po, year(2024), 0, None).unwrap_err();
    let expected = "zuid-kennemerland: synthetic.toml says nothing of sector po; add what a dataset of it is made of";
    assert_eq!(error.to_string(), expected);
    let error = region("haarlemmermeer").generate(Sector::Po, year(2024), 0, None).unwrap_err();
    assert!(error.to_string().contains("has no allocation capability"), "{error}");
    let error = loaded("zuid-kennemerland").generate(Sector::Vo, year(2024), 0, None).unwrap_err();
    assert!(matches!(error, RegionError::Sector { .. }), "{error}");
}

#[test]
fn the_real_schools_of_zuid_kennemerland_can_be_filled_up() {
    let Some([locations, pupils, postcodes]) = duo_files() else {
        return;
    };
    let open = |path: &std::path::Path| Input::new("", std::fs::File::open(path).unwrap(), 0);
    let (locations, pupils) = (vec![open(&locations)], vec![open(&pupils)]);
    let files = DuoFiles { locations, pupils, postcodes: Some(open(&postcodes)), members: None };
    let import = swv_exchange::duo::import(files, &"PO2704".parse().unwrap(), Some(year(2023)), &mut |_| {}).unwrap();
    let origin = DatasetOrigin { file: "zk.json".into(), digest: "sha256:0".into() };
    let schools = Schools { dataset: import.dataset.clone(), origin };
    for seed in 0..4 {
        let made = loaded("zuid-kennemerland").generate(Sector::Po, year(2024), seed, Some(schools.clone())).unwrap();
        assert_eq!(made.dataset.check(), Ok(()));
        assert_eq!(made.dataset.pupils("leerlingen"), import.dataset.pupils("leerlingen"));
        // DUO does not say which schools are an IKC; the rest is there.
        let unknown: Vec<_> = made.unknown.iter().map(|left| left.quantity.as_str()).collect();
        assert_eq!(unknown, ["is-ikc", "leerlingen-ikc", "leerlingen-ikc", "leerlingen-ikc-in-afspraak"]);
        for (quantity, total) in [("plaatsen-day-a-week-school", 125), ("so-ingeschreven-1-februari", 338)] {
            let counts = made.dataset.pupils(quantity).unwrap();
            assert_eq!(counts.iter().filter_map(|count| count.exact()).sum::<u32>(), total, "{quantity}");
        }
    }
}
