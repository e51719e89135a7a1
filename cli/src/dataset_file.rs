//! Datasets from files: JSON, or CSV with a row for each recipient.
//!
//! A CSV has the columns `id`, `name` and `kind`, may have `board`,
//! `municipality` and `postcode`, and every other column is a quantity: a
//! whole number, `<5` where it is suppressed, empty where it is unknown. The
//! dataset is named after the file. It is synthetic when `synthetic` stands in
//! the file's name, as a CSV has no place to say so.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use serde::de::DeserializeOwned;
use swv_core::{Dataset, DatasetQuantity, PupilCount, Recipient};
use swv_host::Digest;

use crate::error::CliError;

/// Reads a dataset and checks that it is sound; its digest is that of the file.
pub(crate) fn read(path: &Path) -> Result<(Dataset, Digest), CliError> {
    let bytes = fs::read(path).map_err(|source| CliError::File { path: path.to_owned(), source })?;
    let is_csv = path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("csv"));
    let dataset = if is_csv { from_csv(path, &bytes)? } else { from_json(path, &bytes)? };
    dataset.check().map_err(|source| CliError::UnsoundDataset { path: path.to_owned(), source })?;
    Ok((dataset, Digest::of(&bytes)))
}

/// A dataset as it stands in a file.
pub(crate) fn json(dataset: &Dataset) -> Result<String, CliError> {
    let mut json = serde_json::to_string_pretty(dataset)?;
    json.push('\n');
    Ok(json)
}

fn from_json(path: &Path, bytes: &[u8]) -> Result<Dataset, CliError> {
    serde_json::from_slice(without_mark(bytes)).map_err(|error| CliError::Dataset {
        path: path.to_owned(),
        line: error.line(),
        column: error.column(),
        message: error.to_string().split(" at line ").next().unwrap_or_default().to_owned(),
    })
}

/// Without the byte order mark that some editors put first.
fn without_mark(bytes: &[u8]) -> &[u8] {
    bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes)
}

const FIXED: [&str; 6] = ["id", "name", "kind", "board", "municipality", "postcode"];

fn from_csv(path: &Path, bytes: &[u8]) -> Result<Dataset, CliError> {
    let bytes = without_mark(bytes);
    let fault = |start: Option<&csv::Position>, column: usize, message: String| CliError::Dataset {
        path: path.to_owned(),
        line: start.map_or(1, |start| line_of(bytes, start)),
        column: column + 1,
        message,
    };
    let first = bytes.split(|byte| *byte == b'\n').next().unwrap_or_default();
    let delimiter = if first.contains(&b';') { b';' } else { b',' };
    let mut reader = csv::ReaderBuilder::new().delimiter(delimiter).trim(csv::Trim::All).from_reader(bytes);
    let broken = |error: csv::Error| {
        let message = match error.kind() {
            csv::ErrorKind::UnequalLengths { expected_len, len, .. } => {
                format!("this row has {len} values, where the header has {expected_len}")
            }
            csv::ErrorKind::Utf8 { .. } => "this row is not UTF-8; save the file as UTF-8".to_owned(),
            _ => error.to_string(),
        };
        fault(error.position(), 0, message)
    };
    let header = reader.headers().map_err(broken)?.clone();
    for required in &FIXED[..3] {
        if !header.iter().any(|name| name == *required) {
            let known: Vec<_> = header.iter().collect();
            let message = format!("there is no column {required}; the header has {}", known.join(", "));
            return Err(fault(None, 0, message));
        }
    }
    for (at, name) in header.iter().enumerate() {
        if header.iter().take(at).any(|earlier| earlier == name) {
            return Err(fault(None, at, format!("the column {name} stands there twice; keep one")));
        }
    }
    let mut recipients = Vec::new();
    for row in reader.records() {
        let row = row.map_err(broken)?;
        let start = row.position();
        let text =
            |name: &str| header.iter().position(|column| column == name).and_then(|at| row.get(at)).unwrap_or("");
        let column = |name: &str| header.iter().position(|column| column == name).unwrap_or_default();
        let mut counts = BTreeMap::new();
        for (at, name) in header.iter().enumerate().filter(|(_, name)| !FIXED.contains(name)) {
            let count =
                count(row.get(at).unwrap_or("")).map_err(|message| fault(start, at, format!("{name}: {message}")))?;
            counts.insert(name.to_owned(), count);
        }
        recipients.push(Recipient {
            id: text("id").to_owned(),
            name: text("name").to_owned(),
            kind: typed(text("kind")).map_err(|message| fault(start, column("kind"), format!("kind: {message}")))?,
            board: optional(text("board"))
                .map_err(|message| fault(start, column("board"), format!("board: {message}")))?,
            municipality: optional(text("municipality"))
                .map_err(|message| fault(start, column("municipality"), format!("municipality: {message}")))?,
            postcode: optional(text("postcode"))
                .map_err(|message| fault(start, column("postcode"), format!("postcode: {message}")))?,
            counts,
        });
    }
    let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    Ok(Dataset {
        synthetic: name.to_lowercase().contains("synthetic") || name.to_lowercase().contains("synthetisch"),
        name,
        swv: None,
        origins: Vec::new(),
        generated: None,
        quantities: header.iter().filter(|name| !FIXED.contains(name)).map(DatasetQuantity::new).collect(),
        recipients,
    })
}

