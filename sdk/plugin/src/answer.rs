//! What a region answers, whichever way it is asked: what it must refuse is
//! refused first.

use swv_core::{Allocation, AllocationInput, BudgetInput, BudgetTable, Failure, Indicator, IndicatorInput};

use crate::{Allocate, Budget, Indicators};

/// The allocation of a sound input.
pub(crate) fn allocation<R: Allocate>(input: &AllocationInput) -> Result<Allocation, Failure> {
    input.check()?;
    R::ABOUT.describe().check_allocation(input)?;
    R::allocate(input)
}

/// The budget of a sound input.
pub(crate) fn budget<R: Budget>(input: &BudgetInput) -> Result<BudgetTable, Failure> {
    R::ABOUT.describe().check_budget(input)?;
    R::compute(input)
}

/// The key figures of a sound input.
pub(crate) fn indicators<R: Indicators>(input: &IndicatorInput) -> Result<Vec<Indicator>, Failure> {
    R::ABOUT.describe().check_indicators(input)?;
    R::indicators(input)
}
