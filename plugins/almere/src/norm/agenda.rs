//! What is due when: the agenda of annex XI, and what the plan itself and its
//! annex III say of the norm.

use swv_plugin::{AboutAgendaItem, Date};

use crate::PLAN;

/// The lists of annex XI's own annex 1.
const IN_2024: &str = "bijlage XI, bijlage 1, uitvoeringsagenda 2024";
const TO_2026: &str = "bijlage XI, bijlage 1, uitvoeringsagenda 2024-2026";
const ANNEX_III: &str = "Bijlage III Uitvoeringsagenda 2023-2027, basisondersteuning";

const MAAND: &str = "De lijst is van 2024; de termijn loopt tot de laatste dag van de laatst genoemde maand.";
const JAAR: &str = "De jaren zijn gelezen als schooljaren; de termijn loopt tot en met 31 juli.";

/// A line of the agenda, as its list prints it.
const fn line(
    id: &'static str,
    what: (&'static str, &'static str),
    who: &'static str,
    term: &'static str,
    until: Date,
    (section, interpreted): (&'static str, &'static str),
) -> AboutAgendaItem {
    AboutAgendaItem {
        id,
        what,
        who: (who, who),
        term: Some(term),
        until: Some(until),
        source: (PLAN, section),
        interpreted: Some(interpreted),
    }
}

/// A line without a day on which it ends.
const fn recurring(
    id: &'static str,
    what: (&'static str, &'static str),
    term: Option<&'static str>,
) -> AboutAgendaItem {
    AboutAgendaItem {
        id,
        what,
        who: ("samenwerkingsverband, scholen en besturen", "partnership, schools and boards"),
        term,
        until: None,
        source: (PLAN, ANNEX_III),
        interpreted: None,
    }
}

