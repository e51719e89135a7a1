//! An allocation over named recipients.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use swv_core::{
    AllocationInput, Dataset, DatasetQuantity, Missing, Money, RegionId, Rounding, Sector, Source, Text, Year,
};

use super::RegionError;
use super::totals::{self, Spread, Total};
use super::warning::{self, AllocationWarning};
use crate::{CallFailure, Digest, Region, Supplied};

/// An allocation over named recipients.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct AllocationReport {
    /// The region.
    pub region: RegionId,
    /// The sector.
    pub sector: Sector,
    /// The year of the money, of the calendar or of school.
    pub year: Year,
    /// The dataset it was made from.
    pub dataset: DatasetLabel,
    /// The rules that the lines refer to.
    pub rules: Vec<AllocationReportRule>,
    /// The lines, in the order of the recipients.
    pub lines: Vec<AllocationReportLine>,
    /// What each recipient receives in all.
    pub recipients: Vec<Total>,
    /// What each board receives in all for its schools.
    pub boards: Vec<Total>,
    /// How far recipients are apart, per pupil.
    pub recipient_spread: Option<Spread>,
    /// How far boards are apart, per pupil.
    pub board_spread: Option<Spread>,
    /// The sum of the lines.
    pub total_cents: Money,
    /// What rules that divide a whole amount left over.
    pub remainder_cents: Money,
    /// What is not known, and for whom.
    pub missing: Vec<Missing>,
    /// What to look at before it is used.
    #[serde(default)]
    pub warnings: Vec<AllocationWarning>,
    /// Values that the user supplied in the place of the region's own.
    pub supplied: Vec<Supplied>,
}

/// Which dataset an allocation was made from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct DatasetLabel {
    /// Its name.
    pub name: String,
    /// The digest of its file.
    pub digest: Digest,
    /// Whether its recipients and counts are made up.
    pub synthetic: bool,
    /// Its columns, with the day of their count and whether it is provisional.
    pub quantities: Vec<DatasetQuantity>,
}

/// A rule that made a line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct AllocationReportRule {
    /// Its id.
    pub id: String,
    /// What it does.
    pub title: Text,
    /// Where it stands.
    pub source: Option<Source>,
}

/// A line of an allocation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct AllocationReportLine {
    /// The recipient's id.
    pub recipient: String,
    /// The rule that made the line.
    pub rule: String,
    /// How many.
    pub quantity: i64,
    /// The amount for one, or for `per` of them; negative where the rule
    /// deducts.
    pub rate_cents: Money,
    /// How many the rate is for: 12 for months of a yearly rate.
    pub per: u32,
    /// Quantity times rate divided by `per`, rounded.
    pub amount_cents: Money,
    /// How it is rounded, where that is otherwise than towards zero.
    #[serde(default = "toward_zero", skip_serializing_if = "is_toward_zero")]
    pub rounding: Rounding,
}

fn toward_zero() -> Rounding {
    Rounding::TowardZero
}

fn is_toward_zero(rounding: &Rounding) -> bool {
    *rounding == Rounding::TowardZero
}

