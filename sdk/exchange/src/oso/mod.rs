//! Reads a dossier of the Overstapservice Onderwijs (OSO): the request of a
//! school to its samenwerkingsverband, version 2019.1, profile POSWV of primary
//! and VOSWV of secondary schools.
//!
//! A dossier holds far more than a procedure needs, about a child and the
//! people around it. So everything is dropped that is not in the table of
//! fields or of documents, and of what is in it
//!
//! - what can tell who someone is: a pseudonym under a [key](Key) takes its
//!   place;
//! - what the school left out of the exchange on purpose (`OPT-UIT`), also
//!   where it is there all the same;
//! - everything about the pupil where consent to the exchange is refused, and
//!   what needs [consent](Consent) where it is not known;
//! - the content, name and description of every document.
//!
//! Of what is left a case is made, with what a procedure asks for, and the rest
//! is dropped. Only the [case](OsoCase), its [report](OsoCaseReport) and errors
//! leave this crate. The report names what was kept and dropped by its path,
//! and never a value.
//!
//! A dossier that breaks a rule of its profile is refused with all its
//! [problems](OsoErrorKind::Rules) at once. One that holds a citizen service
//! number or an education number does: the profile forbids both.
//!
//! The dossier does not tell for which samenwerkingsverband it is, so the
//! caller does.
//!
//! What is kept of a dossier before a case is made of it has no name outside:
//!
//! ```compile_fail,E0603
//! use swv_exchange::oso::OsoFields;
//! ```

mod case;
mod category;
mod consent;
mod document;
mod error;
mod evidence;
mod field;
mod fields;
mod key;
mod pseudonym;
mod report;
mod rules;
mod sort;
mod version;
mod xml;

#[cfg(test)]
mod tests;

use std::fmt;
use std::io::Read as _;

use schemars::JsonSchema;
use serde::Serialize;
use swv_core::{Sector, SwvNumber};

use crate::{Input, Located, Place};

pub use case::{CaseOf, EVENTS, Open, OsoCase, OsoCaseReport, Taken, place_of_event, place_of_field};
pub use category::Category;
pub use consent::Consent;
pub use error::{OsoError, OsoErrorKind, Problem, ProblemKind, ProfileMismatch};
pub use field::Form;
pub use key::{Key, KeyError, KeyErrorKind, MIN_KEY_BYTES};
pub use report::{DropReason, Dropped, Kept, OsoReport};
pub use xml::{Position, XmlErrorKind};

use category::Delivery;
use document::{DOCUMENTS, DocumentKind, OsoDocument};
use field::{OsoField, OsoValue};
use fields::{FIELDS, LATEST, SIXTEEN};
use pseudonym::{Identity, Pseudonym};
use version::{Profile, Version};
use xml::{Element, Expected, MAX_FILE_BYTES, Tree, XmlError};

/// What is kept of a dossier, and what became of the rest.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Imported {
    pub(crate) sector: Sector,
    pub(crate) fields: OsoFields,
    pub(crate) report: OsoReport,
}

/// What is kept of a dossier.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub(crate) struct OsoFields {
    /// Who it is about; none where consent to the exchange is refused.
    pub(crate) pupil: Option<Pseudonym>,
    /// The fields, in the order of the file, and those of [`LATEST`] after
    /// them. One name may stand several times.
    pub(crate) values: Vec<OsoFieldValue>,
    /// The documents, in the order of the file.
    pub(crate) documents: Vec<OsoDocument>,
}

/// The value of a field, and where it stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub(crate) struct OsoFieldValue {
    /// The name of the field.
    pub(crate) name: &'static str,
    /// Its value.
    pub(crate) value: OsoValue,
    /// The path of its element, with the number of one that is repeated.
    pub(crate) path: String,
}

/// Every field by name: what a procedure can declare, and what it cannot
/// because it identifies.
pub(crate) fn fields() -> impl Iterator<Item = &'static OsoField> {
    FIELDS.iter().chain(LATEST).chain([&SIXTEEN])
}

/// Every kind of document by name: what a procedure can declare besides.
pub(crate) fn documents() -> impl Iterator<Item = &'static DocumentKind> {
    DOCUMENTS.iter()
}

/// The sector of the school that sent a dossier, and so of the SWV: which
/// procedures can follow. The dossier itself is not kept.
///
/// # Errors
/// [`OsoError`] when it is no dossier of a version and profile that is read.
pub fn sector_of(dossier: Input<'_>) -> Result<Sector, OsoError> {
    let file = dossier.name;
    let bytes = bytes_of(dossier)?;
    let (version, tree) = parsed(file, &bytes)?;
    profile_of(file, version, &tree).map(|profile| profile.sector)
}