pub(super) const AGENDA: [AboutAgendaItem; 19] = [
    line(
        "zelfscan-ontwikkelen",
        ("zelfscan met werkwijzer ontwikkelen", "develop the self-scan and its guide"),
        "PO/VO",
        "april/mei",
        Date::constant(2024, 5, 31),
        (IN_2024, MAAND),
    ),
    line(
        "zelfscan-proef",
        ("zelfscan proberen op scholen die zich daarvoor aanmeldden", "try the self-scan at schools that volunteered"),
        "PO/VO",
        "mei/juni",
        Date::constant(2024, 6, 30),
        (IN_2024, MAAND),
    ),
    line(
        "ondersteuningskaarten-2024",
        ("ondersteuningskaarten maken", "make the support cards"),
        "PO/VO",
        "april/mei/juni",
        Date::constant(2024, 6, 30),
        (IN_2024, MAAND),
    ),
    line(
        "ondersteuningskaarten",
        ("ondersteuningskaarten maken", "make the support cards"),
        "PO/VO",
        "24-25",
        Date::constant(2025, 7, 31),
        (TO_2026, JAAR),
    ),
    line(
        "kenniskaarten",
        ("kenniskaarten maken", "make the knowledge cards"),
        "PO/VO/POA",
        "24-25",
        Date::constant(2025, 7, 31),
        (TO_2026, JAAR),
    ),
    line(
        "taken-samenwerkingsverband",
        (
            "taken en verantwoordelijkheden van het samenwerkingsverband bij de norm vastleggen, met de procesrol van de consulent",
            "lay down the partnership's tasks and responsibilities by the norm, and the consultant's role",
        ),
        "POA",
        "24-25",
        Date::constant(2025, 7, 31),
        (TO_2026, JAAR),
    ),
    line(
        "verwijzingen-op-website",
        ("de inhoud achter verwijzingen op de website zetten", "put the content behind links on the website"),
        "POA",
        "24-25",
        Date::constant(2025, 7, 31),
        (TO_2026, JAAR),
    ),
    line(
        "gesprekswijzer",
        (
            "gesprekswijzer maken voor medewerkers die met een school over de zelfscan praten",
            "make a guide for staff who discuss the self-scan with a school",
        ),
        "POA",
        "24-25",
        Date::constant(2025, 7, 31),
        (TO_2026, JAAR),
    ),
    line(
        "norm-in-eigen-organisatie",
        ("de norm in de eigen organisatie invoeren", "bring the norm into the own organisation"),
        "PO/VO/POA",
        "24-25",
        Date::constant(2025, 7, 31),
        (TO_2026, JAAR),
    ),
    line(
        "norm-in-wijk-en-stad",
        ("de norm in wijk en stad op de agenda zetten", "put the norm on the agenda in district and city"),
        "SWV",
        "24-25",
        Date::constant(2025, 7, 31),
        (TO_2026, JAAR),
    ),
    line(
        "horizontale-verantwoording",
        ("een systeem voor horizontale verantwoording opzetten", "set up a system of accounting to one another"),
        "VO",
        "24-26",
        Date::constant(2026, 7, 31),
        (TO_2026, JAAR),
    ),
    line(
        "norm-speciale-voorzieningen",
        ("de norm voor speciale voorzieningen maken", "make the norm for special facilities"),
        "PO/VO",
        "24-25",
        Date::constant(2025, 7, 31),
        (TO_2026, JAAR),
    ),
    line(
        "hoorrecht-uitwerken",
        ("het hoorrecht uitwerken als de wet is aangenomen", "work out the right to be heard once the act is adopted"),
        "PO/VO",
        "24-26",
        Date::constant(2026, 7, 31),
        (TO_2026, JAAR),
    ),
    AboutAgendaItem {
        id: "evaluatie",
        what: ("de norm evalueren en waar nodig aanpassen", "evaluate the norm and adapt it where needed"),
        who: ("samenwerkingsverband, scholen en besturen", "partnership, schools and boards"),
        term: Some("2025"),
        until: Some(Date::constant(2025, 12, 31)),
        source: (PLAN, "bijlage XI, voorwoord"),
        interpreted: Some("Het voorwoord noemt alleen het jaar; de termijn loopt tot de laatste dag ervan."),
    },
    AboutAgendaItem {
        id: "procesvoorstel",
        what: ("met een procesvoorstel voor de norm komen", "make a proposal on how to come to the norm"),
        who: ("werkgroep van scholen en samenwerkingsverband", "working group of schools and partnership"),
        term: Some("2023"),
        until: Some(Date::constant(2023, 12, 31)),
        source: (PLAN, ANNEX_III),
        interpreted: Some("De agenda noemt alleen het jaar; de termijn loopt tot de laatste dag ervan."),
    },
    AboutAgendaItem {
        id: "voorstel",
        what: ("een voorstel voor de norm klaar hebben", "have a proposal for the norm ready"),
        who: ("werkgroep van scholen en samenwerkingsverband", "working group of schools and partnership"),
        term: Some("begin 2024"),
        until: None,
        source: (PLAN, ANNEX_III),
        interpreted: None,
    },
    AboutAgendaItem {
        id: "vaststelling",
        what: (
            "de norm door de algemene ledenvergadering laten vaststellen",
            "have the general meeting adopt the norm",
        ),
        who: ("algemene ledenvergadering", "general meeting"),
        term: Some("eind 2024"),
        until: Some(Date::constant(2024, 12, 31)),
        source: (PLAN, ANNEX_III),
        interpreted: Some("De termijn loopt tot de laatste dag van 2024."),
    },
    recurring(
        "jaarlijks-gesprek",
        (
            "met scholen en besturen bespreken hoever het lukt leerlingen regulier te ondersteunen",
            "discuss with schools and boards how far pupils can be supported in regular schools",
        ),
        Some("jaarlijks"),
    ),
    recurring(
        "overzicht-van-scholen",
        (
            "een overzicht maken van scholen die het basisniveau nog niet halen, naar het streefniveau gaan of het halen, en \
             met elke groep eigen beleid afspreken",
            "list the schools that do not meet the basic level yet, go towards the target or meet it, and agree on a policy \
             for each group",
        ),
        None,
    ),
];