pub(crate) fn allocation_report(
    region: &Region,
    sector: Sector,
    year: Year,
    dataset: &Dataset,
    digest: Digest,
) -> Result<AllocationReport, RegionError> {
    let description = region.description();
    region.own(dataset)?;
    let unsound = |error| RegionError::Dataset { dataset: dataset.name.clone(), error };
    let mut quantities = Vec::new();
    for quantity in description.quantities_of(sector).filter(|quantity| year.overlaps(quantity.valid)) {
        match dataset.column(quantity).map_err(unsound)? {
            Some(column) => quantities.push(column),
            None if quantity.required => {
                return Err(RegionError::Quantity {
                    dataset: dataset.name.clone(),
                    region: region.id().clone(),
                    quantity: quantity.name.clone(),
                    meaning: quantity.meaning.nl.clone(),
                });
            }
            None => {}
        }
    }
    let mut attributes = Vec::new();
    for attribute in description.attributes_of(sector) {
        attributes.extend(dataset.attribute(attribute).map_err(unsound)?);
    }
    let allocation = region.plugin().allocate(&AllocationInput {
        sector,
        year,
        kinds: dataset.recipients.iter().map(|recipient| recipient.kind).collect(),
        quantities,
        attributes,
        parameters: region.parameters(sector),
        facts: region.facts(sector),
        budget: region.budget_figures(sector)?.clone(),
    })?;
    let broken = |promise: String| RegionError::from(region.plugin().error(CallFailure::Broken(promise)));
    let rule = |id: &String| {
        let rule = region
            .rule(id)
            .ok_or_else(|| broken(format!("a line names the rule {id}, which the plugin does not describe")))?;
        if !rule.sectors.contains(&sector) {
            return Err(broken(format!("a line names the rule {id}, which is not for sector {sector}")));
        }
        if !year.overlaps(rule.valid) {
            let valid = rule.valid;
            return Err(broken(format!("a line of {year} names the rule {id}, which holds {valid}")));
        }
        Ok(AllocationReportRule {
            id: id.clone(),
            title: rule.title.clone(),
            source: rule.provenance.source().cloned(),
        })
    };
    let mut rules: Vec<AllocationReportRule> = Vec::new();
    for applied in &allocation.applied {
        if rules.iter().all(|known| known.id != applied.rule) {
            rules.push(rule(&applied.rule)?);
        }
    }
    for left in &allocation.remainders {
        rule(&left.rule)?;
    }
    let asked = |name: &String| {
        description.quantities_of(sector).any(|quantity| quantity.name == *name)
            || description.attributes_of(sector).any(|attribute| attribute.name == *name)
    };
    if let Some(name) = allocation.absent.iter().find(|name| !asked(name)) {
        return Err(broken(format!("the quantity {name} is called absent, but was never asked for")));
    }
    let id = |recipient: u32| dataset.recipients[recipient as usize].id.clone();
    let mut lines: Vec<_> = allocation.lines().collect();
    lines.sort_by_key(|line| line.recipient);
    let absent = allocation.absent.iter().map(|name| Missing::new(name).supplied_by(&dataset.name));
    let gaps = allocation
        .gaps()
        .map(|gap| Missing::new(gap.cause.to_string()).for_recipient(id(gap.recipient)).needed_by(gap.rule));
    let out_of_range = |error: swv_core::MoneyError| broken(error.to_string());
    let recipients = totals::of_recipients(&allocation, dataset).map_err(out_of_range)?;
    let boards = totals::of_boards(&recipients, dataset).map_err(out_of_range)?;
    let mut warnings = warning::count_dates(dataset, sector, year);
    warnings.extend(warning::rooms(region.package(), &allocation, sector, year).map_err(out_of_range)?);
    Ok(AllocationReport {
        region: region.id().clone(),
        sector,
        year,
        dataset: DatasetLabel {
            name: dataset.name.clone(),
            digest,
            synthetic: dataset.synthetic,
            quantities: dataset.quantities.clone(),
        },
        rules,
        lines: lines
            .into_iter()
            .map(|line| AllocationReportLine {
                recipient: id(line.recipient),
                rule: line.rule.to_owned(),
                quantity: line.quantity,
                rate_cents: line.rate,
                per: line.per,
                amount_cents: line.amount,
                rounding: line.rounding,
            })
            .collect(),
        recipient_spread: Spread::of(&recipients).map_err(out_of_range)?,
        board_spread: Spread::of(&boards).map_err(out_of_range)?,
        recipients,
        boards,
        total_cents: allocation.total().map_err(out_of_range)?,
        remainder_cents: Money::try_sum(allocation.remainders.iter().map(|left| left.amount)).map_err(out_of_range)?,
        missing: absent.chain(gaps).collect(),
        warnings,
        supplied: region.package().supplied().to_vec(),
    })
}
