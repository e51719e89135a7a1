//! From a plugin crate to `plugin.wasm` in its region folder.

mod sources;
mod toolchain;

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Stdio;

use swv_core::Capability;
use swv_host::{Digest, Host, Limits};
use toml_edit::{DocumentMut, Item, Table, value};

use sources::Package;
pub(crate) use toolchain::Toolchain;

/// Why a plugin was not built.
#[derive(Debug, thiserror::Error)]
pub(crate) enum BuildError {
    /// No compiler can build WebAssembly.
    #[error(
        "no Rust compiler here can build WebAssembly; run `rustup target add wasm32-unknown-unknown`, or on Debian `apt-get install rustc-web cargo-web rust-web-src lld`"
    )]
    NoToolchain,
    /// A program could not be started or gave no sensible answer.
    #[error("{program}: {reason}")]
    Program {
        /// The program.
        program: String,
        /// What went wrong.
        reason: String,
    },
    /// The crate is no plugin crate.
    #[error("{file}: {reason}")]
    Crate {
        /// The manifest of the crate.
        file: String,
        /// What is wrong, and the way out.
        reason: String,
    },
    /// The compiler refused the crate; it has said why.
    #[error("{package} does not compile for WebAssembly; the compiler's messages stand above")]
    Compile {
        /// The crate.
        package: String,
    },
    /// The module is no component of the interface.
    #[error("{package}: does not become a component: {reason}")]
    Encode {
        /// The crate.
        package: String,
        /// Why.
        reason: String,
    },
    /// The built plugin does not load.
    #[error(transparent)]
    Load(#[from] swv_host::LoadError),
    /// The built plugin does not describe itself.
    #[error(transparent)]
    Call(#[from] swv_host::CallError),
    /// A file cannot be read or written.
    #[error("{file}: {reason}")]
    File {
        /// The file.
        file: String,
        /// What the system said.
        reason: String,
    },
}

/// What was built.
pub(crate) struct Built {
    /// The component.
    pub(crate) wasm: Vec<u8>,
    /// The plugin's version.
    pub(crate) version: semver::Version,
    /// The digest of its sources.
    pub(crate) source_digest: Digest,
    /// The compiler.
    pub(crate) compiler: String,
    /// The region that the plugin says it is.
    pub(crate) region: String,
}

/// Builds the plugin crate in a folder; nothing is written but Cargo's own
/// target folder.
pub(crate) fn build(crate_folder: &Path) -> Result<Built, BuildError> {
    let toolchain = Toolchain::find().ok_or(BuildError::NoToolchain)?;
    let package = Package::read(crate_folder)?;
    let module = compile(&toolchain, &package)?;
    let encoder = wit_component::ComponentEncoder::default().validate(true).module(&module);
    let wasm = encoder
        .and_then(|mut encoder| encoder.encode())
        .map_err(|error| BuildError::Encode { package: package.name.clone(), reason: format!("{error:#}") })?;
    let place = format!("{}.wasm", package.name);
    let plugin = Host::new(Limits::default(), None)?.plugin(&place, &wasm)?;
    let description = plugin.describe()?;
    // What does not fit together is the author's to know now, not a user's later.
    if plugin.can(Capability::Procedures) {
        plugin.procedures()?;
    }
    Ok(Built {
        wasm,
        version: description.version,
        source_digest: package.source_digest()?,
        compiler: toolchain.compiler()?,
        region: description.region.to_string(),
    })
}

fn compile(toolchain: &Toolchain, package: &Package) -> Result<Vec<u8>, BuildError> {
    let target = package.target_folder.join("swv-plugin");
    let status = toolchain
        .cargo(&package.workspace)
        .args(["build", "--release", "--locked", "--target", toolchain::TARGET, "--package", &package.name])
        .arg("--manifest-path")
        .arg(&package.manifest)
        .arg("--target-dir")
        .arg(&target)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .status()
        .map_err(|error| BuildError::Program { program: "cargo".into(), reason: error.to_string() })?;
    if !status.success() {
        return Err(BuildError::Compile { package: package.name.clone() });
    }
    let module = target.join(toolchain::TARGET).join("release").join(format!("{}.wasm", package.library));
    fs::read(&module)
        .map_err(|error| BuildError::File { file: module.display().to_string(), reason: error.to_string() })
}

/// Writes the plugin and its entry in the manifest of a region folder. Both are
/// ready before either is put in place; should the second fail, the first no
/// longer fits the manifest's digest, and is refused.
pub(crate) fn write(built: &Built, region_folder: &Path) -> Result<(), BuildError> {
    let file = |path: &Path, reason: String| BuildError::File { file: path.display().to_string(), reason };
    let manifest = region_folder.join("manifest.toml");
    let text = fs::read_to_string(&manifest).map_err(|error| file(&manifest, error.to_string()))?;
    let mut document: DocumentMut =
        text.parse().map_err(|error: toml_edit::TomlError| file(&manifest, error.to_string()))?;
    let id = document.get("id").and_then(Item::as_str).unwrap_or_default();
    if id != built.region {
        let found = &built.region;
        return Err(file(&manifest, format!("is the manifest of {id:?}, and the plugin holds the rules of {found:?}")));
    }
    let mut entry = Table::new();
    entry["version"] = value(built.version.to_string());
    entry["digest"] = value(Digest::of(&built.wasm).to_string());
    entry["source_digest"] = value(built.source_digest.to_string());
    entry["compiler"] = value(&built.compiler);
    entry.set_position(Some(1000));
    document["plugin"] = Item::Table(entry);
    let plugin = prepared(region_folder, &built.wasm)?;
    let updated = prepared(region_folder, document.to_string().as_bytes())?;
    let wasm = region_folder.join("plugin.wasm");
    plugin.persist(&wasm).map_err(|error| file(&wasm, error.to_string()))?;
    updated.persist(&manifest).map_err(|error| file(&manifest, error.to_string()))?;
    Ok(())
}

/// A temporary file beside its place, with the usual rights.
fn prepared(folder: &Path, bytes: &[u8]) -> Result<tempfile::NamedTempFile, BuildError> {
    let file =
        |error: std::io::Error| BuildError::File { file: folder.display().to_string(), reason: error.to_string() };
    let mut temporary = crate::files::temporary_in(folder).map_err(file)?;
    temporary.write_all(bytes).map_err(file)?;
    Ok(temporary)
}

/// The region folder that goes with a crate: `regions/NAME` of its workspace.
pub(crate) fn region_folder_of(crate_folder: &Path) -> Result<PathBuf, BuildError> {
    let package = Package::read(crate_folder)?;
    let name = package.manifest.parent().and_then(Path::file_name).unwrap_or_default();
    Ok(package.workspace.join("regions").join(name))
}
