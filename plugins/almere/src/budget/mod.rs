//! The multi-year budgets of annex VII: income by count date and own funds.
//! The lines, what each is the sum of and what the plan states of them stand
//! in `regions/almere/published/budget-{po,vo}.toml`.

pub(crate) mod baten_per_teldatum;
pub(crate) mod eigen_vermogen;
pub(crate) mod signaleringswaarde;

use swv_plugin::{AboutRule, Budget, BudgetInput, BudgetRules, BudgetTable, Failure};

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
    interpreted: Some(
        "Bijlage VIII noemt de verplichte afdrachten verminderd met de organisatielasten niet beschikbaar voor \
         programma's. Bedoeld is vermeerderd: zo rekent de begroting van bijlage VII, die beide van de baten aftrekt.",
    ),
    ..AboutRule::STATED
};

impl Budget for Almere {
    fn compute(input: &BudgetInput) -> Result<BudgetTable, Failure> {
        RULES.compute(input)
    }
}

/// The lines that rules make, in PO and in VO.
static RULES: BudgetRules = BudgetRules::new(&[
    ("zware-ondersteuning", baten_per_teldatum::RULE.id, baten_per_teldatum::heavy),
    ("lichte-ondersteuning", baten_per_teldatum::RULE.id, baten_per_teldatum::light),
    ("eigen-vermogen-beginstand", eigen_vermogen::RULE.id, eigen_vermogen::opening),
    ("eigen-vermogen-resultaat", eigen_vermogen::RULE.id, eigen_vermogen::result),
    ("eigen-vermogen-eindstand", eigen_vermogen::RULE.id, eigen_vermogen::closing),
    ("eigen-vermogen-baten", eigen_vermogen::RULE.id, eigen_vermogen::income),
    ("eigen-vermogen-maximaal", signaleringswaarde::RULE.id, signaleringswaarde::maximum),
    ("eigen-vermogen-ratio", signaleringswaarde::RULE.id, signaleringswaarde::ratio),
]);
