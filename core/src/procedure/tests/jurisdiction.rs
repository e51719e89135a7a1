//! Which samenwerkingsverband decides.

use super::*;
use crate::Citation;
use crate::procedure::{Condition, FieldKind, Tie};

/// The one that decides, and the problems, for a school and a home.
fn decides(ties: &[Tie], school: Option<&str>, home: Option<&str>) -> (Option<String>, Vec<String>) {
    let procedure = staying(&[]).decided_by(ties, plan("7"));
    let mut case = case();
    case.enrolled_in = school.map(|number| number.parse().unwrap());
    case.resident_in = home.map(|number| number.parse().unwrap());
    let followed = on("2025-03-01", &procedure, &case);
    assert!(followed.problems.iter().all(|problem| problem.source == Citation::of(&plan("7"))));
    let told = followed.problems.iter().map(|problem| problem.message.en.clone()).collect();
    (followed.competent_swv.map(|swv| swv.to_string()), told)
}

#[test]
fn the_first_tie_that_is_known_decides() {
    let ties = [Tie::School, Tie::Home];
    let own = || Some("PO2401".to_owned());
    assert_eq!(decides(&ties, Some("PO2401"), Some("PO2704")), (own(), vec![]));
    assert_eq!(decides(&ties, None, Some("PO2401")), (own(), vec![]));
    assert_eq!(decides(&[Tie::Home, Tie::School], Some("PO2704"), Some("PO2401")), (own(), vec![]));
}

#[test]
fn a_pupil_of_another_samenwerkingsverband_is_a_problem_that_names_it() {
    let told = "not PO2401 but PO2704 decides and pays for this pupil: apply there";
    let other = (Some("PO2704".to_owned()), vec![told.to_owned()]);
    assert_eq!(decides(&[Tie::School, Tie::Home], Some("PO2704"), Some("PO2401")), other);
    assert_eq!(decides(&[Tie::Home], None, Some("PO2704")), other);
}

#[test]
fn the_home_address_goes_first_where_the_region_says_so() {
    let mut procedure = staying(&[]).decided_by(&[Tie::School, Tie::Home], plan("7")).field(
        "bestemming",
        ("bestemming", "destination"),
        FieldKind::OneOf(vec!["ikc".into(), "so".into()]),
    );
    let ikc = Condition { field: "bestemming".into(), one_of: vec!["ikc".into()] };
    procedure.jurisdiction.as_mut().unwrap().home_first = vec![ikc];
    let decides = |destination: Option<&str>, home: Option<&str>| {
        let mut case = case();
        case.fields.extend(destination.map(|value| ("bestemming".to_owned(), value.to_owned())));
        case.enrolled_in = Some("PO2401".parse().unwrap());
        case.resident_in = home.map(|number| number.parse().unwrap());
        on("2025-03-01", &procedure, &case).competent_swv.unwrap().to_string()
    };
    assert_eq!(decides(Some("ikc"), Some("PO2704")), "PO2704");
    assert_eq!(decides(Some("so"), Some("PO2704")), "PO2401");
    assert_eq!(decides(None, Some("PO2704")), "PO2401");
    assert_eq!(decides(Some("ikc"), None), "PO2401");
}

#[test]
fn whether_the_home_is_elsewhere_follows_from_where_it_is() {
    let kind = FieldKind::LivesElsewhere;
    let procedure = staying(&[])
        .field("elders", ("woont elders", "lives elsewhere"), kind)
        .step(step("toets").when("elders", &["ja"]));
    let laid = |home: Option<&str>, given: Option<&str>| {
        let mut case = case().event("2025-02-03", "toets");
        case.fields.extend(given.map(|value| ("elders".to_owned(), value.to_owned())));
        case.resident_in = home.map(|number| number.parse().unwrap());
        let followed = on("2025-03-01", &procedure, &case);
        followed.problems.iter().map(|problem| problem.rule.clone()).collect::<Vec<_>>()
    };
    assert_eq!(laid(Some("PO2704"), None), [""; 0]);
    assert_eq!(laid(Some("PO2401"), None), ["geen-stap-bij-waarde"]);
    assert_eq!(laid(None, Some("ja")), [""; 0]);
    assert_eq!(laid(None, None), ["veld-ontbreekt"]);
    assert_eq!(laid(Some("PO2704"), Some("nee")), ["woonplaats-spreekt-tegen"], "the home address holds");
}

#[test]
fn where_no_tie_is_known_nobody_is_named() {
    assert_eq!(decides(&[Tie::School, Tie::Home], None, None), (None, vec![]));
    assert_eq!(decides(&[Tie::Home], Some("PO2704"), None), (None, vec![]));
}

#[test]
fn where_the_region_does_not_say_nobody_is_named() {
    let mut case = case();
    case.enrolled_in = Some("PO2704".parse().unwrap());
    let followed = on("2025-03-01", &staying(&[]), &case);
    assert_eq!((followed.competent_swv, followed.problems.len()), (None, 0));
}
