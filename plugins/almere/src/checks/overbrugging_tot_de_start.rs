use std::cmp::Ordering;

use swv_plugin::Found;
use swv_plugin::procedure::CheckInput;

use crate::months::months_after;

/// Every budget that runs on after the pupil can start at the new school.
pub(crate) fn check(case: &CheckInput) -> Vec<Found> {
    let start = case.events_of("plaatsing-uitgesteld").filter_map(|(_, put_off)| put_off.date("start")).last();
    let Some(start) = start else { return Vec::new() };
    let granted = case.events_of("besluit").filter_map(|(at, granted)| {
        let from = granted.date("ingangsdatum").unwrap_or(granted.on);
        Some((at, from, granted.number("maanden")?))
    });
    granted
        .filter(|(_, from, months)| {
            let months = i32::try_from(*months).unwrap_or(i32::MAX / 2);
            months_after(*from, months, start) == Ordering::Greater
        })
        .map(|(at, from, months)| {
            Found::at(
                at,
                format!("{months} maanden vanaf {from} lopen door na {start}, de start op de nieuwe school"),
                format!("{months} months from {from} run on after {start}, the start at the new school"),
            )
        })
        .collect()
}
