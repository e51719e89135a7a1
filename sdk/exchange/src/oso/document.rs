//! The documents that a dossier carries: which kind, which day, which format.

use schemars::JsonSchema;
use serde::Serialize;
use swv_core::{Date, Language};

use super::fields::{pupil, support};

/// A kind of document, by the block that holds it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct DocumentKind {
    /// Its name, in Dutch: what a procedure declares. Never changes.
    pub(crate) name: &'static str,
    /// Where it stands below the root.
    pub(crate) path: &'static str,
    /// The element beside it that dates its block; none where the block has no
    /// date.
    pub(crate) dated_by: Option<&'static str>,
    /// As of a field.
    pub(crate) needs_consent: bool,
    nl: &'static str,
    en: &'static str,
}

impl DocumentKind {
    /// What it is, in one line.
    pub(crate) const fn meaning(&self, language: Language) -> &'static str {
        language.choose(self.nl, self.en)
    }
}

/// A document that a dossier carries. Its content, its name and its description
/// are not kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub(crate) struct OsoDocument {
    /// The name of its kind.
    pub(crate) kind: &'static str,
    /// The day of the block that holds it, as its kind says. Not of the file:
    /// the standard gives a file no date.
    #[schemars(with = "Option<String>")]
    pub(crate) dated_on: Option<Date>,
    /// The ending of its name, where it is one that the standard allows.
    pub(crate) format: Option<&'static str>,
    /// Where it stands.
    pub(crate) path: String,
}

const fn kind(
    name: &'static str,
    path: &'static str,
    dated_by: Option<&'static str>,
    needs_consent: bool,
    nl: &'static str,
    en: &'static str,
) -> DocumentKind {
    DocumentKind { name, path, dated_by, needs_consent, nl, en }
}

/// Every kind of document that is told of.
#[rustfmt::skip]
pub(crate) const DOCUMENTS: &[DocumentKind] = &[
    kind("document-onderwijsbehoeften", support!("toelichting_onderwijsbehoeften/document"), None, false, "toelichting op de onderwijsbehoeften", "explanation of the educational needs"),
    kind("document-diagnose", support!("diagnose/document"), Some("datum"), true, "stuk bij een diagnose", "document of a diagnosis"),
    kind("document-handelingsplan", support!("handelingsplan/document"), Some("startdatum"), false, "handelingsplan", "action plan"),
    kind("document-opp", support!("opp/document"), Some("opp_ingangdatum"), false, "ontwikkelingsperspectief of een deel ervan", "development plan or a part of it"),
    kind("document-tlv", support!("tlv/document"), Some("tlvingangdatum"), false, "TLV of stuk daarbij", "TLV or document of it"),
    kind("document-verzuim", pupil!("verzuim/documentLijst/document"), None, true, "stuk over verzuim", "document on absence"),
    kind("document-overig", pupil!("overigdocumentlijst/document"), None, false, "ander stuk", "other document"),
];

/// The endings that the standard allows.
const FORMATS: [&str; 11] = ["pdf", "jpg", "png", "doc", "docx", "odf", "xls", "xlsx", "txt", "ppt", "pptx"];

/// The format of a file by its name.
pub(super) fn format(name: &str) -> Option<&'static str> {
    let ending = name.rsplit_once('.')?.1;
    FORMATS.into_iter().find(|format| format.eq_ignore_ascii_case(ending))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_an_ending_of_the_standard_is_kept_of_a_name() {
        assert_eq!(format("Jan Jansen.2.PDF"), Some("pdf"));
        assert_eq!(format("plan.jansen"), None);
        assert_eq!(format("pdf"), None);
    }
}
