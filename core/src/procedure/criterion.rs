//! What a pupil needs for a provision, by area of development and intensity.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::procedure::{CaseFile, Condition, FieldKind, Procedure};
use crate::{Citation, Provenance, Text, Validity};

/// A clause of the criteria for a provision: with any one of a provision's
/// clauses, its criteria are met.
///
/// An intensity is a word on a scale from light to heavy: the words of its
/// field, in their order. See [`Procedure::fits`] for an example.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Criterion {
    /// The provision.
    pub provision: String,
    /// The clause, by the letter that the document gives it.
    pub clause: String,
    /// What it asks, in a few words.
    pub title: Text,
    /// What has to be so, by fields of the case.
    pub when: Vec<Condition>,
    /// The support that the pupil has to need; all of it.
    pub all: Vec<Need>,
    /// Where it stands.
    pub provenance: Provenance,
    /// The days on which it holds.
    #[serde(default, skip_serializing_if = "Validity::is_always")]
    pub valid: Validity,
}

/// A need for support: in at least one of these areas, of that intensity.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Need {
    /// The fields of the case that hold the intensity, one for each area.
    pub fields: Vec<String>,
    /// The lightest intensity that counts; 1 is the lightest of all.
    pub at_least: u8,
    /// The heaviest that counts.
    pub at_most: u8,
}

/// Whether a pupil's needs fit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Fit {
    /// They do.
    Yes,
    /// They may: something that decides is not known.
    Unknown,
    /// They do not.
    No,
}

/// Whether a pupil's needs fit a clause.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct CriterionFit {
    /// The provision.
    pub provision: String,
    /// The clause.
    pub clause: String,
    /// What it asks.
    pub title: Text,
    /// Whether the pupil's needs fit it.
    pub fits: Fit,
    /// Where it stands.
    pub source: Option<Citation>,
}

impl Procedure {
    /// Whether what is known of a case fits each clause of the criteria.
    ///
    /// ```
    /// use swv_core::procedure::{CaseFile, Fit, stated};
    ///
    /// let tlv: stated::Procedure = serde_json::from_str(r#"{
    ///     "id": "tlv", "nl": "TLV", "en": "TLV", "sectors": ["po"], "document": "plan", "section": "XII",
    ///     "states": [{ "id": "open", "nl": "open", "en": "open", "closed": true }],
    ///     "fields": { "case": { "gezondheid": {
    ///         "kind": ["op-afroep", "regelmatig", "voortdurend"], "nl": "gezondheid", "en": "health"
    ///     } } },
    ///     "criteria": [{
    ///         "provision": "so-laag", "clause": "D", "nl": "gezondheid", "en": "health", "section": "XII",
    ///         "needs": [{ "fields": ["gezondheid"], "from": 3, "to": 3 }]
    ///     }]
    /// }"#)?;
    /// let tlv = tlv.read().map_err(|faults| faults[0].to_string())?;
    /// let case = CaseFile::made_up("tlv");
    /// assert_eq!(tlv.fits(&case)[0].fits, Fit::Unknown);
    /// assert_eq!(tlv.fits(&case.clone().field("gezondheid", "regelmatig"))[0].fits, Fit::No);
    /// assert_eq!(tlv.fits(&case.field("gezondheid", "voortdurend"))[0].fits, Fit::Yes);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn fits(&self, case: &CaseFile) -> Vec<CriterionFit> {
        self.criteria.iter().map(|criterion| self.fit(criterion, case)).collect()
    }

    fn fit(&self, criterion: &Criterion, case: &CaseFile) -> CriterionFit {
        let conditions = case.meets(None, &criterion.when).map_or(Fit::Unknown, |met| match met {
            true => Fit::Yes,
            false => Fit::No,
        });
        let needs = criterion.all.iter().map(|need| {
            let levels = need.fields.iter().map(|field| need.fit(self.level(case, field)));
            levels.min().unwrap_or(Fit::Unknown)
        });
        CriterionFit {
            provision: criterion.provision.clone(),
            clause: criterion.clause.clone(),
            title: criterion.title.clone(),
            fits: needs.fold(conditions, Fit::max),
            source: Citation::of(&criterion.provenance),
        }
    }

    /// The place of a field's word on its scale; the lightest is 1.
    fn level(&self, case: &CaseFile, field: &str) -> Option<u8> {
        let FieldKind::OneOf(scale) = &self.find_field(None, field)?.kind else { return None };
        let word = case.fields.get(field)?;
        let at = scale.iter().position(|level| level == word)?;
        u8::try_from(at + 1).ok()
    }
}

impl Need {
    fn fit(&self, level: Option<u8>) -> Fit {
        match level {
            Some(level) if (self.at_least..=self.at_most).contains(&level) => Fit::Yes,
            Some(_) => Fit::No,
            None => Fit::Unknown,
        }
    }
}
