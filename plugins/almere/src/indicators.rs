//! Key figures from the budgets of annex VII.

use swv_plugin::{AboutRule, Failure, Indicator, IndicatorInput, Indicators, KeyFigures, Sector};

use crate::{Almere, PLAN};

pub(crate) const KENGETALLEN: AboutRule = AboutRule {
    id: "kengetallen",
    title: ("kengetallen uit de begroting", "key figures from the budget"),
    source: (PLAN, "bijlage VII; bijlage VIII"),
    interpreted: Some(
        "Baten zijn bekostiging en subsidies. Eigen organisatie zijn de organisatiekosten. Naar reguliere scholen gaat in \
         het primair onderwijs programma 1, in het voortgezet onderwijs programma 1, 3 en 4.",
    ),
};

impl Indicators for Almere {
    fn indicators(input: &IndicatorInput) -> Result<Vec<Indicator>, Failure> {
        let rule = KENGETALLEN.id;
        let to_schools: &[&str] = match input.sector {
            Sector::Po => &["budget/programma-1-arrangementen-basisonderwijs"],
            Sector::Vo => &[
                "budget/programma-1-arrangementen-voortgezet-onderwijs",
                "budget/programma-3-leerwegarrangement",
                "budget/programma-4-ondersteuning-zorgstructuur",
            ],
        };
        let mut figures = KeyFigures::new(input);
        figures.sum("baten", rule, &["budget/totaal-bekostiging", "budget/totaal-opbrengsten-subsidies"])?;
        figures.sum("verplichte-afdrachten", rule, &["budget/totaal-verplichte-afdrachten"])?;
        figures.sum("kosten-tlv-sbo", rule, &["budget/afdrachten-speciaal-basisonderwijs"])?;
        figures.sum("kosten-tlv-so", rule, &["budget/afdrachten-speciaal-onderwijs"])?;
        figures.percentage("verplichte-afdrachten-aandeel", rule, "verplichte-afdrachten", "baten")?;
        figures.sum("eigen-organisatie", rule, &["budget/totaal-organisatiekosten"])?;
        figures.percentage("eigen-organisatie-aandeel", rule, "eigen-organisatie", "baten")?;
        figures.sum("naar-reguliere-scholen", rule, to_schools)?;
        figures.sum("resultaat", rule, &["budget/exploitatieresultaat"])?;
        figures.percentage("rentabiliteit", rule, "resultaat", "baten")?;
        figures.sum("eigen-vermogen", rule, &["budget/eigen-vermogen-eindstand"])?;
        figures.sum("signaleringswaarde", rule, &["budget/eigen-vermogen-maximaal"])?;
        figures.factor("vermogen-tegen-signaleringswaarde", rule, "eigen-vermogen", "signaleringswaarde")?;
        Ok(figures.into_list())
    }
}
