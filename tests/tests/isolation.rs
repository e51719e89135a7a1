//! No region is known by name outside its own plugin and folder.

#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::fs;
use std::path::{Path, PathBuf};

use swv_tests::{REGIONS, workspace};

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
    assert_eq!(hits(&["core/src", "sdk/host/src", "sdk/plugin/src", "sdk/testkit/src", "sdk/wit"], &REGIONS), none);
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
