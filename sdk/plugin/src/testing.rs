//! What the tests of more than one rule share.

use swv_core::{
    AllocationInput, BudgetFigures, CalendarYear, Facts, Parameters, PupilCount, QuantityColumn, RecipientKind,
    SchoolKind, Sector,
};

/// Recipients of one kind, with a count of pupils each.
pub(crate) fn input(kind: SchoolKind, counts: Vec<PupilCount>) -> AllocationInput {
    AllocationInput {
        sector: Sector::Po,
        year: CalendarYear::new(2024).unwrap(),
        kinds: vec![RecipientKind::School(kind); counts.len()],
        quantities: vec![QuantityColumn { name: "leerlingen".into(), counts }],
        parameters: Parameters::default(),
        facts: Facts::default(),
        budget: BudgetFigures::default(),
    }
}
