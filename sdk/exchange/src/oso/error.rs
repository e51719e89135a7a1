//! Why a dossier is not imported.

use std::fmt;
use std::io;

use swv_core::{RegionId, Sector, SwvNumber};

use super::field::Form;
use super::xml::{Element, MAX_FILE_BYTES, Position, XmlErrorKind};
use crate::Located;

/// Why a dossier is not imported, and where in which file.
pub type OsoError = Located<OsoErrorKind>;

/// Why a dossier is not imported. No message holds the value of a field that
/// identifies a person, or of one that would be dropped.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum OsoErrorKind {
    /// The dossier cannot be read.
    #[error("cannot be read: {source}")]
    Read {
        /// What the system says.
        source: io::Error,
    },
    /// The dossier is too large.
    #[error(
        "is larger than {MAX_FILE_BYTES} bytes, the most that is read: ask for the dossier without its attachments"
    )]
    TooLarge,
    /// The dossier is no XML, or not to be trusted.
    #[error("{}{kind}", within(.path))]
    Xml {
        /// The elements that are open there, from the root; empty outside it.
        path: String,
        /// What is wrong.
        kind: XmlErrorKind,
    },
    /// The dossier is of another profile.
    #[error("{0}")]
    Profile(ProfileMismatch),
    /// The dossier breaks rules of its profile: all of them at once.
    #[error("is not a valid dossier; ask the school for one that keeps these rules:{}", list(.problems, *.more))]
    Rules {
        /// What is wrong, in the order of the file.
        problems: Vec<Problem>,
        /// How many more there are.
        more: usize,
    },
    /// The dossier is of a school of the other sector.
    #[error(
        "is of a school of sector {of}, and {swv} is not: name a region with a samenwerkingsverband of that sector"
    )]
    OtherSector {
        /// The sector of the school.
        of: Sector,
        /// The samenwerkingsverband for which it is read.
        swv: SwvNumber,
    },
    /// Consent to the exchange is refused.
    #[error(
        "/dossier/inzage/toestemming refuses consent to the exchange, and without consent no case is made: ask the school to have the parents consent and to send the dossier anew, or write the case by hand"
    )]
    Refused,
    /// A procedure asks for what tells who someone is.
    #[error(
        "{region}: procedure {procedure} asks for the field {field}, which tells who someone is and is never taken from a dossier: a region's procedure has to do without it"
    )]
    AsksIdentity {
        /// The region.
        region: RegionId,
        /// The id of its procedure.
        procedure: String,
        /// The name of the field.
        field: String,
    },
}

/// The most problems that are told one by one.
pub(super) const MOST_PROBLEMS: usize = 50;

/// The open elements, before what is wrong in them.
fn within(path: &str) -> String {
    if path.is_empty() { String::new() } else { format!("/{path}: ") }
}

fn list(problems: &[Problem], more: usize) -> String {
    let mut lines: String = problems.iter().map(|problem| format!("\n  {problem}")).collect();
    if more > 0 {
        lines.push_str(&format!("\n  and {more} more"));
    }
    lines
}

/// What tells that a dossier is of another version or profile.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProfileMismatch {
    /// The element that tells, below the root.
    pub path: &'static str,
    /// What it says; none where it is missing.
    pub found: Option<String>,
    /// What it should say.
    pub expected: String,
    /// The rule.
    pub rule: &'static str,
    /// The version of the standard that was expected.
    pub standard: &'static str,
    /// The profiles that are read of it.
    pub profiles: String,
}

impl fmt::Display for ProfileMismatch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let ProfileMismatch { path, found, expected, rule, standard, profiles } = self;
        write!(f, "/dossier/{path} ")?;
        match found {
            Some(found) => write!(f, "is `{found}`")?,
            None => f.write_str("is missing")?,
        }
        write!(f, ", and {expected} is expected ({rule}): ")?;
        let what = match (*path, found.as_deref()) {
            ("metadata/standaardversie", Some(found)) if found.starts_with(|first: char| first.is_ascii_digit()) => {
                let age = if found < *standard { "an older" } else { "a newer" };
                format!("this is a dossier of {age} version of OSO")
            }
            ("metadata/overstap", Some("POVO")) => {
                "this dossier is for the move from primary to secondary education".into()
            }
            ("metadata/overstap", Some("POPO")) => "this dossier is for the move to another primary school".into(),
            ("metadata/overstap", Some("VOVO")) => "this dossier is for the move to another secondary school".into(),
            ("metadata/overstap" | "overdrachtsoort", Some(_)) => "this dossier is for another purpose".into(),
            _ => "it is not known what this dossier is for".into(),
        };
        write!(
            f,
            "{what}; ask the school for its request to the samenwerkingsverband by OSO {standard}, profile {profiles}, \
             or write the case by hand"
        )
    }
}

/// Something in a dossier that breaks a rule, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The line and column.
    pub position: Position,
    /// The element, below the root; empty for the root itself.
    pub path: String,
    /// What is wrong.
    pub kind: ProblemKind,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}: {}", self.position, super::shown(&self.path), self.kind)
    }
}

/// Something that breaks a rule, whose place is not counted out yet.
pub(super) struct Found<'t, 'a> {
    element: Element<'t, 'a>,
    path: String,
    kind: ProblemKind,
}

impl<'t, 'a> Found<'t, 'a> {
    pub(super) fn new(element: Element<'t, 'a>, path: impl Into<String>, kind: ProblemKind) -> Found<'t, 'a> {
        Found { element, path: path.into(), kind }
    }

    /// The number of its element in the order of the file.
    pub(super) fn order(&self) -> usize {
        self.element.order()
    }

    pub(super) fn into_problem(self) -> Problem {
        Problem { position: self.element.position(), path: self.path, kind: self.kind }
    }
}

/// How a rule is broken.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ProblemKind {
    /// Something that must be there is not, or is empty.
    #[error("`{child}` is missing or empty ({rule})")]
    Missing {
        /// What is missing.
        child: &'static str,
        /// The rule.
        rule: &'static str,
    },
    /// Something that may not be there is.
    #[error("may not stand in a dossier of this profile ({rule}): delete this file and ask for one without it")]
    Forbidden {
        /// The rule.
        rule: &'static str,
    },
    /// Two where one is allowed, so that it is not known which holds.
    #[error("stands here again, and may stand once (schema)")]
    Repeated,
    /// A value of another form.
    #[error("{}is not {expected} (schema)", .found.as_ref().map_or(String::new(), |found| format!("`{found}` ")))]
    Value {
        /// The value; none where it is not to be shown.
        found: Option<String>,
        /// What it should be.
        expected: Form,
    },
    /// A dossier without the part of the school's administration.
    #[error("tells that the part of the school's administration (LAS) is not in the dossier (PaO.MD01)")]
    NoAdministration,
    /// The address of someone whose address is secret.
    #[error("the address is secret and there all the same ({rule}): delete this file and ask for one without it")]
    SecretAddress {
        /// The rule.
        rule: &'static str,
    },
    /// A number of someone whose number is secret.
    #[error("the number is secret and there all the same (PaO.LL08): delete this file and ask for one without it")]
    SecretNumber,
    /// No code by which to know the pupil again.
    #[error(
        "`leerlingid` is missing or empty: without this code of the school's administration the same pupil cannot be \
         given the same pseudonym (a rule of this import: the profile has no other number of the pupil)"
    )]
    NoPupilCode,
}
