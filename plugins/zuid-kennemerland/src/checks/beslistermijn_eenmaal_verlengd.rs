use swv_plugin::Found;
use swv_plugin::procedure::CheckInput;

/// Every extension after the first, counted anew for each application.
pub(crate) fn check(case: &CheckInput) -> Vec<Found> {
    let mut extended = false;
    let mut found = Vec::new();
    for (at, event) in case.events.iter().enumerate() {
        match event.name.as_str() {
            "aanmelding" => extended = false,
            "verlenging-beslistermijn" if extended => found.push(Found::at(
                at,
                "de beslistermijn is al verlengd en dat kan maar een keer; neem het besluit",
                "the term of decision was extended already and that can happen only once; take the decision",
            )),
            "verlenging-beslistermijn" => extended = true,
            _ => {}
        }
    }
    found
}
