//! The school holidays that come along, and those of a user.

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

use super::super::{
    BeforeSchoolHoliday, CalendarError, Due, HolidayRegion, SchoolHoliday, SchoolHolidayKind, SchoolHolidays,
};
use super::{day, in_english, source};
use crate::period::SchoolYear;
use HolidayRegion::{Midden, Noord, Zuid};
use SchoolHolidayKind::{Herfst, Kerst, Mei, Voorjaar, Zomer};

fn built_in() -> SchoolHolidays {
    toml::from_str(include_str!("../../../../sdk/region/data/school-holidays.toml")).unwrap()
}

fn school_year(text: &str) -> SchoolYear {
    text.parse().unwrap()
}

fn holiday(kind: SchoolHolidayKind, from: &str, until: &str) -> SchoolHoliday {
    SchoolHoliday {
        region: Noord,
        school_year: school_year("2024-2025"),
        kind,
        from: day(from),
        until: day(until),
        fixed: None,
        sources: vec![source()],
    }
}

fn refused(holiday: SchoolHoliday) -> String {
    SchoolHolidays::new([holiday]).unwrap_err().to_string()
}

#[test]
fn the_built_in_years_are_as_complete_as_their_sources() {
    let holidays = built_in();
    for start in 2013..=2029 {
        let year = SchoolYear::starting_in(start).unwrap();
        for region in [Noord, Midden, Zuid] {
            for kind in SchoolHolidayKind::ALL {
                let expected = match kind {
                    Kerst | Mei | Zomer => true,
                    Voorjaar => start >= 2018,
                    Herfst => start >= 2019,
                };
                assert_eq!(holidays.get(region, year, kind).is_ok(), expected, "{kind} {region} {year}");
            }
        }
    }
    assert_eq!(holidays.iter().count(), 17 * 9 + 12 * 3 + 11 * 3);
}

#[test]
fn the_built_in_holidays_follow_each_other_in_whole_weeks() {
    let holidays = built_in();
    for holiday in holidays.iter() {
        let weeks = match holiday.kind {
            Herfst | Voorjaar | Mei => 1,
            Kerst => 2,
            Zomer => 6,
        };
        assert_eq!(holiday.from.weekday(), Weekday::Saturday, "{holiday:?}");
        // In 2014 the May holiday ended on Liberation Day, a Monday.
        let more = i64::from(holiday.kind == Mei && holiday.from == day("2014-04-26"));
        assert_eq!(holiday.until, holiday.from + (7 * weeks + 1 + more).days(), "{holiday:?}");
        assert_eq!(holiday.fixed, Some(!matches!(holiday.kind, Herfst | Voorjaar)), "{holiday:?}");
    }
    for region in [Noord, Midden, Zuid] {
        let mut days: Vec<(Date, Date)> =
            holidays.iter().filter(|it| it.region == region).map(|it| (it.from, it.until)).collect();
        days.sort_unstable();
        assert!(days.windows(2).all(|pair| pair[0].1 < pair[1].0), "{region}: two holidays overlap");
    }
}

