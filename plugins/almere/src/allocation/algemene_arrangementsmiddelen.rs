//! General arrangement funds: what the budget reserves, as an amount per pupil
//! for every regular school.

use swv_plugin::{AboutRule, Allocation, AllocationInput, Divided, Failure, Sector};

use crate::PLAN;

pub(crate) const RULE: AboutRule = AboutRule {
    id: "algemene-arrangementsmiddelen",
    title: ("algemene arrangementsmiddelen per leerling", "general arrangement funds per pupil"),
    source: (PLAN, "bijlage X, de arrangementsmiddelen; bijlage VII, programma 1"),
    interpreted: Some(
        "Het plan zegt dat elke school een bedrag per leerling krijgt en noemt het bedrag niet. Het is hier het begrote \
         bedrag gedeeld door de leerlingen, naar beneden afgerond op hele centen; de rest blijft over.",
    ),
    ..AboutRule::STATED
};

/// The budget lines that are divided, and the pupils whom they are for.
const PO: [(&str, &str); 1] = [("algemene-arrangementsmiddelen", "leerlingen")];
const VO: [(&str, &str); 2] = [
    ("algemene-arrangementsmiddelen-havo-vwo", "leerlingen-havo-vwo"),
    ("algemene-arrangementsmiddelen-vmbo", "leerlingen-vmbo"),
];

pub(super) fn allocate(allocation: &mut Allocation, input: &AllocationInput) -> Result<(), Failure> {
    let funds: &[(&str, &str)] = match input.sector {
        Sector::Po => &PO,
        Sector::Vo => &VO,
    };
    for (line, pupils) in funds {
        Divided::new(RULE.id, pupils, input.budget.money(line, input.year)?).per_quantity(allocation, input)?;
    }
    Ok(())
}
