//! A pupil with a TLV stays in the primary school: the school receives the
//! tariff of the TLV once, in August, for a school year. What was paid for the
//! months after a pupil left is recovered.

use swv_plugin::{AboutRule, Allocation, AllocationInput, Failure, Money, PerQuantity, Year};

use crate::PLAN;
use crate::budget::volumebekostiging;

pub(crate) const RULE: AboutRule = AboutRule {
    id: "tlv-op-basisschool",
    title: ("TLV op de basisschool", "TLV in the primary school"),
    source: (PLAN, "8.1.4"),
    interpreted: Some(
        "Het plan betaalt naar het tarief van het lopende kalenderjaar; voor een TLV SBO is dat hier het IKC-tarief voor \
         uitkering uit de tabel van 8.1.2. Een maand is een twaalfde van het tarief; wie van januari tot en met juli \
         vertrekt, is in augustus van het jaar ervoor betaald, naar het tarief van toen.",
    ),
    ..AboutRule::STATED
};

pub(super) fn allocate(allocation: &mut Allocation, input: &AllocationInput) -> Result<(), Failure> {
    for category in ["ikc", "so-categorie-1", "so-categorie-2", "so-categorie-3"] {
        let paid = format!("tlv-op-basisschool-{category}");
        PerQuantity::new(RULE.id, &paid, tariff(input, category, input.year)).add(allocation, input)?;
        let left = format!("maanden-vertrek-tlv-op-basisschool-{category}");
        recover(allocation, input, &left, tariff(input, category, input.year))?;
        let left = format!("maanden-vertrek-uit-vorig-jaar-tlv-op-basisschool-{category}");
        let before = input.year.previous().ok_or_else(|| Failure::OutOfRange(format!("no year before {}", input.year)));
        recover(allocation, input, &left, before.and_then(|year| tariff(input, category, year)))?;
    }
    Ok(())
}

/// Takes back the months that were paid for and not used.
fn recover(
    allocation: &mut Allocation,
    input: &AllocationInput,
    months: &str,
    tariff: Result<Money, Failure>,
) -> Result<(), Failure> {
    PerQuantity::new(RULE.id, months, tariff).deducted().months().add(allocation, input)
}

/// What a TLV on a primary school is worth in a year.
fn tariff(input: &AllocationInput, category: &str, year: Year) -> Result<Money, Failure> {
    match category {
        "ikc" => volumebekostiging::tariff(&input.parameters, year),
        _ => input.parameters.money(&format!("tarief-tlv-{category}"), year),
    }
}
