//! The Almere norm for basisondersteuning (annex XI): three aspects, the
//! protocols and the themes, each a file; levels 1 and 2 are the basic norm,
//! level 3 the target norm, level 4 comes with the partnership.

mod agenda;
mod basiskwaliteit;
mod handelingsgericht_werken;
mod ondersteuningsbeleid;
mod ondersteuningsstructuur;
mod protocollen;
mod themas;
mod zelfscan;
mod zorgplicht;

use swv_plugin::{AboutNorm, Failure, Norm, NormStanding, Norms, Sector};

use crate::{Almere, PLAN};

const NORM: AboutNorm = AboutNorm {
    standing: NormStanding::Norm,
    explanation: (
        "Scholen en besturen hebben samen een norm vastgesteld voor elke reguliere school. Wie de basiskwaliteit op orde \
         heeft en de basisondersteuning biedt (niveau 1 en 2), voldoet aan de basisnorm. Niveau 3 is de streefnorm, \
         waarnaar een school zich uit eigen ambitie ontwikkelt; niveau 4 komt met het samenwerkingsverband.",
        "Schools and boards have together set a norm for every regular school. A school with its basic quality in order \
         that gives basic support (levels 1 and 2) meets the basic norm. Level 3 is the target norm, towards which a \
         school develops by its own ambition; level 4 comes with the partnership.",
    ),
    source: Some((PLAN, "bijlage XI, 1.1 en 3")),
    reasoning: None,
    items: &[
        &basiskwaliteit::ITEMS,
        &ondersteuningsbeleid::ITEMS,
        &ondersteuningsstructuur::ITEMS,
        &handelingsgericht_werken::ITEMS,
        &zorgplicht::ITEMS,
        &protocollen::ITEMS,
        &themas::LEZEN_EN_SPELLING,
        &themas::REKENEN,
        &themas::BEGAAFDHEID,
        &themas::MOEILIJK_LEREND,
        &themas::SOCIAAL_EMOTIONEEL_LEREN,
        &themas::NEDERLANDS_ALS_TWEEDE_TAAL,
        &zelfscan::ITEMS,
    ],
    agenda: &agenda::AGENDA,
};

impl Norms for Almere {
    fn norm(sector: Sector) -> Result<Norm, Failure> {
        NORM.of(sector)
    }
}
