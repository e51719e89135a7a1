//! Every pupil of the IKC has a TLV SBO, whatever the school receives.

use swv_plugin::procedure::{Breach, CheckInput};

use super::definities::PART;
use crate::procedures::breach;

/// Every TLV of another kind for the IKC.
pub(super) fn check(case: &CheckInput) -> Vec<Breach> {
    if case.field("bestemming") != Some("ikc") {
        return Vec::new();
    }
    let issued = case.events_of("besluit").filter(|(_, decision)| decision.field("uitkomst") == Some("positief"));
    let other = issued.filter(|(_, decision)| decision.field("tlv-soort").is_some_and(|kind| kind != "sbo"));
    other
        .map(|(at, _)| {
            breach(
                "tlv-sbo-voor-ikc",
                at,
                (
                    "een leerling van het IKC heeft altijd een TLV SBO; geef die af, of kies SO als bestemming",
                    "a pupil of the IKC always has a TLV SBO; issue that one, or choose SO as destination",
                ),
                PART,
            )
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use crate::procedures::testing::{Case, rules};

    fn issued(destination: &str, kind: &[(&str, &str)]) -> Case {
        let outcome = [&[("uitkomst", "positief")], kind].concat();
        Case::of("toelaatbaarheidsverklaring").field("bestemming", destination).event("2025-03-03", "besluit", &outcome)
    }

    #[test]
    fn a_tlv_for_the_ikc_is_one_for_sbo() {
        let (sbo, low) = (("tlv-soort", "sbo"), ("tlv-soort", "so-laag"));
        assert_eq!(rules(&issued("ikc", &[sbo]).check()), [""; 0]);
        assert_eq!(rules(&issued("ikc", &[low]).check()), ["tlv-sbo-voor-ikc"]);
        assert_eq!(rules(&issued("so", &[low]).check()), [""; 0]);
    }

    #[test]
    fn a_kind_that_is_not_known_breaks_nothing() {
        assert_eq!(rules(&issued("ikc", &[]).check()), [""; 0]);
    }
}
