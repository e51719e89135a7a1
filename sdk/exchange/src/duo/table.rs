//! A file of DUO as a table of named columns.

use std::borrow::Cow;

use swv_core::nearest;

use super::source::Source;
use super::which::{self, KNOWN_COLUMNS};
use super::{ImportError, ImportErrorKind};
use crate::sheet::{Fault, Quotes, Sheet, SheetError, SheetRow};
use crate::{Located, Place};

/// A file with a header, read row by row.
pub(super) struct Table<'a> {
    name: &'a str,
    sheet: Sheet<'a>,
    header_line: usize,
    header: Vec<String>,
    rows: usize,
}

/// A column of a [`Table`], found once and used for each row.
#[derive(Clone, Copy, Debug)]
pub(super) struct Column(usize);

/// One row of a [`Table`].
#[derive(Clone, Copy)]
pub(super) struct Row<'t> {
    name: &'t str,
    header: &'t [String],
    row: SheetRow<'t>,
}

impl<'a> Table<'a> {
    /// Reads the header of a file.
    pub(super) fn open(source: &'a Source<'_>) -> Result<Table<'a>, ImportError> {
        let name = source.name;
        let sheet = Sheet::open(&source.bytes, Quotes::AsInTheHeader).map_err(|fault| located(name, fault))?;
        let (header_line, header) = (sheet.line(), sheet.header().to_vec());
        Ok(Table { name, sheet, header_line, header, rows: 0 })
    }

    /// The names in the header.
    pub(super) fn header(&self) -> &[String] {
        &self.header
    }

    /// The column of the first of these names that the header has, which must
    /// be there once. The names are those of one column over the years.
    pub(super) fn column(&self, names: &[&str]) -> Result<Column, ImportError> {
        self.optional_column(names)?.ok_or_else(|| self.missing_column(names.first().copied().unwrap_or_default()))
    }

    /// The same, if it is there.
    pub(super) fn optional_column(&self, names: &[&str]) -> Result<Option<Column>, ImportError> {
        for name in names {
            let mut found = self.header.iter().enumerate().filter(|(_, header)| which::folded(header) == *name);
            if let Some((index, column)) = found.next() {
                return match found.next() {
                    Some(_) => Err(self.header_error(ImportErrorKind::DuplicateColumn { column: column.clone() })),
                    None => Ok(Some(Column(index))),
                };
            }
        }
        Ok(None)
    }

    /// The columns whose name is of this kind.
    pub(super) fn columns(&self, is_one: impl Fn(&str) -> bool) -> Vec<Column> {
        let named = self.header.iter().enumerate().filter(|(_, name)| is_one(&which::folded(name)));
        named.map(|(index, _)| Column(index)).collect()
    }

    /// The error that a column is missing, with a name that may be its, where
    /// that is no other column of DUO's.
    pub(super) fn missing_column(&self, name: &str) -> ImportError {
        let folded: Vec<String> = self.header.iter().map(|name| which::folded(name)).collect();
        let unknown = folded.iter().map(String::as_str).filter(|name| !KNOWN_COLUMNS.contains(name));
        let near = nearest(name, unknown);
        let near = near.and_then(|near| self.header.iter().find(|name| which::folded(name) == near)).cloned();
        let header = self.header.clone();
        self.header_error(ImportErrorKind::MissingColumn { column: name.to_owned(), near, header })
    }

    /// The next row that is not blank.
    pub(super) fn next_row(&mut self) -> Result<Option<Row<'_>>, ImportError> {
        let name = self.name;
        let at_end = match self.sheet.next_row() {
            Err(fault) => return Err(located(name, fault)),
            Ok(row) => row.is_none(),
        };
        if at_end {
            return match self.rows {
                0 => Err(self.error(ImportErrorKind::Sheet(SheetError::Empty))),
                _ => Ok(None),
            };
        }
        self.rows += 1;
        if !self.sheet.ends_its_line() {
            return Err(Place::line(name, self.sheet.line()).error(ImportErrorKind::NoLineEnd));
        }
        Ok(Some(Row { name, header: &self.header, row: self.sheet.row() }))
    }

    /// An error about the file as a whole.
    pub(super) fn error(&self, kind: ImportErrorKind) -> ImportError {
        Place::file(self.name).error(kind)
    }

    fn header_error(&self, kind: ImportErrorKind) -> ImportError {
        Place::line(self.name, self.header_line).error(kind)
    }
}

impl Row<'_> {
    /// The line, from 1.
    pub(super) fn line(&self) -> usize {
        self.row.line
    }

    /// An error in this row.
    pub(super) fn error(&self, kind: ImportErrorKind) -> ImportError {
        Place::line(self.name, self.row.line).error(kind)
    }

    /// A value without the blanks and the pair of quotes around it.
    pub(super) fn text(&self, column: Column) -> Cow<'_, str> {
        self.row.text(column.0)
    }

    /// A value as it stands in the file.
    pub(super) fn raw(&self, column: Column) -> Cow<'_, str> {
        self.row.raw(column.0)
    }

    /// The name of a column.
    pub(super) fn column_name(&self, column: Column) -> String {
        self.header.get(column.0).cloned().unwrap_or_default()
    }
}

fn located(name: &str, (line, error): Fault) -> ImportError {
    let place = line.map_or_else(|| Place::file(name), |line| Place::line(name, line));
    Located { place: Some(place), kind: error.into() }
}
