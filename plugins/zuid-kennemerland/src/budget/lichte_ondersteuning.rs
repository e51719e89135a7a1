//! Light support: the pupils in regular schools, times a national amount.

use swv_plugin::{AboutRule, BudgetSheet, Cell, Failure};

use super::growth::shrunk;
use super::{base_year, count_year};
use crate::PLAN;

pub(crate) const RULE: AboutRule = AboutRule {
    id: "lichte-ondersteuning",
    title: (
        "lichte ondersteuning per leerling in het regulier onderwijs",
        "light support per pupil in regular schools",
    ),
    source: (PLAN, "8.1.1"),
    interpreted: Some(
        "Het plan zegt dat het aantal leerlingen op reguliere scholen het bedrag bepaalt. Het bedrag per leerling volgt \
         uit begroting en teldatum; na 2024 daalt de regel met de krimp van het aantal leerlingen.",
    ),
    ..AboutRule::STATED
};

pub(super) fn compute(sheet: &BudgetSheet<'_>, column: usize) -> Result<Cell, Failure> {
    let year = base_year()?;
    let pupils = sheet.input().facts.count("leerlingen-regulier", count_year(year)?)?;
    let base = sheet.input().parameters.money("lichte-ondersteuning-per-leerling", year)?.checked_mul(pupils)?;
    shrunk(sheet, column, base, "krimp-leerlingen-regulier")
}
