//! What is not known in an allocation, and for whom.

use std::sync::Arc;

use swv_core::{Allocation, Missing};

use super::Recipients;
use crate::report::rows::written_as_rows;

/// What is not known in an allocation: quantities that the dataset lacks as a
/// whole, and then for each line that a rule could not make what it needed.
/// They are stored as columns: a row is made when it is asked for.
#[derive(Clone, PartialEq, Eq)]
pub struct AllocationMissing {
    allocation: Arc<Allocation>,
    recipients: Arc<Recipients>,
    dataset: String,
    /// Which gaps of the allocation.
    shown: Vec<u32>,
}

impl AllocationMissing {
    pub(super) fn of(allocation: &Arc<Allocation>, recipients: &Arc<Recipients>, dataset: &str) -> AllocationMissing {
        AllocationMissing {
            allocation: Arc::clone(allocation),
            recipients: Arc::clone(recipients),
            dataset: dataset.to_owned(),
            shown: (0..).take(allocation.gap_recipients.len()).collect(),
        }
    }

    /// Everything that is missing, as rows.
    pub fn iter(&self) -> impl Iterator<Item = Missing> {
        self.absent().map(|name| Missing::new(name).supplied_by(&self.dataset)).chain(self.gaps())
    }

    /// The quantities that the dataset lacks as a whole.
    pub fn absent(&self) -> impl Iterator<Item = &str> {
        self.allocation.absent.iter().map(String::as_str)
    }

    /// What lines lack that could not be made.
    pub fn gaps(&self) -> impl Iterator<Item = Missing> {
        self.shown.iter().filter_map(|gap| self.allocation.gap(*gap as usize)).map(|gap| {
            Missing::new(gap.cause.to_string()).for_recipient(self.recipients.id(gap.recipient)).needed_by(gap.rule)
        })
    }

    /// Whether nothing is missing.
    pub fn is_empty(&self) -> bool {
        self.shown.is_empty() && self.allocation.absent.is_empty()
    }

    /// Leaves the gaps of these recipients.
    pub(super) fn retain(&mut self, concerned: impl Fn(u32) -> bool) {
        let recipients = &self.allocation.gap_recipients;
        self.shown.retain(|gap| recipients.get(*gap as usize).is_some_and(|recipient| concerned(*recipient)));
    }
}

written_as_rows!(AllocationMissing, Missing);
