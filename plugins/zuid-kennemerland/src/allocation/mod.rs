//! The TOP allocation (ch. 8): each regular school receives an amount per
//! pupil and buys places in specialised education from it; beside it the
//! payments that follow a pupil or a special school.

pub(crate) mod bedrag_per_leerling;
pub(crate) mod factuur_ander_samenwerkingsverband;
pub(crate) mod inkoop_day_a_week_school;
pub(crate) mod inkoop_plaatsing;
pub(crate) mod instroombudget;
pub(crate) mod opmaatklas;
pub(crate) mod passend_naar_pro;
pub(crate) mod terugplaatsingsbudget;
pub(crate) mod tlv_op_basisschool;
pub(crate) mod vangnet;
pub(crate) mod volumebekostiging_ikc;
pub(crate) mod vrijgestelde_plaatsing;
pub(crate) mod zorgplicht_na_overstap;

use swv_plugin::{AboutQuantity, Allocate, Allocation, AllocationInput, Failure, Unit};

use crate::ZuidKennemerland;

impl Allocate for ZuidKennemerland {
    fn allocate(input: &AllocationInput) -> Result<Allocation, Failure> {
        let rules = [
            bedrag_per_leerling::allocate,
            inkoop_plaatsing::allocate,
            vrijgestelde_plaatsing::allocate,
            zorgplicht_na_overstap::allocate,
            inkoop_day_a_week_school::allocate,
            tlv_op_basisschool::allocate,
            instroombudget::allocate,
            terugplaatsingsbudget::allocate,
            opmaatklas::allocate,
            passend_naar_pro::allocate,
            volumebekostiging_ikc::allocate,
            factuur_ander_samenwerkingsverband::allocate,
            vangnet::allocate,
        ];
        let mut allocation = Allocation::default();
        for rule in rules {
            rule(&mut allocation, input)?;
        }
        Ok(allocation)
    }
}

/// A column that a rule can do without: a dataset that lacks it has nothing
/// for that rule.
const fn optional(name: &'static str, nl: &'static str, en: &'static str) -> AboutQuantity {
    AboutQuantity { name, meaning: (nl, en), ..AboutQuantity::PUPILS }
}

const fn months(name: &'static str, nl: &'static str, en: &'static str) -> AboutQuantity {
    AboutQuantity { name, meaning: (nl, en), unit: Unit::MONTHS, ..AboutQuantity::PUPILS }
}

