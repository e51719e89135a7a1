//! The key figures that every region can be compared by: one definition each.

use crate::{Text, Unit};

/// A key figure that means the same in every region.
///
/// A region's own published figure may rest on another denominator; it stands
/// beside this one under an id of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IndicatorDefinition {
    /// The id under which a region's rules report it.
    pub id: &'static str,
    /// What it is called, in Dutch and in English.
    pub label: (&'static str, &'static str),
    /// What it is measured in.
    pub unit: Unit,
    /// What it is exactly, in Dutch and in English.
    pub definition: (&'static str, &'static str),
}

impl IndicatorDefinition {
    /// The shared definition of that id.
    ///
    /// ```
    /// use swv_core::IndicatorDefinition;
    ///
    /// let definition = IndicatorDefinition::of("deelname-so").ok_or("no such definition")?;
    /// assert!(definition.definition.1.contains("regular, SBO and SO"));
    /// # Ok::<(), &str>(())
    /// ```
    pub fn of(id: &str) -> Option<&'static IndicatorDefinition> {
        DEFINITIONS.iter().find(|definition| definition.id == id)
    }

    /// All shared definitions, in the order in which a comparison shows them.
    pub fn all() -> &'static [IndicatorDefinition] {
        &DEFINITIONS
    }

    /// What it is called.
    pub fn label(&self) -> Text {
        Text::new(self.label.0, self.label.1)
    }

    /// What it is exactly.
    pub fn definition(&self) -> Text {
        Text::new(self.definition.0, self.definition.1)
    }
}

const fn define(
    id: &'static str,
    unit: Unit,
    label: (&'static str, &'static str),
    definition: (&'static str, &'static str),
) -> IndicatorDefinition {
    IndicatorDefinition { id, label, unit, definition }
}

