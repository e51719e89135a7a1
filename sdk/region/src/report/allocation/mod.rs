//! An allocation over named recipients.

mod gaps;
mod lines;
mod recipients;
mod totals;
mod warning;

use std::collections::BTreeSet;
use std::sync::Arc;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use swv_core::{
    AllocationInput, Capability, Dataset, DatasetError, DatasetQuantity, Money, MoneyError, RegionId, Sector, Source,
    SwvNumber, Text, Within, Year,
};

pub use gaps::AllocationMissing;
pub use lines::{AllocationReportLine, AllocationReportLines};
use recipients::Recipients;
pub use totals::{Spread, Total, Totals};
pub use warning::AllocationWarning;

use crate::{CallFailure, Digest, Region, RegionError, Supplied};

/// An allocation over named recipients.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
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
    pub lines: AllocationReportLines,
    /// What each recipient receives in all.
    pub recipients: Totals,
    /// What each board receives in all for its schools.
    pub boards: Totals,
    /// How far recipients are apart, per pupil.
    pub recipient_spread: Option<Spread>,
    /// How far boards are apart, per pupil.
    pub board_spread: Option<Spread>,
    /// The sum of the lines that could be made.
    pub total_cents: Within<Money>,
    /// Whether every line could be made; if not, the sum is not the whole.
    pub complete: bool,
    /// What rules that divide a whole amount left over, and what they could not
    /// divide.
    pub remainder_cents: Within<Money>,
    /// The amounts of which nothing could be divided, by rule: a count is not
    /// known, or nobody has any.
    pub undivided: Vec<Undivided>,
    /// What is not known, and for whom.
    pub missing: AllocationMissing,
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

/// What a rule could not divide.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Undivided {
    /// The rule.
    pub rule: String,
    /// What it does.
    pub title: Text,
    /// How much, in cents.
    pub amount_cents: Money,
}

impl AllocationReport {
    /// Whether it is the last word: every line could be made, every amount is
    /// exact, and no column was left unread.
    pub fn is_final(&self) -> bool {
        let unread = |warning: &AllocationWarning| matches!(warning, AllocationWarning::Unread { .. });
        let exact = self.lines.iter().all(|line| line.amount_cents.exact().is_some());
        self.complete && exact && !self.warnings.iter().any(unread)
    }

    /// Leaves only what concerns one recipient, by its id, or the schools of one
    /// board, by its number: what a decision letter (beschikking) says. None
    /// when the dataset has no such recipient and no such board.
    ///
    /// # Errors
    /// [`MoneyError`] when the sum of what is left is out of range.
    pub fn narrowed_to(mut self, name: &str) -> Result<Option<AllocationReport>, MoneyError> {
        let concerned = self.lines.recipients().named(name);
        if concerned.is_empty() {
            return Ok(None);
        }
        self.lines.retain(|recipient| concerned.contains(&recipient));
        self.missing.retain(|recipient| concerned.contains(&recipient));
        self.recipients.retain(|recipient| concerned.contains(&recipient));
        self.boards.retain_board(name);
        let made: BTreeSet<&str> = self.lines.iter().map(|line| line.rule).collect();
        self.rules.retain(|rule| made.contains(rule.id.as_str()));
        self.warnings.retain(|warning| match warning {
            AllocationWarning::CountDate { .. } | AllocationWarning::Unread { .. } => true,
            AllocationWarning::Room { rule, .. } => made.contains(rule.as_str()),
        });
        (self.recipient_spread, self.board_spread) = (None, None);
        self.total_cents = self.lines.total_of(|recipient| concerned.contains(&recipient))?;
        self.complete = self.missing.is_empty();
        self.remainder_cents = Within::ZERO;
        self.undivided.clear();
        Ok(Some(self))
    }
}

impl Region {
    /// The allocation of a year over the recipients of a dataset, whose digest
    /// the result records.
    ///
    /// # Errors
    /// As for [`Region::budget`]; [`RegionError::Quantity`] when the dataset
    /// lacks what the region cannot do without.
    pub fn allocate(
        &self,
        sector: Sector,
        year: impl Into<Year>,
        dataset: &Dataset,
        digest: Digest,
    ) -> Result<AllocationReport, RegionError> {
        self.require(Some(Capability::Allocation), sector)?;
        allocation_report(self, sector, year.into(), dataset, digest)
    }

