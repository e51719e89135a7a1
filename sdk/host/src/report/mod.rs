//! What a host reports: computed and published side by side.

mod allocation;
mod budget;
mod comparison;
mod error;
mod finding;
mod indicator;
mod procedures;
mod totals;

pub(crate) use allocation::allocation_report;
pub use allocation::{AllocationReport, AllocationReportLine, AllocationReportRule, DatasetLabel};
pub(crate) use budget::budget_report;
pub use budget::{BudgetReport, BudgetReportLine};
pub use comparison::{ComparedFigure, ComparedValue, Comparison};
pub use error::RegionError;
pub use finding::{Finding, FindingKind};
pub(crate) use indicator::indicator_report;
pub use indicator::{IndicatorReport, IndicatorReportLine, ReportValue};
pub(crate) use procedures::procedures;
pub use totals::{Spread, Total};
