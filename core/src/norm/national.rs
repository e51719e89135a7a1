//! A national norm, against which the norms of regions can be held.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::fault::item_faults;
use super::{NormFault, NormItem};

/// How far a national norm has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum LayerStatus {
    /// Proposed; nobody owes it yet.
    Proposed,
    /// In force.
    InForce,
    /// Made up, to try the comparison with.
    Synthetic,
}

/// A national norm: items of the same form as those of a region, from a file
/// that the user supplies. None comes with this software.
///
/// ```
/// use swv_core::NationalNorm;
///
/// let national: NationalNorm = serde_json::from_str(r#"{
///     "title": "Voorbeeld van een landelijke norm", "status": "synthetic",
///     "items": [{
///         "id": "landelijk-rekenen", "subject": "rekenen", "level": "basis", "sectors": ["po", "vo"],
///         "aspect": { "nl": "vakken", "en": "subjects" },
///         "obligation": { "nl": "volgt het protocol", "en": "follows the protocol" },
///         "provenance": { "status": "explicit", "source": { "document": "voorbeeld", "section": "1" } }
///     }]
/// }"#)?;
/// assert_eq!(national.faults(), []);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct NationalNorm {
    /// What people call it; it stands in every result made with it.
    pub title: String,
    /// How far it has come; it stands in every result too.
    pub status: LayerStatus,
    /// What it asks of a school.
    pub items: Vec<NormItem>,
}

impl NationalNorm {
    /// Everything that is wrong with it; an empty list is a sound norm.
    pub fn faults(&self) -> Vec<NormFault> {
        let mut faults = Vec::new();
        if self.title.trim().is_empty() {
            faults.push(NormFault::Blank { place: "norm".into(), field: "title" });
        }
        faults.extend(item_faults(&self.items).into_iter().map(|(_, fault)| fault));
        let dated = self.items.iter().filter(|item| !item.valid.is_always());
        faults.extend(dated.map(|item| NormFault::Dated { item: item.id.clone() }));
        faults
    }
}

#[cfg(test)]
mod tests {
    use super::super::NormLevel;
    use super::super::tests::item;
    use super::*;

    fn national() -> NationalNorm {
        let items = vec![item("rekenen", "rekenen", NormLevel::Basis)];
        NationalNorm { title: "voorbeeld".into(), status: LayerStatus::Synthetic, items }
    }

    #[test]
    fn a_sound_norm_has_no_fault() {
        assert_eq!(national().faults(), []);
    }

    #[test]
    fn everything_that_is_wrong_is_told_at_once() {
        let mut national = national();
        national.title.clear();
        national.items.push(item("rekenen", "rekene", NormLevel::Basis));
        national.items[0].sectors.clear();
        let faults: Vec<_> = national.faults().iter().map(ToString::to_string).collect();
        assert_eq!(faults.len(), 4, "{faults:?}");
        assert!(faults.iter().any(|fault| fault.contains("rekenen: holds for no sector")), "{faults:?}");
    }

    #[test]
    fn a_key_that_nothing_reads_is_refused() {
        let mut file = serde_json::to_value(national()).unwrap();
        file["colour"] = "red".into();
        assert!(serde_json::from_value::<NationalNorm>(file).is_err());
    }
}
