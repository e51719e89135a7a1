//! What a host reports: computed and published side by side.

mod allocation;
mod budget;
mod case;
mod comparison;
mod finding;
mod indicator;
mod national;
mod norm;
mod norm_comparison;
mod procedures;
mod rows;
mod scan;
mod value;

pub use allocation::{
    AllocationMissing, AllocationReport, AllocationReportLine, AllocationReportLines, AllocationReportRule,
    AllocationWarning, DatasetLabel, Spread, Total, Totals, Undivided,
};
pub use budget::{BudgetReport, BudgetReportLine};
pub use case::{CaseComparison, CaseReport, Standing};
pub use comparison::{ComparedFigure, ComparedValue, Comparison};
pub use finding::Finding;
pub use indicator::{IndicatorReport, IndicatorReportLine};
pub use national::{CrossRegionFinding, NationalStatement};
pub use norm::{NormReport, NormReportAgenda, NormReportItem};
pub use norm_comparison::{
    AgainstNational, Held, NationalLabel, NormComparedItem, NormComparedRegion, NormComparedSubject, NormComparison,
    NormHolding,
};
pub use scan::{ItemTotal, ScanReport, ScanReportItem, ScanTotal, ScansReport};
pub use value::ReportValue;
