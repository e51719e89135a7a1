//! The bridging class of SO Molenduin: the referring board pays by the week
//! between 1 February and the summer holidays.

use swv_plugin::{AboutRule, Allocation, AllocationInput, Failure, PerQuantity, RecipientKind, SchoolKind};

use crate::PLAN;

pub(crate) const RULE: AboutRule = AboutRule {
    id: "opmaatklas",
    title: ("weekbedrag Opmaatklas", "weekly amount of the bridging class"),
    source: (PLAN, "8.1.8"),
    interpreted: Some(
        "Het plan zegt dat het weekbedrag op de landelijke TLV-tarieven rust en noemt het niet; het komt van de gebruiker.",
    ),
    ..AboutRule::STATED
};

pub(super) fn allocate(allocation: &mut Allocation, input: &AllocationInput) -> Result<(), Failure> {
    let weekly = input.parameters.money("weekbedrag-opmaatklas", input.year);
    PerQuantity::new(RULE.id, "weken-opmaatklas", weekly)
        .deducted()
        .to(|kind| matches!(kind, RecipientKind::School(SchoolKind::Bao) | RecipientKind::Board))
        .add(allocation, input)
}
