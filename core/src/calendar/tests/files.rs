//! The form of terms and results in files.

use schemars::{JsonSchema, schema_for};
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::super::{
    BeforeSchoolHoliday, Cause, Decree, Due, EquatedDay, HolidayRegion, Replaced, RunningTerm, SchoolHoliday,
    SchoolHolidayKind, SchoolHolidays, Suspension, Term, TermBefore, TermUnit, WorkingDays,
};
use super::{day, term};

/// Reads what it wrote, and takes no other key.
fn check<T>(value: &T, text: &str)
where
    T: Serialize + DeserializeOwned + PartialEq + std::fmt::Debug,
{
    assert_eq!(serde_json::to_string(value).unwrap(), text);
    assert_eq!(&serde_json::from_str::<T>(text).unwrap(), value);
    let more = text.replacen('{', r#"{"more":1,"#, 1);
    let error = serde_json::from_str::<T>(&more).unwrap_err().to_string();
    assert!(error.contains("unknown field `more`"), "{error}");
}

#[test]
fn a_term_stands_in_a_file_by_length_and_unit() {
    check(&term(4, TermUnit::Weeks), r#"{"length":4,"unit":"weeks"}"#);
    let error = serde_json::from_str::<Term>(r#"{"length":0,"unit":"days"}"#).unwrap_err();
    assert_eq!(error.to_string(), "a term of 0 days is no term: give a length of at least 1");
    assert!(serde_json::from_str::<Term>(r#"{"length":4,"unit":"hours"}"#).is_err(), "no terms in hours");
    assert!(serde_json::from_str::<Term>(r#"{"length":-4,"unit":"days"}"#).is_err());
    assert_eq!(term(1, TermUnit::Years).text().nl, "1 jaar");
    assert_eq!(term(2, TermUnit::Months).text().nl, "2 maanden");
}

#[test]
fn a_suspension_stands_in_a_file_with_or_without_an_end() {
    check(&Suspension::since(day("2025-03-01")), r#"{"from":"2025-03-01"}"#);
    let ended = Suspension::new(day("2025-03-01"), day("2025-03-02")).unwrap();
    check(&ended, r#"{"from":"2025-03-01","until":"2025-03-02"}"#);
    let reversed = serde_json::from_str::<Suspension>(r#"{"from":"2025-03-02","until":"2025-03-01"}"#);
    assert!(reversed.unwrap_err().to_string().contains("ends before it starts"));
}

#[test]
fn a_running_term_needs_its_start_and_length_and_no_more() {
    let text = r#"{"start":"2025-03-03","term":{"length":6,"unit":"weeks"}}"#;
    let running: RunningTerm = serde_json::from_str(text).unwrap();
    assert_eq!(running, RunningTerm::after(day("2025-03-03"), term(6, TermUnit::Weeks)));
    let all = RunningTerm::including(running.start, running.term)
        .extended_by(term(4, TermUnit::Weeks))
        .suspended(Suspension::since(day("2025-03-04")))
        .under_the_atw();
    check(
        &all,
        r#"{"start":"2025-03-03","start_counts":true,"term":{"length":6,"unit":"weeks"},"extension":{"length":4,"unit":"weeks"},"suspensions":[{"from":"2025-03-04"}],"atw":true}"#,
    );
    check(
        &TermBefore::day(day("2025-03-03"), term(6, TermUnit::Weeks)),
        r#"{"day":"2025-03-03","term":{"length":6,"unit":"weeks"},"on_a_working_day":false}"#,
    );
    check(
        &BeforeSchoolHoliday { kind: SchoolHolidayKind::Mei, region: HolidayRegion::Zuid, day: day("2025-03-03") },
        r#"{"kind":"mei","region":"zuid","day":"2025-03-03"}"#,
    );
}

#[test]
fn a_result_names_its_causes_in_a_file() {
    let running = RunningTerm::after(day("2025-01-31"), term(1, TermUnit::Months))
        .suspended(Suspension::new(day("2025-02-28"), day("2025-03-05")).unwrap())
        .under_the_atw();
    check(
        &running.due(&super::equated(&[])).unwrap(),
        r#"{"date":"2025-03-06","counted":"2025-02-28","moved_by":[{"cause":"month_end","sought":31,"day":"2025-02-28"},{"cause":"suspended","from":"2025-02-28","until":"2025-03-05","days":6}],"atw":{"outcome":"applied"},"missing":[]}"#,
    );
    let king = RunningTerm::after(day("2025-04-25"), term(1, TermUnit::Days)).under_the_atw();
    let due = king.due(&WorkingDays::default()).unwrap();
    check(
        &due.moved_by[0],
        r#"{"cause":"not_a_working_day","day":"2025-04-26","reasons":[{"reason":"saturday"},{"reason":"public_holiday","holiday":"kings_day"}]}"#,
    );
}

#[test]
fn every_schema_is_closed() {
    fn closed<T: JsonSchema>() {
        let schema = schema_for!(T);
        let name = T::schema_name();
        assert_eq!(schema.get("additionalProperties"), Some(&false.into()), "{name}");
        assert!(schema.get("description").is_some(), "{name}");
    }
    closed::<Term>();
    closed::<Suspension>();
    closed::<RunningTerm>();
    closed::<TermBefore>();
    closed::<BeforeSchoolHoliday>();
    closed::<Due>();
    closed::<Decree>();
    closed::<EquatedDay>();
    closed::<WorkingDays>();
    closed::<SchoolHoliday>();
    closed::<SchoolHolidays>();
    closed::<Replaced>();
    let cause = serde_json::to_value(schema_for!(Cause)).unwrap();
    let variants = cause["oneOf"].as_array().unwrap();
    assert_eq!(variants.len(), 11);
    assert!(variants.iter().all(|variant| variant["additionalProperties"] == false));
    let year = schema_for!(SchoolHolidays);
    assert_eq!(year.pointer("/properties/school_years/items/properties/sources/minItems").unwrap(), 1);
    assert_eq!(year.pointer("/properties/school_years/items/additionalProperties").unwrap(), false);
}
