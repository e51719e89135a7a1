//! Datasets from files: JSON, or CSV with a row for each recipient.
//!
//! A CSV has the columns `id`, `name` and `kind`, and may have `board`,
//! `municipality` and `postcode`. A column `attribute:NAME` is an attribute:
//! `ja` or `nee`, or an id. Every other column is a quantity: a number, `<5`
//! where it is suppressed. What is empty is unknown. The dataset is named after the file. It is synthetic when `synthetic` stands in
//! the file's name, as a CSV has no place to say so.

use std::path::Path;

use serde::de::DeserializeOwned;
use swv_core::{AttributeValue, Dataset, DatasetError, DatasetQuantity, DatasetRows, Measured, PupilCount, Recipient};

use crate::typed_file::{has_ending, json_reason, without_mark};
use crate::{Located, Place};

/// Why there is no dataset, and where in which file.
pub type DatasetFileError = Located<DatasetFileErrorKind>;

/// Why there is no dataset.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum DatasetFileErrorKind {
    /// JSON that does not fit, or is no JSON at all.
    #[error("{reason}")]
    Json {
        /// What does not fit.
        reason: String,
    },
    /// A row that is not UTF-8.
    #[error("this row is not UTF-8; save the file as UTF-8")]
    NotUtf8,
    /// A row with fewer or more values than the header.
    #[error("this row has {found} values, where the header has {expected}")]
    RowLength {
        /// How many it has.
        found: u64,
        /// How many the header has.
        expected: u64,
    },
    /// A row that is no CSV for another reason.
    #[error("{reason}")]
    Csv {
        /// What the reader says.
        reason: String,
    },
    /// A column that must be there is not.
    #[error("there is no column {column}; the header has {}", .header.join(", "))]
    NoColumn {
        /// Its name.
        column: &'static str,
        /// The columns that are there.
        header: Vec<String>,
    },
    /// A column that is there twice.
    #[error("the column {column} stands there twice; keep one")]
    ColumnTwice {
        /// Its name.
        column: String,
    },
    /// A number that is none.
    #[error(
        "{column}: {value:?} is no number, such as 12 or 0.5; write <5 where it is suppressed and nothing where it is \
         unknown"
    )]
    Number {
        /// The quantity.
        column: String,
        /// The text that stands there.
        value: String,
    },
    /// A value that its column does not allow.
    #[error("{column}: {value:?}: {reason}")]
    Value {
        /// The column.
        column: &'static str,
        /// The text that stands there.
        value: String,
        /// What is wrong with it.
        reason: String,
    },
    /// A dataset that contradicts itself.
    #[error(transparent)]
    Unsound(#[from] DatasetError),
}

/// Reads a dataset and checks that it is sound.
///
/// # Errors
/// [`DatasetFileError`], the first that there is.
///
/// ```
/// use swv_core::PupilCount;
///
/// let csv = b"id,name,kind,leerlingen\n12AB00,De Boog,bao,<5\n";
/// let dataset = swv_exchange::dataset_file::read("scholen.csv", csv)?;
/// assert_eq!(dataset.pupils("leerlingen"), Some(vec![PupilCount::SUPPRESSED]));
/// # Ok::<(), swv_exchange::dataset_file::DatasetFileError>(())
/// ```
pub fn read(file: &str, bytes: &[u8]) -> Result<Dataset, DatasetFileError> {
    let bytes = without_mark(bytes);
    let dataset = match has_ending(file, "csv") {
        true => from_csv(file, bytes)?.sound(),
        false => Dataset::try_from(from_json(file, bytes)?),
    };
    dataset.map_err(|cause| Place::file(file).error(cause.into()))
}

/// A dataset as it stands in a file: JSON, the same for the same dataset.
///
/// # Errors
/// None for a dataset that was read or made here; those of [`serde_json`].
pub fn json(dataset: &Dataset) -> Result<String, serde_json::Error> {
    Ok(serde_json::to_string_pretty(dataset)? + "\n")
}

fn from_json<'a>(file: &str, bytes: &'a [u8]) -> Result<DatasetRows<'a>, DatasetFileError> {
    serde_json::from_slice(bytes).map_err(|cause| {
        let kind = DatasetFileErrorKind::Json { reason: json_reason(&cause) };
        Place::column(file, cause.line(), cause.column()).error(kind)
    })
}

/// The columns that are no quantity; the first three must be there.
const FIXED: [&str; 6] = ["id", "name", "kind", "board", "municipality", "postcode"];
/// What the name of an attribute begins with.
const ATTRIBUTE: &str = "attribute:";
const REQUIRED: [&str; 3] = ["id", "name", "kind"];

