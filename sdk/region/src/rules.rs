//! What a host brings along: a region's rules, wherever they run.

use swv_core::procedure::{Breach, CheckInput};
use swv_core::{
    Allocation, AllocationInput, BudgetInput, BudgetTable, Description, Exports, Indicator, IndicatorInput,
};

use crate::CallFailure;

/// A region's rules as a host runs them: a component in a sandbox, a native
/// library, or anything else that answers.
///
/// An implementation only carries question and answer across; what an answer
/// promises is checked by the [`Plugin`](crate::Plugin) that holds the rules,
/// so that every way in is checked alike. An implementation is asked for what
/// is in its [`exports`](Rules::exports) and nothing else. Every
/// call starts anew: an answer follows from its input alone.
///
/// # Errors
/// Each method gives a [`CallFailure`] when the rules give no result.
pub trait Rules: Send + Sync {
    /// The rules' name in errors: a file.
    fn place(&self) -> &str;

    /// Which parts of the interface they speak, and in which versions.
    fn exports(&self) -> &Exports;

    /// Whether they run where they can reach nothing but their input.
    fn is_sandboxed(&self) -> bool;

    /// What they are and what they need.
    fn describe(&self) -> Result<Description, CallFailure>;

    /// A budget.
    fn budget(&self, input: &BudgetInput) -> Result<BudgetTable, CallFailure>;

    /// An allocation.
    fn allocate(&self, input: &AllocationInput) -> Result<Allocation, CallFailure>;

    /// Key figures.
    fn indicators(&self, input: &IndicatorInput) -> Result<Vec<Indicator>, CallFailure>;

    /// The document of the procedures of all sectors.
    fn procedures(&self) -> Result<String, CallFailure>;

    /// What a case breaks of the rules that only code can say.
    fn check_case(&self, input: &CheckInput) -> Result<Vec<Breach>, CallFailure>;

    /// The document of the norms of all sectors.
    fn norm(&self) -> Result<String, CallFailure>;
}
