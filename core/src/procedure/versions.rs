//! The versions of a procedure: one after another, without a gap.

use std::fmt;

use crate::period::{Date, Validity};
use crate::procedure::Procedure;

/// How the versions of a procedure or a norm do not follow one another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum VersionFault {
    /// Two hold on the same day.
    Overlap {
        /// What they are versions of.
        id: String,
        /// When the one holds.
        one: Validity,
        /// When the other does.
        other: Validity,
    },
    /// Between two of them none holds.
    Gap {
        /// What they are versions of.
        id: String,
        /// The last day of the one.
        until: Date,
        /// The first day of the next.
        from: Date,
    },
    /// A procedure has rules with dates, and does not say which day decides.
    NothingDecides {
        /// The procedure.
        id: String,
    },
    /// Two versions of a procedure say different things of which day decides.
    DecidedOtherwise {
        /// The procedure.
        id: String,
    },
}

impl fmt::Display for VersionFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            VersionFault::Overlap { id, one, other } => write!(
                f,
                "two versions of {id} hold at once: one {one}, one {other}; give each days of its own under `valid`"
            ),
            VersionFault::Gap { id, until, from } => write!(
                f,
                "between {until} and {from} no version of {id} holds; let the one follow the other without a gap"
            ),
            VersionFault::NothingDecides { id } => write!(
                f,
                "{id} has rules with dates and does not say which day decides; name the event under `applies_on`"
            ),
            VersionFault::DecidedOtherwise { id } => {
                write!(f, "the versions of {id} differ in `applies_on`; the same day has to decide between them")
            }
        }
    }
}

/// What is wrong with validities that should follow one another without a gap:
/// each with the position of the later one.
pub(crate) fn sequence(id: &str, validities: &[(usize, Validity)]) -> Vec<(usize, VersionFault)> {
    let mut sorted = validities.to_vec();
    sorted.sort_by_key(|(_, valid)| (valid.from(), valid.until().is_none(), valid.until()));
    let mut faults = Vec::new();
    for pair in sorted.windows(2) {
        let [(_, one), (at, other)] = pair else { continue };
        let id = id.to_owned();
        match (one.until(), other.from()) {
            _ if one.overlaps(*other) => faults.push((*at, VersionFault::Overlap { id, one: *one, other: *other })),
            (Some(until), Some(from)) if until.tomorrow().is_ok_and(|next| next < from) => {
                faults.push((*at, VersionFault::Gap { id, until, from }));
            }
            _ => {}
        }
    }
    faults
}

/// What is wrong with the versions among procedures, each with the position of
/// the procedure.
pub fn version_faults(procedures: &[Procedure]) -> Vec<(usize, VersionFault)> {
    let mut faults = Vec::new();
    for (nth, procedure) in procedures.iter().enumerate() {
        let id = &procedure.id;
        let first = procedures.iter().position(|other| other.id == *id) == Some(nth);
        let versions: Vec<_> = procedures.iter().enumerate().filter(|(_, other)| other.id == *id).collect();
        if first {
            let validities: Vec<_> = versions.iter().map(|(at, version)| (*at, version.valid)).collect();
            faults.extend(sequence(id, &validities));
        }
        if procedure.applies_on.is_none() && (versions.len() > 1 || procedure.has_dates()) {
            faults.push((nth, VersionFault::NothingDecides { id: id.clone() }));
        } else if versions.iter().any(|(at, version)| *at < nth && version.applies_on != procedure.applies_on) {
            faults.push((nth, VersionFault::DecidedOtherwise { id: id.clone() }));
        }
    }
    faults
}
