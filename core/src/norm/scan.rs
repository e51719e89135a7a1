//! A school's own judgement of each item of a norm.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::de::{Deserializer, MapAccess, Visitor};
use serde::ser::{SerializeMap, Serializer};
use serde::{Deserialize, Serialize};
use strsim::osa_distance;

use super::{Norm, NormItem};
use crate::{LocationCode, Sector};

/// A school's own judgement of one item.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Answer {
    /// The school does it.
    Yes,
    /// The school does a part of it.
    Partly,
    /// The school does not do it.
    No,
    /// Nobody has said. Never counts as yes.
    Unknown,
}

/// The words of a scan, in English or Dutch.
#[derive(JsonSchema)]
#[serde(rename_all = "lowercase")]
#[allow(dead_code)] // It is the schema of an answer in a file, and nothing else.
enum AnswerWord {
    Yes,
    Partly,
    No,
    Unknown,
    Ja,
    #[serde(rename = "ten dele")]
    TenDele,
    Nee,
    Onbekend,
}

impl Answer {
    /// All answers, as a scan writes them.
    pub const ALL: [(Answer, &'static str); 4] =
        [(Answer::Yes, "yes"), (Answer::Partly, "partly"), (Answer::No, "no"), (Answer::Unknown, "unknown")];

    /// All answers in Dutch, which a scan may write too.
    pub const DUTCH: [(Answer, &'static str); 4] =
        [(Answer::Yes, "ja"), (Answer::Partly, "ten dele"), (Answer::No, "nee"), (Answer::Unknown, "onbekend")];

    fn of(word: &str) -> Option<Answer> {
        let known = Answer::ALL.iter().chain(&Answer::DUTCH);
        known.into_iter().find(|(_, known)| *known == word).map(|(answer, _)| *answer)
    }
}

/// A self-scan: what one school answers to the items of its region's norm.
///
/// Reading it takes any word as an answer, so that [`SelfScan::answers_to`]
/// can tell everything that is wrong at once. An item without an answer is
/// unknown.
///
/// ```
/// use swv_core::SelfScan;
///
/// let scan: SelfScan = serde_json::from_str(r#"{
///     "school": "School 1", "sector": "po", "district": "Wijk 2", "synthetic": true,
///     "answers": { "zorgplicht": "yes", "rekenen": "partly" }
/// }"#)?;
/// assert_eq!(scan.answers.len(), 2);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SelfScan {
    /// The school's name.
    pub school: String,
    /// The code of its location.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub location: Option<LocationCode>,
    /// The sector of the norm that it answers.
    pub sector: Sector,
    /// The district (wijk) it stands in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub district: Option<String>,
    /// Its board.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub board: Option<String>,
    /// The day of the scan.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<String>")]
    pub scanned_on: Option<Date>,
    /// Whether school and answers are made up. Every result says so.
    #[serde(default)]
    pub synthetic: bool,
    /// Its answers by the id of their item: yes, partly, no or unknown, or in
    /// Dutch ja, ten dele, nee or onbekend.
    #[serde(serialize_with = "as_map", deserialize_with = "pairs")]
    #[schemars(with = "std::collections::BTreeMap<String, AnswerWord>")]
    pub answers: Vec<(String, String)>,
}

/// What is wrong with a self-scan.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ScanFault {
    /// No name of a school.
    #[error("school: is blank; write the school's name")]
    NoSchool,
    /// The scan is of another sector than the norm.
    #[error("sector: is {found}, and the norm is of sector {expected}; scan each sector by its own norm")]
    Sector {
        /// The sector of the scan.
        found: Sector,
        /// The sector of the norm.
        expected: Sector,
    },
    /// The norm has no such item.
    #[error("answers: the norm has no item {item:?}; the one most like it is {nearest:?}")]
    UnknownItem {
        /// The item as given.
        item: String,
        /// The item most like it; blank where the norm has none at all.
        nearest: String,
    },
    /// The word is no answer.
    #[error("answers: {item}: {answer:?} is no answer; write yes, partly, no or unknown")]
    Answer {
        /// The item.
        item: String,
        /// The word as given.
        answer: String,
    },
    /// An item is answered twice.
    #[error("answers: {item} is answered twice; keep one answer")]
    Duplicate {
        /// The item.
        item: String,
    },
}

impl SelfScan {
    /// The answers to the items of a norm, in the norm's order; unknown where
    /// the scan has none.
    ///
    /// # Errors
    /// Every [`ScanFault`], all at once.
    pub fn answers_to<'a>(
        &self,
        norm: &'a Norm,
        sector: Sector,
    ) -> Result<Vec<(&'a NormItem, Answer)>, Vec<ScanFault>> {
        let mut faults = Vec::new();
        if self.school.trim().is_empty() {
            faults.push(ScanFault::NoSchool);
        }
        if self.sector != sector {
            // Items of another sector would all be unknown: one fault says why.
            faults.push(ScanFault::Sector { found: self.sector, expected: sector });
            return Err(faults);
        }
        let items: BTreeSet<&str> = norm.items.iter().map(|item| item.id.as_str()).collect();
        let mut answers = BTreeMap::new();
        for (item, word) in &self.answers {
            let answer = Answer::of(word);
            if !items.contains(item.as_str()) {
                faults.push(ScanFault::UnknownItem { item: item.clone(), nearest: nearest(norm, item) });
            } else if answers.insert(item.as_str(), answer.unwrap_or(Answer::Unknown)).is_some() {
                faults.push(ScanFault::Duplicate { item: item.clone() });
            }
            if answer.is_none() {
                faults.push(ScanFault::Answer { item: item.clone(), answer: word.clone() });
            }
        }
        if !faults.is_empty() {
            return Err(faults);
        }
        let answer = |item: &NormItem| answers.get(item.id.as_str()).copied().unwrap_or(Answer::Unknown);
        Ok(norm.items.iter().map(|item| (item, answer(item))).collect())
    }
}

/// The id of the norm that is most like this one.
fn nearest(norm: &Norm, item: &str) -> String {
    let distance = |known: &&NormItem| osa_distance(&known.id, item);
    norm.items.iter().min_by_key(distance).map(|known| known.id.clone()).unwrap_or_default()
}

/// Every pair of a map, so that a key that stands there twice is seen.
fn pairs<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<(String, String)>, D::Error> {
    struct Pairs;

    impl<'de> Visitor<'de> for Pairs {
        type Value = Vec<(String, String)>;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("answers by the id of their item")
        }

        fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
            let mut pairs = Vec::new();
            while let Some(pair) = map.next_entry()? {
                pairs.push(pair);
            }
            Ok(pairs)
        }
    }

    deserializer.deserialize_map(Pairs)
}

