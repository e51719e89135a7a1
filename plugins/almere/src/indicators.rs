//! Key figures from the budgets of annex VII.

use swv_plugin::{AboutRule, Failure, Indicator, IndicatorInput, Indicators, KeyFigures, Of, Sector, line};

use crate::{Almere, PLAN};

pub(crate) const KENGETALLEN: AboutRule = AboutRule {
    id: "kengetallen",
    title: ("kengetallen uit de begroting", "key figures from the budget"),
    source: (PLAN, "bijlage VII; bijlage VIII"),
    interpreted: Some(
        "Baten zijn bekostiging en subsidies. Eigen organisatie zijn de organisatiekosten. Naar reguliere scholen gaat in \
         het primair onderwijs programma 1, in het voortgezet onderwijs programma 1, 3 en 4 zonder de regels van het opdc, \
         Almeerkans en het praktijkonderwijs, die het plan tot de gespecialiseerde vormen en voorzieningen rekent.",
    ),
    ..AboutRule::STATED
};

/// Programme 1, 3 and 4 without the OPDC, Almeerkans and PrO. A line of project
/// costs that only the forecast has is not among them.
const TO_VO_SCHOOLS: [Of; 12] = [
    line("algemene-arrangementsmiddelen-havo-vwo"),
    line("algemene-arrangementsmiddelen-vmbo"),
    line("ovc-autismearrangement-havo-vwo"),
    line("park-lyceum-autismearrangement-mavo"),
    line("ovc-arrangement-structuurklas-havo-vwo"),
    line("trinitas-arrangement-begaafde-leerlingen"),
    line("thuiswerkersproject"),
    line("playing-for-success"),
    line("maatwerkbudget"),
    line("overdracht-scholen-voortgezet-onderwijs"),
    line("next-level"),
    line("ondersteuningsstructuur-vmbo"),
];

impl Indicators for Almere {
    fn indicators(input: &IndicatorInput) -> Result<Vec<Indicator>, Failure> {
        let rule = KENGETALLEN.id;
        let to_schools: &[Of] = match input.sector {
            Sector::Po => &[line("programma-1-arrangementen-basisonderwijs")],
            Sector::Vo => &TO_VO_SCHOOLS,
        };
        let mut figures = KeyFigures::new(input);
        figures.sum("baten", rule, &[line("totaal-bekostiging"), line("totaal-opbrengsten-subsidies")])?;
        figures.sum("verplichte-afdrachten", rule, &[line("totaal-verplichte-afdrachten")])?;
        figures.sum("kosten-tlv-sbo", rule, &[line("afdrachten-speciaal-basisonderwijs")])?;
        figures.sum("kosten-tlv-so", rule, &[line("afdrachten-speciaal-onderwijs")])?;
        figures.percentage("verplichte-afdrachten-aandeel", rule, "verplichte-afdrachten", "baten")?;
        figures.sum("eigen-organisatie", rule, &[line("totaal-organisatiekosten")])?;
        figures.percentage("eigen-organisatie-aandeel", rule, "eigen-organisatie", "baten")?;
        figures.sum("naar-reguliere-scholen", rule, to_schools)?;
        figures.sum("resultaat", rule, &[line("exploitatieresultaat")])?;
        figures.percentage("rentabiliteit", rule, "resultaat", "baten")?;
        figures.sum("eigen-vermogen", rule, &[line("eigen-vermogen-eindstand")])?;
        figures.sum("signaleringswaarde", rule, &[line("eigen-vermogen-maximaal")])?;
        figures.factor("vermogen-tegen-signaleringswaarde", rule, "eigen-vermogen", "signaleringswaarde")?;
        Ok(figures.into_list())
    }
}
