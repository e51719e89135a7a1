//! The TOP allocation (8.1.2): each regular school receives an amount per
//! pupil and buys places in specialised education from it.

pub(crate) mod bedrag_per_leerling;
pub(crate) mod inkoop_day_a_week_school;
pub(crate) mod inkoop_plaatsing;

use swv_plugin::{Allocate, Allocation, AllocationInput, Failure};

use crate::ZuidKennemerland;

impl Allocate for ZuidKennemerland {
    fn allocate(input: &AllocationInput) -> Result<Allocation, Failure> {
        let mut allocation = Allocation::default();
        bedrag_per_leerling::allocate(&mut allocation, input)?;
        inkoop_plaatsing::allocate(&mut allocation, input)?;
        inkoop_day_a_week_school::allocate(&mut allocation, input)?;
        Ok(allocation)
    }
}
