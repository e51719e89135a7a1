//! No region is known by name outside its own plugin and folder, and nothing
//! that points at a pupil reaches a plugin.

use std::fs;
use std::path::{Path, PathBuf};

use swv_core::Date;
use swv_core::calendar::KnownDays;
use swv_core::procedure::CaseFile;
use swv_tests::{REGIONS, region, workspace};

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        match path.extension() {
            _ if path.is_dir() => sources(&path, found),
            Some(kind) if kind == "rs" || kind == "wit" || kind == "toml" => found.push(path),
            _ => {}
        }
    }
}

/// Lines of these folders that name a region, in code: comments aside.
fn hits(folders: &[&str], ids: &[&str]) -> Vec<String> {
    let mut files = Vec::new();
    for folder in folders {
        sources(&workspace().join(folder), &mut files);
    }
    assert!(files.len() >= folders.len(), "{folders:?}");
    let mut hits = Vec::new();
    for file in files.into_iter().filter(|file| !file.ends_with("tests.rs")) {
        let text = fs::read_to_string(&file).unwrap();
        for (index, line) in text.lines().enumerate() {
            let code = line.trim_start();
            if code.starts_with("//") || code.starts_with('#') && !code.starts_with("#[") {
                continue;
            }
            let code = code.to_lowercase();
            if ids.iter().any(|id| code.contains(id)) {
                hits.push(format!("{}:{}: {line}", file.display(), index + 1));
            }
        }
    }
    hits
}

#[test]
fn core_and_sdk_know_no_region() {
    let none: [String; 0] = [];
    let sdk = ["sdk/host/src", "sdk/plugin/src", "sdk/region/src", "sdk/testkit/src", "sdk/wit"];
    assert_eq!(hits(&[&["core/src"][..], &sdk].concat(), &REGIONS), none);
}

#[test]
fn what_needs_no_engine_opens_no_file_and_starts_no_thread() {
    let outside = ["std::fs", "std::thread", "std::net", "std::process", "std::env", "std::time::instant"];
    let none: [String; 0] = [];
    assert_eq!(hits(&["core/src", "sdk/region/src"], &outside), none);
}

#[test]
fn a_plugin_knows_no_other_region() {
    for id in REGIONS {
        let others: Vec<_> = REGIONS.into_iter().filter(|other| *other != id).collect();
        let none: [String; 0] = [];
        assert_eq!(hits(&[&format!("plugins/{id}")], &others), none);
    }
}

#[test]
fn every_plugin_has_its_region_folder_and_the_other_way_round() {
    let folders = |of: &str| {
        let mut names: Vec<_> = fs::read_dir(workspace().join(of))
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    };
    assert_eq!(folders("plugins"), folders("regions"));
    assert_eq!(folders("regions"), REGIONS);
}

/// A made-up case in which made-up secrets stand wherever a user could put
/// them. The plugin tells all that it was given.
const CASE: &str = r#"{
    "procedure": "aanvraag", "key": "geheim-pseudoniem", "sector": "po", "synthetic": true,
    "enrolled_in": "PO9901", "resident_in": "PO9902",
    "fields": { "gedrag": "vertellen", "naam": "geheim Verzonnen", "bsn": "123456782", "deskundige": "deskundige-7" },
    "events": [
        { "on": "2025-02-03", "name": "aanvraag", "fields": {
            "deskundige": "deskundige-1", "geboortedatum": "2016-05-04", "ouder": "geheim Verzonnen" } },
        { "on": "2025-02-04", "name": "aanvraag", "fields": { "deskundige": "geheim Verzonnen" } },
        { "on": "2025-02-05", "name": "geheim-huisbezoek", "fields": { "adres": "geheime laan 1" } },
        { "on": "2031-02-06", "name": "aanvraag", "fields": { "deskundige": "deskundige-8" } }
    ]
}"#;

#[test]
fn nothing_of_a_case_reaches_a_plugin_but_what_its_procedure_states() {
    let case: CaseFile = serde_json::from_str(CASE).unwrap();
    let report = region("hostile").case(&case, Date::constant(2025, 3, 1), &KnownDays::default()).unwrap();
    let told = report.case.problems.iter().find(|problem| problem.rule == "verzonnen-regel").unwrap();
    let given = &told.message.en;
    for stated in ["\"aanvraag\"", "vertellen", "deskundige-1", "2025-02-03", "2025-02-04"] {
        assert!(given.contains(stated), "{stated}: {given}");
    }
    let secrets = ["geheim", "123456782", "bsn", "naam", "2016", "ouder", "adres", "PO99", "pseudoniem", "2031"];
    for secret in secrets.into_iter().chain(["deskundige-7", "deskundige-8", "2025-02-05", "Verzonnen"]) {
        assert!(!given.contains(secret), "{secret}: {given}");
    }
}
