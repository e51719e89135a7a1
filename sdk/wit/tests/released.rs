//! What is released does not change under the same number.

#![allow(clippy::unwrap_used)] // A test that cannot read has failed.

use std::fs;
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};
use swv_core::Interface;

/// Each version of each part, and the digest of what it says without its
/// comments.
const RELEASED: [(Interface, &str, &str); 8] = [
    (Interface::Types, "0.3.0", "7ae06f6d8b69e832487eb76da8dc8e0105beea48bae4b0d4584e3c7db0881e4d"),
    (Interface::Diagnostics, "0.3.0", "28da2b33e15f8846c8dafb76a69578e2bcb724feb56172860e2115ef6ada8df2"),
    (Interface::Description, "0.3.0", "41fb3f6c7b433d42f14d4d9daa1aead870f816c7d8c1753f68b2008357f66794"),
    (Interface::Allocation, "0.3.0", "31484ea910b9d4b7942756459da38b5d28777589133a7e16817e9b74fdbcbfe3"),
    (Interface::Budget, "0.3.0", "2e105b9c21c38cfc31aaed62f60c31d3cc7bdc44c7a32214821b4968df9623fc"),
    (Interface::Indicators, "0.3.0", "491ff17dd5f3bbca22e8ed2c49302c6690ed657082c321ed553aa25ddfa13812"),
    (Interface::Norm, "0.3.0", "747db90d2a60518d6cd23e1919c07b374d46055a6c23d6f5000d93973a5cb3aa"),
    (Interface::Procedures, "0.3.0", "0c58309a33b1a7bb5b97a307f9726eeb1997511016ffbc261dffc929be654ec6"),
];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The folders of a part: one for each breaking version.
fn folders(part: Interface) -> Vec<PathBuf> {
    let entries = fs::read_dir(root().join(part.name())).unwrap();
    let mut folders: Vec<_> = entries.map(|entry| entry.unwrap().path()).collect();
    folders.sort();
    folders
}

/// What a folder says, file by file, without comments and blank lines.
fn said(folder: &Path) -> String {
    let mut files: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let lines = files.iter().flat_map(|file| {
        let text = fs::read_to_string(file).unwrap();
        let lines = text.lines().map(|line| line.split_once("//").map_or(line, |(before, _)| before).trim());
        lines.filter(|line| !line.is_empty()).map(str::to_owned).collect::<Vec<_>>()
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// The version in the first line of what a folder says.
fn version(part: Interface, said: &str) -> String {
    let first = said.lines().next().unwrap_or_default();
    let version = first.strip_prefix(&format!("package swv:{part}@")).and_then(|rest| rest.strip_suffix(';'));
    version.unwrap_or_else(|| panic!("{part}: begins with {first:?} and not with its package")).to_owned()
}

#[test]
fn a_released_folder_is_what_it_was_under_its_number() {
    for part in Interface::ALL {
        for folder in folders(*part) {
            let said = said(&folder);
            let version = version(*part, &said);
            let digest: String = Sha256::digest(&said).iter().map(|byte| format!("{byte:02x}")).collect();
            let released = RELEASED.iter().find(|(of, number, _)| of == part && *number == version);
            let (_, _, expected) = released.unwrap_or_else(|| {
                panic!("{part} {version} is not among the released; add its digest to {}: {digest}", file!())
            });
            assert_eq!(
                digest, *expected,
                "\n{part} has changed since it was released as {version}. If plugins of {version} still fit, raise the \
                 patch number in {folder:?}, in core/src/interface.rs and here; if not, leave the folder as it was and \
                 put the change into one of the next breaking version (see sdk/wit/README.md).\n"
            );
        }
    }
}

#[test]
fn the_newest_folder_is_what_the_sdk_speaks_and_is_named_after_its_breaking_version() {
    for part in Interface::ALL {
        let newest = folders(*part).pop().unwrap();
        let version = part.version();
        assert_eq!(self::version(*part, &said(&newest)), version.to_string(), "{part}");
        let breaking = if version.major == 0 { format!("0.{}", version.minor) } else { version.major.to_string() };
        assert_eq!(newest.file_name().unwrap().to_str(), Some(breaking.as_str()), "{part}");
    }
}

#[test]
fn every_folder_of_wit_is_a_part_of_the_interface() {
    let entries = fs::read_dir(root()).unwrap().map(|entry| entry.unwrap());
    let folders = entries.filter(|entry| entry.path().is_dir()).map(|entry| entry.file_name().into_string().unwrap());
    let mut parts: Vec<_> = folders.filter(|name| !["src", "tests"].contains(&name.as_str())).collect();
    let mut known: Vec<_> = Interface::ALL.iter().map(|part| part.name().to_owned()).collect();
    parts.sort();
    known.sort();
    assert_eq!(parts, known);
}
