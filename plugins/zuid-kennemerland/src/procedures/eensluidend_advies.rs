//! A TLV at the primary school: two members who agree and are not of the board
//! itself; asked in June, paid in August.

use swv_plugin::procedure::{Breach, CaseEvent, CheckInput};

use super::breach;
use super::tlv_op_basisschool::{PART, PAYING};

/// Every advice that cannot count, a grant without a unanimous advice, and
/// what happens in another month than the plan says.
pub(super) fn check(case: &CheckInput) -> Vec<Breach> {
    let advices: Vec<(usize, &CaseEvent)> = case.events_of("advies-lid").collect();
    let mut breaches = Vec::new();
    for (nth, (at, advice)) in advices.iter().enumerate() {
        if advice.field("bestuur-met-zorgplicht") == Some("ja") {
            breaches.push(of_the_board(*at));
        }
        let earlier = advices
            .iter()
            .take(nth)
            .any(|(_, earlier)| advice.field("lid").is_some() && earlier.field("lid") == advice.field("lid"));
        if earlier {
            breaches.push(twice(*at));
        }
    }
    let granted = case.events_of("besluit").filter(|(_, decision)| decision.field("uitkomst") == Some("positief"));
    for (at, _) in granted {
        let against =
            |(advised, advice): &(usize, &CaseEvent)| *advised < at && advice.field("strekking") == Some("negatief");
        if advices.iter().any(against) {
            breaches.push(not_unanimous(at));
        }
    }
    let june = ("het overzicht gaat in juni naar de scholen", "the overview goes to the schools in June");
    breaches.extend(in_another_month(case, "overzicht", 6, "maand-van-overzicht", june));
    let august = ("het bedrag wordt in augustus betaald", "the amount is paid in August");
    breaches.extend(in_another_month(case, "uitbetaling", 8, "maand-van-uitbetaling", august));
    breaches
}

fn of_the_board(at: usize) -> Breach {
    breach(
        "lid-niet-van-bestuur-met-zorgplicht",
        at,
        (
            "dit lid is van het bestuur met de zorgplicht; vraag een ander lid om advies",
            "this member is of the board with the duty of care; ask another member for advice",
        ),
        PART,
    )
}

fn twice(at: usize) -> Breach {
    breach(
        "leden-verschillend",
        at,
        ("dit lid adviseerde al; vraag een ander", "this member advised already; ask another"),
        PART,
    )
}

fn not_unanimous(at: usize) -> Breach {
    breach(
        "unaniem-advies",
        at,
        (
            "een van de leden adviseerde negatief; alleen een unaniem advies wordt gehonoreerd",
            "one of the members advised against it; only a unanimous advice is granted",
        ),
        PART,
    )
}

/// Every event of that name in another month.
fn in_another_month(case: &CheckInput, event: &str, month: i8, rule: &str, message: (&str, &str)) -> Vec<Breach> {
    let wrong = case.events_of(event).filter(|(_, event)| event.on.month() != month);
    wrong.map(|(at, _)| breach(rule, at, message, PAYING)).collect()
}

#[cfg(test)]
mod tests {
    use crate::procedures::testing::{Case, costs, missing, problems, rules};

    fn reported() -> Case {
        Case::of("tlv-op-basisschool").event("2024-02-05", "melding", &[])
    }

    fn advised(second: &str) -> Case {
        reported()
            .event(
                "2024-02-12",
                "advies-lid",
                &[("lid", "lid-1"), ("strekking", "positief"), ("bestuur-met-zorgplicht", "nee")],
            )
            .event(
                "2024-02-13",
                "advies-lid",
                &[("lid", "lid-2"), ("strekking", second), ("bestuur-met-zorgplicht", "nee")],
            )
    }

    #[test]
    fn only_a_unanimous_advice_is_granted() {
        let grant = |case: Case| case.event("2024-03-04", "besluit", &[("uitkomst", "positief")]);
        assert_eq!(rules(&grant(advised("positief")).check()), [""; 0]);
        assert_eq!(rules(&grant(advised("negatief")).check()), ["unaniem-advies"]);
        let refused = advised("negatief").event("2024-03-04", "besluit", &[("uitkomst", "negatief")]);
        assert_eq!(rules(&refused.check()), [""; 0]);
    }

    #[test]
    fn a_member_of_the_board_with_the_duty_of_care_does_not_advise() {
        let case = reported().event("2024-02-12", "advies-lid", &[("bestuur-met-zorgplicht", "ja")]);
        assert_eq!(rules(&case.check()), ["lid-niet-van-bestuur-met-zorgplicht"]);
    }

    #[test]
    fn two_different_members_advise() {
        let case = reported().event("2024-02-12", "advies-lid", &[("lid", "lid-1")]).event(
            "2024-02-13",
            "advies-lid",
            &[("lid", "lid-1")],
        );
        assert_eq!(rules(&case.check()), ["leden-verschillend"]);
        let one = reported().event("2024-02-12", "advies-lid", &[("lid", "lid-1")]);
        assert_eq!(missing(&one.on("2024-02-12")), ["adviezen"]);
    }

    #[test]
    fn the_schools_are_asked_in_june_and_paid_in_august() {
        let granted = advised("positief").event("2024-03-04", "besluit", &[("uitkomst", "positief")]);
        let answer = [("nog-nodig", "ja"), ("overeenstemming-ouders", "ja")];
        let paid = |asked: &str, answered: &str, paid: &str| {
            let case = granted.clone().event(asked, "overzicht", &[]).event(answered, "antwoord-school", &answer);
            case.event(paid, "uitbetaling", &[("tlv-soort", "so-laag")])
        };
        let right = paid("2024-06-03", "2024-06-20", "2024-08-31");
        assert_eq!(rules(&right.check()), [""; 0]);
        let followed = right.on("2024-08-31");
        assert_eq!(problems(&followed), [""; 0]);
        assert_eq!(costs(&followed), [("tlv-op-basisschool".into(), "2024-08-31".into(), "".into(), Some(12_938_34))]);
        let wrong = paid("2024-05-31", "2024-06-20", "2024-09-01");
        assert_eq!(rules(&wrong.check()), ["maand-van-overzicht", "maand-van-uitbetaling"]);
    }
}
