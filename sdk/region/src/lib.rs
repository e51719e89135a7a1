//! Region packages without an engine: reading and checking them, and reporting
//! what their rules compute beside what they published.
//!
//! A region package is a manifest, dated parameters, the figures that the
//! region published, and the plugin. [`PackageFiles`] holds their bytes,
//! [`RegionPackage`] checks them, and [`Rules`] make a [`Region`] of it that
//! computes. A host brings the rules along: `swv-host` runs them in a sandbox.
//!
//! What is not here, on purpose: no engine, no thread, no file access, so that
//! it runs wherever Rust does, a browser included; no region's name or rule;
//! and no output for people.

#![deny(missing_docs)]

mod call_error;
mod digest;
mod error;
mod once;
mod package;
mod plugin;
mod region;
mod report;
mod rules;
mod school_holidays;
mod synthetic;
mod working_days;

pub use call_error::{CallError, CallFailure};
pub use digest::{Digest, DigestError};
pub use error::{RegionError, ScanProblem};
pub use package::{
    Approximate, Basis, BudgetFile, BudgetTableKind, Document, EmptyCell, Figure, FigureValue, FiguresFile,
    FindingKind, FindingNote, FindingsFile, HolidayRegionEntry, LineRules, Manifest, PackageError, PackageFault,
    PackageFiles, ParameterEntry, ParameterValue, ParametersFile, PlanPeriod, PluginEntry, PublishedColumn,
    PublishedLine, RegionPackage, Silence, StructureFault, Supplied, SuppliedFile, SwvEntry, SyntheticFile,
    SyntheticQuantity, SyntheticRecipients, SyntheticTotal, Times,
};
pub use plugin::Plugin;
pub use region::Region;
pub use report::{
    AgainstNational, AllocationMissing, AllocationReport, AllocationReportLine, AllocationReportLines,
    AllocationReportRule, AllocationWarning, BudgetReport, BudgetReportLine, CaseComparison, CaseReport,
    ComparedFigure, ComparedValue, Comparison, CrossRegionFinding, DatasetLabel, Finding, Held, IndicatorReport,
    IndicatorReportLine, ItemTotal, NationalLabel, NationalStatement, NormComparedItem, NormComparedRegion,
    NormComparedSubject, NormComparison, NormHolding, NormReport, NormReportAgenda, NormReportItem, ReportValue,
    ScanReport, ScanReportItem, ScanTotal, ScansReport, Spread, Standing, Total, Totals, Undivided,
};
pub use rules::Rules;
pub use school_holidays::school_holidays;
pub use synthetic::{Generated, LeftUnknown, Schools, SyntheticError, WhyUnknown};
pub use working_days::working_days;
