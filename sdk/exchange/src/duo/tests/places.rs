//! Which SWV a location belongs to.

use swv_core::{PupilCount, SchoolKind};

use super::*;

fn possible(case: &report::MunicipalityCase) -> Vec<&str> {
    case.possible.iter().map(SwvNumber::as_str).collect()
}

#[test]
fn areas_1165_and_2064_are_of_po2704_though_they_stand_in_haarlemmermeer() {
    let files = Files::new()
        .location("08VO00", "1165 HB", "0394;HAARLEMMERMEER")
        .location("05BC00", "2064 XT", "0394;HAARLEMMERMEER")
        .location("21AA00", "2131 AA", "0394;HAARLEMMERMEER");
    assert_eq!(ids(&files.imported()), ["05BC00", "08VO00", "12AB00"]);
    assert_eq!(ids(&files.import("PO2710", None).unwrap()), ["21AA00"]);
}

#[test]
fn a_special_school_is_placed_where_all_of_its_municipality_is_in_one_swv() {
    let import = Files::new().pupils("14WV00", "SBO", "392;HAARLEM", "240;239").imported();
    let school = recipient(&import, "14WV00");
    assert_eq!(school.kind, swv_core::RecipientKind::School(SchoolKind::Sbo));
    assert_eq!(school.municipality, Some("0392".parse().unwrap()));
    assert_eq!(school.postcode, None);
    assert_eq!(pupils(&import, "14WV00"), PupilCount::Exact(239));
    let [case] = import.report.placed_by_municipality.as_slice() else { panic!("one is placed by municipality") };
    assert_eq!((case.location.as_str(), &case.because), ("14WV00", &NoPostcode::NotInLocations));
    assert_eq!(possible(case), ["PO2704"]);
}

#[test]
fn a_municipality_into_which_one_of_another_swv_merged_places_nothing() {
    let files = Files::new()
        .location("05BC00", "2064 XT", "0394;HAARLEMMERMEER")
        .location("21AA00", "2131 AA", "0394;HAARLEMMERMEER")
        .pupils("02WW00", "SBO", "394;HAARLEMMERMEER", "90;86");
    for swv in ["PO2704", "PO2710"] {
        let import = files.import(swv, None).unwrap();
        assert!(!ids(&import).contains(&"02WW00"));
        let [case] = import.report.not_placed.as_slice() else { panic!("one is not placed") };
        assert_eq!(case.municipality_is, MunicipalityIs::Split);
        assert_eq!(possible(case), ["PO2704", "PO2710"]);
        assert!(skips(&import, DuoFile::Pupils).contains(&(SkipReason::MunicipalitySplit, 1)));
        let lines = import.report.lines(swv_core::Language::En).join("\n");
        assert!(lines.contains("HAARLEMMERMEER: municipality is split over PO2704, PO2710"), "{lines}");
    }
    let elsewhere = files.import("PO2401", None).unwrap();
    assert!(elsewhere.report.not_placed.is_empty(), "it cannot be of PO2401");
}

#[test]
fn a_merger_within_one_swv_splits_nothing() {
    let files = Files::new()
        .location("09AA00", "9711 AA", "0014;GRONINGEN")
        .location("09BB00", "9751 AA", "0014;GRONINGEN")
        .pupils("09CC00", "SO", "14;GRONINGEN", "90;86");
    assert_eq!(ids(&files.import("PO2001", None).unwrap()), ["09AA00", "09BB00", "09CC00"]);
}

#[test]
fn a_municipality_that_the_map_itself_splits_places_nothing() {
    let mut files = Files::new().pupils("14WV00", "SBO", "392;HAARLEM", "240;239");
    files.postcodes.extend(b"2019;Haarlem;PO2710;VO2710\n");
    let import = files.imported();
    assert_eq!(possible(&import.report.not_placed[0]), ["PO2704", "PO2710"]);
}

#[test]
fn a_municipality_younger_than_the_map_places_nothing_and_says_where_its_parts_lie() {
    let files = Files::new()
        .location("08AA00", "2064 AA", "1999;NIEUW LAND")
        .pupils("08BB00", "SBO", "1999;NIEUW LAND", "90;86")
        .pupils("08CC00", "SBO", "9999;ONBEKEND", "0;50");
    let import = files.imported();
    assert_eq!(ids(&import), ["08AA00", "12AB00"]);
    let cases: Vec<_> = import.report.not_placed.iter().map(|case| (case.location.as_str(), possible(case))).collect();
    assert_eq!(cases, [("08BB00", vec!["PO2704"]), ("08CC00", vec![])]);
    assert!(import.report.not_placed.iter().all(|case| case.municipality_is == MunicipalityIs::NotInMap));
}

#[test]
fn accents_and_hyphens_do_not_keep_a_municipality_from_being_found() {
    let files = Files::new().pupils("08BB00", "SBO", "1900;S\u{da}DWEST-FRYSL\u{c2}N", "90;86");
    assert_eq!(ids(&files.import("PO2101", None).unwrap()), ["08BB00"]);
}

#[test]
fn a_location_whose_area_is_younger_than_the_map_is_placed_by_municipality() {
    let files = Files::new().location("12CD00", "2099 AB", "0392;HAARLEM").location("12EF00", " ", "0392;HAARLEM");
    let import = files.imported();
    assert_eq!(ids(&import), ["12AB00", "12CD00", "12EF00"]);
    let because: Vec<_> = import.report.placed_by_municipality.iter().map(|case| case.because.clone()).collect();
    assert_eq!(because, [NoPostcode::NotInMap("2099AB".parse().unwrap()), NoPostcode::Empty]);
}

#[test]
fn a_regular_school_with_pupils_that_02_does_not_list_is_reported_with_its_pupils() {
    let import = Files::new().pupils("31VX00", "BO", "392;HAARLEM", "40;37").imported();
    assert_eq!(pupils(&import, "31VX00"), PupilCount::Exact(37));
    let case = &import.report.placed_by_municipality[0];
    assert_eq!((case.kind, case.pupils), (SchoolKind::Bao, PupilCount::Exact(37)));
    let lines = import.report.lines(swv_core::Language::Nl).join("\n");
    assert!(lines.contains("31VX00 School 31VX00 (bao, 37 leerlingen): in geen bestand met vestigingen"), "{lines}");
}

#[test]
fn a_vso_location_is_left_to_the_swv_of_secondary_education() {
    let import = Files::new().pupils("18EC03", "VSO", "392;HAARLEM", "450;469").imported();
    assert_eq!(ids(&import), ["12AB00"]);
    assert_eq!(skips(&import, DuoFile::Pupils), [(SkipReason::OtherSector, 1)]);
}

#[test]
fn the_kind_in_06_holds_for_a_location_that_02_lists() {
    let files =
        Files::new().location("12CD00", "2011 AB", "0392;HAARLEM").pupils("12CD00", "SBO", "392;HAARLEM", "9;9");
    let kind = recipient(&files.imported(), "12CD00").kind;
    assert_eq!(kind, swv_core::RecipientKind::School(SchoolKind::Sbo));
}
