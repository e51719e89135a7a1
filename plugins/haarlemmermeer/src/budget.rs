//! The spending of 2024: categories whose amounts the report draws but does
//! not print, so that a user may supply them, and their printed total.

use swv_plugin::{AboutRule, Budget, BudgetInput, BudgetLine, BudgetSheet, BudgetTable, Column, Failure, Line, Sector};

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
    fn outline(_sector: Sector, columns: &[Column]) -> Result<Vec<Line>, Failure> {
        Ok(BudgetSheet::outline(&LINES, columns))
    }

    fn compute(input: &BudgetInput) -> Result<BudgetTable, Failure> {
        BudgetSheet::compute(&LINES, input)
    }
}

static LINES: [BudgetLine; 12] = [
    BudgetLine::parameter("sbo-plus", EIGEN_OPGAVE.id, "besteding-sbo-plus"),
    BudgetLine::parameter(
        "sbo-extra-ondersteuning-en-vangnet",
        EIGEN_OPGAVE.id,
        "besteding-sbo-extra-ondersteuning-en-vangnet",
    ),
    BudgetLine::parameter("onderwijszorgarrangementen", EIGEN_OPGAVE.id, "besteding-onderwijszorgarrangementen"),
    BudgetLine::parameter(
        "consulenten-expertiseplatform-coordinatiepunt-en-taalklas",
        EIGEN_OPGAVE.id,
        "besteding-consulenten-expertiseplatform-coordinatiepunt-en-taalklas",
    ),
    BudgetLine::parameter("management-en-organisatie", EIGEN_OPGAVE.id, "besteding-management-en-organisatie"),
    BudgetLine::parameter(
        "so-extra-ondersteuning-en-vangnet",
        EIGEN_OPGAVE.id,
        "besteding-so-extra-ondersteuning-en-vangnet",
    ),
    BudgetLine::parameter(
        "basisondersteuning-op-de-scholen",
        EIGEN_OPGAVE.id,
        "besteding-basisondersteuning-op-de-scholen",
    ),
    BudgetLine::parameter(
        "maatwerkondersteuning-op-de-scholen",
        EIGEN_OPGAVE.id,
        "besteding-maatwerkondersteuning-op-de-scholen",
    ),
    BudgetLine::parameter(
        "toelaatbaarheidsverklaringen-speciaal-onderwijs",
        EIGEN_OPGAVE.id,
        "besteding-toelaatbaarheidsverklaringen-speciaal-onderwijs",
    ),
    BudgetLine::parameter("inzet-eigen-vermogen", EIGEN_OPGAVE.id, "besteding-inzet-eigen-vermogen"),
    BudgetLine::parameter(
        "toelaatbaarheidsverklaringen-speciaal-basisonderwijs",
        EIGEN_OPGAVE.id,
        "besteding-toelaatbaarheidsverklaringen-speciaal-basisonderwijs",
    ),
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
