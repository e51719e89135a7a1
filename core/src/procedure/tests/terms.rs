//! The terms by which someone has to act.

use super::*;
use crate::calendar::{HolidayRegion, SchoolHolidayKind};
use crate::procedure::{Deadline, DeadlineStatus, FieldKind, Objection, Requirement, TermRule};

fn weeks(count: u16) -> Term {
    length(count, TermUnit::Weeks)
}

/// Six weeks from the application; the decision meets it.
fn decision() -> TermRule {
    TermRule::deadline("besluit", ("het besluit", "the decision"), on_event("aanvraag"), weeks(6), plan("4"))
        .met_by(on_event("besluit"))
}

fn with(term: TermRule) -> Procedure {
    staying(&["aanvraag", "besluit", "stilstand", "hervatting", "verlenging"])
        .event_field("aanvraag", "ontvangen", ("ontvangen", "received"), FieldKind::Date)
        .event_field("aanvraag", "volledig", ("of zij volledig is", "whether it is complete"), FieldKind::YesNo)
        .term(term)
}

/// Of which six weeks end on 14 April.
fn applied() -> CaseFile {
    case().event("2025-03-03", "aanvraag")
}

/// The only deadline.
fn one(followed: &FollowedCase) -> &Deadline {
    let [deadline] = followed.deadlines.as_slice() else { panic!("{:?}", followed.deadlines) };
    deadline
}

fn standing(followed: &FollowedCase) -> Vec<String> {
    let due = |deadline: &Deadline| deadline.due.map_or_else(|| "-".to_owned(), |due| due.to_string());
    followed.deadlines.iter().map(|deadline| format!("{} {}", due(deadline), deadline.status.as_str())).collect()
}

fn stands(as_of: &str, term: TermRule, case: &CaseFile) -> Vec<String> {
    standing(&on(as_of, &with(term), case))
}

#[test]
fn a_term_is_open_on_its_last_day_and_passed_the_day_after() {
    assert_eq!(stands("2025-03-03", decision(), &applied()), ["2025-04-14 open"]);
    let last = on("2025-04-14", &with(decision()), &applied());
    assert_eq!((standing(&last), problems(&last)), (vec!["2025-04-14 open".to_owned()], vec![]));
    assert_eq!(one(&last).term.en, "6 weeks");
    assert_eq!((one(&last).from, one(&last).met_on), (day("2025-03-03"), None));
    let after = on("2025-04-15", &with(decision()), &applied());
    assert_eq!(standing(&after), ["2025-04-14 passed"]);
    let told = "the decision was due on 2025-04-14 (term from 2025-03-03) and is not there";
    assert_eq!(problem(&after), ("besluit", "events[0] (aanvraag)", told));
}

#[test]
fn a_term_is_met_on_its_last_day_and_late_the_day_after() {
    let met = |on: &str| applied().event(on, "besluit");
    let followed = on("2025-06-01", &with(decision()), &met("2025-04-14"));
    assert_eq!((standing(&followed), problems(&followed)), (vec!["2025-04-14 met".to_owned()], vec![]));
    assert_eq!(one(&followed).met_on, Some(day("2025-04-14")));
    let followed = on("2025-06-01", &with(decision()), &met("2025-04-15"));
    assert_eq!(standing(&followed), ["2025-04-14 late"]);
    let told = "the decision was due on 2025-04-14 (term from 2025-03-03) and came on 2025-04-15";
    assert_eq!(problem(&followed), ("besluit", "events[1] (besluit)", told));
    assert_eq!(followed.problems[0].source.as_ref().unwrap().section, "4");
}

#[test]
fn the_first_of_the_events_that_meet_it_counts_and_none_before_it_started() {
    let case = case()
        .event("2025-02-01", "besluit")
        .event("2025-03-03", "aanvraag")
        .event("2025-03-10", "hervatting")
        .event("2025-05-01", "besluit");
    let either = || decision().met_by(on_event("hervatting"));
    assert_eq!(one(&on("2025-06-01", &with(either()), &case)).met_on, Some(day("2025-03-10")));
    assert_eq!(one(&on("2025-06-01", &with(decision()), &case)).met_on, Some(day("2025-05-01")));
}

