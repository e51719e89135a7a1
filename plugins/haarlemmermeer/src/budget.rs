//! The spending of 2024: categories whose amounts the report draws but does
//! not print, so that a user may supply them, and their printed total. They
//! stand in `regions/haarlemmermeer/published/budget-po.toml`; nothing needs a
//! function.

use swv_plugin::{AboutRule, Budget, BudgetInput, BudgetRules, BudgetTable, Failure};

use crate::{Haarlemmermeer, REPORT};

pub(crate) const EIGEN_OPGAVE: AboutRule = AboutRule {
    id: "eigen-opgave",
    title: ("bedrag dat de gebruiker opgeeft", "amount that the user supplies"),
    source: (REPORT, "Bestedingen"),
    interpreted: Some("Het verslag tekent de posten in een grafiek zonder bedragen; wie ze kent, kan ze opgeven."),
    ..AboutRule::STATED
};

pub(crate) const OPTELLING: AboutRule = AboutRule {
    id: "optelling",
    title: ("som van de bestedingen", "sum of the spending"),
    source: (REPORT, "Bestedingen"),
    ..AboutRule::STATED
};

impl Budget for Haarlemmermeer {
    fn compute(input: &BudgetInput) -> Result<BudgetTable, Failure> {
        BudgetRules::new(&[]).compute(input)
    }
}