fn from_csv(file: &str, bytes: &[u8]) -> Result<Dataset, DatasetFileError> {
    let first = bytes.split(|byte| *byte == b'\n').next().unwrap_or_default();
    let delimiter = if first.contains(&b';') { b';' } else { b',' };
    let mut reader = csv::ReaderBuilder::new().delimiter(delimiter).trim(csv::Trim::All).from_reader(bytes);
    let error = |start: Option<&csv::Position>, at: usize, kind| {
        Place::column(file, start.map_or(1, |start| line_of(bytes, start)), at + 1).error(kind)
    };
    let broken = |cause: csv::Error| {
        let kind = match cause.kind() {
            csv::ErrorKind::UnequalLengths { expected_len, len, .. } => {
                DatasetFileErrorKind::RowLength { found: *len, expected: *expected_len }
            }
            csv::ErrorKind::Utf8 { .. } => DatasetFileErrorKind::NotUtf8,
            _ => DatasetFileErrorKind::Csv { reason: cause.to_string() },
        };
        error(cause.position(), 0, kind)
    };
    let header = reader.headers().map_err(broken)?.clone();
    for column in REQUIRED {
        if !header.iter().any(|name| name == column) {
            let header = header.iter().map(str::to_owned).collect();
            return Err(error(None, 0, DatasetFileErrorKind::NoColumn { column, header }));
        }
    }
    for (at, name) in header.iter().enumerate() {
        if header.iter().take(at).any(|earlier| earlier == name) {
            return Err(error(None, at, DatasetFileErrorKind::ColumnTwice { column: name.to_owned() }));
        }
    }
    let others = || header.iter().enumerate().filter(|(_, name)| !FIXED.contains(name));
    let attributes: Vec<_> = others().filter_map(|(at, name)| Some((at, name.strip_prefix(ATTRIBUTE)?))).collect();
    let quantities: Vec<_> = others().filter(|(_, name)| !name.starts_with(ATTRIBUTE)).collect();
    let name = Path::new(file).file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let mut dataset = Dataset::of(name, quantities.iter().map(|(_, name)| DatasetQuantity::new(*name)))
        .with_attributes(attributes.iter().map(|(_, name)| *name));
    let name = dataset.name.to_lowercase();
    dataset.synthetic = name.contains("synthetic") || name.contains("synthetisch");
    for row in reader.records() {
        let row = row.map_err(broken)?;
        let fixed = Fixed { header: &header, row: &row };
        let in_row = |(at, kind)| error(row.position(), at, kind);
        let given = |(at, name): &(usize, &str)| {
            let text = row.get(*at).unwrap_or_default();
            let no_number = || DatasetFileErrorKind::Number { column: (*name).to_owned(), value: text.to_owned() };
            number(text).map(Some).ok_or_else(|| in_row((*at, no_number())))
        };
        let numbers = quantities.iter().map(given).collect::<Result<Vec<_>, _>>()?;
        let values = attributes.iter().map(|(at, _)| attribute(row.get(*at).unwrap_or_default()));
        let recipient = Recipient {
            id: fixed.text("id").1.to_owned(),
            name: fixed.text("name").1.to_owned(),
            kind: fixed.value("kind").map_err(in_row)?,
            board: fixed.optional("board").map_err(in_row)?,
            municipality: fixed.optional("municipality").map_err(in_row)?,
            postcode: fixed.optional("postcode").map_err(in_row)?,
        };
        dataset.push(recipient, numbers, values);
    }
    Ok(dataset)
}

/// The columns of a row that are no quantity.
struct Fixed<'r> {
    header: &'r csv::StringRecord,
    row: &'r csv::StringRecord,
}

/// The number of a column, from 0, and what is wrong in it.
type Wrong = (usize, DatasetFileErrorKind);

impl<'r> Fixed<'r> {
    /// The number of the column, from 0, and its text; none where it is not
    /// there.
    fn text(&self, column: &str) -> (usize, &'r str) {
        let at = self.header.iter().position(|name| name == column);
        (at.unwrap_or_default(), at.and_then(|at| self.row.get(at)).unwrap_or_default())
    }

    /// A value by the same rule as in JSON.
    fn value<T: DeserializeOwned>(&self, column: &'static str) -> Result<T, Wrong> {
        let (at, text) = self.text(column);
        serde_json::from_value(serde_json::Value::String(text.to_owned())).map_err(|cause| {
            (at, DatasetFileErrorKind::Value { column, value: text.to_owned(), reason: cause.to_string() })
        })
    }

    fn optional<T: DeserializeOwned>(&self, column: &'static str) -> Result<Option<T>, Wrong> {
        if self.text(column).1.is_empty() { Ok(None) } else { self.value(column).map(Some) }
    }
}

/// A number as a CSV writes it; none where it is no number.
fn number(text: &str) -> Option<Measured> {
    match text {
        "" => Some(Measured::UNKNOWN),
        "<5" => Some(PupilCount::SUPPRESSED.into()),
        number => number.parse().ok(),
    }
}

/// An attribute as a CSV writes it; none where it is unknown.
fn attribute(text: &str) -> Option<AttributeValue> {
    match text {
        "" => None,
        "ja" | "yes" | "true" => Some(AttributeValue::YesNo(true)),
        "nee" | "no" | "false" => Some(AttributeValue::YesNo(false)),
        id => Some(AttributeValue::Id(id.to_owned())),
    }
}

