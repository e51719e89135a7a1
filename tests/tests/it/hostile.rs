//! A plugin that misbehaves is stopped, is named, and harms nobody else.

use std::time::{Duration, Instant};

use swv_core::{Capability, Failure, Needed, Text};
use swv_host::{CallError, CallFailure, Host, Limits, Plugin};
use swv_tests::{Files, host, hostile_input, region};

const PLACE: &str = "hostile/plugin.wasm";

/// The plugin, with its version known.
fn plugin_of(host: &Host) -> Plugin {
    let plugin = host.plugin(PLACE, Files::of("hostile").bytes("plugin.wasm")).unwrap();
    plugin.describe().unwrap();
    plugin
}

/// What the misbehaviour of a year ends in. Afterwards the same plugin answers
/// a normal call, whatever happened.
fn stopped(plugin: &Plugin, year: u16) -> CallFailure {
    let CallError { place, version, failure } = plugin.allocate(&hostile_input(year)).unwrap_err();
    assert_eq!((place.as_str(), version.map(|version| version.to_string())), (PLACE, Some("0.1.0".into())));
    let normal = plugin.allocate(&hostile_input(2024)).unwrap();
    assert_eq!(normal.total().unwrap().exact().unwrap().cents(), 30 * 450_00);
    failure
}

fn stopped_by_default(year: u16) -> CallFailure {
    stopped(&plugin_of(host()), year)
}

fn limited(limits: Limits) -> Host {
    Host::new(limits, None).unwrap()
}

#[test]
fn an_endless_loop_uses_up_its_fuel() {
    let failure = stopped_by_default(2001);
    let CallFailure::Fuel { fuel } = failure else { panic!("{failure}") };
    let limits = Limits::default();
    assert!(fuel > limits.fuel, "{fuel}: the input adds to it");
    assert!(fuel < limits.fuel + 100 * limits.fuel_per_item, "{fuel}");
}

#[test]
fn fuel_grows_with_the_input() {
    let host = limited(Limits { fuel: 1_000_000, fuel_per_item: 1_000, ..Limits::default() });
    let plugin = plugin_of(&host);
    let fuel = |recipients: usize| {
        let mut input = hostile_input(2001);
        input.kinds = vec![input.kinds[0]; recipients];
        input.quantities[0].values = vec![1; recipients];
        match plugin.allocate(&input).unwrap_err().failure {
            CallFailure::Fuel { fuel } => fuel,
            other => panic!("{other}"),
        }
    };
    assert_eq!(fuel(1_000) - fuel(0), 1_000 * 2 * 1_000);
}

#[test]
fn recursion_without_end_overflows_its_own_stack_only() {
    let failure = stopped_by_default(2002);
    assert!(matches!(failure, CallFailure::Trapped(_)), "{failure}");
}

#[test]
fn memory_without_end_is_refused_at_the_limit() {
    let limit = Limits::default().memory;
    assert_eq!(stopped_by_default(2003), CallFailure::Memory { limit });
    let small = limited(Limits { memory: 8 << 20, ..Limits::default() });
    assert_eq!(stopped(&plugin_of(&small), 2003), CallFailure::Memory { limit: 8 << 20 });
}

#[test]
fn a_clock_stops_what_fuel_does_not() {
    let time = Duration::from_millis(200);
    let host = limited(Limits { fuel: u64::MAX, time, ..Limits::default() });
    let plugin = plugin_of(&host);
    let start = Instant::now();
    assert_eq!(stopped(&plugin, 2001), CallFailure::Time { limit: time });
    let took = start.elapsed();
    assert!(took >= Duration::from_millis(150), "{took:?}");
    assert!(took < Duration::from_secs(5), "{took:?}");
}

#[test]
fn a_panic_is_told_in_its_own_words() {
    let failure = stopped_by_default(2004);
    let CallFailure::Panicked(text) = &failure else { panic!("{failure}") };
    assert!(text.contains("the rule of 2004 does not hold"), "{text}");
    assert!(text.contains("src/allocation.rs:"), "{text}: says where");
}

#[test]
fn a_panic_does_not_tell_the_folder_that_it_was_built_in() {
    let CallFailure::Panicked(text) = stopped_by_default(2004) else { panic!() };
    let folder = swv_tests::workspace().canonicalize().unwrap();
    assert!(!text.contains("/home") && !text.contains(&folder.display().to_string()), "{text}");
}

#[test]
fn a_long_panic_is_cut_between_two_characters() {
    let plugin = plugin_of(host());
    let limit = Limits::default().panic_text;
    let mut lengths = Vec::new();
    for year in [2005, 2006, 2007] {
        let CallFailure::Panicked(text) = stopped(&plugin, year) else { panic!("{year}") };
        assert!(text.ends_with('€'), "{year}");
        assert!(text.len() <= limit && text.len() > limit - '€'.len_utf8(), "{year}: {}", text.len());
        lengths.push(text.len());
    }
    lengths.sort();
    assert_eq!(lengths, [limit - 2, limit - 1, limit], "the cut falls in, before and after a character");
}