#[test]
fn what_follows_when_it_passes_is_said_when_it_has() {
    let then = || decision().then(("de aanvraag is toegewezen", "the application is granted"));
    assert_eq!(one(&on("2025-04-14", &with(then()), &applied())).then, None);
    let passed = on("2025-04-15", &with(then()), &applied());
    assert_eq!(one(&passed).then.as_ref().unwrap().en, "the application is granted");
}

#[test]
fn a_term_that_starts_anew_takes_the_place_of_one_that_was_not_met() {
    let again = applied().event("2025-04-01", "aanvraag");
    assert_eq!(stands("2025-04-20", decision(), &again), ["2025-05-13 open"]);
    let met = applied().event("2025-04-10", "besluit").event("2025-05-01", "aanvraag");
    assert_eq!(stands("2025-05-02", decision(), &met), ["2025-04-14 met", "2025-06-12 open"]);
}

#[test]
fn an_extension_makes_it_longer_and_only_before_it_is_over() {
    let extended = || decision().extended(on_event("verlenging"), weeks(4));
    let case = applied().event("2025-04-01", "verlenging");
    let followed = on("2025-04-20", &with(extended()), &case);
    assert_eq!(standing(&followed), ["2025-05-12 open"]);
    assert_eq!(one(&followed).moved_by[0].text().en, "extended by 4 weeks from 2025-04-14 until 2025-05-12");
    let late = applied().event("2025-04-15", "besluit").event("2025-04-16", "verlenging");
    assert_eq!(stands("2025-06-01", extended(), &late), ["2025-04-14 late"]);
    let of_the_next =
        applied().event("2025-04-15", "besluit").event("2025-05-01", "aanvraag").event("2025-05-02", "verlenging");
    assert_eq!(stands("2025-06-01", extended(), &of_the_next), ["2025-04-14 late", "2025-07-10 open"]);
    let before = case_with_extension_first();
    assert_eq!(stands("2025-04-01", extended(), &before), ["2025-04-14 open"]);
}

fn case_with_extension_first() -> CaseFile {
    case().event("2025-03-01", "verlenging").event("2025-03-03", "aanvraag")
}

fn suspended() -> TermRule {
    decision().suspended(on_event("stilstand"), on_event("hervatting"))
}

#[test]
fn a_suspension_adds_its_days() {
    let case = applied().event("2025-03-10", "stilstand").event("2025-03-17", "hervatting");
    let followed = on("2025-04-20", &with(suspended()), &case);
    assert_eq!(standing(&followed), ["2025-04-21 open"]);
    let told = "suspended for 7 days, from 2025-03-11 until 2025-03-17";
    assert_eq!(one(&followed).moved_by[0].text().en, told);
}

#[test]
fn the_end_of_a_term_that_stands_still_is_not_known_and_it_can_be_met() {
    let still = applied().event("2025-03-10", "stilstand");
    let followed = on("2026-01-01", &with(suspended()), &still);
    assert_eq!((standing(&followed), problems(&followed)), (vec!["- unknown".to_owned()], vec![]));
    let why = one(&followed).unknown_because.as_ref().unwrap();
    assert_eq!(why.en, "the term has stood still since 2025-03-11");
    assert_eq!(why.nl, "de termijn staat stil sinds 2025-03-11");
    let met = still.event("2025-12-01", "besluit");
    assert_eq!(stands("2026-01-01", suspended(), &met), ["- met"]);
}

#[test]
fn a_suspension_after_a_term_is_over_or_has_passed_moves_nothing() {
    let late = applied().event("2025-04-15", "besluit").event("2025-04-16", "stilstand");
    assert_eq!(stands("2025-06-01", suspended(), &late), ["2025-04-14 late"]);
    let passed = applied().event("2025-04-20", "stilstand");
    assert_eq!(stands("2025-06-01", suspended(), &passed), ["2025-04-14 passed"]);
}

