//! Income by count date, from counts and amounts that the user supplies.

use swv_core::{Sector, Status};
use swv_host::{BudgetReport, BudgetReportLine, Region, RegionError};
use swv_tests::{Files, host, region};

fn with(values: &[(&str, &str)]) -> Region {
    let mut package = Files::of("almere").read().unwrap();
    for (key, value) in values {
        package.supply("test", key, value).unwrap();
    }
    host().load(package).unwrap()
}

fn line<'a>(report: &'a BudgetReport, id: &str) -> &'a BudgetReportLine {
    report.lines.iter().find(|line| line.id == id).unwrap()
}

fn computed(values: &[(&str, &str)], sector: Sector, id: &str, column: &str) -> Option<i64> {
    line(&with(values).budget(sector).unwrap(), id).computed[column]
}

const AMOUNT_VO: (&str, &str) = ("lichte-ondersteuning-per-leerling-voortgezet-onderwijs@2024", "155.55");
const PUPILS_VO: &str = "leerlingen-voortgezet-onderwijs-op-teldatum@2024";
const VAVO: &str = "leerlingen-vavo-op-teldatum@2024";

#[test]
fn a_vavo_pupil_counts_half_and_half_a_cent_is_rounded_away_from_zero() {
    let light = |pupils, vavo| {
        computed(&[AMOUNT_VO, (PUPILS_VO, pupils), (VAVO, vavo)], Sector::Vo, "lichte-ondersteuning", "2024").unwrap()
    };
    assert_eq!(light("100", "0"), 1_555_500);
    assert_eq!(light("100", "2"), 1_571_055, "two count as one");
    assert_eq!(light("0", "1"), 7_778, "half of 155,55 is 77,775");
    // 10.000 pupils and 101 in vavo are 10.050,5 times 155,55: 1.563.355,275.
    assert_eq!(light("10000", "101"), 156_335_528);
}

#[test]
fn heavy_support_in_vo_counts_the_same_pupils() {
    let amount = ("zware-ondersteuning-per-leerling-voortgezet-onderwijs@2024", "1000");
    let heavy = computed(&[amount, (PUPILS_VO, "10"), (VAVO, "3")], Sector::Vo, "zware-ondersteuning", "2024");
    assert_eq!(heavy, Some(1_150_000));
}

#[test]
fn light_support_in_po_counts_primary_schools_and_heavy_support_sbo_too() {
    let values = [
        ("lichte-ondersteuning-per-leerling-primair-onderwijs@2025", "300"),
        ("zware-ondersteuning-per-leerling-primair-onderwijs@2025", "500"),
        ("leerlingen-basisonderwijs-op-teldatum@2025", "1000"),
        ("leerlingen-speciaal-basisonderwijs-op-teldatum@2025", "20"),
    ];
    let of = |id, column| computed(&values, Sector::Po, id, column);
    assert_eq!(
        (of("lichte-ondersteuning", "2025"), of("zware-ondersteuning", "2025")),
        (Some(30_000_000), Some(51_000_000))
    );
    // 300.000, 510.000 and the 150.700 for social work, which stands as budgeted.
    assert_eq!(of("totaal-bekostiging", "2025"), Some(96_070_000));
    assert_eq!(of("lichte-ondersteuning", "2024"), Some(775_760_000), "as printed: nothing was supplied for 2024");
    assert_eq!(of("lichte-ondersteuning", "2022"), None, "the annual account has no such line");
}

#[test]
fn without_an_amount_per_pupil_the_stated_income_stands() {
    let stated = region("almere").budget(Sector::Vo).unwrap();
    let stands = line(&stated, "lichte-ondersteuning");
    assert_eq!((stands.status, stands.stated.len()), (Status::Explicit, 6));
    assert_eq!(stands.computed, stands.published);
    assert_eq!(
        computed(&[(PUPILS_VO, "1"), (VAVO, "1")], Sector::Vo, "lichte-ondersteuning", "2024"),
        Some(156_350_000)
    );
}

#[test]
fn an_income_that_the_user_computes_is_no_longer_called_stated_and_says_so() {
    let report = with(&[AMOUNT_VO, (PUPILS_VO, "10000"), (VAVO, "101")]).budget(Sector::Vo).unwrap();
    let light = line(&report, "lichte-ondersteuning");
    assert_eq!((light.status, light.rule.as_str()), (Status::Interpreted, "baten-per-teldatum"));
    assert_eq!(light.stated, ["2022", "2023", "2023-prognose", "2025", "2026"]);
    assert_eq!(report.supplied.len(), 3);
    let finding = report.findings.iter().find(|finding| finding.id == "lichte-ondersteuning@2024").unwrap();
    assert!(finding.explanation.en.contains("supplied by the user"), "{finding:?}");
}

#[test]
fn an_amount_per_pupil_without_its_pupils_names_the_count_that_is_missing() {
    let Err(RegionError::Call(error)) = with(&[AMOUNT_VO, (PUPILS_VO, "10000")]).budget(Sector::Vo) else {
        panic!("a count is missing");
    };
    assert!(error.failure.to_string().contains("parameter leerlingen-vavo-op-teldatum on 2024-01-01"), "{error:?}");
}
