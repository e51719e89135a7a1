//! What the regions published is reproduced, or the difference is a finding
//! that says why.

use swv_core::{Rate, Sector, Unit};
use swv_host::{BudgetReport, Digest, FindingKind, ReportValue};
use swv_tests::{REGIONS, budgets, complete, dataset_of, region, year};

fn budget(id: &str, sector: Sector) -> BudgetReport {
    region(id).budget(sector).unwrap()
}

#[test]
fn every_line_and_figure_of_the_documents_is_there() {
    // Region, sector, budget lines, columns, printed cells.
    let lines = [
        ("almere", Sector::Po, 69, 6, 330),
        ("almere", Sector::Vo, 71, 6, 336),
        ("haarlemmermeer", Sector::Po, 12, 1, 1),
        ("zuid-kennemerland", Sector::Po, 61, 6, 363),
    ];
    for (id, sector, lines, columns, cells) in lines {
        let report = budget(id, sector);
        let printed = report.lines.iter().flat_map(|line| line.published.values()).flatten().count();
        assert_eq!((report.lines.len(), report.columns.len(), printed), (lines, columns, cells), "{id} {sector}");
    }
    // Region, sector, figures, their values.
    let figures = [
        ("almere", Sector::Po, 21, 39),
        ("almere", Sector::Vo, 8, 26),
        ("haarlemmermeer", Sector::Po, 35, 61),
        ("zuid-kennemerland", Sector::Po, 74, 77),
    ];
    for (id, sector, figures, values) in figures {
        let region = region(id);
        let of_sector: Vec<_> =
            region.package().figures.figures.iter().filter(|figure| figure.sector == sector).collect();
        let found = of_sector.iter().map(|figure| figure.values.len()).sum::<usize>();
        assert_eq!((of_sector.len(), found), (figures, values), "{id} {sector}");
    }
}

#[test]
fn every_printed_cell_follows_within_a_euro_or_is_an_explained_finding() {
    for (id, sector) in budgets() {
        let report = budget(id, sector);
        for line in &report.lines {
            for (column, printed) in &line.published {
                let (Some(printed), Some(computed)) = (printed, line.computed[column]) else {
                    continue;
                };
                let tolerance = if line.unit == Unit::Hundredths { 0 } else { 100 };
                if printed.abs_diff(computed) <= tolerance {
                    continue;
                }
                let place = format!("{id} {sector} {}@{column}: {printed} and {computed}", line.id);
                let mut findings = report.findings.iter();
                let finding = findings.find(|finding| finding.line == line.id && finding.column == *column);
                let finding = finding.expect(&place);
                assert!(!finding.explanation.nl.is_empty() && !finding.explanation.en.is_empty(), "{place}");
                let difference = printed - computed;
                let difference = match line.unit {
                    Unit::Hundredths => ReportValue::Decimal(Rate::new(difference, 2).unwrap()),
                    _ => ReportValue::Whole(difference),
                };
                assert_eq!(finding.difference, Some(difference), "{place}");
            }
        }
    }
}

#[test]
fn a_printed_cell_that_cannot_be_computed_names_what_is_missing() {
    for (id, sector) in budgets() {
        let report = budget(id, sector);
        for line in &report.lines {
            for (column, printed) in &line.published {
                if printed.is_some() && line.computed[column].is_none() {
                    let named = report.missing.iter().any(|missing| missing.recipient.as_ref() == Some(column));
                    assert!(named, "{id} {sector} {}@{column}", line.id);
                }
            }
        }
    }
    let report = budget("haarlemmermeer", Sector::Po);
    assert_eq!(report.missing.len(), 11, "the chart prints no amounts");
}

#[test]
fn a_difference_beyond_rounding_has_a_cause_of_its_own() {
    for (id, sector) in budgets() {
        let region = region(id);
        let mut findings = region.budget(sector).unwrap().findings;
        findings.extend(region.indicators(sector).unwrap().findings);
        for finding in findings.iter().filter(|finding| finding.kind != FindingKind::Rounding) {
            let mut notes = region.package().findings.findings.iter();
            let noted = notes.any(|note| note.sector == sector && note.line == finding.line);
            assert!(noted, "{id} {sector} {}: {:?}", finding.id, finding.difference);
        }
    }
}