#[test]
fn a_term_counted_from_a_day_in_a_field_is_not_known_without_it() {
    let counted = || decision().counted_from("ontvangen");
    let received = case().event_with("2025-03-10", "aanvraag", &[("ontvangen", "2025-03-03")]);
    let followed = on("2025-04-01", &with(counted()), &received);
    assert_eq!((standing(&followed), one(&followed).from), (vec!["2025-04-14 open".into()], day("2025-03-03")));
    let unknown = on("2025-06-01", &with(counted()), &applied());
    assert_eq!((standing(&unknown), problems(&unknown)), (vec!["- unknown".to_owned()], vec![]));
    assert_eq!(one(&unknown).unknown_because.as_ref().unwrap().en, "ontvangen of aanvraag is not known");
    let met = applied().event("2025-03-10", "besluit");
    let followed = on("2025-06-01", &with(counted()), &met);
    assert_eq!(standing(&followed), ["- unknown"], "whether it was in time is not known");
    assert_eq!(one(&followed).met_on, Some(day("2025-03-10")));
}

#[test]
fn whether_a_term_started_is_asked_where_a_field_decides() {
    let complete = TermRule { starts: on_event("aanvraag").when("volledig", &["ja"]), ..decision() };
    let followed = on("2025-06-01", &with(complete.clone()), &applied());
    assert_eq!((missing(&followed), followed.deadlines.len()), (vec!["volledig"], 0));
    assert_eq!(followed.missing[0].what.en, "not known whether this is so: whether it is complete");
    let known = case().event_with("2025-03-03", "aanvraag", &[("volledig", "ja")]);
    assert_eq!(stands("2025-04-01", complete, &known), ["2025-04-14 open"]);
}

#[test]
fn a_statutory_term_runs_on_over_easter_and_says_why() {
    let seven_weeks = TermRule::deadline("besluit", ("b", "d"), on_event("aanvraag"), weeks(7), plan("4"));
    let good_friday = case().event("2025-02-28", "aanvraag");
    assert_eq!(stands("2025-04-01", seven_weeks.clone(), &good_friday), ["2025-04-18 open"]);
    let followed = on("2025-04-22", &with(seven_weeks.statutory()), &good_friday);
    assert_eq!(standing(&followed), ["2025-04-22 open"]);
    let causes: Vec<_> = one(&followed).moved_by.iter().map(|cause| cause.text().en).collect();
    let days = ["2025-04-18", "2025-04-19", "2025-04-20", "2025-04-21"];
    assert_eq!(causes.len(), days.len() + 1, "these, and that equated days are not known: {causes:?}");
    for (cause, day) in causes.iter().zip(days) {
        assert!(cause.starts_with(&format!("{day} is not a working day: ")), "{cause}");
    }
    assert!(causes[0].ends_with("Good Friday") && causes[3].ends_with("Easter Monday"), "{causes:?}");
}

/// Ten weeks before the day in `ontvangen`.
fn before() -> TermRule {
    let words = ("de aanvraag", "the application");
    TermRule::before("op-tijd", words, on_event("aanvraag"), (weeks(10), "ontvangen"), plan("4"))
}

#[test]
fn a_term_counted_back_is_met_by_its_own_event() {
    let case = |on: &str| case().event_with(on, "aanvraag", &[("ontvangen", "2025-06-30")]);
    assert_eq!(stands("2025-06-01", before(), &case("2025-04-21")), ["2025-04-21 met"]);
    let late = on("2025-06-01", &with(before()), &case("2025-04-22"));
    assert_eq!(
        (standing(&late), one(&late).term.en.as_str()),
        (vec!["2025-04-21 late".into()], "10 weeks before ontvangen")
    );
    assert_eq!(problem(&late).1, "events[0] (aanvraag)");
    assert_eq!(stands("2025-06-01", before(), &applied()), ["- unknown"]);
}

#[test]
fn a_term_counted_back_that_others_meet_waits_for_them() {
    let case = case().event_with("2025-04-01", "aanvraag", &[("ontvangen", "2025-06-30")]);
    let waits = || before().met_by(on_event("besluit"));
    assert_eq!(stands("2025-04-21", waits(), &case), ["2025-04-21 open"]);
    assert_eq!(stands("2025-06-01", waits(), &case), ["2025-04-21 passed"]);
    assert_eq!(stands("2025-06-01", waits(), &case.event("2025-04-20", "besluit")), ["2025-04-21 met"]);
}

