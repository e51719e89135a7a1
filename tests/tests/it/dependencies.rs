//! What `deny.toml` says of dependencies holds; no other program is needed for it.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::process::Command;

use serde::Deserialize;
use swv_tests::workspace;

/// The part of `deny.toml` that is held to here.
#[derive(Deserialize)]
struct Deny {
    licenses: Licenses,
    bans: Bans,
    sources: Sources,
}

#[derive(Deserialize)]
struct Licenses {
    allow: BTreeSet<String>,
}

#[derive(Deserialize)]
struct Bans {
    skip: Vec<Skipped>,
    #[serde(rename = "skip-tree")]
    skip_tree: Vec<Skipped>,
}

#[derive(Deserialize)]
struct Skipped {
    #[serde(rename = "crate")]
    package: String,
    reason: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
struct Sources {
    allow_registry: BTreeSet<String>,
}

#[derive(Deserialize)]
struct Metadata {
    packages: Vec<Package>,
    resolve: Resolve,
}

#[derive(Deserialize)]
struct Package {
    id: String,
    name: String,
    version: String,
    license: Option<String>,
    source: Option<String>,
}

#[derive(Deserialize)]
struct Resolve {
    nodes: Vec<Node>,
}

#[derive(Deserialize)]
struct Node {
    id: String,
    dependencies: Vec<String>,
}

fn deny() -> Deny {
    toml::from_str(&fs::read_to_string(workspace().join("deny.toml")).unwrap()).unwrap()
}

/// Every package that the workspace is built from, on any platform.
fn metadata() -> Metadata {
    let arguments = ["metadata", "--locked", "--format-version", "1"];
    let output = Command::new(env!("CARGO")).args(arguments).current_dir(workspace()).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

/// Whether one may be chosen of each part that has to be met.
fn is_allowed(license: &str, allowed: &BTreeSet<String>) -> bool {
    // In what crates write, brackets stand around alternatives only, and older
    // ones write `/` for `OR`.
    let license = license.replace(" / ", " OR ").replace('/', " OR ");
    license.split(" AND ").all(|part| {
        let part = part.trim_matches(['(', ')']);
        part.split(" OR ").any(|license| allowed.contains(license))
    })
}

#[test]
fn every_licence_is_allowed_and_every_allowed_one_is_somewhere() {
    let (allowed, packages) = (deny().licenses.allow, metadata().packages);
    for Package { name, version, license, .. } in &packages {
        let license = license.as_deref().unwrap_or_default();
        assert!(is_allowed(license, &allowed), "{name} {version}: {license:?}");
    }
    for license in allowed {
        assert!(packages.iter().any(|package| package.license.as_ref().is_some_and(|text| text.contains(&license))));
    }
}

#[test]
fn every_package_comes_from_an_allowed_registry_or_stands_here() {
    let allowed = deny().sources.allow_registry;
    for Package { name, source, .. } in metadata().packages {
        let known = |source: &str| source.strip_prefix("registry+").is_some_and(|from| allowed.contains(from));
        assert!(source.as_deref().is_none_or(known), "{name}: {source:?}");
    }
}

#[test]
fn no_package_is_there_in_two_versions_but_for_a_reason() {
    let (bans, metadata) = (deny().bans, metadata());
    let skipped = left_out(&bans, &metadata);
    let mut versions = BTreeMap::<&str, BTreeSet<&str>>::new();
    for package in metadata.packages.iter().filter(|package| !skipped.contains(package.id.as_str())) {
        versions.entry(&package.name).or_default().insert(&package.version);
    }
    versions.retain(|_, versions| versions.len() > 1);
    assert!(versions.is_empty(), "{versions:#?}");
}

/// The ids of the packages that are left out, alone or with all below them.
fn left_out<'a>(bans: &Bans, metadata: &'a Metadata) -> BTreeSet<&'a str> {
    let found = |skipped: &Skipped| {
        let (name, version) = skipped.package.split_once('@').unwrap();
        let is_it = |package: &&Package| package.name == name && is_of(&package.version, version);
        let package = metadata.packages.iter().find(is_it).unwrap_or_else(|| panic!("no {}", skipped.package));
        assert!(!skipped.reason.is_empty(), "{}", skipped.package);
        package.id.as_str()
    };
    let mut left_out: BTreeSet<_> = bans.skip.iter().map(found).collect();
    let mut open: Vec<_> = bans.skip_tree.iter().map(found).collect();
    let below: BTreeMap<_, _> = metadata.resolve.nodes.iter().map(|node| (node.id.as_str(), node)).collect();
    while let Some(id) = open.pop() {
        if left_out.insert(id) {
            open.extend(below[id].dependencies.iter().map(String::as_str));
        }
    }
    left_out
}

/// Whether the version is the one that is named as far as it is named.
fn is_of(version: &str, named: &str) -> bool {
    version.strip_prefix(named).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
}