/// Makes a case of what the procedure asks for and a dossier holds, under a
/// pseudonym by a key. The rest of the dossier is dropped.
///
/// # Errors
/// [`OsoError`]; nothing of a dossier is kept that is not right as a whole.
pub fn import(dossier: Input<'_>, key: &Key, of: &CaseOf<'_>) -> Result<OsoCase, OsoError> {
    case::check_asks_nobody(of.region, of.procedure).map_err(Located::nowhere)?;
    let file = dossier.name;
    let imported = import_bytes(file, &bytes_of(dossier)?, key, of.swv)?;
    imported.into_case(of).map_err(|kind| Place::file(file).error(kind))
}

fn bytes_of(dossier: Input<'_>) -> Result<Vec<u8>, OsoError> {
    let error = |kind| Place::file(dossier.name).error(kind);
    let mut bytes = Vec::new();
    let read = dossier.bytes.take(MAX_FILE_BYTES as u64 + 1).read_to_end(&mut bytes);
    read.map_err(|source| error(OsoErrorKind::Read { source }))?;
    match bytes.len() > MAX_FILE_BYTES {
        true => Err(error(OsoErrorKind::TooLarge)),
        false => Ok(bytes),
    }
}

fn parsed<'b>(file: &str, bytes: &'b [u8]) -> Result<(&'static Version, Tree<'b>), OsoError> {
    let version = Version::of(bytes);
    let expected = Expected { root: "dossier", namespace: version.namespace, attachment: "bestandsinhoud" };
    let tree = xml::parse(bytes, &expected);
    let tree = tree.map_err(|XmlError { position, path, kind }| {
        Place::column(file, position.line, position.column).error(OsoErrorKind::Xml { path, kind })
    })?;
    Ok((version, tree))
}

fn profile_of(file: &str, version: &'static Version, tree: &Tree<'_>) -> Result<&'static Profile, OsoError> {
    version.profile(tree.root()).map_err(|(position, mismatch)| {
        Place::column(file, position.line, position.column).error(OsoErrorKind::Profile(mismatch))
    })
}

fn import_bytes(file: &str, bytes: &[u8], key: &Key, swv: &SwvNumber) -> Result<Imported, OsoError> {
    let (version, tree) = parsed(file, bytes)?;
    let profile = profile_of(file, version, &tree)?;
    let dossier = tree.root();
    if swv.sector() != profile.sector {
        let kind = OsoErrorKind::OtherSector { of: profile.sector, swv: swv.clone() };
        return Err(Place::file(file).error(kind));
    }
    let consent = Consent::of(dossier, version);
    let sorted = sort::sort(dossier, version, consent);
    let mut problems = rules::problems(dossier, version, profile);
    problems.extend(sorted.problems);
    rules::report(problems).map_err(|kind| Place::file(file).error(kind))?;
    let opted_out = |category: &&category::Category| category.delivery(dossier) == Delivery::OptedOut;
    let opted_out = version.categories.iter().filter(opted_out).copied().collect();
    let pupil = (consent != Consent::Refused).then(|| Pseudonym::of(&identity(dossier), key, swv));
    Ok(Imported {
        sector: profile.sector,
        fields: OsoFields { pupil, values: sorted.values, documents: sorted.documents },
        report: sorted.tally.report(consent, opted_out, tree.len()),
    })
}

/// Who the pupil is, in a dossier that has both: `rules` sees to that.
fn identity<'t>(dossier: Element<'t, '_>) -> Identity<'t> {
    let text = |path| dossier.at(path).first().map_or("", |element| element.text());
    Identity { brin: text("huidigeschool/brincode"), pupil: text("huidigeschool/leerling/leerlingid") }
}

impl Imported {
    /// Drops every field and document whose name a procedure does not declare.
    pub(crate) fn keep_only(&mut self, declared: impl Fn(&str) -> bool) {
        self.drop_where(DropReason::NotNeeded, |name| !declared(name));
    }

    /// Drops every field and document of some names for a reason.
    fn drop_where(&mut self, reason: DropReason, is_dropped: impl Fn(&str) -> bool) {
        self.fields.values.retain(|value| !is_dropped(value.name));
        self.fields.documents.retain(|document| !is_dropped(document.kind));
        self.report.drop_where(reason, is_dropped);
    }
}

impl fmt::Display for OsoValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            OsoValue::Truth(truth) => write!(f, "{truth}"),
            OsoValue::Number(number) => write!(f, "{number}"),
            OsoValue::Date(date) => write!(f, "{date}"),
            OsoValue::Text(text) => f.write_str(text),
        }
    }
}

/// A path as it is shown, from the root.
fn shown(path: &str) -> String {
    if path.is_empty() { "/dossier".to_owned() } else { format!("/dossier/{path}") }
}
