//! The columns of a dataset that the rules read.

use swv_plugin::{AboutAttribute, AboutQuantity, AttributeKind, Sector, Unit};

use crate::{PO, VO};

const BOTH: &[Sector] = &[Sector::Po, Sector::Vo];

const fn pupils(sectors: &'static [Sector], name: &'static str, nl: &'static str, en: &'static str) -> AboutQuantity {
    AboutQuantity { name, meaning: (nl, en), sectors, ..AboutQuantity::PUPILS }
}

const fn groups(sectors: &'static [Sector], name: &'static str, nl: &'static str, en: &'static str) -> AboutQuantity {
    AboutQuantity { name, meaning: (nl, en), sectors, unit: Unit::GROUPS, ..AboutQuantity::PUPILS }
}

const fn months(sectors: &'static [Sector], name: &'static str, nl: &'static str, en: &'static str) -> AboutQuantity {
    AboutQuantity { name, meaning: (nl, en), sectors, unit: Unit::MONTHS, ..AboutQuantity::PUPILS }
}

const fn shares(sectors: &'static [Sector], name: &'static str, nl: &'static str, en: &'static str) -> AboutQuantity {
    AboutQuantity { name, meaning: (nl, en), sectors, unit: Unit::SHARES, ..AboutQuantity::PUPILS }
}

