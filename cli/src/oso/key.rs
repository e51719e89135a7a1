//! The key of the pseudonyms: a file that the user keeps.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Read as _, Write as _};
use std::path::{Path, PathBuf};

use hmac::{Hmac, KeyInit as _};
use sha2::Sha256;

/// The fewest bytes of a key.
pub(crate) const MIN_KEY_BYTES: usize = 32;
/// The most bytes of a file with a key.
const MAX_KEY_FILE: u64 = 4096;

/// The key of the pseudonyms. Who has it can test whether a pseudonym is of a
/// pupil, so it stays with the samenwerkingsverband, and it has no `Debug`.
///
/// The file holds it in hexadecimal digits, two a byte; spaces and line ends
/// around them do not count, so that an editor does not change it.
pub(crate) struct Key {
    pub(super) mac: Hmac<Sha256>,
}

/// Why there is no key.
#[derive(Debug, thiserror::Error)]
pub(crate) enum KeyError {
    /// The file cannot be read.
    #[error("{}: the key cannot be read: {problem}; name the file of the key, or make one with --new-key", .file.display())]
    Read {
        /// The path as given.
        file: PathBuf,
        /// What the system says.
        problem: io::Error,
    },
    /// The file is too large for a key.
    #[error("{}: is larger than {MAX_KEY_FILE} bytes, so it is no key: name the file that --new-key made", .file.display())]
    TooLarge {
        /// The path as given.
        file: PathBuf,
    },
    /// The file holds something else than hexadecimal digits.
    #[error("{}: character {position} is no hexadecimal digit; a key is written in pairs of 0-9 and a-f: name the file that --new-key made", .file.display())]
    NotHexadecimal {
        /// The path as given.
        file: PathBuf,
        /// Which character, from 1.
        position: usize,
    },
    /// The file holds an odd number of digits.
    #[error("{}: has {digits} hexadecimal digits, and a byte takes two: the key is cut short; restore it", .file.display())]
    OddDigits {
        /// The path as given.
        file: PathBuf,
        /// How many.
        digits: usize,
    },
    /// The key is too short.
    #[error("{}: the key has {bytes} bytes, and at least {MIN_KEY_BYTES} are needed so that no one can guess it: make one with --new-key", .file.display())]
    TooShort {
        /// The path as given.
        file: PathBuf,
        /// How many.
        bytes: usize,
    },
    /// A new key would take the place of a file.
    #[error("{}: is there already; a new key is never written over a file, as pseudonyms made with a lost key cannot be made again: name another file", .file.display())]
    Exists {
        /// The path as given.
        file: PathBuf,
    },
    /// A new key cannot be written.
    #[error("{}: the new key cannot be written: {problem}", .file.display())]
    Write {
        /// The path as given.
        file: PathBuf,
        /// What the system says.
        problem: io::Error,
    },
    /// The system gives no random bytes.
    #[error("the system gives no random bytes for a key: {problem}")]
    NoRandom {
        /// What the system says.
        problem: getrandom::Error,
    },
}

impl Key {
    /// Reads a key from its file.
    ///
    /// # Errors
    /// [`KeyError`]; none shows a byte of the key.
    pub(crate) fn read(path: &Path) -> Result<Key, KeyError> {
        let file = || path.to_owned();
        let cannot_read = |problem| KeyError::Read { file: file(), problem };
        let mut text = Vec::new();
        File::open(path).map_err(cannot_read)?.take(MAX_KEY_FILE + 1).read_to_end(&mut text).map_err(cannot_read)?;
        if text.len() as u64 > MAX_KEY_FILE {
            return Err(KeyError::TooLarge { file: file() });
        }
        let digits = text.trim_ascii();
        let skipped = text.len() - text.trim_ascii_start().len();
        let mut halves = Vec::with_capacity(digits.len());
        for (at, digit) in digits.iter().enumerate() {
            let value = char::from(*digit).to_digit(16).and_then(|value| u8::try_from(value).ok());
            let not_a_digit = || KeyError::NotHexadecimal { file: file(), position: skipped + at + 1 };
            halves.push(value.ok_or_else(not_a_digit)?);
        }
        let (pairs, rest) = halves.as_chunks::<2>();
        if !rest.is_empty() {
            return Err(KeyError::OddDigits { file: file(), digits: halves.len() });
        }
        let bytes: Vec<u8> = pairs.iter().map(|[high, low]| high << 4 | low).collect();
        let too_short = || KeyError::TooShort { file: file(), bytes: bytes.len() };
        if bytes.len() < MIN_KEY_BYTES {
            return Err(too_short());
        }
        // An HMAC takes a key of any length.
        let mac = Hmac::new_from_slice(&bytes).map_err(|_| too_short())?;
        Ok(Key { mac })
    }

    /// Writes a new key of [`MIN_KEY_BYTES`] random bytes to a file that is not
    /// there yet, for its owner only.
    ///
    /// # Errors
    /// [`KeyError`]; a file that could not be written whole is taken away.
    pub(crate) fn create(path: &Path) -> Result<(), KeyError> {
        let mut bytes = [0; MIN_KEY_BYTES];
        getrandom::fill(&mut bytes).map_err(|problem| KeyError::NoRandom { problem })?;
        let text = hexadecimal(&bytes) + "\n";
        let mut options = OpenOptions::new();
        options.write(true).create_new(true);
        #[cfg(unix)]
        {
            use std::os::unix::fs::OpenOptionsExt as _;
            options.mode(0o600);
        }
        let mut file = options.open(path).map_err(|problem| match problem.kind() {
            io::ErrorKind::AlreadyExists => KeyError::Exists { file: path.to_owned() },
            _ => KeyError::Write { file: path.to_owned(), problem },
        })?;
        file.write_all(text.as_bytes()).and_then(|()| file.sync_all()).map_err(|problem| {
            // Half a key is worse than none; what else fails here is the same.
            let _ = fs::remove_file(path);
            KeyError::Write { file: path.to_owned(), problem }
        })
    }
}

/// Bytes as hexadecimal digits.
pub(super) fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().flat_map(|byte| [byte >> 4, byte & 15]).filter_map(|half| char::from_digit(half.into(), 16)).collect()
}
