//! A table of text as DUO and spreadsheets write it: CSV in more than one
//! dialect.
//!
//! UTF-8 with or without its mark, or Windows-1252, by what the file holds;
//! `;`, `,` or a tab between values, by its header or by a first line `sep=;`;
//! blank rows, and empty values behind the last column, say nothing.

use std::borrow::Cow;

use csv::{ByteRecord, ReaderBuilder, Terminator};
use swv_core::reading::{NotUtf8, is_utf_16, without_mark};

use crate::encoding::Encoding;

/// What can be wrong with a file as a table.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum SheetError {
    /// Two bytes a character.
    #[error(transparent)]
    Utf16(#[from] NotUtf8),
    /// A file without rows.
    #[error("is empty or holds no more than its header")]
    Empty,
    /// A byte that the file's encoding does not allow.
    #[error(
        "byte 0x{byte:02X}, number {position} in the line, {reason}, so the file is not in {encoding}; \
         use it as downloaded, or save it as UTF-8"
    )]
    Encoding {
        /// Which byte of the line, from 1.
        position: usize,
        /// The byte.
        byte: u8,
        /// What that byte shows.
        reason: &'static str,
        /// The encoding of the rest of the file.
        encoding: &'static str,
    },
    /// A file with other marks between its values.
    #[error("the header is divided by `{}`; save the file with `;` or `,` between the values", found.escape_default())]
    Delimiter {
        /// What stands between its values.
        found: char,
    },
    /// A row with fewer values than the header.
    #[error(
        "{found} values where the header has {expected}; the row is cut short: complete it, or download the file again"
    )]
    RowTooShort {
        /// How many values the row has.
        found: usize,
        /// How many columns the header has.
        expected: usize,
    },
    /// A row with more values than the header.
    #[error("{found} values where the header has {expected}; a value holds a `{delimiter}`: take it out of the value")]
    RowTooLong {
        /// How many values the row has.
        found: usize,
        /// How many columns the header has.
        expected: usize,
        /// What stands between values.
        delimiter: char,
    },
    /// Anything else that is no CSV.
    #[error("{reason}")]
    Csv {
        /// What the reader says.
        reason: String,
    },
}

/// What is wrong, and on which line; none where it is about the whole file.
pub(crate) type Fault = (Option<usize>, SheetError);

/// Whether quotes enclose values.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Quotes {
    /// Wherever they stand.
    Enclose,
    /// Where they enclose the header too; else they are part of the text, as
    /// in those files of DUO in which quotes are broken.
    AsInTheHeader,
}

/// A table, read row by row.
pub(crate) struct Sheet<'a> {
    bytes: &'a [u8],
    /// Where the reader began.
    base: usize,
    encoding: Encoding,
    delimiter: u8,
    reader: csv::Reader<&'a [u8]>,
    header: Vec<String>,
    record: ByteRecord,
    /// Up to which byte lines are counted, and on which line that is.
    counted: usize,
    line: usize,
}

/// One row of a [`Sheet`].
#[derive(Clone, Copy)]
pub(crate) struct SheetRow<'s> {
    /// The line on which it begins, from 1.
    pub(crate) line: usize,
    encoding: Encoding,
    record: &'s ByteRecord,
}

impl<'a> Sheet<'a> {
    /// Reads the header.
    pub(crate) fn open(bytes: &'a [u8], quotes: Quotes) -> Result<Sheet<'a>, Fault> {
        if is_utf_16(bytes) {
            return Err((None, NotUtf8::Utf16.into()));
        }
        let mut base = bytes.len() - without_mark(bytes).len();
        let mut told = None;
        let first = first_line(&bytes[base..]);
        let is_quote = |byte: &u8| *byte == b'"';
        if let [b's' | b'S', b'e' | b'E', b'p' | b'P', b'=', delimiter, ..] =
            first.1.trim_ascii().split(is_quote).find(|text| !text.is_empty()).unwrap_or_default()
        {
            told = Some(*delimiter);
            base += first.0 + first.1.len();
        }
        let header = first_line(&bytes[base..]).1;
        let delimiter =
            told.or_else(|| [b';', b',', b'\t', b'|'].into_iter().find(|mark| header.contains(mark))).unwrap_or(b';');
        let quoting = quotes == Quotes::Enclose || delimiter != b';' || header.first().is_some_and(is_quote);
        let reader = ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .quoting(quoting)
            .delimiter(delimiter)
            // A line ends at its LF; the CR before it goes with the blanks.
            .terminator(Terminator::Any(b'\n'))
            .from_reader(&bytes[base..]);
        let (header, record, encoding) = (Vec::new(), ByteRecord::new(), Encoding::of(bytes));
        let mut sheet = Sheet { bytes, base, encoding, delimiter, reader, header, record, counted: 0, line: 1 };
        if !sheet.read_record()? {
            return Err((None, SheetError::Empty));
        }
        if delimiter == b'|' {
            return Err((Some(sheet.line), SheetError::Delimiter { found: '|' }));
        }
        sheet.header = sheet.record.iter().map(|name| trimmed(&encoding.decode(name)).to_owned()).collect();
        let named = sheet.header.iter().rposition(|name| !name.is_empty()).map_or(0, |last| last + 1);
        sheet.header.truncate(named);
        Ok(sheet)
    }

    /// The names in the header.
    pub(crate) fn header(&self) -> &[String] {
        &self.header
    }

    /// The line of the last row, or of the header before the first.
    pub(crate) fn line(&self) -> usize {
        self.line
    }

    /// The next row that is not blank, with a value for each column.
    pub(crate) fn next_row(&mut self) -> Result<Option<SheetRow<'_>>, Fault> {
        if !self.read_record()? {
            return Ok(None);
        }
        let (found, expected) = (self.record.len(), self.header.len());
        let wrong = |error| Err((Some(self.line), error));
        if found < expected {
            return wrong(SheetError::RowTooShort { found, expected });
        }
        if self.record.iter().skip(expected).any(|value| !value.trim_ascii().is_empty()) {
            return wrong(SheetError::RowTooLong { found, expected, delimiter: self.delimiter.into() });
        }
        Ok(Some(self.row()))
    }

