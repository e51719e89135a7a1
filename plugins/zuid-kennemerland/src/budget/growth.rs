//! Lines that grow or shrink by a fixed percentage a year from 2024.

use swv_plugin::{BudgetSheet, Cell, Failure, Money, Rate, Rounding};

/// The year of the plan's own figures, from which later years are estimated.
const BASE_YEAR: u16 = 2024;

/// The number of years since the base year.
pub(super) fn years_since_base(sheet: &BudgetSheet<'_>, column: usize) -> u32 {
    u32::from(sheet.column(column).year.begins_in().saturating_sub(BASE_YEAR))
}

/// The amount after a growth of `parameter` a year. The growth of each year is
/// applied to the amount before rounding, so that no rounding accumulates.
pub(super) fn grown(sheet: &BudgetSheet<'_>, column: usize, base: Money, parameter: &str) -> Result<Cell, Failure> {
    let years = years_since_base(sheet, column);
    if years == 0 {
        return Ok(base.into());
    }
    let growth = sheet.input().parameters.rate(parameter, sheet.column(column).year)?;
    let factor = Rate::ONE.checked_add(growth)?.powi(years)?;
    Ok(base.times(&factor, Rounding::HalfAwayFromZero)?.into())
}

/// The amount after a decline of `parameter` a year.
pub(super) fn shrunk(sheet: &BudgetSheet<'_>, column: usize, base: Money, parameter: &str) -> Result<Cell, Failure> {
    let years = years_since_base(sheet, column);
    if years == 0 {
        return Ok(base.into());
    }
    let decline = sheet.input().parameters.rate(parameter, sheet.column(column).year)?;
    let factor = Rate::ONE.checked_sub(decline)?.powi(years)?;
    Ok(base.times(&factor, Rounding::HalfAwayFromZero)?.into())
}