/// The line on which a record stands. The reader's own count is one short
/// behind a line end of two bytes, and does not skip blank lines.
fn line_of(bytes: &[u8], start: &csv::Position) -> usize {
    let start = usize::try_from(start.byte()).unwrap_or(usize::MAX).min(bytes.len());
    let (before, record) = bytes.split_at(start);
    let skipped = record.iter().take_while(|byte| matches!(byte, b'\r' | b'\n'));
    1 + before.iter().chain(skipped).filter(|byte| **byte == b'\n').count()
}

/// A count as a CSV writes it.
fn count(text: &str) -> Result<PupilCount, String> {
    match text {
        "" => Ok(PupilCount::Unknown),
        "<5" => Ok(PupilCount::SUPPRESSED),
        number => number.parse().map(PupilCount::Exact).map_err(|_| {
            format!("{number:?} is no whole number of zero or more; write <5 where it is suppressed and nothing where it is unknown")
        }),
    }
}

/// A value by the same rule as in JSON.
fn typed<T: DeserializeOwned>(text: &str) -> Result<T, String> {
    serde_json::from_value(serde_json::Value::String(text.to_owned())).map_err(|error| format!("{text:?}: {error}"))
}

fn optional<T: DeserializeOwned>(text: &str) -> Result<Option<T>, String> {
    if text.is_empty() { Ok(None) } else { typed(text).map(Some) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_csv(name: &str, text: &str) -> Result<Dataset, String> {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join(name);
        fs::write(&path, text).unwrap();
        let place = folder.path().display().to_string();
        read(&path).map(|(dataset, _)| dataset).map_err(|error| error.to_string().replace(&place, ""))
    }

    #[test]
    fn a_csv_has_exact_suppressed_and_unknown_counts() {
        let text = "id,name,kind,board,leerlingen\n12AB00,De Boog,bao,41234,210\n12AB01,De Pijl,sbo,,<5\n12AB02,De Kring,bao,,\n";
        let dataset = read_csv("scholen.csv", text).unwrap();
        let counts = [PupilCount::Exact(210), PupilCount::SUPPRESSED, PupilCount::Unknown];
        assert_eq!(dataset.column("leerlingen"), Some(counts.to_vec()));
        assert_eq!((dataset.name.as_str(), dataset.synthetic), ("scholen", false));
        assert_eq!(dataset.recipients[0].board.as_ref().map(ToString::to_string).as_deref(), Some("41234"));
    }

    #[test]
    fn semicolons_and_a_byte_order_mark_are_read_too() {
        let dataset = read_csv("synthetic-x.csv", "\u{feff}id;name;kind;leerlingen\r\nSYN-1;A;bao;1\r\n").unwrap();
        assert_eq!(dataset.column("leerlingen"), Some(vec![PupilCount::Exact(1)]));
        assert!(dataset.synthetic);
    }

    #[test]
    fn a_row_that_is_not_utf_8_is_named() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("x.csv");
        fs::write(&path, b"id,name,kind\r\nA,A,bao\r\nB,\xeb,bao\r\n").unwrap();
        let error = read(&path).unwrap_err().to_string();
        assert!(error.contains("x.csv:3:1: this row is not UTF-8; save the file as UTF-8"), "{error}");
    }

    #[test]
    fn what_is_wrong_is_named_with_line_and_column() {
        let cases = [
            ("id,name\nA,A\n", "/x.csv:1:1: there is no column kind; the header has id, name"),
            ("id,name,kind,leerlingen\nA,A,bao,-3\n", "/x.csv:2:4: leerlingen: \"-3\" is no whole number"),
            ("id,name,kind,leerlingen\nA,A,bao,12.5\n", "/x.csv:2:4: leerlingen: \"12.5\" is no whole number"),
            ("id,name,kind,leerlingen\nA,A,basis,1\n", "/x.csv:2:3: kind: \"basis\""),
            ("id,name,kind,board,leerlingen\nA,A,bao,x,1\n", "/x.csv:2:4: board: \"x\""),
            ("id,name,kind,leerlingen\nA,A,bao\n", "/x.csv:2:1: this row has 3 values, where the header has 4"),
            ("id,name,kind,leerlingen\r\nA,A,bao,1\r\nB,B,bao,x\r\n", "/x.csv:3:4: leerlingen: \"x\""),
            ("id,name,kind,leerlingen\r\nA,A,bao,1\r\nB,B,bao\r\n", "/x.csv:3:1: this row has 3 values"),
            ("id,name,kind,leerlingen\n\nA,A,bao,1\n\n\nB,B,bao,x\n", "/x.csv:6:4: leerlingen: \"x\""),
            ("id,name,kind,leerlingen\n\"A\n\",A,bao,1\nB,B,bao,x\n", "/x.csv:4:4: leerlingen: \"x\""),
            (
                "id,name,kind,leerlingen,leerlingen\nA,A,bao,1,2\n",
                "/x.csv:1:5: the column leerlingen stands there twice",
            ),
            ("id,name,kind,kind\nA,A,bao,so\n", "/x.csv:1:4: the column kind stands there twice"),
            ("id,name,kind,leerlingen\nA,A,bao,1\nA,B,bao,1\n", "id A stands at recipients[0] too"),
        ];
        for (text, expected) in cases {
            let error = read_csv("x.csv", text).unwrap_err();
            assert!(error.contains(expected), "{error}");
        }
    }
}
