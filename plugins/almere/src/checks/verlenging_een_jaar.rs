use std::cmp::Ordering;

use swv_plugin::procedure::CheckInput;
use swv_plugin::{Date, Found};

use crate::months::months_after;

/// Every extension of an arrangement to another day than a year after its end.
pub(crate) fn check(case: &CheckInput) -> Vec<Found> {
    let mut ended: Option<Date> = None;
    let mut found = Vec::new();
    for (at, event) in case.events.iter().enumerate() {
        let Some(end) = event.date("einddatum") else { continue };
        if let Some(before) = ended.filter(|_| event.name == "jaarlijkse-beoordeling")
            && months_after(before, 12, end) != Ordering::Equal
        {
            found.push(Found::at(
                at,
                format!("het arrangement eindigde op {before} en wordt met een jaar verlengd, niet tot en met {end}"),
                format!("the arrangement ended on {before} and is extended by a year, not until {end}"),
            ));
        }
        ended = Some(end);
    }
    found
}
