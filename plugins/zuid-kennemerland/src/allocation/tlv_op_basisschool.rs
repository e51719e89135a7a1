//! A pupil with a TLV stays in the primary school: the school receives the
//! tariff of the TLV once, in August, for a school year. What was paid for the
//! months after a pupil left is recovered.

use swv_plugin::{AboutRule, Allocation, AllocationInput, Failure, PerQuantity};

use crate::PLAN;
use crate::budget::volumebekostiging;

pub(crate) const RULE: AboutRule = AboutRule {
    id: "tlv-op-basisschool",
    title: ("TLV op de basisschool", "TLV in the primary school"),
    source: (PLAN, "8.1.4"),
    interpreted: Some(
        "Het plan betaalt naar het tarief van het lopende kalenderjaar; voor een TLV SBO is dat hier het IKC-tarief voor \
         uitkering uit de tabel van 8.1.2. Een maand is een twaalfde van het tarief.",
    ),
};

pub(super) fn allocate(allocation: &mut Allocation, input: &AllocationInput) -> Result<(), Failure> {
    let (parameters, year) = (&input.parameters, input.year);
    let tariffs = [
        ("ikc", volumebekostiging::tariff(parameters, year)),
        ("so-categorie-1", parameters.money("tarief-tlv-so-categorie-1", year)),
        ("so-categorie-2", parameters.money("tarief-tlv-so-categorie-2", year)),
        ("so-categorie-3", parameters.money("tarief-tlv-so-categorie-3", year)),
    ];
    for (category, tariff) in tariffs {
        let paid = format!("tlv-op-basisschool-{category}");
        PerQuantity::new(RULE.id, &paid, tariff.clone()).add(allocation, input)?;
        let left = format!("maanden-vertrek-tlv-op-basisschool-{category}");
        PerQuantity::new(RULE.id, &left, tariff).deducted().months().add(allocation, input)?;
    }
    Ok(())
}
