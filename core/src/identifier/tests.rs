use std::fmt::{Debug, Display};
use std::str::FromStr;

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::*;

/// Reads each text, which must come back unchanged, also through a file.
fn check_accepted<T>(texts: &[&str])
where
    T: FromStr<Err = IdentifierError> + Display + Debug + PartialEq + Serialize + DeserializeOwned,
{
    for text in texts {
        let identifier: T = text.parse().unwrap();
        assert_eq!(identifier.to_string(), *text);
        let file = serde_json::to_string(&identifier).unwrap();
        assert_eq!(file, format!("\"{text}\""));
        assert_eq!(serde_json::from_str::<T>(&file).unwrap(), identifier);
    }
}

/// Refuses each text with the error that names it, also through a file.
fn check_refused<T>(error: fn(String) -> IdentifierError, texts: &[&str])
where
    T: FromStr<Err = IdentifierError> + Debug + PartialEq + DeserializeOwned,
{
    for text in texts {
        let expected = error((*text).to_owned());
        assert_eq!(text.parse::<T>(), Err(expected.clone()));
        let file = serde_json::to_string(text).unwrap();
        assert_eq!(serde_json::from_str::<T>(&file).unwrap_err().to_string(), expected.to_string());
    }
    assert!(serde_json::from_str::<T>("1234").is_err(), "a number is no identifier");
    assert!(serde_json::from_str::<T>("null").is_err(), "null is no identifier");
}

#[test]
fn an_swv_number_is_a_sector_and_four_digits() {
    check_accepted::<SwvNumber>(&["PO2704", "VO2401", "PO0001"]);
    check_refused::<SwvNumber>(
        |text| IdentifierError::SwvNumber { text },
        &["", "2704", "po2704", "SO2704", "PO270", "PO27040", "PO 2704", "PO270é"],
    );
}

#[test]
fn a_sector_is_po_or_vo() {
    check_accepted::<Sector>(&["po", "vo"]);
    check_refused::<Sector>(|text| IdentifierError::Sector { text }, &["", "PO", "so"]);
    let schema = schemars::schema_for!(Sector);
    let text = serde_json::to_string(&schema).unwrap();
    assert!(text.contains(r#""po""#) && text.contains(r#""vo""#), "{text}");
}

#[test]
fn a_brin_is_two_digits_and_two_capitals() {
    check_accepted::<Brin>(&["12AB", "00ZZ"]);
    check_refused::<Brin>(|text| IdentifierError::Brin { text }, &["", "12ab", "1ABC", "12AB00", "12Aé"]);
}

#[test]
fn a_location_is_a_brin_and_two_digits() {
    check_accepted::<LocationCode>(&["12AB00", "12AB01"]);
    check_refused::<LocationCode>(
        |text| IdentifierError::LocationCode { text },
        &["", "12AB", "12AB0", "12AB001", "12AB|00"],
    );
}

#[test]
fn a_board_number_is_five_digits_and_not_zero() {
    check_accepted::<BoardNumber>(&["41234", "00001", "99999"]);
    check_refused::<BoardNumber>(
        |text| IdentifierError::BoardNumber { text },
        &["", "123", "00000", "123456", "-1234"],
    );
    assert_eq!(BoardNumber::padded(7).unwrap().as_str(), "00007");
    for number in [0, 100_000, u32::MAX] {
        assert!(BoardNumber::padded(number).is_err());
    }
}

#[test]
fn a_municipality_code_is_four_digits_and_not_zero() {
    check_accepted::<MunicipalityCode>(&["0034", "1680"]);
    check_refused::<MunicipalityCode>(
        |text| IdentifierError::MunicipalityCode { text },
        &["", "34", "0000", "GM0034", "00340"],
    );
    for number in [0, 10_000, u32::MAX] {
        assert!(MunicipalityCode::padded(number).is_err());
    }
}

#[test]
fn a_postcode_is_kept_without_its_space() {
    check_accepted::<Postcode>(&["9306TC", "1000AA"]);
    assert_eq!("9306 TC".parse::<Postcode>(), "9306TC".parse());
    check_refused::<Postcode>(
        |text| IdentifierError::Postcode { text },
        &["", "9306", "9306tc", "0306TC", "9306  TC", "9306TC ", "TC9306"],
    );
}

#[test]
fn a_postcode_area_is_four_digits() {
    check_accepted::<PostcodeArea>(&["9306"]);
    check_refused::<PostcodeArea>(|text| IdentifierError::PostcodeArea { text }, &["", "0306", "930", "9306TC"]);
}

#[test]
fn a_region_is_named_in_lower_case() {
    let longest = "a".repeat(40);
    check_accepted::<RegionId>(&["almere", "noord-drenthe", "po2704", "ab", &longest]);
    let too_long = "a".repeat(41);
    check_refused::<RegionId>(
        |text| IdentifierError::RegionId { text },
        &["", "a", "Almere", "2704", "-a", "a_b", "../x", "friesl\u{e2}n", &too_long],
    );
}

#[test]
fn a_schema_carries_the_pattern() {
    let schema = schemars::schema_for!(LocationCode);
    assert_eq!(schema.get("pattern").unwrap(), "^[0-9]{2}[A-Z]{2}[0-9]{2}$");
    assert_eq!(schema.get("type").unwrap(), "string");
}

#[test]
fn a_label_of_a_board_is_its_number_or_a_name_on_one_line() {
    let (longest, longer) = ("\u{eb}".repeat(100), "\u{eb}".repeat(101));
    check_accepted::<BoardLabel>(&["41234", "00123", "Stichting De Boog", "B", &longest]);
    let label: fn(String) -> IdentifierError = |text| IdentifierError::BoardLabel { text };
    check_refused::<BoardLabel>(label, &["", " ", " 41234", "B\u{202e}", &longer]);
}
