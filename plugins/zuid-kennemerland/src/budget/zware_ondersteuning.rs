//! Heavy support: the pupils in regular schools and SBO, times a national
//! amount.

use swv_plugin::{AboutRule, BudgetSheet, Cell, Failure};

use super::{base_year, count_year};
use crate::PLAN;

pub(crate) const RULE: AboutRule = AboutRule {
    id: "zware-ondersteuning",
    title: (
        "zware ondersteuning per leerling in het regulier onderwijs en SBO",
        "heavy support per pupil in regular schools and SBO",
    ),
    source: (PLAN, "8.1.1"),
    interpreted: Some(
        "Het plan zegt dat het aantal leerlingen op reguliere scholen en in het SBO het bedrag bepaalt. Bedrag en aantal \
         van 2024 volgen uit de begroting; hoe de jaren erna zijn geraamd, zegt het plan niet, en daar geldt het \
         gedrukte bedrag.",
    ),
    ..AboutRule::STATED
};

pub(super) fn compute(sheet: &BudgetSheet<'_>, _column: usize) -> Result<Cell, Failure> {
    let input = sheet.input();
    let year = base_year()?;
    let regular = input.facts.count("leerlingen-regulier", count_year(year)?)?;
    let sbo = input.parameters.count("leerlingen-sbo-op-teldatum", year)?;
    let amount = input.parameters.money("zware-ondersteuning-per-leerling", year)?;
    Ok(amount.checked_mul(regular)?.checked_add(amount.checked_mul(sbo)?)?.into())
}
