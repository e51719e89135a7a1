//! The columns of a dataset that the rules read.

use swv_plugin::AboutQuantity;

const fn optional(name: &'static str, nl: &'static str, en: &'static str) -> AboutQuantity {
    AboutQuantity { name, meaning: (nl, en), required: false }
}

/// The columns that the rules read. None is needed by all: PO and VO differ.
pub(crate) const QUANTITIES: [AboutQuantity; 45] = [
    optional(
        "leerlingen",
        "PO: leerlingen op reguliere basisscholen op 1 februari van het jaar ervoor",
        "PO: pupils in regular primary schools on 1 February of the year before",
    ),
    optional(
        "leerlingen-havo-vwo",
        "VO: leerlingen havo en vwo op 1 oktober van het jaar ervoor",
        "VO: pupils in havo and vwo on 1 October of the year before",
    ),
    optional(
        "leerlingen-vmbo",
        "VO: leerlingen vmbo op 1 oktober van het jaar ervoor",
        "VO: pupils in vmbo on 1 October of the year before",
    ),
    optional(
        "leerlingen-lwoo-2018-2020",
        "VO: leerlingen lwoo in de jaren 2018 tot en met 2020, waarop de verdeelsleutel rust",
        "VO: pupils in lwoo in the years 2018 to 2020, on which the distribution key rests",
    ),
    optional(
        "groepen-neo",
        "PO: groepen NEO-onderwijs van de basisschool",
        "PO: groups of full-time gifted education (NEO) of the primary school",
    ),
    optional("groepen-gis", "PO: GIS-groepen van de basisschool", "PO: GIS groups of the primary school"),
    optional("groepen-kleuters", "SBO: kleutergroepen", "SBO: infant groups"),
    optional("groepen-structuur-sbo", "SBO: structuurgroepen", "SBO: structure groups"),
    optional("groepen-triangel", "SBO: diagnostiekgroepen Triangel", "SBO: diagnostic groups Triangel"),
    optional("groepen-tamboerijn", "SBO: behandelgroepen Tamboerijn", "SBO: treatment groups Tamboerijn"),
    optional("groepen-praktijk", "SBO: praktijkgroepen", "SBO: practical groups"),
    optional("groepen-wonderboom", "SBO: groepen Wonderboom", "SBO: groups Wonderboom"),
    optional("groepen-schakelklas", "SBO of opdc: schakelklassen", "SBO or OPDC: bridging classes"),
    optional("groepen-structuur-so", "SO: structuurgroepen", "SO: structure groups"),
    optional("leerlingen-sbo-plus", "leerlingen met een arrangement sbo+", "pupils with an arrangement SBO+"),
    optional("is-klimop", "1 voor wie de begrotingsregel Klimop ontvangt", "1 for who receives the budget line Klimop"),
    optional("is-cordeo", "1 voor wie de begrotingsregel Cordeo ontvangt", "1 for who receives the budget line Cordeo"),
    optional(
        "groepen-autisme-havo-vwo",
        "VO: groepen van het autismearrangement havo en vwo",
        "VO: groups of the autism arrangement in havo and vwo",
    ),
    optional(
        "groepen-autisme-mavo",
        "VO: groepen van het autismearrangement mavo",
        "VO: groups of the autism arrangement in mavo",
    ),
    optional("groepen-structuur-havo-vwo", "VO: structuurklassen havo en vwo", "VO: structure classes in havo and vwo"),
    optional(
        "groepen-begaafd",
        "VO: groepen van het arrangement voor begaafde leerlingen",
        "VO: groups of the arrangement for gifted pupils",
    ),
    optional(
        "leerlingen-praktijkonderwijs",
        "leerlingen praktijkonderwijs op 1 oktober van het jaar ervoor",
        "pupils in practical training on 1 October of the year before",
    ),
    optional(
        "sleutel-ondersteuningsstructuur-vmbo",
        "deel van de school in de sleutel van de ondersteuningsstructuur vmbo; het plan geeft de sleutel niet",
        "the school's part in the key of the vmbo support structure; the plan does not give the key",
    ),
    optional("leerlingen-opdc", "leerlingen op het opdc", "pupils in the OPDC"),
    optional("leerlingen-almeerkans", "leerlingen van Almeerkans", "pupils of Almeerkans"),
    optional(
        "leerlingen-maatwerkbudget",
        "leerlingen met een maatwerkbudget in het jaar",
        "pupils with a tailored budget in the year",
    ),
    optional(
        "maanden-maatwerkbudget",
        "maanden waarvoor zij het samen krijgen",
        "months for which they receive it together",
    ),
    optional(
        "maanden-overbruggingsbudget",
        "maanden overbruggingsbudget van leerlingen die op plaatsing wachten",
        "months of bridging budget of pupils who wait for a place",
    ),
    optional("ingeschreven-1-september", "leerlingen met een TLV op 1 september", "pupils with a TLV on 1 September"),
    optional("ingeschreven-1-februari", "leerlingen met een TLV op 1 februari", "pupils with a TLV on 1 February"),
    optional("ingeschreven-1-juni", "leerlingen met een TLV op 1 juni", "pupils with a TLV on 1 June"),
    optional("instroom-sbo", "SBO: instroom van 2 februari tot en met 1 juni", "SBO: inflow from 2 February to 1 June"),
    optional("uitstroom-sbo", "SBO: uitstroom in die periode", "SBO: outflow in that period"),
    optional("instroom-so-categorie-1", "SO: instroom, categorie I", "SO: inflow, category I"),
    optional("uitstroom-so-categorie-1", "SO: uitstroom, categorie I", "SO: outflow, category I"),
    optional("instroom-so-categorie-2", "SO: instroom, categorie II", "SO: inflow, category II"),
    optional("uitstroom-so-categorie-2", "SO: uitstroom, categorie II", "SO: outflow, category II"),
    optional("instroom-so-categorie-3", "SO: instroom, categorie III", "SO: inflow, category III"),
    optional("uitstroom-so-categorie-3", "SO: uitstroom, categorie III", "SO: outflow, category III"),
    optional("instroom-vso-categorie-1", "VSO: instroom, categorie I", "VSO: inflow, category I"),
    optional("uitstroom-vso-categorie-1", "VSO: uitstroom, categorie I", "VSO: outflow, category I"),
    optional("instroom-vso-categorie-2", "VSO: instroom, categorie II", "VSO: inflow, category II"),
    optional("uitstroom-vso-categorie-2", "VSO: uitstroom, categorie II", "VSO: outflow, category II"),
    optional("instroom-vso-categorie-3", "VSO: instroom, categorie III", "VSO: inflow, category III"),
    optional("uitstroom-vso-categorie-3", "VSO: uitstroom, categorie III", "VSO: outflow, category III"),
];
