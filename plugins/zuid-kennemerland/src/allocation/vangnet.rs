//! The growth clause for SO schools of cluster 3.

use swv_plugin::{AboutRule, Allocation, AllocationInput, Failure, GrowthClause, RecipientKind, SchoolKind};

use crate::PLAN;

pub(crate) const RULE: AboutRule = AboutRule {
    id: "vangnet",
    title: ("vangnetbepaling voor SO cluster 3", "growth clause for SO, cluster 3"),
    source: (PLAN, "8.1.7"),
    interpreted: Some(
        "Het plan volgt de landelijke handreiking: netto instroom van 2 februari tot en met 1 juni, als de groei dan groter \
         is dan van 1 september tot en met 1 februari. Hier geldt het tarief van het jaar waarin wordt betaald, en een \
         totaal onder nul wordt niet gefactureerd. Hoofdstuk 12 begroot een maximale ruimte; 8.1.7 noemt die niet en \
         zegt niet wat erboven gebeurt. Er wordt dus niet afgetopt; het resultaat meldt een som die hoger is.",
    ),
    ..AboutRule::STATED
};

pub(super) fn allocate(allocation: &mut Allocation, input: &AllocationInput) -> Result<(), Failure> {
    let tariff = |category: u8| input.parameters.money(&format!("tarief-tlv-so-categorie-{category}"), input.year);
    GrowthClause {
        rule: RULE.id,
        enrolled: ["so-ingeschreven-1-september", "so-ingeschreven-1-februari", "so-ingeschreven-1-juni"],
        categories: &[
            ("so-instroom-categorie-1", "so-uitstroom-categorie-1", tariff(1)),
            ("so-instroom-categorie-2", "so-uitstroom-categorie-2", tariff(2)),
            ("so-instroom-categorie-3", "so-uitstroom-categorie-3", tariff(3)),
        ],
        to: |kind| matches!(kind, RecipientKind::School(SchoolKind::So | SchoolKind::SoVso)),
    }
    .add(allocation, input)
}
