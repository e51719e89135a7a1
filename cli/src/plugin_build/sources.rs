//! The crate that a plugin is built from, and the digest of its sources.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde::Deserialize;
use swv_host::Digest;

use super::{BuildError, ManifestFault};

/// The program that tells of crates.
const CARGO: &str = "cargo metadata";

/// A plugin crate, as Cargo sees it.
pub(super) struct Package {
    /// Its name.
    pub(super) name: String,
    /// The file name of its library, without ending.
    pub(super) library: String,
    /// Its `Cargo.toml`.
    pub(super) manifest: PathBuf,
    /// The root of its workspace.
    pub(super) workspace: PathBuf,
    /// Cargo's target folder.
    pub(super) target_folder: PathBuf,
    /// The folders of the crate and of every local crate it depends on.
    local: Vec<PathBuf>,
    /// Name and version of every other crate it depends on.
    registry: Vec<String>,
}

#[derive(Deserialize)]
struct Metadata {
    packages: Vec<MetadataPackage>,
    workspace_root: PathBuf,
    target_directory: PathBuf,
    resolve: Resolve,
}

#[derive(Deserialize)]
struct MetadataPackage {
    id: String,
    name: String,
    version: String,
    source: Option<String>,
    manifest_path: PathBuf,
    targets: Vec<Target>,
}

#[derive(Deserialize)]
struct Target {
    name: String,
    crate_types: Vec<String>,
}

#[derive(Deserialize)]
struct Resolve {
    nodes: Vec<Node>,
}

#[derive(Deserialize)]
struct Node {
    id: String,
    deps: Vec<Dependency>,
}

#[derive(Deserialize)]
struct Dependency {
    pkg: String,
    dep_kinds: Vec<DependencyKind>,
}

#[derive(Deserialize)]
struct DependencyKind {
    kind: Option<String>,
}

impl Package {
    pub(super) fn read(folder: &Path) -> Result<Package, BuildError> {
        let manifest = folder.join("Cargo.toml");
        let fault = |kind| BuildError::Manifest { manifest: manifest.clone(), kind };
        let manifest_path = manifest.canonicalize().map_err(|source| fault(ManifestFault::Absent(source)))?;
        let output = Command::new("cargo")
            .args([
                "metadata",
                "--format-version",
                "1",
                "--filter-platform",
                super::toolchain::TARGET,
                "--manifest-path",
            ])
            .arg(&manifest_path)
            .output()
            .map_err(|source| BuildError::Start { program: CARGO, source })?;
        if !output.status.success() {
            return Err(fault(ManifestFault::Cargo(String::from_utf8_lossy(&output.stderr).trim().to_owned())));
        }
        let metadata: Metadata = serde_json::from_slice(&output.stdout)
            .map_err(|error| BuildError::Answer { program: CARGO, source: error.into() })?;
        let package = metadata
            .packages
            .iter()
            .find(|package| package.manifest_path == manifest_path)
            .ok_or_else(|| fault(ManifestFault::Workspace))?;
        let library = package
            .targets
            .iter()
            .find(|target| target.crate_types.iter().any(|kind| kind == "cdylib"))
            .ok_or_else(|| fault(ManifestFault::NoLibrary))?;
        Ok(Package {
            name: package.name.clone(),
            library: library.name.replace('-', "_"),
            local: needed(&metadata, &package.id)
                .filter(|package| package.source.is_none())
                .filter_map(|package| package.manifest_path.parent().map(Path::to_owned))
                .collect(),
            registry: needed(&metadata, &package.id)
                .filter(|package| package.source.is_some())
                .map(|package| format!("{} {}", package.name, package.version))
                .collect(),
            manifest: manifest_path,
            workspace: metadata.workspace_root,
            target_folder: metadata.target_directory,
        })
    }

    /// The digest of what the plugin is built from: the files of the crate and
    /// of the local crates it needs, the workspace's manifest, and the names
    /// and versions of all other crates.
    pub(super) fn source_digest(&self) -> Result<Digest, BuildError> {
        let mut files = vec![self.workspace.join("Cargo.toml")];
        for folder in &self.local {
            collect(folder, &mut files)?;
        }
        let mut parts = Vec::with_capacity(files.len() * 2);
        for file in files {
            let name = file.strip_prefix(&self.workspace).unwrap_or(&file).display().to_string().replace('\\', "/");
            let bytes = fs::read(&file).map_err(BuildError::file(&file))?;
            parts.push((name, bytes));
        }
        parts.extend(self.registry.iter().map(|package| (package.clone(), Vec::new())));
        parts.sort();
        Ok(Digest::of_parts(parts.iter().flat_map(|(name, bytes)| [name.as_bytes(), bytes.as_slice()])))
    }
}

/// The packages that `id` is built from, itself included; not those that only
/// its tests need.
fn needed<'a>(metadata: &'a Metadata, id: &str) -> impl Iterator<Item = &'a MetadataPackage> {
    let mut found = vec![id.to_owned()];
    let mut next = 0;
    while let Some(id) = found.get(next).cloned() {
        next += 1;
        let node = metadata.resolve.nodes.iter().find(|node| node.id == id);
        for dependency in node.iter().flat_map(|node| &node.deps) {
            let builds = dependency.dep_kinds.iter().any(|kind| kind.kind.as_deref() != Some("dev"));
            if builds && !found.contains(&dependency.pkg) {
                found.push(dependency.pkg.clone());
            }
        }
    }
    metadata.packages.iter().filter(move |package| found.contains(&package.id))
}

/// All files below a folder of a crate, but those that only its tests and
/// readers need.
fn collect(folder: &Path, files: &mut Vec<PathBuf>) -> Result<(), BuildError> {
    for entry in fs::read_dir(folder).map_err(BuildError::file(folder))? {
        let path = entry.map_err(BuildError::file(folder))?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        if ["benches", "examples", "target", "tests"].contains(&&*name)
            || name.starts_with('.')
            || name.ends_with(".md")
        {
            continue;
        }
        match path.is_dir() {
            true => collect(&path, files)?,
            false => files.push(path),
        }
    }
    Ok(())
}
