//! The walks of each region's folder, against both builds of its rules.

use std::collections::BTreeSet;

use swv_testkit::{WalksFile, run_walks, walked};
use swv_tests::{cases, native_region, region};

/// The walks of every region.
fn walks() -> Vec<(&'static str, WalksFile)> {
    cases("procedures.toml")
}

#[test]
fn every_walk_comes_out_on_every_day() {
    let faults: Vec<_> = walks().iter().flat_map(|(id, file)| run_walks(&region(id), file)).collect();
    let faults: Vec<_> = faults.iter().map(ToString::to_string).collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn both_builds_say_the_same_of_every_walk() {
    for (id, file) in walks() {
        let (component, library) = (walked(&region(id), &file), walked(&native_region(id), &file));
        assert_eq!(component, library, "{id}");
        assert!(component.iter().all(Result::is_ok), "{id}: {component:?}");
    }
}

#[test]
fn every_procedure_of_a_region_has_a_walk() {
    for (id, file) in walks() {
        let region = region(id);
        let stated: BTreeSet<_> = region.procedures().unwrap().iter().map(|procedure| procedure.id.clone()).collect();
        let walked: BTreeSet<_> = file.walks.iter().map(|walk| walk.procedure.clone()).collect();
        assert_eq!(stated.difference(&walked).collect::<Vec<_>>(), Vec::<&String>::new(), "{id}");
    }
}

#[test]
fn a_walk_that_expects_something_else_is_a_fault() {
    let (id, file) = walks().remove(0);
    let mut walk = file.walks[0].clone();
    walk.moments.truncate(1);
    walk.moments[0].missing.insert("verzonnen".to_owned());
    assert_eq!(run_walks(&region(id), &WalksFile { walks: vec![walk] }).len(), 1);
}
