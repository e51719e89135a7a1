//! The versions of the standard that are read, and their profiles.
//!
//! What a version has otherwise than another stands in its entry of
//! [`VERSIONS`]: its namespace, its profiles, its rules, and where each field
//! is. Another version is another entry. The name of a field never changes.

use swv_core::Sector;

use super::category::{CATEGORIES, Category};
use super::document::{DOCUMENTS, DocumentKind};
use super::error::ProfileMismatch;
use super::field::OsoField;
use super::fields::{FIELDS, LATEST, NEVER_KEPT, pupil};
use super::report::DropReason;
use super::rules::{FORBIDDEN, REPEATABLE, REQUIRED, SCHEMA};
use super::xml::{Element, Position};

/// A version of the standard.
pub(crate) struct Version {
    /// Its number in a dossier.
    pub(crate) standard: &'static str,
    /// The number of its validation.
    validation: &'static str,
    /// The namespace of its dossiers.
    pub(crate) namespace: &'static str,
    /// Its profiles that are read: those of a request to an SWV.
    profiles: &'static [Profile],
    /// Its fields, in the order of the standard.
    pub(crate) fields: &'static [OsoField],
    /// Those of the last step of the school career.
    pub(crate) latest: &'static [OsoField],
    /// Its kinds of documents.
    pub(crate) documents: &'static [DocumentKind],
    /// What it knows and is never kept.
    pub(crate) never_kept: &'static [(&'static str, DropReason)],
    /// Its categories that can be left out.
    pub(crate) categories: &'static [Category],
    /// What must stand in every element at a path, and by which rule.
    pub(crate) required: &'static [(&'static str, &'static str, &'static str)],
    /// What may not be there, and by which rule.
    pub(crate) forbidden: &'static [(&'static str, &'static str)],
    /// Where more than one element may stand.
    pub(crate) repeatable: &'static [&'static str],
}

/// A profile: who asks which SWV.
pub(crate) struct Profile {
    /// Its code in a dossier.
    code: &'static str,
    /// The sector of the school and of the SWV.
    pub(crate) sector: Sector,
    /// What may not be there beside what no profile of the version has.
    pub(crate) forbidden: &'static [(&'static str, &'static str)],
}

/// Every version that is read, the newest first.
pub(crate) const VERSIONS: &[Version] = &[Version {
    standard: "2019.1",
    validation: "2019.1.1",
    namespace: "http://www.edustandaard.nl/oso_gegevensset/2019/dossier",
    profiles: &[
        Profile {
            code: "POSWV",
            sector: Sector::Po,
            forbidden: &[
                (pupil!("eindtoets_basisonderwijs"), "PaO.EB01"),
                (pupil!("bevorderd"), "PaO.VM01"),
                (pupil!("examenresultaat"), "PaO.VM02"),
                (pupil!("resultaatvakkenvo"), "PaO.VM03"),
                (pupil!("certificaat"), "PaO.VM04"),
                (pupil!("competenties"), "PaO.VM05"),
                (pupil!("stage"), "PaO.VM06"),
                (pupil!("overigvombo"), "PaO.VM07"),
            ],
        },
        Profile {
            code: "VOSWV",
            sector: Sector::Vo,
            forbidden: &[
                (pupil!("vanpeuterspeelzaal"), "PaO.VV01"),
                (pupil!("naampeuterspeelzaal"), "PaO.VV02"),
                (pupil!("voorschools"), "PaO.VV03"),
                (pupil!("vroegschools"), "PaO.VV04"),
            ],
        },
    ],
    fields: FIELDS,
    latest: LATEST,
    documents: DOCUMENTS,
    never_kept: NEVER_KEPT,
    categories: CATEGORIES,
    required: REQUIRED,
    forbidden: FORBIDDEN,
    repeatable: REPEATABLE,
}];

/// How many bytes of a file hold its root.
const START: usize = 4096;

impl Version {
    /// The version whose namespace stands at the start of a file; the newest
    /// where none does, whose namespace is then missing.
    pub(super) fn of(bytes: &[u8]) -> &'static Version {
        let start = bytes.get(..START).unwrap_or(bytes);
        let names = |version: &&Version| {
            start.windows(version.namespace.len()).any(|part| part == version.namespace.as_bytes())
        };
        VERSIONS.iter().find(names).unwrap_or(&VERSIONS[0])
    }

    /// Its profile that a dossier is of; if of none, what tells it, and where.
    pub(super) fn profile(
        &'static self,
        dossier: Element<'_, '_>,
    ) -> Result<&'static Profile, (Position, ProfileMismatch)> {
        let codes: Vec<&str> = self.profiles.iter().map(|profile| profile.code).collect();
        let told = |path: &'static str, expected: &[&str], rule| {
            let element = dossier.at(path).first().copied();
            let found = element.map(|element| element.text());
            if let Some(found) = found.filter(|found| expected.contains(found)) {
                return Ok(found.to_owned());
            }
            let found = found.map(|text| text.chars().take(40).collect());
            let position = element.unwrap_or(dossier).position();
            let expected = expected.join(" or ");
            let (standard, profiles) = (self.standard, codes.join(" or "));
            Err((position, ProfileMismatch { path, found, expected, rule, standard, profiles }))
        };
        told("metadata/standaardversie", &[self.standard], SCHEMA)?;
        told("overdrachtsoort", &["swv-dossier"], "PaO.SO03")?;
        let code = told("metadata/overstap", &codes, "PaO.SO02")?;
        told("metadata/validatieversie", &[self.validation], "PaO.MD02")?;
        // It is one of the codes.
        Ok(self.profiles.iter().find(|profile| profile.code == code).unwrap_or(&self.profiles[0]))
    }
}

/// The year of a namespace of the standard, such as 2018.
pub(super) fn year_of_namespace(namespace: &str) -> Option<&str> {
    let rest = namespace.strip_prefix("http://www.edustandaard.nl/oso_gegevensset/")?;
    rest.split('/').next().filter(|year| !year.is_empty() && year.len() <= 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_version_has_the_fields_by_the_same_names() {
        for version in VERSIONS {
            let names: Vec<&str> = version.fields.iter().map(|field| field.name).collect();
            for field in VERSIONS[0].fields {
                assert!(names.contains(&field.name), "{} lacks {}", version.standard, field.name);
            }
        }
    }

    #[test]
    fn a_namespace_tells_its_year() {
        assert_eq!(year_of_namespace("http://www.edustandaard.nl/oso_gegevensset/2018/dossier"), Some("2018"));
        assert_eq!(year_of_namespace("urn:iets"), None);
    }
}