#[test]
fn a_day_is_in_a_holiday_in_none_or_not_known() {
    let holidays = built_in();
    let on = |region, text: &str| {
        let found = holidays.on(region, day(text));
        found.map(|found| found.map(|it| it.kind)).map_err(|missing| {
            let missing: Vec<String> = missing.into_iter().map(|it| it.what).collect();
            missing.join("; ")
        })
    };
    assert_eq!(on(Noord, "2025-02-14"), Ok(None));
    assert_eq!(on(Noord, "2025-02-15"), Ok(Some(Voorjaar)));
    assert_eq!(on(Noord, "2025-02-23"), Ok(Some(Voorjaar)));
    assert_eq!(on(Noord, "2025-02-24"), Ok(None));
    assert_eq!(on(Zuid, "2025-02-24"), Ok(Some(Voorjaar)));
    assert_eq!(on(Noord, "2025-08-24"), Ok(Some(Zomer)), "summer lasts into the next school year");
    assert_eq!(on(Noord, "2025-08-25"), Ok(None));
    assert_eq!(on(Noord, "2013-12-25"), Ok(Some(Kerst)));
    assert_eq!(
        on(Noord, "2014-02-03"),
        Err("school holiday herfst of region noord in 2013-2014; school holiday voorjaar of region noord in 2013-2014"
            .into()),
    );
    assert_eq!(on(Noord, "2019-09-02"), Ok(None), "after a summer that is known");
    assert_eq!(on(Midden, "2030-08-25"), Ok(Some(Zomer)), "known, though nothing of 2030-2031 is");
    assert_eq!(on(Midden, "2030-08-26").unwrap_err().matches(" in 2030-2031").count(), 5);
    assert_eq!(on(Midden, "2150-08-25"), Err("school holidays of region midden on 2150-08-25".into()));
}

#[test]
fn the_summer_before_the_first_known_year_is_not_known_either() {
    let year = SchoolHolidayKind::ALL.map(|kind| match kind {
        Herfst => holiday(kind, "2024-10-26", "2024-11-03"),
        Kerst => holiday(kind, "2024-12-21", "2025-01-05"),
        Voorjaar => holiday(kind, "2025-02-15", "2025-02-23"),
        Mei => holiday(kind, "2025-04-26", "2025-05-04"),
        Zomer => holiday(kind, "2025-07-12", "2025-08-24"),
    });
    let holidays = SchoolHolidays::new(year).unwrap();
    let missing = holidays.on(Noord, day("2024-08-20")).unwrap_err();
    assert_eq!(missing[0].what, "school holiday zomer of region noord in 2023-2024");
    assert_eq!(holidays.on(Noord, day("2024-11-04")), Ok(None));
}

#[test]
fn a_term_ends_the_day_before_a_school_holiday_that_is_known() {
    let due = |kind, region, text: &str| -> Due {
        BeforeSchoolHoliday { kind, region, day: day(text) }.due(&built_in()).unwrap()
    };
    let spring = due(Voorjaar, Noord, "2025-01-15");
    assert_eq!((spring.date, spring.counted), (Some(day("2025-02-14")), Some(day("2025-02-15"))));
    assert_eq!(in_english(&spring.moved_by), ["the spring holiday of region noord starts on 2025-02-15"]);
    assert_eq!(spring.moved_by[0].text().nl, "de voorjaarsvakantie van regio noord begint op 2025-02-15");
    assert_eq!(due(Zomer, Zuid, "2025-01-15").date, Some(day("2025-07-04")));
    assert_eq!(due(Zomer, Zuid, "2024-07-31").date, Some(day("2024-07-05")), "the school year ends on 31 July");
    let unknown = due(Voorjaar, Midden, "2015-01-15");
    assert_eq!((unknown.date, unknown.counted), (None, None));
    assert_eq!(unknown.missing[0].what, "school holiday voorjaar of region midden in 2014-2015");
    assert_eq!(unknown.missing[0].from.as_deref(), Some("a file of school holidays"));
    let never = BeforeSchoolHoliday { kind: Mei, region: Noord, day: day("2100-08-01") }.due(&built_in());
    assert!(matches!(never, Err(CalendarError::Period(_))), "{never:?}");
}

#[test]
fn a_users_holidays_take_the_place_of_others_and_it_is_said_which() {
    let users = SchoolHolidays::new([
        holiday(Mei, "2025-04-19", "2025-05-04"),
        SchoolHoliday { school_year: school_year("2030-2031"), ..holiday(Kerst, "2030-12-21", "2031-01-05") },
    ]);
    let before = built_in();
    let (merged, replaced) = before.clone().replaced_by(users.unwrap());
    let year = school_year("2024-2025");
    assert_eq!(replaced.len(), 1);
    assert_eq!(&replaced[0].before, before.get(Noord, year, Mei).unwrap());
    assert_eq!(&replaced[0].after, merged.get(Noord, year, Mei).unwrap());
    assert_eq!(merged.get(Noord, year, Mei).unwrap().from, day("2025-04-19"));
    assert_eq!(merged.get(Midden, year, Mei), before.get(Midden, year, Mei));
    assert_eq!(merged.iter().count(), before.iter().count() + 1);
}

