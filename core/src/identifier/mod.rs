//! The numbers and codes by which DUO and the regions name things.
//!
//! Each is a type of its own, so that a school's BRIN never stands where a
//! board's number should. Each is text, never a number, because leading zeros
//! count. Each is checked once, in one place, for parsing and for files alike.

mod board_label;
mod board_number;
mod brin;
mod error;
mod place;
mod region_id;
mod swv_number;

pub use board_label::BoardLabel;
pub use board_number::BoardNumber;
pub use brin::{Brin, LocationCode};
pub use error::IdentifierError;
pub use place::{MunicipalityCode, Postcode, PostcodeArea};
pub use region_id::RegionId;
pub use swv_number::{Sector, SwvNumber};

/// What every identifier can do, apart from how it is read: `as_str`,
/// `AsRef<str>`, `Display` and the conversions of serde.
macro_rules! identifier {
    ($type:ident) => {
        impl $type {
            /// The identifier as text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl AsRef<str> for $type {
            fn as_ref(&self) -> &str {
                &self.0
            }
        }

        impl std::fmt::Display for $type {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad(&self.0)
            }
        }

        impl TryFrom<String> for $type {
            type Error = crate::identifier::IdentifierError;

            fn try_from(text: String) -> Result<Self, Self::Error> {
                text.parse()
            }
        }

        impl From<$type> for String {
            fn from(identifier: $type) -> String {
                identifier.0
            }
        }
    };
}
use identifier;

/// Whether text has a shape, in which `0` stands for any digit, `A` for any
/// capital letter, and anything else for itself.
fn has_shape(text: &str, shape: &str) -> bool {
    text.len() == shape.len()
        && text.bytes().zip(shape.bytes()).all(|(byte, shape)| match shape {
            b'0' => byte.is_ascii_digit(),
            b'A' => byte.is_ascii_uppercase(),
            literal => byte == literal,
        })
}

#[cfg(test)]
mod tests;
