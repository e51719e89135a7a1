//! A file as the caller opened it: its bytes, digested and told of while they
//! are read.

use std::io::Read as _;
use std::path::Path;

use sha2::{Digest, Sha256};
use swv_core::DatasetOrigin;

use super::{ImportError, ImportErrorKind, Progress};
use crate::{Input, Place};

/// The most bytes of a file: DUO's largest have a few million.
const MOST_BYTES: u64 = 256 * 1024 * 1024;
/// How many bytes are read at a time.
const PIECE: u64 = 64 * 1024;

/// The bytes of a file, and what messages call it.
pub(super) struct Source<'a> {
    /// What messages call it.
    pub(super) name: &'a str,
    /// Its bytes.
    pub(super) bytes: Vec<u8>,
}

impl<'a> Source<'a> {
    /// Reads the file to its end.
    pub(super) fn read(input: Input<'a>, progress: &mut dyn FnMut(Progress)) -> Result<Source<'a>, ImportError> {
        let Input { name, bytes: mut file, size: total } = input;
        let error = |kind| Place::file(name).error(kind);
        let mut bytes = Vec::new();
        loop {
            let read = file.by_ref().take(PIECE).read_to_end(&mut bytes);
            let ended = read.map_err(|source| error(ImportErrorKind::Read { source }))? == 0;
            let read = bytes.len() as u64;
            progress(Progress { file: name.to_owned(), read, total });
            if read > MOST_BYTES {
                return Err(error(ImportErrorKind::TooLarge));
            }
            if ended {
                return Ok(Source { name, bytes });
            }
        }
    }

    /// Its name without its folder, and its digest.
    pub(super) fn origin(&self) -> DatasetOrigin {
        use std::fmt::Write as _;

        let name = Path::new(self.name).file_name();
        let file = name.map_or(self.name.into(), |name| name.to_string_lossy()).into_owned();
        let digest = Sha256::digest(&self.bytes).iter().fold("sha256:".to_owned(), |mut text, byte| {
            // Writing to a string does not fail.
            let _ = write!(text, "{byte:02x}");
            text
        });
        DatasetOrigin { file, digest }
    }
}
