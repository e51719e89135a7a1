//! Whether what a pupil needs fits a clause.

use super::*;
use crate::procedure::{Criterion, FieldKind, Fit, applying, stated};

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

#[test]
fn a_sector_has_its_own_words_and_criteria_and_no_others() {
    let stated: stated::Procedure = toml::from_str(
        r#"
        id = "proef"
        nl = "proef"
        en = "trial"
        sectors = ["po", "vo"]
        document = "plan"
        section = "1"
        states = [{ id = "open", nl = "open", en = "open", closed = true }]
        fields.case.soort = { kind = ["sbo", "vso"], by_sector = { po = ["sbo"], vo = ["vso"] }, nl = "s", en = "k" }

        [[criteria]]
        provision = "sbo"
        clause = "A"
        nl = "sbo"
        en = "sbo"
        section = "1"
        when = { sector = "po" }

        [[criteria]]
        provision = "vso"
        clause = "A"
        nl = "vso"
        en = "vso"
        section = "1"
        when = { sector = "vo", soort = "vso" }
        "#,
    )
    .unwrap();
    let stated = stated.read().unwrap();
    assert_eq!(stated.find_field(None, "soort").unwrap().form().en, "one of po: sbo; vo: vso");
    let of = |sector| {
        let case = CaseFile { sector, ..case().field("soort", "vso") };
        let (procedure, _) = applying(&[&stated], &case, day("2025-03-01")).unwrap();
        let swv = "PO2401".parse().unwrap();
        let (parameters, days) = (parameters(), KnownDays::default());
        let with = Following {
            procedure: &procedure,
            swv: &swv,
            parameters: &parameters,
            days: &days,
            as_of: day("2025-03-01"),
            others: &[],
        };
        follow(with, &case)
    };
    let provisions = |case: &FollowedCase| case.criteria.iter().map(|one| one.provision.clone()).collect::<Vec<_>>();
    let po = of(Sector::Po);
    assert_eq!(provisions(&po), ["sbo"]);
    assert_eq!(problem(&po), ("vorm-van-veld", "fields.soort", "\"vso\" does not fit; expected: one of sbo"));
    let vo = of(Sector::Vo);
    assert_eq!((provisions(&vo), problems(&vo)), (vec!["vso".to_owned()], vec![]));
    let wrong = toml::from_str::<stated::Procedure>(
        r#"
        id = "proef"
        nl = "proef"
        en = "trial"
        sectors = ["po"]
        document = "plan"
        section = "1"
        states = [{ id = "open", nl = "open", en = "open", closed = true }]
        fields.case.soort = { kind = ["sbo"], by_sector = { po = ["so"] }, nl = "s", en = "k" }
        "#,
    );
    let faults = wrong.unwrap().read().unwrap_err();
    assert_eq!(
        faults[0].to_string(),
        "fields.case.soort.by_sector.po[0]: \"so\" is no value of the field soort, which is one of sbo"
    );
}

#[test]
fn where_no_clause_names_the_need_the_answer_says_so_and_not_before_that_is_known() {
    let scale = FieldKind::OneOf(vec!["licht".into(), "zwaar".into()]);
    let procedure = staying(&[]).field("leren", ("leren", "learning"), scale).criteria([Criterion::new(
        "sbo",
        "-",
        ("licht", "light"),
        plan("5"),
    )
    .needs(&["leren"], 1..=1)]);
    let none = |case: &CaseFile| on("2025-03-01", &procedure, case).no_provision.is_some();
    assert!(!none(&case()));
    assert!(!none(&case().field("leren", "licht")));
    assert!(none(&case().field("leren", "zwaar")));
    assert!(on("2025-03-01", &staying(&[]), &case()).no_provision.is_none());
}
