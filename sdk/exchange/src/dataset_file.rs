//! Datasets from files: JSON, or CSV with a row for each recipient.
//!
//! A CSV has the columns `id`, `name` and `kind`, and may have `board`,
//! `municipality` and `postcode`. A column `attribute:NAME` is an attribute:
//! `ja` or `nee`, or an id. Every other column is a quantity: a number, `<5`
//! where it is suppressed. What is empty is unknown. The dataset is named after
//! the file. It is synthetic when `synthetic` stands in the file's name, as a
//! CSV has no place to say so. It may be written as a spreadsheet writes it: in
//! UTF-8 or Windows-1252, with `;` or `,` between the values.

use std::path::Path;

use serde::de::DeserializeOwned;
use swv_core::reading::{NotUtf8, utf_8};
use swv_core::{
    AttributeValue, Dataset, DatasetError, DatasetQuantity, DatasetRows, Measured, PupilCount, Recipient, nearest,
};

use crate::sheet::{Fault, Quotes, Sheet, SheetError, SheetRow};
use crate::typed_file::{has_ending, json_reason};
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
    /// JSON in another encoding than UTF-8.
    #[error(transparent)]
    NotUtf8(#[from] NotUtf8),
    /// A CSV that is no table.
    #[error(transparent)]
    Sheet(#[from] SheetError),
    /// A column without a name that has a value.
    #[error("the column has no name in the header, and a value: name it, or empty it")]
    NoName,
    /// A column that must be there is not.
    #[error(
        "there is no column {column}; {}the header has {}",
        .nearest.as_ref().map_or(String::new(), |name| format!("is {name} meant? ")),
        .header.join(", ")
    )]
    NoColumn {
        /// Its name.
        column: &'static str,
        /// The column that may be meant.
        nearest: Option<String>,
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
    #[error("{column}: {reason}")]
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
    let text = utf_8(bytes).map_err(|cause| Place::file(file).error(cause.into()))?;
    serde_json::from_str(text).map_err(|cause| {
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
    let broken = |(line, error): Fault| match line {
        Some(line) => Place::column(file, line, 1).error(error.into()),
        None => Place::file(file).error(error.into()),
    };
    let mut sheet = Sheet::open(bytes, Quotes::Enclose).map_err(broken)?;
    let first = sheet.line();
    let header = sheet.header().to_vec();
    let error = |at: usize, kind| Place::column(file, first, at + 1).error(kind);
    for column in REQUIRED {
        if !header.iter().any(|name| name == column) {
            let unknown = header.iter().map(String::as_str).filter(|name| !FIXED.contains(name));
            let nearest = nearest(column, unknown).map(str::to_owned);
            return Err(error(0, DatasetFileErrorKind::NoColumn { column, nearest, header }));
        }
    }
    for (at, name) in header.iter().enumerate() {
        if !name.is_empty() && header.iter().take(at).any(|earlier| earlier == name) {
            return Err(error(at, DatasetFileErrorKind::ColumnTwice { column: name.to_owned() }));
        }
    }
    let named = header.iter().enumerate().filter(|(_, name)| !name.is_empty());
    let (attributes, others): (Vec<_>, Vec<_>) =
        named.filter(|(_, name)| !FIXED.contains(&name.as_str())).partition(|(_, name)| name.starts_with(ATTRIBUTE));
    let unnamed: Vec<usize> = (0..header.len()).filter(|at| header[*at].is_empty()).collect();
    let attributes: Vec<_> = attributes.into_iter().map(|(at, name)| (at, &name[ATTRIBUTE.len()..])).collect();
    let name = Path::new(file).file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let mut dataset = Dataset::of(name, others.iter().map(|(_, name)| DatasetQuantity::new(*name)))
        .with_attributes(attributes.iter().map(|(_, name)| *name));
    let name = dataset.name.to_lowercase();
    dataset.synthetic = name.contains("synthetic") || name.contains("synthetisch");
    while let Some(row) = sheet.next_row().map_err(broken)? {
        let fixed = Fixed { header: &header, row };
        let in_row = |(at, kind): Wrong| Place::column(file, row.line, at + 1).error(kind);
        if let Some(at) = unnamed.iter().find(|at| !row.text(**at).is_empty()) {
            return Err(in_row((*at, DatasetFileErrorKind::NoName)));
        }
        let given = |(at, name): &(usize, &String)| {
            let text = row.text(*at);
            let no_number = || DatasetFileErrorKind::Number { column: (*name).clone(), value: text.to_string() };
            number(&text).map(Some).ok_or_else(|| in_row((*at, no_number())))
        };
        let numbers = others.iter().map(given).collect::<Result<Vec<_>, _>>()?;
        let values: Vec<_> = attributes.iter().map(|(at, _)| attribute(&row.text(*at))).collect();
        let recipient = Recipient {
            id: fixed.text("id").1,
            name: fixed.text("name").1,
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
    header: &'r [String],
    row: SheetRow<'r>,
}

/// The number of a column, from 0, and what is wrong in it.
type Wrong = (usize, DatasetFileErrorKind);

impl Fixed<'_> {
    /// The number of the column, from 0, and its text; none where it is not
    /// there.
    fn text(&self, column: &str) -> (usize, String) {
        let at = self.header.iter().position(|name| name == column);
        (at.unwrap_or_default(), at.map(|at| self.row.text(at).into_owned()).unwrap_or_default())
    }

    /// A value by the same rule as in JSON.
    fn value<T: DeserializeOwned>(&self, column: &'static str) -> Result<T, Wrong> {
        let (at, value) = self.text(column);
        serde_json::from_value(serde_json::Value::String(value.clone()))
            .map_err(|cause| (at, DatasetFileErrorKind::Value { column, value, reason: json_reason(&cause) }))
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
    fn a_csv_is_read_as_a_spreadsheet_writes_it() {
        for bytes in [
            b"sep=;\r\nid;name;kind;leerlingen;;\r\nA;Oelebr\xF6d;BO;210;;\r\n;;;;;\r\nB;De Pijl;SO/VSO;<5;;\r\n".as_slice(),
            "\u{feff}\"id\",\"name\",\"kind\",\"leerlingen\"\n\"A\",\"Oelebr\u{f6}d\",\"bao\",\"210\"\n\nB,De Pijl,so_vso,<5".as_bytes(),
        ] {
            let dataset = read("x.csv", bytes).unwrap();
            assert_eq!(dataset.pupils("leerlingen"), Some(vec![PupilCount::Exact(210), PupilCount::SUPPRESSED]));
            assert_eq!(dataset.columns.len(), 1);
            assert_eq!(dataset.recipients[0].name, "Oelebr\u{f6}d");
            let kinds: Vec<_> = dataset.recipients.iter().map(|recipient| recipient.kind).collect();
            let school = swv_core::RecipientKind::School;
            assert_eq!(kinds, [school(swv_core::SchoolKind::Bao), school(swv_core::SchoolKind::SoVso)]);
        }
    }

    #[test]
    fn a_board_may_have_a_label_of_ones_own() {
        let dataset = read_csv("x.csv", "id,name,kind,board\nA,A,bao,Stichting De Boog\nB,B,bao,\n").unwrap();
        let label = |row: usize| dataset.recipients[row].board.as_ref().map(ToString::to_string);
        assert_eq!((label(0).as_deref(), label(1)), (Some("Stichting De Boog"), None));
    }

    #[test]
    fn what_powershell_writes_is_said_in_so_many_words() {
        for (name, text) in [("x.csv", "id,name,kind\nA,A,bao\n"), ("x.json", "{ \"name\": \"x\" }")] {
            for mark in ["\u{feff}", ""] {
                let bytes: Vec<u8> = format!("{mark}{text}").encode_utf16().flat_map(u16::to_le_bytes).collect();
                let error = read(name, &bytes).unwrap_err().to_string();
                assert!(
                    error.starts_with(&format!("{name}: is UTF-16, as `>` of Windows PowerShell writes")),
                    "{error}"
                );
            }
        }
    }

    #[test]
    fn what_is_wrong_in_json_is_said_without_names_of_types() {
        let dataset = |recipient: &str| {
            format!(
                r#"{{ "name": "x", "synthetic": true, "quantities": [{{ "name": "n" }}], "attributes": ["a"], "recipients": [{recipient}] }}"#
            )
        };
        for (recipient, expected) in [
            (r#"{ "id": "A", "name": "A", "kind": "basis" }"#, "`basis` is not a kind of recipient: write bao, "),
            (r#"{ "id": "A", "name": "A", "kind": 1 }"#, "expected a text between quotes"),
            (
                r#"{ "id": "A", "name": "A", "kind": "BO", "attributes": { "a": 1 } }"#,
                "an attribute is true or false, or an id",
            ),
            (r#"{ "id": "A", "name": "A", "kind": "BO", "counts": 3 }"#, "expected keys with their values"),
            (r#"3"#, "expected keys with their values"),
            (r#"{ "id": "A", "name": "A", "kind": "BO", "board": 41234 }"#, "expected a text between quotes"),
        ] {
            let error = read("x.json", dataset(recipient).as_bytes()).unwrap_err().to_string();
            assert!(error.contains(expected), "{error}");
            for internal in ["variant", "struct", "enum", "Recipient", "untagged"] {
                assert!(!error.replace("kind of recipient", "").contains(internal), "{error}");
            }
        }
    }

    #[test]
    fn what_is_wrong_is_named_with_line_and_column() {
        let cases = [
            ("id,name\nA,A\n", "x.csv:1:1: there is no column kind; the header has id, name"),
            ("id,name,kind,leerlingen\nA,A,bao,-\n", "x.csv:2:4: leerlingen: \"-\" is no number"),
            ("id,name,kind,leerlingen\nA,A,bao,\"12,5\"\n", "x.csv:2:4: leerlingen: \"12,5\" is no number"),
            ("id,name,kind,leerlingen\nA,A,basis,1\n", "x.csv:2:3: kind: `basis` is not a kind of recipient"),
            ("id,name,kind,board,leerlingen\nA,A,bao,x\u{202e},1\n", "x.csv:2:4: board: `x\u{202e}` is not a label"),
            ("id,name,kinds\nA,A,bao\n", "x.csv:1:1: there is no column kind; is kinds meant? the header has"),
            ("id,name,kind,,n\nA,A,bao,4,1\n", "x.csv:2:4: the column has no name in the header, and a value"),
            ("id,name,kind,leerlingen\nA,A,bao\n", "x.csv:2:1: 3 values where the header has 4"),
            ("id,name,kind,leerlingen\r\nA,A,bao,1\r\nB,B,bao,x\r\n", "x.csv:3:4: leerlingen: \"x\""),
            ("id,name,kind,leerlingen\r\nA,A,bao,1\r\nB,B,bao\r\n", "x.csv:3:1: 3 values"),
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