fn as_map<S: Serializer>(pairs: &[(String, String)], serializer: S) -> Result<S::Ok, S::Error> {
    let mut map = serializer.serialize_map(Some(pairs.len()))?;
    for (item, answer) in pairs {
        map.serialize_entry(item, answer)?;
    }
    map.end()
}

#[cfg(test)]
mod tests {
    use super::super::tests::norm;
    use super::*;

    fn scan(answers: &str) -> SelfScan {
        let text = format!(r#"{{ "school": "S", "sector": "po", "synthetic": true, "answers": {{ {answers} }} }}"#);
        serde_json::from_str(&text).unwrap()
    }

    fn faults(scan: &SelfScan) -> Vec<ScanFault> {
        scan.answers_to(&norm(), Sector::Po).unwrap_err()
    }

    #[test]
    fn answers_come_in_the_order_of_the_norm_and_what_is_left_out_is_unknown() {
        let norm = norm();
        let scan = scan(r#""zorgplicht": "no", "rekenen": "yes""#);
        let answers = scan.answers_to(&norm, Sector::Po).unwrap();
        let shown: Vec<_> = answers.iter().map(|(item, answer)| (item.id.as_str(), *answer)).collect();
        assert_eq!(shown, [("rekenen", Answer::Yes), ("zorgplicht", Answer::No), ("rekenen-streef", Answer::Unknown)]);
    }

    #[test]
    fn an_unknown_item_names_the_one_most_like_it() {
        let fault = &faults(&scan(r#""zorgplict": "yes""#))[0];
        assert_eq!(fault, &ScanFault::UnknownItem { item: "zorgplict".into(), nearest: "zorgplicht".into() });
        assert!(fault.to_string().ends_with("the one most like it is \"zorgplicht\""));
    }

    #[test]
    fn a_word_that_is_no_answer_is_refused_with_the_four_that_are() {
        for word in ["soms", "Yes", "", "maybe"] {
            let fault = &faults(&scan(&format!(r#""rekenen": "{word}""#)))[0];
            assert_eq!(fault, &ScanFault::Answer { item: "rekenen".into(), answer: word.into() });
            assert!(fault.to_string().ends_with("write yes, partly, no or unknown"));
        }
    }

    #[test]
    fn an_item_that_is_answered_twice_is_refused() {
        let fault = &faults(&scan(r#""rekenen": "yes", "rekenen": "no""#))[0];
        assert_eq!(fault, &ScanFault::Duplicate { item: "rekenen".into() });
    }

    #[test]
    fn an_answer_in_dutch_is_that_in_english() {
        for ((answer, english), (same, dutch)) in Answer::ALL.into_iter().zip(Answer::DUTCH) {
            assert_eq!((Answer::of(english), Answer::of(dutch)), (Some(answer), Some(same)), "{dutch}");
            assert_eq!(answer, same);
        }
    }

    #[test]
    fn a_scan_of_another_sector_is_refused_by_that_alone() {
        let of_vo = SelfScan { sector: Sector::Vo, ..scan(r#""iets": "misschien""#) };
        assert_eq!(faults(&of_vo), [ScanFault::Sector { found: Sector::Vo, expected: Sector::Po }]);
    }

    #[test]
    fn everything_that_is_wrong_is_told_at_once() {
        let nameless = SelfScan { school: " ".into(), ..scan(r#""rekene": "soms", "rekenen": "nooit""#) };
        let faults = faults(&nameless);
        assert_eq!(faults.len(), 4, "{faults:?}");
        assert_eq!(faults[0], ScanFault::NoSchool);
    }

    #[test]
    fn a_file_has_no_other_keys_and_comes_back_as_it_was() {
        let scan = scan(r#""rekenen": "yes""#);
        let text = serde_json::to_string(&scan).unwrap();
        assert_eq!(serde_json::from_str::<SelfScan>(&text).unwrap(), scan);
        let error = serde_json::from_str::<SelfScan>(&text.replace("school", "scholl")).unwrap_err();
        assert!(error.to_string().contains("unknown field `scholl`"), "{error}");
    }
}
