//! Aspect 2: a transparent policy on support.

use swv_plugin::AboutNormItem;

use crate::PLAN;

const fn item(id: &'static str, subject: &'static str, nl: &'static str, en: &'static str) -> AboutNormItem {
    AboutNormItem {
        id,
        subject,
        aspect: ("2 transparant ondersteuningsbeleid", "2 transparent policy on support"),
        obligation: (nl, en),
        source: (PLAN, "bijlage XI, 2.2"),
        ..AboutNormItem::BASIS
    }
}

pub(super) const ITEMS: [AboutNormItem; 8] = [
    AboutNormItem {
        source: (PLAN, "bijlage XI, 1"),
        ..item(
            "basisondersteuning-in-beleid",
            "ondersteuningsprofiel",
            "neemt de basisondersteuning op in het eigen beleid",
            "takes basic support up in its own policy",
        )
    },
    AboutNormItem {
        statutory: true,
        ..item(
            "ondersteuning-beschreven",
            "ondersteuningsprofiel",
            "beschrijft haar mogelijkheden voor ondersteuning in een beleidsdocument of in de schoolgids",
            "describes what support it can give, in a policy document or in the school guide",
        )
    },
    item(
        "beschrijft-aanbod",
        "ondersteuningsprofiel",
        "beschrijft welke basisondersteuning en aanvullende ondersteuning zij biedt, en welke (nog) niet",
        "describes which basic and additional support it gives, and which not (yet)",
    ),
    item(
        "beschrijft-expertise",
        "expertise-in-de-school",
        "beschrijft welke expertise zij in huis heeft",
        "describes the expertise it has",
    ),
    item(
        "beschrijft-ketenpartners",
        "ketenpartners",
        "beschrijft met welke ketenpartners zij werkt, zoals jeugdhulp en leerplicht",
        "describes its partner organisations, such as youth care and school attendance",
    ),
    item(
        "beschrijft-ambities",
        "ambities",
        "beschrijft wat zij met basisondersteuning en aanvullende ondersteuning nog wil bereiken",
        "describes what it still wants to achieve in basic and additional support",
    ),
    item(
        "beschrijft-scholing",
        "scholing",
        "beschrijft wat dat van de scholing van leraren vraagt",
        "describes what that asks of the training of teachers",
    ),
    AboutNormItem {
        responsible: Some(("schoolbestuur en school", "school board and school")),
        ..item(
            "team-kent-profiel",
            "team-kent-profiel",
            "zorgt dat het team het ondersteuningsprofiel kent, weet wat het betekent en ernaar kan handelen",
            "sees to it that the team knows the support profile, knows what it means and can act on it",
        )
    },
];
