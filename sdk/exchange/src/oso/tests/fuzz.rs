//! Whatever a file holds, reading it gives a result or an error that names the
//! file.

use std::sync::LazyLock;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;
use proptest::test_runner::RngSeed;

use super::*;

/// A change of a file at some place.
#[derive(Clone, Debug)]
enum Change {
    Byte(Index, u8),
    Insert(Index, Vec<u8>),
    Remove(Index, usize),
    Repeat(Index, usize),
    Cut(Index),
}

/// What XML is made of, and what a dossier should not be.
const PARTS: [&str; 18] = [
    "<",
    ">",
    "</",
    "/>",
    "&",
    "&#x0;",
    "&lol;",
    "<![CDATA[",
    "]]>",
    "<!--",
    "<!DOCTYPE a [<!ENTITY a 'b'>]>",
    "<?xml version='1.0'?>",
    "<a xmlns='urn:x'/>",
    "<tlv/>",
    "<toestemming>Nee</toestemming>",
    "OPT-UIT",
    "\u{feff}",
    "é",
];

/// The files that are changed: the one made here, and the examples where they
/// are.
static FILES: LazyLock<Vec<Vec<u8>>> = LazyLock::new(|| {
    let real = real_data::folder()
        .into_iter()
        .flat_map(|folder| [real_data::FULL, real_data::OPT_OUT].map(|name| fs::read(folder.join(name)).unwrap()));
    [DOSSIER.as_bytes().to_vec()].into_iter().chain(real).collect()
});

fn change() -> impl Strategy<Value = Change> {
    let part = prop_oneof![
        proptest::sample::select(PARTS.to_vec()).prop_map(|part| part.as_bytes().to_owned()),
        vec(any::<u8>(), 1..8),
    ];
    prop_oneof![
        (any::<Index>(), any::<u8>()).prop_map(|(at, byte)| Change::Byte(at, byte)),
        (any::<Index>(), part).prop_map(|(at, part)| Change::Insert(at, part)),
        (any::<Index>(), 1..200_usize).prop_map(|(at, length)| Change::Remove(at, length)),
        (any::<Index>(), 1..200_usize).prop_map(|(at, length)| Change::Repeat(at, length)),
        any::<Index>().prop_map(Change::Cut),
    ]
}

fn spoiled(bytes: &[u8], changes: &[Change]) -> Vec<u8> {
    let mut bytes = bytes.to_owned();
    for change in changes {
        let at = |index: &Index| index.index(bytes.len() + 1);
        match change {
            Change::Byte(index, byte) => {
                let at = at(index);
                if let Some(found) = bytes.get_mut(at) {
                    *found = *byte;
                }
            }
            Change::Insert(index, part) => {
                let at = at(index);
                bytes.splice(at..at, part.iter().copied());
            }
            Change::Remove(index, length) => {
                let at = at(index);
                bytes.drain(at..bytes.len().min(at + length));
            }
            Change::Repeat(index, length) => {
                let at = at(index);
                let again = bytes[at..bytes.len().min(at + length)].to_owned();
                bytes.splice(at..at, again);
            }
            Change::Cut(index) => bytes.truncate(at(index)),
        }
    }
    bytes
}

#[track_caller]
fn check(bytes: &[u8]) {
    match import_bytes_of(bytes) {
        Ok(imported) => check_accounted(&imported),
        Err(error) => {
            let text = error.to_string();
            assert!(text.starts_with("dossier.xml:"), "{text}");
        }
    }
}

proptest! {
    // The same cases on every machine and in every run.
    #![proptest_config(ProptestConfig {
        cases: 400,
        rng_seed: RngSeed::Fixed(2401),
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn a_spoiled_dossier_is_imported_or_refused_by_name(file in any::<Index>(), changes in vec(change(), 1..4)) {
        let file: &Vec<u8> = file.get(&FILES);
        check(&spoiled(file, &changes));
    }

    #[test]
    fn any_bytes_are_refused_by_name(bytes in vec(any::<u8>(), 0..400)) {
        check(&bytes);
    }

    #[test]
    fn any_pieces_of_xml_are_read_or_refused_by_name(parts in vec(proptest::sample::select(PARTS.to_vec()), 0..20)) {
        let text = changed(&[("<opp>", &format!("<opp>{}", parts.concat()))]);
        check(text.as_bytes());
    }
}
