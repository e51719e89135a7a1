//! The growth clause of annex IX: for SO and SBO in PO, for VSO in VO.

use swv_plugin::{
    AboutRule, Allocation, AllocationInput, Failure, GrowthClause, Money, RecipientKind, SchoolKind, Sector,
};

use super::{is_sbo, is_so};
use crate::PLAN;

pub(crate) const RULE: AboutRule = AboutRule {
    id: "groeiregeling",
    title: (
        "vangnetbepaling: netto instroom bij bovengemiddelde groei",
        "growth clause: net inflow above average growth",
    ),
    source: (PLAN, "bijlage IX"),
    interpreted: Some(
        "De stappen staan in het plan; de bedragen komen uit de ministeriële regeling, die het niet afdrukt, en dus van de \
         gebruiker. Een school voor SBO kent een enkele categorie.",
    ),
    ..AboutRule::STATED
};

const ENROLLED: [&str; 3] = ["ingeschreven-1-september", "ingeschreven-1-februari", "ingeschreven-1-juni"];

pub(super) fn allocate(allocation: &mut Allocation, input: &AllocationInput) -> Result<(), Failure> {
    let tariff = |key: &str| input.parameters.money(key, input.year);
    match input.sector {
        Sector::Po => {
            let sbo = [("instroom-sbo", "uitstroom-sbo", tariff("tarief-sbo"))];
            clause(allocation, input, &sbo, is_sbo)?;
            let so = [
                ("instroom-so-categorie-1", "uitstroom-so-categorie-1", tariff("tarief-so-categorie-1")),
                ("instroom-so-categorie-2", "uitstroom-so-categorie-2", tariff("tarief-so-categorie-2")),
                ("instroom-so-categorie-3", "uitstroom-so-categorie-3", tariff("tarief-so-categorie-3")),
            ];
            clause(allocation, input, &so, is_so)
        }
        Sector::Vo => {
            let vso = [
                ("instroom-vso-categorie-1", "uitstroom-vso-categorie-1", tariff("tarief-vso-categorie-1")),
                ("instroom-vso-categorie-2", "uitstroom-vso-categorie-2", tariff("tarief-vso-categorie-2")),
                ("instroom-vso-categorie-3", "uitstroom-vso-categorie-3", tariff("tarief-vso-categorie-3")),
            ];
            clause(allocation, input, &vso, |kind| {
                matches!(kind, RecipientKind::School(SchoolKind::Vso | SchoolKind::SoVso))
            })
        }
    }
}

fn clause(
    allocation: &mut Allocation,
    input: &AllocationInput,
    categories: &[(&str, &str, Result<Money, Failure>)],
    to: fn(RecipientKind) -> bool,
) -> Result<(), Failure> {
    GrowthClause { rule: RULE.id, enrolled: ENROLLED, categories, to }.add(allocation, input)
}
