//! Why a call of a plugin gave no result.

use std::time::Duration;

use swv_core::{Capability, Failure, Invalid};

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
