//! The coverage table of the region names only what exists.

use swv_plugin::{Procedures, Region};

use crate::Haarlemmermeer;

const TABLE: &str = include_str!("../../../../regions/haarlemmermeer/coverage.md");

#[test]
fn every_name_in_the_coverage_table_exists() {
    let known = format!("{:?} {:?}", Haarlemmermeer::procedures(), Haarlemmermeer::ABOUT.describe());
    let rows = TABLE.lines().filter(|line| line.starts_with('|'));
    let modelled = rows.filter_map(|row| row.split('|').nth(2)).map(|cell| cell.replace("**", "`").replace('*', "`"));
    let cells: Vec<String> = modelled.collect();
    let names: Vec<&str> = cells.iter().flat_map(|cell| cell.split('`').skip(1).step_by(2)).collect();
    assert!(names.len() > 10, "{names:?}");
    for name in names {
        assert!(known.contains(&format!("\"{name}\"")), "{name}");
    }
}
