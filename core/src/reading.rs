//! What every reader of a file of text has in common.

/// Why bytes are no text in UTF-8.
///
/// ```
/// use swv_core::reading::{NotUtf8, utf_8};
///
/// assert_eq!(utf_8(b"\xef\xbb\xbfid;name"), Ok("id;name"));
/// assert_eq!(utf_8(b"\xff\xfei\0d\0"), Err(NotUtf8::Utf16));
/// assert_eq!(utf_8(b"Oelebr\xf6d"), Err(NotUtf8::Other { at: 6 }));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotUtf8 {
    /// Two bytes a character, as Windows PowerShell writes.
    #[error(
        "is UTF-16, as `>` of Windows PowerShell writes; save it as UTF-8, or write it with `| Out-File -Encoding utf8` \
         instead of `>`"
    )]
    Utf16,
    /// Another encoding.
    #[error("is not UTF-8; save the file as UTF-8")]
    Other {
        /// Where the first byte stands that shows it, from 0.
        at: usize,
    },
}

impl NotUtf8 {
    /// Where the first byte stands that shows it, from 0.
    pub fn at(self) -> usize {
        match self {
            NotUtf8::Utf16 => 0,
            NotUtf8::Other { at } => at,
        }
    }
}

/// The text of a file, without the mark that some editors put first.
///
/// # Errors
/// [`NotUtf8`].
pub fn utf_8(bytes: &[u8]) -> Result<&str, NotUtf8> {
    if is_utf_16(bytes) {
        return Err(NotUtf8::Utf16);
    }
    let text = without_mark(bytes);
    std::str::from_utf8(text).map_err(|error| NotUtf8::Other { at: bytes.len() - text.len() + error.valid_up_to() })
}

/// The bytes without the mark of UTF-8 that some editors put first.
pub fn without_mark(bytes: &[u8]) -> &[u8] {
    bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes)
}

/// Whether a file begins as one of UTF-16 does: with its mark, or with a
/// character of which one byte is empty.
pub fn is_utf_16(start: &[u8]) -> bool {
    match start {
        [0xff, 0xfe, ..] | [0xfe, 0xff, ..] => true,
        [first, second, ..] => (*first == 0) != (*second == 0),
        _ => false,
    }
}

/// What a reader of JSON or TOML says is wrong, without the names that types
/// have inside this program.
///
/// ```
/// use swv_core::reading::in_plain_words;
///
/// let reason = "invalid type: integer `3`, expected struct RecipientRow";
/// assert_eq!(in_plain_words(reason), "invalid type: integer `3`, expected keys with their values");
/// ```
pub fn in_plain_words(reason: &str) -> String {
    if reason.starts_with("data did not match any variant") {
        return "the value has none of the forms that it can have here".to_owned();
    }
    let Some((found, expected)) = reason.rsplit_once("expected ") else { return reason.to_owned() };
    let plain = match expected.split([' ', ',']).next().unwrap_or_default() {
        "struct" | "map" => "keys with their values",
        "internally" | "adjacently" | "externally" => "keys with their values",
        "enum" | "variant" | "unit" => "one of the words that it can be",
        "tuple" | "sequence" => "a list",
        "u8" | "u16" | "u32" | "u64" | "usize" => "a whole number from 0",
        "i8" | "i16" | "i32" | "i64" => "a whole number",
        _ => match expected {
            "a map" => "keys with their values",
            "a sequence" => "a list",
            "a boolean" => "true or false",
            "a string" | "a borrowed string" | "a formatted string" => "a text between quotes",
            other => other,
        },
    };
    format!("{found}expected {plain}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn utf_16_is_known_by_its_mark_and_without_it() {
        let of = |text: &str, unit: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(unit).collect::<Vec<u8>>();
        for text in ["\u{feff}id;name\r\n", "id;name\r\n", "{ \"name\": 1 }"] {
            for unit in [u16::to_le_bytes, u16::to_be_bytes] {
                assert_eq!(utf_8(&of(text, unit)), Err(NotUtf8::Utf16), "{text:?}");
            }
        }
        for text in ["", "i", "id;name", "\u{feff}id", "\u{eb}\u{eb}"] {
            assert!(utf_8(text.as_bytes()).is_ok(), "{text:?}");
        }
    }

    #[test]
    fn the_place_of_another_encoding_counts_the_mark() {
        assert_eq!(utf_8(b"\xef\xbb\xbfab\xe9").unwrap_err().at(), 5);
    }

    #[test]
    fn no_name_of_a_type_is_told() {
        #[derive(Debug, serde::Deserialize)]
        #[serde(untagged)]
        #[allow(dead_code)]
        enum Either {
            Number(u32),
            List(Vec<u32>),
        }
        #[derive(Debug, serde::Deserialize)]
        #[serde(tag = "kind")]
        #[allow(dead_code)]
        enum Tagged {
            One { number: u32 },
        }
        #[derive(Debug, serde::Deserialize)]
        #[allow(dead_code)]
        struct Inside {
            either: Option<Either>,
            tagged: Option<Tagged>,
            number: Option<u8>,
            truth: Option<bool>,
            list: Option<Vec<Inside>>,
        }
        for (text, expected) in [
            ("3", "expected keys with their values"),
            (r#"{ "either": "x" }"#, "has none of the forms"),
            (r#"{ "tagged": 3 }"#, "expected keys with their values"),
            (r#"{ "number": -1 }"#, "expected a whole number from 0"),
            (r#"{ "truth": "ja" }"#, "expected true or false"),
            (r#"{ "list": 1 }"#, "expected a list"),
        ] {
            let reason = serde_json::from_str::<Inside>(text).unwrap_err().to_string();
            let plain = in_plain_words(reason.split(" at line ").next().unwrap());
            assert!(plain.contains(expected), "{reason} -> {plain}");
            for internal in ["Inside", "Either", "Tagged", "struct", "enum", "u8", "variant"] {
                assert!(!plain.contains(internal), "{plain}");
            }
        }
    }
}