fn before_spring() -> TermRule {
    let spring = SchoolHolidayKind::Voorjaar;
    TermRule::before_holiday("voor-vakantie", ("v", "h"), on_event("aanvraag"), spring, plan("4"))
}

/// The days that are known: one made-up spring holiday of the north.
fn spring(region: Option<HolidayRegion>) -> KnownDays {
    let text = r#"{ "school_years": [{
        "school_year": "2024-2025",
        "sources": [{ "document": "synthetisch", "section": "1" }],
        "holidays": [{ "kind": "voorjaar", "region": "noord", "from": "2025-02-15", "until": "2025-02-23" }]
    }]}"#;
    KnownDays { school_holidays: serde_json::from_str(text).unwrap(), region, ..KnownDays::default() }
}

#[test]
fn a_term_before_a_school_holiday_ends_on_the_day_before_it() {
    let procedure = with(before_spring());
    let laid = Laid { days: spring(Some(HolidayRegion::Noord)), ..laid(&procedure) };
    let followed = laid.on("2025-06-01", &case().event("2025-02-14", "aanvraag"));
    assert_eq!(standing(&followed), ["2025-02-14 met"]);
    assert_eq!(one(&followed).term.nl, "voor de voorjaarsvakantie");
    let late = laid.on("2025-06-01", &case().event("2025-02-15", "aanvraag"));
    assert_eq!(standing(&late), ["2025-02-14 late"]);
}

#[test]
fn a_term_before_a_holiday_that_is_not_known_says_which_in_both_languages() {
    let procedure = with(before_spring());
    let known = laid(&procedure);
    let in_noord = Laid { days: spring(Some(HolidayRegion::Noord)), ..laid(&procedure) };
    let followed = in_noord.on("2026-06-01", &case().event("2026-02-02", "aanvraag"));
    assert_eq!((standing(&followed), problems(&followed)), (vec!["- unknown".to_owned()], vec![]));
    let why = one(&followed).unknown_because.as_ref().unwrap();
    assert_eq!(why.en, "the spring holiday of region noord in the school year of 2026-02-02 is not known");
    assert_eq!(why.nl, "de voorjaarsvakantie van regio noord in het schooljaar van 2026-02-02 is niet bekend");
    let nowhere = known.on("2025-06-01", &case().event("2025-02-14", "aanvraag"));
    assert_eq!(standing(&nowhere), ["- unknown"]);
    let why = one(&nowhere).unknown_because.as_ref().unwrap();
    assert!(why.en.contains("--holiday-region") && why.nl.contains("--holiday-region"), "{why:?}");
}

#[test]
fn a_term_that_leaves_the_calendar_is_not_known() {
    let far = TermRule::deadline("ver", ("v", "f"), on_event("aanvraag"), length(500, TermUnit::Years), plan("4"));
    let followed = on("2025-06-01", &with(far), &applied());
    assert_eq!(one(&followed).status, DeadlineStatus::Unknown);
    assert!(one(&followed).unknown_because.is_some());
}

#[test]
fn an_objection_has_a_term_where_the_documents_give_one() {
    let objection = |within| Objection {
        decision: on_event("besluit"),
        what: Text::new("het besluit", "the decision"),
        lodged_with: Text::new("de commissie", "the committee"),
        lodged_by: None,
        within,
        provenance: plan("8"),
        valid: Validity::ALWAYS,
    };
    let procedure = with(decision()).objection(objection(Some(weeks(6)))).objection(objection(None));
    // Six weeks after it lies Easter Monday.
    let followed = on("2025-03-11", &procedure, &applied().event("2025-03-10", "besluit"));
    let until: Vec<_> = followed.objections.iter().map(|objection| objection.until).collect();
    assert_eq!(until, [Some(day("2025-04-22")), None]);
    assert_eq!(followed.objections[1].unknown_because.as_ref().unwrap().en, "the documents name no term");
    assert_eq!(followed.objections[0].lodged_with.en, "the committee");
    assert_eq!(followed.objections[0].on, day("2025-03-10"));
    assert!(on("2025-03-11", &procedure, &applied()).objections.is_empty());
}

