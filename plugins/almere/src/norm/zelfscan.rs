//! Sections 1.1 and 1.2: growing towards the target norm, and the self-scan
//! by which schools, boards and the partnership follow it.

use swv_plugin::{AboutNormItem, NormLevel, Sector};

use crate::PLAN;

const fn item(id: &'static str, subject: &'static str, nl: &'static str, en: &'static str) -> AboutNormItem {
    AboutNormItem {
        id,
        subject,
        aspect: ("samen ontwikkelen", "developing together"),
        level: NormLevel::Described,
        obligation: (nl, en),
        source: (PLAN, "bijlage XI, 1.2"),
        ..AboutNormItem::BASIS
    }
}

pub(super) const ITEMS: [AboutNormItem; 4] = [
    AboutNormItem {
        level: NormLevel::Target,
        document_level: Some(3),
        source: (PLAN, "bijlage XI, 1.1"),
        ..item(
            "expertise-delen",
            "netwerk-van-scholen",
            "ontwikkelt zich op een of meer thema's naar de streefnorm, en deelt en haalt expertise in wijk of stad",
            "develops towards the target norm on one or more themes, and shares and finds expertise in district or city",
        )
    },
    AboutNormItem {
        responsible: Some(("schoolbestuur", "school board")),
        ..item(
            "zelfscan-gedeeld",
            "zelfevaluatie",
            "vult de zelfscan in; het bestuur stelt de uitkomst beschikbaar aan het samenwerkingsverband",
            "fills in the self-scan; its board makes the outcome available to the partnership",
        )
    },
    item(
        "zelfscan-besproken",
        "zelfevaluatie",
        "bespreekt de uitkomsten van de zelfscan met bestuur en samenwerkingsverband",
        "discusses the outcomes of the self-scan with its board and the partnership",
    ),
    AboutNormItem {
        sectors: &[Sector::Po],
        ..item(
            "wijkondersteuningsprofiel",
            "netwerk-van-scholen",
            "verwerkt wat het gesprek opleverde in het wijkondersteuningsprofiel",
            "works what the talk brought into the support profile of its district",
        )
    },
];
