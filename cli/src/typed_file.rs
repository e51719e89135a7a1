//! A file of the user's own: TOML, or JSON where its name ends so.

use std::fs;
use std::path::Path;

use serde::de::DeserializeOwned;
use toml::de::{DeTable, DeValue, Deserializer, Error};

use crate::error::CliError;

/// Reads a file of one type, whose form `swv schema` prints under that name.
pub(crate) fn read<T: DeserializeOwned>(path: &Path, schema: &'static str) -> Result<T, CliError> {
    let bytes = fs::read(path).map_err(|source| CliError::File { path: path.to_owned(), source })?;
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&bytes);
    let fault = |(line, column), message: String| {
        let path = path.to_owned();
        CliError::TypedFile { path, line, column, message, schema }
    };
    let text = std::str::from_utf8(bytes)
        .map_err(|error| fault(place(bytes, error.valid_up_to()), "is not UTF-8; save the file as UTF-8".to_owned()))?;
    if path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("json")) {
        if !text.trim_ascii_start().starts_with('{') {
            let start = text.len() - text.trim_ascii_start().len();
            return Err(fault(place(bytes, start), "is not a JSON object: begin with {".to_owned()));
        }
        return serde_json::from_str(text).map_err(|error| {
            let message = error.to_string().split(" at line ").next().unwrap_or_default().to_owned();
            fault((error.line(), error.column()), message)
        });
    }
    from_toml(text).map_err(|error| {
        let start = error.span().map_or(0, |span| span.start);
        fault(place(bytes, start), error.message().to_owned())
    })
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
fn place(bytes: &[u8], offset: usize) -> (usize, usize) {
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
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join(name);
        fs::write(&path, bytes).unwrap();
        let place = folder.path().display().to_string();
        read(&path, "case").map_err(|error| error.to_string().replace(&place, ""))
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
        assert!(error.starts_with("/a.toml:6:6: "), "{error}");
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
            ("a.toml", "een brief".to_owned(), "/a.toml:1:5: "),
            ("a.toml", format!("{begin}naam = \"Jan\"\n"), "/a.toml:4:1: unknown field `naam`"),
            ("a.toml", format!("{begin}[[events]]\non = \"2025-02-30\"\nname = \"x\"\n"), "/a.toml:5:6: "),
            ("a.json", "{ \"procedure\": 1 }".to_owned(), "/a.json:1:16: invalid type: integer"),
        ] {
            let error = read_as(name, text.as_bytes()).unwrap_err();
            assert!(error.starts_with(expected), "{error}");
        }
        assert_eq!(read_as("a.toml", b"# \xe9\n").unwrap_err(), "/a.toml:1:3: is not UTF-8; save the file as UTF-8");
    }

    #[test]
    fn a_file_that_is_not_there_is_named() {
        let error = read::<CaseFile>(Path::new("/nergens/zaak.toml"), "case").unwrap_err();
        assert!(error.to_string().starts_with("/nergens/zaak.toml: "), "{error}");
    }
}
