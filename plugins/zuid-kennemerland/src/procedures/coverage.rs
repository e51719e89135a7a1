//! The coverage table of the region names only what exists.

use swv_plugin::{Procedures, Region};

use crate::ZuidKennemerland;

const TABLE: &str = include_str!("../../../../regions/zuid-kennemerland/coverage.md");
/// The files whose checks name rules of their own.
const CHECKS: &str = concat!(
    include_str!("eensluidend_advies.rs"),
    include_str!("twee_jaar_zorgplichtig.rs"),
    include_str!("toelaatbaarheidsverklaring/gezamenlijke_oplossing.rs"),
    include_str!("toelaatbaarheidsverklaring/ikc_met_tlv_sbo.rs"),
    include_str!("toelaatbaarheidsverklaring/tweede_deskundige.rs"),
    include_str!("zorgplicht/eenmaal_verlengen.rs"),
);

#[test]
fn every_name_in_the_coverage_table_exists() {
    let known = format!("{:?} {:?} {CHECKS}", ZuidKennemerland::procedures(), ZuidKennemerland::ABOUT.describe());
    let rows = TABLE.lines().filter(|line| line.starts_with('|'));
    let modelled = rows.filter_map(|row| row.split('|').nth(2)).map(|cell| cell.replace("**", "`").replace('*', "`"));
    let cells: Vec<String> = modelled.collect();
    let names: Vec<&str> = cells.iter().flat_map(|cell| cell.split('`').skip(1).step_by(2)).collect();
    assert!(names.len() > 100, "{names:?}");
    for name in names {
        assert!(known.contains(&format!("\"{name}\"")), "{name}");
    }
}