#[test]
fn a_holiday_that_cannot_be_is_refused_by_name() {
    assert_eq!(
        refused(holiday(Mei, "2025-05-04", "2025-04-26")),
        "mei of region noord in 2024-2025: from 2025-05-04 until 2025-04-26 ends before it starts: \
         exchange the dates or correct one",
    );
    assert_eq!(
        refused(holiday(Mei, "2026-04-25", "2026-05-03")),
        "mei of region noord in 2024-2025: 2026-04-25 is not in that school year, which runs from 2024-08-01 \
         until 2025-07-31: correct the date or the school year; only zomer may end in the next",
    );
    assert!(refused(holiday(Herfst, "2024-07-31", "2024-08-02")).contains("2024-07-31 is not in that school year"));
    assert!(refused(holiday(Mei, "2025-07-26", "2025-08-01")).contains("2025-08-01 is not in that school year"));
    assert!(SchoolHolidays::new([holiday(Zomer, "2025-07-12", "2025-08-24")]).is_ok());
    assert!(refused(holiday(Zomer, "2025-07-12", "2026-08-01")).contains("2026-08-01 is not in that school year"));
    let twice =
        SchoolHolidays::new([holiday(Mei, "2025-04-26", "2025-05-04"), holiday(Mei, "2025-04-19", "2025-05-04")]);
    assert_eq!(
        twice.unwrap_err().to_string(),
        "mei of region noord in 2024-2025 stands in the file twice: keep one of them",
    );
    let blank = crate::provenance::Source { section: " ".to_owned(), ..source() };
    for sources in [Vec::new(), vec![source(), blank]] {
        assert_eq!(
            refused(SchoolHoliday { sources, ..holiday(Mei, "2025-04-26", "2025-05-04") }),
            "the school holidays of 2024-2025 name no source: fill in document and section under `sources`",
        );
    }
}

#[test]
fn a_file_takes_no_unknown_keys_regions_or_kinds() {
    let read = |text: &str| toml::from_str::<SchoolHolidays>(text).map_err(|error| error.message().to_owned());
    let file = |holiday: &str| {
        format!(
            "[[school_years]]\nschool_year = \"2024-2025\"\n\
             sources = [{{ document = \"a\", section = \"b\" }}]\nholidays = [{{ {holiday} }}]\n"
        )
    };
    let good = r#"kind = "mei", region = "noord", from = "2025-04-26", until = "2025-05-04""#;
    assert_eq!(read(&file(good)).unwrap().iter().count(), 1);
    assert_eq!(read("school_years = []"), Ok(SchoolHolidays::default()));
    for (text, expected) in [
        (String::new(), "missing field `school_years`"),
        (file(&format!("{good}, to = \"x\"")), "unknown field `to`"),
        (file(&good.replace("mei", "pasen")), "unknown variant `pasen`"),
        (file(&good.replace("noord", "oost")), "unknown variant `oost`"),
        (file(&good.replace("2025-05-04", "2025-04-01")), "ends before it starts"),
        (file(good).replace("sources", "source"), "unknown field `source`"),
        (file(good).replace("sources = [{ document = \"a\", section = \"b\" }]\n", ""), "missing field `sources`"),
        (format!("{}\nregion = \"noord\"", file(good)), "unknown field `region`"),
    ] {
        let error = read(&text).unwrap_err();
        assert!(error.contains(expected), "{error}");
    }
}
