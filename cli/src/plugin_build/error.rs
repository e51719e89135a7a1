//! Why a plugin was not built.

use std::io;
use std::path::{Path, PathBuf};

/// Why a plugin was not built.
#[derive(Debug, thiserror::Error)]
pub(crate) enum BuildError {
    /// No compiler can build WebAssembly.
    #[error(
        "no Rust compiler here can build WebAssembly; run `rustup target add wasm32-unknown-unknown`, or on Debian \
         `apt-get install rustc-web cargo-web rust-web-src lld`"
    )]
    NoToolchain,
    /// A program could not be started.
    #[error("{program}: cannot be started: {source}")]
    Start { program: &'static str, source: io::Error },
    /// A program gave an answer that is none.
    #[error("{program}: gave no sensible answer: {source}")]
    Answer { program: &'static str, source: Box<dyn std::error::Error + Send + Sync> },
    /// The manifest of the crate, or of the region, is not right.
    #[error("{}: {kind}", .manifest.display())]
    Manifest { manifest: PathBuf, kind: ManifestFault },
    /// The compiler refused the crate; it has said why.
    #[error("{package} does not compile for WebAssembly; the compiler's messages stand above")]
    Compile { package: String },
    /// The module is no component of the interface.
    #[error("{package}: does not become a component: {reason}")]
    Encode { package: String, reason: String },
    #[error(transparent)]
    Load(#[from] swv_host::LoadError),
    #[error(transparent)]
    Call(#[from] swv_host::CallError),
    /// A file cannot be read or written.
    #[error("{}: {source}", .path.display())]
    File { path: PathBuf, source: io::Error },
}

impl BuildError {
    /// The error of a file that cannot be read or written.
    pub(super) fn file(path: &Path) -> impl Fn(io::Error) -> BuildError {
        move |source| BuildError::File { path: path.to_owned(), source }
    }
}

/// What is wrong with a manifest.
#[derive(Debug, thiserror::Error)]
pub(crate) enum ManifestFault {
    #[error("{0}; name the folder of a plugin crate")]
    Absent(io::Error),
    /// What Cargo says of it.
    #[error("{0}")]
    Cargo(String),
    #[error("is a workspace, not a plugin crate; name the folder of the crate")]
    Workspace,
    #[error("has no library of crate-type \"cdylib\"; add it under [lib]")]
    NoLibrary,
    #[error(transparent)]
    Toml(toml_edit::TomlError),
    #[error("is the manifest of {found:?}, and the plugin holds the rules of {expected:?}")]
    OtherRegion { found: String, expected: String },
}
