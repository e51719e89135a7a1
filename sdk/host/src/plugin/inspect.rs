//! What a component exports and imports, read before anything is compiled.

use swv_core::{Capability, INTERFACE_VERSION};
use wasmparser::{Parser, Payload};

use super::LoadError;

/// What a plugin's file promises.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exports {
    /// The version of the interface it speaks.
    pub interface: String,
    /// What it can do beyond describing itself.
    pub capabilities: Vec<Capability>,
}

/// Reads what a plugin's file exports and imports, without compiling it.
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
    let versions_of = |interface: &str| -> Vec<&str> {
        let prefix = format!("swv:region/{interface}@");
        exports.iter().filter_map(|name| name.strip_prefix(&prefix)).collect()
    };
    if versions_of("description").is_empty() {
        return Err(LoadError::NotRegion { file: file.to_owned() });
    }
    let names = Capability::ALL.into_iter().map(Capability::name);
    for interface in std::iter::once("description").chain(names) {
        let versions = versions_of(interface);
        if let (Some(found), false) = (versions.first(), versions.contains(&INTERFACE_VERSION)) {
            return Err(LoadError::Interface { file: file.to_owned(), found: (*found).to_owned() });
        }
    }
    let allowed = ["diagnostics", "types"].map(|name| format!("swv:region/{name}@{INTERFACE_VERSION}"));
    if let Some(import) = imports.into_iter().find(|name| !allowed.contains(name)) {
        return Err(LoadError::Import { file: file.to_owned(), import });
    }
    let capabilities =
        Capability::ALL.into_iter().filter(|capability| !versions_of(capability.name()).is_empty()).collect();
    Ok(Exports { interface: INTERFACE_VERSION.to_owned(), capabilities })
}

#[cfg(test)]
mod tests {
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
    fn an_interface_version_names_the_way_out() {
        let error = |found: &str| LoadError::Interface { file: "p.wasm".into(), found: found.into() }.to_string();
        assert!(error("9.0.0").ends_with("use a version of swv that speaks 9.0.0"));
        assert!(error("0.1.0").ends_with("build the plugin again with this version of the SDK"));
    }
}
