//! Basisondersteuning in the plan: no regional minimum by choice (2.3). Each
//! school describes its own level in a school support profile (SOP) with
//! fixed parts (3.1.1); those, and what else the plan asks of every school,
//! are owed instead.

mod bijzondere_groepen;
mod profiel;
mod profiel_onderhouden;

use swv_plugin::{AboutNorm, AboutNormItem, Failure, Norm, NormLevel, NormStanding, Norms, Sector};

use crate::{PLAN, ZuidKennemerland};

const NORM: AboutNorm = AboutNorm {
    standing: NormStanding::NoneByChoice,
    explanation: (
        "Het samenwerkingsverband stelt bewust geen minimum aan basisondersteuning: behoeften verschillen per leerling en per \
         school, en een minimum daagt scholen onvoldoende uit. Elke school beschrijft in haar schoolondersteuningsprofiel het \
         niveau dat bij haar leerlingen en organisatie past; de vaste onderdelen van dat profiel is zij verplicht. Een \
         landelijke norm wordt verwacht; die vindt het samenwerkingsverband niet stimulerend en niet genoeg.",
        "The partnership chooses to set no minimum for basic support: needs differ by pupil and by school, and a minimum does \
         not challenge schools enough. Each school describes in its support profile the level that fits its pupils and \
         organisation; it owes the fixed parts of that profile. A national norm is expected; the partnership finds it neither \
         stimulating nor sufficient.",
    ),
    source: Some((PLAN, "2.3")),
    reasoning: None,
    items: &[&profiel::ITEMS, &profiel_onderhouden::ITEMS, &bijzondere_groepen::ITEMS],
    agenda: &profiel_onderhouden::AGENDA,
};

/// An item that is owed in the place of a norm, of the only sector there is.
const OWED: AboutNormItem =
    AboutNormItem { level: NormLevel::OwedInstead, sectors: &[Sector::Po], ..AboutNormItem::BASIS };

impl Norms for ZuidKennemerland {
    fn norm(sector: Sector) -> Result<Norm, Failure> {
        NORM.of(sector)
    }
}
