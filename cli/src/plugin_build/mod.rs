//! From a plugin crate to `plugin.wasm` in its region folder.

mod error;
mod sources;
mod toolchain;

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Stdio;

use swv_core::Capability;
use swv_host::{Digest, Host, Limits};
use toml_edit::{DocumentMut, Item, Table, value};

pub(crate) use error::BuildError;
use error::ManifestFault;
use sources::Package;
pub(crate) use toolchain::Toolchain;

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
        .map_err(|source| BuildError::Start { program: "cargo", source })?;
    if !status.success() {
        return Err(BuildError::Compile { package: package.name.clone() });
    }
    let module = target.join(toolchain::TARGET).join("release").join(format!("{}.wasm", package.library));
    fs::read(&module).map_err(BuildError::file(&module))
}

/// Writes the plugin and its entry in the manifest of a region folder. Both are
/// ready before either is put in place; should the second fail, the first no
/// longer fits the manifest's digest, and is refused.
pub(crate) fn write(built: &Built, region_folder: &Path) -> Result<(), BuildError> {
    let manifest = region_folder.join("manifest.toml");
    let text = fs::read_to_string(&manifest).map_err(BuildError::file(&manifest))?;
    let fault = |kind| BuildError::Manifest { manifest: manifest.clone(), kind };
    let mut document: DocumentMut = text.parse().map_err(|source| fault(ManifestFault::Toml(source)))?;
    let id = document.get("id").and_then(Item::as_str).unwrap_or_default();
    if id != built.region {
        return Err(fault(ManifestFault::OtherRegion { found: id.to_owned(), expected: built.region.clone() }));
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
    plugin.persist(&wasm).map_err(|error| BuildError::file(&wasm)(error.error))?;
    updated.persist(&manifest).map_err(|error| BuildError::file(&manifest)(error.error))?;
    Ok(())
}

/// A temporary file beside its place, with the usual rights.
fn prepared(folder: &Path, bytes: &[u8]) -> Result<tempfile::NamedTempFile, BuildError> {
    let mut temporary = crate::files::temporary_in(folder).map_err(BuildError::file(folder))?;
    temporary.write_all(bytes).map_err(BuildError::file(folder))?;
    Ok(temporary)
}

/// The region folder that goes with a crate: `regions/NAME` of its workspace.
pub(crate) fn region_folder_of(crate_folder: &Path) -> Result<PathBuf, BuildError> {
    let package = Package::read(crate_folder)?;
    let name = package.manifest.parent().and_then(Path::file_name).unwrap_or_default();
    Ok(package.workspace.join("regions").join(name))
}
