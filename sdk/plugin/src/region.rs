//! The traits that a region implements.

use swv_core::procedure::{Breach, CheckInput, Procedure};
use swv_core::{
    Allocation, AllocationInput, BudgetInput, BudgetTable, Failure, Indicator, IndicatorInput, Norm, Sector,
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
    /// The cells of every line; [`BudgetRules`](crate::BudgetRules) makes them
    /// from the lines and the functions of the rules.
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

/// A region that says what its schools owe every pupil, or that it says
/// nothing of it.
pub trait Norms: Region {
    /// The norm of one sector; [`AboutNorm`](crate::AboutNorm) makes it from
    /// constants.
    ///
    /// # Errors
    /// [`Failure::NotOffered`] for a sector of which the documents have no
    /// chapter at all; silence is a norm of standing
    /// [`Silent`](swv_core::NormStanding::Silent).
    fn norm(sector: Sector) -> Result<Norm, Failure>;
}
