//! The norm for basisondersteuning: what every regular school owes every
//! pupil, and how a school judges itself by it.
//!
//! A region sets a norm, or chooses to set none and asks something else
//! instead, or its documents do not say: [`NormStanding`]. Whatever it says is
//! a list of [`NormItem`]s, each about a [`NormSubject`] that all regions
//! share, so that they can be compared. A school answers the items in a
//! [`SelfScan`]; [`assess`] judges the answers.

mod assessment;
mod fault;
mod national;
mod scan;
pub mod stated;
mod subject;

pub use assessment::{Assessment, ItemAssessment, ScanResult, Verdict, assess};
pub use fault::NormFault;
pub use national::{LayerStatus, NationalNorm};
pub use scan::{Answer, ScanFault, SelfScan};
pub use subject::NormSubject;

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{Provenance, Sector, Text, Validity};

/// Whether a region sets a norm.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum NormStanding {
    /// It sets a norm.
    Norm,
    /// It chooses to set none; what a school owes instead are its items.
    NoneByChoice,
    /// Its documents do not say.
    Silent,
}

/// How firmly a school is held to an item, firmest first.
///
/// ```
/// use swv_core::NormLevel;
///
/// assert!(NormLevel::Basis.is_owed() && NormLevel::OwedInstead.is_owed());
/// assert!(!NormLevel::Target.is_owed());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum NormLevel {
    /// Every school owes it: the basic norm (basisnorm).
    Basis,
    /// Every school owes it in a region that sets no norm by choice.
    OwedInstead,
    /// A school may work towards it: the target norm (streefnorm).
    Target,
    /// A school may do it with the help of the partnership.
    Specialised,
    /// The region advises it.
    Advised,
    /// The region describes it as practice, outside what it says is owed.
    Described,
}

impl NormLevel {
    /// Whether every school owes it: only such an item can make a school fall
    /// short.
    pub const fn is_owed(self) -> bool {
        matches!(self, NormLevel::Basis | NormLevel::OwedInstead)
    }
}

/// One thing that a norm says of a school.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct NormItem {
    /// Its id, by which a self-scan answers it.
    pub id: String,
    /// The id of the [`NormSubject`] by which it is compared.
    pub subject: String,
    /// The part of the norm it stands in.
    pub aspect: Text,
    /// How firmly a school is held to it.
    pub level: NormLevel,
    /// The number that the document gives the level, if it numbers levels.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub document_level: Option<u8>,
    /// The sectors it holds for.
    pub sectors: Vec<Sector>,
    /// What the school does.
    pub obligation: Text,
    /// Who is responsible, where the document names someone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub responsible: Option<Text>,
    /// Whether the document calls it an obligation by law.
    #[serde(default)]
    pub statutory: bool,
    /// Where it stands, and whether it is stated or interpreted.
    pub provenance: Provenance,
    /// The days on which it holds.
    #[serde(default, skip_serializing_if = "Validity::is_always")]
    pub valid: Validity,
}

/// Something that is to be done to bring the norm about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AgendaItem {
    /// Its id.
    pub id: String,
    /// What is to be done.
    pub what: Text,
    /// Who it is for or who does it, as the document names them.
    pub who: Text,
    /// The term as the document prints it; none where it prints none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub term: Option<String>,
    /// The last day of the term, where one can be read from it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<String>")]
    pub until: Option<Date>,
    /// Where it stands; interpreted where the last day is.
    pub provenance: Provenance,
}

/// What a region says of basisondersteuning.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Norm {
    /// The sectors of which it is the norm.
    pub sectors: Vec<Sector>,
    /// The days on which it holds: where there are several versions, each has
    /// its own.
    #[serde(default, skip_serializing_if = "Validity::is_always")]
    pub valid: Validity,
    /// Whether it sets a norm.
    pub standing: NormStanding,
    /// What it chooses and why, in a few sentences.
    pub explanation: Text,
    /// Where that stands.
    pub provenance: Provenance,
    /// What it says of a school, in the order of the document.
    pub items: Vec<NormItem>,
    /// What is to be done, in the order of the document.
    pub agenda: Vec<AgendaItem>,
}

impl Norm {
    /// The item of that id.
    pub fn item(&self, id: &str) -> Option<&NormItem> {
        self.items.iter().find(|item| item.id == id)
    }

    /// The norm with only the items that hold for a sector on a day.
    #[must_use]
    pub fn of(&self, sector: Sector, day: Date) -> Norm {
        let mut norm = self.clone();
        norm.items.retain(|item| item.sectors.contains(&sector) && item.valid.contains(day));
        norm
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::{Source, Status};

    pub(crate) fn provenance() -> Provenance {
        let source = Source { document: "plan".into(), section: "1".into() };
        Provenance::new(Status::Explicit, Some(source), None).unwrap()
    }

    pub(crate) fn item(id: &str, subject: &str, level: NormLevel) -> NormItem {
        NormItem {
            id: id.into(),
            subject: subject.into(),
            aspect: Text::new("deel", "part"),
            level,
            document_level: None,
            sectors: vec![Sector::Po],
            obligation: Text::new("doet iets", "does something"),
            responsible: None,
            statutory: false,
            provenance: provenance(),
            valid: Validity::ALWAYS,
        }
    }

    /// Two owed items and one to work towards.
    pub(crate) fn norm() -> Norm {
        Norm {
            sectors: vec![Sector::Po],
            valid: Validity::ALWAYS,
            standing: NormStanding::Norm,
            explanation: Text::new("uitleg", "explanation"),
            provenance: provenance(),
            items: vec![
                item("rekenen", "rekenen", NormLevel::Basis),
                item("zorgplicht", "zorgplicht", NormLevel::Basis),
                item("rekenen-streef", "rekenen", NormLevel::Target),
            ],
            agenda: Vec::new(),
        }
    }

    #[test]
    fn words_of_a_file_are_those_of_a_result() {
        let words = |value: serde_json::Value| value.as_str().unwrap().to_owned();
        let standings = [NormStanding::Norm, NormStanding::NoneByChoice, NormStanding::Silent];
        let standings = standings.map(|standing| words(serde_json::to_value(standing).unwrap()));
        assert_eq!(standings, ["norm", "none_by_choice", "silent"]);
        assert_eq!(words(serde_json::to_value(NormLevel::OwedInstead).unwrap()), "owed_instead");
    }

    #[test]
    fn an_item_in_a_file_has_no_key_that_nothing_reads() {
        let mut file = serde_json::to_value(item("rekenen", "rekenen", NormLevel::Basis)).unwrap();
        assert!(serde_json::from_value::<NormItem>(file.clone()).is_ok());
        file["colour"] = "red".into();
        assert!(serde_json::from_value::<NormItem>(file).unwrap_err().to_string().contains("unknown field `colour`"));
    }
}
