//! Basisondersteuning in the two documents: both name it, neither says what a
//! school owes. What they describe of practice is here, and nothing else.

use swv_plugin::{AboutNorm, AboutNormItem, Failure, Norm, NormLevel, NormStanding, Norms, Sector};

use crate::{Haarlemmermeer, REPORT};

/// The short edition of the support plan.
const PLAN: &str = "haarlemmermeer-ondersteuningsplan-beknopt";

const NORM: AboutNorm = AboutNorm {
    standing: NormStanding::Silent,
    explanation: (
        "De beknopte uitgave van het plan en het jaarverslag in beeld noemen basisondersteuning, maar zeggen niet wat een \
         school verplicht is. Wat zij van de praktijk beschrijven, staat hieronder.",
        "The short edition of the plan and the annual report in figures name basic support, but do not say what a school \
         owes. What they describe of practice stands below.",
    ),
    source: Some((PLAN, "pijler 3 en 5")),
    reasoning: Some(
        "Het volledige ondersteuningsplan, waarnaar de beknopte uitgave verwijst, is geen bron van dit pakket; het kan een \
         norm bevatten.",
    ),
    items: &[&ITEMS],
    agenda: &[],
};

const fn item(
    id: &'static str,
    subject: &'static str,
    nl: &'static str,
    en: &'static str,
    section: &'static str,
) -> AboutNormItem {
    AboutNormItem {
        id,
        subject,
        aspect: ("beschreven praktijk", "described practice"),
        level: NormLevel::Described,
        sectors: &[Sector::Po],
        obligation: (nl, en),
        source: (PLAN, section),
        ..AboutNormItem::BASIS
    }
}

const ITEMS: [AboutNormItem; 9] = [
    item(
        "handelingsgericht-werken",
        "handelingsgericht-werken",
        "werkt handelingsgericht, begeleid door een consulent in een cyclus van vijf weken",
        "works by needs, guided by a consultant in a cycle of five weeks",
        "pijler 3",
    ),
    item(
        "zorgadviesteam",
        "zorgadviesteam",
        "heeft een zorgadviesteam van intern begeleider, jeugdarts of jeugdverpleegkundige, schoolcoach en consulent, met \
         leerplicht op verzoek",
        "has a care advice team of internal counsellor, school doctor or nurse, school coach and consultant, with school \
         attendance on request",
        "pijler 2; begrippenlijst",
    ),
    item(
        "ontwikkelingsperspectief",
        "ontwikkelingsperspectief",
        "werkt met het ontwikkelingsperspectiefplan; het samenwerkingsverband draagt daarover kennis over",
        "works with the individual development plan, on which the partnership hands over knowledge",
        "pijler 2",
    ),
    item(
        "kennis-van-leerkrachten",
        "scholing",
        "vergroot met het samenwerkingsverband kennis en vaardigheden van leerkrachten in passend onderwijs",
        "increases with the partnership the knowledge and skills of its teachers",
        "pijler 2",
    ),
    item(
        "expertiseplatform",
        "kennis-samenwerkingsverband",
        "kan het expertiseplatform vragen onderwijs- en ondersteuningsbehoeften te helpen duiden",
        "can ask the expertise platform to help interpret what a pupil needs",
        "pijler 2 en 3",
    ),
    item(
        "klankbordgroep",
        "netwerk-van-scholen",
        "is via intern begeleiders en directeuren vertegenwoordigd in klankbordgroep en netwerkgroepen",
        "is represented by internal counsellors and heads in the sounding board and network groups",
        "pijler 2 en 5",
    ),
    item(
        "ketenpartners",
        "ketenpartners",
        "werkt interprofessioneel samen met jeugdhulp, jeugdgezondheidszorg en gemeente",
        "works across professions with youth care, youth health care and the municipality",
        "pijler 4",
    ),
    item(
        "inzicht-in-inzet",
        "inzet-ondersteuningsmiddelen",
        "maakt met het samenwerkingsverband zichtbaar hoe zij basisondersteuning en extra ondersteuning inzet; het bestuur \
         bespreekt dat",
        "shows with the partnership how it uses basic and extra support, which its board discusses",
        "pijler 5",
    ),
    AboutNormItem {
        source: (REPORT, "Centraal Coördinatiepunt (CCP)"),
        ..item(
            "zorgplicht",
            "zorgplicht",
            "voert de zorgplicht steeds meer zelf uit, met advies van het coördinatiepunt",
            "carries out its duty of care more and more by itself, with advice of the coordination point",
            "",
        )
    },
];

impl Norms for Haarlemmermeer {
    fn norm(sector: Sector) -> Result<Norm, Failure> {
        NORM.of(sector)
    }
}
