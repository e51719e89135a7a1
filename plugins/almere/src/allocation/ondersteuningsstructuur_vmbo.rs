//! Support structure of the vmbo (VO, programme 4): divided by a key that the
//! plan does not give.

use swv_plugin::{AboutRule, Allocation, AllocationInput, Divided, Failure, Sector};

use crate::{PLAN, VO};

pub(crate) const RULE: AboutRule = AboutRule {
    id: "ondersteuningsstructuur-vmbo",
    title: ("ondersteuningsstructuur vmbo naar opgegeven sleutel", "vmbo support structure by a supplied key"),
    source: (PLAN, "bijlage VII, programma 4"),
    interpreted: Some(
        "Het plan begroot een bedrag voor de ondersteuningsstructuur van het vmbo en zwijgt over de verdeling; wie de \
         sleutel kent, geeft het deel van elke school in de dataset op.",
    ),
    sectors: VO,
    ..AboutRule::STATED
};

pub(super) fn allocate(allocation: &mut Allocation, input: &AllocationInput) -> Result<(), Failure> {
    if input.sector != Sector::Vo {
        return Ok(());
    }
    let amount = input.budget.money("ondersteuningsstructuur-vmbo", input.year)?;
    Divided::new(RULE.id, "sleutel-ondersteuningsstructuur-vmbo", amount).in_proportion(allocation, input)
}
