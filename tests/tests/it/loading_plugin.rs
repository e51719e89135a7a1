//! A plugin that this host cannot run is refused before it runs, with the
//! file, the reason and the way out.

use semver::Version;
use swv_core::{Capability, Interface, Sector, VersionMismatch};
use swv_host::{CallFailure, HostError, LoadError, PackageError, PackageFault, RegionError, inspect};
use swv_tests::{Files, REGIONS};

const FILE: &str = "almere/plugin.wasm";
const DESCRIPTION: &str = Interface::Description.full_name();
const DIAGNOSTICS: &str = Interface::Diagnostics.full_name();

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
        assert!(exports.capabilities.keys().eq(&capabilities), "{id}: {exports:?}");
        for (interface, version) in exports.parts() {
            assert_eq!(version, interface.version(), "{id}: {interface}");
        }
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
                    matches!(
                        error,
                        HostError::Region(RegionError::Package(PackageError {
                            fault: PackageFault::WrongDigest { .. },
                            ..
                        }))
                    ),
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
    let inner = format!("(component (component (instance $i) (export \"{DESCRIPTION}\" (instance $i))))");
    assert!(matches!(refused(&assembled(&inner)), LoadError::NotRegion { .. }));
}

/// The plugin with another version of these parts of the interface in its
/// exports and imports.
fn speaking(version: &str, parts: &[Interface]) -> Files {
    let mut wasm = Files::of("almere").bytes("plugin.wasm").to_owned();
    for part in parts {
        let (name, other) = (part.full_name(), part.full_name().replace(&part.version().to_string(), version));
        assert_eq!(name.len(), other.len());
        let places: Vec<_> =
            (0..wasm.len() - name.len()).filter(|at| wasm[*at..].starts_with(name.as_bytes())).collect();
        assert!(!places.is_empty(), "{name}");
        places.iter().for_each(|at| wasm[*at..at + name.len()].copy_from_slice(other.as_bytes()));
    }
    Files::of("almere").with_plugin(wasm)
}

#[test]
fn a_plugin_of_a_later_compatible_version_loads_and_computes() {
    for parts in [&[Interface::Budget][..], Interface::ALL] {
        let region = speaking("0.3.7", parts).load().unwrap();
        assert_eq!(region.plugin().exports().capabilities[&Capability::Budget], Version::new(0, 3, 7));
        assert_eq!(region.budget(Sector::Po).unwrap(), Files::of("almere").load().unwrap().budget(Sector::Po).unwrap());
    }
}

#[test]
fn a_plugin_of_another_breaking_version_is_refused_with_the_part_and_the_side_that_has_to_move() {
    for (found, way_out) in [
        ("0.2.9", "build the plugin again with this version of the SDK"),
        ("0.4.0", "use a version of swv that speaks allocation 0.4.0"),
        ("1.0.0", "use a version of swv that speaks allocation 1.0.0"),
    ] {
        let HostError::Load(error) = speaking(found, &[Interface::Allocation]).refused() else { panic!("{found}") };
        let mismatch = VersionMismatch { interface: Interface::Allocation, found: found.parse().unwrap() };
        assert_eq!(error, LoadError::Interface { file: FILE.into(), mismatches: vec![mismatch] });
        assert!(error.to_string().contains(&format!("allocation {found}, where this host speaks 0.3.0")), "{error}");
        assert!(error.to_string().ends_with(way_out), "{error}");
    }
}

#[test]
fn a_plugin_of_before_each_capability_had_a_version_is_told_so() {
    let error = refused(&exporting(&["swv:region/description@1.0.0-draft.2"]));
    assert_eq!(error, LoadError::Older { file: FILE.into(), found: "1.0.0-draft.2".into() });
    assert!(error.to_string().ends_with("build the plugin again with this version of the SDK"), "{error}");
}

#[test]
fn a_plugin_that_wants_a_clock_is_refused_by_name() {
    for import in ["wasi:clocks/monotonic-clock@0.2.0", "wasi:filesystem/types@0.2.0"] {
        let wasm = assembled(&format!(
            "(component (import \"{import}\" (instance)) (instance $i) \
             (export \"{DESCRIPTION}\" (instance $i)))"
        ));
        let error = refused(&wasm);
        assert_eq!(error, LoadError::Import { file: FILE.into(), import: import.into() });
        assert!(error.to_string().contains("imports nothing but `swv:diagnostics`"), "{error}");
    }
}

#[test]
fn the_right_name_without_its_function_does_not_fit() {
    let error = refused(&exporting(&[DESCRIPTION]));
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
            (export \"{DESCRIPTION}\" (instance $i)))"
    ));
    // The plugin describes itself when it is loaded, so this is never later.
    let error = Files::of("almere").with_plugin(wasm).refused().to_string();
    assert!(error.contains("almere/plugin.wasm") && error.contains("type mismatch"), "{error}");
}

#[test]
fn a_diagnostics_import_of_another_type_does_not_fit() {
    let wasm = assembled(&format!(
        "(component
            (import \"{DIAGNOSTICS}\"
                (instance (export \"panicked\" (func (param \"message\" u32)))))
            (instance $i) (export \"{DESCRIPTION}\" (instance $i)))"
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
