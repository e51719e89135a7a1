//! Cases as data: `cases/*.toml` of a region's folder, no code.

use std::collections::{BTreeMap, BTreeSet};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use swv_core::{
    AttributeKind, AttributeValue, Dataset, DatasetQuantity, Measured, Money, MoneyError, PupilCount, Recipient,
    RecipientKind, Sector, Within, Year,
};
use swv_region::{AllocationReport, Digest, Region, RegionError};

/// A file of allocation cases.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CasesFile {
    /// The cases.
    pub cases: Vec<Case>,
}

/// One case: a few recipients, a year, and all that the rules make of them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Case {
    /// The behaviour it shows, as a sentence.
    pub name: String,
    /// The sector.
    #[serde(default = "primary")]
    pub sector: Sector,
    /// The year of the money.
    pub year: Year,
    /// Who receives or owes.
    pub recipients: Vec<CaseRecipient>,
    /// Every line, in any order. An empty list means that there is none.
    #[serde(default)]
    pub lines: Vec<ExpectedLine>,
    /// Every gap: a line that a rule could not make.
    #[serde(default)]
    pub gaps: Vec<ExpectedGap>,
    /// What is left of amounts that are divided whole, in euros.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub remainder: Option<String>,
    /// A part of the error, for a case that gives no result.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fails: Option<String>,
}

fn primary() -> Sector {
    Sector::Po
}

/// A recipient of a case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CaseRecipient {
    /// Its id, to which lines refer.
    pub id: String,
    /// What it is.
    pub kind: RecipientKind,
    /// Exact numbers by quantity.
    #[serde(default)]
    pub counts: BTreeMap<String, Measured>,
    /// Attributes: `true`, `false` or an id.
    #[serde(default)]
    pub attributes: BTreeMap<String, AttributeValue>,
    /// Quantities that are suppressed: 1 to 4.
    #[serde(default)]
    pub suppressed: BTreeSet<String>,
    /// Quantities of which nothing is known.
    #[serde(default)]
    pub unknown: BTreeSet<String>,
}

/// A line that the rules make.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ExpectedLine {
    /// The recipient.
    pub recipient: String,
    /// The rule.
    pub rule: String,
    /// The amount in euros: `-6635` or `3333.33`, or bounds: `450..1800`.
    pub amount: String,
}

/// A line that a rule could not make.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ExpectedGap {
    /// The recipient.
    pub recipient: String,
    /// The rule.
    pub rule: String,
    /// The quantity that is not exactly known, or the parameter that is missing.
    pub cause: String,
}

/// A case that does not come out.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{name}: expected {expected}, got {got}")]
pub struct CaseFault {
    /// The case.
    pub name: String,
    /// What it says.
    pub expected: String,
    /// What the rules gave.
    pub got: String,
}

/// Runs the cases, to the cent; an empty list is a pass. Also gives the ids of
/// the rules that made a line or a gap, so that a caller can see which have no
/// case.
pub fn run_cases(region: &Region, file: &CasesFile) -> (Vec<CaseFault>, BTreeSet<String>) {
    let mut faults = Vec::new();
    let mut used = BTreeSet::new();
    for case in &file.cases {
        let dataset = dataset(case);
        let result = region.allocate(case.sector, case.year, &dataset, Digest::of(case.name.as_bytes()));
        if let Ok(report) = &result {
            used.extend(report.lines.iter().map(|line| line.rule.to_owned()));
            used.extend(report.missing.iter().filter_map(|missing| missing.rule.clone()));
        }
        faults.extend(compare(case, result));
    }
    (faults, used)
}

/// What the rules make of each case, whatever the case expects: for comparing
/// two builds of the same rules.
pub fn allocations(region: &Region, file: &CasesFile) -> Vec<Result<AllocationReport, String>> {
    let allocate = |case: &Case| {
        let digest = Digest::of(case.name.as_bytes());
        let report = region.allocate(case.sector, case.year, &dataset(case), digest);
        report.map_err(|error| match error {
            RegionError::Call(error) => error.failure.to_string(),
            error => error.to_string(),
        })
    };
    file.cases.iter().map(allocate).collect()
}

