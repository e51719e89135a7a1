//! What is wrong with a package, and in which file.

use crate::Digest;

/// A file of a package, and what is wrong with it.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{file}{fault}")]
pub struct PackageError {
    /// The file.
    pub file: String,
    /// What is wrong, and the way out.
    pub fault: PackageFault,
}

/// What is wrong with a file of a package. Its text follows the file's name.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PackageFault {
    /// Every package has this file.
    #[error(": is missing; a region package has this file")]
    Absent,
    /// It is not what its format says.
    #[error(":{line}:{column}: {message}")]
    Malformed {
        /// The line, from 1.
        line: usize,
        /// The column, from 1.
        column: usize,
        /// What is wrong, and what would be right.
        message: String,
    },
    /// It contradicts itself or another file: the place, the value and the
    /// rule it breaks.
    #[error(": {0}")]
    Inconsistent(String),
    /// The plugin is not the one that the manifest names.
    #[error(
        ": its digest is {found}, but the manifest says {expected}; restore the file, or build it with `swv plugin build`"
    )]
    WrongDigest {
        /// The manifest's digest.
        expected: Digest,
        /// The file's digest.
        found: Digest,
    },
    /// The manifest names no plugin.
    #[error(": has no [plugin]; build the plugin with `swv plugin build`")]
    NoPlugin,
}

impl PackageFault {
    pub(crate) fn in_file(self, file: impl Into<String>) -> PackageError {
        PackageError { file: file.into(), fault: self }
    }
}
