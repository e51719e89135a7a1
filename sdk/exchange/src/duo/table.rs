//! A file of DUO as rows of text: streamed, counted, digested, checked.

use std::borrow::Cow;
use std::io;
use std::path::Path;

use csv::{ByteRecord, ReaderBuilder, Terminator};
use strsim::osa_distance;
use swv_core::DatasetOrigin;

use super::encoding::Encoding;
use super::metered::Metered;
use super::{DuoFile, ImportError, ImportErrorKind, Progress};
use crate::{Input, Place};

/// A file with a header, `;` between values, and no quoting: DUO's quotes are
/// part of the text, and broken.
pub(super) struct Table<'a> {
    name: &'a str,
    encoding: Encoding,
    reader: csv::Reader<Metered<'a>>,
    header: Vec<String>,
    record: ByteRecord,
    rows: usize,
    line: usize,
}

/// A column of a [`Table`], found once and used for each row.
#[derive(Clone, Copy, Debug)]
pub(super) struct Column(usize);

/// One row of a [`Table`].
#[derive(Clone, Copy)]
pub(super) struct Row<'t> {
    name: &'t str,
    /// The line, from 1, the header being the first.
    pub(super) line: usize,
    encoding: Encoding,
    header: &'t [String],
    record: &'t ByteRecord,
}

impl<'a> Table<'a> {
    /// Opens the file and reads its header.
    pub(super) fn open(
        file: DuoFile,
        input: Input<'a>,
        encoding: Encoding,
        progress: &'a mut (dyn FnMut(Progress) + 'a),
    ) -> Result<Table<'a>, ImportError> {
        let name = input.name;
        let metered = Metered::open(file, input, encoding, progress)?;
        let reader = ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .quoting(false)
            .delimiter(b';')
            // Not `CRLF`: that one begins to count a row's line before the LF.
            .terminator(Terminator::Any(b'\n'))
            .buffer_capacity(64 * 1024)
            .from_reader(metered);
        let (header, record) = (Vec::new(), ByteRecord::new());
        let mut table = Table { name, encoding, reader, header, record, rows: 0, line: 0 };
        if !table.read_record()? {
            return Err(table.error(ImportErrorKind::Empty));
        }
        table.header = table.record.iter().map(|name| trimmed(&encoding.decode(name)).to_owned()).collect();
        if let [only] = table.header.as_slice()
            && let Some(found) = other_delimiter(only)
        {
            return Err(table.header_error(ImportErrorKind::Delimiter { found }));
        }
        Ok(table)
    }

    /// The names in the header.
    pub(super) fn header(&self) -> &[String] {
        &self.header
    }

    /// The column of that name, which must be there once.
    pub(super) fn column(&self, name: &str) -> Result<Column, ImportError> {
        self.optional_column(name)?.ok_or_else(|| self.missing_column(name))
    }

    /// The column of that name, if it is there.
    pub(super) fn optional_column(&self, name: &str) -> Result<Option<Column>, ImportError> {
        let mut found = self.header.iter().enumerate().filter(|(_, header)| *header == name);
        match (found.next(), found.next()) {
            (Some(_), Some(_)) => Err(self.header_error(ImportErrorKind::DuplicateColumn { column: name.to_owned() })),
            (first, _) => Ok(first.map(|(index, _)| Column(index))),
        }
    }

    /// The error that a column is missing, with the name most like it.
    pub(super) fn missing_column(&self, name: &str) -> ImportError {
        let distance = |header: &&String| osa_distance(&header.to_uppercase(), &name.to_uppercase());
        let nearest = self.header.iter().min_by_key(distance).cloned().unwrap_or_default();
        self.header_error(ImportErrorKind::MissingColumn { column: name.to_owned(), nearest })
    }

    /// The next row that is not blank, with as many values as the header.
    pub(super) fn next_row(&mut self) -> Result<Option<Row<'_>>, ImportError> {
        if !self.read_record()? {
            return Ok(None);
        }
        self.rows += 1;
        let wrong = |kind| Err(Place::line(self.name, self.line).error(kind));
        let (found, expected) = (self.record.len(), self.header.len());
        match found.cmp(&expected) {
            std::cmp::Ordering::Less => wrong(ImportErrorKind::RowTooShort { found, expected }),
            std::cmp::Ordering::Greater => wrong(ImportErrorKind::RowTooLong { found, expected }),
            std::cmp::Ordering::Equal if !self.ends_its_line() => wrong(ImportErrorKind::NoLineEnd),
            std::cmp::Ordering::Equal => Ok(Some(Row {
                name: self.name,
                line: self.line,
                encoding: self.encoding,
                header: &self.header,
                record: &self.record,
            })),
        }
    }

    /// The file's name and digest, once all its rows are read.
    pub(super) fn finish(self) -> Result<DatasetOrigin, ImportError> {
        if self.rows == 0 {
            return Err(self.error(ImportErrorKind::Empty));
        }
        let file =
            Path::new(self.name).file_name().map_or(self.name.into(), |name| name.to_string_lossy()).into_owned();
        Ok(DatasetOrigin { file, digest: self.reader.into_inner().digest() })
    }

    /// Reads a record that is not blank, and checks its encoding.
    fn read_record(&mut self) -> Result<bool, ImportError> {
        loop {
            if !self.reader.read_byte_record(&mut self.record).map_err(|error| self.read_error(error))? {
                return Ok(false);
            }
            // The line on which the reader stands now, or the one before if it
            // has passed its end. Counted from the end of the record, because
            // the reader skips blank lines before it.
            let line = self.reader.position().line().saturating_sub(u64::from(self.ends_its_line()));
            self.line = usize::try_from(line).unwrap_or(usize::MAX);
            self.check_encoding()?;
            if self.record.len() > 1 || self.record.iter().any(|value| !value.trim_ascii().is_empty()) {
                return Ok(true);
            }
        }
    }

    /// Whether a line end stands behind the record.
    fn ends_its_line(&self) -> bool {
        let metered = self.reader.get_ref();
        self.reader.position().byte() < metered.delivered() || metered.last() == Some(b'\n')
    }

    fn check_encoding(&self) -> Result<(), ImportError> {
        let mut start = 0;
        for value in &self.record {
            if let Some(bad) = self.encoding.first_bad_byte(value) {
                return Err(Place::line(self.name, self.line).error(ImportErrorKind::Encoding {
                    position: start + bad.offset + 1,
                    byte: value.get(bad.offset).copied().unwrap_or_default(),
                    reason: bad.reason,
                    expected: self.encoding.name(),
                }));
            }
            start += value.len() + 1;
        }
        Ok(())
    }

    fn read_error(&self, error: csv::Error) -> ImportError {
        let source = match error.into_kind() {
            csv::ErrorKind::Io(source) => source,
            other => io::Error::other(format!("{other:?}")),
        };
        self.error(ImportErrorKind::Read { source })
    }

    /// An error about the file as a whole.
    pub(super) fn error(&self, kind: ImportErrorKind) -> ImportError {
        Place::file(self.name).error(kind)
    }

    fn header_error(&self, kind: ImportErrorKind) -> ImportError {
        Place::line(self.name, 1).error(kind)
    }
}

