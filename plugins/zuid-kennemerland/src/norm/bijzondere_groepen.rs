//! What the plan asks of every school for groups of pupils (2.3).

use swv_plugin::{AboutNormItem, NormLevel};

use super::OWED;
use crate::PLAN;

const fn item(id: &'static str, subject: &'static str, nl: &'static str, en: &'static str) -> AboutNormItem {
    AboutNormItem {
        id,
        subject,
        aspect: ("groepen leerlingen", "groups of pupils"),
        obligation: (nl, en),
        source: (PLAN, "2.3"),
        ..OWED
    }
}

pub(super) const ITEMS: [AboutNormItem; 8] = [
    AboutNormItem {
        responsible: Some(("basisschool", "primary school")),
        ..item(
            "vve",
            "voor-en-vroegschoolse-educatie",
            "ondersteunt leerlingen met een VVE-indicatie als deel van haar basisondersteuning",
            "supports pupils with an indication for early childhood education (VVE) as a part of its basic support",
        )
    },
    item(
        "opp",
        "ontwikkelingsperspectief",
        "stelt voor een leerling met extra ondersteuning een ontwikkelingsperspectief op, met doelen, begeleiding en de \
         middelen die voor die leerling zijn ingezet",
        "draws up an individual development plan for a pupil with extra support, with goals, guidance and the money spent on \
         that pupil",
    ),
    item(
        "opp-met-ouders",
        "samenwerking-met-ouders",
        "overlegt met de ouders over de invulling van het ontwikkelingsperspectief",
        "consults the parents on the content of the individual development plan",
    ),
    AboutNormItem {
        responsible: Some(("schoolbesturen", "school boards")),
        ..item(
            "eigen-leerlijn",
            "eigen-leerlijn",
            "geeft leerlingen met een eigen leerlijn, zonder (ernstig) externaliserend gedrag, een passend aanbod in het \
             regulier onderwijs",
            "gives pupils on a learning path of their own, without (serious) externalising behaviour, a fitting offer in \
             regular education",
        )
    },
    AboutNormItem {
        responsible: Some(("basisschool", "primary school")),
        ..item(
            "hoogbegaafdheid-signaleren",
            "begaafdheid",
            "signaleert hoogbegaafde leerlingen en brengt hun onderwijsbehoeften in kaart",
            "notices gifted pupils and charts their educational needs",
        )
    },
    AboutNormItem {
        responsible: Some(("leerkracht", "teacher")),
        interpreted: Some(
            "Het plan noemt deze leerlijn het minste wat de leerkracht als basisondersteuning biedt; dat is hier gelezen als \
             een plicht, al stelt het plan in het algemeen geen minimum.",
        ),
        ..item(
            "hoogbegaafdheid-leerlijn",
            "begaafdheid",
            "biedt een doorgaande compacte en verdiepende leerlijn van groep 1 tot en met 8",
            "offers a continuous compacted and deepening learning path from group 1 to 8",
        )
    },
    AboutNormItem {
        level: NormLevel::Advised,
        ..item(
            "hoogbegaafdheid-beleidsplan",
            "begaafdheid",
            "beschrijft haar visie op hoogbegaafdheid in een beleidsplan, onderdeel van het profiel, met een protocol",
            "describes its vision of giftedness in a policy plan, a part of the profile, with a protocol",
        )
    },
    AboutNormItem {
        level: NormLevel::Advised,
        ..item(
            "hoogbegaafdheid-professionalisering",
            "scholing",
            "stelt voor hoogbegaafdheid een professionaliseringsplan op, onderdeel van het profiel",
            "draws up a training plan for giftedness, a part of the profile",
        )
    },
];
