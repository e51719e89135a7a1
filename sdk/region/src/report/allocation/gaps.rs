//! What is not known in an allocation, and for whom.

use std::sync::Arc;

use swv_core::{Allocation, AllocationGap, Dataset, Measured, Missing, Needed, Sector, Text};

use super::Recipients;
use crate::Region;
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
    /// Why each gap is there, an index in `reasons`.
    why: Vec<usize>,
    reasons: Vec<Text>,
}

impl AllocationMissing {
    pub(super) fn of(
        region: &Region,
        sector: Sector,
        allocation: &Arc<Allocation>,
        recipients: &Arc<Recipients>,
        dataset: &Dataset,
    ) -> AllocationMissing {
        let mut reasons: Vec<Text> = Vec::new();
        let mut index = |reason: Text| {
            reasons.iter().position(|known| *known == reason).unwrap_or_else(|| {
                reasons.push(reason);
                reasons.len() - 1
            })
        };
        let why = allocation.gaps().map(|gap| index(reason(region, sector, dataset, gap))).collect();
        AllocationMissing {
            allocation: Arc::clone(allocation),
            recipients: Arc::clone(recipients),
            dataset: dataset.name.clone(),
            shown: (0..).take(allocation.gap_recipients.len()).collect(),
            why,
            reasons,
        }
    }

    /// Everything that is missing, as rows.
    pub fn iter(&self) -> impl Iterator<Item = Missing> {
        let not_there =
            |name: &str| Text::new(format!("{name} staat niet in de dataset"), format!("{name} is not in the dataset"));
        let absent = self.absent().map(move |name| Missing::new(name).because(not_there(name)));
        absent.map(|missing| missing.supplied_by(&self.dataset)).chain(self.gaps())
    }

    /// The quantities that the dataset lacks as a whole.
    pub fn absent(&self) -> impl Iterator<Item = &str> {
        self.allocation.absent.iter().map(String::as_str)
    }

    /// What lines lack that could not be made.
    pub fn gaps(&self) -> impl Iterator<Item = Missing> {
        self.shown.iter().filter_map(|at| {
            let (gap, why) = (self.allocation.gap(*at as usize)?, *self.why.get(*at as usize)?);
            let missing = Missing::new(gap.cause.to_string()).because(self.reasons.get(why)?.clone());
            Some(missing.for_recipient(self.recipients.id(gap.recipient)).needed_by(gap.rule))
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

/// Why there is no line, in words that name what is needed by its label.
fn reason(region: &Region, sector: Sector, dataset: &Dataset, gap: AllocationGap<'_>) -> Text {
    let named = |label: Option<&Text>, id: &str| match label {
        Some(label) => Text::new(format!("{} ({id})", label.nl), format!("{} ({id})", label.en)),
        None => Text::new(id, id),
    };
    let said = |what: &Text, nl: &str, en: &str| Text::new(format!("{} {nl}", what.nl), format!("{} {en}", what.en));
    let description = region.description();
    match gap.cause {
        Needed::Other(text) => text.clone(),
        Needed::Quantity(name) => {
            let meaning = description.quantities_of(sector).find(|quantity| quantity.name == *name);
            let what = named(meaning.map(|quantity| &quantity.meaning), name);
            let column = dataset.columns.iter().find(|column| column.quantity.name == *name);
            match column.map(|column| column.get(gap.recipient as usize)) {
                Some(Measured::UNKNOWN) | None => said(&what, "is niet bekend", "is not known"),
                Some(_) => said(&what, "is alleen binnen grenzen bekend", "is known within bounds only"),
            }
        }
        Needed::Attribute(name) => {
            let meaning = description.attributes_of(sector).find(|attribute| attribute.name == *name);
            said(&named(meaning.map(|attribute| &attribute.meaning), name), "is niet bekend", "is not known")
        }
        Needed::Parameter { key, on } => {
            let label = region.package().parameter(key).map(|parameter| &parameter.label);
            let (nl, en) = (format!("heeft op {on} geen waarde"), format!("has no value on {on}"));
            said(&named(label, key), &nl, &en)
        }
        needed => said(&needed.text(), "is niet bekend", "is not known"),
    }
}

written_as_rows!(AllocationMissing, Missing);
