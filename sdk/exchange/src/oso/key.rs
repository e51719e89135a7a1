//! The key of the pseudonyms: a file that the user keeps.

use std::io::{self, Read};

use hmac::{Hmac, KeyInit as _};
use sha2::Sha256;
use swv_core::reading::{NotUtf8, is_utf_16};

use crate::{Located, Place};

/// The fewest bytes of a key.
pub const MIN_KEY_BYTES: usize = 32;
/// The most bytes of a file with a key.
const MAX_KEY_FILE: u64 = 4096;

/// The key of the pseudonyms. Who has it can test whether a pseudonym is of a
/// pupil, so it stays with the samenwerkingsverband, and it has no `Debug`.
///
/// The file holds it in hexadecimal digits, two a byte; spaces and line ends
/// around them do not count, so that an editor does not change it.
pub struct Key {
    pub(super) mac: Hmac<Sha256>,
}

/// Why there is no key, and in which file.
pub type KeyError = Located<KeyErrorKind>;

/// Why there is no key. None shows a byte of it.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum KeyErrorKind {
    /// The file cannot be read.
    #[error("the key cannot be read: {source}")]
    Read {
        /// What the system says.
        source: io::Error,
    },
    /// The file is too large for a key.
    #[error("is larger than {MAX_KEY_FILE} bytes, so it is no key")]
    TooLarge,
    /// Two bytes a character.
    #[error(transparent)]
    Utf16(#[from] NotUtf8),
    /// The file holds something else than hexadecimal digits.
    #[error("character {position} is no hexadecimal digit; a key is written in pairs of 0-9 and a-f")]
    NotHexadecimal {
        /// Which character, from 1.
        position: usize,
    },
    /// The file holds an odd number of digits.
    #[error("has {digits} hexadecimal digits, and a byte takes two: the key is cut short; restore it")]
    OddDigits {
        /// How many.
        digits: usize,
    },
    /// The key is too short.
    #[error("the key has {bytes} bytes, and at least {MIN_KEY_BYTES} are needed so that no one can guess it")]
    TooShort {
        /// How many.
        bytes: usize,
    },
}

impl Key {
    /// Reads a key from its file.
    ///
    /// # Errors
    /// [`KeyError`]; none shows a byte of the key.
    pub fn read(file: &str, bytes: impl Read) -> Result<Key, KeyError> {
        let error = |kind| Place::file(file).error(kind);
        let mut text = Vec::new();
        let read = bytes.take(MAX_KEY_FILE + 1).read_to_end(&mut text);
        read.map_err(|source| error(KeyErrorKind::Read { source }))?;
        Key::of_text(&text).map_err(error)
    }

    /// The text of a file with a new key, of these random bytes.
    ///
    /// They come from the caller, who has to see to it that no one can guess
    /// them: from the system's own source of random bytes.
    pub fn new_file(random: &[u8; MIN_KEY_BYTES]) -> String {
        hexadecimal(random) + "\n"
    }

    fn of_text(text: &[u8]) -> Result<Key, KeyErrorKind> {
        if text.len() as u64 > MAX_KEY_FILE {
            return Err(KeyErrorKind::TooLarge);
        }
        if is_utf_16(text) {
            return Err(NotUtf8::Utf16.into());
        }
        let digits = text.trim_ascii();
        let skipped = text.len() - text.trim_ascii_start().len();
        let mut halves = Vec::with_capacity(digits.len());
        for (at, digit) in digits.iter().enumerate() {
            let value = char::from(*digit).to_digit(16).and_then(|value| u8::try_from(value).ok());
            halves.push(value.ok_or(KeyErrorKind::NotHexadecimal { position: skipped + at + 1 })?);
        }
        let (pairs, rest) = halves.as_chunks::<2>();
        if !rest.is_empty() {
            return Err(KeyErrorKind::OddDigits { digits: halves.len() });
        }
        let bytes: Vec<u8> = pairs.iter().map(|[high, low]| high << 4 | low).collect();
        let too_short = KeyErrorKind::TooShort { bytes: bytes.len() };
        if bytes.len() < MIN_KEY_BYTES {
            return Err(too_short);
        }
        // An HMAC takes a key of any length.
        Ok(Key { mac: Hmac::new_from_slice(&bytes).map_err(|_| too_short)? })
    }
}

/// Bytes as hexadecimal digits.
pub(super) fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().flat_map(|byte| [byte >> 4, byte & 15]).filter_map(|half| char::from_digit(half.into(), 16)).collect()
}