impl Row<'_> {
    /// An error in this row.
    pub(super) fn error(&self, kind: ImportErrorKind) -> ImportError {
        Place::line(self.name, self.line).error(kind)
    }

    /// A value without the spaces and the pair of quotes around it.
    pub(super) fn text(&self, column: Column) -> Cow<'_, str> {
        match self.raw(column) {
            Cow::Borrowed(text) => Cow::Borrowed(trimmed(text)),
            Cow::Owned(text) => Cow::Owned(trimmed(&text).to_owned()),
        }
    }

    /// A value as it stands in the file.
    pub(super) fn raw(&self, column: Column) -> Cow<'_, str> {
        self.encoding.decode(self.record.get(column.0).unwrap_or_default())
    }

    /// The name of a column.
    pub(super) fn column_name(&self, column: Column) -> String {
        self.header.get(column.0).cloned().unwrap_or_default()
    }
}

/// The text without the spaces and the pair of quotes around it.
fn trimmed(text: &str) -> &str {
    let text = text.trim();
    text.strip_prefix('"').and_then(|text| text.strip_suffix('"')).unwrap_or(text).trim()
}

/// What stands between the names of a header that has no `;`.
fn other_delimiter(header: &str) -> Option<char> {
    [',', '\t', '|'].into_iter().find(|found| header.contains(*found))
}
