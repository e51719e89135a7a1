//! Who advises on a TLV: an orthopedagogue or psychologist of SO or IKC, and a
//! second expert of another function, of neither school, who knows the pupil.

use swv_plugin::Text;
use swv_plugin::procedure::{
    Breach, CaseEvent, CheckInput, FieldKind, Procedure, Provided, Requirement, Step, on_event,
};

use crate::procedures::{breach, interpreted, one_of, stated};

const PART: &str = "6.1.3, de tweede deskundige";
const TRIAD: &str = "6.1.3, de triade";

const FIRST: [&str; 2] = ["orthopedagoog", "psycholoog"];
const SECOND: [&str; 7] = [
    "kinder-en-jeugdpsycholoog",
    "pedagoog",
    "kinderpsychiater",
    "arts",
    "maatschappelijk-werker",
    "cjg-coach",
    "poh-jeugd",
];

/// Adds the advices: for which situations, where they are asked for, and the
/// step that needs them.
pub(super) fn add<const N: usize>(
    procedure: Procedure,
    situations: [&str; N],
    asked_in: &[&str],
    needed_for: &str,
) -> Procedure {
    let experts = Text::new("deskundigen die de leerling kennen", "experts who know the pupil");
    let functions = [FIRST.as_slice(), SECOND.as_slice(), &["andere"]].concat();
    procedure
        .event_field(
            "advies",
            "deskundige",
            ("een eigen aanduiding van de deskundige", "a label of your own for the expert"),
            FieldKind::Label,
        )
        .event_field(
            "advies",
            "functie",
            (
                "de functie van de deskundige; een jeugdarts is arts",
                "the function of the expert; a youth doctor is arts",
            ),
            one_of(&functions),
        )
        .event_field(
            "advies",
            "in-dienst-van-school",
            ("werkt voor de verwijzende of de nieuwe school", "works for the referring or the new school"),
            FieldKind::YesNo,
        )
        .event_field(
            "advies",
            "betrokken",
            ("is echt bij de leerling betrokken", "is truly involved with the pupil"),
            FieldKind::YesNo,
        )
        .event_field("advies", "strekking", ("wel of geen TLV", "a TLV or none"), one_of(&["positief", "negatief"]))
        .needs_fields("advies", &["deskundige", "functie", "in-dienst-van-school"])
        .step(
            Step::new(
                "advies",
                ("adviseren over de toelaatbaarheid en tekenen", "advise on admission and sign"),
                &experts,
                stated(PART),
            )
            .within(asked_in),
        )
        .requirement(
            Requirement::new(
                "adviezen",
                ("advies van een deskundige", "advice of an expert"),
                Provided { by: &experts, event: on_event("advies") },
                interpreted(
                    PART,
                    "De wet vraagt bij een overstap een tweede deskundige naast die van SO of IKC. Bij \
                     formulier D noemt het plan het oordeel van ouders, instelling en school voldoende; daar \
                     vraagt deze eis niets.",
                ),
            )
            .times(2)
            .when("situatie", &situations)
            .asked(asked_in, &[needed_for]),
        )
}

/// Every advice that cannot count.
pub(super) fn check(case: &CheckInput) -> Vec<Breach> {
    let advices: Vec<(usize, &CaseEvent)> = case.events_of("advies").collect();
    let of_school = |advice: &CaseEvent| advice.field("functie").is_some_and(|function| FIRST.contains(&function));
    let first = advices.iter().position(|(_, advice)| of_school(advice));
    let mut breaches = Vec::new();
    if let (None, Some((last, _))) = (first, advices.get(1..).and_then(<[_]>::last))
        && advices.iter().all(|(_, advice)| advice.field("functie").is_some())
    {
        breaches.push(no_first(*last));
    }
    let function = first.and_then(|at| advices.get(at)).and_then(|(_, advice)| advice.field("functie"));
    for (nth, (at, advice)) in advices.iter().enumerate() {
        if advice.field("betrokken") == Some("nee") {
            breaches.push(not_involved(*at));
        }
        let earlier = advices.iter().take(nth).any(|(_, earlier)| {
            advice.field("deskundige").is_some() && earlier.field("deskundige") == advice.field("deskundige")
        });
        if earlier {
            breaches.push(twice(*at));
        }
        if Some(nth) != first {
            breaches.extend(second(*at, advice, function));
        }
    }
    breaches
}

