//! Why a package does not become a region that computes.

use swv_region::{PackageError, RegionError};

use crate::LoadError;

/// Why a package does not become a region that computes.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum HostError {
    /// The plugin cannot be loaded.
    #[error(transparent)]
    Load(#[from] LoadError),
    /// The package is not sound, or its plugin is not that of the package.
    #[error(transparent)]
    Region(#[from] RegionError),
}

impl From<PackageError> for HostError {
    fn from(error: PackageError) -> HostError {
        HostError::Region(error.into())
    }
}
