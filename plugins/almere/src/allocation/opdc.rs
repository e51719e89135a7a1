//! The OPDC (VO): its arrangements, its contribution from LWOO money, and the
//! result that programme 5 carries.

use swv_plugin::{AboutRule, Allocation, AllocationInput, Failure, Sector};

use super::to_facility;
use crate::{PLAN, VO};

pub(crate) const RULE: AboutRule = AboutRule {
    id: "opdc",
    title: ("middelen en resultaat van het opdc", "funds and result of the OPDC"),
    source: (PLAN, "bijlage VII, programma 1, 3 en 5; bijlage V"),
    interpreted: Some(
        "Elke begrotingsregel die het opdc noemt, gaat in haar geheel naar het opdc. Programma 5 is een bedrag per jaar, \
         soms negatief, zonder uitleg: hier is het het saldo van het opdc, dat het samenwerkingsverband aanvult als het \
         positief is en ontvangt als het negatief is. Een dataset met meer locaties verdeelt naar leerlingen.",
    ),
    sectors: VO,
    ..AboutRule::STATED
};

const LINES: [&str; 5] = [
    "opdc-arrangementsmiddelen-klass-en-maatwerkklas",
    "opdc-arrangementsmiddelen-structuurgroep",
    "opdc-bijdrage-leerwegondersteunend-onderwijs",
    "opdc-arrangementsmiddelen",
    "opdc",
];

pub(super) fn allocate(allocation: &mut Allocation, input: &AllocationInput) -> Result<(), Failure> {
    match input.sector {
        Sector::Po => Ok(()),
        Sector::Vo => to_facility(allocation, input, RULE.id, "leerlingen-opdc", &LINES),
    }
}
