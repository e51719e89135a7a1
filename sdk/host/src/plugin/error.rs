//! Why a plugin cannot be loaded.

use swv_core::INTERFACE_VERSION;

/// Why a plugin cannot be loaded. Each names the file.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LoadError {
    /// The machine cannot run WebAssembly at all.
    #[error("this machine cannot run WebAssembly: {0}")]
    Engine(String),
    /// The file is no WebAssembly, or a part of it is missing.
    #[error(
        "{file}: is no complete WebAssembly component (at byte {offset}: {reason}); restore it, or build it with `swv plugin build`"
    )]
    NotWasm {
        /// The file.
        file: String,
        /// Where reading stopped.
        offset: usize,
        /// Why.
        reason: String,
    },
    /// The file is larger than a plugin may be.
    #[error("{file}: has {size} bytes, and a plugin has at most {limit}; build it with `swv plugin build`")]
    TooLarge {
        /// The file.
        file: String,
        /// Its size.
        size: usize,
        /// The limit.
        limit: usize,
    },
    /// The file is a core module.
    #[error("{file}: is a core WebAssembly module, and a plugin is a component; build it with `swv plugin build`")]
    NotComponent {
        /// The file.
        file: String,
    },
    /// It is a component, but not of a region.
    #[error("{file}: is a component, but exports no `swv:region/description`: it is no region plugin")]
    NotRegion {
        /// The file.
        file: String,
    },
    /// It speaks another version of the interface.
    #[error("{file}: speaks version {found} of the interface, and this host speaks {INTERFACE_VERSION}; {}", way_out(.found))]
    Interface {
        /// The file.
        file: String,
        /// The version in its exports.
        found: String,
    },
    /// It wants something from the outside.
    #[error(
        "{file}: imports {import:?}, and a plugin imports nothing but `swv:region/diagnostics`; remove what needs it (a clock, randomness, files, WASI) and build it again"
    )]
    Import {
        /// The file.
        file: String,
        /// What it imports.
        import: String,
    },
    /// It has the right names with the wrong types.
    #[error(
        "{file}: does not fit interface version {INTERFACE_VERSION}: {reason}; build it again with this version of the SDK"
    )]
    Mismatch {
        /// The file.
        file: String,
        /// What does not fit.
        reason: String,
    },
    /// A native library cannot be opened.
    #[error("{file}: cannot be opened as a native plugin: {reason}")]
    Native {
        /// The library.
        file: String,
        /// What the system said.
        reason: String,
    },
}

fn way_out(found: &str) -> String {
    let newer = match (semver::Version::parse(found), semver::Version::parse(INTERFACE_VERSION)) {
        (Ok(found), Ok(host)) => found > host,
        _ => false,
    };
    match newer {
        true => format!("use a version of swv that speaks {found}"),
        false => "build the plugin again with this version of the SDK".to_owned(),
    }
}
