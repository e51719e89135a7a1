//! The term in which a school decides is extended once.

use swv_plugin::procedure::{Breach, CheckInput};

use crate::procedures::breach;

/// Every extension after the first, counted anew for each application.
pub(in crate::procedures) fn check(case: &CheckInput) -> Vec<Breach> {
    let mut extended = false;
    let mut breaches = Vec::new();
    for (at, event) in case.events.iter().enumerate() {
        match event.name.as_str() {
            "aanmelding" => extended = false,
            "verlenging-beslistermijn" if extended => breaches.push(breach(
                "beslistermijn-eenmaal-verlengd",
                at,
                (
                    "de beslistermijn is al verlengd en dat kan maar een keer; neem het besluit",
                    "the term of decision was extended already and that can happen only once; take the decision",
                ),
                "6.1.2",
            )),
            "verlenging-beslistermijn" => extended = true,
            _ => {}
        }
    }
    breaches
}

#[cfg(test)]
mod tests {
    use crate::procedures::testing::{Case, rules};

    fn applied() -> Case {
        Case::of("zorgplicht").field("gemeente", "andere").event("2025-02-03", "aanmelding", &[])
    }

    #[test]
    fn one_extension_is_allowed_and_a_second_is_not() {
        let once = applied().event("2025-03-10", "verlenging-beslistermijn", &[]);
        assert_eq!(rules(&once.check()), [""; 0]);
        let twice = once.event("2025-04-07", "verlenging-beslistermijn", &[]);
        let breaches = twice.check();
        assert_eq!(rules(&breaches), ["beslistermijn-eenmaal-verlengd"]);
        assert_eq!(breaches[0].event, Some(2));
    }

    #[test]
    fn a_new_application_has_an_extension_of_its_own() {
        let anew = applied()
            .event("2025-03-10", "verlenging-beslistermijn", &[])
            .event("2025-05-12", "aanmelding", &[])
            .event("2025-06-16", "verlenging-beslistermijn", &[]);
        assert_eq!(rules(&anew.check()), [""; 0]);
    }
}
