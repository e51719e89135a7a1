//! Files that people have: datasets of their own and DUO's downloads, from
//! bytes to money.

use swv_core::{DatasetError, Sector};
use swv_host::{AllocationWarning, Digest, RegionError};
use swv_tests::{Files, Swv, region, year};

/// Zuid-Kennemerland over one school of this CSV.
fn allocated(header: &str, row: &str) -> Result<swv_host::AllocationReport, RegionError> {
    let csv = format!("id;name;kind;{header}\nSYN-1;School;BO;{row}\n");
    let dataset = swv_exchange::dataset_file::read("scholen.csv", csv.as_bytes()).unwrap();
    region("zuid-kennemerland").allocate(Sector::Po, year(2024), &dataset, Digest::of(csv.as_bytes()))
}

/// The columns that no rule reads, with what may be meant.
fn unread(report: &swv_host::AllocationReport) -> Vec<(&str, Option<&str>)> {
    let unread = report.warnings.iter().filter_map(|warning| match warning {
        AllocationWarning::Unread { column, nearest } => Some((column.as_str(), nearest.as_deref())),
        _ => None,
    });
    unread.collect()
}

#[test]
fn a_column_that_no_rule_reads_is_named_with_the_nearest_that_the_dataset_lacks() {
    for (column, nearest) in [
        ("plaatsingen", Some("plaatsingen-gespecialiseerd")),
        ("Plaatsingen_Gespecialiseerd", Some("plaatsingen-gespecialiseerd")),
        ("plaatsingen-opvangshuis", Some("plaatsingen-opvanghuis")),
        ("terugplaatsing maanden", Some("maanden-terugplaatsing")),
        ("telefoon", None),
    ] {
        let report = allocated(&format!("leerlingen;{column}"), "10;2").unwrap();
        assert_eq!(unread(&report), [(column, nearest)]);
        assert!(!report.is_final(), "{column}");
    }
    let report = allocated("leerlingen;attribute:wijk", "10;noord").unwrap();
    assert_eq!(unread(&report), [("wijk", None)]);
    assert_eq!(unread(&allocated("leerlingen;plaatsingen-gespecialiseerd", "10;2").unwrap()), []);
}

#[test]
fn a_column_that_is_required_is_asked_for_by_the_one_that_may_be_it() {
    let error = allocated("Leerling", "10").unwrap_err().to_string();
    assert!(
        error.contains("has no column leerlingen") && error.ends_with("is Leerling the one, which no rule reads?"),
        "{error}"
    );
    let error = allocated("telefoon", "10").unwrap_err().to_string();
    assert!(error.ends_with("which zuid-kennemerland needs; add it"), "{error}");
}

#[test]
fn more_exempt_placements_than_placements_are_refused() {
    let report = allocated("leerlingen;plaatsingen-gespecialiseerd;plaatsingen-opvanghuis", "10;2;1").unwrap();
    assert_eq!(report.total_cents.exact().map(|total| total.cents()), Some(450_000 - 1_327_000 + 663_500));
    let error = allocated("leerlingen;plaatsingen-gespecialiseerd;plaatsingen-opvanghuis", "10;0;1").unwrap_err();
    let RegionError::Dataset { error, .. } = error else { panic!("{error}") };
    assert!(matches!(error, DatasetError::MoreThanWhole { .. }), "{error}");
    let error = allocated("leerlingen;plaatsingen;plaatsingen-opvanghuis", "10;2;1").unwrap_err().to_string();
    assert!(
        error.ends_with("there is no column plaatsingen-gespecialiseerd; is plaatsingen the one, which no rule reads?"),
        "{error}"
    );
}

#[test]
fn a_subset_names_what_the_plugin_reads() {
    let files = Files::of("zuid-kennemerland").replaced(
        "manifest.toml",
        "whole = \"plaatsingen-gespecialiseerd\"",
        "whole = \"plaatsingen\"",
    );
    let error = files.refused().to_string();
    assert!(error.contains("subsets: names the quantity plaatsingen, which the plugin does not read"), "{error}");
}

