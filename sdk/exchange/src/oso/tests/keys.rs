//! Keys and pseudonyms.

use super::*;

fn pseudonym(changes: &[(&str, &str)], key: &Key, swv: &str) -> String {
    let text = changed(changes);
    let imported = import_bytes("dossier.xml", text.as_bytes(), key, &swv.parse().unwrap()).unwrap();
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
    let message = Key::read("sleutel", text).err().unwrap().to_string();
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
}

#[test]
fn spaces_and_capitals_do_not_change_a_key() {
    let digits = "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";
    let spaced = key_of(&format!("\n {}\r\n", digits.to_uppercase()));
    assert_eq!(pseudonym(&[], &spaced, "PO9901"), pseudonym(&[], &key(), "PO9901"));
}

#[test]
fn a_new_key_is_of_the_bytes_that_the_caller_gives() {
    let text = Key::new_file(&[0xA5; MIN_KEY_BYTES]);
    assert_eq!(text, format!("{}\n", "a5".repeat(MIN_KEY_BYTES)));
    let key = Key::read("sleutel", text.as_bytes()).unwrap();
    assert_eq!(pseudonym(&[], &key, "PO9901"), pseudonym(&[], &key_of(&"A5".repeat(MIN_KEY_BYTES)), "PO9901"));
}
