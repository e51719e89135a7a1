use swv_plugin::Found;
use swv_plugin::procedure::CheckInput;

/// Every invoice after 30 September of the year of the growth.
pub(crate) fn check(case: &CheckInput) -> Vec<Found> {
    let Some((_, growth)) = case.events_of("groei").last() else { return Vec::new() };
    let year = growth.on.year();
    let late = case
        .events_of("factuur")
        .filter(|(_, invoice)| invoice.on.year() > year || (invoice.on.year() == year && invoice.on.month() >= 10));
    late.map(|(at, _)| {
        Found::at(
            at,
            format!("facturen voor het vangnet kunnen tot 1 oktober: de laatste dag was {year}-09-30"),
            format!("invoices for the growth clause can be submitted until 1 October: the last day was {year}-09-30"),
        )
    })
    .collect()
}
