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

use swv_plugin::{Allocate, Allocation, AllocationInput, Failure};

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
