//! The traits that a region implements.

use swv_core::procedure::{Breach, CheckInput, Procedure};
use swv_core::{
    Allocation, AllocationInput, BudgetInput, BudgetTable, Column, Failure, Indicator, IndicatorInput, Line, Sector,
};

use crate::About;

/// A region. Every plugin implements it, and beside it one trait for each
/// capability that it has rules for.
pub trait Region {
    /// What the plugin is, its rules, and the inputs they read.
    const ABOUT: About;
}

/// A region that divides money over its recipients.
pub trait Allocate: Region {
    /// The allocation of one year.
    ///
    /// # Errors
    /// A [`Failure`] when no result at all can be given; a recipient whose
    /// count is unknown is a gap in the result instead.
    fn allocate(input: &AllocationInput) -> Result<Allocation, Failure>;
}

/// A region that has a multi-year budget.
pub trait Budget: Region {
    /// The lines, in the document's order; which of them the document states
    /// in which column, and which rule makes the others.
    ///
    /// # Errors
    /// [`Failure::NotOffered`] for a sector that the region has no budget for.
    fn outline(sector: Sector, columns: &[Column]) -> Result<Vec<Line>, Failure>;

    /// The cells of every line of the outline.
    ///
    /// # Errors
    /// A [`Failure`] when no cell at all can be given; a cell that cannot be
    /// known is unknown instead.
    fn compute(input: &BudgetInput) -> Result<BudgetTable, Failure>;
}

/// A region that computes key figures.
pub trait Indicators: Region {
    /// The key figures, each with what it was computed from.
    ///
    /// # Errors
    /// A [`Failure`] when none can be given; one that cannot is left out.
    fn indicators(input: &IndicatorInput) -> Result<Vec<Indicator>, Failure>;
}

/// A region that states its procedures.
pub trait Procedures: Region {
    /// The procedures, each checked by [`Procedure::check`] when the host
    /// reads them.
    fn procedures() -> Vec<Procedure>;

    /// What a case breaks of the rules that a procedure's tables cannot say.
    fn check(case: &CheckInput) -> Vec<Breach>;
}
