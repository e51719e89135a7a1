//! Own funds: those of the year before, and the result.

use swv_plugin::{AboutRule, BudgetSheet, Cell, Failure};

use crate::PLAN;

pub(crate) const RULE: AboutRule = AboutRule {
    id: "eigen-vermogen",
    title: ("eigen vermogen van het jaar ervoor plus resultaat", "own funds of the year before, plus the result"),
    source: (PLAN, "12, prognose eigen vermogen"),
    interpreted: Some(
        "De reeks volgt vanaf de stand van 2023 elk jaar uit het resultaat; het plan zegt het niet met woorden.",
    ),
    ..AboutRule::STATED
};

pub(super) fn compute(sheet: &BudgetSheet<'_>, column: usize) -> Result<Cell, Failure> {
    match column.checked_sub(1) {
        Some(before) => {
            let funds = sheet.cell("eigen-vermogen-prognose", before)?;
            Ok(funds.checked_add(sheet.cell("resultaat", column)?)?)
        }
        None => Ok(Cell::Unknown),
    }
}