/// The quantities that the rules read. None is needed by all: PO and VO
/// differ.
pub(crate) static QUANTITIES: [AboutQuantity; 43] = [
    pupils(
        PO,
        "leerlingen",
        "PO: leerlingen op reguliere basisscholen op 1 februari van het jaar ervoor",
        "PO: pupils in regular primary schools on 1 February of the year before",
    ),
    pupils(
        VO,
        "leerlingen-havo-vwo",
        "VO: leerlingen havo en vwo op 1 oktober van het jaar ervoor",
        "VO: pupils in havo and vwo on 1 October of the year before",
    ),
    pupils(
        VO,
        "leerlingen-vmbo",
        "VO: leerlingen vmbo op 1 oktober van het jaar ervoor",
        "VO: pupils in vmbo on 1 October of the year before",
    ),
    pupils(
        VO,
        "leerlingen-lwoo-2018-2020",
        "VO: leerlingen lwoo in de jaren 2018 tot en met 2020, waarop de verdeelsleutel rust",
        "VO: pupils in lwoo in the years 2018 to 2020, on which the distribution key rests",
    ),
    groups(
        PO,
        "groepen-neo",
        "PO: groepen NEO-onderwijs van de basisschool",
        "PO: groups of full-time gifted education (NEO) of the primary school",
    ),
    groups(PO, "groepen-gis", "PO: GIS-groepen van de basisschool", "PO: GIS groups of the primary school"),
    groups(PO, "groepen-kleuters", "SBO: kleutergroepen", "SBO: infant groups"),
    groups(PO, "groepen-structuur-sbo", "SBO: structuurgroepen", "SBO: structure groups"),
    groups(PO, "groepen-triangel", "SBO: diagnostiekgroepen Triangel", "SBO: diagnostic groups Triangel"),
    groups(PO, "groepen-tamboerijn", "SBO: behandelgroepen Tamboerijn", "SBO: treatment groups Tamboerijn"),
    groups(PO, "groepen-praktijk", "SBO: praktijkgroepen", "SBO: practical groups"),
    groups(PO, "groepen-wonderboom", "SBO: groepen Wonderboom", "SBO: groups Wonderboom"),
    groups(PO, "groepen-schakelklas", "SBO of opdc: schakelklassen", "SBO or OPDC: bridging classes"),
    groups(PO, "groepen-structuur-so", "SO: structuurgroepen", "SO: structure groups"),
    pupils(PO, "leerlingen-sbo-plus", "leerlingen met een arrangement sbo+", "pupils with an arrangement SBO+"),
    groups(
        VO,
        "groepen-autisme-havo-vwo",
        "VO: groepen van het autismearrangement havo en vwo",
        "VO: groups of the autism arrangement in havo and vwo",
    ),
    groups(
        VO,
        "groepen-autisme-mavo",
        "VO: groepen van het autismearrangement mavo",
        "VO: groups of the autism arrangement in mavo",
    ),
    groups(
        VO,
        "groepen-structuur-havo-vwo",
        "VO: structuurklassen havo en vwo",
        "VO: structure classes in havo and vwo",
    ),
    groups(
        VO,
        "groepen-begaafd",
        "VO: groepen van het arrangement voor begaafde leerlingen",
        "VO: groups of the arrangement for gifted pupils",
    ),
    pupils(
        VO,
        "leerlingen-praktijkonderwijs",
        "leerlingen praktijkonderwijs op 1 oktober van het jaar ervoor",
        "pupils in practical training on 1 October of the year before",
    ),
    shares(
        VO,
        "sleutel-ondersteuningsstructuur-vmbo",
        "deel van de school in de sleutel van de ondersteuningsstructuur vmbo; het plan geeft de sleutel niet",
        "the school's part in the key of the vmbo support structure; the plan does not give the key",
    ),
    pupils(VO, "leerlingen-opdc", "leerlingen op het opdc", "pupils in the OPDC"),
    pupils(VO, "leerlingen-almeerkans", "leerlingen van Almeerkans", "pupils of Almeerkans"),
    pupils(
        BOTH,
        "leerlingen-maatwerkbudget",
        "leerlingen met een maatwerkbudget in het jaar",
        "pupils with a tailored budget in the year",
    ),
    months(
        BOTH,
        "maanden-maatwerkbudget",
        "maanden waarvoor zij het samen krijgen",
        "months for which they receive it together",
    ),
    months(
        BOTH,
        "maanden-overbruggingsbudget",
        "maanden overbruggingsbudget van leerlingen die op plaatsing wachten",
        "months of bridging budget of pupils who wait for a place",
    ),
    pupils(
        BOTH,
        "ingeschreven-1-september",
        "leerlingen met een TLV op 1 september",
        "pupils with a TLV on 1 September",
    ),
    pupils(BOTH, "ingeschreven-1-februari", "leerlingen met een TLV op 1 februari", "pupils with a TLV on 1 February"),
    pupils(BOTH, "ingeschreven-1-juni", "leerlingen met een TLV op 1 juni", "pupils with a TLV on 1 June"),
    pupils(
        PO,
        "instroom-sbo",
        "SBO: instroom van 2 februari tot en met 1 juni",
        "SBO: inflow from 2 February to 1 June",
    ),
    pupils(PO, "uitstroom-sbo", "SBO: uitstroom in die periode", "SBO: outflow in that period"),
    pupils(PO, "instroom-so-categorie-1", "SO: instroom, categorie I", "SO: inflow, category I"),
    pupils(PO, "uitstroom-so-categorie-1", "SO: uitstroom, categorie I", "SO: outflow, category I"),
    pupils(PO, "instroom-so-categorie-2", "SO: instroom, categorie II", "SO: inflow, category II"),
    pupils(PO, "uitstroom-so-categorie-2", "SO: uitstroom, categorie II", "SO: outflow, category II"),
    pupils(PO, "instroom-so-categorie-3", "SO: instroom, categorie III", "SO: inflow, category III"),
    pupils(PO, "uitstroom-so-categorie-3", "SO: uitstroom, categorie III", "SO: outflow, category III"),
    pupils(VO, "instroom-vso-categorie-1", "VSO: instroom, categorie I", "VSO: inflow, category I"),
    pupils(VO, "uitstroom-vso-categorie-1", "VSO: uitstroom, categorie I", "VSO: outflow, category I"),
    pupils(VO, "instroom-vso-categorie-2", "VSO: instroom, categorie II", "VSO: inflow, category II"),
    pupils(VO, "uitstroom-vso-categorie-2", "VSO: uitstroom, categorie II", "VSO: outflow, category II"),
    pupils(VO, "instroom-vso-categorie-3", "VSO: instroom, categorie III", "VSO: inflow, category III"),
    pupils(VO, "uitstroom-vso-categorie-3", "VSO: uitstroom, categorie III", "VSO: outflow, category III"),
];

/// Who receives a budget line that names its recipient.
pub(crate) static ATTRIBUTES: [AboutAttribute; 2] = [
    AboutAttribute {
        name: "is-klimop",
        meaning: (
            "of dit is wie de begrotingsregel Klimop ontvangt",
            "whether this is who receives the budget line Klimop",
        ),
        kind: AttributeKind::YesNo,
        sectors: PO,
    },
    AboutAttribute {
        name: "is-cordeo",
        meaning: (
            "of dit is wie de begrotingsregel Cordeo ontvangt",
            "whether this is who receives the budget line Cordeo",
        ),
        kind: AttributeKind::YesNo,
        sectors: PO,
    },
];
