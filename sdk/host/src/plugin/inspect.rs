//! What a component exports and imports, read before anything is compiled.

use swv_core::{Exports, ExportsError, Interface};
use wasmparser::{Parser, Payload};

use super::LoadError;

/// The package of all capabilities before each had a version of its own.
const ONE_VERSION: &str = "swv:region/description@";

/// Reads which parts of the interface a plugin's file speaks, without
/// compiling it.
/// `file` names it in errors.
///
/// # Errors
/// [`LoadError`] when it is no region plugin that this host can run.
pub fn inspect(file: &str, wasm: &[u8]) -> Result<Exports, LoadError> {
    let not_wasm = |error: wasmparser::BinaryReaderError| LoadError::NotWasm {
        file: file.to_owned(),
        offset: error.offset(),
        reason: error.message().to_owned(),
    };
    if Parser::is_core_wasm(wasm) {
        return Err(LoadError::NotComponent { file: file.to_owned() });
    }
    let mut exports = Vec::new();
    let mut imports = Vec::new();
    let mut depth = 0_usize;
    for payload in Parser::new(0).parse_all(wasm) {
        match payload.map_err(not_wasm)? {
            Payload::ModuleSection { .. } | Payload::ComponentSection { .. } => depth += 1,
            Payload::End(_) => depth = depth.saturating_sub(1),
            Payload::ComponentExportSection(section) if depth == 0 => {
                for export in section {
                    exports.push(export.map_err(not_wasm)?.name.name.to_owned());
                }
            }
            Payload::ComponentImportSection(section) if depth == 0 => {
                for import in section {
                    imports.push(import.map_err(not_wasm)?.name.name.to_owned());
                }
            }
            _ => {}
        }
    }
    if let Some(found) = exports.iter().find_map(|name| name.strip_prefix(ONE_VERSION)) {
        return Err(LoadError::Older { file: file.to_owned(), found: found.to_owned() });
    }
    let names = || exports.iter().chain(&imports).map(String::as_str);
    let spoken = Exports::read(names()).map_err(|error| match error {
        ExportsError::NoDescription => LoadError::NotRegion { file: file.to_owned() },
        ExportsError::Versions(mismatches) => LoadError::Interface { file: file.to_owned(), mismatches },
    })?;
    let allowed = |name: &String| {
        [Interface::Types, Interface::Diagnostics].iter().any(|interface| interface.version_in(name).is_some())
    };
    match imports.into_iter().find(|name| !allowed(name)) {
        Some(import) => Err(LoadError::Import { file: file.to_owned(), import }),
        None => Ok(spoken),
    }
}

#[cfg(test)]
mod tests {
    use semver::Version;
    use swv_core::VersionMismatch;

    use super::*;

    #[test]
    fn text_and_nothing_are_no_wasm() {
        for bytes in [&b"hello"[..], b"", b"\0asm"] {
            assert!(matches!(inspect("p.wasm", bytes), Err(LoadError::NotWasm { .. })), "{bytes:?}");
        }
    }

    #[test]
    fn a_core_module_is_told_apart_from_a_component() {
        assert!(matches!(inspect("p.wasm", b"\0asm\x01\0\0\0"), Err(LoadError::NotComponent { .. })));
        assert!(matches!(inspect("p.wasm", b"\0asm\x0d\0\x01\0"), Err(LoadError::NotRegion { .. })));
    }

    #[test]
    fn a_mismatch_names_the_part_and_the_side_that_has_to_move() {
        let error = |found: &[(Interface, u64)]| {
            let mismatch = |(interface, minor): &(Interface, u64)| VersionMismatch {
                interface: *interface,
                found: Version::new(0, *minor, 0),
            };
            LoadError::Interface { file: "p.wasm".into(), mismatches: found.iter().map(mismatch).collect() }.to_string()
        };
        let (allocation, norm) = (Interface::Allocation, Interface::Norm);
        assert_eq!(
            error(&[(allocation, 4)]),
            "p.wasm: speaks allocation 0.4.0, where this host speaks 0.3.0; use a version of swv that speaks allocation 0.4.0"
        );
        assert!(error(&[(norm, 2)]).ends_with("build the plugin again with this version of the SDK"));
        assert!(error(&[(norm, 2), (allocation, 4)]).ends_with("speaks allocation 0.4.0"));
    }
}
