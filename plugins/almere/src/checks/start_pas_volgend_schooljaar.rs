use swv_plugin::procedure::CheckInput;
use swv_plugin::{Found, SchoolYear};

/// Every start that is not in the school year after that of the application
/// for the TLV.
pub(crate) fn check(case: &CheckInput) -> Vec<Found> {
    let applied = case.events_of("tlv-aangevraagd").next().and_then(|(_, applied)| SchoolYear::of(applied.on).ok());
    let Some(next) = applied.and_then(SchoolYear::next) else { return Vec::new() };
    let starts = case.events_of("plaatsing-uitgesteld").filter_map(|(at, put_off)| Some((at, put_off.date("start")?)));
    starts
        .filter(|(_, start)| SchoolYear::of(*start).ok() != Some(next))
        .map(|(at, start)| {
            Found::at(
                at,
                format!(
                    "de leerling kan op {start} starten; een overbruggingsbudget is er alleen als dat pas in {next} kan"
                ),
                format!(
                    "the pupil can start on {start}; a bridging budget is only for a start that is possible in {next}"
                ),
            )
        })
        .collect()
}
