//! A file of one type: TOML, or JSON where its name ends so.

use std::path::Path;

use serde::de::DeserializeOwned;
use swv_core::reading::{NotUtf8, in_plain_words, utf_8};
use toml::de::{DeTable, DeValue, Deserializer, Error};

use crate::{Located, Place};

/// Why a file is not of its type, and where in it.
pub type TypedFileError = Located<TypedFileErrorKind>;

/// Why a file is not of its type.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum TypedFileErrorKind {
    /// Another encoding than UTF-8.
    #[error(transparent)]
    NotUtf8(#[from] NotUtf8),
    /// JSON that is a list or a single value.
    #[error("is not a JSON object: begin with {{")]
    NoObject,
    /// Anything that does not fit the type, or is no TOML or JSON at all.
    #[error("{reason}")]
    Form {
        /// What does not fit.
        reason: String,
    },
}

/// Reads a value of one type, such as a case or a self-scan.
///
/// In TOML a day may stand with quotes, as in JSON, or without. Whether the
/// value is sound beyond its type is for its own checks.
///
/// # Errors
/// [`TypedFileError`], the first that there is.
///
/// ```
/// use swv_core::procedure::CaseFile;
/// use swv_exchange::typed_file;
///
/// let bytes = b"procedure = \"tlv\"\nkey = \"L-1\"\nsector = \"po\"\n";
/// let case: CaseFile = typed_file::read("zaak.toml", bytes)?;
/// assert_eq!(case.key, "L-1");
/// let error = typed_file::read::<CaseFile>("zaak.json", b"[]").unwrap_err();
/// assert_eq!(error.to_string(), "zaak.json:1:1: is not a JSON object: begin with {");
/// # Ok::<(), typed_file::TypedFileError>(())
/// ```
pub fn read<T: DeserializeOwned>(file: &str, bytes: &[u8]) -> Result<T, TypedFileError> {
    let error = |(line, column), kind| Place::column(file, line, column).error(kind);
    let text = utf_8(bytes).map_err(|cause| error(position(bytes, cause.at()), cause.into()))?;
    let bytes = text.as_bytes();
    if has_ending(file, "json") {
        let start = text.len() - text.trim_ascii_start().len();
        if !text[start..].starts_with('{') {
            return Err(error(position(bytes, start), TypedFileErrorKind::NoObject));
        }
        return serde_json::from_str(text).map_err(|cause| {
            error((cause.line(), cause.column()), TypedFileErrorKind::Form { reason: json_reason(&cause) })
        });
    }
    from_toml(text).map_err(|cause| {
        let start = cause.span().map_or(0, |span| span.start);
        error(position(bytes, start), TypedFileErrorKind::Form { reason: in_plain_words(cause.message()) })
    })
}

/// Whether the name of a file has this ending, in capitals or not.
pub(crate) fn has_ending(file: &str, ending: &str) -> bool {
    Path::new(file).extension().is_some_and(|extension| extension.eq_ignore_ascii_case(ending))
}

/// What is wrong with JSON, without the place that the reader writes behind it.
pub(crate) fn json_reason(error: &serde_json::Error) -> String {
    in_plain_words(error.to_string().split(" at line ").next().unwrap_or_default())
}

/// Reads TOML in which a day may stand with quotes, as in JSON, or without.
fn from_toml<T: DeserializeOwned>(text: &str) -> Result<T, Error> {
    let mut table = DeTable::parse(text)?;
    table.get_mut().iter_mut().for_each(|(_, value)| quote_days(value.get_mut()));
    T::deserialize(Deserializer::from(table))
}

/// Makes text of every day in a value.
fn quote_days(value: &mut DeValue) {
    match value {
        DeValue::Datetime(day) => *value = DeValue::String(day.to_string().into()),
        DeValue::Array(values) => values.iter_mut().for_each(|value| quote_days(value.get_mut())),
        DeValue::Table(table) => table.iter_mut().for_each(|(_, value)| quote_days(value.get_mut())),
        DeValue::String(_) | DeValue::Integer(_) | DeValue::Float(_) | DeValue::Boolean(_) => {}
    }
}

/// The line and column of an offset, from 1.
fn position(bytes: &[u8], offset: usize) -> (usize, usize) {
    let before = &bytes[..offset.min(bytes.len())];
    let line = before.iter().filter(|byte| **byte == b'\n').count() + 1;
    let column = before.iter().rev().take_while(|byte| **byte != b'\n').count() + 1;
    (line, column)
}

