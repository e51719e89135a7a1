//! Key figures from the counts that the report publishes.

use swv_plugin::{AboutRule, Failure, Indicator, IndicatorInput, Indicators, KeyFigures, Money, Of, Value, parameter};

use crate::{Haarlemmermeer, REPORT};

pub(crate) const OPTELLING: AboutRule = AboutRule {
    id: "telling",
    title: ("som van de gepubliceerde aantallen", "sum of the published counts"),
    source: (REPORT, "Aantal leerlingen; Verdeling TLV's in SO; Tabel Aanmeldingen"),
    ..AboutRule::STATED
};

pub(crate) const DEELNAME: AboutRule = AboutRule {
    id: "deelname",
    title: (
        "deelname als deel van alle leerlingen in regulier, SBO en SO",
        "participation as a share of all pupils in regular, SBO and SO schools",
    ),
    source: (REPORT, "Deelnamepercentage gespecialiseerd onderwijs"),
    interpreted: Some(
        "Het verslag noemt de noemer niet. De gedrukte percentages volgen op twee decimalen uit het totaal van regulier, \
         SBO en SO.",
    ),
    ..AboutRule::STATED
};

pub(crate) const KOSTEN_TLV: AboutRule = AboutRule {
    id: "kosten-tlv",
    title: ("kosten van toelaatbaarheidsverklaringen tegen landelijke tarieven", "costs of TLVs at national tariffs"),
    source: (REPORT, "Aantal leerlingen; Verdeling TLV's in SO"),
    interpreted: Some(
        "Het verslag noemt de aantallen van 1 februari; zij bepalen de kosten van het jaar erna. De tarieven zijn landelijk \
         en komen van de gebruiker.",
    ),
    ..AboutRule::STATED
};

impl Indicators for Haarlemmermeer {
    fn indicators(input: &IndicatorInput) -> Result<Vec<Indicator>, Failure> {
        let mut figures = KeyFigures::new(input);
        figures.sum("leerlingen-totaal", OPTELLING.id, &["leerlingen-regulier", "leerlingen-sbo", "leerlingen-so"])?;
        figures.sum("leerlingen-gespecialiseerd", OPTELLING.id, &["leerlingen-sbo", "leerlingen-so"])?;
        figures.percentage("deelname-sbo", DEELNAME.id, "leerlingen-sbo", "leerlingen-totaal")?;
        figures.percentage("deelname-so", DEELNAME.id, "leerlingen-so", "leerlingen-totaal")?;
        figures.percentage(
            "deelname-gespecialiseerd",
            DEELNAME.id,
            "leerlingen-gespecialiseerd",
            "leerlingen-totaal",
        )?;
        let categories = ["tlv-so-categorie-1", "tlv-so-categorie-2", "tlv-so-categorie-3"];
        figures.sum("tlv-so-totaal", OPTELLING.id, &categories)?;
        figures.sum("aanmeldingen-totaal", OPTELLING.id, &["aanmeldingen-scholen", "aanmeldingen-coordinatiepunt"])?;
        costs(&mut figures, "kosten-tlv-sbo", &[("leerlingen-sbo", "tarief-tlv-sbo")])?;
        let so = [
            ("tlv-so-categorie-1", "tarief-tlv-so-categorie-1"),
            ("tlv-so-categorie-2", "tarief-tlv-so-categorie-2"),
            ("tlv-so-categorie-3", "tarief-tlv-so-categorie-3"),
        ];
        costs(&mut figures, "kosten-tlv-so", &so)?;
        Ok(figures.into_list())
    }
}

/// Counts times tariffs, in the year that the counts pay; only where the user
/// supplied every tariff.
fn costs(figures: &mut KeyFigures<'_>, id: &str, parts: &[(&str, &str)]) -> Result<(), Failure> {
    let input = figures.input();
    let of: Vec<Of> = parts.iter().flat_map(|(count, tariff)| [(*count).into(), parameter(tariff)]).collect();
    for counted in parts.iter().take(1).flat_map(|(count, _)| input.facts.years(count)) {
        let Some(paid) = counted.next() else { continue };
        let part = |(count, tariff): &(&str, &str)| {
            let count = input.facts.count(count, counted)?;
            Ok(input.parameters.money(tariff, paid)?.checked_mul(count)?)
        };
        match parts.iter().map(part).collect::<Result<Vec<Money>, Failure>>() {
            Ok(amounts) => {
                figures.value(id, KOSTEN_TLV.id, paid, Value::Money(Money::try_sum(amounts)?), &of);
            }
            Err(Failure::Missing(_)) => {}
            Err(failure) => return Err(failure),
        }
    }
    Ok(())
}
