//! A number that may be known exactly, within bounds, or not at all.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::PupilCount;

/// A whole number of steps: exact, within bounds, or unknown. What a step is,
/// its column says: a pupil, a tenth of a full-time job.
///
/// A sum is as uncertain as its parts, and unknown is never zero.
///
/// ```
/// use swv_core::Number;
///
/// let sum = Number::Exact(220).checked_add(Number::between(1, 4)).ok_or("too large")?;
/// assert_eq!(sum, Number::between(221, 224));
/// assert_eq!(sum.exact(), None);
/// assert_eq!(Number::total([Number::Exact(1), Number::Unknown]), Some(Number::Unknown));
/// # Ok::<(), &str>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Number {
    /// Exactly so many; zero is zero.
    Exact(i64),
    /// At least one number and at most a larger one.
    Between {
        /// The smallest number that it can be.
        at_least: i64,
        /// The largest number that it can be.
        at_most: i64,
    },
    /// Not known, without bounds.
    Unknown,
}

impl Number {
    /// The number within two bounds, both included: exact where they are
    /// equal, and unknown where they exclude each other.
    pub fn between(at_least: i64, at_most: i64) -> Number {
        match at_least.cmp(&at_most) {
            std::cmp::Ordering::Less => Number::Between { at_least, at_most },
            std::cmp::Ordering::Equal => Number::Exact(at_least),
            std::cmp::Ordering::Greater => Number::Unknown,
        }
    }

    /// The number, where it is exact.
    pub fn exact(self) -> Option<i64> {
        match self {
            Number::Exact(number) => Some(number),
            Number::Between { .. } | Number::Unknown => None,
        }
    }

    /// The smallest and the largest number that it can be; none where it is
    /// unknown.
    pub fn bounds(self) -> Option<(i64, i64)> {
        match self {
            Number::Exact(number) => Some((number, number)),
            Number::Between { at_least, at_most } => Some((at_least, at_most)),
            Number::Unknown => None,
        }
    }

    /// The sum: bounds add up, and unknown makes it unknown. None where a
    /// bound does not fit.
    pub fn checked_add(self, right: Number) -> Option<Number> {
        let (Some(left), Some(right)) = (self.bounds(), right.bounds()) else { return Some(Number::Unknown) };
        Some(Number::between(left.0.checked_add(right.0)?, left.1.checked_add(right.1)?))
    }

    /// The sum of numbers; of none it is exactly zero. None where it does not
    /// fit.
    pub fn total(numbers: impl IntoIterator<Item = Number>) -> Option<Number> {
        numbers.into_iter().try_fold(Number::Exact(0), Number::checked_add)
    }
}

impl From<PupilCount> for Number {
    fn from(count: PupilCount) -> Number {
        match count {
            PupilCount::Exact(number) => Number::Exact(number.into()),
            PupilCount::Between { at_least, at_most, .. } => Number::between(at_least.into(), at_most.into()),
            PupilCount::Unknown => Number::Unknown,
        }
    }
}

/// `220`, `1-4` or `unknown`.
impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Number::Exact(number) => number.fmt(f),
            Number::Between { at_least, at_most } => f.pad(&format!("{at_least}-{at_most}")),
            Number::Unknown => f.pad("unknown"),
        }
    }
}
