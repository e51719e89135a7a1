//! What can be wrong with DUO's files.

use std::io;

use swv_core::{CalendarYear, DatasetError, IdentifierError, LocationCode, PupilCountError, SwvNumber};

use super::{DuoFile, Role};
use crate::{Located, SheetError};

/// Why no dataset could be made, and where in which file.
pub type ImportError = Located<ImportErrorKind>;

/// Why no dataset could be made, one variant for each.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ImportErrorKind {
    /// An SWV that no file has.
    #[error("no area or school belongs to {swv}; the nearest numbers in the file are {}", list(near))]
    UnknownSwv {
        /// The number asked for.
        swv: SwvNumber,
        /// The numbers that look most like it, best first.
        near: Vec<SwvNumber>,
    },
    /// A file that the import cannot do without.
    #[error("{needed} is missing; give it as {}", needed.role())]
    Lacks {
        /// The file.
        needed: DuoFile,
    },
    /// Two files where one is read.
    #[error("{file} is given twice; give one")]
    Twice {
        /// The file.
        file: DuoFile,
    },
    /// Nothing that tells which school is of which SWV.
    #[error(
        "nothing tells which school belongs to {swv}: give {} as postcodes, or {} as members",
        DuoFile::Postcodes,
        DuoFile::Members
    )]
    NoMap {
        /// The SWV.
        swv: SwvNumber,
    },
    /// Another file than the one that is read there.
    #[error("is {is}; {}", other_file(*read, *role, *needed))]
    OtherFile {
        /// Which it is.
        is: String,
        /// The same, where it can be given elsewhere.
        read: Option<DuoFile>,
        /// As what it was given.
        role: Role,
        /// The file that is read there.
        needed: DuoFile,
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
    /// A file without a year, neither in it nor in its name.
    #[error("does not say of which year its counts are: keep the name that DUO gave it, or ask for a year")]
    NoYear,
    /// A file of another year than the one asked for.
    #[error("is of {named} by its name, and {asked} is asked for: give the file of that year")]
    OtherYear {
        /// The year of its name.
        named: CalendarYear,
        /// The year asked for.
        asked: CalendarYear,
    },
    /// A file that cannot be read to its end.
    #[error("cannot be read: {source}")]
    Read {
        /// What the system says.
        source: io::Error,
    },
    /// A file that is too large for one of DUO's.
    #[error("is larger than any of DUO's files; give the right file")]
    TooLarge,
    /// A file that is no table.
    #[error(transparent)]
    Sheet(#[from] SheetError),
    /// A column that is not there.
    #[error("column {column} is missing; {}", missing(near.as_deref(), header))]
    MissingColumn {
        /// The column's name.
        column: String,
        /// A name in the header that may be meant, and is no other column of
        /// DUO's.
        near: Option<String>,
        /// The columns that are there.
        header: Vec<String>,
    },
    /// A column that is there twice.
    #[error("column {column} stands twice in the header; keep the right one")]
    DuplicateColumn {
        /// The column's name.
        column: String,
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
    #[error("{key} stands at line {first}{} too; keep the right row", .file.as_ref().map_or(String::new(), |file| format!(" of {file}")))]
    Duplicate {
        /// The location or area.
        key: String,
        /// The line that has it first.
        first: usize,
        /// The file of that line, where it may be another.
        file: Option<String>,
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

fn other_file(read: Option<DuoFile>, role: Role, needed: DuoFile) -> String {
    match read.map(DuoFile::role) {
        Some(right) if right != role => format!("give it as {right}, and as {role} {needed}"),
        _ => format!("as {role} this import reads {needed}"),
    }
}

/// What to do about a column that is missing: never to take another for it.
fn missing(near: Option<&str>, header: &[String]) -> String {
    match near {
        Some(near) => format!("is {near} the one? Then rename it to that"),
        None => format!("the header has {}; give the right file", header.join(", ")),
    }
}
