//! Budget lines that name who receives them, and not what for: the whole line
//! goes to whom the dataset says it is.

use swv_plugin::{AboutRule, Allocation, AllocationInput, Divided, Failure, RecipientKind, Sector};

use super::is_sbo;
use crate::{PLAN, PO};

pub(crate) const RULE: AboutRule = AboutRule {
    id: "overdracht-aan-genoemde",
    title: ("begrotingsregel die haar ontvanger noemt", "budget line that names its recipient"),
    source: (PLAN, "bijlage VII, programma 2"),
    interpreted: Some(
        "De begroting noemt bij deze regels een ontvanger, en het plan zegt niet hoe het bedrag tot stand komt. Het gaat \
         hier in zijn geheel naar wie de dataset als die ontvanger aanwijst; wijst zij er meer aan, dan naar rato.",
    ),
    sectors: PO,
    ..AboutRule::STATED
};

pub(super) fn allocate(allocation: &mut Allocation, input: &AllocationInput) -> Result<(), Failure> {
    if input.sector != Sector::Po {
        return Ok(());
    }
    let is_sbo_or_board: fn(RecipientKind) -> bool = |kind| is_sbo(kind) || kind == RecipientKind::Board;
    for (line, is_named) in [("klimop-management", "is-klimop"), ("overdracht-cordeo", "is-cordeo")] {
        let amount = input.budget.money(line, input.year)?;
        Divided::among(RULE.id, is_named, amount).to(is_sbo_or_board).in_proportion(allocation, input)?;
    }
    Ok(())
}
