//! Keys and pseudonyms.

use super::key::{KeyError, MIN_KEY_BYTES};
use super::*;

fn pseudonym(changes: &[(&str, &str)], key: &Key, swv: &str) -> String {
    let text = changed(changes);
    let imported = import_bytes(Path::new("dossier.xml"), text.as_bytes(), key, &swv.parse().unwrap()).unwrap();
    imported.fields.pupil.unwrap().as_str().to_owned()
}

#[test]
fn the_same_pupil_has_the_same_pseudonym_and_anything_else_another() {
    let (one, other) = (key(), key_of(&"a".repeat(64)));
    let first = pseudonym(&[], &one, "PO9901");
    // Computed apart from this program, with another implementation of HMAC.
    assert_eq!(first, "c22da1499dddd242d8eabbc062736f14");
    assert_eq!(pseudonym(&[("Achternaamgeheim", "Anders"), ("2023-09-04", "2023-10-04")], &one, "PO9901"), first);
    let others = [
        pseudonym(&[("LL-0042", "LL-0043")], &one, "PO9901"),
        pseudonym(&[("12AB", "12AC")], &one, "PO9901"),
        pseudonym(&[], &one, "PO9902"),
        pseudonym(&[], &other, "PO9901"),
    ];
    let mut all: Vec<_> = others.into_iter().chain([first]).collect();
    all.sort();
    all.dedup();
    assert_eq!(all.len(), 5);
    assert!(all.iter().all(|text| text.len() == 32 && text.bytes().all(|byte| byte.is_ascii_hexdigit())));
}

/// The message of a key of this text, without its folder.
#[track_caller]
fn refused(text: &[u8]) -> String {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("sleutel");
    fs::write(&path, text).unwrap();
    let message = Key::read(&path).err().unwrap().to_string();
    message.split_once("sleutel: ").unwrap().1.to_owned()
}

#[test]
fn a_key_that_is_too_short_or_is_no_key_is_refused_without_showing_it() {
    let short = refused("ab".repeat(MIN_KEY_BYTES - 1).as_bytes());
    assert!(short.starts_with("the key has 31 bytes, and at least 32 are needed"), "{short}");
    assert!(refused(b"").starts_with("the key has 0 bytes"));
    let odd = refused("a".repeat(65).as_bytes());
    assert!(odd.starts_with("has 65 hexadecimal digits, and a byte takes two"), "{odd}");
    let word = refused(b"  abgeheim");
    assert!(word.starts_with("character 5 is no hexadecimal digit") && !word.contains("geheim"), "{word}");
    assert!(refused(&[0xFF; 40]).starts_with("character 1 is no hexadecimal digit"));
    assert!(refused(&[b'a'; 5000]).starts_with("is larger than 4096 bytes"));
    let absent = Key::read(Path::new("er/is/geen/sleutel")).err().unwrap();
    assert!(matches!(absent, KeyError::Read { .. }), "{absent}");
    let absent = OsoError::from(absent).to_string();
    assert!(absent.starts_with("er/is/geen/sleutel: ") && absent.contains("--new-key"), "{absent}");
}

#[test]
fn spaces_and_capitals_do_not_change_a_key() {
    let digits = "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";
    let spaced = key_of(&format!("\n {}\r\n", digits.to_uppercase()));
    assert_eq!(pseudonym(&[], &spaced, "PO9901"), pseudonym(&[], &key(), "PO9901"));
}

#[test]
fn a_new_key_is_random_private_and_never_written_over_a_file() {
    let folder = tempfile::tempdir().unwrap();
    let (one, other) = (folder.path().join("een"), folder.path().join("twee"));
    Key::create(&one).unwrap();
    Key::create(&other).unwrap();
    let text = fs::read_to_string(&one).unwrap();
    assert_eq!(text.len(), 2 * MIN_KEY_BYTES + 1);
    assert_ne!(text, fs::read_to_string(&other).unwrap());
    let (one_key, other_key) = (Key::read(&one).unwrap(), Key::read(&other).unwrap());
    assert_ne!(pseudonym(&[], &one_key, "PO9901"), pseudonym(&[], &other_key, "PO9901"));
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        assert_eq!(fs::metadata(&one).unwrap().permissions().mode() & 0o777, 0o600);
    }
    let again = Key::create(&one).unwrap_err();
    assert!(matches!(again, KeyError::Exists { .. }), "{again}");
    assert_eq!(fs::read_to_string(&one).unwrap(), text);
    let nowhere = Key::create(&folder.path().join("nergens/sleutel")).unwrap_err();
    assert!(matches!(nowhere, KeyError::Write { .. }), "{nowhere}");
}
