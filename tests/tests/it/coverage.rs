//! The coverage tables of each region's folder: what of its documents runs.

use std::fs;

use swv_tests::{REGIONS, quoted, region, sources, workspace};

/// The names in the column that says what is modelled: in backquotes, bold or
/// italic.
fn modelled(table: &str) -> Vec<String> {
    let rows = table.lines().filter(|line| line.starts_with('|'));
    let cells = rows.filter_map(|row| row.split('|').nth(2));
    let cells = cells.map(|cell| cell.replace("**", "`").replace('*', "`"));
    cells.flat_map(|cell| quoted(&cell).map(str::to_owned).collect::<Vec<_>>()).collect()
}

#[test]
fn every_name_in_a_coverage_table_exists() {
    for id in REGIONS {
        let table = fs::read_to_string(workspace().join("regions").join(id).join("coverage.md")).unwrap();
        let stated = region(id);
        let package = stated.package();
        let data = format!("{:?} {:?} {:?}", package.figures, package.budgets, package.parameters);
        let known = format!("{:?} {:?} {data}", stated.procedures().unwrap(), stated.description());
        // The rules of its checks stand in its sources only.
        let sources = sources(&workspace().join("plugins").join(id).join("src"));
        let names = modelled(&table);
        assert!(names.len() > 10, "{id}: {names:?}");
        let unknown: Vec<_> = names
            .iter()
            .filter(|name| {
                let quoted = format!("\"{name}\"");
                !known.contains(&quoted) && !sources.contains(&quoted)
            })
            .collect();
        assert!(unknown.is_empty(), "{id}: {unknown:?}");
    }
}

/// A procedure that the table does not name is not accounted for.
#[test]
fn every_procedure_stands_in_the_coverage_table() {
    for id in REGIONS {
        let table = fs::read_to_string(workspace().join("regions").join(id).join("coverage.md")).unwrap();
        let names = modelled(&table);
        for procedure in region(id).procedures().unwrap() {
            assert!(names.contains(&procedure.id), "{id}: {}", procedure.id);
        }
    }
}

/// The chapters, sections and annexes of the documents: a part without a row or
/// a heading is not accounted for.
const PARTS: [(&str, &[&str]); 11] = [
    ("almere", &["Cover", "Foreword", "1", "2", "3", "4", "5", "6", "7", "8", "9"]),
    ("almere", &["Annex I", "Annex II", "Annex III", "Annex IV", "Annex V", "Annex VI", "Annex VII", "Annex VIII"]),
    ("almere", &["Annex IX", "Annex X", "Annex XI", "Annex XII", "Overview PO", "overview of city arrangements VO"]),
    ("haarlemmermeer", &["1", "2", "3", "4", "5", "Glossary", "Expert platform", "Spending", "Coordination point"]),
    ("haarlemmermeer", &["Trends at schools", "Division of means", "Quality compass", "Results"]),
    (
        "zuid-kennemerland",
        &["Preface", "1.1", "1.2", "1.3", "1.4", "2.1", "2.2", "2.3", "2.4", "2.5", "2.6", "2.7", "2.8"],
    ),
    (
        "zuid-kennemerland",
        &["3.1.1", "3.1.2", "3.1.3", "3.1.4", "3.2.1", "4.1", "4.1.1", "4.1.2", "4.1.3", "4.1.4", "4.1.5"],
    ),
    (
        "zuid-kennemerland",
        &["4.1.6", "4.1.7", "4.2.1", "5.1", "5.1.1", "5.1.2", "5.1.3", "5.1.4", "5.2.1", "5.2.2", "5.2.3"],
    ),
    (
        "zuid-kennemerland",
        &["5.2.4", "5.2.5", "6.1.1", "6.1.2", "6.1.3", "6.1.4", "6.2.1", "7.1.1", "7.1.2", "7.1.3", "7.2.1"],
    ),
    (
        "zuid-kennemerland",
        &["8.1.1", "8.1.2", "8.1.3", "8.1.4", "8.1.5", "8.1.6", "8.1.7", "8.1.8", "8.2", "9.1.1", "9.1.2"],
    ),
    (
        "zuid-kennemerland",
        &["9.1.3", "9.1.4", "9.1.5", "9.1.6", "9.2.1", "10", "11", "11.1", "11.2", "11.3", "11.4", "12"],
    ),
];

#[test]
fn every_chapter_section_and_annex_stands_in_the_coverage_table() {
    for (id, parts) in PARTS {
        let table = fs::read_to_string(workspace().join("regions").join(id).join("coverage.md")).unwrap();
        let rows = table.lines().filter(|line| line.starts_with(['|', '#']));
        let words: Vec<_> = rows.map(|row| format!("{row} ").replace(['|', '#', ',', ':'], " ")).collect();
        let named = |part: &&&str| words.iter().any(|row| row.contains(&format!(" {part} ")));
        let missing: Vec<_> = parts.iter().filter(|part| !named(part)).collect();
        assert!(missing.is_empty(), "{id}: {missing:?}");
    }
}