#[test]
fn a_panic_without_words_is_a_panic_still() {
    let failure = stopped_by_default(2008);
    assert!(matches!(failure, CallFailure::Panicked(_)), "{failure}");
}

#[test]
fn an_abort_without_words_is_a_fault() {
    let failure = stopped_by_default(2009);
    assert!(matches!(failure, CallFailure::Trapped(_)), "{failure}");
}

#[test]
fn a_result_larger_than_the_limit_is_not_taken_over() {
    let limit = Limits::default().output;
    assert_eq!(stopped_by_default(2010), CallFailure::Output { limit });
    let small = limited(Limits { output: 4 << 10, ..Limits::default() });
    assert_eq!(stopped(&plugin_of(&small), 2010), CallFailure::Output { limit: 4 << 10 });
}

#[test]
fn a_table_that_breaks_a_promise_is_refused_with_the_promise() {
    let plugin = plugin_of(host());
    let cases = [
        (2011, "the columns of the lines have different lengths"),
        (2012, "a line names recipient 999, but there are 2"),
        (2013, "line 0 is 301 cents, which is not 3 times 100"),
        (2015, "a line names rule 7, but there are 1"),
        (2016, "a gap names cause 0, but there are 0"),
        (2017, "the columns of the gaps have different lengths"),
        (2020, "which is not -9223372036854775808 times -1"),
        (2021, "which is not 3 times 100 per 0"),
    ];
    for (year, promise) in cases {
        let failure = stopped(&plugin, year);
        let CallFailure::Broken(text) = &failure else { panic!("{year}: {failure}") };
        assert!(text.contains(promise), "{year}: {text}");
    }
}

#[test]
fn a_failure_of_the_rules_arrives_as_it_left() {
    let plugin = plugin_of(host());
    let told = |year| match stopped(&plugin, year) {
        CallFailure::Region(failure) => failure,
        other => panic!("{year}: {other}"),
    };
    let Failure::Missing(missing) = told(2031) else { panic!() };
    assert_eq!(missing.len(), 1);
    assert_eq!(missing[0].needed, Needed::Other(Text::new("index van 2031", "index of 2031")));
    assert_eq!(missing[0].recipient, Some(0));
    assert_eq!(missing[0].rule.as_deref(), Some("bedrag-per-leerling"));
    assert_eq!(missing[0].supplier, Some(Text::new("de minister", "the minister")));
    assert_eq!(told(2032).to_string(), "jaar: 2032 breaks the rule: the plan runs until 2031");
    assert_eq!(told(2032).text().nl, "jaar: 2032 breekt de regel: het plan loopt tot 2031");
    let none = Text::new("het plan heeft geen regel voor 2033", "the plan has no rule for 2033");
    assert_eq!(told(2033), Failure::NotOffered(none));
    assert_eq!(told(2034), Failure::OutOfRange("alles maal alles".into()));
    let other = Failure::Other { code: "verzonnen".into(), message: Text::new("anders", "otherwise") };
    assert_eq!((told(2035).code(), told(2035)), ("verzonnen", other.clone()));
}

#[test]
fn two_calls_share_no_state() {
    let plugin = plugin_of(host());
    let calls = || plugin.allocate(&hostile_input(2041)).unwrap().quantities;
    assert_eq!((calls(), calls(), calls()), (vec![1], vec![1], vec![1]));
}

#[test]
fn calls_at_the_same_time_share_no_state_and_no_failure() {
    let plugin = plugin_of(host());
    std::thread::scope(|scope| {
        for year in [2041, 2004, 2041, 2013, 2041, 2009] {
            let plugin = &plugin;
            scope.spawn(move || match plugin.allocate(&hostile_input(year)) {
                Ok(allocation) => assert_eq!((year, allocation.quantities), (2041, vec![1])),
                Err(_) => assert_ne!(year, 2041),
            });
        }
    });
}

#[test]
fn a_capability_that_a_plugin_lacks_is_named() {
    let region = region("haarlemmermeer");
    assert!(!region.plugin().can(Capability::Allocation));
    let error = region.plugin().allocate(&hostile_input(2024)).unwrap_err();
    assert_eq!(error.failure, CallFailure::Capability(Capability::Allocation));
    let text = error.to_string();
    assert!(text.contains("haarlemmermeer") && text.contains("has no allocation capability"), "{text}");
}

#[test]
fn before_a_plugin_has_described_itself_its_errors_name_the_file_alone() {
    let plugin = host().plugin(PLACE, Files::of("hostile").bytes("plugin.wasm")).unwrap();
    let error = plugin.allocate(&hostile_input(2004)).unwrap_err();
    assert_eq!(error.version, None);
    assert!(error.to_string().starts_with("plugin hostile/plugin.wasm: panicked"), "{error}");
    plugin.describe().unwrap();
    let error = plugin.allocate(&hostile_input(2004)).unwrap_err();
    assert!(error.to_string().starts_with("plugin hostile/plugin.wasm (version 0.1.0): panicked"), "{error}");
}
