//! The money of a placement.

use swv_plugin::Text;
use swv_plugin::procedure::{Cost, FieldKind, Payment, Procedure, on_event};

use super::FORM_A;
use crate::allocation::{inkoop_plaatsing, vrijgestelde_plaatsing};
use crate::procedures::{basisschool, interpreted, one_of, samenwerkingsverband};

/// What the primary school pays for the place, and for whom the
/// samenwerkingsverband does. The allocation deducts from all and undoes it for
/// those; of one pupil only the outcome is told.
pub(super) fn add(procedure: Procedure) -> Procedure {
    let placed = || on_event("inschrijving");
    let parameter = || ("inhouding-per-plaatsing", Payment::Yearly);
    let yearly = "Het plan noemt een bedrag per plaatsing, dat jaarlijks van het budget van de school af \
                  gaat zolang de leerling geplaatst is.";
    procedure
        .field(
            "vrijstelling",
            ("waarom de basisschool niet betaalt, of geen", "why the primary school does not pay, or geen (none)"),
            one_of(&["geen", "voorschoolse-tlv", "opvanghuis", "internationale-taalklas", "bestuurscommissie"]),
        )
        .field(
            "vorige-basisschool-zorgplichtig",
            (
                "een vorige basisschool betaalt, na een overstap in de laatste twee jaar",
                "an earlier primary school pays, after a move in the last two years",
            ),
            FieldKind::YesNo,
        )
        .cost(
            Cost::new(
                inkoop_plaatsing::RULE.id,
                ("inhouding voor de plaats", "deduction for the place"),
                (&basisschool(), &samenwerkingsverband()),
                parameter(),
                placed(),
                interpreted("8.1.2, inkopen van een plek in het gespecialiseerd onderwijs", yearly),
            )
            .when("situatie", &FORM_A)
            .when("bestemming", &["ikc", "so"])
            .when("vorige-basisschool-zorgplichtig", &["nee"])
            .when("vrijstelling", &["geen"]),
        )
        .cost(
            Cost::new(
                vrijgestelde_plaatsing::RULE.id,
                (
                    "plaats voor rekening van het samenwerkingsverband",
                    "place for the account of the samenwerkingsverband",
                ),
                (&samenwerkingsverband(), &Text::new("IKC of SO", "IKC or SO")),
                parameter(),
                placed(),
                interpreted("8.1.2, toelaatbaarheidsverklaringen betaald door het samenwerkingsverband", yearly),
            )
            .when("situatie", &FORM_A)
            .when("bestemming", &["ikc", "so"])
            .when("vorige-basisschool-zorgplichtig", &["nee"])
            .when("vrijstelling", &["voorschoolse-tlv", "opvanghuis", "internationale-taalklas", "bestuurscommissie"]),
        )
}
