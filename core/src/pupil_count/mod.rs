//! Counts of pupils that may be known exactly, within bounds, or not at all.

mod serde_form;

use std::fmt;

/// A number of pupils: exact, within bounds, or unknown.
///
/// DUO publishes small counts as `<5`, and some counts not at all. A sum over
/// them stays as uncertain as its parts: bounds add up, and one unknown part
/// makes the whole unknown. Unknown is never zero, and there is no default.
///
/// In a file it is a number, `{ "at_least": 1, "at_most": 4 }`, or `null`;
/// a key that is absent is an error.
///
/// ```
/// use swv_core::pupil_count::PupilCount;
///
/// let school = PupilCount::Exact(220);
/// let sum = school.checked_add(PupilCount::SUPPRESSED)?;
/// assert_eq!(sum, PupilCount::between(221, 224)?);
/// assert_eq!(sum.exact(), None);
/// assert_eq!(sum.checked_add(PupilCount::Unknown)?, PupilCount::Unknown);
/// # Ok::<(), swv_core::pupil_count::PupilCountError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PupilCount {
    /// Exactly so many; zero is zero.
    Exact(u32),
    /// At least one number and at most a larger one. Made by
    /// [`PupilCount::between`].
    #[non_exhaustive]
    Between {
        /// The smallest number that it can be.
        at_least: u32,
        /// The largest number that it can be; larger than `at_least`.
        at_most: u32,
    },
    /// Not known, without bounds.
    Unknown,
}

/// Why a count could not be made or computed.
///
/// ```
/// use swv_core::pupil_count::PupilCount;
///
/// let error = PupilCount::between(5, 1).unwrap_err();
/// assert_eq!(
///     error.to_string(),
///     "a number of pupils cannot be at least 5 and at most 1: exchange the bounds or correct one",
/// );
/// ```
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum PupilCountError {
    /// The bounds exclude each other.
    #[error(
        "a number of pupils cannot be at least {at_least} and at most {at_most}: exchange the bounds or correct one"
    )]
    BoundsReversed {
        /// The lower bound as given.
        at_least: u32,
        /// The upper bound as given.
        at_most: u32,
    },
    /// A sum that does not fit.
    #[error("{left} plus {right} pupils does not fit in a count: check for a number in the wrong column")]
    Add {
        /// The first count.
        left: PupilCount,
        /// The count to be added.
        right: PupilCount,
    },
}

impl PupilCount {
    /// What DUO publishes as `<5`: one to four pupils.
    pub const SUPPRESSED: PupilCount = PupilCount::Between { at_least: 1, at_most: 4 };

    /// The count within two bounds, both included; exact where they are equal.
    ///
    /// # Errors
    ///
    /// [`PupilCountError::BoundsReversed`].
    ///
    /// ```
    /// # use swv_core::pupil_count::PupilCount;
    /// assert_eq!(PupilCount::between(1, 4)?, PupilCount::SUPPRESSED);
    /// assert_eq!(PupilCount::between(3, 3)?, PupilCount::Exact(3));
    /// # Ok::<(), swv_core::pupil_count::PupilCountError>(())
    /// ```
    pub fn between(at_least: u32, at_most: u32) -> Result<PupilCount, PupilCountError> {
        match at_least.cmp(&at_most) {
            std::cmp::Ordering::Less => Ok(PupilCount::Between { at_least, at_most }),
            std::cmp::Ordering::Equal => Ok(PupilCount::Exact(at_least)),
            std::cmp::Ordering::Greater => Err(PupilCountError::BoundsReversed { at_least, at_most }),
        }
    }

    /// The sum: bounds add up, and unknown makes it unknown.
    ///
    /// # Errors
    ///
    /// [`PupilCountError::Add`] where a bound does not fit.
    ///
    /// ```
    /// # use swv_core::pupil_count::PupilCount;
    /// let sum = PupilCount::SUPPRESSED.checked_add(PupilCount::SUPPRESSED)?;
    /// assert_eq!((sum.at_least(), sum.at_most()), (Some(2), Some(8)));
    /// # Ok::<(), swv_core::pupil_count::PupilCountError>(())
    /// ```
    pub fn checked_add(self, right: PupilCount) -> Result<PupilCount, PupilCountError> {
        let (Some(left_bounds), Some(right_bounds)) = (self.bounds(), right.bounds()) else {
            return Ok(PupilCount::Unknown);
        };
        let at_least = left_bounds.0.checked_add(right_bounds.0);
        let at_most = left_bounds.1.checked_add(right_bounds.1);
        match at_least.zip(at_most) {
            Some((at_least, at_most)) => PupilCount::between(at_least, at_most),
            None => Err(PupilCountError::Add { left: self, right }),
        }
    }

    /// The sum of counts; of none it is exactly zero.
    ///
    /// # Errors
    ///
    /// [`PupilCountError::Add`], with the sum so far and the count that made
    /// it overflow.
    ///
    /// ```
    /// # use swv_core::pupil_count::PupilCount;
    /// let total = PupilCount::total([PupilCount::Exact(3), PupilCount::Exact(4)])?;
    /// assert_eq!(total, PupilCount::Exact(7));
    /// # Ok::<(), swv_core::pupil_count::PupilCountError>(())
    /// ```
    pub fn total(counts: impl IntoIterator<Item = PupilCount>) -> Result<PupilCount, PupilCountError> {
        counts.into_iter().try_fold(PupilCount::Exact(0), PupilCount::checked_add)
    }

    /// The number, where it is exact.
    ///
    /// ```
    /// # use swv_core::pupil_count::PupilCount;
    /// assert_eq!(PupilCount::Exact(0).exact(), Some(0));
    /// assert_eq!(PupilCount::SUPPRESSED.exact(), None);
    /// ```
    pub const fn exact(self) -> Option<u32> {
        match self {
            PupilCount::Exact(number) => Some(number),
            PupilCount::Between { .. } | PupilCount::Unknown => None,
        }
    }

    /// The smallest number that it can be; none where it is unknown.
    ///
    /// ```
    /// # use swv_core::pupil_count::PupilCount;
    /// assert_eq!(PupilCount::SUPPRESSED.at_least(), Some(1));
    /// assert_eq!(PupilCount::Unknown.at_least(), None);
    /// ```
    pub fn at_least(self) -> Option<u32> {
        self.bounds().map(|(at_least, _)| at_least)
    }

    /// The largest number that it can be; none where it is unknown.
    ///
    /// ```
    /// # use swv_core::pupil_count::PupilCount;
    /// assert_eq!(PupilCount::SUPPRESSED.at_most(), Some(4));
    /// assert_eq!(PupilCount::Exact(7).at_most(), Some(7));
    /// ```
    pub fn at_most(self) -> Option<u32> {
        self.bounds().map(|(_, at_most)| at_most)
    }

    fn bounds(self) -> Option<(u32, u32)> {
        match self {
            PupilCount::Exact(number) => Some((number, number)),
            PupilCount::Between { at_least, at_most } => Some((at_least, at_most)),
            PupilCount::Unknown => None,
        }
    }
}

impl From<u32> for PupilCount {
    fn from(number: u32) -> PupilCount {
        PupilCount::Exact(number)
    }
}

/// `220`, `1-4` or `unknown`. Width and alignment apply.
impl fmt::Display for PupilCount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            PupilCount::Exact(number) => fmt::Display::fmt(number, f),
            PupilCount::Between { at_least, at_most } => f.pad(&format!("{at_least}-{at_most}")),
            PupilCount::Unknown => f.pad("unknown"),
        }
    }
}

#[cfg(test)]
mod tests;
