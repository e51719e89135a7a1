//! Counting what becomes of the rows of a file.

use std::collections::BTreeMap;

use swv_core::DatasetOrigin;

use super::DuoFile;
use super::assembly::Outcome;
use super::report::{FileReport, SkipReason, Skipped};

/// How many examples of skipped rows a report names for each reason.
const EXAMPLES: usize = 5;

/// The rows of one file, as they are used or skipped.
#[derive(Default)]
pub(super) struct Tally {
    read: usize,
    used: usize,
    skipped: BTreeMap<SkipReason, Skipped>,
}

impl Tally {
    /// A row, known by its location or postcode area, and what became of it.
    pub(super) fn row(&mut self, outcome: Outcome, key: &str) {
        self.rows(1, outcome, key);
    }

    /// So many rows of one location, and what became of them.
    pub(super) fn rows(&mut self, rows: usize, outcome: Outcome, key: &str) {
        self.read += rows;
        let Err(reason) = outcome else {
            self.used += rows;
            return;
        };
        let skipped = self.skipped.entry(reason).or_insert(Skipped { reason, rows: 0, examples: Vec::new() });
        skipped.rows += rows;
        if skipped.examples.len() < EXAMPLES && skipped.examples.last().is_none_or(|last| last != key) {
            skipped.examples.push(key.to_owned());
        }
    }

    /// The report on the file.
    pub(super) fn report(self, file: DuoFile, origin: &DatasetOrigin, names_cleaned: usize) -> FileReport {
        FileReport {
            file,
            name: origin.file.clone(),
            digest: origin.digest.clone(),
            read: self.read,
            used: self.used,
            skipped: self.skipped.into_values().collect(),
            names_cleaned,
        }
    }
}
