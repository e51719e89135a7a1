//! What is wrong with a file is said with its place, its rule and a way out.

use super::*;

#[track_caller]
fn check(files: &Files, expected: &str) {
    let error = files.error();
    assert!(error.contains(expected), "{error}\ndoes not have\n{expected}");
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

#[test]
fn a_number_that_the_map_lacks_is_refused_with_the_nearest() {
    let error = Files::new().import("PO2740", None).unwrap_err().to_string();
    assert!(error.ends_with("map.csv: no area or school belongs to PO2740; the nearest numbers in the file are PO2710, PO2704, PO2401, PO2101, PO2001"), "{error}");
}

#[test]
fn a_file_that_breaks_off_is_named() {
    struct Broken;
    impl std::io::Read for Broken {
        fn read(&mut self, _: &mut [u8]) -> std::io::Result<usize> {
            Err(std::io::Error::other("the disk is gone"))
        }
    }
    let files = Files::new();
    let broken = DuoFiles { pupils: vec![Input::new("duo/06.csv", Broken, 0)], ..files.opened() };
    let error = import(broken, &"PO2704".parse().unwrap(), None, &mut |_| {}).unwrap_err();
    assert_eq!(error.to_string(), "duo/06.csv: cannot be read: the disk is gone");
}

#[test]
fn an_empty_file_and_a_header_alone_are_refused() {
    for bytes in [b"".to_vec(), b"\r\n\r\n".to_vec(), format!("{LOCATIONS}\r\n").into_bytes()] {
        check(&Files { locations: bytes, ..Files::new() }, "02.csv: is empty");
    }
}

#[test]
fn another_delimiter_is_named() {
    let locations = text(&Files::new().locations).replace(';', "|").into_bytes();
    check(
        &Files { locations, ..Files::new() },
        "02.csv:1: the header is divided by `|`; save the file with `;` or `,`",
    );
}

#[test]
fn a_renamed_column_is_named_with_what_may_be_it() {
    let locations = text(&Files::new().locations).replace("POSTCODE", "POSTKODE").into_bytes();
    check(&Files { locations, ..Files::new() }, "02.csv:1: column POSTCODE is missing; is POSTKODE the one?");
}

#[test]
fn a_column_with_a_meaning_of_its_own_is_never_advised() {
    for (column, renamed) in [
        ("GEMEENTENUMMER", "PLAATSNAAM"),
        ("POSTCODE", "POSTCODE CORRESPONDENTIEADRES"),
        ("GEMEENTENAAM", "GEMEENTENUMMER_OUD"),
    ] {
        let locations = text(&Files::new().locations).replacen(column, renamed, 1).into_bytes();
        let error = Files { locations, ..Files::new() }.error();
        assert!(error.contains(&format!("column {column} is missing; the header has ")), "{error}");
    }
}

#[test]
fn another_file_of_duo_is_named_with_where_it_goes() {
    let files = Files::new();
    let expected = "02.csv: is DUO's file 06 of primary education (historisch overzicht aantal leerlingen per \
                    schoolvestiging); give it as pupils, and as locations DUO's file 02 of primary education";
    check(&Files { locations: files.pupils, pupils: files.locations, ..Files::new() }, expected);
    let main = "PROVINCIE;BEVOEGD GEZAG NUMMER;INSTELLINGSCODE;INSTELLINGSNAAM;POSTCODE\n;41234;12AB;De Boog;2011 AB\n";
    let expected = "02.csv: is DUO's file of main locations (hoofdvestigingen), without the other ones; as locations \
                    this import reads DUO's file 02 of primary education";
    check(&Files { locations: main.into(), ..Files::new() }, expected);
    let map = Files { pupils: POSTCODES.into(), ..Files::new() };
    check(
        &map,
        "06.csv: is the map from postcode areas to partnerships (pc4, gemeente, swv_po, swv_vo); give it as postcodes",
    );
}

#[test]
fn a_column_that_stands_twice_is_refused() {
    let locations = text(&Files::new().locations).replace("PROVINCIE", "POSTCODE").into_bytes();
    check(&Files { locations, ..Files::new() }, "02.csv:1: column POSTCODE stands twice");
}

#[test]
fn a_row_that_is_cut_short_or_too_long_is_named_by_its_line() {
    check(
        &Files::new().pupil_row("12CD;12CD00;Scho"),
        "06.csv:3: 3 values where the header has 9; the row is cut short: complete it",
    );
    let mut files = Files::new();
    files.pupils.extend(b"\r\n\n12CD;12CD00;Scho");
    check(&files, "06.csv:5: 3 values where the header has 9");
    let files = Files::new().location_row("N;41234;12CD;12CD00;De Regen;boog;2011 AB;0392;HAARLEM");
    check(&files, "02.csv:3: 9 values where the header has 8; a value holds a `;`");
}

#[test]
fn a_last_number_that_may_be_cut_short_is_refused() {
    let mut files = Files::new();
    files.pupils.truncate(files.pupils.len() - "0\r\n".len());
    check(&files, "06.csv:2: the last line has no line end, so its last value may be cut short");
}

#[test]
fn a_byte_that_is_no_character_is_refused_with_line_and_place() {
    let mut undefined = Files::new();
    undefined.locations.extend(b"N;41234;12CD;12CD00;Oelebr\x81d;2011 AB;0392;HAARLEM\r\n");
    check(
        &undefined,
        "02.csv:3: byte 0x81, number 27 in the line, is no character, so the file is not in Windows-1252",
    );
    let mut mixed = Files::new().location_row("N;41234;12CD;12CD00;Oelebr\u{f6}d;2011 AB;0392;HAARLEM");
    mixed.locations.extend(b"N;41234;12EF;12EF00;Oelebr\xF6d;2011 AB;0392;HAARLEM\r\n");
    check(&mixed, "02.csv:3: byte 0xC3, number 27 in the line, begins a character of UTF-8");
}

#[test]
fn what_powershell_writes_is_said_in_so_many_words() {
    let utf_16 = text(&Files::new().pupils).encode_utf16().flat_map(u16::to_le_bytes).collect();
    check(
        &Files { pupils: utf_16, ..Files::new() },
        "06.csv: is UTF-16, as `>` of Windows PowerShell writes; save it as UTF-8",
    );
}

#[test]
fn a_count_that_is_no_count_is_refused() {
    for value in ["-2", "tien", "1.5", "+5", "<10", "4294967296", "1 000"] {
        let files = Files::new().pupils("12CD00", "BO", "392;HAARLEM", &format!("9;{value}"));
        check(&files, &format!("06.csv:3: LEERLINGEN_2025 is `{value}`: a number of pupils is a whole number from 0"));
        assert!(files.import("PO2704", Some(2024)).is_ok(), "only the year asked for is read");
    }
}

#[test]
fn a_year_that_the_file_lacks_is_refused_with_those_it_has() {
    let error = Files::new().import("PO2704", Some(2026)).unwrap_err().to_string();
    assert!(
        error.ends_with("06.csv: has no column LEERLINGEN_2026; it has 2024 to 2025: ask for one of these years"),
        "{error}"
    );
}

#[test]
fn a_location_or_area_with_two_rows_is_refused_with_both_lines() {
    let files = Files::new().location("12AB00", "2011 AB", "0392;HAARLEM");
    check(&files, "02.csv:3: location 12AB00 stands at line 2 too");
    check(&Files::new().pupils("12AB00", "BO", "392;HAARLEM", "9;8"), "06.csv:3: location 12AB00 stands at line 2 too");
    let mut files = Files::new();
    files.postcodes.extend(b"2011;Haarlem;PO2704;VO2704\n");
    check(&files, "map.csv:11: postcode area 2011 stands at line 4 too");
}

#[test]
fn a_code_that_is_no_code_is_refused() {
    let row = |row: &str| Files::new().location_row(row);
    check(
        &row("N;41234;12CD;12cd00;School;2011 AB;0392;HAARLEM"),
        "02.csv:3: VESTIGINGSCODE: `12cd00` is not a location code",
    );
    check(&row("N;41234;12CD;12CD00;School;2011;0392;HAARLEM"), "02.csv:3: POSTCODE: `2011` is not a postcode");
    check(
        &row("N;412345;12CD;12CD00;School;2011 AB;0392;HAARLEM"),
        "02.csv:3: BEVOEGD GEZAG NUMMER: `412345` is not a board",
    );
    check(
        &row("N;41234;12CD;12CD00;School;2011 AB;GM0392;HAARLEM"),
        "02.csv:3: GEMEENTENUMMER: `GM0392` is not a municip",
    );
    check(
        &Files::new().pupils("12CD00", "HBO", "392;HAARLEM", "9;8"),
        "06.csv:3: SOORT_VESTIGING is `HBO`: a kind of school is",
    );
    for (line, expected) in [
        ("201;Haarlem;PO2704;VO2704\n", "map.csv:11: pc4: `201` is not a postcode area"),
        ("2012;Haarlem;2704;VO2704\n", "map.csv:11: swv_po: `2704` is not the number of an SWV"),
        ("2012;Haarlem;VO2704;VO2704\n", "map.csv:11: swv_po is `VO2704`: this column has the partnership of primary"),
    ] {
        let mut files = Files::new();
        files.postcodes.extend(line.as_bytes());
        check(&files, expected);
    }
}

#[test]
fn counts_that_do_not_fit_in_a_sum_are_refused() {
    let files = Files::new().pupils("14WV00", "BO", "392;HAARLEM", "9;4294967295");
    let error = files.import("PO2704", None).unwrap_err().to_string();
    assert!(error.starts_with("location 14WV00: 200 plus 4294967295 pupils does not fit"), "{error}");
}
