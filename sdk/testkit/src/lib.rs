//! Conformance: what any region package must pass, whoever wrote it.
//!
//! ```no_run
//! use std::path::Path;
//! use swv_host::{Host, Limits, RegionPackage, read_folder};
//!
//! let package = RegionPackage::read(read_folder(Path::new("regions/almere"))?)?;
//! let region = Host::new(Limits::default(), None)?.load(package)?;
//! assert_eq!(swv_testkit::check(&region), []);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

#![deny(missing_docs)]

mod cases;
mod norm_cases;
mod walks;

pub use cases::{Case, CaseFault, CaseRecipient, CasesFile, ExpectedGap, ExpectedLine, allocations, run_cases};

pub use norm_cases::{NormCase, NormCasesFile, run_norm_cases};
pub use walks::{Moment, Walk, WalksFile, run_walks, walked};

use std::collections::BTreeSet;
use std::fmt;

use swv_core::{Capability, Sector};
use swv_region::{BudgetReport, Finding, IndicatorReport, Region, RegionError};

/// A way in which a region package does not conform.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// A capability gives no result on the package's own data.
    NoResult {
        /// The sector.
        sector: Sector,
        /// The error's text.
        error: String,
    },
    /// The same input gives another result the second time.
    NotRepeatable {
        /// The sector.
        sector: Sector,
        /// The capability.
        capability: Capability,
    },
    /// A rule of the description is used by no result.
    UnusedRule {
        /// The rule.
        rule: String,
    },
    /// The plugin computes a figure that it also receives.
    ReceivesWhatItComputes {
        /// The figure.
        figure: String,
    },
    /// A note in `findings.toml` explains something that is no finding.
    StaleNote {
        /// The line or indicator.
        line: String,
        /// The column or year.
        column: String,
    },
    /// A finding beyond rounding has no explanation in `findings.toml`.
    Unexplained {
        /// The finding's id.
        finding: String,
    },
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Fault::NoResult { sector, error } => write!(f, "sector {sector} gives no result: {error}"),
            Fault::NotRepeatable { sector, capability } => {
                write!(f, "{} of sector {sector} differs from one call to the next", capability.name())
            }
            Fault::UnusedRule { rule } => write!(f, "rule {rule} is described, and no result uses it"),
            Fault::ReceivesWhatItComputes { figure } => write!(f, "{figure} is both received and computed"),
            Fault::StaleNote { line, column } => write!(f, "the note on {line}@{column} explains no finding"),
            Fault::Unexplained { finding } => write!(f, "the finding {finding} has no explanation"),
        }
    }
}

/// Checks a loaded region on its own data; an empty list is a pass.
///
/// The rules of an allocation need a dataset to be used, and a rule may need a
/// value that only a user can supply: a region that allocates, or whose
/// documents are silent on a parameter, is not checked for rules that nothing
/// uses.
pub fn check(region: &Region) -> Vec<Fault> {
    let mut faults = Vec::new();
    let mut used = BTreeSet::new();
    let mut findings = Vec::new();
    for sector in &region.description().sectors {
        match reports(region, *sector, &mut faults) {
            Ok((budget, indicators)) => {
                used.extend(rules(region, budget.as_ref(), &indicators, &mut faults));
                findings.extend(budget.map(|budget| budget.findings).unwrap_or_default());
                findings.extend(indicators.findings);
            }
            Err(error) => faults.push(Fault::NoResult { sector: *sector, error: error.to_string() }),
        }
    }
    let allocates = region.plugin().can(Capability::Allocation);
    let mut parameters = region.package().parameters.parameters.iter();
    let needs_values = parameters.any(|parameter| parameter.values.iter().any(|value| value.value.is_none()));
    if !allocates && !needs_values {
        let unused = region.description().rules.iter().filter(|rule| !used.contains(&rule.id));
        faults.extend(unused.map(|rule| Fault::UnusedRule { rule: rule.id.clone() }));
    }
    faults.extend(stale_notes(region, &findings));
    faults
}

type Reports = (Option<BudgetReport>, IndicatorReport);

/// The reports of a sector, each made twice.
fn reports(region: &Region, sector: Sector, faults: &mut Vec<Fault>) -> Result<Reports, RegionError> {
    let has_budget = region.plugin().can(Capability::Budget);
    let budget = has_budget.then(|| region.budget(sector)).transpose()?;
    if has_budget && budget != Some(region.budget(sector)?) {
        faults.push(Fault::NotRepeatable { sector, capability: Capability::Budget });
    }
    let indicators = region.indicators(sector)?;
    if indicators != region.indicators(sector)? {
        faults.push(Fault::NotRepeatable { sector, capability: Capability::Indicators });
    }
    let states_norm = region.plugin().can(Capability::Norm);
    if states_norm && region.norm(sector)? != region.norm(sector)? {
        faults.push(Fault::NotRepeatable { sector, capability: Capability::Norm });
    }
    Ok((budget, indicators))
}

/// The rules that the reports use; the host has made sure that each is
/// described.
fn rules(
    region: &Region,
    budget: Option<&BudgetReport>,
    indicators: &IndicatorReport,
    faults: &mut Vec<Fault>,
) -> BTreeSet<String> {
    let lines = budget.into_iter().flat_map(|budget| &budget.lines).map(|line| line.rule.clone());
    let figures = indicators.indicators.iter().filter_map(|line| line.rule.clone());
    let used = lines.chain(figures).collect();
    let received = &region.description().facts;
    let computed = indicators.indicators.iter().filter(|line| line.computed.is_some());
    for line in computed.filter(|line| received.iter().any(|reads| reads.name == line.id)) {
        faults.push(Fault::ReceivesWhatItComputes { figure: line.id.clone() });
    }
    used
}

/// Notes without a finding, and findings without a note.
fn stale_notes(region: &Region, findings: &[Finding]) -> Vec<Fault> {
    let notes = &region.package().findings.findings;
    let mut faults = Vec::new();
    for note in notes {
        let explains = |finding: &Finding| {
            finding.line == note.line
                && note.column.as_ref().is_none_or(|column| *column == finding.column)
                && finding.explanation == note.explanation
        };
        if !findings.iter().any(explains) {
            let column = note.column.clone().unwrap_or_default();
            faults.push(Fault::StaleNote { line: note.line.clone(), column });
        }
    }
    for finding in findings.iter().filter(|finding| finding.kind != swv_region::FindingKind::Rounding) {
        if !notes.iter().any(|note| note.explanation == finding.explanation) {
            faults.push(Fault::Unexplained { finding: finding.id.clone() });
        }
    }
    faults
}
