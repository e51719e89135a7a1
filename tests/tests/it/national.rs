//! What regions state of one national amount is compared.

use swv_core::{Sector, Status};
use swv_host::{Comparison, FindingKind, Region, ReportValue};
use swv_tests::{Files, REGIONS, region, year};

fn findings(regions: &[Region], of: u16) -> Vec<swv_host::CrossRegionFinding> {
    Comparison::of(regions, Sector::Po, year(of)).unwrap().findings
}

/// The regions, one with another text in its parameters.
fn with_parameters(id: &str, from: &str, to: &str) -> Vec<Region> {
    let load = |of: &str| match of == id {
        true => Files::of(of).replaced("parameters.toml", from, to).load().unwrap(),
        false => region(of),
    };
    REGIONS.map(load).into()
}

#[test]
fn two_budget_lines_of_almere_follow_from_no_whole_number_of_pupils_at_the_amounts_of_a_neighbour() {
    let found = findings(&REGIONS.map(region), 2024);
    let told: Vec<_> = found.iter().map(|finding| (finding.id.as_str(), &finding.difference)).collect();
    // 602 times 6.634,52 is 3.993.981,04, and 22.374 times 490,70 is 10.978.921,80.
    // 21.769 times 356,36 is 7.757.600,84, which is printed as 7.757.600: no finding.
    let expected = [
        (
            "tlv-sbo@2024:zuid-kennemerland/tarief-tlv-sbo:almere/afdrachten-speciaal-basisonderwijs@2024",
            &ReportValue::Whole(-88_104),
        ),
        (
            "zware-ondersteuning-per-leerling-po@2024:\
             zuid-kennemerland/zware-ondersteuning-per-leerling:almere/zware-ondersteuning@2024",
            &ReportValue::Whole(7_820),
        ),
    ];
    assert_eq!(told, expected);
    for finding in found {
        assert_eq!((finding.kind, finding.first.status), (FindingKind::CrossRegion, Status::Interpreted));
        assert_eq!(finding.second.source.document, "almere-ondersteuningsplan-2023-2027");
        assert!(!finding.explanation.nl.is_empty() && !finding.explanation.en.is_empty());
    }
}

#[test]
fn in_a_year_of_which_one_region_speaks_there_is_nothing_to_contradict() {
    for of in [2023, 2025, 2026] {
        assert_eq!(findings(&REGIONS.map(region), of), [], "{of}");
    }
}

#[test]
fn a_share_that_two_regions_state_alike_becomes_a_finding_when_one_changes() {
    let regions = with_parameters("almere", "value = \"3.5\"", "value = \"3.6\"");
    let found = findings(&regions, 2024);
    let finding = found.iter().find(|finding| finding.national == "signaleringswaarde").unwrap();
    assert_eq!((finding.first.region.as_str(), finding.second.region.as_str()), ("almere", "zuid-kennemerland"));
    assert_eq!(finding.difference, ReportValue::Decimal("-0.1".parse().unwrap()));
}

#[test]
fn a_tariff_that_a_region_would_state_is_compared_with_that_of_its_neighbour() {
    let silent = "key = \"tarief-tlv-so-categorie-1\"\nlabel = { nl = \"landelijk tarief van een TLV SO categorie I\", \
                  en = \"national tariff of a TLV for SO, category I\" }\nunit = \"euro\"\n\
                  national = \"tlv-so-categorie-1\"\nvalues = [\n    { from = \"2024-01-01\", provenance = { status = \"silent\"";
    let stated = silent.replace("provenance", "value = \"12938\", provenance").replace("\"silent\"", "\"explicit\"");
    let found = findings(&with_parameters("haarlemmermeer", silent, &stated), 2024);
    let finding = found.iter().find(|finding| finding.national == "tlv-so-categorie-1").unwrap();
    assert_eq!(
        (&finding.first.value, &finding.second.value),
        (&ReportValue::Whole(1_293_800), &ReportValue::Whole(1_293_834))
    );
    assert_eq!(finding.difference, ReportValue::Whole(34));
}

#[test]
fn a_note_of_a_region_on_another_is_refused() {
    let note = "[[findings]]\nsector = \"po\"\nline = \"huur\"\nkind = \"cross-region\"\n\
                explanation = { nl = \"omdat\", en = \"because\" }\n";
    let refused = Files::of("hostile").with("findings.toml", note).refused().to_string();
    assert!(
        refused.contains("findings[0]: \"huur\" is of kind cross-region") && refused.contains("`national`"),
        "{refused}"
    );
}
