//! Where a value comes from, and how firmly.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// How a value follows from the region's documents.
///
/// In order from strong to weak, so that the weakest of several is the largest.
///
/// ```
/// use swv_core::provenance::Status;
///
/// assert!(Status::Explicit < Status::Silent);
/// let used = [Status::Explicit, Status::Interpreted];
/// assert_eq!(Status::weakest(used), Some(Status::Interpreted));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(description = "How a value follows from the region's documents")]
pub enum Status {
    /// The document states it.
    Explicit,
    /// It follows from what the document states, by a reasoning that is recorded.
    Interpreted,
    /// The document does not say: the value must come from the user's data.
    Silent,
}

impl Status {
    /// The weakest of several, which is what a result based on all of them is;
    /// none of none.
    ///
    /// ```
    /// # use swv_core::provenance::Status;
    /// assert_eq!(Status::weakest([Status::Silent, Status::Explicit]), Some(Status::Silent));
    /// assert_eq!(Status::weakest([]), None);
    /// ```
    pub fn weakest(statuses: impl IntoIterator<Item = Status>) -> Option<Status> {
        statuses.into_iter().max()
    }
}

/// A place in a document.
///
/// ```
/// use swv_core::provenance::Source;
///
/// let source = Source {
///     document: "Ondersteuningsplan 2022-2026".to_owned(),
///     section: "4.2, table 3".to_owned(),
/// };
/// assert_eq!(source.section, "4.2, table 3");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(description = "A place in a document")]
pub struct Source {
    /// The document, by the title or key under which a reader finds it.
    pub document: String,
    /// The section, page or table in it.
    pub section: String,
}

/// Where a part of a result stands, and how it was read there if it was.
///
/// ```
/// use swv_core::provenance::{Citation, Provenance, Source, Status};
///
/// let source = Source { document: "Ondersteuningsplan".to_owned(), section: "4.2".to_owned() };
/// let read = Provenance::new(Status::Interpreted, Some(source), Some("half of 8%".to_owned()))?;
/// assert_eq!(Citation::of(&read).and_then(|citation| citation.interpreted).as_deref(), Some("half of 8%"));
/// # Ok::<(), swv_core::provenance::ProvenanceError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[schemars(description = "Where a part of a result stands, and how it was read there if it was")]
pub struct Citation {
    /// The document.
    pub document: String,
    /// The section, page or table in it.
    pub section: String,
    /// How it follows from what stands there; none for what is stated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub interpreted: Option<String>,
}

impl Citation {
    /// What a provenance cites; none where it has no source.
    pub fn of(provenance: &Provenance) -> Option<Citation> {
        let source = provenance.source()?.clone();
        let interpreted = provenance.reasoning().filter(|_| provenance.status() == Status::Interpreted);
        Some(Citation {
            document: source.document,
            section: source.section,
            interpreted: interpreted.map(str::to_owned),
        })
    }
}

/// Where a value comes from: its status, and the source and reasoning that
/// the status asks for.
///
/// | status | source | reasoning |
/// | --- | --- | --- |
/// | explicit | needed | allowed |
/// | interpreted | needed | needed |
/// | silent | allowed | allowed: why it is silent, or where it was sought |
///
/// A file goes by the same rule, and takes no other keys. Text that is blank
/// counts as absent, and is refused.
///
/// ```
/// use swv_core::provenance::{Provenance, Source, Status};
///
/// let source = Source { document: "Ondersteuningsplan".to_owned(), section: "4.2".to_owned() };
/// let stated = Provenance::new(Status::Explicit, Some(source.clone()), None)?;
/// assert_eq!(stated.source(), Some(&source));
///
/// assert!(Provenance::new(Status::Interpreted, Some(source), None).is_err());
/// # Ok::<(), swv_core::provenance::ProvenanceError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "Unchecked")]
#[schemars(!try_from, deny_unknown_fields, description = "Where a value comes from, and how firmly")]
pub struct Provenance {
    /// How the value follows from the documents.
    status: Status,
    /// Where it stands; needed unless the status is silent.
    #[serde(skip_serializing_if = "Option::is_none")]
    source: Option<Source>,
    /// How it follows; needed where the status is interpreted.
    #[serde(skip_serializing_if = "Option::is_none")]
    reasoning: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Unchecked {
    status: Status,
    source: Option<Source>,
    reasoning: Option<String>,
}

/// Why a provenance is not complete.
///
/// ```
/// use swv_core::provenance::{Provenance, ProvenanceError, Status};
///
/// let error = Provenance::new(Status::Explicit, None, None).unwrap_err();
/// assert_eq!(error, ProvenanceError::NoSource { status: Status::Explicit });
/// ```
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ProvenanceError {
    /// The status asks for a source, and there is none.
    #[error(
        "a value of status {} has no source: name the document and section, or make it silent",
        name(.status)
    )]
    NoSource {
        /// The status as given.
        status: Status,
    },
    /// The source is there, but its document is blank.
    #[error("the source at section `{section}` names no document: fill in its title")]
    BlankDocument {
        /// The section as given.
        section: String,
    },
    /// The source is there, but its section is blank.
    #[error("the source in document `{document}` names no section: fill in the section, page or table")]
    BlankSection {
        /// The document as given.
        document: String,
    },
    /// The value is interpreted, and the reasoning is not given.
    #[error(
        "an interpreted value from section `{}` of `{}` has no reasoning: write how it follows, or make it explicit",
        .place.section,
        .place.document
    )]
    NoReasoning {
        /// The source as given.
        place: Source,
    },
    /// The reasoning is there, but blank.
    #[error("a value of status {} has a blank reasoning: fill it in or leave it out", name(.status))]
    BlankReasoning {
        /// The status as given.
        status: Status,
    },
}

