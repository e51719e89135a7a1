//! Counts, years, names and codes, and what the report says of them.

use swv_core::{Language, PupilCount};

use super::*;

#[test]
fn a_count_is_a_number_or_one_to_four_or_unknown() {
    for (text, count) in [
        ("0", PupilCount::Exact(0)),
        ("200", PupilCount::Exact(200)),
        ("<5", PupilCount::SUPPRESSED),
        ("-1", PupilCount::SUPPRESSED),
        ("", PupilCount::Unknown),
        (" ", PupilCount::Unknown),
    ] {
        let files = Files::new().location("12CD00", "2011 AB", "0392;HAARLEM").pupils(
            "12CD00",
            "BO",
            "392;HAARLEM",
            &format!("x;{text}"),
        );
        assert_eq!(pupils(&files.imported(), "12CD00"), count, "`{text}`");
    }
}

#[test]
fn the_latest_year_is_the_default_and_provisional() {
    let import = Files::new().imported();
    let quantity = &import.dataset.columns[0].quantity;
    assert_eq!((quantity.name.as_str(), quantity.provisional), ("leerlingen", true));
    assert_eq!(quantity.counted_on.unwrap().to_string(), "2025-10-01");
    assert_eq!(import.dataset.name, "duo-2025-PO2704");
    assert_eq!(pupils(&import, "12AB00"), PupilCount::Exact(200));
}

#[test]
fn an_earlier_year_is_final() {
    let import = Files::new().import("PO2704", Some(2024)).unwrap();
    let quantity = &import.dataset.columns[0].quantity;
    assert_eq!((quantity.counted_on.unwrap().to_string().as_str(), quantity.provisional), ("2024-10-01", false));
    assert_eq!(pupils(&import, "12AB00"), PupilCount::Exact(210));
}

#[test]
fn a_location_without_a_row_in_06_is_kept_with_an_unknown_count() {
    let import = Files::new().location("32LV00", "2011 AB", "0392;HAARLEM").imported();
    assert_eq!(pupils(&import, "32LV00"), PupilCount::Unknown);
    assert_eq!(import.report.without_count, ["32LV00".parse().unwrap()]);
    let total = &import.report.totals[0];
    assert_eq!((total.locations, total.pupils, total.unknown), (2, PupilCount::Exact(200), 1));
}

#[test]
fn a_location_without_pupils_is_left_out_unless_02_lists_it() {
    let import = Files::new()
        .location("12CD00", "2011 AB", "0392;HAARLEM")
        .pupils("12CD00", "BO", "392;HAARLEM", "9;0")
        .pupils("12EF00", "BO", "392;HAARLEM", "9;0")
        .pupils("12GH00", "SBO", "392;HAARLEM", "9;0")
        .imported();
    assert_eq!(ids(&import), ["12AB00", "12CD00"]);
    assert_eq!(skips(&import, DuoFile::Pupils), [(SkipReason::NoPupils, 2)]);
    assert_eq!(file(&import, DuoFile::Pupils).skipped[0].examples, ["12EF00", "12GH00"]);
}

#[test]
fn stray_quotes_are_taken_out_of_names_and_counted() {
    for (name, expected, cleaned) in [
        ("De Maasparel", "De Maasparel", 0),
        ("\"De Maasparel\"", "De Maasparel", 0),
        ("BS \"De Maasparel\"", "BS \"De Maasparel\"", 0),
        ("\"BS \"\"\"\"De Maasparel\"\"\"\"\"", "BS \"De Maasparel\"", 1),
        ("\"Basisschool \"\"Kla4\"\"\"", "Basisschool \"Kla4\"", 1),
        ("De Maas\"parel", "De Maasparel", 1),
    ] {
        let row = format!("N;41234;12CD;12CD00;{name};2011 AB;0392;HAARLEM");
        let import = Files::new().location_row(&row).imported();
        assert_eq!(recipient(&import, "12CD00").name, expected);
        assert_eq!(file(&import, DuoFile::Locations).names_cleaned, cleaned, "{name}");
    }
}

#[test]
fn a_location_code_of_two_digits_is_joined_with_the_school() {
    let files = Files::new()
        .location_row("N;41234;12CD;01;School;2011AB;0392;HAARLEM")
        .pupil_row("12CD;01;School;BO;41234;392;HAARLEM;9;8");
    let import = files.imported();
    assert_eq!(pupils(&import, "12CD01"), PupilCount::Exact(8));
}