fn dataset(case: &Case) -> Dataset {
    let names: BTreeSet<&String> = case
        .recipients
        .iter()
        .flat_map(|recipient| recipient.counts.keys().chain(&recipient.suppressed).chain(&recipient.unknown))
        .collect();
    let counts = |recipient: &CaseRecipient| {
        let count = |name: &String| {
            let suppressed = recipient.suppressed.contains(name).then_some(PupilCount::SUPPRESSED.into());
            let unknown = recipient.unknown.contains(name).then_some(Measured::UNKNOWN);
            // What a case does not mention is none, so that cases stay short.
            let known = recipient.counts.get(name).copied().or(suppressed).or(unknown);
            known.unwrap_or(PupilCount::Exact(0).into())
        };
        names.iter().map(|name| Some(count(name))).collect::<Vec<_>>()
    };
    let given: BTreeMap<&String, AttributeKind> = case
        .recipients
        .iter()
        .flat_map(|recipient| recipient.attributes.iter().map(|(name, value)| (name, value.kind())))
        .collect();
    let values = |recipient: &CaseRecipient| {
        let value = |(name, kind): (&&String, &AttributeKind)| {
            let not = (*kind == AttributeKind::YesNo).then_some(AttributeValue::YesNo(false));
            recipient.attributes.get(*name).cloned().or(not)
        };
        given.iter().map(value).collect::<Vec<_>>()
    };
    let quantities = names.iter().map(|name| DatasetQuantity::new(name.as_str()));
    let mut dataset = Dataset::of(&case.name, quantities).with_attributes(given.keys().copied());
    dataset.synthetic = true;
    for recipient in &case.recipients {
        let row = Recipient::new(&recipient.id, &recipient.id, recipient.kind);
        dataset.push(row, counts(recipient), values(recipient));
    }
    dataset
}

/// An amount in euros, or its bounds, as reports write it.
fn amount(text: &str) -> Result<String, MoneyError> {
    let (least, most) = text.split_once("..").unwrap_or((text, text));
    Ok(Within::<Money>::between(least.parse()?, most.parse()?).to_string())
}

fn compare(case: &Case, result: Result<AllocationReport, RegionError>) -> Option<CaseFault> {
    let fault = |expected: String, got: String| Some(CaseFault { name: case.name.clone(), expected, got });
    let report = match (result, &case.fails) {
        (Ok(report), None) => report,
        (Ok(report), Some(part)) => return fault(format!("an error with {part:?}"), format!("{:?}", report.lines)),
        (Err(error), Some(part)) if error.to_string().contains(part) => return None,
        (Err(error), Some(part)) => return fault(format!("an error with {part:?}"), error.to_string()),
        (Err(error), None) => return fault("a result".to_owned(), error.to_string()),
    };
    let cents = |text: &String| amount(text).unwrap_or_else(|error| error.to_string());
    let mut expected: Vec<_> =
        case.lines.iter().map(|line| (line.recipient.as_str(), line.rule.as_str(), cents(&line.amount))).collect();
    let mut got: Vec<_> =
        report.lines.iter().map(|line| (line.recipient, line.rule, line.amount_cents.to_string())).collect();
    expected.sort();
    got.sort();
    if expected != got {
        return fault(format!("{expected:?}"), format!("{got:?}"));
    }
    let mut gaps: Vec<_> = report
        .missing
        .gaps()
        .filter_map(|gap| Some(ExpectedGap { recipient: gap.recipient?, rule: gap.rule?, cause: gap.what }))
        .collect();
    let mut expected = case.gaps.clone();
    gaps.sort();
    expected.sort();
    if gaps != expected {
        return fault(format!("gaps {expected:?}"), format!("{gaps:?}"));
    }
    let left = report.remainder_cents.to_string();
    let expected = case.remainder.as_ref().map_or_else(|| Money::ZERO.to_string(), cents);
    if left != expected {
        return fault(format!("a remainder of {expected}"), left);
    }
    None
}
