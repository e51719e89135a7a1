//! How the school support profile is adopted and kept up (2.3, 3.1.1).

use swv_plugin::{AboutAgendaItem, AboutNormItem, NormLevel};

use super::OWED;
use crate::PLAN;

const fn item(id: &'static str, subject: &'static str, nl: &'static str, en: &'static str) -> AboutNormItem {
    AboutNormItem {
        id,
        subject,
        aspect: ("profiel vaststellen en bijhouden", "adopting and keeping up the profile"),
        obligation: (nl, en),
        source: (PLAN, "2.3"),
        ..OWED
    }
}

pub(super) const ITEMS: [AboutNormItem; 4] = [
    AboutNormItem {
        responsible: Some(("medezeggenschapsraad", "participation council")),
        source: (PLAN, "2.3 en 3.1.1"),
        ..item(
            "sop-advies-medezeggenschapsraad",
            "medezeggenschap",
            "legt vaststelling en wijziging van het profiel voor advies voor aan de medezeggenschapsraad",
            "asks its participation council for advice on adopting or changing the profile",
        )
    },
    item(
        "sop-vierjaarlijks-bijgesteld",
        "bijstelling-profiel",
        "stelt het profiel iedere vier jaar bij",
        "updates the profile every four years",
    ),
    AboutNormItem {
        level: NormLevel::Advised,
        ..item(
            "sop-jaarlijks-geactualiseerd",
            "bijstelling-profiel",
            "werkt de ontwikkeling in het profiel elk jaar bij",
            "brings the development in the profile up to date every year",
        )
    },
    AboutNormItem {
        level: NormLevel::Advised,
        ..item(
            "sop-populatie-gevolgd",
            "populatie",
            "blijft nagaan of haar populatie verandert en wat dat van het aanbod vraagt",
            "keeps asking whether its pupils change and what that asks of its teaching",
        )
    },
];

pub(super) const AGENDA: [AboutAgendaItem; 1] = [AboutAgendaItem {
    id: "profiel-in-schoolgids",
    what: (
        "de onderdelen van het profiel in de schoolgids opnemen: naar verwachting verplicht de wet niet langer tot een \
         afzonderlijk profiel",
        "take the parts of the profile up in the school guide: the law is expected to demand no separate profile any longer",
    ),
    who: ("scholen", "schools"),
    term: Some("vanaf 2025"),
    until: None,
    source: (PLAN, "3.1.1, Verwachte wetswijziging"),
    interpreted: None,
}];