/// The decision of [`decision`], extended by four weeks or to the day in `uiterlijk`.
fn announced() -> Procedure {
    let mut term = decision().extended(on_event("verlenging"), weeks(4));
    term.extended.as_mut().unwrap().until = Some("uiterlijk".into());
    with(term).event_field("verlenging", "uiterlijk", ("uiterlijk", "at the latest"), FieldKind::Date)
}

#[test]
fn an_extension_ends_on_the_day_announced_and_no_later_than_it_may() {
    let told = |on: &str, until: &str| applied().event_with(on, "verlenging", &[("uiterlijk", until)]);
    let followed = on("2025-04-20", &announced(), &told("2025-04-01", "2025-05-05"));
    assert_eq!((standing(&followed), problems(&followed)), (vec!["2025-05-05 open".to_owned()], vec![]));
    let moved = one(&followed).moved_by[0].text();
    assert_eq!(moved.en, "extended from 2025-04-14 until the day announced, 2025-05-05");
    let last = on("2025-04-20", &announced(), &told("2025-04-01", "2025-05-12"));
    assert_eq!((standing(&last), problems(&last)), (vec!["2025-05-12 open".to_owned()], vec![]));
    let too_far = on("2025-04-20", &announced(), &told("2025-04-01", "2025-05-13"));
    assert_eq!(standing(&too_far), ["2025-05-12 open"]);
    let (rule, place, message) = problem(&too_far);
    assert_eq!((rule, place), ("verlenging-besluit", "events[1] (verlenging)"));
    assert_eq!(message, "the decision: 2025-05-13 is too far; at most 4 weeks later is 2025-05-12");
    let earlier = on("2025-04-10", &announced(), &told("2025-04-01", "2025-04-14"));
    assert_eq!(
        (standing(&earlier), problems(&earlier)),
        (vec!["2025-04-14 open".to_owned()], vec!["verlenging-besluit"])
    );
    let without = on("2025-04-20", &announced(), &applied().event("2025-04-01", "verlenging"));
    assert_eq!(standing(&without), ["2025-05-12 open"]);
}

#[test]
fn a_second_extension_and_one_that_is_told_too_late_are_problems_and_extend_nothing() {
    let twice = applied().event("2025-04-01", "verlenging").event("2025-05-01", "verlenging");
    let followed = on("2025-05-02", &announced(), &twice);
    assert_eq!(standing(&followed), ["2025-05-12 open"]);
    assert_eq!(problem(&followed).2, "the decision: the term was extended already, which can be done once");
    let late = on("2025-04-15", &announced(), &applied().event("2025-04-15", "verlenging"));
    assert_eq!(standing(&late), ["2025-04-14 passed"]);
    assert_eq!(problems(&late), ["besluit", "verlenging-besluit"]);
    let told = "the decision: the term ended on 2025-04-14; what is told on 2025-04-15 only does not extend it";
    assert_eq!(late.problems[1].message.en, told);
}

#[test]
fn a_right_that_arises_when_a_term_passes_is_granted_in_time_on_its_first_day() {
    let term = || {
        let mut term = decision().then(("recht", "a right"));
        term.granted_by = vec![on_event("hervatting")];
        term
    };
    let granted = |on: &str| applied().event(on, "hervatting");
    assert_eq!(stands("2025-06-01", term(), &granted("2025-04-14")), ["2025-04-14 met"]);
    let first_day = on("2025-06-01", &with(term()), &granted("2025-04-15"));
    assert_eq!((standing(&first_day), problems(&first_day)), (vec!["2025-04-14 met".to_owned()], vec![]));
    assert_eq!(stands("2025-06-01", term(), &granted("2025-04-16")), ["2025-04-14 late"]);
    let decided = applied().event("2025-04-15", "besluit");
    assert_eq!(stands("2025-06-01", term(), &decided), ["2025-04-14 late"], "that is no grant");
    let open = on("2025-04-15", &with(term()), &applied());
    assert_eq!((standing(&open), problems(&open)), (vec!["2025-04-14 passed".to_owned()], vec![]));
    assert_eq!(one(&open).then.as_ref().unwrap().en, "a right");
    assert_eq!(problems(&on("2025-04-16", &with(term()), &applied())), ["besluit"]);
}

