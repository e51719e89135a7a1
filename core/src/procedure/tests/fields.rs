//! Fields of a case and its events, and the form of their values.

use super::*;
use crate::procedure::FieldKind;

fn words() -> FieldKind {
    FieldKind::OneOf(vec!["so".into(), "sbo".into()])
}

fn checked(kind: &FieldKind, fitting: &[&str], unfit: &[&str]) {
    for value in fitting {
        assert_eq!(kind.check(value), Ok(()), "{value}");
    }
    for value in unfit {
        assert_eq!(kind.check(value), Err(kind.form()), "{value:?}");
    }
}

#[test]
fn each_kind_takes_its_own_form_only() {
    checked(&FieldKind::YesNo, &["ja", "nee"], &["Ja", "yes", "", " ja"]);
    checked(&FieldKind::Date, &["2025-02-03"], &["3-2-2025", "2025-02-30", "20250203", "2025-02-03T00:00", ""]);
    checked(&words(), &["so", "sbo"], &["SO", "vso", "so,sbo", ""]);
    checked(&FieldKind::Swv, &["PO2401", "VO2704"], &["2401", "po2401", "PO 2401", ""]);
}

#[test]
fn a_number_is_too_short_to_be_that_of_a_pupil() {
    checked(&FieldKind::Number, &["0", "12", "999999"], &["-1", "+1", "1.5", "1e3", "", "1234567", "123456782"]);
}

#[test]
fn a_label_is_no_name_address_or_birth_date() {
    let names = ["Jan Jansen", "jansen", "jan-jansen", "Jansen-1", "jan.jansen-1", "jansen 1"];
    checked(&FieldKind::Label, &["deskundige-1", "tweede-deskundige-12"], &names);
    let others = ["deskundige-", "-1", "--1", "a--1", "deskundige-+1", "geboren-20120304", "d-12345", "é-1", ""];
    checked(&FieldKind::Label, &[], &others);
    checked(&FieldKind::Label, &[], &[&format!("{}-1", "a".repeat(31))]);
}

#[test]
fn every_form_says_in_both_languages_what_it_takes() {
    let kinds = [FieldKind::YesNo, FieldKind::Date, FieldKind::Number, words(), FieldKind::Swv, FieldKind::Label];
    for kind in kinds {
        let form = kind.form();
        assert!(!form.nl.is_empty() && form.nl != form.en, "{form:?}");
    }
}

fn procedure() -> Procedure {
    staying(&["gesprek"]).field("soort", ("soort", "kind"), words()).event_field(
        "gesprek",
        "duur",
        ("duur", "length"),
        FieldKind::Number,
    )
}

#[test]
fn a_value_in_the_wrong_form_is_a_problem_that_shows_the_form() {
    let case = case().field("soort", "SO").event_with("2025-02-03", "gesprek", &[("duur", "lang")]);
    let followed = on("2025-03-01", &procedure(), &case);
    let told: Vec<_> = followed.problems.iter().map(|p| (p.place.as_str(), p.message.en.as_str(), p.event)).collect();
    let kind = ("fields.soort", "\"SO\" does not fit; expected: one of so, sbo", None);
    let number = "\"duur = lang\" does not fit; expected: a whole number of at most six digits";
    assert_eq!(told, [kind, ("events[0] (gesprek)", number, Some(0))]);
    assert_eq!(problems(&followed), ["vorm-van-veld"; 2]);
}

#[test]
fn an_unknown_field_names_the_nearest_first_and_those_of_its_own_place_only() {
    let followed = on("2025-03-01", &procedure().field("duren", ("d", "d"), words()), &case().field("soorten", "so"));
    let (rule, place, message) = problem(&followed);
    assert_eq!((rule, place), ("onbekend-veld", "fields.soorten"));
    assert_eq!(message, "the procedure does not know this field here; it knows soort, duren");
    let of_event = case().event_with("2025-02-03", "gesprek", &[("soort", "so")]);
    let followed = on("2025-03-01", &procedure(), &of_event);
    let told = "the procedure does not know this field here; it knows duur";
    assert_eq!(problem(&followed), ("onbekend-veld", "events[0] (gesprek) fields.soort", told));
    assert_eq!(followed.problems[0].event, Some(0));
}

#[test]
fn where_there_are_no_fields_an_unknown_one_says_so() {
    let followed = on("2025-03-01", &staying(&[]), &case().field("soort", "so"));
    assert!(problem(&followed).2.ends_with("it knows -"));
}

#[test]
fn a_field_that_only_another_region_knows_is_not_used_and_no_problem() {
    let (own, elsewhere) = (staying(&["gesprek"]), procedure());
    let mut laid = laid(&own);
    laid.others = vec![elsewhere];
    let case = case().field("soort", "so").event_with("2025-02-03", "gesprek", &[("duur", "2")]);
    let followed = laid.on("2025-03-01", &case);
    assert_eq!(followed.not_used, ["fields.soort", "events[0] (gesprek) fields.duur"]);
    assert!(followed.problems.is_empty());
}

#[test]
fn a_value_that_does_not_fit_decides_nothing() {
    let procedure = procedure().step(step("so").when("soort", &["so"])).step(step("sbo").when("soort", &["sbo"]));
    let case = case().field("soort", "SO").event("2025-02-03", "so");
    assert_eq!(problems(&on("2025-03-01", &procedure, &case)), ["vorm-van-veld"]);
}

#[test]
fn a_field_at_an_event_that_does_not_have_it_decides_nothing() {
    let procedure = procedure().step(step("so").when("soort", &["so"]));
    let case = case().field("soort", "so").event_with("2025-02-03", "so", &[("soort", "sbo")]);
    assert_eq!(problems(&on("2025-03-01", &procedure, &case)), ["onbekend-veld"], "the step was taken");
}
