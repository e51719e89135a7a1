//! What DUO withholds for pupils in SBO.

use swv_plugin::{AboutRule, BudgetSheet, Cell, Failure};

use super::base_year;
use super::growth::grown;
use crate::PLAN;

pub(crate) const RULE: AboutRule = AboutRule {
    id: "ondersteuningsbekostiging-sbo",
    title: ("inhouding door DUO voor leerlingen SBO", "amount withheld by DUO for pupils in SBO"),
    source: (PLAN, "2.3; 12, ondersteuningsbekostiging inhouding DUO"),
    interpreted: Some(
        "De inhouding is het aantal leerlingen SBO maal het landelijke tarief; na 2024 groeit zij met de 2 procent die \
         het plan voor het IKC aanneemt.",
    ),
    ..AboutRule::STATED
};

pub(super) fn compute(sheet: &BudgetSheet<'_>, column: usize) -> Result<Cell, Failure> {
    let (parameters, year) = (&sheet.input().parameters, base_year()?);
    let pupils = parameters.count("leerlingen-sbo-op-teldatum", year)?;
    let base = parameters.money("tarief-tlv-sbo", year)?.checked_mul(pupils)?;
    grown(sheet, column, base, "groei-leerlingen-ikc")
}
