//! The values in DUO's files, each read in one place.

use std::borrow::Cow;

use swv_core::{BoardNumber, IdentifierError, LocationCode, MunicipalityCode, Postcode, PupilCount, SwvNumber};

use super::table::{Column, Row, Table};
use super::which::{INSTITUTION, LOCATION};
use super::{ImportError, ImportErrorKind};

/// The columns that together say which location a row is about.
pub(super) struct LocationColumns {
    location: Column,
    institution: Option<Column>,
}

impl LocationColumns {
    /// The code of the location, and that of the school where the file has it.
    pub(super) fn of(table: &Table<'_>) -> Result<LocationColumns, ImportError> {
        Ok(LocationColumns { location: table.column(LOCATION)?, institution: table.optional_column(INSTITUTION)? })
    }

    /// The code of the row's location. Some files of DUO write no more of it
    /// than its last two digits, beside the code of the school.
    pub(super) fn read(&self, row: &Row<'_>) -> Result<LocationCode, ImportError> {
        let text = row.text(self.location);
        let is_short = (1..=2).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
        let code = match self.institution {
            Some(institution) if is_short => format!("{}{text:0>2}", row.text(institution)),
            _ => text.into_owned(),
        };
        code.parse().map_err(|source| identifier_error(row, self.location, source))
    }
}

/// The postcode, with or without its space; none where the value is empty.
pub(super) fn postcode(row: &Row<'_>, column: Column) -> Result<Option<Postcode>, ImportError> {
    let text = row.text(column);
    if text.is_empty() {
        return Ok(None);
    }
    text.parse().map(Some).map_err(|source| identifier_error(row, column, source))
}

/// The number of the board, with or without leading zeros; none where it is
/// empty or 0, which DUO writes for boards it does not know.
pub(super) fn board(row: &Row<'_>, column: Column) -> Result<Option<BoardNumber>, ImportError> {
    padded(row, column, BoardNumber::padded)
}

/// The code of the municipality, with or without leading zeros; none where it
/// is empty or 0.
pub(super) fn municipality(row: &Row<'_>, column: Column) -> Result<Option<MunicipalityCode>, ImportError> {
    padded(row, column, MunicipalityCode::padded)
}

/// The number of a partnership, which some columns have with its name behind
/// it; none where it is empty.
pub(super) fn swv(row: &Row<'_>, column: Column) -> Result<Option<SwvNumber>, ImportError> {
    let text = row.text(column);
    let Some(number) = text.split_whitespace().next() else { return Ok(None) };
    number.parse().map(Some).map_err(|source| identifier_error(row, column, source))
}

/// A number of pupils: `<5` and -1 are 1 to 4, empty is unknown.
pub(super) fn pupils(row: &Row<'_>, column: Column) -> Result<PupilCount, ImportError> {
    let text = row.text(column);
    match text.as_ref() {
        "" => Ok(PupilCount::Unknown),
        "<5" | "-1" => Ok(PupilCount::SUPPRESSED),
        digits => whole_number(digits).map(PupilCount::Exact).ok_or_else(|| {
            row.error(ImportErrorKind::Value {
            column: row.column_name(column),
            value: digits.to_owned(),
            rule: "a number of pupils is a whole number from 0, `<5` or -1 for 1 to 4, or empty where it is unknown",
            way_out: "correct the value, or download the file again",
        })
        }),
    }
}

/// A name, and whether stray quotes were taken out of it.
///
/// The quotes that enclose a whole value, and doubled quotes within it, are
/// how CSV writes quotes; in these files that was done once too often or by
/// halves. So the enclosing pair goes, a run of quotes becomes one, and if
/// that leaves an odd number all of them go: `"BS """"De Maasparel"""""`
/// becomes `BS "De Maasparel"`.
pub(super) fn name(row: &Row<'_>, column: Column) -> (String, bool) {
    let text = row.text(column);
    if !text.contains('"') {
        return (text.into_owned(), false);
    }
    let mut name = String::with_capacity(text.len());
    for character in text.chars() {
        if character != '"' || !name.ends_with('"') {
            name.push(character);
        }
    }
    if name.matches('"').count() % 2 == 1 {
        name.retain(|character| character != '"');
    }
    let cleaned = name != row.raw(column).trim();
    (name.trim().to_owned(), cleaned)
}

/// The error that a value is not the identifier of its column.
pub(super) fn identifier_error(row: &Row<'_>, column: Column, source: IdentifierError) -> ImportError {
    row.error(ImportErrorKind::Identifier { column: row.column_name(column), source })
}

fn padded<T: std::str::FromStr<Err = IdentifierError>>(
    row: &Row<'_>,
    column: Column,
    padded: fn(u32) -> Result<T, IdentifierError>,
) -> Result<Option<T>, ImportError> {
    let text: Cow<'_, str> = row.text(column);
    if text.bytes().all(|byte| byte == b'0') {
        return Ok(None);
    }
    let identifier = match whole_number(&text) {
        Some(number) => padded(number),
        None => text.parse(),
    };
    identifier.map(Some).map_err(|source| identifier_error(row, column, source))
}

/// The number, if the text is digits and nothing else.
fn whole_number(text: &str) -> Option<u32> {
    let is_digits = text.bytes().all(|byte| byte.is_ascii_digit());
    is_digits.then(|| text.parse().ok()).flatten()
}
