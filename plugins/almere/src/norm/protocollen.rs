//! Chapter 4: the protocols that the law demands.

use swv_plugin::AboutNormItem;

use crate::PLAN;

const fn protocol(
    id: &'static str,
    subject: &'static str,
    nl: &'static str,
    en: &'static str,
    section: &'static str,
) -> AboutNormItem {
    AboutNormItem {
        id,
        subject,
        aspect: ("wettelijk verplichte protocollen", "protocols demanded by law"),
        obligation: (nl, en),
        statutory: true,
        source: (PLAN, section),
        ..AboutNormItem::BASIS
    }
}

pub(super) const ITEMS: [AboutNormItem; 3] = [
    protocol(
        "protocol-veiligheid",
        "sociale-veiligheid",
        "heeft een protocol voor sociale, fysieke en mentale veiligheid",
        "has a protocol for social, physical and mental safety",
        "bijlage XI, 4, protocol 1",
    ),
    protocol(
        "protocol-medisch-handelen",
        "medisch-handelen",
        "heeft een protocol voor medisch handelen",
        "has a protocol for medical acts",
        "bijlage XI, 4, protocol 2",
    ),
    protocol(
        "protocol-meldcode",
        "meldcode",
        "heeft een protocol voor de meldcode huiselijk geweld en kindermishandeling",
        "has a protocol for the reporting code on domestic violence and child abuse",
        "bijlage XI, 4, protocol 3",
    ),
];
