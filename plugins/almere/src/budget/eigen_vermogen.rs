//! Own funds: from the annual account of 2022, year by year with the result.
//! The forecast of 2023 takes the place of its budget.

use swv_plugin::{AboutRule, BudgetSheet, Cell, Failure};

use crate::PLAN;

pub(crate) const RULE: AboutRule = AboutRule {
    id: "eigen-vermogen",
    title: ("verloop van het eigen vermogen", "course of own funds"),
    source: (PLAN, "bijlage VII, eigen vermogen"),
    interpreted: Some(
        "Het blok begint bij de jaarrekening 2022 en volgt de prognose 2023 en de begrotingen daarna; de begroting 2023 \
         telt niet mee. De baten zijn de bekostiging en de subsidies samen, zoals in het primair onderwijs is afgedrukt.",
    ),
    ..AboutRule::STATED
};

/// The columns of the block, in order of time.
const COLUMNS: [&str; 5] = ["2022", "2023-prognose", "2024", "2025", "2026"];

/// The closing balance of the column before.
pub(super) fn opening(sheet: &BudgetSheet<'_>, column: usize) -> Result<Cell, Failure> {
    match before(sheet, column) {
        Some(before) => sheet.cell("eigen-vermogen-eindstand", before),
        None => Ok(Cell::NotApplicable),
    }
}

/// The result of the year.
pub(super) fn result(sheet: &BudgetSheet<'_>, column: usize) -> Result<Cell, Failure> {
    sheet.cell("exploitatieresultaat", column)
}

/// The opening balance and the result; the first is stated.
pub(super) fn closing(sheet: &BudgetSheet<'_>, column: usize) -> Result<Cell, Failure> {
    let opening = sheet.cell("eigen-vermogen-beginstand", column)?;
    Ok(opening.checked_add(sheet.cell("eigen-vermogen-resultaat", column)?)?)
}

/// All income of the year.
pub(super) fn income(sheet: &BudgetSheet<'_>, column: usize) -> Result<Cell, Failure> {
    let funding = sheet.cell("totaal-bekostiging", column)?;
    Ok(funding.checked_add(sheet.cell("totaal-opbrengsten-subsidies", column)?)?)
}

/// The column of the block that comes before this one.
fn before(sheet: &BudgetSheet<'_>, column: usize) -> Option<usize> {
    let place = COLUMNS.iter().position(|id| *id == sheet.column(column).id)?;
    let id = COLUMNS.get(place.checked_sub(1)?)?;
    sheet.input().columns.iter().position(|before| before.id == *id)
}
