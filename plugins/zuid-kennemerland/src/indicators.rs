//! Key figures, from the counts and tariffs of the plan and from its budget.

use swv_plugin::{
    AboutRule, CalendarYear, Failure, Indicator, IndicatorInput, Indicators, KeyFigures, Rate, Rounding, Value, line,
    parameter,
};

use crate::budget::{signaleringswaarde, volumebekostiging};
use crate::{PLAN, ZuidKennemerland};

pub(crate) const KENGETALLEN: AboutRule = AboutRule {
    id: "kengetallen",
    title: ("kengetallen uit de begroting", "key figures from the budget"),
    source: (PLAN, "11.3, financiële kengetallen; 12"),
    interpreted: Some(
        "Verplichte afdrachten zijn de twee inhoudingen door DUO, eigen organisatie is het blok Management en \
         organisatie, en naar reguliere scholen gaat het subtotaal Regulier onderwijs.",
    ),
    ..AboutRule::STATED
};

pub(crate) const TELLING: AboutRule = AboutRule {
    id: "telling",
    title: ("leerlingen op de teldatum", "pupils on the count date"),
    source: (PLAN, "5.1.1; 8.1.1; 9.1.1"),
    interpreted: Some("De aantallen SBO en SO volgen uit de inhoudingen door DUO in de begroting van 2024."),
    ..AboutRule::STATED
};

impl Indicators for ZuidKennemerland {
    fn indicators(input: &IndicatorInput) -> Result<Vec<Indicator>, Failure> {
        let mut figures = KeyFigures::new(input);
        let year = CalendarYear::new(2024).map_err(|error| Failure::OutOfRange(error.to_string()))?;
        pupils(&mut figures, year)?;
        budget(&mut figures)?;
        resilience(&mut figures)?;
        tariffs(&mut figures, year)?;
        Ok(figures.into_list())
    }
}

/// The count of the year before pays for `year`.
fn pupils(figures: &mut KeyFigures<'_>, year: CalendarYear) -> Result<(), Failure> {
    let parameters = &figures.input().parameters;
    let counted = year.previous().ok_or_else(|| Failure::OutOfRange(format!("no year before {year}")))?;
    let sbo = "leerlingen-sbo-op-teldatum";
    figures.value("leerlingen-sbo", TELLING.id, counted, Value::Count(parameters.count(sbo, year)?), &[parameter(sbo)]);
    let so = [1, 2, 3].map(|category| format!("leerlingen-so-categorie-{category}-op-teldatum"));
    let total = so.iter().map(|key| parameters.count(key, year)).sum::<Result<i64, Failure>>()?;
    figures.value("leerlingen-so", TELLING.id, counted, Value::Count(total), &so.each_ref().map(|key| parameter(key)));
    figures.sum("leerlingen-totaal", TELLING.id, &["leerlingen-regulier", "leerlingen-sbo", "leerlingen-so"])?;
    figures.sum("leerlingen-gespecialiseerd", TELLING.id, &["leerlingen-sbo", "leerlingen-so"])?;
    figures.percentage("deelname-sbo", TELLING.id, "leerlingen-sbo", "leerlingen-totaal")?;
    figures.percentage("deelname-so", TELLING.id, "leerlingen-so", "leerlingen-totaal")?;
    figures.percentage("deelname-gespecialiseerd", TELLING.id, "leerlingen-gespecialiseerd", "leerlingen-totaal")
}

fn budget(figures: &mut KeyFigures<'_>) -> Result<(), Failure> {
    let rule = KENGETALLEN.id;
    figures.sum("baten", rule, &[line("totaal-baten")])?;
    figures.sum(
        "verplichte-afdrachten",
        rule,
        &[
            line("ondersteuningsbekostiging-speciaal-basisonderwijs"),
            line("ondersteuningsbekostiging-speciaal-onderwijs"),
        ],
    )?;
    figures.sum("kosten-tlv-sbo", rule, &[line("ondersteuningsbekostiging-speciaal-basisonderwijs")])?;
    figures.sum("kosten-tlv-so", rule, &[line("ondersteuningsbekostiging-speciaal-onderwijs")])?;
    figures.percentage("verplichte-afdrachten-aandeel", rule, "verplichte-afdrachten", "baten")?;
    figures.sum("eigen-organisatie", rule, &[line("totaal-management-en-organisatie")])?;
    figures.percentage("eigen-organisatie-aandeel", rule, "eigen-organisatie", "baten")?;
    figures.sum("naar-reguliere-scholen", rule, &[line("subtotaal-regulier-onderwijs")])?;
    figures.per_pupil_of_year_before(
        "naar-reguliere-scholen-per-leerling",
        rule,
        "naar-reguliere-scholen",
        "leerlingen-regulier",
    )?;
    figures.sum("resultaat", rule, &[line("resultaat")])?;
    figures.percentage("rentabiliteit", rule, "resultaat", "baten")?;
    figures.sum("eigen-vermogen", rule, &[line("eigen-vermogen-prognose")])?;
    figures.sum("signaleringswaarde", signaleringswaarde::RULE.id, &[line("signaleringswaarde-inspectie")])?;
    figures.factor("vermogen-tegen-signaleringswaarde", rule, "eigen-vermogen", "signaleringswaarde")
}

/// Resilience as 11.3 defines it. The plan does not state the fixed assets, so
/// it exists in the years for which the user supplies them.
fn resilience(figures: &mut KeyFigures<'_>) -> Result<(), Failure> {
    let (funds, funding, assets) = ("eigen-vermogen-prognose", "totaal-rijksbijdragen", "materiele-vaste-activa");
    let input = figures.input();
    for year in input.budget.years(funds) {
        let Ok(fixed) = input.parameters.money(assets, year) else { continue };
        let free = input.budget.money(funds, year)?.checked_sub(fixed)?;
        let whole = input.budget.money(funding, year)?;
        let share = Rate::ratio(free.cents(), whole.cents(), 4, Rounding::HalfAwayFromZero)?;
        figures.value(
            "weerstandsvermogen-aandeel",
            KENGETALLEN.id,
            year,
            Value::Rate(share),
            &[line(funds), parameter(assets), line(funding)],
        );
    }
    Ok(())
}

fn tariffs(figures: &mut KeyFigures<'_>, year: CalendarYear) -> Result<(), Failure> {
    let parameters = &figures.input().parameters;
    let deduction = "inhouding-per-plaatsing";
    let price = Value::Money(parameters.money(deduction, year)?);
    figures.value(
        "prijs-plaatsing-sbo",
        crate::allocation::inkoop_plaatsing::RULE.id,
        year,
        price,
        &[parameter(deduction)],
    );
    let tariff = Value::Money(volumebekostiging::tariff(parameters, year.into())?);
    let made_of = [
        "aandeel-sbo-in-ikc-tarief",
        "aandeel-so-categorie-1-in-ikc-tarief",
        "tarief-tlv-sbo",
        "tarief-tlv-so-categorie-1",
    ];
    figures.value("ikc-tarief", volumebekostiging::RULE.id, year, tariff, &made_of.map(parameter));
    Ok(())
}
