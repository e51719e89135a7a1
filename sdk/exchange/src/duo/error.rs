//! What can be wrong with DUO's files.

use std::io;

use swv_core::{CalendarYear, DatasetError, IdentifierError, LocationCode, PupilCountError, SwvNumber};

use crate::Located;

/// Why no dataset could be made, and where in which file.
pub type ImportError = Located<ImportErrorKind>;

/// Why no dataset could be made, one variant for each.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ImportErrorKind {
    /// An SWV of secondary education.
    #[error(
        "{swv} is of secondary education, and DUO's files 02 and 06 hold primary and special schools only; \
         it would take DUO's lists of secondary school locations with their postcodes and of pupils per \
         secondary location, which this import does not read: give the number of a primary partnership, \
         such as PO2704"
    )]
    SecondaryEducation {
        /// The number asked for.
        swv: SwvNumber,
    },
    /// An SWV that the map does not have.
    #[error("no postcode area belongs to {swv}; the nearest numbers in the map are {}", list(near))]
    UnknownSwv {
        /// The number asked for.
        swv: SwvNumber,
        /// The numbers that look most like it, best first.
        near: Vec<SwvNumber>,
    },
    /// A year that file 06 does not have.
    #[error("has no column LEERLINGEN_{year}; it has {first} to {last}: ask for one of these years")]
    UnknownYear {
        /// The year asked for.
        year: CalendarYear,
        /// The first year that the file has.
        first: CalendarYear,
        /// The last year that the file has.
        last: CalendarYear,
    },
    /// A file that cannot be read to its end.
    #[error("cannot be read: {source}")]
    Read {
        /// What the system says.
        source: io::Error,
    },
    /// A file without rows.
    #[error("is empty or holds no more than its header; download it again")]
    Empty,
    /// A file in another encoding.
    #[error(
        "byte 0x{byte:02X}, number {position} in the line, {reason}, so the file is not in {expected}; \
         use it as downloaded, or save it as {expected}"
    )]
    Encoding {
        /// Which byte of the line, from 1.
        position: usize,
        /// The byte.
        byte: u8,
        /// What that byte shows.
        reason: &'static str,
        /// The encoding that the file should have.
        expected: &'static str,
    },
    /// A file with other marks between its values.
    #[error("the header is divided by `{}`, and `;` is expected; save the file with `;` between the values", found.escape_default())]
    Delimiter {
        /// What stands between its values.
        found: char,
    },
    /// A column that is not there.
    #[error("column {column} is missing, the nearest is {nearest}; give the right file, or rename the column")]
    MissingColumn {
        /// The column's name.
        column: String,
        /// The name in the header that looks most like it.
        nearest: String,
    },
    /// A column that is there twice.
    #[error("column {column} stands twice in the header; keep the right one")]
    DuplicateColumn {
        /// The column's name.
        column: String,
    },
    /// A row with fewer values than the header.
    #[error("{found} values where the header has {expected}; the row is cut short: download the file again")]
    RowTooShort {
        /// How many values the row has.
        found: usize,
        /// How many columns the header has.
        expected: usize,
    },
    /// A row with more values than the header.
    #[error("{found} values where the header has {expected}; a value holds a `;`: take it out of the value")]
    RowTooLong {
        /// How many values the row has.
        found: usize,
        /// How many columns the header has.
        expected: usize,
    },
    /// A last line that does not end, so that its last number may be cut.
    #[error(
        "the last line has no line end, so its last value may be cut short; \
         download the file again, or end the line if it is complete"
    )]
    NoLineEnd,
    /// A value that breaks a rule.
    #[error("{column} is `{value}`: {rule}; {way_out}")]
    Value {
        /// The column's name.
        column: String,
        /// The value.
        value: String,
        /// The rule that it breaks.
        rule: &'static str,
        /// What to do about it.
        way_out: &'static str,
    },
    /// A value that is not the identifier of its column.
    #[error("{column}: {source}")]
    Identifier {
        /// The column's name.
        column: String,
        /// What is wrong with it, and how it should be written.
        source: IdentifierError,
    },
    /// A location, or a postcode area, that has two rows.
    #[error("{key} stands at line {first} too; keep the right row")]
    Duplicate {
        /// The location or area.
        key: String,
        /// The line that has it first.
        first: usize,
    },
    /// Counts that do not add up to a number.
    #[error("location {location}: {source}")]
    Total {
        /// The location whose count does not fit.
        location: LocationCode,
        /// What does not fit.
        source: PupilCountError,
    },
    /// A dataset that breaks the rules of datasets.
    #[error("the dataset made from the files is not right: {source}")]
    Dataset {
        /// The rule that it breaks.
        source: DatasetError,
    },
}

fn list(numbers: &[SwvNumber]) -> String {
    numbers.iter().map(SwvNumber::as_str).collect::<Vec<_>>().join(", ")
}
