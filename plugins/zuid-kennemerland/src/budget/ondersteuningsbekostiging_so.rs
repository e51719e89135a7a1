//! What DUO withholds for pupils in SO, by category of their TLV.

use swv_plugin::{AboutRule, BudgetSheet, Cell, Failure, Money};

use super::base_year;
use super::growth::grown;
use crate::PLAN;

pub(crate) const RULE: AboutRule = AboutRule {
    id: "ondersteuningsbekostiging-so",
    title: ("inhouding door DUO voor leerlingen SO", "amount withheld by DUO for pupils in SO"),
    source: (PLAN, "2.3; 8.1.2; 12, ondersteuningsbekostiging inhouding DUO"),
    interpreted: Some(
        "De inhouding is het aantal leerlingen per categorie maal het tarief van die categorie; na 2024 groeit zij met \
         de 4 procent die het plan voor het SO aanneemt.",
    ),
    ..AboutRule::STATED
};

pub(super) fn compute(sheet: &BudgetSheet<'_>, column: usize) -> Result<Cell, Failure> {
    let (parameters, year) = (&sheet.input().parameters, base_year()?);
    let mut base = Money::ZERO;
    for category in 1..=3 {
        let pupils = parameters.count(&format!("leerlingen-so-categorie-{category}-op-teldatum"), year)?;
        let tariff = parameters.money(&format!("tarief-tlv-so-categorie-{category}"), year)?;
        base = base.checked_add(tariff.checked_mul(pupils)?)?;
    }
    grown(sheet, column, base, "groei-leerlingen-so")
}
