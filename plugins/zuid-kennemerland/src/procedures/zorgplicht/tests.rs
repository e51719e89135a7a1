//! Made-up cases of applying to a school.

use swv_plugin::procedure::{DeadlineStatus, FollowedCase};

use crate::procedures::testing::{Case, missing, problems};

fn elsewhere() -> Case {
    Case::of("zorgplicht").field("gemeente", "andere").field("meer-scholen-benaderd", "nee")
}

fn haarlem() -> Case {
    Case::of("zorgplicht")
        .field("gemeente", "haarlem")
        .event("2025-01-13", "aanmelding", &[])
        .event("2025-03-03", "plaats-aangeboden", &[])
        .event("2025-03-10", "voorlopige-inschrijving", &[])
}

fn status(case: &FollowedCase, term: &str) -> (String, DeadlineStatus) {
    let deadline = case.deadlines.iter().find(|deadline| deadline.rule == term).unwrap();
    (deadline.due.map(|due| due.to_string()).unwrap_or_default(), deadline.status)
}

#[test]
fn a_telephone_call_starts_the_moral_duty_and_the_application_the_legal_one() {
    let called = elsewhere().event("2025-01-13", "contact", &[("wijze", "telefonisch")]);
    assert_eq!(called.on("2025-01-13").state, "morele-zorgplicht");
    assert_eq!(called.on("2025-01-13").deadlines, []);
    let applied = called.event("2025-02-03", "aanmelding", &[("beoogde-start", "2025-06-02")]);
    let followed = applied.on("2025-02-03");
    assert_eq!(followed.state, "onderzoek");
    assert_eq!(missing(&followed), ["informatie-ouders"]);
    assert_eq!(status(&followed, "besluit-plaatsing"), ("2025-03-17".into(), DeadlineStatus::Open));
}

#[test]
fn who_called_several_schools_says_which_one_is_preferred() {
    let several = Case::of("zorgplicht").field("gemeente", "andere").field("meer-scholen-benaderd", "ja");
    let called = several.event("2025-01-13", "contact", &[]);
    assert_eq!(missing(&called.on("2025-01-13")), ["voorkeur"]);
    let applied = called.clone().event("2025-02-03", "aanmelding", &[]);
    assert_eq!(problems(&applied.on("2025-02-03")), ["voorkeur"]);
    let chosen = called.event("2025-01-20", "voorkeur", &[]).event("2025-02-03", "aanmelding", &[]);
    assert_eq!(problems(&chosen.on("2025-02-03")), [""; 0]);
}

#[test]
fn a_school_decides_in_six_weeks_and_in_ten_once_it_extends() {
    let applied = elsewhere().event("2025-02-03", "aanmelding", &[("beoogde-start", "2025-06-02")]);
    assert_eq!(problems(&applied.on("2025-03-17")), [""; 0]);
    assert_eq!(problems(&applied.on("2025-03-18")), ["besluit-plaatsing"]);
    let extended = applied.event("2025-03-10", "verlenging-beslistermijn", &[]);
    assert_eq!(status(&extended.on("2025-04-14"), "besluit-plaatsing"), ("2025-04-14".into(), DeadlineStatus::Open));
    assert_eq!(problems(&extended.on("2025-04-15")), ["besluit-plaatsing"]);
    let decided = extended.event("2025-04-14", "besluit-plaatsing", &[("uitkomst", "geplaatst")]);
    assert_eq!(problems(&decided.on("2025-04-15")), [""; 0]);
    assert_eq!(decided.on("2025-04-15").state, "geplaatst");
}

#[test]
fn an_application_comes_ten_weeks_before_the_placement() {
    let on = |day: &str| elsewhere().event(day, "aanmelding", &[("beoogde-start", "2025-06-02")]);
    assert_eq!(problems(&on("2025-03-24").on("2025-03-25")), [""; 0]);
    assert_eq!(problems(&on("2025-03-25").on("2025-03-25")), ["aanmelding-tien-weken-vooraf"]);
}

#[test]
fn in_haarlem_the_ten_weeks_run_from_the_provisional_enrolment() {
    let followed = haarlem().on("2025-05-19");
    assert_eq!(status(&followed, "zorg-georganiseerd-haarlem"), ("2025-05-19".into(), DeadlineStatus::Open));
    assert_eq!(followed.deadlines.iter().filter(|deadline| deadline.rule == "besluit-plaatsing").count(), 0);
    assert_eq!(problems(&haarlem().on("2025-05-20")), ["zorg-georganiseerd-haarlem"]);
    let elsewhere = haarlem().event("2025-04-07", "besluit-plaatsing", &[("uitkomst", "niet-geplaatst")]).event(
        "2025-05-19",
        "andere-school-gevonden",
        &[],
    );
    assert_eq!(problems(&elsewhere.on("2025-05-20")), [""; 0]);
}

#[test]
fn a_school_in_haarlem_cannot_refuse_the_application_itself() {
    let refused = Case::of("zorgplicht").field("gemeente", "haarlem").event("2025-01-13", "aanmelding", &[]).event(
        "2025-01-20",
        "besluit-plaatsing",
        &[("uitkomst", "niet-geplaatst")],
    );
    assert_eq!(problems(&refused.on("2025-01-20")), ["stap-kan-hier-niet"]);
}

#[test]
fn a_full_school_has_no_duty_of_care() {
    let full = elsewhere().event("2025-02-03", "aanmelding", &[]).event("2025-02-10", "vol", &[]);
    assert_eq!(full.on("2025-06-02").state, "school-vol");
    assert_eq!(problems(&full.on("2025-06-02")), [""; 0]);
}

#[test]
fn a_pupil_is_removed_only_when_another_school_admits_the_pupil() {
    let intended = Case::of("zorgplicht").event("2025-02-03", "verwijderingsbesluit", &[]);
    assert_eq!(missing(&intended.on("2025-02-03")), ["andere-school-bereid"]);
    let early = intended.clone().event("2025-02-17", "definitieve-verwijdering", &[]);
    assert_eq!(problems(&early.on("2025-02-17")), ["andere-school-bereid"]);
    let found =
        intended.event("2025-02-10", "andere-school-bereid", &[]).event("2025-02-17", "definitieve-verwijdering", &[]);
    assert_eq!(problems(&found.on("2025-02-17")), [""; 0]);
}
