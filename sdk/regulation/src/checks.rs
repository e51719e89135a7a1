//! The rules that a region's code checks: named in the data, and each in a
//! file of its name.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use crate::node::{Node, Span};
use crate::source::Sources;

/// The folder of the code.
const FOLDER: &str = "src/checks";

/// The checks that procedures name, each with its first place.
pub(crate) fn named<'a>(procedures: impl Iterator<Item = &'a Node>) -> BTreeMap<String, Span> {
    let mut checks = BTreeMap::new();
    for table in procedures.filter_map(Node::table) {
        for check in table.get("checks").and_then(Node::list).into_iter().flatten() {
            let id = check.table().and_then(|check| check.get("id"));
            if let Some((id, text)) = id.and_then(|id| Some((id, id.text()?))) {
                checks.entry(text.to_owned()).or_insert(id.span);
            }
        }
    }
    checks
}

/// Notes each check without a file and each file without a check.
pub(crate) fn compare(plugin: &Path, checks: &BTreeMap<String, Span>, sources: &mut Sources) {
    for (id, span) in checks {
        let file = format!("{FOLDER}/{}.rs", module(id));
        if !plugin.join(&file).is_file() {
            sources.fault(*span, format!("the check {id} has no code; write it in {file}"));
        }
    }
    for entry in fs::read_dir(plugin.join(FOLDER)).into_iter().flatten().flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        let Some(stem) = name.strip_suffix(".rs").filter(|stem| !matches!(*stem, "mod" | "tests")) else { continue };
        if !checks.keys().any(|id| module(id) == stem) {
            let id = stem.replace('_', "-");
            let message = format!("no procedure names the check {id}; name it under [[checks]], or remove the file");
            sources.fault_in(&format!("{FOLDER}/{name}"), message);
        }
    }
}

/// Which function checks which rule, as a Rust expression.
pub(crate) fn as_rust(checks: &BTreeMap<String, Span>) -> String {
    let mut rust = String::from("&[\n");
    for id in checks.keys() {
        rust.push_str(&format!("    ({id:?}, crate::checks::{}::check),\n", module(id)));
    }
    rust.push_str("]\n");
    rust
}

fn module(id: &str) -> String {
    id.replace('-', "_")
}

/// Whether it can be the name of a module.
fn is_name(id: &str) -> bool {
    let letters = id.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-');
    letters && id.starts_with(|first: char| first.is_ascii_lowercase())
}

/// Notes each check whose name cannot be that of a file.
pub(crate) fn names(checks: &BTreeMap<String, Span>, sources: &mut Sources) {
    for (id, span) in checks.iter().filter(|(id, _)| !is_name(id)) {
        let message =
            format!("{id:?} is no name for a check: write lower-case letters, digits and hyphens, from a letter");
        sources.fault(*span, message);
    }
}
