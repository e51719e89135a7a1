//! Whatever a file holds, reading it gives a result or an error, and the error
//! names the file.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;
use proptest::test_runner::RngSeed;
use swv_host::inspect;
use swv_test_support::{change, changed};
use swv_tests::{Files, REGIONS};

/// What files of a package are made of, and what they should not be.
const PARTS: [&str; 16] = [
    "\n",
    "\"",
    "[",
    "]",
    "{",
    "}",
    "=",
    "[[lines]]\n",
    "[[figures]]\n",
    "-",
    "9999999999999999999999",
    "0.0000001",
    "2024-02-30",
    "\u{feff}",
    "€",
    "null",
];

/// The same cases on every machine and in every run.
fn settings(cases: u32) -> ProptestConfig {
    ProptestConfig { cases, rng_seed: RngSeed::Fixed(2401), failure_persistence: None, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(settings(400))]

    #[test]
    fn a_spoiled_package_is_read_or_refused_with_a_file_of_its_own(
        region in proptest::sample::select(REGIONS.to_vec()),
        file in any::<Index>(),
        changes in vec(change(&PARTS), 1..4),
    ) {
        let files = Files::of(region);
        let toml: Vec<_> = files.paths().filter(|path| path.ends_with(".toml")).map(str::to_owned).collect();
        let path = file.get(&toml);
        let spoiled = files.clone().with(path, changed(files.bytes(path), &changes));
        if let Err(error) = spoiled.read() {
            let text = error.to_string();
            prop_assert!(text.starts_with(&format!("{region}/")), "{}", text);
        }
    }

    #[test]
    fn a_spoiled_plugin_is_inspected_or_refused_by_name(
        region in proptest::sample::select(REGIONS.to_vec()),
        changes in vec(change(&PARTS), 1..4),
    ) {
        let wasm = changed(plugin(region), &changes);
        if let Err(error) = inspect("plugin.wasm", &wasm) {
            prop_assert!(error.to_string().starts_with("plugin.wasm: "), "{}", error);
        }
    }
}

proptest! {
    #![proptest_config(settings(24))]

    /// Of a component that passes inspection, the engine has the last word.
    #[test]
    fn a_spoiled_plugin_is_loaded_and_stopped_or_refused(changes in vec(change(&PARTS), 1..3)) {
        let files = Files::of("hostile").with_plugin(changed(plugin("hostile"), &changes));
        if let Ok(region) = files.load() {
            let _ = region.plugin().allocate(&swv_tests::hostile_input(2024));
        }
    }
}

/// The bytes of a plugin, read once.
fn plugin(region: &str) -> &'static [u8] {
    use std::collections::BTreeMap;
    use std::sync::{LazyLock, Mutex};
    static READ: LazyLock<Mutex<BTreeMap<String, &'static [u8]>>> = LazyLock::new(Mutex::default);
    let mut read = READ.lock().unwrap();
    read.entry(region.to_owned()).or_insert_with(|| Files::of(region).bytes("plugin.wasm"))
}
