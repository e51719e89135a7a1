//! DUO's list of the schools of each SWV.

use super::*;

fn imported(files: &Files, list: &str, has_map: bool) -> Result<Import, String> {
    let mut opened = files.opened();
    opened.members = Some(super::opened("list.csv", list.as_bytes()));
    opened.postcodes = opened.postcodes.filter(|_| has_map);
    let import = import(opened, &"PO2704".parse().unwrap(), None, &mut |_| {}).map_err(|error| error.to_string())?;
    check_accounted(&import.report);
    Ok(import)
}

fn files() -> Files {
    Files::new()
        .location("12CD00", "2131 AB", "0394;HAARLEMMERMEER")
        .location("12EF00", "2011 AB", "0392;HAARLEM")
        .location("12EF01", "2131 AB", "0394;HAARLEMMERMEER")
}

#[test]
fn the_list_tells_more_surely_than_a_postcode() {
    let list = "SAMENWERKINGSVERBAND NAAM;ADMINISTRATIENUMMER;BRIN NUMMER\nx;PO2704;12CD\nx;PO2704;12EF\ny;PO2710;12EF\nz;VO2704;12AB\n";
    let import = imported(&files(), list, true).unwrap();
    assert_eq!(ids(&import), ["12AB00", "12CD00", "12EF00"], "a school in two is placed by its postcode");
    assert_eq!(import.report.placed_by_list, ["12CD00".parse().unwrap()]);
    let lines = import.report.lines(swv_core::Language::En).join("\n");
    assert!(lines.contains("of this partnership by DUO's list, and of another by their postcode: 12CD00"), "{lines}");
}

#[test]
fn the_list_may_stand_in_for_the_map() {
    let list = "SWV;INSTELLINGSCODE;VESTIGINGSCODE\nPO2704;12AB;00\nPO2704;12EF;12EF01\nPO2710;12EF;12EF00\n";
    let import = imported(&files(), list, false).unwrap();
    assert_eq!(ids(&import), ["12AB00", "12EF01"]);
    assert_eq!(skips(&import, DuoFile::Locations), [(SkipReason::OtherSwv, 1), (SkipReason::NotListed, 1)]);
    assert_eq!(
        import.dataset.origins.iter().map(|origin| origin.file.as_str()).collect::<Vec<_>>(),
        ["list.csv", "02.csv", "06.csv"]
    );
    let by_school = "SWV;BRIN\nPO2704;12AB\nPO2704;12EF\nPO2710;12EF\n";
    let import = imported(&files(), by_school, false).unwrap();
    let cases: Vec<_> = import.report.not_placed.iter().map(|case| case.location.as_str()).collect();
    assert_eq!(cases, ["12EF00", "12EF01"]);
}

#[test]
fn a_list_without_the_partnership_and_neither_list_nor_map_are_refused() {
    let error = imported(&files(), "SWV;BRIN\nPO2710;12AB\n", true).unwrap_err();
    assert!(
        error.starts_with("list.csv: no area or school belongs to PO2704; the nearest numbers in the file are PO2710"),
        "{error}"
    );
    let files = files();
    let opened = DuoFiles { postcodes: None, ..files.opened() };
    let error = import(opened, &"PO2704".parse().unwrap(), None, &mut |_| {}).unwrap_err().to_string();
    assert!(error.starts_with("nothing tells which school belongs to PO2704: give the map"), "{error}");
}

#[test]
fn a_number_or_school_that_is_none_is_refused_with_its_place() {
    let error = imported(&files(), "SWV;BRIN\n2704;12AB\n", true).unwrap_err();
    assert!(error.starts_with("list.csv:2: SWV: `2704` is not the number of an SWV"), "{error}");
    let error = imported(&files(), "SWV;BRIN\nPO2704;12ab\n", true).unwrap_err();
    assert!(error.starts_with("list.csv:2: BRIN: `12ab` is not a BRIN"), "{error}");
}
