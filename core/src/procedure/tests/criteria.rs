//! Whether what a pupil needs fits a clause.

use super::*;
use crate::procedure::{Criterion, FieldKind, Fit};

fn scale() -> FieldKind {
    FieldKind::OneOf(["licht", "matig", "zwaar"].map(str::to_owned).to_vec())
}

/// How a criterion on `leren` and `gedrag` fits these words.
fn fits(criterion: Criterion, leren: &str, gedrag: &str) -> Fit {
    let procedure = staying(&[])
        .field("leren", ("leren", "learning"), scale())
        .field("gedrag", ("gedrag", "behaviour"), scale())
        .field("erkend", ("erkend", "recognised"), FieldKind::YesNo)
        .criteria([criterion]);
    let mut case = case().field("erkend", "ja");
    for (field, word) in [("leren", leren), ("gedrag", gedrag)] {
        if !word.is_empty() {
            case = case.field(field, word);
        }
    }
    let followed = on("2025-03-01", &procedure, &case);
    let [fit] = followed.criteria.as_slice() else { panic!() };
    assert_eq!((fit.provision.as_str(), fit.clause.as_str()), ("sbo", "A"));
    fit.fits
}

fn clause() -> Criterion {
    Criterion::new("sbo", "A", ("a", "a"), plan("XII"))
}

#[test]
fn in_any_one_of_the_areas_is_enough_and_unknown_only_where_it_may_still_be() {
    let any = || clause().needs(&["leren", "gedrag"], 2..=3);
    assert_eq!(fits(any(), "licht", "matig"), Fit::Yes);
    assert_eq!(fits(any(), "zwaar", ""), Fit::Yes);
    assert_eq!(fits(any(), "licht", ""), Fit::Unknown);
    assert_eq!(fits(any(), "", ""), Fit::Unknown);
    assert_eq!(fits(any(), "licht", "licht"), Fit::No);
}

#[test]
fn all_needs_have_to_be_met_and_one_that_is_not_decides() {
    let all = || clause().needs(&["leren"], 2..=2).needs(&["gedrag"], 1..=2);
    assert_eq!(fits(all(), "matig", "licht"), Fit::Yes);
    assert_eq!(fits(all(), "matig", ""), Fit::Unknown);
    assert_eq!(fits(all(), "zwaar", ""), Fit::No, "too heavy");
    assert_eq!(fits(all(), "", "zwaar"), Fit::No);
}

#[test]
fn a_condition_counts_as_a_need_does() {
    let on_condition = |value| clause().when("erkend", &[value]).needs(&["leren"], 1..=3);
    assert_eq!(fits(on_condition("ja"), "licht", ""), Fit::Yes);
    assert_eq!(fits(on_condition("nee"), "licht", ""), Fit::No);
    assert_eq!(fits(on_condition("nee"), "", ""), Fit::No);
    assert_eq!(fits(clause().when("sector", &["po"]).needs(&["leren"], 1..=3), "", ""), Fit::Unknown);
}

#[test]
fn a_word_that_is_not_on_the_scale_is_not_known() {
    assert_eq!(fits(clause().needs(&["leren"], 1..=3), "Zwaar", ""), Fit::Unknown);
}

#[test]
fn a_need_in_no_area_at_all_is_never_known_to_be_met() {
    assert_eq!(fits(clause().needs(&[], 1..=3), "zwaar", "zwaar"), Fit::Unknown);
}
