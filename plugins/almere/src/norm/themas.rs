//! Chapters 3 and 4: the themes, each at four levels.

use swv_plugin::{AboutNormItem, NormLevel, Sector};

use crate::PLAN;

const BOTH: &[Sector] = &[Sector::Po, Sector::Vo];
const PRIMARY: &[Sector] = &[Sector::Po];

/// Why an item of a theme is interpreted.
const LEVEL: &str = "Hoofdstuk 4 noemt het thema; hoofdstuk 3 en bijlage 2 beschrijven voor elk thema dezelfde vier niveaus. \
                     De ondersteuningskaart van het thema, die het niveau invult, drukt het plan niet af.";
const PROTOCOL: &str = "De naam van het thema noemt het protocol; hoofdstuk 3 noemt protocollen en thema's wat een school in de \
                        basisondersteuning moet bieden.";

/// The four levels of one theme: its subject, its sectors, its name in Dutch
/// and in English, and its number in chapter 4.
macro_rules! levels {
    ($subject:literal, $sectors:expr, $nl:literal, $en:literal, $number:literal) => {{
        const THEME: AboutNormItem = AboutNormItem {
            subject: $subject,
            aspect: (concat!("thema ", $nl), concat!("theme ", $en)),
            sectors: $sectors,
            source: (PLAN, concat!("bijlage XI, 3 en 4, thema ", $number, "; bijlage 2 daarvan")),
            interpreted: Some(LEVEL),
            ..AboutNormItem::BASIS
        };
        [
            AboutNormItem {
                id: concat!($subject, "-niveau-1"),
                document_level: Some(1),
                obligation: (
                    concat!(
                        "in de groep: de leraar kent ",
                        $nl,
                        ", werkt handelingsgericht, differentieert, signaleert tijdig, brengt de behoeften in kaart en \
                         houdt het dossier bij"
                    ),
                    concat!(
                        "in the group: the teacher knows ",
                        $en,
                        ", works by needs, differentiates, notices in time, charts the needs and keeps the file"
                    ),
                ),
                ..THEME
            },
            AboutNormItem {
                id: concat!($subject, "-niveau-2"),
                document_level: Some(2),
                obligation: (
                    concat!(
                        "in groep en school: de school geeft voor ",
                        $nl,
                        " lichte interventies volgens afspraak, met inbreng van de leerling en contact met de ouders, en \
                         betrekt de intern begeleider of zorgcoördinator als dat niet genoeg is"
                    ),
                    concat!(
                        "in group and school: the school gives light interventions for ",
                        $en,
                        " as agreed, with the pupil's say and contact with the parents, and involves its internal \
                         counsellor or care coordinator where that is not enough"
                    ),
                ),
                ..THEME
            },
            AboutNormItem {
                id: concat!($subject, "-niveau-3"),
                level: NormLevel::Target,
                document_level: Some(3),
                obligation: (
                    concat!(
                        "aanvullend: de school organiseert voor ",
                        $nl,
                        " ondersteuning in groepen, zo licht en tijdelijk als kan, waar nodig met expertise uit wijk of \
                         stad, en legt het aanbod vast"
                    ),
                    concat!(
                        "additional: the school organises support in groups for ",
                        $en,
                        ", as light and temporary as can be, where needed with expertise from district or city, and \
                         records what it offers"
                    ),
                ),
                ..THEME
            },
            AboutNormItem {
                id: concat!($subject, "-niveau-4"),
                level: NormLevel::Specialised,
                document_level: Some(4),
                obligation: (
                    concat!(
                        "gespecialiseerd: de school regelt voor ",
                        $nl,
                        " ondersteuning met het samenwerkingsverband en andere partners, en legt haar vast in een \
                         ontwikkelingsperspectiefplan"
                    ),
                    concat!(
                        "specialised: the school arranges support for ",
                        $en,
                        " with the partnership and other partners, and records it in an individual development plan"
                    ),
                ),
                ..THEME
            },
        ]
    }};
}

/// The protocol that a theme names, before its levels.
const fn with_protocol(
    id: &'static str,
    obligation: (&'static str, &'static str),
    [one, two, three, four]: [AboutNormItem; 4],
) -> [AboutNormItem; 5] {
    let protocol = AboutNormItem { id, obligation, document_level: None, interpreted: Some(PROTOCOL), ..one };
    [protocol, one, two, three, four]
}

pub(super) const LEZEN_EN_SPELLING: [AboutNormItem; 5] = with_protocol(
    "protocol-dyslexie",
    ("werkt met het protocol Dyslexie", "works with the dyslexia protocol"),
    levels!("lezen-en-spelling", BOTH, "lezen en spelling", "reading and spelling", "4"),
);

pub(super) const REKENEN: [AboutNormItem; 5] = with_protocol(
    "protocol-erwd",
    ("werkt met het protocol ERWD", "works with the ERWD protocol on arithmetic"),
    levels!("rekenen", BOTH, "rekenen", "arithmetic", "5"),
);

pub(super) const BEGAAFDHEID: [AboutNormItem; 5] = with_protocol(
    "protocol-hb",
    ("werkt met het protocol HB", "works with the protocol on giftedness"),
    levels!(
        "begaafdheid",
        BOTH,
        "(meer- en hoog)begaafdheid en metacognitieve ontwikkeling",
        "giftedness and metacognitive development",
        "6"
    ),
);

pub(super) const MOEILIJK_LEREND: [AboutNormItem; 4] = levels!(
    "moeilijk-lerend",
    PRIMARY,
    "moeilijk lerend en cognitieve ontwikkeling",
    "slow cognitive development",
    "7"
);

pub(super) const SOCIAAL_EMOTIONEEL_LEREN: [AboutNormItem; 4] =
    levels!("sociaal-emotioneel-leren", BOTH, "sociaal-emotioneel leren", "social and emotional learning", "8");

pub(super) const NEDERLANDS_ALS_TWEEDE_TAAL: [AboutNormItem; 4] =
    levels!("nederlands-als-tweede-taal", BOTH, "Nederlands als tweede taal", "Dutch as a second language", "9");