impl Provenance {
    /// The provenance of a value, checked by its status.
    ///
    /// # Errors
    ///
    /// Every variant of [`ProvenanceError`].
    ///
    /// ```
    /// # use swv_core::provenance::{Provenance, Status};
    /// let why = Some("the plan names the fund and no amount".to_owned());
    /// let silent = Provenance::new(Status::Silent, None, why)?;
    /// assert_eq!(silent.status(), Status::Silent);
    /// # Ok::<(), swv_core::provenance::ProvenanceError>(())
    /// ```
    pub fn new(
        status: Status,
        source: Option<Source>,
        reasoning: Option<String>,
    ) -> Result<Provenance, ProvenanceError> {
        if reasoning.as_deref().is_some_and(is_blank) {
            return Err(ProvenanceError::BlankReasoning { status });
        }
        match &source {
            None if status != Status::Silent => return Err(ProvenanceError::NoSource { status }),
            Some(Source { document, section }) if is_blank(document) => {
                return Err(ProvenanceError::BlankDocument { section: section.clone() });
            }
            Some(Source { document, section }) if is_blank(section) => {
                return Err(ProvenanceError::BlankSection { document: document.clone() });
            }
            Some(place) if status == Status::Interpreted && reasoning.is_none() => {
                return Err(ProvenanceError::NoReasoning { place: place.clone() });
            }
            _ => {}
        }
        Ok(Provenance { status, source, reasoning })
    }

    /// How the value follows from the documents.
    pub const fn status(&self) -> Status {
        self.status
    }

    /// Where it stands; always there unless the status is silent.
    pub const fn source(&self) -> Option<&Source> {
        self.source.as_ref()
    }

    /// How it follows, or why it is silent; always there where the status is
    /// interpreted.
    pub fn reasoning(&self) -> Option<&str> {
        self.reasoning.as_deref()
    }
}

impl TryFrom<Unchecked> for Provenance {
    type Error = ProvenanceError;

    fn try_from(unchecked: Unchecked) -> Result<Provenance, ProvenanceError> {
        Provenance::new(unchecked.status, unchecked.source, unchecked.reasoning)
    }
}

fn is_blank(text: &str) -> bool {
    text.trim().is_empty()
}

/// The status as in a file, for messages.
fn name(status: &Status) -> &'static str {
    match status {
        Status::Explicit => "explicit",
        Status::Interpreted => "interpreted",
        Status::Silent => "silent",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn source(document: &str, section: &str) -> Option<Source> {
        Some(Source { document: document.to_owned(), section: section.to_owned() })
    }

    fn check(status: Status, source: Option<Source>, reasoning: Option<&str>, expected: Result<(), ProvenanceError>) {
        let made = Provenance::new(status, source.clone(), reasoning.map(str::to_owned));
        assert_eq!(made.as_ref().map(|_| ()).map_err(Clone::clone), expected);
        let file = serde_json::json!({ "status": status, "source": source, "reasoning": reasoning });
        let read = serde_json::from_value::<Provenance>(file).map_err(|error| error.to_string());
        assert_eq!(read, made.map_err(|error| error.to_string()), "a file goes by the same rule");
    }

    #[test]
    fn each_status_asks_for_what_it_needs() {
        let plan = || source("Plan", "4.2");
        check(Status::Explicit, plan(), None, Ok(()));
        check(Status::Explicit, plan(), Some("also in table 3"), Ok(()));
        check(Status::Interpreted, plan(), Some("half of 8%"), Ok(()));
        check(Status::Silent, None, None, Ok(()));
        check(Status::Silent, None, Some("no amount given"), Ok(()));
        check(Status::Silent, plan(), Some("no amount given"), Ok(()));
    }

    #[test]
    fn what_is_lacking_is_named() {
        for status in [Status::Explicit, Status::Interpreted] {
            check(status, None, Some("reason"), Err(ProvenanceError::NoSource { status }));
        }
        let Some(place) = source("Plan", "4.2") else { unreachable!() };
        check(Status::Interpreted, Some(place.clone()), None, Err(ProvenanceError::NoReasoning { place }));
    }

    #[test]
    fn blank_text_counts_as_absent() {
        let (status, section, document) = (Status::Silent, "4.2".to_owned(), "Plan".to_owned());
        check(status, source(" ", "4.2"), None, Err(ProvenanceError::BlankDocument { section }));
        check(status, source("Plan", ""), None, Err(ProvenanceError::BlankSection { document }));
        check(status, None, Some("\n"), Err(ProvenanceError::BlankReasoning { status }));
    }

    #[test]
    fn a_message_names_the_way_out() {
        let error = Provenance::new(Status::Interpreted, source("Plan", "4.2"), None).unwrap_err();
        assert_eq!(
            error.to_string(),
            "an interpreted value from section `4.2` of `Plan` has no reasoning: write how it follows, or make it explicit",
        );
    }

    #[test]
    fn a_file_takes_no_other_keys_and_writes_no_empty_ones() {
        assert!(serde_json::from_str::<Provenance>(r#"{"status":"silent","value":3}"#).is_err());
        assert!(serde_json::from_str::<Source>(r#"{"document":"a","section":"b","page":3}"#).is_err());
        let silent: Provenance = serde_json::from_str(r#"{"status":"silent"}"#).unwrap();
        assert_eq!(serde_json::to_string(&silent).unwrap(), r#"{"status":"silent"}"#);
    }
}
