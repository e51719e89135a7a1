use swv_plugin::Found;
use swv_plugin::procedure::CheckInput;

/// Every budget that starts before the TLV was issued, or before its decision.
pub(crate) fn check(case: &CheckInput) -> Vec<Found> {
    let issued = case.events_of("tlv-afgegeven").next().map(|(_, issued)| issued.on);
    let granted =
        case.events_of("besluit").filter_map(|(at, granted)| Some((at, granted.on, granted.date("ingangsdatum")?)));
    granted
        .filter_map(|(at, decided, from)| {
            let (nl, en, day) = match issued {
                Some(issued) if from < issued => ("de TLV is afgegeven op", "the TLV was issued on", issued),
                _ if from < decided => ("het besluit is van", "the decision is of", decided),
                _ => return None,
            };
            Some(Found::at(
                at,
                format!("het budget gaat in op {from} en {nl} {day}; met terugwerkende kracht kan het niet"),
                format!("the budget starts on {from} and {en} {day}; it cannot be back-dated"),
            ))
        })
        .collect()
}
