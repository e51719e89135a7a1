//! A norm that no sound plugin states is refused, and one that does not come
//! is told apart. A digit in the plugin's bytes chooses the misbehaviour.

use swv_core::{Failure, Sector, Text};
use swv_host::{CallFailure, NormReport, RegionError};
use swv_tests::Files;

/// The norm of the plugin with this digit.
fn norm(behaviour: u8) -> Result<NormReport, RegionError> {
    Files::of("hostile").with_behaviour("norm-behaviour:", b'0' + behaviour).load().unwrap().norm(Sector::Po)
}

fn failure(behaviour: u8) -> CallFailure {
    match norm(behaviour).unwrap_err() {
        RegionError::Call(error) => error.failure,
        other => panic!("{other}"),
    }
}

fn broken(behaviour: u8) -> String {
    match failure(behaviour) {
        CallFailure::Broken(promise) => promise,
        other => panic!("{other}"),
    }
}

#[test]
fn the_norm_is_sound_where_nothing_is_asked_otherwise() {
    assert_eq!(norm(0).unwrap().items.len(), 2);
}

#[test]
fn a_norm_larger_than_a_result_may_be_is_stopped() {
    let failure = failure(1);
    assert!(matches!(failure, CallFailure::Output { .. }), "{failure}");
}

#[test]
fn an_item_that_stands_there_twice_is_refused() {
    assert_eq!(broken(2), "norm: norms[0].items[1].id: zorgplicht stands there twice; give each its own id");
}

#[test]
fn an_item_about_a_subject_that_nobody_shares_is_refused() {
    let promise = broken(3);
    assert!(
        promise.starts_with("norm: norms[0].items[0].subject: zorgplicht: there is no subject \"verzonnen-onderwerp\""),
        "{promise}"
    );
}

#[test]
fn an_item_without_its_obligation_in_both_languages_is_refused() {
    assert!(broken(4).contains("zorgplicht: obligation is blank"));
}

#[test]
fn an_item_from_a_document_that_the_manifest_does_not_name_is_refused() {
    let RegionError::Disagreement { place, message } = norm(5).unwrap_err() else { panic!() };
    assert_eq!(place, "hostile/manifest.toml");
    assert_eq!(message, "the norm's zorgplicht cites the document \"verzonnen\", which `documents` does not name");
}

#[test]
fn an_item_of_another_sector_is_refused() {
    assert!(broken(8).contains("zorgplicht: holds for sector vo, of which this is not the norm"));
}

#[test]
fn a_loop_a_panic_and_a_failure_are_told_apart() {
    assert!(matches!(failure(6), CallFailure::Fuel { .. }));
    let CallFailure::Panicked(text) = failure(7) else { panic!() };
    assert!(text.contains("the norm is torn"), "{text}");
    let CallFailure::Region(Failure::NotOffered(what)) = failure(9) else { panic!() };
    assert_eq!(what, Text::new("het plan kent geen norm", "the plan knows no norm"));
}
