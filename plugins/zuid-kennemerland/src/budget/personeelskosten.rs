//! Staff costs, which grow by a fixed percentage a year.

use swv_plugin::{AboutRule, BudgetSheet, Cell, Failure};

use super::growth::grown;
use crate::PLAN;

pub(crate) const RULE: AboutRule = AboutRule {
    id: "personeelskosten",
    title: ("groei van de personeelskosten", "growth of staff costs"),
    source: (PLAN, "12, personeelskosten"),
    interpreted: Some("De reeks stijgt vanaf 2024 elk jaar met precies 2 procent; een toelichting ontbreekt."),
    ..AboutRule::STATED
};

pub(super) fn compute(sheet: &BudgetSheet<'_>, column: usize) -> Result<Cell, Failure> {
    let base = sheet.input().columns.iter().position(|base| base.id == "2024");
    match base.map(|base| sheet.money("personeelskosten", base)).transpose()?.flatten() {
        Some(base) => grown(sheet, column, base, "groei-personeelskosten"),
        None => Ok(Cell::Unknown),
    }
}
