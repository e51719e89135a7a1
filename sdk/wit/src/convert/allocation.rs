//! Money divided over recipients.

use swv_core::{
    Allocation, AllocationInput, Invalid, PupilCount, QuantityColumn, RecipientKind, Remainder, SchoolKind, Text,
};

use crate::cross::{fallible, infallible, record};
use crate::wit::allocation as wit;

record!(wit::AllocationInput = AllocationInput {
    sector => cross,
    year => cross,
    kinds => cross,
    quantities => cross,
    parameters => cross,
    facts => cross,
    budget => cross,
});
record!(wit::Remainder = Remainder { rule, amount => cross });
record!(wit::Allocation = Allocation {
    rule_ids,
    recipients,
    rules,
    quantities,
    rates,
    divisors,
    amounts,
    remainders => cross,
    causes => cross,
    gap_recipients,
    gap_rules,
    gap_causes,
    absent,
});

impl TryFrom<wit::QuantityColumn> for QuantityColumn {
    type Error = Invalid;

    fn try_from(given: wit::QuantityColumn) -> Result<QuantityColumn, Invalid> {
        if given.at_least.len() != given.at_most.len() {
            let rule = Text::new("beide grenzen zijn even lang", "both bounds have the same length");
            let value = format!("{} and {}", given.at_least.len(), given.at_most.len());
            return Err(Invalid { place: given.name, value, rule });
        }
        let bounds = given.at_least.into_iter().zip(given.at_most);
        // Bounds that are the wrong way round mean that nothing is known.
        let count = |(low, high)| PupilCount::between(low, high).unwrap_or(PupilCount::Unknown);
        Ok(QuantityColumn { name: given.name, counts: bounds.map(count).collect() })
    }
}

impl TryFrom<QuantityColumn> for wit::QuantityColumn {
    type Error = Invalid;

    fn try_from(given: QuantityColumn) -> Result<wit::QuantityColumn, Invalid> {
        let bounds = |count: &PupilCount| match count {
            PupilCount::Exact(count) => (*count, *count),
            PupilCount::Between { at_least, at_most, .. } => (*at_least, *at_most),
            PupilCount::Unknown => (1, 0),
        };
        let (at_least, at_most) = given.counts.iter().map(bounds).unzip();
        Ok(wit::QuantityColumn { name: given.name, at_least, at_most })
    }
}

fallible!(wit::QuantityColumn, QuantityColumn);

impl From<wit::RecipientKind> for RecipientKind {
    fn from(given: wit::RecipientKind) -> RecipientKind {
        RecipientKind::School(match given {
            wit::RecipientKind::Board => return RecipientKind::Board,
            wit::RecipientKind::Partnership => return RecipientKind::Partnership,
            wit::RecipientKind::Bao => SchoolKind::Bao,
            wit::RecipientKind::Sbo => SchoolKind::Sbo,
            wit::RecipientKind::So => SchoolKind::So,
            wit::RecipientKind::SoVso => SchoolKind::SoVso,
            wit::RecipientKind::Vso => SchoolKind::Vso,
            wit::RecipientKind::Vo => SchoolKind::Vo,
            wit::RecipientKind::Pro => SchoolKind::Pro,
            wit::RecipientKind::Opdc => SchoolKind::Opdc,
            wit::RecipientKind::Newcomer => SchoolKind::Newcomer,
        })
    }
}

impl From<RecipientKind> for wit::RecipientKind {
    fn from(given: RecipientKind) -> wit::RecipientKind {
        match given {
            RecipientKind::Board => wit::RecipientKind::Board,
            RecipientKind::Partnership => wit::RecipientKind::Partnership,
            RecipientKind::School(SchoolKind::Bao) => wit::RecipientKind::Bao,
            RecipientKind::School(SchoolKind::Sbo) => wit::RecipientKind::Sbo,
            RecipientKind::School(SchoolKind::So) => wit::RecipientKind::So,
            RecipientKind::School(SchoolKind::SoVso) => wit::RecipientKind::SoVso,
            RecipientKind::School(SchoolKind::Vso) => wit::RecipientKind::Vso,
            RecipientKind::School(SchoolKind::Vo) => wit::RecipientKind::Vo,
            RecipientKind::School(SchoolKind::Pro) => wit::RecipientKind::Pro,
            RecipientKind::School(SchoolKind::Opdc) => wit::RecipientKind::Opdc,
            RecipientKind::School(SchoolKind::Newcomer) => wit::RecipientKind::Newcomer,
        }
    }
}

infallible!(wit::RecipientKind, RecipientKind);