#[test]
fn what_synthetic_data_keeps_within_a_whole_is_a_part_of_it() {
    for id in swv_tests::REGIONS {
        let region = region(id);
        for subset in region.package().manifest.subsets.iter().filter(|subset| subset.times == 1) {
            let made = region.package().synthetic.quantities.iter();
            let within = made.filter(|made| made.within.as_ref() == Some(&subset.whole)).map(|made| &made.name);
            let missing: Vec<_> = within.filter(|name| !subset.parts.contains(name)).collect();
            assert!(missing.is_empty(), "{id}: {missing:?} is within {}, and no part in [[subsets]]", subset.whole);
        }
    }
}

#[test]
fn every_reader_of_a_file_says_that_powershell_wrote_it() {
    let swv = Swv::new();
    let utf_16: Vec<u8> = "\u{feff}{}".encode_utf16().flat_map(u16::to_le_bytes).collect();
    for name in ["x.csv", "x.json", "x.toml", "x.xml", "map.csv", "regio/manifest.toml"] {
        swv.file(name, &utf_16);
    }
    swv.file("key.txt", swv_test_support::OSO_KEY);
    swv.file("dossier.xml", swv_test_support::DOSSIER);
    for line in [
        "allocate almere --year 2024 --dataset x.csv",
        "allocate almere --year 2024 --dataset x.json",
        "allocate almere --year 2024 --parameters x.toml",
        "case almere x.toml --as-of 2025-01-01",
        "case almere x.json --as-of 2025-01-01",
        "norm almere --scan x.toml",
        "norm --national x.toml",
        "data generate almere --schools x.csv --out y.json",
        "data import duo --swv PO2401 --locations x.csv --pupils x.csv --postcodes map.csv --out y.json",
        "case import-oso x.xml --region almere --key-file key.txt --out zaak.toml",
        "case import-oso dossier.xml --region almere --key-file x.toml --out zaak.toml",
        "--regions . regions",
    ] {
        let answer = swv.run(line);
        assert_eq!(answer.code, 2, "{line}: {answer}");
        assert!(answer.stderr.contains("is UTF-16, as `>` of Windows PowerShell writes"), "{line}: {answer}");
    }
}

const VO_02: &str = "BEVOEGD GEZAG NUMMER;INSTELLINGSCODE;VESTIGINGSCODE;VESTIGINGSNAAM;POSTCODE;GEMEENTENUMMER;\
                     GEMEENTENAAM;ONDERWIJSSTRUCTUUR
41234;91AA;91AA00;Lyceum;1315 AB;0034;ALMERE;HAVO/VWO
41234;91AA;91AA01;Vakschool;1315 AB;0034;ALMERE;VBO
41235;91BB;91BB00;Praktijkschool;1315 AB;0034;ALMERE;PRO
";
const VO_01: &str = "INSTELLINGSCODE;VESTIGINGSCODE;INSTELLINGSNAAM VESTIGING;PLAATSNAAM VESTIGING;\
                     ONDERWIJSTYPE VO EN LEER- OF VERBLIJFSJAAR;LEER- OF VERBLIJFSJAAR 1 - MAN;LEER- OF VERBLIJFSJAAR 1 - VROUW
91AA;00;Lyceum;ALMERE;Brugjaar 1-2;100;100
91AA;00;Lyceum;ALMERE;VWO lj 4-6;50;50
91AA;01;Vakschool;ALMERE;VMBO KL lj 3-4;60;40
91BB;00;Praktijkschool;ALMERE;Praktijkonderwijs alle vj;30;30
";