static DEFINITIONS: [IndicatorDefinition; 28] = [
    define(
        "leerlingen-regulier",
        Unit::Pupils,
        ("leerlingen regulier", "pupils, regular"),
        ("leerlingen op reguliere scholen van het samenwerkingsverband", "pupils in the partnership's regular schools"),
    ),
    define(
        "leerlingen-sbo",
        Unit::Pupils,
        ("leerlingen SBO", "pupils, SBO"),
        (
            "leerlingen in het speciaal basisonderwijs voor rekening van het samenwerkingsverband",
            "pupils in special primary schools (SBO) for the partnership's account",
        ),
    ),
    define(
        "leerlingen-so",
        Unit::Pupils,
        ("leerlingen SO", "pupils, SO"),
        (
            "leerlingen in het speciaal onderwijs voor rekening van het samenwerkingsverband",
            "pupils in special schools (SO) for the partnership's account",
        ),
    ),
    define(
        "leerlingen-gespecialiseerd",
        Unit::Pupils,
        ("leerlingen SBO en SO", "pupils, SBO and SO"),
        ("leerlingen SBO en SO samen", "pupils in SBO and SO schools together"),
    ),
    define(
        "leerlingen-totaal",
        Unit::Pupils,
        ("leerlingen totaal", "pupils, total"),
        ("leerlingen regulier, SBO en SO samen", "pupils in regular, SBO and SO schools together"),
    ),
    define(
        "deelname-sbo",
        Unit::Percent,
        ("deelname SBO", "participation, SBO"),
        (
            "leerlingen SBO gedeeld door leerlingen regulier, SBO en SO samen, op twee decimalen",
            "pupils in SBO divided by pupils in regular, SBO and SO schools together, to two decimals",
        ),
    ),
    define(
        "deelname-so",
        Unit::Percent,
        ("deelname SO", "participation, SO"),
        (
            "leerlingen SO gedeeld door leerlingen regulier, SBO en SO samen, op twee decimalen",
            "pupils in SO divided by pupils in regular, SBO and SO schools together, to two decimals",
        ),
    ),
    define(
        "deelname-gespecialiseerd",
        Unit::Percent,
        ("deelname SBO en SO", "participation, SBO and SO"),
        (
            "leerlingen SBO en SO gedeeld door leerlingen regulier, SBO en SO samen, op twee decimalen",
            "pupils in SBO and SO divided by pupils in regular, SBO and SO schools together, to two decimals",
        ),
    ),
    define(
        "deelname-vso",
        Unit::Percent,
        ("deelname VSO", "participation, VSO"),
        (
            "leerlingen VSO gedeeld door leerlingen regulier voortgezet onderwijs, PrO en VSO samen, op twee decimalen",
            "pupils in VSO divided by pupils in regular secondary schools, PrO and VSO together, to two decimals",
        ),
    ),
    define(
        "deelname-pro",
        Unit::Percent,
        ("deelname PrO", "participation, PrO"),
        (
            "leerlingen PrO gedeeld door leerlingen regulier voortgezet onderwijs, PrO en VSO samen, op twee decimalen",
            "pupils in PrO divided by pupils in regular secondary schools, PrO and VSO together, to two decimals",
        ),
    ),
    define(
        "besturen",
        Unit::Boards,
        ("schoolbesturen", "school boards"),
        ("schoolbesturen in het samenwerkingsverband", "school boards in the partnership"),
    ),
    define(
        "baten",
        Unit::EuroCents,
        ("baten", "income"),
        (
            "alle baten van het jaar: rijksbijdragen, subsidies en overige baten",
            "all income of the year: state funding, subsidies and other income",
        ),
    ),
    define(
        "verplichte-afdrachten",
        Unit::EuroCents,
        ("verplichte afdrachten", "mandatory transfers"),
        (
            "wat DUO inhoudt of het samenwerkingsverband verplicht overdraagt voor leerlingen met een TLV",
            "what DUO withholds or the partnership must transfer for pupils with an admission statement (TLV)",
        ),
    ),
    define(
        "verplichte-afdrachten-aandeel",
        Unit::Percent,
        ("afdrachten van baten", "transfers of income"),
        (
            "verplichte afdrachten gedeeld door baten, op twee decimalen",
            "mandatory transfers divided by income, to two decimals",
        ),
    ),
    define(
        "kosten-tlv-sbo",
        Unit::EuroCents,
        ("kosten TLV SBO", "costs of TLVs, SBO"),
        (
            "leerlingen SBO op de teldatum van het jaar ervoor maal het landelijke tarief",
            "pupils in SBO on the count date of the year before, times the national tariff",
        ),
    ),
    define(
        "kosten-tlv-so",
        Unit::EuroCents,
        ("kosten TLV SO", "costs of TLVs, SO"),
        (
            "leerlingen SO per categorie op de teldatum van het jaar ervoor maal het landelijke tarief van die categorie",
            "pupils in SO by category on the count date of the year before, times the national tariff of that category",
        ),
    ),
    define(
        "eigen-organisatie",
        Unit::EuroCents,
        ("eigen organisatie", "own organisation"),
        (
            "lasten van bestuur, management, bureau en huisvesting van het samenwerkingsverband",
            "costs of the partnership's own board, management, office and housing",
        ),
    ),
    define(
        "eigen-organisatie-aandeel",
        Unit::Percent,
        ("organisatie van baten", "organisation of income"),
        (
            "lasten van de eigen organisatie gedeeld door baten, op twee decimalen",
            "costs of the own organisation divided by income, to two decimals",
        ),
    ),
    define(
        "naar-reguliere-scholen",
        Unit::EuroCents,
        ("naar reguliere scholen", "to regular schools"),
        ("middelen die de begroting aan reguliere scholen toekent", "money that the budget gives to regular schools"),
    ),
    define(
        "naar-reguliere-scholen-per-leerling",
        Unit::EuroCents,
        ("per leerling regulier", "per regular pupil"),
        (
            "middelen naar reguliere scholen gedeeld door leerlingen regulier op de teldatum van het jaar ervoor, op hele centen",
            "money to regular schools divided by regular pupils on the count date of the year before, in whole cents",
        ),
    ),
    define("resultaat", Unit::EuroCents, ("resultaat", "result"), ("baten min lasten", "income less expenses")),
    define(
        "rentabiliteit",
        Unit::Percent,
        ("rentabiliteit", "profitability"),
        ("resultaat gedeeld door baten, op twee decimalen", "result divided by income, to two decimals"),
    ),
    define(
        "eigen-vermogen",
        Unit::EuroCents,
        ("eigen vermogen", "own funds"),
        ("eigen vermogen aan het eind van het jaar", "own funds at the end of the year"),
    ),
    define(
        "signaleringswaarde",
        Unit::EuroCents,
        ("signaleringswaarde", "signal value"),
        (
            "3,5 procent van de baten: de grens waarboven de inspectie eigen vermogen bovenmatig noemt",
            "3.5 per cent of income: the limit above which the inspectorate calls own funds excessive",
        ),
    ),
    define(
        "vermogen-tegen-signaleringswaarde",
        Unit::Factor,
        ("vermogen / signaalwaarde", "funds / signal value"),
        (
            "eigen vermogen gedeeld door de signaleringswaarde, op twee decimalen",
            "own funds divided by the signal value, to two decimals",
        ),
    ),
    define(
        "weerstandsvermogen-aandeel",
        Unit::Percent,
        ("weerstandsvermogen", "resilience"),
        (
            "eigen vermogen min materiële vaste activa, gedeeld door de rijksbijdragen, op twee decimalen",
            "own funds less tangible fixed assets, divided by state funding, to two decimals",
        ),
    ),
    define(
        "prijs-plaatsing-sbo",
        Unit::EuroCents,
        ("prijs plaatsing SBO", "price, SBO placement"),
        (
            "wat een plaatsing in het SBO in een jaar kost aan wie haar betaalt",
            "what one placement in SBO costs its payer in a year",
        ),
    ),
    define(
        "betaler-plaatsing-sbo",
        Unit::Text,
        ("betaler plaatsing SBO", "payer, SBO placement"),
        ("wie een plaatsing in het SBO betaalt", "who pays for a placement in SBO"),
    ),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_unique() {
        for (index, definition) in DEFINITIONS.iter().enumerate() {
            assert!(DEFINITIONS[..index].iter().all(|earlier| earlier.id != definition.id), "{}", definition.id);
        }
    }
}
