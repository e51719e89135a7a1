//! The multi-year budget of chapter 12: the lines that follow from counts,
//! tariffs and growth. All lines, what each is the sum of and what the plan
//! states of them stand in `regions/zuid-kennemerland/published/budget-po.toml`.

pub(crate) mod eigen_vermogen;
mod growth;
pub(crate) mod lichte_ondersteuning;
pub(crate) mod ondersteuningsbekostiging_sbo;
pub(crate) mod ondersteuningsbekostiging_so;
pub(crate) mod personeelskosten;
pub(crate) mod signaleringswaarde;
pub(crate) mod volumebekostiging;
pub(crate) mod zware_ondersteuning;

use swv_plugin::{AboutRule, Budget, BudgetInput, BudgetRules, BudgetTable, CalendarYear, Failure, Year};

use crate::{PLAN, ZuidKennemerland};

pub(crate) const VASTGESTELD_BEDRAG: AboutRule = AboutRule {
    id: "vastgesteld-bedrag",
    title: ("bedrag dat het plan vaststelt", "amount that the plan states"),
    source: (PLAN, "12"),
    ..AboutRule::STATED
};

pub(crate) const OPTELLING: AboutRule = AboutRule {
    id: "optelling",
    title: ("som van de regels van een blok", "sum of the lines of a block"),
    source: (PLAN, "12"),
    ..AboutRule::STATED
};

pub(crate) const VERSCHIL: AboutRule = AboutRule {
    id: "verschil",
    title: ("verschil van regels", "difference of lines"),
    source: (PLAN, "12"),
    ..AboutRule::STATED
};

pub(crate) const BEGROOT_BEDRAG_PER_LEERLING: AboutRule = AboutRule {
    id: "begroot-bedrag-per-leerling",
    title: ("bedrag per leerling waarmee de verdeling rekent", "amount per pupil that the allocation uses"),
    source: (PLAN, "8.1.2; 12, bedrag per leerling"),
    ..AboutRule::STATED
};

impl Budget for ZuidKennemerland {
    fn compute(input: &BudgetInput) -> Result<BudgetTable, Failure> {
        RULES.compute(input)
    }
}

static RULES: BudgetRules = BudgetRules::new(&[
    ("lichte-ondersteuning", lichte_ondersteuning::RULE.id, lichte_ondersteuning::compute),
    ("zware-ondersteuning", zware_ondersteuning::RULE.id, zware_ondersteuning::compute),
    (
        "volumebekostiging-leerlingen-van-ander-samenwerkingsverband",
        volumebekostiging::RULE.id,
        volumebekostiging::invoices,
    ),
    (
        "ondersteuningsbekostiging-speciaal-basisonderwijs",
        ondersteuningsbekostiging_sbo::RULE.id,
        ondersteuningsbekostiging_sbo::compute,
    ),
    ("aanvulling-volumebekostiging", volumebekostiging::RULE.id, volumebekostiging::supplement),
    (
        "ondersteuningsbekostiging-speciaal-onderwijs",
        ondersteuningsbekostiging_so::RULE.id,
        ondersteuningsbekostiging_so::compute,
    ),
    ("personeelskosten", personeelskosten::RULE.id, personeelskosten::compute),
    ("eigen-vermogen-prognose", eigen_vermogen::RULE.id, eigen_vermogen::compute),
    ("signaleringswaarde-inspectie", signaleringswaarde::RULE.id, signaleringswaarde::compute),
]);

/// The year of the plan's own tariffs and counts.
fn base_year() -> Result<Year, Failure> {
    CalendarYear::new(2024).map(Year::Calendar).map_err(|error| Failure::OutOfRange(error.to_string()))
}

/// The year in which the pupils were counted who pay for `funded`.
fn count_year(funded: Year) -> Result<Year, Failure> {
    funded.previous().ok_or_else(|| Failure::OutOfRange(format!("no year before {funded}")))
}
