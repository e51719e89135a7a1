//! What the answers of a school mean by the norm.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Answer, Norm, NormItem, NormLevel, ScanFault, SelfScan};
use crate::Sector;

/// What an answer means for one item.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// The school does it.
    Meets,
    /// The school does a part of what it does not owe.
    WorksTowards,
    /// The school does not do it, or only a part of it, and owes it.
    FallsShort,
    /// The school does not do it, and does not owe it.
    NotOwed,
    /// Nobody has said.
    Unknown,
}

impl Verdict {
    /// What this answer means for an item of this level.
    ///
    /// ```
    /// use swv_core::norm::{Answer, NormLevel, Verdict};
    ///
    /// assert_eq!(Verdict::of(NormLevel::Basis, Answer::Partly), Verdict::FallsShort);
    /// assert_eq!(Verdict::of(NormLevel::Target, Answer::Partly), Verdict::WorksTowards);
    /// assert_eq!(Verdict::of(NormLevel::Basis, Answer::Unknown), Verdict::Unknown);
    /// ```
    pub const fn of(level: NormLevel, answer: Answer) -> Verdict {
        match (answer, level.is_owed()) {
            (Answer::Unknown, _) => Verdict::Unknown,
            (Answer::Yes, _) => Verdict::Meets,
            (Answer::Partly | Answer::No, true) => Verdict::FallsShort,
            (Answer::Partly, false) => Verdict::WorksTowards,
            (Answer::No, false) => Verdict::NotOwed,
        }
    }
}

/// What a school's answers mean as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ScanResult {
    /// It does everything that it owes.
    Meets,
    /// It does not do something that it owes, or only a part of it.
    FallsShort,
    /// As far as is known it does not fall short, but not everything is known;
    /// or the region says of nothing that it is owed.
    Unknown,
}

/// One item, its answer and what that means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ItemAssessment<'a> {
    /// The item.
    pub item: &'a NormItem,
    /// The school's answer.
    pub answer: Answer,
    /// What it means.
    pub verdict: Verdict,
}

/// What a school's self-scan means by the norm.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assessment<'a> {
    /// What it means as a whole. Only items that are owed decide it.
    pub result: ScanResult,
    /// Each item, in the order of the norm.
    pub items: Vec<ItemAssessment<'a>>,
}

impl Assessment<'_> {
    /// How far the school is with the target norm: all of it, a part of it,
    /// nothing of it, or not known. None where the norm has no target.
    pub fn target(&self) -> Option<Verdict> {
        let targets = || self.items.iter().filter(|item| item.item.level == NormLevel::Target);
        let any = |verdict| targets().any(|item| item.verdict == verdict);
        targets().next()?;
        Some(if targets().all(|item| item.verdict == Verdict::Meets) {
            Verdict::Meets
        } else if any(Verdict::Meets) || any(Verdict::WorksTowards) {
            Verdict::WorksTowards
        } else if any(Verdict::Unknown) {
            Verdict::Unknown
        } else {
            Verdict::NotOwed
        })
    }

    /// The ids of the items with this verdict, in the order of the norm.
    pub fn with(&self, verdict: Verdict) -> impl Iterator<Item = &str> {
        self.items.iter().filter(move |item| item.verdict == verdict).map(|item| item.item.id.as_str())
    }
}

/// Judges a school's self-scan by the norm of its sector.
///
/// An answer `partly` is not enough for what is owed. What is not owed never
/// makes a school fall short, and what is unknown never counts as yes.
///
/// # Errors
/// Every [`ScanFault`] of the scan, all at once.
///
/// ```
/// use swv_core::norm::{Norm, ScanResult, SelfScan, assess};
/// use swv_core::Sector;
///
/// let norm: Norm = serde_json::from_str(r#"{
///     "sectors": ["po"], "standing": "norm",
///     "explanation": { "nl": "uitleg", "en": "explanation" },
///     "provenance": { "status": "explicit", "source": { "document": "plan", "section": "2" } },
///     "agenda": [],
///     "items": [{
///         "id": "zorgplicht", "subject": "zorgplicht", "level": "basis", "sectors": ["po"],
///         "aspect": { "nl": "structuur", "en": "structure" },
///         "obligation": { "nl": "voert de zorgplicht uit", "en": "carries out its duty of care" },
///         "provenance": { "status": "explicit", "source": { "document": "plan", "section": "2.3" } }
///     }]
/// }"#)?;
/// let scan: SelfScan = serde_json::from_str(r#"{ "school": "S", "sector": "po", "answers": {} }"#)?;
/// let assessment = assess(&norm, Sector::Po, &scan).map_err(|faults| faults[0].to_string())?;
/// assert_eq!(assessment.result, ScanResult::Unknown);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn assess<'a>(norm: &'a Norm, sector: Sector, scan: &SelfScan) -> Result<Assessment<'a>, Vec<ScanFault>> {
    let judge = |(item, answer): (&'a NormItem, Answer)| ItemAssessment {
        item,
        answer,
        verdict: Verdict::of(item.level, answer),
    };
    let items: Vec<_> = scan.answers_to(norm, sector)?.into_iter().map(judge).collect();
    let owed: Vec<Verdict> = items.iter().filter(|item| item.item.level.is_owed()).map(|item| item.verdict).collect();
    let result = if owed.contains(&Verdict::FallsShort) {
        ScanResult::FallsShort
    } else if owed.is_empty() || owed.contains(&Verdict::Unknown) {
        ScanResult::Unknown
    } else {
        ScanResult::Meets
    };
    Ok(Assessment { result, items })
}

