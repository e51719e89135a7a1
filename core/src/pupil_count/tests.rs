use proptest::prelude::*;

use super::*;

fn read(text: &str) -> Result<PupilCount, String> {
    serde_json::from_str(text).map_err(|error| error.to_string())
}

#[test]
fn reversed_bounds_are_refused() {
    let error = PupilCount::between(5, 1).unwrap_err();
    assert_eq!(error, PupilCountError::BoundsReversed { at_least: 5, at_most: 1 });
}

#[test]
fn a_sum_that_overflows_carries_its_operands() {
    let (left, right) = (PupilCount::Exact(u32::MAX), PupilCount::Exact(1));
    assert_eq!(left.checked_add(right), Err(PupilCountError::Add { left, right }));
    let left = PupilCount::between(0, u32::MAX).unwrap();
    assert_eq!(left.checked_add(right), Err(PupilCountError::Add { left, right }));
    assert_eq!(PupilCount::total([left, right]), Err(PupilCountError::Add { left, right }));
    assert_eq!(left.checked_add(PupilCount::Unknown), Ok(PupilCount::Unknown));
}

#[test]
fn a_total_of_none_is_zero_and_of_an_unknown_is_unknown() {
    assert_eq!(PupilCount::total([]), Ok(PupilCount::Exact(0)));
    assert_eq!(PupilCount::total([PupilCount::Exact(3), PupilCount::Unknown]), Ok(PupilCount::Unknown));
}

#[test]
fn each_form_in_a_file_reads_and_writes() {
    for (text, count) in [
        ("0", PupilCount::Exact(0)),
        ("220", PupilCount::Exact(220)),
        (r#"{"at_least":1,"at_most":4}"#, PupilCount::SUPPRESSED),
        ("null", PupilCount::Unknown),
    ] {
        assert_eq!(read(text), Ok(count));
        assert_eq!(serde_json::to_string(&count).unwrap(), text);
    }
}

#[test]
fn anything_else_in_a_file_is_refused() {
    for text in [
        "-1",
        "2.0",
        "4294967296",
        "\"220\"",
        "\"<5\"",
        "[1,4]",
        "true",
        "{}",
        r#"{"at_least":1}"#,
        r#"{"at_least":1,"at_most":4,"exact":2}"#,
        r#"{"at_least":4,"at_most":1}"#,
    ] {
        assert!(read(text).is_err(), "{text}");
    }
    assert!(read("\"<5\"").unwrap_err().contains("null where it is unknown"));
    assert!(read(r#"{"at_least":4,"at_most":1}"#).unwrap_err().contains("exchange the bounds"));
}

#[test]
fn an_absent_key_is_an_error_and_not_an_unknown() {
    #[derive(Debug, serde::Deserialize)]
    struct Row {
        pupils: PupilCount,
    }
    assert!(serde_json::from_str::<Row>("{}").is_err());
    assert_eq!(serde_json::from_str::<Row>(r#"{"pupils":null}"#).unwrap().pupils, PupilCount::Unknown);
}

#[test]
fn a_count_shows_what_is_known() {
    assert_eq!(PupilCount::Exact(12).to_string(), "12");
    assert_eq!(PupilCount::SUPPRESSED.to_string(), "1-4");
    assert_eq!(format!("[{:>8}]", PupilCount::Unknown), "[ unknown]");
}

#[test]
fn the_schema_has_the_three_forms() {
    let schema = schemars::schema_for!(PupilCount);
    assert_eq!(schema.get("oneOf").unwrap().as_array().unwrap().len(), 3);
}

/// A count, with a number that it could be.
fn count() -> impl Strategy<Value = (PupilCount, u32)> {
    let known = (0..10_000_u32, 0..100_u32, 0..100_u32).prop_map(|(at_least, below, above)| {
        (PupilCount::between(at_least, at_least + below + above).unwrap(), at_least + below)
    });
    prop_oneof![4 => known, 1 => (0..10_000_u32).prop_map(|number| (PupilCount::Unknown, number))]
}

proptest! {
    #[test]
    fn a_total_encloses_every_sum_that_its_parts_allow(counts in proptest::collection::vec(count(), 0..20)) {
        let total = PupilCount::total(counts.iter().map(|(count, _)| *count)).unwrap();
        let sum: u32 = counts.iter().map(|(_, number)| number).sum();
        prop_assert!(total.at_least().is_none_or(|least| least <= sum));
        prop_assert!(total.at_most().is_none_or(|most| most >= sum));
        let unknown = counts.iter().any(|(count, _)| *count == PupilCount::Unknown);
        prop_assert_eq!(total == PupilCount::Unknown, unknown);
    }

    #[test]
    fn the_order_of_addition_does_not_matter(a in count(), b in count(), c in count()) {
        let (a, b, c) = (a.0, b.0, c.0);
        prop_assert_eq!(a.checked_add(b), b.checked_add(a));
        prop_assert_eq!(PupilCount::total([a, b, c]), PupilCount::total([c, a, b]));
    }

    #[test]
    fn a_file_round_trips(count in count()) {
        let text = serde_json::to_string(&count.0).unwrap();
        prop_assert_eq!(read(&text), Ok(count.0));
    }
}