#[test]
fn the_clock_of_a_complete_file_starts_when_the_last_of_what_it_needs_was_there() {
    let mut term = decision().counted_from("ontvangen");
    term.from_last_required = true;
    let provided = Provided { by: &school(), event: on_event("hervatting") };
    let needed = Requirement::new("verslag", ("het verslag", "the report"), provided, plan("3"));
    let procedure = with(term).requirement(needed.asked(&[], &["aanvraag"]));
    let complete = |supplied: &str| {
        case().event(supplied, "hervatting").event_with("2025-03-10", "aanvraag", &[("ontvangen", "2025-03-03")])
    };
    let before = on("2025-04-01", &procedure, &complete("2025-03-03"));
    assert_eq!((standing(&before), &one(&before).from_because), (vec!["2025-04-14 open".to_owned()], &None));
    let after = on("2025-04-01", &procedure, &complete("2025-03-05"));
    assert_eq!((standing(&after), one(&after).from), (vec!["2025-04-16 open".to_owned()], day("2025-03-05")));
    let why = one(&after).from_because.as_ref().unwrap();
    assert_eq!(why.en, "not from 2025-03-03: the report was there on 2025-03-05 only");
    let later =
        case().event_with("2025-03-10", "aanvraag", &[("ontvangen", "2025-03-03")]).event("2025-03-12", "hervatting");
    assert_eq!(standing(&on("2025-04-01", &procedure, &later)), ["2025-04-23 open"]);
}

#[test]
fn a_term_until_a_day_of_every_year_ends_on_the_next() {
    let october =
        |text: &str| TermRule { ends: crate::procedure::TermEnd::OnNext(text.parse().unwrap()), ..decision() };
    assert_eq!(stands("2025-04-01", october("10-01"), &applied()), ["2025-10-01 open"]);
    assert_eq!(stands("2025-04-01", october("03-03"), &applied()), ["2025-03-03 passed"]);
    assert_eq!(stands("2025-04-01", october("03-02"), &applied()), ["2026-03-02 open"]);
}

#[test]
fn an_objection_says_how_its_window_was_counted_and_one_after_it_is_too_late() {
    let objection = Objection {
        decision: on_event("besluit"),
        what: Text::new("het besluit", "the decision"),
        lodged_with: Text::new("de commissie", "the committee"),
        lodged_by: Some(on_event("hervatting")),
        within: Some(weeks(6)),
        provenance: plan("8"),
        valid: Validity::ALWAYS,
    };
    let procedure = with(decision()).objection(objection);
    // Six weeks after it lies Whit Monday.
    let decided = applied().event("2024-04-08", "besluit");
    let window = |followed: &FollowedCase| followed.objections[0].clone();
    let in_time = on("2024-06-01", &procedure, &decided.clone().event("2024-05-21", "hervatting"));
    assert!(!problems(&in_time).contains(&"bezwaar-te-laat"));
    assert_eq!(
        (window(&in_time).until, window(&in_time).lodged_on),
        (Some(day("2024-05-21")), Some(day("2024-05-21")))
    );
    assert_eq!(window(&in_time).term.unwrap().en, "6 weeks");
    let moved = window(&in_time).moved_by[0].text();
    assert_eq!(moved.en, "2024-05-20 is not a working day: Whit Monday");
    let late = on("2024-06-01", &procedure, &decided.event("2024-05-22", "hervatting"));
    let problem = late.problems.iter().find(|problem| problem.rule == "bezwaar-te-laat").unwrap();
    assert!(problem.message.en.starts_with("the objection came on 2024-05-22 and could until 2024-05-21; "));
    assert_eq!(problem.source.as_ref().unwrap().section, "8");
}