/// The columns that the rules read.
pub(crate) static QUANTITIES: [AboutQuantity; 35] = [
    AboutQuantity {
        name: "leerlingen",
        meaning: ("leerlingen op de vastgestelde teldatum", "pupils on the count date"),
        required: true,
        ..AboutQuantity::PUPILS
    },
    optional(
        "plaatsingen-gespecialiseerd",
        "leerlingen die de school op het IKC of in het SO heeft geplaatst, ook de vrijgestelde",
        "pupils whom the school placed in IKC or SO, the exempt ones included",
    ),
    optional(
        "plaatsingen-voorschoolse-tlv",
        "daarvan met een TLV van voor de schoolgang",
        "of these with a TLV from before school started",
    ),
    optional(
        "plaatsingen-opvanghuis",
        "daarvan leerlingen uit een opvanghuis in de regio",
        "of these pupils who started at school in the region through a shelter",
    ),
    optional(
        "plaatsingen-internationale-taalklas",
        "daarvan leerlingen vanuit de Internationale Taalklas",
        "of these pupils from the newcomer class (Internationale Taalklas)",
    ),
    optional(
        "plaatsingen-bestuurscommissie",
        "daarvan op besluit van de bestuurscommissie",
        "of these by decision of the board committee",
    ),
    optional(
        "plaatsingen-na-overstap",
        "leerlingen met extra behoeften die in overleg, zonder verhuizing, naar een andere basisschool gingen en binnen twee jaar zijn geplaatst; die school telt hen niet",
        "pupils with extra needs who by agreement and without a house move went to another primary school and were placed within two years; that school does not count them",
    ),
    AboutQuantity {
        name: "plaatsen-day-a-week-school",
        meaning: (
            "plaatsen op de Day a Week School die de school dit jaar inkoopt",
            "places in Day a Week School that the school buys this year",
        ),
        unit: Unit::PLACES,
        ..AboutQuantity::PUPILS
    },
    optional(
        "tlv-op-basisschool-ikc",
        "leerlingen met een TLV SBO op de basisschool voor het schooljaar dat dit jaar begint",
        "pupils with a TLV for SBO in the primary school, for the school year that begins this year",
    ),
    optional(
        "tlv-op-basisschool-so-categorie-1",
        "leerlingen met een TLV SO categorie I op de basisschool, evenzo",
        "pupils with a TLV for SO category I in the primary school, likewise",
    ),
    optional(
        "tlv-op-basisschool-so-categorie-2",
        "leerlingen met een TLV SO categorie II op de basisschool, evenzo",
        "pupils with a TLV for SO category II in the primary school, likewise",
    ),
    optional(
        "tlv-op-basisschool-so-categorie-3",
        "leerlingen met een TLV SO categorie III op de basisschool, evenzo",
        "pupils with a TLV for SO category III in the primary school, likewise",
    ),
    months(
        "maanden-vertrek-tlv-op-basisschool-ikc",
        "maanden van het schooljaar na vertrek, van augustus tot en met december, van leerlingen met een TLV SBO op de basisschool",
        "months of the school year after pupils with a TLV for SBO left the primary school between August and December",
    ),
    months(
        "maanden-vertrek-tlv-op-basisschool-so-categorie-1",
        "maanden na vertrek, SO categorie I",
        "months after leaving, SO category I",
    ),
    months(
        "maanden-vertrek-tlv-op-basisschool-so-categorie-2",
        "maanden na vertrek, SO categorie II",
        "months after leaving, SO category II",
    ),
    months(
        "maanden-vertrek-tlv-op-basisschool-so-categorie-3",
        "maanden na vertrek, SO categorie III",
        "months after leaving, SO category III",
    ),
    months(
        "maanden-vertrek-uit-vorig-jaar-tlv-op-basisschool-ikc",
        "maanden van het schooljaar na vertrek, van januari tot en met juli, TLV SBO",
        "months of the school year after leaving between January and July, TLV SBO",
    ),
    months(
        "maanden-vertrek-uit-vorig-jaar-tlv-op-basisschool-so-categorie-1",
        "maanden van het schooljaar na vertrek, van januari tot en met juli, SO categorie I",
        "months of the school year after leaving between January and July, SO categorie I",
    ),
    months(
        "maanden-vertrek-uit-vorig-jaar-tlv-op-basisschool-so-categorie-2",
        "maanden van het schooljaar na vertrek, van januari tot en met juli, SO categorie II",
        "months of the school year after leaving between January and July, SO categorie II",
    ),
    months(
        "maanden-vertrek-uit-vorig-jaar-tlv-op-basisschool-so-categorie-3",
        "maanden van het schooljaar na vertrek, van januari tot en met juli, SO categorie III",
        "months of the school year after leaving between January and July, SO categorie III",
    ),
    optional(
        "deelnemers-passend-naar-pro",
        "leerlingen die aan Passend naar Pro meedoen",
        "pupils who take part in Passend naar Pro",
    ),
    months(
        "maanden-instroombudget",
        "maanden van dit jaar, tot vertrek, binnen twee jaar na instroom met een voorschoolse TLV, uit het gespecialiseerd onderwijs of uit de Internationale Taalklas",
        "months of this year, until leaving, within two years of entry with a TLV from before school, from specialised education or from the newcomer class",
    ),
    months(
        "maanden-terugplaatsing",
        "maanden van dit jaar, tot vertrek, binnen twee jaar vanaf de eerste van de maand na de terugplaatsing binnen het samenwerkingsverband van leerlingen voor wie dit niet de oude school is",
        "months of this year, until leaving, within two years from the first of the month after a return inside the partnership of pupils for whom this is not the former school",
    ),
    AboutQuantity {
        name: "weken-opmaatklas",
        meaning: (
            "weken tussen 1 februari en de zomervakantie van leerlingen in de Opmaatgroep",
            "weeks between 1 February and the summer holidays of pupils in the bridging class (Opmaat)",
        ),
        unit: Unit::WEEKS,
        ..AboutQuantity::PUPILS
    },
    optional(
        "leerlingen-ikc",
        "leerlingen op een IKC-locatie op 1 februari van het jaar ervoor; bij een ander samenwerkingsverband: zijn leerlingen",
        "pupils in an IKC location on 1 February of the year before; for another partnership: its pupils",
    ),
    optional(
        "leerlingen-ikc-in-afspraak",
        "leerlingen waarop het bedrag van de IKC-locatie nu rust, volgens de laatste herijking",
        "pupils on whom the amount of the IKC location rests now, by the last recalibration",
    ),
    optional(
        "so-ingeschreven-1-september",
        "alle leerlingen met een TLV of in een residentiële plaats buiten justitie en gesloten jeugdhulp, op 1 september van twee jaar ervoor; alleen voor een school die betaling vraagt",
        "pupils with a TLV and residential pupils, not of a youth or closed institution, on 1 September two years before, of a school that asks to be paid",
    ),
    optional(
        "so-ingeschreven-1-februari",
        "evenzo op 1 februari van het jaar ervoor",
        "likewise on 1 February of the year before",
    ),
    optional("so-ingeschreven-1-juni", "evenzo op 1 juni van het jaar ervoor", "likewise on 1 June of the year before"),
    optional(
        "so-instroom-categorie-1",
        "nieuwe instroom van 2 februari tot en met 1 juni van het jaar ervoor, categorie I",
        "new inflow from 2 February to 1 June of the year before, category I",
    ),
    optional("so-uitstroom-categorie-1", "uitstroom in die periode, categorie I", "outflow in that period, category I"),
    optional("so-instroom-categorie-2", "instroom, categorie II", "inflow, category II"),
    optional("so-uitstroom-categorie-2", "uitstroom, categorie II", "outflow, category II"),
    optional("so-instroom-categorie-3", "instroom, categorie III", "inflow, category III"),
    optional("so-uitstroom-categorie-3", "uitstroom, categorie III", "outflow, category III"),
];
