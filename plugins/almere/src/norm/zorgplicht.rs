//! Aspect 3, further: the duty of care, and the way to the next school.

use swv_plugin::AboutNormItem;

use super::ondersteuningsstructuur::ASPECT;
use crate::PLAN;

const fn item(id: &'static str, subject: &'static str, nl: &'static str, en: &'static str) -> AboutNormItem {
    AboutNormItem {
        id,
        subject,
        aspect: ASPECT,
        obligation: (nl, en),
        source: (PLAN, "bijlage XI, 2.3, Zorgplicht"),
        ..AboutNormItem::BASIS
    }
}

pub(super) const ITEMS: [AboutNormItem; 6] = [
    AboutNormItem {
        statutory: true,
        ..item(
            "zorgplicht",
            "zorgplicht",
            "voert de wettelijke zorgplicht uit en volgt de Almeerse afspraken over tussentijdse aanmelding",
            "carries out its statutory duty of care and follows Almere's agreements on registration during the year",
        )
    },
    item(
        "behoeften-binnen-termijn",
        "zorgplicht",
        "brengt na een schriftelijke aanmelding de onderwijsbehoeften in kaart binnen zes weken, met uitloop tot ten \
         hoogste tien weken",
        "charts the educational needs within six weeks of a written registration, extended to ten weeks at most",
    ),
    item(
        "passend-aanbod",
        "zorgplicht",
        "regelt met de ouders een passend aanbod als zij zelf de ondersteuning niet kan bieden",
        "arranges a fitting offer with the parents where it cannot give the support itself",
    ),
    item(
        "tussentijdse-aanmelding",
        "zorgplicht",
        "geeft een leerling die tussentijds wordt aangemeld onderwijs terwijl zij de behoeften in kaart brengt, binnen \
         dezelfde termijn",
        "teaches a pupil who is registered during the year while it charts the needs, within the same term",
    ),
    item(
        "gegevens-bij-overgang",
        "overdracht-van-gegevens",
        "zorgt dat de gegevens van een leerling er zijn voor wie hem in het volgende leerjaar of op de volgende school \
         lesgeeft",
        "sees to it that a pupil's data are there for the staff of the next year or the next school",
    ),
    AboutNormItem {
        source: (PLAN, "bijlage XI, 2.3, Doorgaande lijn po-vo"),
        ..item(
            "protocol-po-vo",
            "overgang-po-vo",
            "werkt bij de overstap van primair naar voortgezet onderwijs met het protocol po-vo",
            "works with the po-vo protocol on the transition from primary to secondary education",
        )
    },
];
