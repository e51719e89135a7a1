//! A file to read, opened by the caller.

use std::io::Read;

/// A file that the caller opened: its bytes, and what messages call it.
pub struct Input<'a> {
    /// What messages call it: its path, or any other name.
    pub name: &'a str,
    /// Its bytes, which are read once from start to end.
    pub bytes: Box<dyn Read + 'a>,
    /// How many bytes there are; 0 where that is not known, as of a pipe.
    pub size: u64,
}

impl<'a> Input<'a> {
    /// A file of so many bytes, or of an unknown number where `size` is 0.
    ///
    /// ```
    /// let input = swv_exchange::Input::new("02.csv", &b"PROVINCIE;POSTCODE\n"[..], 19);
    /// assert_eq!(input.name, "02.csv");
    /// ```
    pub fn new(name: &'a str, bytes: impl Read + 'a, size: u64) -> Input<'a> {
        Input { name, bytes: Box::new(bytes), size }
    }
}
