use swv_plugin::Found;
use swv_plugin::procedure::CheckInput;

/// A request after growth in spring that was not larger than before.
pub(crate) fn check(case: &CheckInput) -> Vec<Found> {
    let growth = case
        .events_of("groei")
        .last()
        .and_then(|(_, event)| Some((event.number("september-tot-februari")?, event.number("februari-tot-juni")?)));
    let Some((before, spring)) = growth.filter(|(before, spring)| spring <= before) else { return Vec::new() };
    case.events_of("verzoek")
        .map(|(at, _)| {
            Found::at(
                at,
                format!("de groei in het voorjaar ({spring}) is niet groter dan die ervoor ({before}); het vangnet geldt niet"),
                format!("growth in spring ({spring}) is not larger than before ({before}); the growth clause does not hold"),
            )
        })
        .collect()
}
