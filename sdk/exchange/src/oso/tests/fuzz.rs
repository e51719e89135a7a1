//! Whatever a file holds, reading it gives a result or an error that names the
//! file.

use std::sync::LazyLock;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;
use proptest::test_runner::RngSeed;
use swv_test_support::change;

use super::*;

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
    let real = swv_test_support::oso_examples().into_iter().flatten().map(|file| fs::read(file).unwrap());
    [DOSSIER.as_bytes().to_vec()].into_iter().chain(real).collect()
});

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
    fn a_spoiled_dossier_is_imported_or_refused_by_name(file in any::<Index>(), changes in vec(change(&PARTS), 1..4)) {
        let file: &Vec<u8> = file.get(&FILES);
        check(&swv_test_support::changed(file, &changes));
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
