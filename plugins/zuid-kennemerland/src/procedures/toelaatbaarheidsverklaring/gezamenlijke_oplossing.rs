//! A solution of all parties always gets a TLV.

use swv_plugin::procedure::{Breach, CheckInput};

use crate::procedures::breach;

/// Every refusal without an earlier application of one party.
pub(super) fn check(case: &CheckInput) -> Vec<Breach> {
    let one_sided = case.events_of("aanvraag-eenzijdig").map(|(at, _)| at).next();
    let refusals = case.events_of("besluit").filter(|(_, decision)| decision.field("uitkomst") == Some("negatief"));
    let joint = refusals.filter(|(at, _)| one_sided.is_none_or(|applied| applied > *at));
    joint
        .map(|(at, _)| {
            breach(
                "gezamenlijke-oplossing-altijd-tlv",
                at,
                (
                    "op een gezamenlijke aanvraag volgt altijd een TLV; het samenwerkingsverband controleert \
                     alleen of iedereen de oplossing draagt",
                    "a joint application always gets a TLV; the samenwerkingsverband only checks that all \
                     support the solution",
                ),
                "6.1.3, de triade",
            )
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use crate::procedures::testing::{Case, rules};

    #[test]
    fn a_joint_application_is_not_refused() {
        let case = Case::of("toelaatbaarheidsverklaring").event("2025-02-03", "aanvraag", &[]);
        assert_eq!(rules(&case.clone().event("2025-03-03", "besluit", &[("uitkomst", "positief")]).check()), [""; 0]);
        let refused = case.event("2025-03-03", "besluit", &[("uitkomst", "negatief")]);
        assert_eq!(rules(&refused.check()), ["gezamenlijke-oplossing-altijd-tlv"]);
    }

    #[test]
    fn the_application_of_one_party_can_be_refused() {
        let case = Case::of("toelaatbaarheidsverklaring").event("2025-02-03", "aanvraag-eenzijdig", &[]).event(
            "2025-03-03",
            "besluit",
            &[("uitkomst", "negatief")],
        );
        assert_eq!(rules(&case.check()), [""; 0]);
    }
}
