//! Aspect 3: an effective support structure.

use swv_plugin::{AboutNormItem, Sector};

use crate::PLAN;

/// The aspect, which the files on its parts share.
pub(super) const ASPECT: (&str, &str) = ("3 effectieve ondersteuningsstructuur", "3 effective support structure");

const fn item(id: &'static str, subject: &'static str, nl: &'static str, en: &'static str) -> AboutNormItem {
    AboutNormItem {
        id,
        subject,
        aspect: ASPECT,
        obligation: (nl, en),
        source: (PLAN, "bijlage XI, 2.3"),
        ..AboutNormItem::BASIS
    }
}

pub(super) const ITEMS: [AboutNormItem; 14] = [
    item(
        "structuur-in-beleid",
        "ondersteuningsstructuur",
        "heeft haar ondersteuningsstructuur in beleid vastgelegd",
        "has laid down its support structure in policy",
    ),
    item(
        "cyclisch-handelen",
        "handelingsgericht-werken",
        "denkt en handelt herkenbaar in een cyclus van vaste fasen",
        "thinks and acts recognisably in a cycle of fixed phases",
    ),
    item(
        "behoeften-in-kaart",
        "onderwijsbehoeften",
        "brengt structureel in kaart wat leerlingen aan onderwijs en ondersteuning nodig hebben",
        "charts structurally what teaching and support pupils need",
    ),
    item(
        "werkt-met-ketenpartners",
        "ketenpartners",
        "werkt samen met ketenpartners in wijk en stad",
        "works with partner organisations in district and city",
    ),
    item(
        "expertise-stedelijke-voorzieningen",
        "gespecialiseerde-voorzieningen",
        "haalt de expertise van de stedelijke voorzieningen erbij",
        "calls in the expertise of the city's specialised facilities",
    ),
    item(
        "zorgadviesteam",
        "zorgadviesteam",
        "houdt met regelmaat een zorg(advies)team met ketenpartners",
        "holds a care (advice) team with partner organisations regularly",
    ),
    item(
        "pedagogisch-partnerschap",
        "samenwerking-met-ouders",
        "is partner van ouders in de opvoeding en het onderwijs van hun kind",
        "is a partner of parents in raising and teaching their child",
    ),
    AboutNormItem {
        sectors: &[Sector::Po],
        ..item(
            "netwerk-in-de-wijk",
            "netwerk-van-scholen",
            "neemt deel aan het netwerk Passend Onderwijs in de Wijk",
            "takes part in the network Passend Onderwijs in de Wijk",
        )
    },
    AboutNormItem {
        sectors: &[Sector::Vo],
        ..item(
            "klankbordgroep",
            "netwerk-van-scholen",
            "neemt deel aan de klankbordgroep voortgezet onderwijs",
            "takes part in the sounding board of secondary schools",
        )
    },
    item(
        "volgt-ontwikkeling",
        "volgen-van-ontwikkeling",
        "borgt toetsresultaten in een systeem, en volgt, analyseert en evalueert de ontwikkeling van leerlingen \
         stelselmatig, ten minste tweemaal per jaar",
        "keeps test results in a system, and follows, analyses and evaluates the development of pupils systematically, \
         at least twice a year",
    ),
    AboutNormItem {
        statutory: true,
        source: (PLAN, "bijlage XI, 2.3 en 3, niveau 4"),
        ..item(
            "opp-bij-gespecialiseerde-ondersteuning",
            "ontwikkelingsperspectief",
            "stelt bij gespecialiseerde ondersteuning een ontwikkelingsperspectiefplan op, in samenspraak met ouders en \
             leerling",
            "draws up an individual development plan where support is specialised, together with parents and pupil",
        )
    },
    AboutNormItem {
        sectors: &[Sector::Vo],
        ..item(
            "opp-bij-lager-uitstroomniveau",
            "ontwikkelingsperspectief",
            "stelt een ontwikkelingsperspectiefplan op wanneer een leerling het verwachte uitstroomniveau niet haalt",
            "draws up an individual development plan when a pupil does not reach the expected leaving level",
        )
    },
    AboutNormItem {
        source: (PLAN, "bijlage XI, 2.3, Samenwerken met ouders en leerling"),
        interpreted: Some(
            "Bij het OPP noemt de norm het hoorrecht vanaf 2024 een wettelijke plicht; verderop is het nog een wetsvoorstel, \
             dat na aanneming in de norm komt. Het betrekken staat er al, de wettelijke plicht is hier niet aangenomen.",
        ),
        ..item(
            "hoorrecht",
            "inbreng-van-leerlingen",
            "neemt ouders en leerlingen mee in het opstellen van het ontwikkelingsperspectiefplan",
            "takes parents and pupils along in drawing up the individual development plan",
        )
    },
    item(
        "kennis-en-procedures",
        "kennis-samenwerkingsverband",
        "gebruikt de kennis van het samenwerkingsverband en volgt zijn procedures, zoals die van Steunpunt en Toeleiding",
        "uses the knowledge of the partnership and follows its procedures, such as those of its support point and \
         admission department",
    ),
];
