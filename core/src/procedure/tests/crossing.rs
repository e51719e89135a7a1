//! What crosses to a region's own checks.

use super::*;
use crate::procedure::{CheckInput, FieldKind};

fn procedure() -> Procedure {
    staying(&["advies"])
        .field("soort", ("soort", "kind"), FieldKind::OneOf(vec!["so".into()]))
        .field("advies-van", ("advies van", "advice of"), FieldKind::Label)
        .field("maanden", ("maanden", "months"), FieldKind::Number)
        .event_field("advies", "deskundige", ("deskundige", "expert"), FieldKind::Label)
        .event_field("advies", "gedateerd", ("gedateerd", "dated"), FieldKind::Date)
}

fn crossing(case: &CaseFile) -> CheckInput {
    CheckInput::new(&procedure(), case, day("2025-03-01"))
}

#[test]
fn nothing_that_points_at_a_pupil_crosses_wherever_it_stands() {
    let secrets = ["Roos Jansen", "123456782", "1234567", "2012-05-06", "2011 AB 9", "roos-jansen", "geheim"];
    let mut case = case();
    case.key = "geheim-pseudoniem".into();
    case.enrolled_in = Some("PO2704".parse().unwrap());
    case.resident_in = Some("PO2705".parse().unwrap());
    for (at, secret) in secrets.iter().enumerate() {
        case = case.field(&format!("naam-{at}"), secret);
        for declared in ["advies-van", "soort", "maanden"] {
            case = case.field(declared, secret);
        }
        let fields = [("deskundige", *secret), ("naam", secret), ("gedateerd", "6 mei 2012")];
        case = case.event_with("2025-02-03", "advies", &fields);
        case = case.event_with("2025-02-03", &format!("{secret} meldt zich"), &fields);
    }
    let crossed = format!("{:?}", crossing(&case));
    for secret in secrets.into_iter().chain(["pseudoniem", "naam", "6 mei", "PO2704", "PO2705", "meldt"]) {
        assert!(!crossed.contains(secret), "{secret}: {crossed}");
    }
}

#[test]
fn what_the_procedure_states_crosses_as_it_is() {
    let case = case().field("soort", "so").field("advies-van", "deskundige-1").event_with(
        "2025-02-03",
        "advies",
        &[("deskundige", "deskundige-2"), ("gedateerd", "2025-01-31")],
    );
    let crossed = crossing(&case);
    assert_eq!((crossed.procedure.as_str(), crossed.sector, crossed.as_of), ("proef", Sector::Po, day("2025-03-01")));
    assert_eq!((crossed.word("soort"), crossed.word("advies-van")), (Some("so"), Some("deskundige-1")));
    let (at, event) = crossed.events_of("advies").next().unwrap();
    assert_eq!((at, event.on, event.date("gedateerd")), (0, day("2025-02-03"), Some(day("2025-01-31"))));
    assert_eq!((event.word("deskundige"), event.date("deskundige")), (Some("deskundige-2"), None));
}

#[test]
fn a_field_of_an_event_does_not_cross_at_the_case_nor_the_other_way_round() {
    let case = case().field("deskundige", "deskundige-1").event_with("2025-02-03", "advies", &[("soort", "so")]);
    let crossed = crossing(&case);
    assert!(crossed.fields.is_empty() && crossed.events[0].fields.is_empty());
}

#[test]
fn events_that_have_not_happened_or_are_not_stated_stay_and_the_others_cross_in_order() {
    let case = case()
        .event("2025-03-02", "advies")
        .event("2025-03-01", "advies")
        .event("2025-02-01", "verhuizing")
        .event("2025-02-03", "sluiten")
        .event("2025-02-03", "advies");
    let crossed: Vec<_> = crossing(&case).events.iter().map(|event| (event.on, event.name.clone())).collect();
    let expected = [("2025-02-03", "sluiten"), ("2025-02-03", "advies"), ("2025-03-01", "advies")];
    assert_eq!(crossed, expected.map(|(on, name)| (day(on), name.to_owned())));
    assert_eq!(CheckInput::places(&procedure(), &case, day("2025-03-01")), [3, 4, 1]);
}
