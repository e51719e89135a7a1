//! The inspectorate's signal value: a share of all income.

use swv_plugin::{AboutRule, BudgetSheet, Cell, Failure, Rounding};

use crate::PLAN;

pub(crate) const RULE: AboutRule = AboutRule {
    id: "signaleringswaarde",
    title: ("signaleringswaarde van de inspectie", "signal value of the inspectorate"),
    source: (PLAN, "12, signaleringswaarde Inspectie"),
    interpreted: Some("Het plan noemt het percentage niet; elk gedrukt bedrag is 3,5 procent van de baten."),
    ..AboutRule::STATED
};

pub(super) fn compute(sheet: &BudgetSheet<'_>, column: usize) -> Result<Cell, Failure> {
    let share = sheet.input().parameters.rate("signaleringswaarde-aandeel", sheet.column(column).year)?;
    match sheet.money("totaal-baten", column)? {
        Some(income) => Ok(income.times(&share, Rounding::HalfAwayFromZero)?.into()),
        None => Ok(Cell::Unknown),
    }
}