/// Totals that follow from the document to the cent.
#[test]
fn key_totals_follow_to_the_cent() {
    let euros = |euros: i64| euros * 100;
    let totals = [
        // Almere, annex VII, budget PO in detail.
        ("almere", Sector::Po, "totaal-bekostiging", "2024", euros(18_887_300)),
        ("almere", Sector::Po, "totaal-verplichte-afdrachten", "2024", euros(9_826_100)),
        ("almere", Sector::Po, "beschikbare-middelen-ondersteuningsplan", "2024", euros(7_300_200)),
        ("almere", Sector::Po, "totaal-benodigd-ondersteuningsplan", "2024", euros(7_927_329)),
        ("almere", Sector::Po, "exploitatieresultaat", "2024", euros(-627_129)),
        ("almere", Sector::Po, "eigen-vermogen-eindstand", "2024", euros(770_616)),
        ("almere", Sector::Po, "exploitatieresultaat", "2026", euros(-145_910)),
        // Almere, annex VII, budget VO in detail.
        ("almere", Sector::Vo, "totaal-bekostiging", "2024", euros(24_265_700)),
        ("almere", Sector::Vo, "totaal-benodigd-ondersteuningsplan", "2024", euros(11_651_300)),
        ("almere", Sector::Vo, "exploitatieresultaat", "2023-prognose", euros(-1_017_000)),
        ("almere", Sector::Vo, "eigen-vermogen-eindstand", "2026", euros(604_478)),
        // Zuid-Kennemerland, chapter 12, from the counts and tariffs of 8.1.
        ("zuid-kennemerland", Sector::Po, "subtotaal-regulier-onderwijs", "2024", euros(8_757_813)),
        ("zuid-kennemerland", Sector::Po, "totaal-management-en-organisatie", "2024", euros(1_133_793)),
        ("zuid-kennemerland", Sector::Po, "totaal-uitvoeringsorganisatie", "2028", euros(1_177_400)),
        ("zuid-kennemerland", Sector::Po, "totaal-baten", "2024", 1_941_280_623),
        ("zuid-kennemerland", Sector::Po, "totaal-lasten", "2024", 2_017_576_346),
        ("zuid-kennemerland", Sector::Po, "resultaat", "2024", -76_295_723),
    ];
    for (id, sector, line, column, cents) in totals {
        let report = budget(id, sector);
        let line = report.lines.iter().find(|found| found.id == line).unwrap();
        let computed = line.computed[column];
        assert_eq!(computed, Some(cents), "{id} {sector} {}@{column} ({})", line.id, line.section);
        let printed = line.published[column].unwrap();
        assert!(printed.abs_diff(cents) <= 50, "{}: printed as {printed}", line.id);
        assert!(!line.stated.iter().any(|stated| stated == column), "{}: is stated", line.id);
    }
}

#[test]
fn every_rule_of_a_result_is_described_and_has_a_source_in_a_known_document() {
    for id in REGIONS {
        let region = complete(id);
        let mut used = Vec::new();
        for sector in &region.description().sectors {
            used.extend(region.budget(*sector).unwrap().lines.into_iter().map(|line| line.rule));
            let lines = region.indicators(*sector).unwrap().indicators;
            used.extend(lines.into_iter().filter_map(|line| line.rule));
            if region.can_allocate(*sector).is_ok() {
                let report = region.allocate(*sector, year(2024), &dataset_of(&region), Digest::of(b"")).unwrap();
                assert!(!report.lines.is_empty(), "{id} {sector}");
                used.extend(report.lines.iter().map(|line| line.rule.to_owned()));
            }
        }
        used.sort();
        used.dedup();
        let described = &region.description().rules;
        for rule in &used {
            assert!(described.iter().any(|known| known.id == *rule), "{id}: {rule} is not described");
        }
        for (index, rule) in described.iter().enumerate() {
            assert!(!described[..index].iter().any(|earlier| earlier.id == rule.id), "{id}: {} twice", rule.id);
            let source = rule.provenance.source().unwrap();
            let known = region.package().manifest.documents.iter().any(|document| document.id == source.document);
            assert!(known && !source.section.is_empty(), "{id}: {}: {source:?}", rule.id);
            assert!(!rule.title.nl.is_empty() && !rule.title.en.is_empty(), "{id}: {}", rule.id);
        }
    }
}

#[test]
fn cells_that_agree_by_construction_are_told_apart() {
    let report = region("zuid-kennemerland").budget(Sector::Po).unwrap();
    let of = |id: &str| report.lines.iter().find(|line| line.id == id).unwrap().by_construction.clone();
    assert_eq!(of("lichte-ondersteuning"), ["2024", "2025"]);
    assert_eq!(of("totaal-baten"), [] as [&str; 0]);
}
