//! How a value crosses, and what is said of one that cannot.

use swv_core::Invalid;

/// A value that becomes `T` on the other side, where it can be one.
pub trait Cross<T> {
    /// The same value, as the other side knows it.
    ///
    /// # Errors
    /// [`Invalid`] when it is not what it should be: place, value and rule.
    fn cross(self) -> Result<T, Invalid>;
}

impl<A: Cross<B>, B> Cross<Vec<B>> for Vec<A> {
    fn cross(self) -> Result<Vec<B>, Invalid> {
        let crossed = |(at, item): (usize, A)| item.cross().map_err(|invalid| within(&format!("[{at}]"), invalid));
        self.into_iter().enumerate().map(crossed).collect()
    }
}

impl<A: Cross<B>, B> Cross<Option<B>> for Option<A> {
    fn cross(self) -> Result<Option<B>, Invalid> {
        self.map(Cross::cross).transpose()
    }
}

/// The same, in a part of something larger: `parameters`, `[3]`, `from` become
/// `parameters[3].from`.
pub(crate) fn within(part: &str, invalid: Invalid) -> Invalid {
    let place = match invalid.place.as_str() {
        "" => part.to_owned(),
        place if place.starts_with('[') => format!("{part}{place}"),
        place => format!("{part}.{place}"),
    };
    Invalid { place, ..invalid }
}

/// An enum whose cases cross under their names, in both directions.
macro_rules! enumeration {
    ($wit:path = $core:path { $($case:ident),+ $(,)? }) => {
        impl From<$wit> for $core {
            fn from(given: $wit) -> $core {
                match given {
                    $(<$wit>::$case => <$core>::$case,)+
                }
            }
        }

        impl From<$core> for $wit {
            fn from(given: $core) -> $wit {
                match given {
                    $(<$core>::$case => <$wit>::$case,)+
                }
            }
        }

        $crate::cross::infallible!($wit, $core);
    };
}

/// A record whose fields cross under their names, in both directions: as they
/// are, or by `=> cross` as what they are made of crosses.
macro_rules! record {
    ($wit:path = $core:path { $($field:ident $(=> $cross:ident)?),+ $(,)? }) => {
        impl TryFrom<$wit> for $core {
            type Error = swv_core::Invalid;

            fn try_from(given: $wit) -> Result<$core, swv_core::Invalid> {
                Ok(Self { $($field: $crate::cross::field!(given.$field $(, $cross)?),)+ })
            }
        }

        impl TryFrom<$core> for $wit {
            type Error = swv_core::Invalid;

            fn try_from(given: $core) -> Result<$wit, swv_core::Invalid> {
                Ok(Self { $($field: $crate::cross::field!(given.$field $(, $cross)?),)+ })
            }
        }

        $crate::cross::fallible!($wit, $core);
    };
}

/// A field of a record, as it is or crossed.
macro_rules! field {
    ($given:ident . $field:ident) => {
        $given.$field
    };
    ($given:ident . $field:ident, cross) => {
        $crate::cross::Cross::cross($given.$field)
            .map_err(|invalid| $crate::cross::within(&stringify!($field).replace('_', "-"), invalid))?
    };
}

/// Types that cross by `From` in both directions.
macro_rules! infallible {
    ($wit:path, $core:path) => {
        impl $crate::cross::Cross<$core> for $wit {
            fn cross(self) -> Result<$core, swv_core::Invalid> {
                Ok(self.into())
            }
        }

        impl $crate::cross::Cross<$wit> for $core {
            fn cross(self) -> Result<$wit, swv_core::Invalid> {
                Ok(self.into())
            }
        }
    };
}

/// Types that cross by `TryFrom` in both directions.
macro_rules! fallible {
    ($wit:path, $core:path) => {
        impl $crate::cross::Cross<$core> for $wit {
            fn cross(self) -> Result<$core, swv_core::Invalid> {
                self.try_into()
            }
        }

        impl $crate::cross::Cross<$wit> for $core {
            fn cross(self) -> Result<$wit, swv_core::Invalid> {
                self.try_into()
            }
        }
    };
}

pub(crate) use {enumeration, fallible, field, infallible, record};
