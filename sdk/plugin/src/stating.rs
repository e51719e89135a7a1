//! Where a rule stands, in few words.

use swv_core::{Provenance, Source, Status};

/// The document states it, in that section.
///
/// # Panics
/// When document or section is blank: a fault of the plugin, which its first
/// test or load shows.
///
/// ```
/// assert_eq!(swv_plugin::stated("ondersteuningsplan", "6.1.3").status(), swv_plugin::Status::Explicit);
/// ```
pub fn stated(document: &str, section: &str) -> Provenance {
    provenance(Status::Explicit, document, section, None)
}

/// It follows from what the document states in that section, in this way.
///
/// # Panics
/// As [`stated`], and when the reasoning is blank.
///
/// ```
/// let status = swv_plugin::interpreted("ondersteuningsplan", "6.1.3", "de wet noemt deze termijn").status();
/// assert_eq!(status, swv_plugin::Status::Interpreted);
/// ```
pub fn interpreted(document: &str, section: &str, reasoning: &str) -> Provenance {
    provenance(Status::Interpreted, document, section, Some(reasoning))
}

fn provenance(status: Status, document: &str, section: &str, reasoning: Option<&str>) -> Provenance {
    let source = Source { document: document.to_owned(), section: section.to_owned() };
    Provenance::new(status, Some(source), reasoning.map(str::to_owned))
        .unwrap_or_else(|error| panic!("{document}, {section}: {error}"))
}