    /// Whether the region has rules for an allocation of this sector.
    ///
    /// # Errors
    /// As for [`Region::allocate`], whatever the dataset.
    pub fn can_allocate(&self, sector: Sector) -> Result<(), RegionError> {
        self.require(Some(Capability::Allocation), sector)
    }

    /// Whether a dataset is of this region's own partnership, where it says of
    /// which it is.
    pub(crate) fn own(&self, dataset: &Dataset) -> Result<(), RegionError> {
        let foreign = |of: &&SwvNumber| !self.package().manifest.swv.iter().any(|own| own.number == **of);
        match dataset.swv.as_ref().filter(foreign) {
            Some(of) => Err(RegionError::ForeignDataset {
                dataset: dataset.name.clone(),
                of: of.clone(),
                region: self.id().clone(),
            }),
            None => Ok(()),
        }
    }
}

fn allocation_report(
    region: &Region,
    sector: Sector,
    year: Year,
    dataset: &Dataset,
    digest: Digest,
) -> Result<AllocationReport, RegionError> {
    let description = region.description();
    region.own(dataset)?;
    let unsound = |error| RegionError::Dataset { dataset: dataset.name.clone(), error };
    let unread = warning::unread(description, dataset, sector);
    let instead = |name: &str| unread.iter().find_map(|warning| warning.may_be(name)).map(str::to_owned);
    for subset in &region.package().manifest.subsets {
        dataset.check_subset(subset).map_err(|error| {
            unsound(match error {
                DatasetError::PartWithoutWhole { id, part, whole, .. } => {
                    let instead = instead(&whole);
                    DatasetError::PartWithoutWhole { id, part, whole, instead }
                }
                other => other,
            })
        })?;
    }
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
                    instead: instead(&quantity.name),
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
    let out_of_range = |error: MoneyError| broken(error.to_string());
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
    let mut undivided: Vec<Undivided> = Vec::new();
    for left in &allocation.remainders {
        let AllocationReportRule { id, title, .. } = rule(&left.rule)?;
        if left.is_undivided() {
            match undivided.iter_mut().find(|known| known.rule == id) {
                Some(known) => known.amount_cents = known.amount_cents.checked_add(left.whole).map_err(out_of_range)?,
                None => undivided.push(Undivided { rule: id, title, amount_cents: left.whole }),
            }
        }
    }
    let asked = |name: &String| {
        description.quantities_of(sector).any(|quantity| quantity.name == *name)
            || description.attributes_of(sector).any(|attribute| attribute.name == *name)
    };
    if let Some(name) = allocation.absent.iter().find(|name| !asked(name)) {
        return Err(broken(format!("the quantity {name} is called absent, but was never asked for")));
    }
    let recipients = Arc::new(Recipients::of(dataset));
    let allocation = Arc::new(allocation);
    let totals = Totals::of_recipients(&allocation, &recipients, dataset).map_err(out_of_range)?;
    let boards = Totals::of_boards(&allocation, &totals).map_err(out_of_range)?;
    let mut warnings = warning::count_dates(dataset, sector, year);
    warnings.extend(unread);
    warnings.extend(warning::rooms(region.package(), &allocation, sector, year).map_err(out_of_range)?);
    let missing = AllocationMissing::of(region, sector, &allocation, &recipients, dataset);
    let left = allocation.remainders.iter().map(|left| left.left);
    Ok(AllocationReport {
        region: region.id().clone(),
        sector,
        year,
        dataset: DatasetLabel {
            name: dataset.name.clone(),
            digest,
            synthetic: dataset.synthetic,
            quantities: dataset.quantities().cloned().collect(),
        },
        rules,
        lines: AllocationReportLines::of(&allocation, &recipients),
        complete: missing.is_empty(),
        missing,
        recipient_spread: totals.spread().map_err(out_of_range)?,
        board_spread: boards.spread().map_err(out_of_range)?,
        recipients: totals,
        boards,
        total_cents: allocation.total().map_err(out_of_range)?,
        remainder_cents: Within::try_sum(left).map_err(out_of_range)?,
        undivided,
        warnings,
        supplied: region.package().supplied().to_vec(),
    })
}
