//! A plugin that this host cannot run is refused before it runs, with the
//! file, the reason and the way out.

use swv_core::{Capability, INTERFACE_VERSION};
use swv_host::{CallFailure, HostError, LoadError, PackageError, RegionError, inspect};
use swv_tests::{Files, REGIONS};

const FILE: &str = "almere/plugin.wasm";

/// Why a package with this plugin, by its right digest, is not loaded.
fn refused(wasm: &[u8]) -> LoadError {
    match Files::of("almere").with_plugin(wasm).refused() {
        HostError::Load(error) => {
            assert!(error.to_string().starts_with("almere/plugin.wasm: "), "{error}");
            error
        }
        other => panic!("{other}"),
    }
}

fn assembled(text: &str) -> Vec<u8> {
    wat::parse_str(text).unwrap()
}

/// A component that exports empty instances of these names.
fn exporting(names: &[&str]) -> Vec<u8> {
    let exports: String = names.iter().map(|name| format!("(export \"{name}\" (instance $i))")).collect();
    assembled(&format!("(component (instance $i) {exports})"))
}

#[test]
fn the_real_plugins_speak_this_interface_and_say_what_they_can() {
    use Capability::{Allocation, Budget, Indicators, Norm, Procedures};
    let expected = [
        ("almere", vec![Allocation, Budget, Indicators, Norm, Procedures]),
        ("haarlemmermeer", vec![Budget, Indicators, Norm, Procedures]),
        ("zuid-kennemerland", vec![Allocation, Budget, Indicators, Norm, Procedures]),
    ];
    assert_eq!(expected.each_ref().map(|(id, _)| *id), REGIONS);
    for (id, capabilities) in expected {
        let exports = inspect(id, Files::of(id).bytes("plugin.wasm")).unwrap();
        assert_eq!((exports.interface.as_str(), exports.capabilities), (INTERFACE_VERSION, capabilities));
    }
}

#[test]
fn a_plugin_cut_short_is_refused_wherever_it_is_cut() {
    let wasm = Files::of("almere").bytes("plugin.wasm");
    let cuts = (0..200).chain((200..wasm.len()).step_by(499)).chain(wasm.len() - 200..wasm.len());
    for length in cuts {
        let short = &wasm[..length];
        match inspect(FILE, short) {
            Err(error) => {
                assert!(error.to_string().starts_with("almere/plugin.wasm: "), "{length}: {error}");
                // A cut between two sections leaves a component without exports.
                let expected = matches!(error, LoadError::NotWasm { .. } | LoadError::NotRegion { .. });
                assert!(expected, "{length}: {error}");
            }
            // Behind the exports stand names only; the digest tells.
            Ok(_) => {
                let error = Files::of("almere").with("plugin.wasm", short).refused();
                assert!(
                    matches!(error, HostError::Region(RegionError::Package(PackageError::WrongDigest { .. }))),
                    "{error}"
                );
            }
        }
    }
}

#[test]
fn what_is_no_complete_component_says_where_reading_stopped() {
    let wasm = Files::of("almere").bytes("plugin.wasm");
    let error = refused(&wasm[..wasm.len() / 2]);
    let LoadError::NotWasm { offset, .. } = &error else { panic!("{error}") };
    assert!(*offset <= wasm.len() / 2, "{offset}");
    assert!(error.to_string().contains("swv plugin build"), "{error}");
    assert!(matches!(refused(b""), LoadError::NotWasm { offset: 0, .. }));
    assert!(matches!(refused(b"#!/bin/sh\nrm -rf /\n"), LoadError::NotWasm { offset: 0, .. }));
}

#[test]
fn a_core_module_is_no_component() {
    let error = refused(&assembled("(module (func (export \"describe\")))"));
    assert!(matches!(error, LoadError::NotComponent { .. }), "{error}");
    assert!(error.to_string().contains("build it with `swv plugin build`"), "{error}");
}

#[test]
fn a_component_of_something_else_is_no_region() {
    for wasm in [exporting(&[]), exporting(&["wasi:cli/run@0.2.0"])] {
        assert!(matches!(refused(&wasm), LoadError::NotRegion { .. }));
    }
    // What an inner component exports is not an export of the plugin.
    let name = format!("swv:region/description@{INTERFACE_VERSION}");
    let inner = format!("(component (component (instance $i) (export \"{name}\" (instance $i))))");
    assert!(matches!(refused(&assembled(&inner)), LoadError::NotRegion { .. }));
}

#[test]
fn another_interface_version_is_named_with_the_way_out() {
    for (found, way_out) in [
        ("0.9.0", "build the plugin again with this version of the SDK"),
        ("9.0.0", "use a version of swv that speaks 9.0.0"),
    ] {
        let error = refused(&exporting(&[&format!("swv:region/description@{found}")]));
        assert_eq!(error, LoadError::Interface { file: FILE.into(), found: found.into() });
        assert!(error.to_string().contains(INTERFACE_VERSION), "{error}");
        assert!(error.to_string().ends_with(way_out), "{error}");
    }
}

