//! Almeerkans (VO), the entry course of the OPDC: its contribution from LWOO
//! money and the result that programme 6 carries.

use swv_plugin::{AboutRule, Allocation, AllocationInput, Failure, Sector};

use super::to_facility;
use crate::{PLAN, VO};

pub(crate) const RULE: AboutRule = AboutRule {
    id: "almeerkans",
    title: ("bijdrage en resultaat van Almeerkans", "contribution and result of Almeerkans"),
    source: (PLAN, "bijlage VII, programma 3 en 6; bijlage V"),
    interpreted: Some(
        "De bijdrage uit de middelen voor lwoo gaat in haar geheel naar Almeerkans, dat volgens bijlage V de \
         entree-opleiding van het opdc is. Programma 6 is hier het saldo van Almeerkans, zoals programma 5 dat van het opdc.",
    ),
    sectors: VO,
    ..AboutRule::STATED
};

const LINES: [&str; 2] = ["almeerkans-bijdrage-leerwegondersteunend-onderwijs", "almeerkans-entree"];

pub(super) fn allocate(allocation: &mut Allocation, input: &AllocationInput) -> Result<(), Failure> {
    match input.sector {
        Sector::Po => Ok(()),
        Sector::Vo => to_facility(allocation, input, RULE.id, "leerlingen-almeerkans", &LINES),
    }
}
