//! Finding region packages: in the program, in the user's data folder, and in
//! the folder that `--regions` names. A later one precedes an earlier one of
//! the same id.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use clap::Args;
use etcetera::{BaseStrategy, choose_base_strategy};
use swv_core::{Language, RegionId, Sector, Text};
use swv_host::{
    Host, Limits, NativeLibrary, PackageError, PackageFiles, Plugin, Region, RegionPackage, Supplied, SuppliedFile,
    read_folder,
};

use crate::args::Global;
use crate::error::CliError;
use crate::files;
use crate::ui::Ui;

/// A package in the program: its name, and its files by their path.
type EmbeddedPackage = (&'static str, &'static [(&'static str, &'static [u8])]);

include!(concat!(env!("OUT_DIR"), "/embedded.rs"));

/// The region that a command is about.
#[derive(Args)]
pub(crate) struct RegionArgs {
    /// The region's id; `swv regions` lists them
    pub(crate) region: RegionId,
    /// The sector
    #[arg(long, value_name = "po|vo", default_value = "po")]
    pub(crate) sector: Sector,
    #[command(flatten)]
    pub(crate) values: Values,
}

/// Values in the place of the region's own; every result made with them says so.
#[derive(Args)]
pub(crate) struct Values {
    /// A file with values; `swv parameters REGION --template` prints one to fill in
    #[arg(long, value_name = "FILE")]
    pub(crate) parameters: Option<PathBuf>,
    /// A single value, for every year or as KEY@YEAR=VALUE for one; it precedes one of the file
    #[arg(long = "set", value_name = "KEY=VALUE")]
    pub(crate) set: Vec<String>,
}

/// The packages that there are, not yet loaded.
pub(crate) struct Packages {
    host: Host,
    packages: BTreeMap<RegionId, RegionPackage>,
    native: Option<(RegionId, PathBuf)>,
}

impl Packages {
    /// Reads all packages.
    pub(crate) fn read(ui: &mut Ui, global: &Global) -> Result<Packages, CliError> {
        let folders = choose_base_strategy().ok();
        let cache = folders.as_ref().map(|folders| folders.cache_dir().join("swv/plugins"));
        let host = Host::new(Limits::default(), cache)?;
        let mut packages = BTreeMap::new();
        for (name, files) in EMBEDDED {
            insert(&mut packages, PackageFiles::embedded(format!("built in/{name}"), files))?;
        }
        let own = folders.map(|folders| folders.data_dir().join("swv/regions"));
        if let Some(own) = own.filter(|own| own.is_dir()) {
            // A broken package of the user's own does not take the others along.
            for folder in package_folders(&own)? {
                let read = read_folder(&folder).map_err(CliError::from);
                if let Err(error) = read.and_then(|files| Ok(insert(&mut packages, files)?)) {
                    ui.warn(&Text::new(
                        format!("{}; dit pakket doet niet mee", error.said(Language::Nl)),
                        format!("{error}; this package is left out"),
                    ));
                }
            }
        }
        if let Some(folder) = &global.regions {
            let found = package_folders(folder)?;
            if found.is_empty() {
                return Err(CliError::NoPackages { folder: folder.clone() });
            }
            for folder in found {
                insert(&mut packages, read_folder(&folder)?)?;
            }
        }
        let native = global.allow_native.as_deref().map(native_region).transpose()?;
        Ok(Packages { host, packages, native })
    }

    /// One package.
    pub(crate) fn package(&self, id: &RegionId) -> Result<&RegionPackage, CliError> {
        let no_region = || CliError::NoRegion { id: id.clone(), known: self.packages.keys().cloned().collect() };
        self.packages.get(id).ok_or_else(no_region)
    }

    /// Loads one region.
    pub(crate) fn load(&self, id: &RegionId) -> Result<Region, CliError> {
        self.load_package(self.package(id)?.clone())
    }

    /// Loads one region with values of the user's own.
    pub(crate) fn load_with(&self, id: &RegionId, values: &Values) -> Result<Region, CliError> {
        let mut package = self.package(id)?.clone();
        if let Some(file) = &values.parameters {
            let place = file.display().to_string();
            for (key, value) in &files::typed::<SuppliedFile>(file, "values")?.values {
                package.supply(&place, key, value)?;
            }
        }
        for given in &values.set {
            let (key, value) = given.split_once('=').ok_or_else(|| CliError::NoValue { given: given.clone() })?;
            package.supply("--set", key, value)?;
        }
        self.load_package(package)
    }

    /// Loads one region with these values of the user's own.
    pub(crate) fn load_supplied(&self, id: &RegionId, values: &[Supplied]) -> Result<Region, CliError> {
        let mut package = self.package(id)?.clone();
        for supplied in values {
            package.supply("--set", &supplied.key, &supplied.value)?;
        }
        self.load_package(package)
    }

    fn load_package(&self, package: RegionPackage) -> Result<Region, CliError> {
        let id = package.manifest.id.clone();
        match &self.native {
            Some((native, library)) if *native == id => Ok(self.host.load_native(package, open(library)?)?),
            _ => Ok(self.host.load(package)?),
        }
    }

    /// Loads all regions, on as many threads as there are regions: on a first
    /// run each plugin is compiled.
    pub(crate) fn load_all(&self) -> Result<Vec<Region>, CliError> {
        std::thread::scope(|scope| {
            let loading: Vec<_> = self.packages.keys().map(|id| scope.spawn(move || self.load(id))).collect();
            let load = |thread: std::thread::ScopedJoinHandle<'_, _>| {
                thread.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))
            };
            loading.into_iter().map(load).collect()
        })
    }
}

fn insert(packages: &mut BTreeMap<RegionId, RegionPackage>, files: PackageFiles) -> Result<(), PackageError> {
    let package = RegionPackage::read(files)?;
    packages.insert(package.manifest.id.clone(), package);
    Ok(())
}

/// The subfolders that have a manifest, or the folder itself when it has one.
fn package_folders(folder: &Path) -> Result<Vec<PathBuf>, CliError> {
    let file = |source| CliError::File { path: folder.to_owned(), source };
    if folder.join("manifest.toml").is_file() {
        return Ok(vec![folder.to_owned()]);
    }
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).map_err(file)? {
        let path = entry.map_err(file)?.path();
        if path.join("manifest.toml").is_file() {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

/// Which region a native library holds the rules of.
fn native_region(library: &Path) -> Result<(RegionId, PathBuf), CliError> {
    let description = Plugin::new(open(library)?).describe().map_err(swv_host::RegionError::from)?;
    Ok((description.region, library.to_owned()))
}

fn open(library: &Path) -> Result<NativeLibrary, CliError> {
    // SAFETY: the user named this library with `--allow-native`.
    #[allow(unsafe_code)]
    let library = unsafe { NativeLibrary::open(library) }?;
    Ok(library)
}
