//! The TOP allocation (ch. 8): each regular school receives an amount per
//! pupil and buys places in specialised education from it; beside it the
//! payments that follow a pupil or a special school.

pub(crate) mod bedrag_per_leerling;
pub(crate) mod factuur_ander_samenwerkingsverband;
pub(crate) mod inkoop_day_a_week_school;
pub(crate) mod inkoop_plaatsing;
pub(crate) mod instroombudget;
pub(crate) mod opmaatklas;
pub(crate) mod terugplaatsingsbudget;
pub(crate) mod tlv_op_basisschool;
pub(crate) mod vangnet;
pub(crate) mod volumebekostiging_ikc;
pub(crate) mod vrijgestelde_plaatsing;
pub(crate) mod zorgplicht_na_overstap;

use swv_plugin::{AboutQuantity, Allocate, Allocation, AllocationInput, Failure};

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
    AboutQuantity { name, meaning: (nl, en), required: false }
}

/// The columns that the rules read.
pub(crate) const QUANTITIES: [AboutQuantity; 30] = [
    AboutQuantity {
        name: "leerlingen",
        meaning: ("leerlingen op de vastgestelde teldatum", "pupils on the count date"),
        required: true,
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
        "daarvan leerlingen die via een opvanghuis in de regio op school zijn gestart",
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
        "leerlingen die binnen twee jaar na hun overstap naar een andere basisschool zijn geplaatst; die telt hen niet",
        "pupils placed within two years of moving to another primary school, which does not count them",
    ),
    optional(
        "plaatsen-day-a-week-school",
        "plaatsen op de Day a Week School die de school dit jaar inkoopt",
        "places in Day a Week School that the school buys this year",
    ),
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
    optional(
        "maanden-vertrek-tlv-op-basisschool-ikc",
        "maanden van het schooljaar na vertrek van leerlingen met een TLV SBO op de basisschool",
        "months of the school year after pupils with a TLV for SBO left the primary school",
    ),
    optional(
        "maanden-vertrek-tlv-op-basisschool-so-categorie-1",
        "maanden na vertrek, SO categorie I",
        "months after leaving, SO category I",
    ),
    optional(
        "maanden-vertrek-tlv-op-basisschool-so-categorie-2",
        "maanden na vertrek, SO categorie II",
        "months after leaving, SO category II",
    ),
    optional(
        "maanden-vertrek-tlv-op-basisschool-so-categorie-3",
        "maanden na vertrek, SO categorie III",
        "months after leaving, SO category III",
    ),
    optional(
        "maanden-instroombudget",
        "maanden van dit jaar binnen twee jaar na instroom van leerlingen met een voorschoolse TLV",
        "months of this year within two years of the entry of pupils with a TLV from before school",
    ),
    optional(
        "maanden-terugplaatsing",
        "maanden van dit jaar binnen twee schooljaren na terugplaatsing van leerlingen voor wie dit niet de oude school is",
        "months of this year within two school years of the return of pupils for whom this is not the former school",
    ),
    optional(
        "weken-opmaatklas",
        "weken tussen 1 februari en de zomervakantie van leerlingen in de Opmaatgroep",
        "weeks between 1 February and the summer holidays of pupils in the bridging class (Opmaat)",
    ),
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
        "leerlingen met een TLV op 1 september",
        "pupils with a TLV on 1 September",
    ),
    optional("so-ingeschreven-1-februari", "leerlingen met een TLV op 1 februari", "pupils with a TLV on 1 February"),
    optional("so-ingeschreven-1-juni", "leerlingen met een TLV op 1 juni", "pupils with a TLV on 1 June"),
    optional(
        "so-instroom-categorie-1",
        "instroom van 2 februari tot en met 1 juni, categorie I",
        "inflow from 2 February to 1 June, category I",
    ),
    optional("so-uitstroom-categorie-1", "uitstroom in die periode, categorie I", "outflow in that period, category I"),
    optional("so-instroom-categorie-2", "instroom, categorie II", "inflow, category II"),
    optional("so-uitstroom-categorie-2", "uitstroom, categorie II", "outflow, category II"),
    optional("so-instroom-categorie-3", "instroom, categorie III", "inflow, category III"),
    optional("so-uitstroom-categorie-3", "uitstroom, categorie III", "outflow, category III"),
];