#[test]
fn a_plugin_that_wants_a_clock_is_refused_by_name() {
    for import in ["wasi:clocks/monotonic-clock@0.2.0", "wasi:filesystem/types@0.2.0"] {
        let wasm = assembled(&format!(
            "(component (import \"{import}\" (instance)) (instance $i) \
             (export \"swv:region/description@{INTERFACE_VERSION}\" (instance $i)))"
        ));
        let error = refused(&wasm);
        assert_eq!(error, LoadError::Import { file: FILE.into(), import: import.into() });
        assert!(error.to_string().contains("imports nothing but `swv:region/diagnostics`"), "{error}");
    }
}

#[test]
fn the_right_name_without_its_function_does_not_fit() {
    let error = refused(&exporting(&[&format!("swv:region/description@{INTERFACE_VERSION}")]));
    assert!(matches!(error, LoadError::Mismatch { .. }), "{error}");
    assert!(error.to_string().contains("describe"), "{error}");
}

#[test]
fn the_right_name_with_another_type_does_not_fit() {
    let wasm = assembled(&format!(
        "(component
            (core module $m (func (export \"f\")))
            (core instance $c (instantiate $m))
            (func $f (canon lift (core func $c \"f\")))
            (instance $i (export \"describe\" (func $f)))
            (export \"swv:region/description@{INTERFACE_VERSION}\" (instance $i)))"
    ));
    // The plugin describes itself when it is loaded, so this is never later.
    let error = Files::of("almere").with_plugin(wasm).refused().to_string();
    assert!(error.contains("almere/plugin.wasm") && error.contains("type mismatch"), "{error}");
}

#[test]
fn a_diagnostics_import_of_another_type_does_not_fit() {
    let wasm = assembled(&format!(
        "(component
            (import \"swv:region/diagnostics@{INTERFACE_VERSION}\"
                (instance (export \"panicked\" (func (param \"message\" u32)))))
            (instance $i) (export \"swv:region/description@{INTERFACE_VERSION}\" (instance $i)))"
    ));
    assert!(matches!(refused(&wasm), LoadError::Mismatch { .. }));
}

#[test]
fn a_plugin_of_another_region_is_refused() {
    let foreign = Files::of("haarlemmermeer").bytes("plugin.wasm");
    let error = Files::of("almere").with_plugin(foreign).refused();
    assert_eq!(
        error.to_string(),
        "almere/manifest.toml: the plugin holds the rules of haarlemmermeer, and this is the package of almere"
    );
}

#[test]
fn a_plugin_of_another_version_is_refused() {
    let error = Files::of("almere").replaced("manifest.toml", "version = \"0.1.0\"", "version = \"0.2.0\"").refused();
    assert_eq!(
        error.to_string(),
        "almere/manifest.toml: the plugin is version 0.1.0, and [plugin] says 0.2.0; build it again"
    );
}

#[test]
fn a_manifest_that_names_another_interface_than_its_plugin_is_refused() {
    let from = format!("interface = \"{INTERFACE_VERSION}\"");
    let error = Files::of("almere").replaced("manifest.toml", &from, "interface = \"9.0.0\"").refused();
    assert!(error.to_string().contains("9.0.0"), "{error}");
}

#[test]
fn what_a_plugin_reads_is_in_its_package() {
    let error = Files::of("hostile").without("parameters.toml").refused().to_string();
    assert!(error.contains("reads the parameter bedrag-per-leerling, which parameters.toml"), "{error}");
    let error =
        Files::of("haarlemmermeer").without("published/figures.toml").without("findings.toml").refused().to_string();
    assert!(error.contains("reads the figure ") && error.contains("published/figures.toml"), "{error}");
}

#[test]
fn a_plugin_that_cannot_say_what_it_is_is_stopped_with_its_own_words() {
    let (name, other) = (b"hostile", b"HOSTILE");
    let mut wasm = Files::of("hostile").bytes("plugin.wasm").to_owned();
    for at in 0..wasm.len() - name.len() {
        if wasm[at..].starts_with(name) {
            wasm[at..at + name.len()].copy_from_slice(other);
        }
    }
    let HostError::Region(RegionError::Call(error)) = Files::of("hostile").with_plugin(wasm).refused() else {
        panic!()
    };
    let CallFailure::Panicked(text) = &error.failure else { panic!("{error}") };
    assert!(text.contains("HOSTILE"), "{text}");
    assert_eq!((error.place.as_str(), &error.version), ("hostile/plugin.wasm", &None));
}