#[cfg(test)]
mod tests {
    use super::super::tests::norm;
    use super::*;

    fn result(answers: &[(&str, &str)]) -> ScanResult {
        assess(&norm(), Sector::Po, &scan(answers)).unwrap().result
    }

    fn scan(answers: &[(&str, &str)]) -> SelfScan {
        let answers = answers.iter().map(|(item, answer)| ((*item).to_owned(), (*answer).to_owned())).collect();
        SelfScan {
            school: "S".into(),
            location: None,
            sector: Sector::Po,
            district: None,
            board: None,
            scanned_on: None,
            synthetic: true,
            answers,
        }
    }

    #[test]
    fn every_answer_at_every_level_has_one_meaning() {
        use NormLevel::{Advised, Basis, Described, OwedInstead, Specialised, Target};
        for level in [Basis, OwedInstead] {
            let verdicts = Answer::ALL.map(|(answer, _)| Verdict::of(level, answer));
            assert_eq!(verdicts, [Verdict::Meets, Verdict::FallsShort, Verdict::FallsShort, Verdict::Unknown]);
        }
        for level in [Target, Specialised, Advised, Described] {
            let verdicts = Answer::ALL.map(|(answer, _)| Verdict::of(level, answer));
            assert_eq!(verdicts, [Verdict::Meets, Verdict::WorksTowards, Verdict::NotOwed, Verdict::Unknown]);
        }
    }

    #[test]
    fn yes_to_everything_that_is_owed_meets_the_norm_whatever_the_target() {
        for target in ["yes", "partly", "no", "unknown"] {
            let answers = [("rekenen", "yes"), ("zorgplicht", "yes"), ("rekenen-streef", target)];
            assert_eq!(result(&answers), ScanResult::Meets, "{target}");
        }
    }

    #[test]
    fn one_thing_owed_and_not_whole_falls_short_whatever_else_is_unknown() {
        for answer in ["partly", "no"] {
            assert_eq!(result(&[("rekenen", answer)]), ScanResult::FallsShort, "{answer}");
        }
    }

    #[test]
    fn what_is_unknown_never_counts_as_yes() {
        assert_eq!(result(&[]), ScanResult::Unknown);
        assert_eq!(result(&[("rekenen", "yes")]), ScanResult::Unknown);
        assert_eq!(result(&[("rekenen", "yes"), ("zorgplicht", "unknown")]), ScanResult::Unknown);
    }

    #[test]
    fn where_nothing_is_owed_nothing_is_met() {
        let mut norm = norm();
        norm.items.retain(|item| !item.level.is_owed());
        let scan = scan(&[("rekenen-streef", "yes")]);
        assert_eq!(assess(&norm, Sector::Po, &scan).unwrap().result, ScanResult::Unknown);
    }

    #[test]
    fn the_target_is_met_whole_worked_towards_left_alone_or_unknown() {
        let mut norm = norm();
        norm.items.push(super::super::tests::item("zorgplicht-streef", "zorgplicht", NormLevel::Target));
        let target = |one: &str, other: &str| {
            let scan = scan(&[("rekenen-streef", one), ("zorgplicht-streef", other)]);
            assess(&norm, Sector::Po, &scan).unwrap().target().unwrap()
        };
        assert_eq!(target("yes", "yes"), Verdict::Meets);
        for (one, other) in [("yes", "unknown"), ("partly", "no"), ("no", "yes")] {
            assert_eq!(target(one, other), Verdict::WorksTowards, "{one} {other}");
        }
        assert_eq!(target("no", "no"), Verdict::NotOwed);
        assert_eq!(target("no", "unknown"), Verdict::Unknown);
        norm.items.retain(|item| item.level.is_owed());
        assert_eq!(assess(&norm, Sector::Po, &scan(&[])).unwrap().target(), None);
    }

    #[test]
    fn the_items_with_a_verdict_are_named_in_the_order_of_the_norm() {
        let norm = norm();
        let assessment = assess(&norm, Sector::Po, &scan(&[("zorgplicht", "no"), ("rekenen", "no")])).unwrap();
        assert_eq!(assessment.with(Verdict::FallsShort).collect::<Vec<_>>(), ["rekenen", "zorgplicht"]);
        assert_eq!(assessment.with(Verdict::Unknown).collect::<Vec<_>>(), ["rekenen-streef"]);
    }
}
