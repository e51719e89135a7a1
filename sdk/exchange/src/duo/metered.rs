//! A file that is digested and reported on while it is read.

use std::io::{self, Read};

use sha2::{Digest, Sha256};

use super::encoding::{Encoding, UTF_8_MARK};
use super::{DuoFile, ImportError, ImportErrorKind, Progress};
use crate::{Input, Place};

/// A file whose bytes are digested, and its progress told, as they are read.
pub(super) struct Metered<'a> {
    file: io::Chain<io::Cursor<Vec<u8>>, Box<dyn Read + 'a>>,
    which: DuoFile,
    hasher: Sha256,
    /// Bytes read of the file.
    read: u64,
    total: u64,
    delivered: u64,
    last: Option<u8>,
    progress: &'a mut (dyn FnMut(Progress) + 'a),
}

impl<'a> Metered<'a> {
    /// Begins with a file, and passes over the mark of UTF-8 where it may have one.
    pub(super) fn open(
        which: DuoFile,
        input: Input<'a>,
        encoding: Encoding,
        progress: &'a mut (dyn FnMut(Progress) + 'a),
    ) -> Result<Metered<'a>, ImportError> {
        let Input { name, bytes: mut file, size: total } = input;
        let mut start = Vec::new();
        let read = file.by_ref().take(UTF_8_MARK.len() as u64).read_to_end(&mut start);
        read.map_err(|source| Place::file(name).error(ImportErrorKind::Read { source }))?;
        let (mut hasher, mut read) = (Sha256::new(), 0);
        if start == UTF_8_MARK {
            if encoding != Encoding::Utf8 {
                return Err(Place::line(name, 1).error(ImportErrorKind::Encoding {
                    position: 1,
                    byte: UTF_8_MARK[0],
                    reason: "begins the mark of UTF-8",
                    expected: encoding.name(),
                }));
            }
            hasher.update(&start);
            read = start.len() as u64;
            start.clear();
        }
        let file = io::Cursor::new(start).chain(file);
        Ok(Metered { file, which, hasher, read, total, delivered: 0, last: None, progress })
    }

    /// How many bytes the reader was given: those of the file without its mark.
    pub(super) fn delivered(&self) -> u64 {
        self.delivered
    }

    /// The last byte that the reader was given.
    pub(super) fn last(&self) -> Option<u8> {
        self.last
    }

    /// `sha256:` and the digest of what was read, the mark included.
    pub(super) fn digest(self) -> String {
        use std::fmt::Write as _;

        self.hasher.finalize().iter().fold("sha256:".to_owned(), |mut text, byte| {
            // Writing to a string does not fail.
            let _ = write!(text, "{byte:02x}");
            text
        })
    }
}

impl Read for Metered<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.file.read(buffer)?;
        let bytes = buffer.get(..count).unwrap_or_default();
        self.hasher.update(bytes);
        self.last = bytes.last().copied().or(self.last);
        self.read += count as u64;
        self.delivered += count as u64;
        (self.progress)(Progress { file: self.which, read: self.read, total: self.total });
        Ok(count)
    }
}
