use swv_plugin::Found;
use swv_plugin::procedure::CheckInput;

/// A development plan for a zorgschool that began later than group 7.
pub(crate) fn check(case: &CheckInput) -> Vec<Found> {
    if case.word("bestemming") != Some("zorgschool") {
        return Vec::new();
    }
    let begun = case.events_of("opp-gestart").filter_map(|(at, event)| Some((at, event.number("groep")?)));
    match begun.min_by_key(|(_, group)| *group) {
        Some((at, group)) if group > 7 => vec![Found::at(
            at,
            "voor een zorgschool begint het OPP al in groep 7",
            "for a zorgschool the development plan begins in group 7 already",
        )],
        _ => Vec::new(),
    }
}