    /// The row that was read last.
    pub(crate) fn row(&self) -> SheetRow<'_> {
        SheetRow { line: self.line, encoding: self.encoding, record: &self.record }
    }

    /// Whether a line end stands behind the last record.
    pub(crate) fn ends_its_line(&self) -> bool {
        self.at() < self.bytes.len() || self.bytes.last() == Some(&b'\n')
    }

    fn at(&self) -> usize {
        self.base + usize::try_from(self.reader.position().byte()).unwrap_or(usize::MAX)
    }

    /// Reads a record that is not blank, and checks its encoding.
    fn read_record(&mut self) -> Result<bool, Fault> {
        loop {
            let start = self.at();
            let read = self.reader.read_byte_record(&mut self.record);
            if !read.map_err(|error| (Some(self.line), SheetError::Csv { reason: error.to_string() }))? {
                return Ok(false);
            }
            // The reader passes over empty lines before a record.
            let empty = self.bytes[start..].iter().take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
            let begins = start + empty;
            self.line += self.bytes[self.counted..begins].iter().filter(|byte| **byte == b'\n').count();
            self.counted = begins;
            if self.record.iter().all(|value| value.trim_ascii().is_empty()) {
                continue;
            }
            self.check_encoding()?;
            return Ok(true);
        }
    }

    fn check_encoding(&self) -> Result<(), Fault> {
        let mut start = 0;
        for value in &self.record {
            if let Some(bad) = self.encoding.first_bad_byte(value) {
                let error = SheetError::Encoding {
                    position: start + bad.offset + 1,
                    byte: value.get(bad.offset).copied().unwrap_or_default(),
                    reason: bad.reason,
                    encoding: self.encoding.name(),
                };
                return Err((Some(self.line), error));
            }
            start += value.len() + 1;
        }
        Ok(())
    }
}

impl<'s> SheetRow<'s> {
    /// A value without the blanks and the pair of quotes around it.
    pub(crate) fn text(&self, column: usize) -> Cow<'s, str> {
        match self.raw(column) {
            Cow::Borrowed(text) => Cow::Borrowed(trimmed(text)),
            Cow::Owned(text) => Cow::Owned(trimmed(&text).to_owned()),
        }
    }

    /// A value as it stands in the file.
    pub(crate) fn raw(&self, column: usize) -> Cow<'s, str> {
        self.encoding.decode(self.record.get(column).unwrap_or_default())
    }
}

/// The first line that is not blank, its end included, and where it begins.
fn first_line(bytes: &[u8]) -> (usize, &[u8]) {
    let mut start = 0;
    for line in bytes.split_inclusive(|byte| *byte == b'\n') {
        if !line.trim_ascii().is_empty() {
            return (start, line);
        }
        start += line.len();
    }
    (start, &[])
}

