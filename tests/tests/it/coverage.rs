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
        let known = format!("{:?} {:?}", stated.procedures().unwrap(), stated.description());
        // The rules of its checks stand in its sources only.
        let sources = sources(&workspace().join("plugins").join(id).join("src/procedures"));
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
