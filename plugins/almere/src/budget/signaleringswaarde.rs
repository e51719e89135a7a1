//! The most that own funds may be: a share of all income, and how own funds
//! compare with it.

use swv_plugin::{AboutRule, BudgetSheet, Cell, Failure, Rounding};

use crate::PLAN;

pub(crate) const RULE: AboutRule = AboutRule {
    id: "signaleringswaarde",
    title: ("maximaal eigen vermogen, en de verhouding daartoe", "maximum of own funds, and the ratio to it"),
    source: (PLAN, "bijlage VII, eigen vermogen"),
    interpreted: Some(
        "Het label noemt 0,35 maal de totale baten; elk gedrukt bedrag is 0,035 maal de baten. De ratio is op twee \
         decimalen afgedrukt.",
    ),
    ..AboutRule::STATED
};

pub(super) fn maximum(sheet: &BudgetSheet<'_>, column: usize) -> Result<Cell, Failure> {
    let share = sheet.input().parameters.rate("signaleringswaarde-aandeel", sheet.column(column).year)?;
    Ok(match sheet.cell("eigen-vermogen-baten", column)? {
        Cell::Amount(income) => swv_plugin::Money::from_cents(income).times(&share, Rounding::HalfAwayFromZero)?.into(),
        open => open,
    })
}

/// Own funds divided by the maximum, in hundredths.
pub(super) fn ratio(sheet: &BudgetSheet<'_>, column: usize) -> Result<Cell, Failure> {
    let (own, maximum) =
        (sheet.cell("eigen-vermogen-aanwezig", column)?, sheet.cell("eigen-vermogen-maximaal", column)?);
    let (Cell::Amount(own), Cell::Amount(maximum)) = (own, maximum) else {
        return Ok(if own == Cell::Unknown || maximum == Cell::Unknown { Cell::Unknown } else { Cell::NotApplicable });
    };
    let hundredths = Rounding::HalfAwayFromZero.divide(i128::from(own) * 100, i128::from(maximum));
    Ok(hundredths.and_then(|ratio| i64::try_from(ratio).ok()).map_or(Cell::Unknown, Cell::Amount))
}
