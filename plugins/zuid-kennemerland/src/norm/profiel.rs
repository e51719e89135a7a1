//! The fixed parts of the school support profile (3.1.1), and the basic
//! quality under it (2.3).

use swv_plugin::{AboutNormItem, NormLevel};

use super::OWED;
use crate::PLAN;

const WHOLE: (&str, &str) = ("profiel als geheel", "profile as a whole");
const POPULATION: (&str, &str) = ("deel 1 populatie", "part 1 pupil population");
const TEACHING: (&str, &str) = ("deel 2 onderwijsaanbod", "part 2 teaching");
const PROFESSIONALS: (&str, &str) = ("deel 3 professionaliteit", "part 3 professionals");

const fn item(
    aspect: (&'static str, &'static str),
    id: &'static str,
    subject: &'static str,
    nl: &'static str,
    en: &'static str,
) -> AboutNormItem {
    AboutNormItem { id, subject, aspect, obligation: (nl, en), source: (PLAN, "3.1.1"), ..OWED }
}

pub(super) const ITEMS: [AboutNormItem; 18] = [
    AboutNormItem {
        responsible: Some(("schoolbestuur", "school board")),
        statutory: true,
        source: (PLAN, "2.3"),
        ..item(
            WHOLE,
            "basiskwaliteit",
            "basiskwaliteit",
            "voldoet aan de wettelijke minimumeisen, en beschrijft ze in schoolplan en profiel",
            "meets the statutory minimum, and describes it in school plan and profile",
        )
    },
    AboutNormItem {
        responsible: Some(("schoolbestuur en directeur", "school board and head")),
        source: (PLAN, "2.3"),
        ..item(
            WHOLE,
            "sop-niveau-basisondersteuning",
            "ondersteuningsprofiel",
            "beschrijft het niveau van basisondersteuning dat bij haar populatie en organisatie past",
            "describes the level of basic support that fits its pupils and organisation",
        )
    },
    AboutNormItem {
        source: (PLAN, "2.3"),
        ..item(
            WHOLE,
            "sop-basis-en-extra",
            "ondersteuningsprofiel",
            "beschrijft hoe zij vorm geeft aan basiskwaliteit, basisondersteuning en extra ondersteuning, op school of in het \
             gespecialiseerd onderwijs",
            "describes how it shapes basic quality, basic support and extra support, at school or in specialised education",
        )
    },
    item(
        WHOLE,
        "sop-waarneembaar-gedrag",
        "ondersteuningsprofiel",
        "beschrijft de vaste onderdelen in concreet, waarneembaar en meetbaar gedrag",
        "describes the fixed parts in concrete, observable and measurable behaviour",
    ),
    AboutNormItem {
        responsible: Some(("school", "school")),
        ..item(
            WHOLE,
            "sop-eigen-ambitie",
            "ambities",
            "geeft het profiel zelf inhoud en stelt een eigen ambitie",
            "fills in the profile itself and sets its own ambition",
        )
    },
    item(
        POPULATION,
        "sop-populatie",
        "populatie",
        "brengt de populatie in kaart met schoolweging en ambities op de referentieniveaus taal en rekenen",
        "charts its pupils by school weight and by its ambitions on the reference levels for language and arithmetic",
    ),
    AboutNormItem {
        level: NormLevel::Described,
        ..item(
            POPULATION,
            "sop-populatie-nader",
            "populatie",
            "kan dat uitwerken met resultaten per vak en jaargroep en met eigen gegevens",
            "may work that out with results by subject and year group and with data of its own",
        )
    },
    item(
        TEACHING,
        "sop-aanbod-per-groep",
        "onderwijsaanbod",
        "kiest naar de analyse van de populatie het aanbod en het handelen in plus-, basis- en breedtegroep",
        "chooses by the analysis of its pupils what it offers and does in plus, basic and breadth groups",
    ),
    item(
        TEACHING,
        "sop-planmatig-werken",
        "planmatig-werken",
        "beschrijft het planmatig werken en de leerresultaten",
        "describes how it works to plan, and the learning results",
    ),
    item(
        TEACHING,
        "sop-onderwijsaanbod",
        "onderwijsaanbod",
        "beschrijft het onderwijsaanbod in methodieken",
        "describes what it teaches, in methods",
    ),
    item(TEACHING, "sop-leertijd", "leertijd", "beschrijft de gestelde leertijd", "describes the learning time set"),
    item(
        TEACHING,
        "sop-didactisch-en-pedagogisch-handelen",
        "didactisch-en-pedagogisch-handelen",
        "beschrijft het didactisch en pedagogisch handelen",
        "describes its teaching and pedagogical practice",
    ),
    item(
        TEACHING,
        "sop-klassenmanagement",
        "klassenmanagement",
        "beschrijft het klassenmanagement",
        "describes its classroom management",
    ),
    item(
        PROFESSIONALS,
        "sop-te-ontwikkelen-expertise",
        "expertise-in-de-school",
        "beschrijft welke expertise zij gaat ontwikkelen, in samenhang met schoolplan en jaarplan",
        "describes which expertise it will develop, in line with its school plan and year plan",
    ),
    item(
        PROFESSIONALS,
        "sop-scholing",
        "scholing",
        "beschrijft wat dat voor de scholing betekent",
        "describes what that means for training",
    ),
    AboutNormItem {
        statutory: true,
        source: (PLAN, "2.3 en 3.1.1"),
        ..item(
            PROFESSIONALS,
            "sop-bekwaamheidseisen",
            "scholing",
            "beschrijft welke bekwaamheid zij van het personeel vraagt",
            "describes the competence that it asks of its staff",
        )
    },
    item(
        PROFESSIONALS,
        "sop-inzet-middelen",
        "inzet-ondersteuningsmiddelen",
        "beschrijft op welke onderdelen zij de ondersteuningsmiddelen inzet",
        "describes on which parts it spends the support money",
    ),
    AboutNormItem {
        level: NormLevel::Described,
        ..item(
            PROFESSIONALS,
            "sop-ondersteuningsstructuur",
            "ondersteuningsstructuur",
            "kan hier haar ondersteunings- en kwaliteitsstructuur beschrijven",
            "may describe its support and quality structure here",
        )
    },
];
