//! Who pays for a place after a move between primary schools.

use swv_plugin::calendar::{RunningTerm, WorkingDays};
use swv_plugin::procedure::{Breach, CaseEvent, CheckInput};
use swv_plugin::{Date, years};

use super::overstap_basisschool::{FIRST_PAYS, HOUSE, NEEDS, PART, SECOND_PAYS};
use super::{breach, interpreted};

/// Every placement that the wrong school pays.
pub(super) fn check(case: &CheckInput) -> Vec<Breach> {
    case.events_of("plaatsing-gespecialiseerd").filter_map(|(at, placed)| wrong_payer(case, at, placed)).collect()
}

fn wrong_payer(case: &CheckInput, at: usize, placed: &CaseEvent) -> Option<Breach> {
    let (_, moved) = case.events_of("overstap").filter(|(moved, _)| *moved < at).last()?;
    let liable = liable(case, moved, placed.on)?;
    let (nl, en) = match (placed.field("betaler")?, liable) {
        (SECOND_PAYS, true) => (
            "de leerling is binnen twee jaar na de overstap geplaatst; de verwijzende basisschool betaalt",
            "the pupil was placed within two years of the move; the primary school that the pupil \
             left pays",
        ),
        (FIRST_PAYS, false) => (
            "de verwijzende basisschool is niet zorgplichtig: de overstap is langer dan twee jaar \
             geleden, kwam door een verhuizing of ging niet volgens beide directeuren om extra \
             behoeften",
            "the primary school that the pupil left is not liable: the move is longer than two years \
             ago, was caused by moving house, or was not of a pupil with extra needs by both heads",
        ),
        _ => return None,
    };
    Some(Breach {
        provenance: interpreted(
            PART,
            "Het plan noemt twee jaar en geen dag; hier is de dag twee jaar na de overstap de laatste.",
        ),
        ..breach("twee-jaar-zorgplichtig", at, (nl, en), PART)
    })
}

/// Whether the first school is liable on that day; not known as long as
/// something that decides is not.
fn liable(case: &CheckInput, moved: &CaseEvent, day: Date) -> Option<bool> {
    let last = RunningTerm::after(moved.on, years(2)).due(&WorkingDays::default()).ok()?.date?;
    let answers = [
        Some(day <= last),
        case.field(HOUSE).map(|answer| answer == "nee"),
        case.field(NEEDS).map(|answer| answer == "ja"),
    ];
    match answers.contains(&Some(false)) {
        true => Some(false),
        false => answers.iter().all(Option::is_some).then_some(true),
    }
}

#[cfg(test)]
mod tests {
    use crate::procedures::testing::{Case, costs, problems, rules};

    fn moved(house: &str, needs: &str) -> Case {
        Case::of("overstap-basisschool")
            .field("wegens-verhuizing", house)
            .field("beide-directeuren-extra-behoefte", needs)
            .event("2023-01-16", "overleg-ouders", &[])
            .event("2023-02-01", "overstap", &[])
            .event("2023-02-02", "melding-samenwerkingsverband", &[])
    }

    fn placed(case: Case, on: &str, payer: &str) -> Case {
        case.event(on, "plaatsing-gespecialiseerd", &[("betaler", payer)])
    }

    #[test]
    fn within_two_years_the_first_school_pays_and_after_them_the_second() {
        let (first, second) = ("verwijzende-basisschool", "nieuwe-basisschool");
        for (on, right, wrong) in [("2025-02-01", first, second), ("2025-02-02", second, first)] {
            assert_eq!(rules(&placed(moved("nee", "ja"), on, right).check()), [""; 0], "{on}");
            assert_eq!(rules(&placed(moved("nee", "ja"), on, wrong).check()), ["twee-jaar-zorgplichtig"], "{on}");
        }
    }

    #[test]
    fn after_moving_house_or_without_extra_needs_the_first_school_does_not_pay() {
        for (house, needs) in [("ja", "ja"), ("nee", "nee")] {
            let case = placed(moved(house, needs), "2024-02-01", "verwijzende-basisschool");
            assert_eq!(rules(&case.check()), ["twee-jaar-zorgplichtig"], "{house} {needs}");
        }
    }

    #[test]
    fn without_the_reason_of_the_move_nothing_is_said_within_two_years() {
        let case = Case::of("overstap-basisschool").event("2023-02-01", "overstap", &[]);
        for payer in ["verwijzende-basisschool", "nieuwe-basisschool"] {
            assert_eq!(rules(&placed(case.clone(), "2024-02-01", payer).check()), [""; 0]);
        }
    }

    #[test]
    fn the_payer_decides_which_rule_of_the_allocation_it_is() {
        let followed = placed(moved("nee", "ja"), "2024-02-01", "verwijzende-basisschool").on("2024-02-01");
        assert_eq!(
            costs(&followed),
            [("zorgplicht-na-overstap".into(), "2024-02-01".into(), "".into(), Some(6_635_00))]
        );
        assert_eq!(problems(&followed), [""; 0]);
        let followed = placed(moved("nee", "ja"), "2025-03-03", "nieuwe-basisschool").on("2025-03-03");
        assert_eq!(costs(&followed), [("inkoop-plaatsing".into(), "2025-03-03".into(), "".into(), Some(6_635_00))]);
    }
}
