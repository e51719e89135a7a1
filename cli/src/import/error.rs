//! What can be wrong with DUO's files.

use std::io;
use std::path::PathBuf;

use swv_core::{CalendarYear, DatasetError, IdentifierError, LocationCode, PupilCountError, SwvNumber};

/// Why no dataset could be made, one variant for each.
#[derive(Debug, thiserror::Error)]
pub(crate) enum ImportError {
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
    #[error("{file}: no postcode area belongs to {swv}; the nearest numbers in the map are {}", list(near))]
    UnknownSwv {
        /// The map.
        file: PathBuf,
        /// The number asked for.
        swv: SwvNumber,
        /// The numbers that look most like it, best first.
        near: Vec<SwvNumber>,
    },
    /// A year that file 06 does not have.
    #[error("{file}: has no column LEERLINGEN_{year}; it has {first} to {last}: ask for one of these years")]
    UnknownYear {
        /// The file.
        file: PathBuf,
        /// The year asked for.
        year: CalendarYear,
        /// The first year that the file has.
        first: CalendarYear,
        /// The last year that the file has.
        last: CalendarYear,
    },
    /// A file that cannot be opened.
    #[error("{file}: cannot be opened: {problem}; check the path")]
    Open {
        /// The path as given.
        file: PathBuf,
        /// What the system says.
        problem: io::Error,
    },
    /// A file that cannot be read to its end.
    #[error("{file}: cannot be read: {problem}")]
    Read {
        /// The path as given.
        file: PathBuf,
        /// What the system says.
        problem: io::Error,
    },
    /// A file without rows.
    #[error("{file}: is empty or holds no more than its header; download it again")]
    Empty {
        /// The file.
        file: PathBuf,
    },
    /// A file in another encoding.
    #[error(
        "{file}:{line}: byte 0x{byte:02X}, number {position} in the line, {reason}, so the file is not in {expected}; \
         use it as downloaded, or save it as {expected}"
    )]
    Encoding {
        /// The file.
        file: PathBuf,
        /// The line, from 1.
        line: u64,
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
    #[error("{file}:1: the header is divided by `{}`, and `;` is expected; save the file with `;` between the values", found.escape_default())]
    Delimiter {
        /// The file.
        file: PathBuf,
        /// What stands between its values.
        found: char,
    },
    /// A column that is not there.
    #[error(
        "{file}:1: column {column} is missing, the nearest is {nearest}; give the right file, or rename the column"
    )]
    MissingColumn {
        /// The file.
        file: PathBuf,
        /// The column's name.
        column: String,
        /// The name in the header that looks most like it.
        nearest: String,
    },
    /// A column that is there twice.
    #[error("{file}:1: column {column} stands twice in the header; keep the right one")]
    DuplicateColumn {
        /// The file.
        file: PathBuf,
        /// The column's name.
        column: String,
    },
    /// A row with fewer values than the header.
    #[error(
        "{file}:{line}: {found} values where the header has {expected}; the row is cut short: download the file again"
    )]
    RowTooShort {
        /// The file.
        file: PathBuf,
        /// The line, from 1.
        line: u64,
        /// How many values the row has.
        found: usize,
        /// How many columns the header has.
        expected: usize,
    },
    /// A row with more values than the header.
    #[error(
        "{file}:{line}: {found} values where the header has {expected}; a value holds a `;`: take it out of the value"
    )]
    RowTooLong {
        /// The file.
        file: PathBuf,
        /// The line, from 1.
        line: u64,
        /// How many values the row has.
        found: usize,
        /// How many columns the header has.
        expected: usize,
    },
    /// A last line that does not end, so that its last number may be cut.
    #[error(
        "{file}:{line}: the last line has no line end, so its last value may be cut short; \
         download the file again, or end the line if it is complete"
    )]
    NoLineEnd {
        /// The file.
        file: PathBuf,
        /// The line, from 1.
        line: u64,
    },
    /// A value that breaks a rule.
    #[error("{file}:{line}: {column} is `{value}`: {rule}; {way_out}")]
    Value {
        /// The file.
        file: PathBuf,
        /// The line, from 1.
        line: u64,
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
    #[error("{file}:{line}: {column}: {problem}")]
    Identifier {
        /// The file.
        file: PathBuf,
        /// The line, from 1.
        line: u64,
        /// The column's name.
        column: String,
        /// What is wrong with it, and how it should be written.
        problem: IdentifierError,
    },
    /// A location, or a postcode area, that has two rows.
    #[error("{file}:{second}: {key} stands at line {first} too; keep the right row")]
    Duplicate {
        /// The file.
        file: PathBuf,
        /// The location or area.
        key: String,
        /// The line that has it first.
        first: u64,
        /// The line that has it again.
        second: u64,
    },
    /// Counts that do not add up to a number.
    #[error("location {location}: {problem}")]
    Total {
        /// The location whose count does not fit.
        location: LocationCode,
        /// What does not fit.
        problem: PupilCountError,
    },
    /// A dataset that breaks the rules of datasets.
    #[error("the dataset made from the files is not right: {problem}")]
    Dataset {
        /// The rule that it breaks.
        problem: DatasetError,
    },
}

fn list(numbers: &[SwvNumber]) -> String {
    numbers.iter().map(SwvNumber::as_str).collect::<Vec<_>>().join(", ")
}
