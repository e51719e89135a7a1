//! The real files, which are not part of the project.

use std::path::PathBuf;

use swv_core::{PupilCount, SchoolKind};
use swv_test_support::duo_files;

use super::*;

fn import_real(swv: &str, year: Option<u16>) -> Option<Import> {
    let files = duo_files()?;
    let open = |file: &PathBuf| std::fs::File::open(file).unwrap();
    let name = |file: &PathBuf| file.file_name().unwrap().to_str().unwrap().to_owned();
    let names = files.each_ref().map(name);
    let [locations, pupils, postcodes] = [0, 1, 2].map(|at| Input::new(&names[at], open(&files[at]), 0));
    let files =
        DuoFiles { locations: vec![locations], pupils: vec![pupils], postcodes: Some(postcodes), members: None };
    let year = year.map(|year| CalendarYear::new(year).unwrap());
    let import = import(files, &swv.parse().unwrap(), year, &mut |_| {}).unwrap();
    check_accounted(&import.report);
    assert_eq!(import.dataset.check(), Ok(()));
    Some(import)
}

/// Locations and pupils of each kind.
#[track_caller]
fn check_totals(import: &Import, expected: &[(SchoolKind, usize, u32)]) {
    let totals: Vec<_> =
        import.report.totals.iter().map(|total| (total.kind, total.locations, total.pupils.exact().unwrap())).collect();
    assert_eq!(totals, expected);
}

/// Rows read and used of the map, 02 and 06.
fn rows(import: &Import) -> Vec<(usize, usize)> {
    import.report.files.iter().map(|file| (file.read, file.used)).collect()
}

#[test]
fn zuid_kennemerland_has_69_regular_locations_at_duo() {
    let Some(import) = import_real("PO2704", None) else {
        return;
    };
    check_totals(
        &import,
        &[
            (SchoolKind::Bao, 69, 20_500),
            (SchoolKind::Sbo, 4, 623),
            (SchoolKind::So, 1, 144),
            (SchoolKind::SoVso, 4, 474),
        ],
    );
    assert_eq!(rows(&import), [(4_046, 37), (6_122, 69), (9_737, 78)]);
    assert_eq!(
        skips(&import, DuoFile::Pupils),
        [
            (SkipReason::OtherSwv, 6_714),
            (SkipReason::OtherSector, 567),
            (SkipReason::NoPupils, 2_370),
            (SkipReason::MunicipalitySplit, 8),
        ]
    );
    for (location, area) in [("08VO00", "1165"), ("05BC00", "2064")] {
        let school = recipient(&import, location);
        assert_eq!(school.postcode.as_ref().unwrap().area().as_str(), area);
        assert_eq!(school.municipality.as_ref().unwrap().as_str(), "0394", "Haarlemmermeer");
    }
}

#[test]
fn zuid_kennemerland_comes_near_the_published_number_of_pupils() {
    // The support plan 2024-2028 (5.1.1) has 21,747 pupils in regular schools
    // on 1 February 2023; between October and February four-year-olds come in.
    // Two of the 71 have closed since, and are placed by their municipality.
    let Some(import) = import_real("PO2704", Some(2022)) else {
        return;
    };
    let total = &import.report.totals[0];
    assert_eq!((total.kind, total.locations, total.pupils), (SchoolKind::Bao, 71, PupilCount::Exact(20_790)));
    assert!(!import.dataset.columns[0].quantity.provisional);
}

#[test]
fn haarlemmermeer_has_44_regular_locations_and_8_special_ones_that_cannot_be_placed() {
    let Some(import) = import_real("PO2710", None) else {
        return;
    };
    check_totals(&import, &[(SchoolKind::Bao, 44, 12_212)]);
    assert_eq!(rows(&import), [(4_046, 29), (6_122, 44), (9_737, 44)]);
    let not_placed: Vec<&str> = import.report.not_placed.iter().map(|case| case.location.as_str()).collect();
    assert_eq!(not_placed, ["01JO18", "02WW00", "03CG00", "05PE00", "05ZN00", "18IS01", "19RS00", "23FA01"]);
    let possible = |case: &MunicipalityCase| case.possible == ["PO2704", "PO2710"].map(|swv| swv.parse().unwrap());
    assert!(import.report.not_placed.iter().all(possible));
    // The annual report 2024 has 12,669 regular pupils on 1 February 2024.
    let Some(before) = import_real("PO2710", Some(2023)) else {
        return;
    };
    assert_eq!(before.report.totals[0].pupils, PupilCount::Exact(12_145));
}

#[test]
fn almere_has_75_regular_locations_one_of_which_is_not_counted_yet() {
    let Some(import) = import_real("PO2401", None) else {
        return;
    };
    check_totals(
        &import,
        &[
            (SchoolKind::Bao, 75, 20_724),
            (SchoolKind::Sbo, 3, 576),
            (SchoolKind::So, 3, 286),
            (SchoolKind::SoVso, 3, 461),
        ],
    );
    assert_eq!(rows(&import), [(4_046, 42), (6_122, 75), (9_737, 83)]);
    assert_eq!(import.report.without_count, ["32LV00".parse().unwrap()]);
    assert_eq!(pupils(&import, "32LV00"), PupilCount::Unknown);
    assert!(import.report.not_placed.is_empty());
    let Some(before) = import_real("PO2401", Some(2022)) else {
        return;
    };
    assert_eq!(before.report.totals[0].pupils, PupilCount::between(20_036, 20_039).unwrap(), "one count is `<5`");
}

#[test]
fn broken_quotes_in_real_names_are_repaired() {
    let Some(import) = import_real("PO2507", None) else {
        return;
    };
    for file in &import.report.files[1..] {
        assert_eq!(file.names_cleaned, 3, "{:?}", file.file);
    }
}

#[test]
fn weesp_makes_amsterdam_a_split_municipality() {
    let Some(import) = import_real("PO2707", None) else {
        return;
    };
    assert_eq!(import.report.totals.len(), 1, "no special school can be placed");
    assert_eq!(import.report.not_placed.len(), 32);
    let young: Vec<&str> = import.report.files[1].skipped[1].examples.iter().map(String::as_str).collect();
    assert_eq!(young, ["31KB00", "31LR00"], "area 1384 is younger than the map");
}
