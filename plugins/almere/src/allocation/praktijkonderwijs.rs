//! Arrangement funds of practical training (VO, programme 3).

use swv_plugin::{AboutRule, Allocation, AllocationInput, Divided, Failure, RecipientKind, SchoolKind, Sector};

use crate::{PLAN, VO};

pub(crate) const RULE: AboutRule = AboutRule {
    id: "praktijkonderwijs",
    title: ("arrangementsmiddelen praktijkonderwijs", "arrangement funds of practical training"),
    source: (PLAN, "bijlage VII, programma 3; bijlage IV, kaart dekkend netwerk VO"),
    interpreted: Some(
        "De begroting heeft een bedrag voor het praktijkonderwijs, dat volgens het plan een school met drie locaties is; \
         over de locaties verdeelt het plan niets. Hier volgt het geld de leerlingen.",
    ),
    sectors: VO,
    ..AboutRule::STATED
};

pub(super) fn allocate(allocation: &mut Allocation, input: &AllocationInput) -> Result<(), Failure> {
    if input.sector != Sector::Vo {
        return Ok(());
    }
    let amount = input.budget.money("praktijkonderwijs-arrangementsmiddelen", input.year)?;
    let is_pro = |kind| kind == RecipientKind::School(SchoolKind::Pro);
    Divided::new(RULE.id, "leerlingen-praktijkonderwijs", amount).to(is_pro).in_proportion(allocation, input)
}
