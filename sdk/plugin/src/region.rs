//! The traits that a region implements.

use std::borrow::Cow;

use swv_core::procedure::{Breach, CheckInput};
use swv_core::{Allocation, AllocationInput, BudgetInput, BudgetTable, Failure, Indicator, IndicatorInput};

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
///
/// [`regulation!`](crate::regulation) implements it from the TOML files beside
/// the plugin's source; an author may as well compute the document.
pub trait Procedures: Region {
    /// The procedures, as one JSON document of the schema `procedures/1`: see
    /// [`stated::Procedures`](swv_core::procedure::stated::Procedures). The
    /// host reads and checks it.
    ///
    /// # Errors
    /// A [`Failure`] when no document can be given.
    fn statement() -> Result<Cow<'static, str>, Failure>;

    /// What a case breaks of the rules that the document only names: the
    /// checks that the input asks for.
    fn check(input: &CheckInput) -> Vec<Breach>;
}

/// A region that says what its schools owe every pupil, or that it says
/// nothing of it.
///
/// [`regulation!`](crate::regulation) implements it from `norm.toml`; an author
/// may as well compute the document.
pub trait Norms: Region {
    /// The norm of every sector, as one JSON document of the schema `norm/1`:
    /// see [`stated::Norms`](swv_core::norm::stated::Norms). The host reads and
    /// checks it.
    ///
    /// # Errors
    /// A [`Failure`] when no document can be given.
    fn statement() -> Result<Cow<'static, str>, Failure>;
}
