//! The encodings of files that come from DUO or from a spreadsheet, and how a
//! file in another one shows itself.

use std::borrow::Cow;

use swv_core::reading::without_mark;

/// How a file writes its characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Encoding {
    /// One byte a character; five bytes stand for none.
    Windows1252,
    /// With or without its mark at the start.
    Utf8,
}

/// A byte that the encoding does not allow.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct BadByte {
    /// Where it is, from 0.
    pub(crate) offset: usize,
    /// What it shows.
    pub(crate) reason: &'static str,
}

impl Encoding {
    /// The encoding of a file: UTF-8 where all of it is, and else Windows-1252.
    pub(crate) fn of(bytes: &[u8]) -> Encoding {
        if std::str::from_utf8(without_mark(bytes)).is_ok() { Encoding::Utf8 } else { Encoding::Windows1252 }
    }

    /// The name for people.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Encoding::Windows1252 => "Windows-1252",
            Encoding::Utf8 => "UTF-8",
        }
    }

    /// The first byte of a value that shows another encoding.
    ///
    /// Nearly every byte is a character of Windows-1252, so UTF-8 taken for it
    /// would pass as `Ã«` for `ë`. No Dutch name has such pairs: a value with
    /// bytes beyond ASCII that is valid UTF-8 is taken to be UTF-8.
    pub(crate) fn first_bad_byte(self, value: &[u8]) -> Option<BadByte> {
        let bad = |offset, reason| Some(BadByte { offset, reason });
        if let Some(offset) = value.iter().position(|byte| *byte == 0) {
            return bad(offset, "is empty");
        }
        if value.is_ascii() {
            return None;
        }
        let text = std::str::from_utf8(value);
        match (self, text) {
            (Encoding::Utf8, Err(error)) => bad(error.valid_up_to(), "is not valid there"),
            (Encoding::Utf8, Ok(text)) => {
                let offset = text.find(char::REPLACEMENT_CHARACTER)?;
                bad(offset, "begins a mark that another program left for a character it could not read")
            }
            (Encoding::Windows1252, Ok(_)) => {
                bad(value.iter().position(|byte| !byte.is_ascii())?, "begins a character of UTF-8")
            }
            (Encoding::Windows1252, Err(_)) => {
                let is_undefined = |byte: &u8| matches!(byte, 0x81 | 0x8D | 0x8F | 0x90 | 0x9D);
                bad(value.iter().position(is_undefined)?, "is no character")
            }
        }
    }

    /// The value as text.
    pub(crate) fn decode(self, value: &[u8]) -> Cow<'_, str> {
        let encoding = match self {
            Encoding::Windows1252 => encoding_rs::WINDOWS_1252,
            Encoding::Utf8 => encoding_rs::UTF_8,
        };
        encoding.decode_without_bom_handling(value).0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(encoding: Encoding, value: &[u8], expected: Option<usize>) {
        assert_eq!(encoding.first_bad_byte(value).map(|bad| bad.offset), expected, "{encoding:?} {value:x?}");
    }

    #[test]
    fn plain_text_is_in_both_encodings() {
        check(Encoding::Windows1252, b"De Regenboog", None);
        check(Encoding::Utf8, b"De Regenboog", None);
    }

    #[test]
    fn windows_1252_has_quotation_marks_that_latin_1_lacks() {
        check(Encoding::Windows1252, b"\x91t Anker, Oelebr\xF6d", None);
        assert_eq!(Encoding::Windows1252.decode(b"\x91t Anker, Oelebr\xF6d"), "\u{2018}t Anker, Oelebr\u{f6}d");
    }

    #[test]
    fn utf_8_is_not_taken_for_windows_1252() {
        check(Encoding::Windows1252, "Oelebr\u{f6}d".as_bytes(), Some(6));
        check(Encoding::Windows1252, "Oelebr\u{fffd}d".as_bytes(), Some(6));
    }

    #[test]
    fn a_byte_that_windows_1252_leaves_open_is_bad() {
        for byte in [0x81, 0x8D, 0x8F, 0x90, 0x9D] {
            check(Encoding::Windows1252, &[b'a', byte], Some(1));
        }
    }

    #[test]
    fn windows_1252_is_not_taken_for_utf_8() {
        check(Encoding::Utf8, b"Oelebr\xF6d", Some(6));
        check(Encoding::Utf8, "Oelebr\u{f6}d".as_bytes(), None);
        check(Encoding::Utf8, "a\u{fffd}".as_bytes(), Some(1));
    }

    #[test]
    fn an_empty_byte_is_in_neither() {
        check(Encoding::Utf8, b"a\0b", Some(1));
        check(Encoding::Windows1252, b"a\0b", Some(1));
    }

    #[test]
    fn a_file_is_utf_8_where_all_of_it_is() {
        for utf_8 in ["De Regenboog", "Oelebr\u{f6}d", "\u{feff}Oelebr\u{f6}d"] {
            assert_eq!(Encoding::of(utf_8.as_bytes()), Encoding::Utf8);
        }
        assert_eq!(Encoding::of(b"Oelebr\xF6d"), Encoding::Windows1252);
    }
}
