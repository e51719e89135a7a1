//! The days on which a rule holds.

use std::fmt;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Date, PeriodError};
use crate::text::Text;

/// The days on which a rule holds: from a day, until a day, both included;
/// without the one it always held, without the other it holds until further
/// notice.
///
/// In a file it is `{ "from": "2023-08-01", "until": "2027-07-31" }`, either of
/// which may be left out.
///
/// ```
/// use swv_core::period::{Date, Validity};
///
/// let plan = Validity::new(Some(Date::constant(2023, 8, 1)), Some(Date::constant(2027, 7, 31)))?;
/// let next = Validity::new(Some(Date::constant(2027, 8, 1)), None)?;
/// assert!(plan.contains(Date::constant(2027, 7, 31)));
/// assert!(!plan.overlaps(next));
/// assert!(Validity::ALWAYS.overlaps(next));
/// # Ok::<(), swv_core::period::PeriodError>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "Unchecked")]
#[schemars(!try_from, deny_unknown_fields, description = "The days on which a rule holds, both ends included")]
pub struct Validity {
    /// The first day; left out where there is none.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<String>", extend("format" = "date"))]
    from: Option<Date>,
    /// The last day; left out where there is none.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<String>", extend("format" = "date"))]
    until: Option<Date>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Unchecked {
    from: Option<Date>,
    until: Option<Date>,
}

impl Validity {
    /// Every day.
    pub const ALWAYS: Validity = Validity { from: None, until: None };

    /// The days from `from` until `until`, both included.
    ///
    /// # Errors
    /// [`PeriodError::RangeReversed`] where the last day is before the first.
    pub fn new(from: Option<Date>, until: Option<Date>) -> Result<Validity, PeriodError> {
        match (from, until) {
            (Some(from), Some(until)) if until < from => Err(PeriodError::RangeReversed { from, until }),
            _ => Ok(Validity { from, until }),
        }
    }

    /// The first day, if there is one.
    pub const fn from(self) -> Option<Date> {
        self.from
    }

    /// The last day, if there is one.
    pub const fn until(self) -> Option<Date> {
        self.until
    }

    /// Whether it is every day.
    pub fn is_always(&self) -> bool {
        *self == Validity::ALWAYS
    }

    /// Whether the rule holds on that day.
    pub fn contains(self, day: Date) -> bool {
        self.from.is_none_or(|from| from <= day) && self.until.is_none_or(|until| day <= until)
    }

    /// How many days that day is from those on which the rule holds; 0 where
    /// it holds.
    pub fn days_from(self, day: Date) -> u64 {
        let days = |from: Date, to: Date| u64::try_from(to.duration_since(from).as_hours() / 24).unwrap_or_default();
        match (self.from, self.until) {
            (Some(from), _) if day < from => days(day, from),
            (_, Some(until)) if until < day => days(until, day),
            _ => 0,
        }
    }

    /// The last day on which it holds, however far.
    pub fn last_day(self) -> Date {
        self.until.unwrap_or(Date::MAX)
    }

    /// The one that starts last of several; none of none.
    pub fn newest(validities: impl IntoIterator<Item = Validity>) -> Option<Validity> {
        validities.into_iter().max_by_key(|valid| valid.from)
    }

    /// The days around one on which none of these begins or ends to hold.
    ///
    /// ```
    /// use swv_core::period::{Date, Validity};
    ///
    /// let change = Date::constant(2025, 8, 1);
    /// let term = Validity::new(Some(change), None)?;
    /// let before = Validity::between_changes([Validity::ALWAYS, term], Date::constant(2025, 7, 1));
    /// assert_eq!(before, Validity::new(None, Some(Date::constant(2025, 7, 31)))?);
    /// # Ok::<(), swv_core::period::PeriodError>(())
    /// ```
    pub fn between_changes(validities: impl IntoIterator<Item = Validity>, day: Date) -> Validity {
        let mut around = Validity::ALWAYS;
        for valid in validities {
            let after = valid.until.and_then(|until| until.tomorrow().ok());
            for change in valid.from.into_iter().chain(after) {
                match change <= day {
                    true => around.from = around.from.max(Some(change)),
                    false => {
                        let last = change.yesterday().ok();
                        around.until = around.until.into_iter().chain(last).min();
                    }
                }
            }
        }
        around
    }

    /// In words, such as `van 2023-08-01 tot en met 2027-07-31`.
    pub fn text(self) -> Text {
        let nl = match (self.from, self.until) {
            (Some(from), Some(until)) => format!("van {from} tot en met {until}"),
            (Some(from), None) => format!("vanaf {from}"),
            (None, Some(until)) => format!("tot en met {until}"),
            (None, None) => "altijd".to_owned(),
        };
        Text::new(nl, self.to_string())
    }

    /// Whether both hold on some day.
    pub fn overlaps(self, other: Validity) -> bool {
        let begun = |from: Option<Date>, until: Option<Date>| match (from, until) {
            (Some(from), Some(until)) => from <= until,
            _ => true,
        };
        begun(self.from, other.until) && begun(other.from, self.until)
    }
}

impl TryFrom<Unchecked> for Validity {
    type Error = PeriodError;

    fn try_from(Unchecked { from, until }: Unchecked) -> Result<Validity, PeriodError> {
        Validity::new(from, until)
    }
}

/// In English, as in a message: `from 2023-08-01 until 2027-07-31`.
impl fmt::Display for Validity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.from, self.until) {
            (Some(from), Some(until)) => write!(f, "from {from} until {until}"),
            (Some(from), None) => write!(f, "from {from}"),
            (None, Some(until)) => write!(f, "until {until}"),
            (None, None) => f.write_str("always"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_leaves_out_what_has_no_end_and_takes_no_other_key() {
        let from: Validity = serde_json::from_str(r#"{"from":"2027-08-01"}"#).unwrap();
        assert_eq!(serde_json::to_string(&from).unwrap(), r#"{"from":"2027-08-01"}"#);
        assert!(serde_json::from_str::<Validity>(r#"{"to":"2027-08-01"}"#).is_err());
        let reversed = r#"{"from":"2027-08-01","until":"2027-07-31"}"#;
        assert!(serde_json::from_str::<Validity>(reversed).is_err());
    }

    #[test]
    fn two_overlap_where_one_day_is_in_both() {
        let day = |day| Some(Date::constant(2027, 1, day));
        let of = |from, until| Validity::new(from, until).unwrap();
        assert!(of(day(1), day(5)).overlaps(of(day(5), None)));
        assert!(!of(None, day(4)).overlaps(of(day(5), None)));
        assert!(!of(day(5), None).overlaps(of(None, day(4))));
    }
}