#[test]
fn almere_allocates_its_secondary_sector_over_schools_of_duo() {
    let swv = Swv::new();
    swv.file("02-vo.csv", VO_02);
    swv.file("01-vo-2023.csv", VO_01);
    swv.file("map.csv", "pc4;gemeente;swv_po;swv_vo\n1315;Almere;PO2401;VO2401\n");
    let line =
        "data import duo --swv VO2401 --locations 02-vo.csv --pupils 01-vo-2023.csv --postcodes map.csv --out vo.json";
    let answer = swv.run(line);
    assert_eq!(answer.code, 0, "{answer}");
    let answer = swv.run("allocate almere --sector vo --year 2024 --dataset vo.json --format json");
    assert_eq!(answer.code, 0, "{answer}");
    let report: serde_json::Value = serde_json::from_str(&answer.stdout).unwrap();
    assert_eq!(report["warnings"], serde_json::json!([]), "{answer}");
    let lines: Vec<(&str, &str, i64)> = report["lines"]
        .as_array()
        .unwrap()
        .iter()
        .map(|line| {
            (line["recipient"].as_str().unwrap(), line["rule"].as_str().unwrap(), line["quantity"].as_i64().unwrap())
        })
        .collect();
    for expected in [
        ("91AA00", "algemene-arrangementsmiddelen", 300),
        ("91AA01", "algemene-arrangementsmiddelen", 100),
        ("91BB00", "praktijkonderwijs", 60),
    ] {
        assert!(lines.contains(&expected), "{lines:?}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_stderr_loses_no_report_and_is_no_panic() {
    let full = || std::fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    let swv = Swv::new();
    swv.file("02-vo.csv", VO_02);
    swv.file("01-vo-2023.csv", VO_01);
    swv.file("map.csv", "pc4;gemeente;swv_po;swv_vo\n1315;Almere;PO2401;VO2401\n");
    let line =
        "data import duo --swv VO2401 --locations 02-vo.csv --pupils 01-vo-2023.csv --postcodes map.csv --out vo.json";
    let told = swv.command(line).stderr(full()).output().unwrap();
    assert_eq!(told.status.code(), Some(0));
    assert!(String::from_utf8(told.stdout).unwrap().starts_with("VO2401, leerlingen op 2023-10-01"));
    let nowhere = swv.command(line).stderr(full()).stdout(full()).status().unwrap();
    assert_eq!(nowhere.code(), Some(2));
    for line in ["budget nergens", "allocate almere --year 2024", "--weet-niet"] {
        let code = swv.command(line).stderr(full()).output().unwrap().status.code();
        assert!(matches!(code, Some(0 | 2)), "{line}: {code:?}");
    }
}

#[test]
fn what_became_of_every_row_can_be_kept() {
    let swv = Swv::new();
    swv.file("02-vo.csv", VO_02);
    swv.file("01-vo-2023.csv", VO_01);
    swv.file("map.csv", "pc4;gemeente;swv_po;swv_vo\n1315;Almere;PO2401;VO2401\n");
    let line = "data import duo --swv VO2401 --locations 02-vo.csv --pupils 01-vo-2023.csv --postcodes map.csv --out vo.json --report";
    assert_eq!(swv.run(&format!("{line} verslag.json")).code, 0);
    let report = std::fs::read(swv.folder().join("verslag.json")).unwrap();
    let report: serde_json::Value = serde_json::from_slice(&report).unwrap();
    assert_eq!(report["files"][2]["file"], "secondary_pupils");
    let answer = swv.run(&format!("{line} vo.json"));
    assert!(answer.code == 2 && answer.stderr.contains("--out and --report name the same file"), "{answer}");
}

#[test]
fn no_cell_of_a_result_begins_a_formula() {
    let swv = Swv::new();
    swv.file("x.csv", "id;name;kind;leerlingen;plaatsingen-gespecialiseerd\n=cmd|'x'!A0;+School;BO;10;2\n");
    let answer = swv.run("allocate zuid-kennemerland --year 2024 --dataset x.csv --format csv");
    assert_eq!(answer.code, 0, "{answer}");
    for line in answer.stdout.lines() {
        for cell in line.split(',').filter(|cell| cell.parse::<f64>().is_err()) {
            assert!(!cell.starts_with(['=', '+', '-', '@']), "{cell}: {answer}");
        }
    }
    assert!(answer.stdout.contains("'=cmd|'x'!A0,") && answer.stdout.contains(",-1327000,"), "{answer}");
}