#[cfg(test)]
mod tests {
    use swv_core::procedure::CaseFile;

    use super::*;

    fn read_as(name: &str, bytes: &[u8]) -> Result<CaseFile, String> {
        read(name, bytes).map_err(|error| error.to_string())
    }

    #[test]
    fn a_file_is_read_from_toml_and_from_json() {
        let toml = read_as("a.toml", "\u{feff}procedure = \"tlv\"\nkey = \"k\"\nsector = \"po\"\n".as_bytes());
        let json = read_as("a.json", br#"{ "procedure": "tlv", "key": "k", "sector": "po" }"#);
        assert_eq!(toml, json);
        assert_eq!(toml.unwrap().key, "k");
    }

    #[test]
    fn a_day_stands_with_or_without_quotes() {
        let begin = "procedure = \"tlv\"\nkey = \"k\"\nsector = \"po\"\n[[events]]\nname = \"x\"\n";
        let quoted = format!("{begin}on = \"2025-02-03\"\nfields = {{ sinds = \"2024-07-01\" }}\n");
        let bare = format!("{begin}on = 2025-02-03\nfields = {{ sinds = 2024-07-01 }}\n");
        let read = read_as("a.toml", bare.as_bytes());
        assert_eq!(read, read_as("a.toml", quoted.as_bytes()));
        assert_eq!(read.unwrap().events[0].fields["sinds"], "2024-07-01");
        let error = read_as("a.toml", format!("{begin}on = 12:30:00\n").as_bytes()).unwrap_err();
        assert!(error.starts_with("a.toml:6:6: "), "{error}");
    }

    #[test]
    fn json_that_is_no_object_is_said_in_plain_words() {
        for text in ["null", "[]", "", "\n 3"] {
            let error = read_as("a.json", text.as_bytes()).unwrap_err();
            assert!(error.ends_with("is not a JSON object: begin with {"), "{error}");
        }
    }

    #[test]
    fn what_is_wrong_is_named_with_line_and_column() {
        let begin = "procedure = \"tlv\"\nkey = \"k\"\nsector = \"po\"\n";
        for (name, text, expected) in [
            ("a.toml", "een brief".to_owned(), "a.toml:1:5: "),
            ("a.toml", format!("{begin}naam = \"Jan\"\n"), "a.toml:4:1: unknown field `naam`"),
            ("a.toml", format!("{begin}[[events]]\non = \"2025-02-30\"\nname = \"x\"\n"), "a.toml:5:6: "),
            ("a.toml", format!("{begin}[fields]\na = \"1\"\na = \"2\"\n"), "a.toml:6:1: duplicate key"),
            ("a.json", "{ \"procedure\": 1 }".to_owned(), "a.json:1:16: invalid type: integer"),
        ] {
            let error = read_as(name, text.as_bytes()).unwrap_err();
            assert!(error.starts_with(expected), "{error}");
        }
        assert_eq!(read_as("a.toml", b"# \xe9\n").unwrap_err(), "a.toml:1:3: is not UTF-8; save the file as UTF-8");
    }

    #[test]
    fn what_powershell_writes_is_said_in_so_many_words() {
        for name in ["a.toml", "a.json"] {
            let bytes: Vec<u8> = "\u{feff}{ \"key\": 1 }".encode_utf16().flat_map(u16::to_le_bytes).collect();
            let error = read_as(name, &bytes).unwrap_err();
            assert!(
                error.starts_with(&format!("{name}:1:1: is UTF-16, as `>` of Windows PowerShell writes")),
                "{error}"
            );
        }
    }

    #[test]
    fn no_name_of_a_type_inside_is_told() {
        for (name, text) in [
            ("a.json", r#"{ "procedure": "tlv", "key": "k", "sector": "po", "events": [3] }"#),
            ("a.json", r#"{ "procedure": "tlv", "key": "k", "sector": "po", "events": 3 }"#),
            ("a.toml", "procedure = \"tlv\"\nkey = \"k\"\nsector = \"po\"\nevents = [3]\n"),
            ("a.toml", "procedure = \"tlv\"\nkey = \"k\"\nsector = 3\n"),
        ] {
            let error = read_as(name, text.as_bytes()).unwrap_err();
            for internal in ["struct", "variant", "enum", "Sector", "Event", "sequence"] {
                assert!(!error.contains(internal), "{error}");
            }
        }
    }
}
