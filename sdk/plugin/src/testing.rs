//! What the tests of more than one rule share.

use swv_core::{
    AllocationInput, BudgetFigures, CalendarYear, Facts, Parameters, PupilCount, QuantityColumn, RecipientKind,
    SchoolKind, Sector, Unit,
};

/// Recipients of one kind, with a count of pupils each.
pub(crate) fn input(kind: SchoolKind, counts: Vec<PupilCount>) -> AllocationInput {
    let kinds = vec![RecipientKind::School(kind); counts.len()];
    let counts = counts.into_iter().map(Into::into);
    AllocationInput {
        sector: Sector::Po,
        year: CalendarYear::new(2024).unwrap().into(),
        kinds,
        quantities: vec![QuantityColumn::new("leerlingen", Unit::Pupils, counts)],
        attributes: Vec::new(),
        parameters: Parameters::default(),
        facts: Facts::default(),
        budget: BudgetFigures::default(),
    }
}
