//! Why a plugin cannot be loaded, or a call gives no result.

use std::time::Duration;

use swv_core::{Capability, Failure, Invalid, VersionMismatch};

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

/// Why a call of a plugin gave no result.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("plugin {place}{}: {failure}", .version.as_ref().map(|version| format!(" (version {version})")).unwrap_or_default())]
pub struct CallError {
    /// The plugin's file.
    pub place: String,
    /// The plugin's own version, once it is known.
    pub version: Option<semver::Version>,
    /// What went wrong.
    pub failure: CallFailure,
}

/// What went wrong in a call.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CallFailure {
    /// The region's rules give no result, and say why.
    #[error(transparent)]
    Region(#[from] Failure),
    /// The plugin panicked; its own text.
    #[error("panicked: {0}")]
    Panicked(String),
    /// The plugin trapped without a text.
    #[error("stopped with a fault: {0}")]
    Trapped(String),
    /// The plugin used up its fuel.
    #[error("was stopped after {fuel} units of fuel: it computes without end, or far more than its input needs")]
    Fuel {
        /// The limit.
        fuel: u64,
    },
    /// The plugin used up its time.
    #[error("was stopped after {} seconds", .limit.as_secs_f32())]
    Time {
        /// The limit.
        limit: Duration,
    },
    /// The plugin wanted more memory than it may have.
    #[error("was stopped as it wanted more than {limit} bytes of memory")]
    Memory {
        /// The limit.
        limit: usize,
    },
    /// The result is larger than it may be.
    #[error("was stopped as its result is larger than {limit} bytes")]
    Output {
        /// The limit.
        limit: usize,
    },
    /// The plugin lacks the capability.
    #[error("has no {} capability: the region's documents state no rules for it", .0.name())]
    Capability(Capability),
    /// What was to be handed to the plugin cannot be.
    #[error("cannot be asked: {0}")]
    Input(Invalid),
    /// The result breaks a promise of the interface.
    #[error("gave a result that cannot be right: {0}")]
    Broken(String),
}