#[test]
fn quoted_values_and_missing_leading_zeros_are_read() {
    let row = "\"N\";\"1234\";\"12CD\";\"12CD00\";\"School\";\"2011AB\";\"34\";\"ALMERE\"";
    let import = Files::new().location_row(row).imported();
    let school = recipient(&import, "12CD00");
    assert_eq!(school.board, Some("01234".parse().unwrap()));
    assert_eq!(school.municipality, Some("0034".parse().unwrap()));
    assert_eq!(school.postcode, Some("2011AB".parse().unwrap()));
}

#[test]
fn names_are_read_in_the_encoding_of_their_file() {
    let mut files = Files::new().pupils("14WV00", "SBO", "392;HAARLEM", "9;8");
    files.locations.extend(b"N;41234;12CD;12CD00;\x91t Oelebr\xF6d;2011 AB;0392;HAARLEM\r\n");
    files = files.pupil_row("14XX;14XX00;Pompebl\u{ea}d;SBO;41234;392;HAARLEM;9;8");
    files.pupils.splice(0..0, *b"\xEF\xBB\xBF");
    let import = files.imported();
    assert_eq!(recipient(&import, "12CD00").name, "\u{2018}t Oelebr\u{f6}d");
    assert_eq!(recipient(&import, "14XX00").name, "Pompebl\u{ea}d");
}

#[test]
fn the_same_files_give_the_same_dataset_in_the_order_of_codes() {
    let files =
        Files::new().location("11AA00", "2011 AB", "0392;HAARLEM").location("10AA00", "2011 AB", "0392;HAARLEM");
    let (first, second) = (files.imported(), files.imported());
    assert_eq!(ids(&first), ["10AA00", "11AA00", "12AB00"]);
    assert_eq!(first.dataset, second.dataset);
    assert_eq!(first.report, second.report);
}

#[test]
fn the_origins_are_names_and_digests() {
    let mut files = Files::new();
    files.postcodes = b"pc4;gemeente;swv_po\n2011;Haarlem;PO2704\n".to_vec();
    let origin = &files.imported().dataset.origins[0];
    assert_eq!(origin.file, "map.csv");
    assert_eq!(origin.digest, "sha256:b5285a641995d805edab8e55106f9328edcf482b551f40247b0747886b987bd9");
}

#[test]
fn a_pause_between_rows_is_no_row() {
    let mut files = Files::new();
    files.pupils.extend(b"\r\n\n");
    files = files.pupils("14WV00", "SBO", "392;HAARLEM", "9;8");
    files.pupils.extend(b"\r\n");
    assert_eq!(file(&files.imported(), DuoFile::Pupils).read, 2);
}

#[test]
fn reading_reports_its_progress_to_the_last_byte() {
    let files = Files::new();
    let mut seen: Vec<Progress> = Vec::new();
    import(files.opened(), &"PO2704".parse().unwrap(), None, &mut |progress| seen.push(progress)).unwrap();
    for file in ["map.csv", "02.csv", "06.csv"] {
        let last = seen.iter().rfind(|progress| progress.file == file).unwrap();
        assert_eq!(last.read, last.total, "{file}");
    }
}

#[test]
fn the_report_says_the_same_in_both_languages() {
    let report = Files::new().pupils("14WV00", "SBO", "392;HAARLEM", "9;<5").imported().report;
    let (nl, en) = (report.lines(Language::Nl), report.lines(Language::En));
    assert_eq!(nl.len(), en.len());
    assert_eq!(nl[0], "PO2704, leerlingen op 2025-10-01 (voorlopig): 2 vestigingen");
    assert_eq!(en[0], "PO2704, pupils on 2025-10-01 (provisional): 2 locations");
    assert_eq!(en[2], "  sbo: 1 location, 1-4 pupils");
}

#[test]
fn the_report_is_data_with_a_schema() {
    let report = Files::new().imported().report;
    let json = serde_json::to_value(&report).unwrap();
    assert_eq!(json["counted_on"], "2025-10-01");
    assert_eq!(json["files"][1]["file"], "locations");
    let schema = serde_json::to_value(schemars::schema_for!(ImportReport)).unwrap();
    assert!(schema["properties"]["not_placed"].is_object());
}
