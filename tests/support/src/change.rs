//! Files that are spoiled somewhere.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;

/// A change of a file at some place.
#[derive(Clone, Debug)]
pub enum Change {
    /// Another byte.
    Byte(Index, u8),
    /// Bytes put in.
    Insert(Index, Vec<u8>),
    /// So many bytes taken out.
    Remove(Index, usize),
    /// So many bytes twice.
    Repeat(Index, usize),
    /// Nothing from there on.
    Cut(Index),
}

/// Changes that put in parts of this kind, or any bytes.
pub fn change(parts: &'static [&'static str]) -> impl Strategy<Value = Change> {
    let part = prop_oneof![
        proptest::sample::select(parts).prop_map(|part| part.as_bytes().to_owned()),
        vec(any::<u8>(), 1..8),
    ];
    prop_oneof![
        (any::<Index>(), any::<u8>()).prop_map(|(at, byte)| Change::Byte(at, byte)),
        (any::<Index>(), part).prop_map(|(at, part)| Change::Insert(at, part)),
        (any::<Index>(), 1..200_usize).prop_map(|(at, length)| Change::Remove(at, length)),
        (any::<Index>(), 1..200_usize).prop_map(|(at, length)| Change::Repeat(at, length)),
        any::<Index>().prop_map(Change::Cut),
    ]
}

/// The bytes after the changes, one after the other.
pub fn changed(bytes: &[u8], changes: &[Change]) -> Vec<u8> {
    let mut bytes = bytes.to_owned();
    for change in changes {
        let at = |index: &Index| index.index(bytes.len() + 1);
        match change {
            Change::Byte(index, byte) => {
                let at = at(index);
                if let Some(found) = bytes.get_mut(at) {
                    *found = *byte;
                }
            }
            Change::Insert(index, part) => {
                let at = at(index);
                bytes.splice(at..at, part.iter().copied());
            }
            Change::Remove(index, length) => {
                let at = at(index);
                bytes.drain(at..bytes.len().min(at + length));
            }
            Change::Repeat(index, length) => {
                let at = at(index);
                let again = bytes[at..bytes.len().min(at + length)].to_owned();
                bytes.splice(at..at, again);
            }
            Change::Cut(index) => bytes.truncate(at(index)),
        }
    }
    bytes
}
