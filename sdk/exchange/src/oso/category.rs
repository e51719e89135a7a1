//! The categories of the standard, which a school can leave out of an exchange.

use schemars::JsonSchema;
use serde::Serialize;
use swv_core::Language;

use super::fields::{pupil, support};
use super::xml::Element;

/// A main block of a dossier that can be left out of an exchange.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
pub struct Category {
    /// Its element, such as `cat_verzuim`.
    pub element: &'static str,
    /// What it covers, below the root.
    #[serde(skip)]
    #[schemars(skip)]
    pub(crate) paths: &'static [&'static str],
    #[serde(skip)]
    #[schemars(skip)]
    nl: &'static str,
    #[serde(skip)]
    #[schemars(skip)]
    en: &'static str,
}

/// What a dossier says of a category.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Delivery {
    /// `VERPLICHT` or `OPTIONEEL`: it may be there.
    Open,
    /// `OPT-UIT`: it was left out on purpose.
    OptedOut,
    /// `VERBODEN`: the profile does not have it.
    Forbidden,
}

/// The values that a category may have.
pub(super) const DELIVERIES: &[&str] = &["VERPLICHT", "OPTIONEEL", "OPT-UIT", "VERBODEN"];

#[rustfmt::skip]
pub(crate) const CATEGORIES: &[Category] = &[
    category("cat_metadata", &["metadata"], "metagegevens", "metadata"),
    category("cat_ouderinzage", &["inzage"], "inzage van ouders", "parents' view"),
    category("cat_school", &["huidigeschool/naam", "huidigeschool/adreslijst", "huidigeschool/communicatielijst", "huidigeschool/brincode", "huidigeschool/vestigingscode", "huidigeschool/aanleverpunt", "huidigeschool/soort", "huidigeschool/type", "huidigeschool/naamdirecteur", "huidigeschool/website"], "school", "school"),
    category("cat_leerling", &[pupil!()], "leerling", "pupil"),
    category("cat_oudersverzorgers", &[pupil!("verzorger"), pupil!("verzorgersaansprakelijk"), pupil!("aansprakelijkeinstelling")], "ouders en verzorgers", "parents and carers"),
    category("cat_vve", &[pupil!("vanpeuterspeelzaal"), pupil!("naampeuterspeelzaal"), pupil!("voorschools"), pupil!("vroegschools")], "voor- en vroegschoolse educatie", "early education"),
    category("cat_schoolloopbaan", &[pupil!("schoolloopbaanlijst")], "schoolloopbaan", "school career"),
    category("cat_overstapadvies", &[pupil!("overstapadvies")], "overstapadvies", "advice on the next school"),
    category("cat_onderwijsondersteuning", &[pupil!("onderwijsondersteuning")], "onderwijsondersteuning", "educational support"),
    category("cat_verzuim", &[pupil!("verzuim")], "verzuim", "absence"),
    category("cat_eindtoetsbo", &[pupil!("eindtoets_basisonderwijs")], "eindtoets", "final test"),
    category("cat_toetsresultaten", &[pupil!("toetslijst")], "toetsresultaten", "test results"),
    category("cat_handelingsplannen", &[support!("handelingsplan")], "handelingsplannen", "action plans"),
    category("cat_cijferlijsten", &[pupil!("cijferlijstlijst")], "cijferlijsten", "grades"),
    category("cat_vombo", &[pupil!("bevorderd"), pupil!("examenresultaat"), pupil!("resultaatvakkenvo"), pupil!("certificaat"), pupil!("competenties"), pupil!("stage"), pupil!("overigvombo")], "gegevens van vo en mbo", "data of secondary education"),
    category("cat_bijlagedocs", &[pupil!("overigdocumentlijst")], "overige bijlagen", "other attachments"),
];

const fn category(
    element: &'static str,
    paths: &'static [&'static str],
    nl: &'static str,
    en: &'static str,
) -> Category {
    Category { element, paths, nl, en }
}

impl Category {
    /// What it is called.
    pub const fn name(&self, language: Language) -> &'static str {
        language.choose(self.nl, self.en)
    }

    /// What a dossier says of it.
    pub(super) fn delivery(&self, dossier: Element<'_, '_>) -> Delivery {
        let path = format!("metadata/categorie_uitlevering/{}", self.element);
        match dossier.at(&path).first().map(|element| element.text()) {
            Some("OPT-UIT") => Delivery::OptedOut,
            Some("VERBODEN") => Delivery::Forbidden,
            // Anything but the four values is a problem; see `rules`.
            _ => Delivery::Open,
        }
    }

    /// Whether it covers a path.
    pub(super) fn covers(&self, path: &str) -> bool {
        self.paths.iter().any(|own| path.strip_prefix(own).is_some_and(|rest| rest.is_empty() || rest.starts_with('/')))
    }
}
