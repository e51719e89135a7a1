//! Key figures from the counts that the report publishes.

use swv_plugin::{AboutRule, Failure, Indicator, IndicatorInput, Indicators, KeyFigures};

use crate::{Haarlemmermeer, REPORT};

pub(crate) const OPTELLING: AboutRule = AboutRule {
    id: "telling",
    title: ("som van de gepubliceerde aantallen", "sum of the published counts"),
    source: (REPORT, "Aantal leerlingen; Verdeling TLV's in SO; Centraal Coördinatiepunt"),
    interpreted: None,
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
        Ok(figures.into_list())
    }
}
