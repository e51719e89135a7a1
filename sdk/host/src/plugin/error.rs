//! Why a plugin cannot be loaded.

use swv_core::VersionMismatch;

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
    #[error("{file}: is a component, but exports no `swv:description`: it is no region plugin")]
    NotRegion {
        /// The file.
        file: String,
    },
    /// It speaks versions of parts of the interface that this host does not
    /// understand.
    #[error("{file}: speaks {}; {}", list(.mismatches), way_out(.mismatches))]
    Interface {
        /// The file.
        file: String,
        /// Every part that does not fit.
        mismatches: Vec<VersionMismatch>,
    },
    /// It was built when the interface had one version for everything.
    #[error(
        "{file}: speaks the interface as it was when it had one version ({found}); build the plugin again with this version of the SDK"
    )]
    Older {
        /// The file.
        file: String,
        /// The version in its exports.
        found: String,
    },
    /// It wants something from the outside.
    #[error(
        "{file}: imports {import:?}, and a plugin imports nothing but `swv:diagnostics`; remove what needs it (a clock, randomness, files, WASI) and build it again"
    )]
    Import {
        /// The file.
        file: String,
        /// What it imports.
        import: String,
    },
    /// It has the right names with the wrong types.
    #[error(
        "{file}: does not fit the versions of the interface that it names: {reason}; build it again with this version of the SDK"
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

fn list(mismatches: &[VersionMismatch]) -> String {
    mismatches.iter().map(VersionMismatch::to_string).collect::<Vec<_>>().join(", and ")
}

/// Which side has to move: the host, if the plugin is ahead in anything.
fn way_out(mismatches: &[VersionMismatch]) -> String {
    let newer: Vec<_> = mismatches.iter().filter(|mismatch| mismatch.is_newer()).collect();
    match newer.as_slice() {
        [] => "build the plugin again with this version of the SDK".to_owned(),
        newer => {
            let spoken = newer.iter().map(|mismatch| format!("{} {}", mismatch.interface, mismatch.found));
            format!("use a version of swv that speaks {}", spoken.collect::<Vec<_>>().join(" and "))
        }
    }
}
