//! What a plugin takes in of the regulation beside its source.

use std::borrow::Cow;

use swv_core::Text;
use swv_core::procedure::{Breach, CheckInput};

/// Implements [`Procedures`](crate::Procedures), [`Norms`](crate::Norms) or
/// both from the documents that the plugin's build script made of its TOML
/// files.
///
/// It reads `swv_plugin::regulation!(Almere: norm, procedures);`. The script
/// is one line, `swv_regulation::embed()`.
///
/// Each check that a procedure names is a function `check` in a module of its
/// name, `crate::checks::NAME`; one without a function does not compile, and
/// one that no procedure names stops the build. It takes a
/// [`CheckInput`] and gives every [`Found`].
#[macro_export]
macro_rules! regulation {
    ($region:ident: $($capability:ident),+ $(,)?) => {
        $($crate::regulation!(@$capability $region);)+
    };
    (@procedures $region:ident) => {
        impl $crate::Procedures for $region {
            fn statement() -> ::std::result::Result<::std::borrow::Cow<'static, str>, $crate::Failure> {
                ::std::result::Result::Ok($crate::embedded(include_bytes!(concat!(env!("OUT_DIR"), "/procedures.lz4"))))
            }

            fn check(input: &$crate::procedure::CheckInput) -> ::std::vec::Vec<$crate::procedure::Breach> {
                $crate::run_checks(include!(concat!(env!("OUT_DIR"), "/checks.rs")), input)
            }
        }
    };
    (@norm $region:ident) => {
        impl $crate::Norms for $region {
            fn statement() -> ::std::result::Result<::std::borrow::Cow<'static, str>, $crate::Failure> {
                ::std::result::Result::Ok($crate::embedded(include_bytes!(concat!(env!("OUT_DIR"), "/norm.lz4"))))
            }
        }
    };
}

/// A document as the build script packed it: its parts say much the same, so
/// it becomes a fifth. What cannot be unpacked is empty, which the host refuses.
#[doc(hidden)]
pub fn embedded(packed: &[u8]) -> Cow<'static, str> {
    let document = lz4_flex::block::decompress_size_prepended(packed).ok();
    document.and_then(|bytes| String::from_utf8(bytes).ok()).unwrap_or_default().into()
}

/// The columns of `quantities.toml`, for [`About`](crate::About).
#[macro_export]
macro_rules! quantities {
    () => {
        include!(concat!(env!("OUT_DIR"), "/quantities.rs"))
    };
}

/// The columns of `attributes.toml`, for [`About`](crate::About).
#[macro_export]
macro_rules! attributes {
    () => {
        include!(concat!(env!("OUT_DIR"), "/attributes.rs"))
    };
}

/// Something that a check found wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// The event, by its place in [`CheckInput::events`]; none for the case as
    /// a whole.
    pub event: Option<usize>,
    /// What is wrong and what to do.
    pub message: Text,
}

impl Found {
    /// Something wrong with the event at that place, in Dutch and in English.
    pub fn at(event: usize, nl: impl Into<String>, en: impl Into<String>) -> Found {
        Found { event: Some(event), message: Text::new(nl, en) }
    }
}

/// A check and its name.
type Check = (&'static str, fn(&CheckInput) -> Vec<Found>);

/// What the checks find that are asked for, in the order in which they are.
#[doc(hidden)]
pub fn run_checks(known: &[Check], input: &CheckInput) -> Vec<Breach> {
    let asked = input.checks.iter().filter_map(|name| known.iter().find(|(known, _)| known == name));
    let found = asked.flat_map(|(name, check)| check(input).into_iter().map(move |found| (name, found)));
    found.map(|(name, Found { event, message })| Breach { check: (*name).to_owned(), event, message }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_document_that_is_damaged_is_empty_and_no_panic() {
        for packed in [&[][..], &[9, 0, 0, 0], &[4, 0, 0, 0, 16, 65, 9, 9], &[1, 0, 0, 0, 0x10, 0xff]] {
            assert_eq!(embedded(packed), "", "{packed:?}");
        }
    }
}
