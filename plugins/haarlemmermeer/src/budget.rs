//! The spending of 2024: categories whose amounts the report draws but does
//! not print, and their printed total.

use swv_plugin::{AboutRule, Budget, BudgetInput, BudgetLine, BudgetSheet, BudgetTable, Column, Failure, Line, Sector};

use crate::{Haarlemmermeer, REPORT};

pub(crate) const VASTGESTELD_BEDRAG: AboutRule = AboutRule {
    id: "vastgesteld-bedrag",
    title: ("bedrag dat het verslag noemt", "amount that the report states"),
    source: (REPORT, "Bestedingen"),
    interpreted: None,
};

pub(crate) const OPTELLING: AboutRule = AboutRule {
    id: "optelling",
    title: ("som van de bestedingen", "sum of the spending"),
    source: (REPORT, "Bestedingen"),
    interpreted: None,
};

impl Budget for Haarlemmermeer {
    fn outline(_sector: Sector, columns: &[Column]) -> Result<Vec<Line>, Failure> {
        Ok(BudgetSheet::outline(&LINES, columns))
    }

    fn compute(input: &BudgetInput) -> Result<BudgetTable, Failure> {
        BudgetSheet::compute(&LINES, input)
    }
}

static LINES: [BudgetLine; 12] = [
    BudgetLine::stated("sbo-plus"),
    BudgetLine::stated("sbo-extra-ondersteuning-en-vangnet"),
    BudgetLine::stated("onderwijszorgarrangementen"),
    BudgetLine::stated("consulenten-expertiseplatform-coordinatiepunt-en-taalklas"),
    BudgetLine::stated("management-en-organisatie"),
    BudgetLine::stated("so-extra-ondersteuning-en-vangnet"),
    BudgetLine::stated("basisondersteuning-op-de-scholen"),
    BudgetLine::stated("maatwerkondersteuning-op-de-scholen"),
    BudgetLine::stated("toelaatbaarheidsverklaringen-speciaal-onderwijs"),
    BudgetLine::stated("inzet-eigen-vermogen"),
    BudgetLine::stated("toelaatbaarheidsverklaringen-speciaal-basisonderwijs"),
    BudgetLine::sum(
        "totaal-bestedingen",
        &[
            "sbo-plus",
            "sbo-extra-ondersteuning-en-vangnet",
            "onderwijszorgarrangementen",
            "consulenten-expertiseplatform-coordinatiepunt-en-taalklas",
            "management-en-organisatie",
            "so-extra-ondersteuning-en-vangnet",
            "basisondersteuning-op-de-scholen",
            "maatwerkondersteuning-op-de-scholen",
            "toelaatbaarheidsverklaringen-speciaal-onderwijs",
            "inzet-eigen-vermogen",
            "toelaatbaarheidsverklaringen-speciaal-basisonderwijs",
        ],
    ),
];
