//! The documents that a dossier holds, by the names that procedures give them.

use swv_core::procedure::{FieldKind, Procedure};

/// The event with which a document is supplied, and its field for which one.
pub(super) const EVENT: &str = "document";
pub(super) const KIND: &str = "soort";

/// Something in a dossier that is a document of a procedure.
pub(super) struct Evidence {
    /// The field or kind of document of the dossier. Only that it is there
    /// counts; its value goes nowhere.
    pub(super) name: &'static str,
    /// What procedures call the document.
    pub(super) kind: &'static str,
    /// What to check before it is relied on.
    pub(super) check: (&'static str, &'static str),
}

/// What is the same under another name.
///
/// Not here, as they mean something else: a TLV that holds or held (`tlv-*`: no
/// decision on this application, and its day is not told), consent to the
/// exchange (not to the application), agreement with the content (not the
/// parents' view), a diagnosis (psychological or psychiatric is not told), an
/// action plan (not the plan that is asked for), the start of an arrangement
/// (extra support may have begun before).
pub(super) const EVIDENCE: &[Evidence] = &[
    Evidence {
        name: "document-opp",
        kind: "ontwikkelingsperspectief",
        check: (
            "het stuk kan ook alleen het handelingsdeel zijn: kijk of het OPP volledig is; wanneer het is geëvalueerd, staat niet in het dossier",
            "the document may be the action part alone: see whether the OPP is complete; when it was evaluated is not in the dossier",
        ),
    },
    Evidence {
        name: "toets-code",
        kind: "leerlingvolgsysteem",
        check: (
            "het dossier bevat toetsresultaten: ga na of dit alles is wat uit het leerlingvolgsysteem wordt gevraagd",
            "the dossier holds test results: see whether this is all that is asked of the pupil monitoring system",
        ),
    },
];

impl Evidence {
    /// Whether a procedure asks for the document.
    pub(super) fn is_asked_by(&self, procedure: &Procedure) -> bool {
        let known =
            |kind: &FieldKind| matches!(kind, FieldKind::OneOf(kinds) if kinds.iter().any(|kind| kind == self.kind));
        procedure.events().contains(&EVENT)
            && procedure.find_field(Some(EVENT), KIND).is_some_and(|field| known(&field.kind))
    }
}