/// The line on which a record stands. The reader's own count is one short
/// behind a line end of two bytes, and does not skip blank lines.
fn line_of(bytes: &[u8], start: &csv::Position) -> usize {
    let start = usize::try_from(start.byte()).unwrap_or(usize::MAX).min(bytes.len());
    let (before, record) = bytes.split_at(start);
    let skipped = record.iter().take_while(|byte| matches!(byte, b'\r' | b'\n'));
    1 + before.iter().chain(skipped).filter(|byte| **byte == b'\n').count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_csv(name: &str, text: &str) -> Result<Dataset, String> {
        read(name, text.as_bytes()).map_err(|error| error.to_string())
    }

    #[test]
    fn a_csv_has_exact_suppressed_and_unknown_counts() {
        let text = "id,name,kind,board,leerlingen\n12AB00,De Boog,bao,41234,210\n12AB01,De Pijl,sbo,,<5\n12AB02,De Kring,bao,,\n";
        let dataset = read_csv("scholen.csv", text).unwrap();
        let counts = [PupilCount::Exact(210), PupilCount::SUPPRESSED, PupilCount::Unknown];
        assert_eq!(dataset.pupils("leerlingen"), Some(counts.to_vec()));
        assert_eq!((dataset.name.as_str(), dataset.synthetic), ("scholen", false));
        assert_eq!(dataset.recipients[0].board.as_ref().map(ToString::to_string).as_deref(), Some("41234"));
    }

    #[test]
    fn semicolons_and_a_byte_order_mark_are_read_too() {
        let dataset = read_csv("synthetic-x.csv", "\u{feff}id;name;kind;leerlingen\r\nSYN-1;A;bao;1\r\n").unwrap();
        assert_eq!(dataset.pupils("leerlingen"), Some(vec![PupilCount::Exact(1)]));
        assert!(dataset.synthetic);
    }

    #[test]
    fn a_csv_has_numbers_with_decimals_and_attributes() {
        let text = "id,name,kind,fte,attribute:is-klimop,attribute:wijk\nA,A,bao,12.5,ja,noord\nB,B,bao,-1,,\n";
        let dataset = read_csv("x.csv", text).unwrap();
        assert_eq!(dataset.find("fte").unwrap().get(0).to_string(), "12.5");
        let [klimop, wijk] = &dataset.attributes[..] else { panic!("{:?}", dataset.attributes) };
        assert_eq!((klimop.name.as_str(), wijk.name.as_str()), ("is-klimop", "wijk"));
        assert_eq!(klimop.values, [Some(AttributeValue::YesNo(true)), None]);
        assert_eq!(wijk.values, [Some(AttributeValue::Id("noord".into())), None]);
    }

    #[test]
    fn a_row_that_is_not_utf_8_is_named() {
        let error = read("x.csv", b"id,name,kind\r\nA,A,bao\r\nB,\xeb,bao\r\n").unwrap_err().to_string();
        assert!(error.contains("x.csv:3:1: this row is not UTF-8; save the file as UTF-8"), "{error}");
    }

    #[test]
    fn what_is_wrong_is_named_with_line_and_column() {
        let cases = [
            ("id,name\nA,A\n", "x.csv:1:1: there is no column kind; the header has id, name"),
            ("id,name,kind,leerlingen\nA,A,bao,-\n", "x.csv:2:4: leerlingen: \"-\" is no number"),
            ("id,name,kind,leerlingen\nA,A,bao,\"12,5\"\n", "x.csv:2:4: leerlingen: \"12,5\" is no number"),
            ("id,name,kind,leerlingen\nA,A,basis,1\n", "x.csv:2:3: kind: \"basis\""),
            ("id,name,kind,board,leerlingen\nA,A,bao,x,1\n", "x.csv:2:4: board: \"x\""),
            ("id,name,kind,leerlingen\nA,A,bao\n", "x.csv:2:1: this row has 3 values, where the header has 4"),
            ("id,name,kind,leerlingen\r\nA,A,bao,1\r\nB,B,bao,x\r\n", "x.csv:3:4: leerlingen: \"x\""),
            ("id,name,kind,leerlingen\r\nA,A,bao,1\r\nB,B,bao\r\n", "x.csv:3:1: this row has 3 values"),
            ("id,name,kind,leerlingen\n\nA,A,bao,1\n\n\nB,B,bao,x\n", "x.csv:6:4: leerlingen: \"x\""),
            ("id,name,kind,leerlingen\n\"A\n\",A,bao,1\nB,B,bao,x\n", "x.csv:4:4: leerlingen: \"x\""),
            (
                "id,name,kind,leerlingen,leerlingen\nA,A,bao,1,2\n",
                "x.csv:1:5: the column leerlingen stands there twice",
            ),
            ("id,name,kind,kind\nA,A,bao,so\n", "x.csv:1:4: the column kind stands there twice"),
            ("id,name,kind,leerlingen\nA,A,bao,1\nA,B,bao,1\n", "id A stands at recipients[0] too"),
        ];
        for (text, expected) in cases {
            let error = read_csv("x.csv", text).unwrap_err();
            assert!(error.contains(expected), "{error}");
        }
    }
}
