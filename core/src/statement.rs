//! A statement of a region: a document of its procedures or of its norm, as
//! text, read whole or not at all.
//!
//! Reading needs the feature `statements`, which a plugin does without.

use std::fmt;

use crate::norm::NormFault;
use crate::place::Place;
use crate::procedure::{DefinitionFaultKind, VersionFault};

/// What is wrong with a statement, and where.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{place}{}{kind}", if place.segments().is_empty() { "" } else { ": " })]
pub struct StatementFault {
    /// The place in the document.
    pub place: Place,
    /// What is wrong.
    pub kind: StatementFaultKind,
}

/// What is wrong with a statement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StatementFaultKind {
    /// It has not the form that its schema says: a key that nothing reads, a
    /// word that is not known, a value of another kind.
    Form {
        /// What is wrong, and what is allowed.
        message: String,
    },
    /// A procedure does not fit together.
    Procedure {
        /// The procedure.
        id: String,
        /// What does not fit.
        kind: DefinitionFaultKind,
    },
    /// The versions of a procedure, or of a norm, do not follow one another.
    Version(VersionFault),
    /// A norm is not sound.
    Norm(NormFault),
}

impl fmt::Display for StatementFaultKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            StatementFaultKind::Form { message } => f.write_str(message),
            StatementFaultKind::Procedure { id, kind } => write!(f, "procedure {id}: {kind}"),
            StatementFaultKind::Version(fault) => fault.fmt(f),
            StatementFaultKind::Norm(fault) => fault.fmt(f),
        }
    }
}

#[cfg(feature = "statements")]
mod reading {
    use serde::de::DeserializeOwned;
    use serde_path_to_error::Segment;

    use super::{Place, StatementFault, StatementFaultKind};
    use crate::nearest;

    /// The document in a text.
    ///
    /// # Errors
    /// The first place that has not the form of the document.
    pub fn document<T: DeserializeOwned>(text: &str) -> Result<T, StatementFault> {
        let mut json = serde_json::Deserializer::from_str(text);
        let read: Result<T, _> = serde_path_to_error::deserialize(&mut json);
        let place = |path: &serde_path_to_error::Path| {
            path.iter().fold(Place::root(), |place, segment| match segment {
                Segment::Seq { index } => place.nth(*index),
                Segment::Map { key } => place.then(key),
                Segment::Enum { variant } => place.then(variant),
                Segment::Unknown => place,
            })
        };
        let fault = |place: Place, error: &serde_json::Error| StatementFault { place, kind: form(error) };
        let document = read.map_err(|error| fault(place(error.path()), error.inner()))?;
        json.end().map_err(|error| fault(Place::root(), &error))?;
        Ok(document)
    }

    /// What the reader said, without where in the one line it said so, and
    /// with the word that was meant.
    fn form(error: &serde_json::Error) -> StatementFaultKind {
        let told = error.to_string();
        let place = format!(" at line {} column {}", error.line(), error.column());
        let mut message = told.strip_suffix(&place).unwrap_or(&told).to_owned();
        let mut words = told.split('`').skip(1).step_by(2);
        if told.starts_with("unknown ")
            && let Some(given) = words.next()
            && let Some(meant) = nearest(given, words)
        {
            message.push_str(&format!("; did you mean `{meant}`?"));
        }
        StatementFaultKind::Form { message }
    }
}

#[cfg(feature = "statements")]
pub use reading::document;
