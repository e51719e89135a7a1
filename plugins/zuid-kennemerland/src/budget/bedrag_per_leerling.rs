//! The amount per pupil that the allocation starts from.

use swv_plugin::{AboutRule, BudgetSheet, Cell, Failure};

use crate::PLAN;

pub(crate) const RULE: AboutRule = AboutRule {
    id: "begroot-bedrag-per-leerling",
    title: ("bedrag per leerling waarmee de verdeling rekent", "amount per pupil that the allocation uses"),
    source: (PLAN, "8.1.2; 12, bedrag per leerling"),
    ..AboutRule::STATED
};

pub(super) fn compute(sheet: &BudgetSheet<'_>, column: usize) -> Result<Cell, Failure> {
    let year = sheet.column(column).year;
    Ok(sheet.input().parameters.money("ondersteuningsbedrag-per-leerling", year)?.into())
}
