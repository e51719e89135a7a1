//! Imports of dossiers made here, and of the standard's own examples.
//!
//! No dossier here is of a real pupil: every name and number is made up.

#![allow(clippy::unwrap_used, clippy::expect_used)]

mod cases;
mod fuzz;
mod keys;
mod real_data;
mod reports;
mod respect;
mod rules;
mod secondary;

use std::fs;

use swv_core::Language;
use swv_test_support::{DOSSIER, OSO_KEY};

use super::*;

/// What may stand in no result, report or message.
const SECRETS: [&str; 11] = [
    "Verzonnen",
    "Tweede",
    "Achternaamgeheim",
    "2014-05-06",
    "LL-0042",
    "Directeursnaam",
    "Diagnosenaam",
    "Deskundigenaam",
    "Verzorgernaam",
    "Handelingsdoel",
    "Vertrouwelijkheid",
];

fn key() -> Key {
    key_of(OSO_KEY)
}

fn key_of(digits: &str) -> Key {
    Key::read("sleutel", digits.as_bytes()).unwrap()
}

fn import_bytes_of(bytes: &[u8]) -> Result<Imported, OsoError> {
    import_bytes("dossier.xml", bytes, &key(), &"PO9901".parse().unwrap())
}

/// The dossier with some of its text replaced, each of which is there.
#[track_caller]
fn changed(changes: &[(&str, &str)]) -> String {
    changes.iter().fold(DOSSIER.to_owned(), |text, (from, to)| {
        assert!(text.contains(from), "{from}");
        text.replacen(from, to, 1)
    })
}

#[track_caller]
fn imported(changes: &[(&str, &str)]) -> Imported {
    let imported = import_bytes_of(changed(changes).as_bytes()).unwrap_or_else(|error| panic!("{error}"));
    check_accounted(&imported);
    imported
}

/// The message of the error of an import.
#[track_caller]
fn error(changes: &[(&str, &str)]) -> String {
    let message = import_bytes_of(changed(changes).as_bytes()).unwrap_err().to_string();
    check_no_secret(&message);
    message
}

/// Every element is structure, kept or dropped for a reason.
#[track_caller]
fn check_accounted(imported: &Imported) {
    check_report(&imported.report);
}

#[track_caller]
fn check_report(report: &OsoReport) {
    let kept: usize = report.kept.iter().filter(|kept| !kept.again).map(|kept| kept.count).sum();
    let dropped: usize = report.dropped.iter().map(|dropped| dropped.elements).sum();
    assert_eq!(report.structure + kept + dropped, report.elements);
}

#[track_caller]
fn check_no_secret(text: &str) {
    for secret in SECRETS {
        assert!(!text.contains(secret), "{secret} in {text}");
    }
}

/// The values of a name.
fn values(imported: &Imported, name: &str) -> Vec<String> {
    imported.fields.values.iter().filter(|value| value.name == name).map(|value| value.value.to_string()).collect()
}

/// The paths that were dropped for a reason, below the root.
fn dropped(imported: &Imported, reason: DropReason) -> Vec<&str> {
    let dropped = imported.report.dropped.iter().filter(|dropped| dropped.reason == reason);
    dropped.map(|dropped| dropped.path.strip_prefix("/dossier/").unwrap()).collect()
}

#[test]
fn fields_have_their_value_and_path() {
    let imported = imported(&[]);
    assert_eq!(values(&imported, "dossier-datum"), ["2024-03-04"]);
    assert_eq!(values(&imported, "school-brin"), ["12AB"]);
    assert_eq!(values(&imported, "opp-begin"), ["2023-09-04"]);
    assert_eq!(values(&imported, "tlv-categorie"), ["L"]);
    assert_eq!(values(&imported, "medicijngebruik"), ["true"]);
    assert_eq!(values(&imported, "verzuim-dagdelen-geoorloofd"), ["12"]);
    assert_eq!(values(&imported, "schoolloopbaan-brin"), ["12AB", "34CD"]);
    let paths: Vec<_> = imported.fields.values.iter().filter(|value| value.name == "schoolloopbaan-brin").collect();
    assert_eq!(paths[1].path, "/dossier/huidigeschool/leerling/schoolloopbaanlijst/schoolloopbaan[2]/brincode");
}

#[test]
fn the_year_group_is_that_of_the_latest_school_year_wherever_it_stands() {
    let first = imported(&[]);
    assert_eq!(
        (values(&first, "schooljaar"), values(&first, "leerjaar")),
        (vec!["2023-2024".into()], vec!["6".into()])
    );
    let later = imported(&[("2022-2023", "2024-2025")]);
    assert_eq!(values(&later, "leerjaar"), ["5"]);
    let same_year = imported(&[("2022-2023", "2023-2024"), ("2022-08-01", "2024-01-08")]);
    assert_eq!(values(&same_year, "leerjaar"), ["5"]);
    let source = later.fields.values.iter().find(|value| value.name == "leerjaar").unwrap();
    assert!(source.path.ends_with("schoolloopbaan[2]/jaargroep"), "{}", source.path);
}

#[test]
fn documents_have_a_kind_a_day_of_their_block_and_a_format() {
    let imported = imported(&[]);
    let told: Vec<_> = imported
        .fields
        .documents
        .iter()
        .map(|document| (document.kind, document.dated_on.map(|day| day.to_string()), document.format))
        .collect();
    let day = |day: &str| Some(day.to_owned());
    assert_eq!(
        told,
        [("document-diagnose", day("2022-02-03"), Some("pdf")), ("document-opp", day("2023-09-04"), Some("docx")),]
    );
    assert!(dropped(&imported, DropReason::Attachment).iter().all(|path| path.ends_with("document/bestandsinhoud")));
    assert_eq!(dropped(&imported, DropReason::Attachment).len(), 2);
}

#[test]
fn names_and_paths_of_fields_are_each_used_once() {
    let mut names: Vec<_> = fields().map(|field| field.name).collect();
    names.extend(documents().map(|kind| kind.name));
    let shape =
        |name: &str| name.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-');
    assert!(names.iter().all(|name| shape(name)));
    let meanings = |language| {
        let fields = fields().map(move |field| field.meaning(language));
        fields.chain(documents().map(move |kind| kind.meaning(language)))
    };
    for (dutch, english) in meanings(Language::Nl).zip(meanings(Language::En)) {
        assert!(!dutch.is_empty() && !english.is_empty() && dutch != english, "{dutch}");
    }
    names.sort_unstable();
    let mut paths: Vec<_> = FIELDS.iter().map(|field| field.path).collect();
    paths.extend(documents().map(|kind| kind.path));
    paths.extend(super::fields::NEVER_KEPT.iter().map(|(path, _)| *path));
    paths.sort_unstable();
    for list in [&mut names, &mut paths] {
        let count = list.len();
        list.dedup();
        assert_eq!(list.len(), count);
    }
    for path in LATEST.iter().map(|field| field.path) {
        assert!(paths.contains(&path), "{path}");
    }
}
