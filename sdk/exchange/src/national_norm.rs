//! A national norm from a file.

use swv_core::NationalNorm;
use swv_core::norm::NormFault;

use crate::typed_file::{self, TypedFileErrorKind};
use crate::{Located, Place};

/// Why there is no national norm, and where in which file.
pub type NationalNormError = Located<NationalNormErrorKind>;

/// Why there is no national norm.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum NationalNormErrorKind {
    /// The file is not of the type of a national norm.
    #[error(transparent)]
    Form(TypedFileErrorKind),
    /// It contradicts itself: all that is wrong with it at once.
    #[error("is no sound norm:{}", .faults.iter().map(|fault| format!("\n  {fault}")).collect::<String>())]
    Unsound {
        /// What is wrong with it, in its own order.
        faults: Vec<NormFault>,
    },
}

/// Reads a national norm, from TOML or from JSON where the name ends so, and
/// checks it.
///
/// # Errors
/// [`NationalNormError`].
pub fn read(file: &str, bytes: &[u8]) -> Result<NationalNorm, NationalNormError> {
    let national: NationalNorm = typed_file::read(file, bytes)
        .map_err(|error| Located { place: error.place, kind: NationalNormErrorKind::Form(error.kind) })?;
    match national.faults() {
        faults if faults.is_empty() => Ok(national),
        faults => Err(Place::file(file).error(NationalNormErrorKind::Unsound { faults })),
    }
}
