//! What a region answers, whichever way it is asked: what it must refuse is
//! refused first.

use std::collections::BTreeMap;

use swv_core::{Allocation, AllocationInput, BudgetInput, BudgetTable, Failure, Indicator, IndicatorInput, Text};

use crate::{Allocate, Budget, Indicators, Norms, Procedures};

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

/// The procedures of all sectors.
pub(crate) fn procedures<R: Procedures>() -> Result<String, Failure> {
    written(&R::procedures())
}

/// The norm of each sector that has one.
pub(crate) fn norms<R: Norms>() -> Result<String, Failure> {
    let mut norms = BTreeMap::new();
    let mut not_offered = None;
    for sector in R::ABOUT.sectors {
        match R::norm(*sector) {
            Ok(norm) => drop(norms.insert(*sector, norm)),
            Err(Failure::NotOffered(text)) => not_offered = Some(Failure::NotOffered(text)),
            Err(failure) => return Err(failure),
        }
    }
    match not_offered {
        Some(failure) if norms.is_empty() => Err(failure),
        _ => written(&norms),
    }
}

fn written(statement: &impl serde::Serialize) -> Result<String, Failure> {
    serde_json::to_string(statement).map_err(|error| Failure::Other {
        code: "not-written".to_owned(),
        message: Text::new(
            format!("het document is niet te schrijven: {error}"),
            format!("cannot be written: {error}"),
        ),
    })
}
