//! Cases of a norm as data: `cases/norm.toml` of a region's folder, no code.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use swv_core::norm::ScanResult;
use swv_core::{Answer, Sector, SelfScan};
use swv_region::{Region, RegionError, ScanReport};

use crate::CaseFault;

/// A file of norm cases.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct NormCasesFile {
    /// The cases.
    pub cases: Vec<NormCase>,
}

/// One case: what a made-up school answers, and all that this means.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct NormCase {
    /// The behaviour it shows, as a sentence.
    pub name: String,
    /// The sector of the norm.
    pub sector: Sector,
    /// The sector of the scan, where that is another.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scan_sector: Option<Sector>,
    /// The answer to every item that is owed and that `answers` leaves out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owed: Option<Answer>,
    /// Answers by the id of their item.
    #[serde(default)]
    pub answers: BTreeMap<String, String>,
    /// The result; needed unless the case fails.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub result: Option<ScanResult>,
    /// Every item that falls short, in the order of the norm.
    #[serde(default)]
    pub falls_short: Vec<String>,
    /// Every item that is worked towards, in the order of the norm.
    #[serde(default)]
    pub works_towards: Vec<String>,
    /// Every item that is owed and unknown, in the order of the norm.
    #[serde(default)]
    pub unknown_owed: Vec<String>,
    /// A part of the error, for a case that gives no result.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fails: Option<String>,
}

/// Runs the cases; an empty list is a pass.
///
/// # Errors
/// [`RegionError`] when the region states no norm for the sector of a case.
pub fn run_norm_cases(region: &Region, file: &NormCasesFile) -> Result<Vec<CaseFault>, RegionError> {
    let mut faults = Vec::new();
    for case in &file.cases {
        let scan = scan(region, case)?;
        let result = region.scans(case.sector, &[(case.name.clone(), scan)]);
        faults.extend(compare(case, result.map(|report| report.scans)));
    }
    Ok(faults)
}

fn scan(region: &Region, case: &NormCase) -> Result<SelfScan, RegionError> {
    let word = |answer: Answer| {
        Answer::ALL.iter().find(|(known, _)| *known == answer).map_or("unknown", |(_, word)| *word).to_owned()
    };
    let mut answers = case.answers.clone();
    if let Some(owed) = case.owed {
        for item in region.norm(case.sector)?.items.iter().filter(|item| item.level.is_owed()) {
            answers.entry(item.id.clone()).or_insert_with(|| word(owed));
        }
    }
    Ok(SelfScan {
        school: case.name.clone(),
        location: None,
        sector: case.scan_sector.unwrap_or(case.sector),
        district: None,
        board: None,
        scanned_on: None,
        synthetic: true,
        answers: answers.into_iter().collect(),
    })
}

fn compare(case: &NormCase, result: Result<Vec<ScanReport>, RegionError>) -> Option<CaseFault> {
    let fault = |expected: String, got: String| Some(CaseFault { name: case.name.clone(), expected, got });
    let reports = match (result, &case.fails) {
        (Ok(reports), None) => reports,
        (Err(error), Some(part)) if error.to_string().contains(part) => return None,
        (Ok(reports), Some(part)) => return fault(format!("an error with {part:?}"), format!("{reports:?}")),
        (Err(error), _) => return fault(case.fails.clone().unwrap_or("a result".to_owned()), error.to_string()),
    };
    let Some(report) = reports.first() else { return fault("a report".to_owned(), "none".to_owned()) };
    let is_owed_and_unknown = |id: &String| {
        let item = report.per_item.iter().find(|item| item.id == *id);
        item.is_some_and(|item| item.level.is_owed())
    };
    let unknown = report.missing.iter().map(|missing| missing.what.clone()).filter(is_owed_and_unknown).collect();
    let expected = (case.result, &case.falls_short, &case.works_towards, &case.unknown_owed);
    let got = (Some(report.result), &report.falls_short, &report.works_towards, &unknown);
    if expected == got { None } else { fault(format!("{expected:?}"), format!("{got:?}")) }
}