/// The text without the blanks and the pair of quotes around it.
fn trimmed(text: &str) -> &str {
    let text = text.trim();
    text.strip_prefix('"').and_then(|text| text.strip_suffix('"')).unwrap_or(text).trim()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The rows, each with its line.
    type Lines = Vec<(usize, Vec<String>)>;

    /// The header and the rows.
    fn read(bytes: &[u8], quotes: Quotes) -> Result<(Vec<String>, Lines), Fault> {
        let mut sheet = Sheet::open(bytes, quotes)?;
        let header = sheet.header().to_vec();
        let mut rows = Vec::new();
        while let Some(row) = sheet.next_row()? {
            rows.push((row.line, (0..header.len()).map(|column| row.text(column).into_owned()).collect()));
        }
        Ok((header, rows))
    }

    #[test]
    fn every_dialect_gives_the_same_table() {
        for text in [
            "naam;stad\nDe Boog;Haarlem\n",
            "naam;stad\r\nDe Boog;Haarlem\r\n",
            "\u{feff}naam;stad\r\nDe Boog;Haarlem",
            "\"naam\",\"stad\"\n\"De Boog\",\"Haarlem\"\n",
            "naam,stad\nDe Boog,Haarlem\n",
            "naam\tstad\nDe Boog\tHaarlem\n",
            "sep=;\r\nnaam;stad\r\nDe Boog;Haarlem\r\n",
            "\u{feff}SEP=,\nnaam,stad\nDe Boog,Haarlem\n",
            "\"sep=;\"\nnaam;stad\nDe Boog;Haarlem\n",
            "naam;stad;;\nDe Boog;Haarlem;;\n",
            "naam;stad\nDe Boog;Haarlem;;\n",
            "naam;stad;;\nDe Boog;Haarlem\n",
            "\r\n naam ; stad \n\n;;;\n De Boog ; Haarlem \n; \n\n",
        ] {
            let (header, rows) = read(text.as_bytes(), Quotes::AsInTheHeader).unwrap();
            assert_eq!(header, ["naam", "stad"], "{text:?}");
            let rows: Vec<_> = rows.into_iter().map(|(_, row)| row).collect();
            assert_eq!(rows, [["De Boog", "Haarlem"]], "{text:?}");
        }
    }

    #[test]
    fn quotes_enclose_values_where_they_enclose_the_header() {
        let text = "\"naam\";\"stad\"\n\"VMBO \"\"De Boog\"\"; zuid\";\"Haarlem\"\n";
        let (_, rows) = read(text.as_bytes(), Quotes::AsInTheHeader).unwrap();
        assert_eq!(rows[0].1, ["VMBO \"De Boog\"; zuid", "Haarlem"]);
        let broken = "naam;stad\nDe \"Boog;Haarlem\nDe Pijl\";Haarlem\n";
        assert_eq!(read(broken.as_bytes(), Quotes::AsInTheHeader).unwrap().1.len(), 2);
    }

    #[test]
    fn a_row_has_the_line_on_which_it_begins() {
        let text = "sep=,\n\na,b\n\n\"1\n\",2\n\n\n3,4\n";
        let lines: Vec<_> =
            read(text.as_bytes(), Quotes::Enclose).unwrap().1.into_iter().map(|(line, _)| line).collect();
        assert_eq!(lines, [5, 9]);
    }

    #[test]
    fn an_encoding_is_that_of_the_whole_file() {
        let (_, rows) = read(b"naam;stad\n\x91t Oelebr\xF6d;Haarlem\n", Quotes::Enclose).unwrap();
        assert_eq!(rows[0].1[0], "\u{2018}t Oelebr\u{f6}d");
        let (_, rows) = read("naam;stad\nOelebr\u{f6}d;Haarlem\n".as_bytes(), Quotes::Enclose).unwrap();
        assert_eq!(rows[0].1[0], "Oelebr\u{f6}d");
        let mixed = [b"naam\nOelebr\xF6d\n".as_slice(), "Pompebl\u{ea}d\n".as_bytes()].concat();
        let (line, error) = read(&mixed, Quotes::Enclose).unwrap_err();
        assert_eq!(line, Some(3));
        assert!(
            error.to_string().starts_with("byte 0xC3, number 8 in the line, begins a character of UTF-8"),
            "{error}"
        );
    }

    #[test]
    fn what_is_no_table_is_refused() {
        let refused = |bytes: &[u8]| {
            let (line, error) = read(bytes, Quotes::Enclose).unwrap_err();
            format!("{line:?} {error}")
        };
        assert!(refused(b"\xff\xfea\0;\0").starts_with("None is UTF-16"));
        for empty in [b"".as_slice(), b"\r\n\n", b"sep=;\n", b";;;\n"] {
            assert!(refused(empty).starts_with("None is empty"), "{empty:?}");
        }
        assert!(refused(b"a|b\n1|2\n").starts_with("Some(1) the header is divided by `|`"));
        assert!(refused(b"a;b\n1\n").starts_with("Some(2) 1 values where the header has 2; the row is cut short"));
        assert!(refused(b"a;b\n1;2;3\n").starts_with("Some(2) 3 values where the header has 2; a value holds a `;`"));
        assert!(refused(b"a;b\n1;\0\n").contains("byte 0x00, number 3 in the line, is empty"));
    }
}
