//! The lines of an allocation, by recipient.

use std::sync::Arc;

use schemars::JsonSchema;
use serde::Serialize;
use swv_core::{Allocation, Money, MoneyError, Rounding, Within};

use super::Recipients;
use crate::report::rows::written_as_rows;

/// The lines of an allocation in the order of their recipients, stored as
/// columns: a row is made when it is asked for.
#[derive(Clone, PartialEq, Eq)]
pub struct AllocationReportLines {
    allocation: Arc<Allocation>,
    recipients: Arc<Recipients>,
    /// Which lines of the allocation, in which order.
    shown: Vec<u32>,
}

/// A line of an allocation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct AllocationReportLine<'a> {
    /// The recipient's id.
    pub recipient: &'a str,
    /// The recipient's name.
    #[serde(skip)]
    pub name: &'a str,
    /// The rule that made the line.
    pub rule: &'a str,
    /// How many.
    pub quantity: Within<i64>,
    /// The amount for one, or for `per` of them; negative where the rule
    /// deducts.
    pub rate_cents: Within<Money>,
    /// How many the rate is for: 12 for months of a yearly rate.
    pub per: Within<u32>,
    /// Quantity times rate divided by `per`, rounded.
    pub amount_cents: Within<Money>,
    /// How it is rounded; left out where the amount is exact.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rounding: Option<Rounding>,
}

impl AllocationReportLines {
    pub(super) fn of(allocation: &Arc<Allocation>, recipients: &Arc<Recipients>) -> AllocationReportLines {
        let mut shown: Vec<u32> = (0..).take(allocation.amounts.len()).collect();
        shown.sort_by_key(|line| allocation.recipients.get(*line as usize));
        AllocationReportLines { allocation: Arc::clone(allocation), recipients: Arc::clone(recipients), shown }
    }

    /// The lines as rows.
    pub fn iter(&self) -> impl Iterator<Item = AllocationReportLine<'_>> {
        let row = |line: &u32| {
            let line = self.allocation.line(*line as usize)?;
            // Between bounds it says how, whatever they are.
            let exact = line.quantity.exact().zip(line.rate.exact()).zip(line.per.exact());
            let is_whole = |((quantity, rate), per): ((i64, Money), u32)| {
                let product = i128::from(quantity) * i128::from(rate.cents());
                product.checked_rem(i128::from(per)) == Some(0)
            };
            Some(AllocationReportLine {
                recipient: self.recipients.id(line.recipient),
                name: self.recipients.name(line.recipient),
                rule: line.rule,
                quantity: line.quantity,
                rate_cents: line.rate,
                per: line.per,
                amount_cents: line.amount,
                rounding: (!exact.is_some_and(is_whole)).then_some(line.rounding),
            })
        };
        self.shown.iter().filter_map(row)
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.shown.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.shown.is_empty()
    }

    /// The sum of the lines of these recipients.
    pub(super) fn total_of(&self, concerned: impl Fn(u32) -> bool) -> Result<Within<Money>, MoneyError> {
        self.allocation.total_of(concerned)
    }

    pub(super) fn recipients(&self) -> &Recipients {
        &self.recipients
    }

    /// Leaves the lines of these recipients.
    pub(super) fn retain(&mut self, concerned: impl Fn(u32) -> bool) {
        let recipients = &self.allocation.recipients;
        self.shown.retain(|line| recipients.get(*line as usize).is_some_and(|recipient| concerned(*recipient)));
    }
}

written_as_rows!(AllocationReportLines, AllocationReportLine<'static>);
