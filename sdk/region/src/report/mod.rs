//! What a host reports: computed and published side by side.

mod allocation;
mod budget;
mod case;
mod comparison;
mod error;
mod finding;
mod indicator;
mod national;
mod norm;
mod norm_comparison;
mod procedures;
mod rows;
mod scan;

pub(crate) use allocation::allocation_report;
pub use allocation::{
    AllocationMissing, AllocationReport, AllocationReportLine, AllocationReportLines, AllocationReportRule,
    AllocationWarning, DatasetLabel, Spread, Total, Totals,
};
pub use budget::{BudgetReport, BudgetReportLine};
pub(crate) use budget::{budget, budget_report, figures};
pub(crate) use case::case_report;
pub use case::{CaseComparison, CaseReport, Standing};
pub use comparison::{ComparedFigure, ComparedValue, Comparison};
pub use error::RegionError;
pub use finding::{Finding, FindingKind};
pub(crate) use indicator::indicator_report;
pub use indicator::{IndicatorReport, IndicatorReportLine, ReportValue};
pub use national::{CrossRegionFinding, NationalStatement};
pub use norm::{NormReport, NormReportAgenda, NormReportItem};
pub(crate) use norm::{norm_report, norms};
pub use norm_comparison::{
    AgainstNational, Held, NationalLabel, NormComparedItem, NormComparedRegion, NormComparedSubject, NormComparison,
    NormHolding,
};
pub(crate) use procedures::{procedure_on, procedures};
pub(crate) use scan::scans_report;
pub use scan::{ItemTotal, ScanProblem, ScanReport, ScanReportItem, ScanTotal, ScansReport};
