//! Loads region packages and runs their plugins: sandboxed, limited, checked.
//!
//! A region package is a folder: a manifest, dated parameters, the figures
//! that the region published, and the plugin. [`read_folder`] reads one,
//! [`RegionPackage`] checks it, and a [`Host`] turns it into a [`Region`] that
//! computes. What a region does once it is loaded is in `swv-region`, which
//! needs no engine; what an embedder needs of it is here too.
//!
//! What is not here, on purpose: no region's name or rule, no output for
//! people, and no way for a plugin to reach anything but its input.

#![deny(missing_docs)]

mod cache;
mod error;
mod folder;
mod host;
mod limits;
mod plugin;

pub use error::HostError;
pub use folder::{FolderError, read_folder};
pub use host::Host;
pub use limits::Limits;
pub use plugin::{LoadError, NativeLibrary, inspect};
pub use swv_region::{
    AgainstNational, AllocationMissing, AllocationReport, AllocationReportLine, AllocationReportLines,
    AllocationReportRule, AllocationWarning, Approximate, Basis, BudgetFile, BudgetReport, BudgetReportLine,
    BudgetTableKind, CallError, CallFailure, CaseComparison, CaseReport, ComparedFigure, ComparedValue, Comparison,
    CrossRegionFinding, DatasetLabel, Digest, DigestError, Document, EmptyCell, Figure, FigureValue, FiguresFile,
    Finding, FindingKind, FindingNote, FindingsFile, Generated, Held, HolidayRegionEntry, IndicatorReport,
    IndicatorReportLine, ItemTotal, LeftUnknown, LineRules, Manifest, NationalLabel, NationalStatement,
    NormComparedItem, NormComparedRegion, NormComparedSubject, NormComparison, NormHolding, NormReport,
    NormReportAgenda, NormReportItem, PackageError, PackageFault, PackageFiles, ParameterEntry, ParameterValue,
    ParametersFile, PlanPeriod, Plugin, PluginEntry, PublishedColumn, PublishedLine, Region, RegionError,
    RegionPackage, ReportValue, Rules, ScanProblem, ScanReport, ScanReportItem, ScanTotal, ScansReport, Schools,
    Silence, Spread, Standing, StructureFault, Supplied, SuppliedFile, SwvEntry, SyntheticError, SyntheticFile,
    SyntheticQuantity, SyntheticRecipients, SyntheticTotal, Times, Total, Totals, Undivided, WhyUnknown,
    school_holidays, working_days,
};
