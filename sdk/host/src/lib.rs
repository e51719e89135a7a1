//! Loads region packages and runs their plugins: sandboxed, limited, checked.
//!
//! A region package is a folder: a manifest, dated parameters, the figures
//! that the region published, and the plugin. [`PackageFiles`] reads one from
//! a folder or from bytes in the program, [`RegionPackage`] checks it, and a
//! [`Host`] turns it into a [`Region`] that computes.
//!
//! What is not here, on purpose: no region's name or rule, no output for
//! people, and no way for a plugin to reach anything but its input.

#![deny(missing_docs)]

mod cache;
mod digest;
mod host;
mod limits;
mod package;
mod plugin;
mod region;
mod report;
mod school_holidays;
mod synthetic;
mod working_days;

pub use digest::{Digest, DigestError};
pub use host::Host;
pub use limits::Limits;
pub use package::{
    Approximate, Basis, BudgetFile, BudgetTableKind, Document, EmptyCell, Figure, FigureValue, FiguresFile,
    FindingNote, FindingsFile, HolidayRegionEntry, LineRules, Manifest, PackageError, PackageFiles, ParameterEntry,
    ParameterValue, ParametersFile, PlanPeriod, PluginEntry, PublishedColumn, PublishedLine, PublishedUnit,
    RegionPackage, Silence, StructureFault, Supplied, SuppliedFile, SwvEntry, SyntheticFile, SyntheticQuantity,
    SyntheticRecipients, SyntheticTotal, Times, Unit,
};
pub use plugin::{CallError, CallFailure, Exports, LoadError, NativeLibrary, Plugin, inspect};
pub use region::Region;
pub use report::{
    AgainstNational, AllocationReport, AllocationReportLine, AllocationReportRule, AllocationWarning, BudgetReport,
    BudgetReportLine, CaseComparison, CaseReport, ComparedFigure, ComparedValue, Comparison, CrossRegionFinding,
    DatasetLabel, Finding, FindingKind, Held, IndicatorReport, IndicatorReportLine, ItemTotal, NationalLabel,
    NationalStatement, NormComparedItem, NormComparedRegion, NormComparedSubject, NormComparison, NormHolding,
    NormReport, NormReportAgenda, NormReportItem, RegionError, ReportValue, ScanProblem, ScanReport, ScanReportItem,
    ScanTotal, ScansReport, Spread, Total,
};
pub use school_holidays::school_holidays;
pub use synthetic::{Generated, LeftUnknown, Schools, SyntheticError, WhyUnknown};
pub use working_days::working_days;
