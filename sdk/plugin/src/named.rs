//! Whether a region names every capability that it implements.
//!
//! What [`export!`](crate::export) does not name does not exist for a host. A
//! trait that is implemented and not named would disappear without a word, so
//! it does not compile.

use std::marker::PhantomData;

use crate::{Allocate, Budget, Indicators, Norms, Procedures};

/// Knows of a region which traits it implements: a constant of the type itself
/// goes before one of a trait, and exists only where the region has the trait.
pub struct Probe<R>(PhantomData<R>);

macro_rules! probes {
    ($($capability:ident: $rules:ident),+ $(,)?) => {
        /// What holds of a region that does not implement a trait.
        #[allow(non_upper_case_globals)]
        pub trait Lacks {
            $(
                /// Whether the region implements the trait of this capability.
                const $capability: bool = false;
            )+
        }

        impl<R> Lacks for Probe<R> {}

        $(
            #[allow(non_upper_case_globals)]
            impl<R: $rules> Probe<R> {
                /// The region implements the trait of this capability.
                pub const $capability: bool = true;
            }
        )+

        /// Refuses to compile where a region implements what it does not name.
        #[doc(hidden)]
        #[macro_export]
        macro_rules! __all_named {
            ($region:ident, $named:expr) => {
                $(
                    assert!(
                        !$crate::named::Probe::<$region>::$capability
                            || $crate::named::contains($named, stringify!($capability)),
                        concat!(
                            "this region implements `", stringify!($rules), "`; name `", stringify!($capability),
                            "` in `export!`, or hosts will not know that it has it"
                        )
                    );
                )+
            };
        }
    };
}

probes! {
    allocation: Allocate,
    budget: Budget,
    indicators: Indicators,
    norm: Norms,
    procedures: Procedures,
}

/// Whether a name is among others, while compiling.
pub const fn contains(names: &[&str], name: &str) -> bool {
    let mut at = 0;
    while at < names.len() {
        if equal(names[at].as_bytes(), name.as_bytes()) {
            return true;
        }
        at += 1;
    }
    false
}

const fn equal(a: &[u8], b: &[u8]) -> bool {
    let mut at = 0;
    while at < a.len() && at < b.len() && a[at] == b[at] {
        at += 1;
    }
    at == a.len() && at == b.len()
}
