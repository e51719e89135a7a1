//! Special schools, whose addresses are in file 09.

use swv_core::{RecipientKind, SchoolKind};

use super::*;

const SPECIAL: &str = "SOORT PRIMAIR ONDERWIJS;BEVOEGD GEZAG NUMMER;INSTELLINGSCODE;VESTIGINGSCODE;VESTIGINGSNAAM;\
                       POSTCODE;GEMEENTENUMMER;GEMEENTENAAM;CLUSTER;ONDERWIJS\r\n";

/// An import with file 09 beside 02.
fn with_09(files: &Files, rows: &str, swv: &str) -> Import {
    let special = format!("{SPECIAL}{rows}").into_bytes();
    let mut opened = files.opened();
    opened.locations.push(super::opened("09.csv", &special));
    let import = import(opened, &swv.parse().unwrap(), None, &mut |_| {}).unwrap();
    check_accounted(&import.report);
    import
}

fn kind(import: &Import, id: &str) -> RecipientKind {
    recipient(import, id).kind
}

#[test]
fn a_special_school_is_placed_by_its_postcode_in_a_municipality_that_is_split() {
    let files = Files::new()
        .location("05BC00", "2064 XT", "0394;HAARLEMMERMEER")
        .location("21AA00", "2131 AA", "0394;HAARLEMMERMEER")
        .pupils("02WW00", "SBO", "394;HAARLEMMERMEER", "90;86");
    assert_eq!(files.import("PO2710", None).unwrap().report.not_placed.len(), 1);
    let row = "SBAO;41234;02WW;02WW00;De Boog;2131 AB;0394;HAARLEMMERMEER; ;SBAO\r\n";
    let import = with_09(&files, row, "PO2710");
    assert_eq!(pupils(&import, "02WW00"), PupilCount::Exact(86));
    assert_eq!(recipient(&import, "02WW00").postcode, Some("2131AB".parse().unwrap()));
    assert!(import.report.not_placed.is_empty() && import.report.placed_by_municipality.is_empty());
    assert!(!ids(&with_09(&files, row, "PO2704")).contains(&"02WW00"));
}

#[test]
fn a_special_school_without_a_count_is_never_a_regular_one() {
    let rows = "SBAO;41234;14WV;14WV00;Sbo;2011 AB;0392;HAARLEM; ;SBAO\r\n\
                (V)SO;41234;14WX;14WX00;Both;2011 AB;0392;HAARLEM;3;SO ZMLK + VSO ZMLK\r\n\
                (V)SO;41234;14WY;14WY00;So;2011 AB;0392;HAARLEM;4;SO LZ/P\r\n\
                (V)SO;41234;14WZ;14WZ00;Vso;2011 AB;0392;HAARLEM;4;VSO ZMOK + RP-VSO ZMOK\r\n";
    let import = with_09(&Files::new(), rows, "PO2704");
    let school = RecipientKind::School;
    assert_eq!(kind(&import, "14WV00"), school(SchoolKind::Sbo));
    assert_eq!(kind(&import, "14WX00"), school(SchoolKind::SoVso));
    assert_eq!(kind(&import, "14WY00"), school(SchoolKind::So));
    assert_eq!(ids(&import), ["12AB00", "14WV00", "14WX00", "14WY00"], "VSO is of the other sector");
    assert_eq!(pupils(&import, "14WV00"), PupilCount::Unknown);
    assert_eq!(import.report.without_count.len(), 3);
}

#[test]
fn schools_of_cluster_1_and_2_belong_to_no_partnership() {
    let files =
        Files::new().pupils("14WV00", "SO", "392;HAARLEM", "90;86").pupils("14WX00", "SO", "392;HAARLEM", "90;40");
    assert_eq!(ids(&files.imported()).len(), 3, "file 06 alone does not tell them apart");
    let rows = "(V)SO;41234;14WV;14WV00;Two;2011 AB;0392;HAARLEM;2;SO SH\r\n\
                (V)SO;41234;14WX;14WX00;Three;2011 AB;0392;HAARLEM;2/3;SO LG,SH\r\n";
    let import = with_09(&files, rows, "PO2704");
    assert_eq!(ids(&import), ["12AB00", "14WX00"]);
    assert_eq!(skips(&import, DuoFile::SpecialLocations), [(SkipReason::ClusterOneOrTwo, 1)]);
    let lines = import.report.lines(swv_core::Language::Nl).join("\n");
    assert!(!lines.contains("zonder bestand 09"), "{lines}");
}

#[test]
fn a_kind_that_09_does_not_have_is_refused_and_so_is_a_location_of_02() {
    let refused = |rows: &str| {
        let special = format!("{SPECIAL}{rows}").into_bytes();
        let files = Files::new();
        let mut opened = files.opened();
        opened.locations.push(super::opened("09.csv", &special));
        import(opened, &"PO2704".parse().unwrap(), None, &mut |_| {}).unwrap_err().to_string()
    };
    let error = refused("HBO;41234;14WV;14WV00;x;2011 AB;0392;HAARLEM; ;x\r\n");
    assert!(
        error.starts_with("09.csv:2: SOORT PRIMAIR ONDERWIJS is `HBO`: a kind of special school is SBAO or (V)SO"),
        "{error}"
    );
    let error = refused("SBAO;41234;12AB;12AB00;x;2011 AB;0392;HAARLEM; ;x\r\n");
    assert!(error.starts_with("09.csv:2: location 12AB00 stands at line 2 of 02.csv too"), "{error}");
}

#[test]
fn file_02_cannot_be_done_without() {
    let special = format!("{SPECIAL}SBAO;41234;14WV;14WV00;x;2011 AB;0392;HAARLEM; ;x\r\n").into_bytes();
    let files = Files::new();
    let opened = DuoFiles { locations: vec![super::opened("09.csv", &special)], ..files.opened() };
    let error = import(opened, &"PO2704".parse().unwrap(), None, &mut |_| {}).unwrap_err().to_string();
    assert!(
        error.starts_with("DUO's file 02 of primary education") && error.ends_with("give it as locations"),
        "{error}"
    );
}
