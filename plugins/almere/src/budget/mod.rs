//! The multi-year budgets of annex VII: lines that the plan states, and the
//! sums, results and own funds that follow from them.

pub(crate) mod baten_per_teldatum;
pub(crate) mod eigen_vermogen;
mod po;
pub(crate) mod signaleringswaarde;
mod vo;

use swv_plugin::{AboutRule, Budget, BudgetInput, BudgetLine, BudgetSheet, BudgetTable, Column, Failure, Line, Sector};

use crate::{Almere, PLAN};

pub(crate) const VASTGESTELD_BEDRAG: AboutRule = AboutRule {
    id: "vastgesteld-bedrag",
    title: ("bedrag dat het plan vaststelt", "amount that the plan states"),
    source: (PLAN, "bijlage VII"),
    ..AboutRule::STATED
};

pub(crate) const OPTELLING: AboutRule = AboutRule {
    id: "optelling",
    title: ("som van de regels van een blok", "sum of the lines of a block"),
    source: (PLAN, "bijlage VII"),
    ..AboutRule::STATED
};

pub(crate) const VERSCHIL: AboutRule = AboutRule {
    id: "verschil",
    title: ("verschil van regels: communicerende vaten", "difference of lines: communicating vessels"),
    source: (PLAN, "bijlage VII; bijlage VIII"),
    ..AboutRule::STATED
};

impl Budget for Almere {
    fn outline(sector: Sector, columns: &[Column]) -> Result<Vec<Line>, Failure> {
        Ok(BudgetSheet::outline(lines(sector), columns))
    }

    fn compute(input: &BudgetInput) -> Result<BudgetTable, Failure> {
        BudgetSheet::compute(lines(input.sector), input)
    }
}

fn lines(sector: Sector) -> &'static [BudgetLine] {
    match sector {
        Sector::Po => &po::LINES,
        Sector::Vo => &vo::LINES,
    }
}
