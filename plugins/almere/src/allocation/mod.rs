//! The allocation model of annex VIII: what remains after transfers,
//! organisation and statutory tasks goes to programmes, and from them to
//! schools.

pub(crate) mod algemene_arrangementsmiddelen;

use swv_plugin::{Allocate, Allocation, AllocationInput, Failure};

use crate::Almere;

impl Allocate for Almere {
    fn allocate(input: &AllocationInput) -> Result<Allocation, Failure> {
        let mut allocation = Allocation::default();
        algemene_arrangementsmiddelen::allocate(&mut allocation, input)?;
        Ok(allocation)
    }
}