/// What keeps an advice from being that of a second expert.
fn second(at: usize, advice: &CaseEvent, first: Option<&str>) -> Vec<Breach> {
    let mut breaches = Vec::new();
    match advice.field("functie") {
        Some(function) if first == Some(function) => breaches.push(breach(
            "tweede-deskundige-andere-functie",
            at,
            (
                "de tweede deskundige heeft dezelfde functie als de eerste; kies iemand met een andere",
                "the second expert has the same function as the first; choose someone with another",
            ),
            "6.1.3, aanvraag van een toelaatbaarheidsverklaring",
        )),
        Some(function) if !SECOND.contains(&function) => breaches.push(breach(
            "tweede-deskundige-functie",
            at,
            (
                "deze functie staat niet in de lijst van tweede deskundigen; kies iemand uit die lijst",
                "this function is not in the list of second experts; choose someone of that list",
            ),
            PART,
        )),
        _ => {}
    }
    if advice.field("in-dienst-van-school") == Some("ja") {
        breaches.push(breach(
            "tweede-deskundige-onafhankelijk",
            at,
            (
                "de tweede deskundige werkt voor de verwijzende of de nieuwe school; kies iemand die dat \
                 niet doet",
                "the second expert works for the referring or the new school; choose someone who does not",
            ),
            PART,
        ));
    }
    breaches
}

fn no_first(at: usize) -> Breach {
    Breach {
        provenance: interpreted(
            TRIAD,
            "SO en IKC zijn in het traject vertegenwoordigd door een orthopedagoog of psycholoog; \
             dat is hier de eerste deskundige.",
        ),
        ..breach(
            "eerste-deskundige",
            at,
            (
                "geen van de deskundigen is orthopedagoog of psycholoog van SO of IKC; een van hen moet \
                 dat zijn",
                "none of the experts is an orthopedagogue or psychologist of SO or IKC; one of them has to be",
            ),
            TRIAD,
        )
    }
}

fn not_involved(at: usize) -> Breach {
    breach(
        "deskundige-betrokken",
        at,
        (
            "de deskundige is niet bij de leerling betrokken; alleen wie dat is, tekent",
            "the expert is not involved with the pupil; only one who is signs",
        ),
        TRIAD,
    )
}

fn twice(at: usize) -> Breach {
    breach(
        "deskundigen-verschillend",
        at,
        ("deze deskundige adviseerde al; vraag een ander", "this expert advised already; ask another"),
        PART,
    )
}

#[cfg(test)]
mod tests {
    use crate::procedures::testing::{Case, rules};

    const FIRST: [(&str, &str); 3] =
        [("deskundige", "deskundige-1"), ("functie", "orthopedagoog"), ("in-dienst-van-school", "ja")];

    fn with_second(second: &[(&str, &str)]) -> Vec<String> {
        let case = Case::of("toelaatbaarheidsverklaring").event("2025-02-03", "advies", &FIRST).event(
            "2025-02-10",
            "advies",
            second,
        );
        rules(&case.check()).into_iter().map(str::to_owned).collect()
    }

    #[test]
    fn a_youth_doctor_beside_the_orthopedagogue_of_the_special_school_is_fine() {
        let doctor =
            [("deskundige", "deskundige-2"), ("functie", "arts"), ("in-dienst-van-school", "nee"), ("betrokken", "ja")];
        assert_eq!(with_second(&doctor), [""; 0]);
    }

    #[test]
    fn the_second_expert_has_another_function_than_the_first() {
        let same = [("deskundige", "deskundige-2"), ("functie", "orthopedagoog"), ("in-dienst-van-school", "nee")];
        assert_eq!(with_second(&same), ["tweede-deskundige-andere-functie"]);
    }

    #[test]
    fn the_second_expert_has_a_function_of_the_list() {
        assert_eq!(with_second(&[("functie", "andere")]), ["tweede-deskundige-functie"]);
        for function in ["cjg-coach", "poh-jeugd", "kinderpsychiater", "pedagoog", "maatschappelijk-werker"] {
            assert_eq!(with_second(&[("functie", function)]), [""; 0], "{function}");
        }
    }

    #[test]
    fn the_second_expert_works_for_neither_school() {
        let employed = [("functie", "pedagoog"), ("in-dienst-van-school", "ja")];
        assert_eq!(with_second(&employed), ["tweede-deskundige-onafhankelijk"]);
    }

    #[test]
    fn only_an_expert_who_is_involved_signs() {
        assert_eq!(with_second(&[("functie", "arts"), ("betrokken", "nee")]), ["deskundige-betrokken"]);
    }

    #[test]
    fn nobody_is_both_experts() {
        let same = [("deskundige", "deskundige-1"), ("functie", "arts")];
        assert_eq!(with_second(&same), ["deskundigen-verschillend"]);
    }

    #[test]
    fn one_of_the_two_is_an_orthopedagogue_or_psychologist() {
        let case = Case::of("toelaatbaarheidsverklaring").event("2025-02-03", "advies", &[("functie", "arts")]).event(
            "2025-02-10",
            "advies",
            &[("functie", "cjg-coach")],
        );
        assert_eq!(rules(&case.check()), ["eerste-deskundige"]);
    }

    #[test]
    fn what_is_not_known_of_an_expert_is_no_breach() {
        assert_eq!(with_second(&[]), [""; 0]);
    }
}
