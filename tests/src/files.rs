//! Region packages, as they are and spoiled.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use serde::de::DeserializeOwned;
use swv_core::Sector;
use swv_host::{
    Digest, Host, HostError, Limits, NativeLibrary, PackageError, PackageFiles, Region, RegionPackage, read_folder,
};

use crate::native_library;

/// The regions of the workspace.
pub const REGIONS: [&str; 3] = ["almere", "haarlemmermeer", "zuid-kennemerland"];

/// Every published budget: its region and sector.
pub fn budgets() -> [(&'static str, Sector); 4] {
    [("almere", Sector::Po), ("almere", Sector::Vo), ("haarlemmermeer", Sector::Po), ("zuid-kennemerland", Sector::Po)]
}

/// The root of the workspace.
pub fn workspace() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_owned()
}

/// The folder of the fixture `hostile`.
pub fn fixture() -> PathBuf {
    workspace().join("tests/fixtures/hostile")
}

/// A host with the limits that users have. What it compiles is kept from run
/// to run.
pub fn host() -> &'static Host {
    static HOST: OnceLock<Host> = OnceLock::new();
    HOST.get_or_init(|| {
        let cache = crate::target_folder().join("tmp/compiled-plugins");
        Host::new(Limits::default(), Some(cache)).unwrap()
    })
}

/// A region of the workspace, or the fixture `hostile`, loaded from its folder.
pub fn region(id: &str) -> Region {
    let files = read_folder(&folder(id)).unwrap();
    host().load(RegionPackage::read(files).unwrap()).unwrap()
}

/// A region whose rules run natively, beside its sandboxed build.
///
/// # Panics
/// When the library does not build or does not load: a test cannot go on.
pub fn native_region(id: &str) -> Region {
    let file = native_library(id);
    // SAFETY: it was built from this workspace a moment ago.
    #[allow(unsafe_code)]
    let library = unsafe { NativeLibrary::open(&file) }.unwrap();
    host().load_native(Files::of(id).read().unwrap(), library).unwrap()
}

/// A region of the workspace with a value for every parameter: where its
/// documents are silent, one that is made up.
pub fn complete(id: &str) -> Region {
    Files::of(id).load_complete()
}

/// The package with a made-up value for each parameter that has none.
pub fn completed(mut package: RegionPackage) -> RegionPackage {
    let parameters = package.parameters.parameters.clone();
    for parameter in parameters.iter().filter(|parameter| parameter.values.iter().all(|value| value.value.is_none())) {
        package.supply("test", &parameter.key, "100").unwrap();
    }
    package
}

/// Each region that has a file of cases of that name, and the file.
pub fn cases<T: DeserializeOwned>(name: &str) -> Vec<(&'static str, T)> {
    let read = |id| {
        let file = workspace().join("regions").join(id).join("cases").join(name);
        let text = file.exists().then(|| fs::read_to_string(&file).unwrap())?;
        let cases = toml::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        Some((id, cases))
    };
    REGIONS.into_iter().filter_map(read).collect()
}

/// Every source in a folder, one after the other.
pub fn sources(folder: &Path) -> String {
    let mut text = String::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            text.push_str(&sources(&path));
        } else {
            text.push_str(&fs::read_to_string(&path).unwrap());
        }
    }
    text
}

/// Each case of a file has a name of its own.
///
/// # Panics
/// When two have one name.
pub fn check_names<'a>(id: &str, names: impl Iterator<Item = &'a String>) {
    let mut known = BTreeSet::new();
    for name in names {
        assert!(known.insert(name), "{id}: {name} stands twice");
    }
}

/// What stands between backquotes.
pub fn quoted(text: &str) -> impl Iterator<Item = &str> {
    text.split('`').skip(1).step_by(2)
}

fn folder(id: &str) -> PathBuf {
    match id {
        "hostile" => fixture(),
        _ => workspace().join("regions").join(id),
    }
}

/// The files of a package, to be spoiled before they are read.
#[derive(Clone)]
pub struct Files {
    place: String,
    files: BTreeMap<String, &'static [u8]>,
}

impl Files {
    /// The files of a region of the workspace, or of the fixture `hostile`.
    pub fn of(id: &str) -> Files {
        let mut files = BTreeMap::new();
        for prefix in ["", "published/"] {
            let Ok(entries) = fs::read_dir(folder(id).join(prefix)) else {
                continue;
            };
            for entry in entries {
                let path = entry.unwrap().path();
                let name = path.file_name().unwrap().to_str().unwrap();
                if name.ends_with(".toml") || name == "plugin.wasm" {
                    files.insert(format!("{prefix}{name}"), leaked(fs::read(&path).unwrap()));
                }
            }
        }
        Files { place: id.to_owned(), files }
    }

    /// With these bytes in the place of a file.
    pub fn with(mut self, path: &str, bytes: impl Into<Vec<u8>>) -> Files {
        self.files.insert(path.to_owned(), leaked(bytes.into()));
        self
    }

    /// Without a file.
    pub fn without(mut self, path: &str) -> Files {
        assert!(self.files.remove(path).is_some(), "{} has no {path}", self.place);
        self
    }

    /// With one text for another in a file, at every place.
    pub fn replaced(self, path: &str, from: &str, to: &str) -> Files {
        let text = self.text(path);
        assert!(text.contains(from), "{}/{path} has no {from:?}", self.place);
        self.with(path, text.replace(from, to))
    }

    /// With another plugin, which the manifest names by its digest.
    pub fn with_plugin(self, wasm: impl Into<Vec<u8>>) -> Files {
        let wasm = wasm.into();
        let (was, is) = (Digest::of(self.bytes("plugin.wasm")), Digest::of(&wasm));
        self.replaced("manifest.toml", &was.to_string(), &is.to_string()).with("plugin.wasm", wasm)
    }

    /// With this character behind a switch in the plugin's own bytes.
    pub fn with_behaviour(self, switch: &str, behaviour: u8) -> Files {
        let mut wasm = self.bytes("plugin.wasm").to_owned();
        let last = switch.len();
        let places: Vec<_> = (0..wasm.len() - last).filter(|at| wasm[*at..].starts_with(switch.as_bytes())).collect();
        assert_eq!(places.len(), 1, "{switch} stands there once");
        wasm[places[0] + last] = behaviour;
        self.with_plugin(wasm)
    }

    /// The paths of the files.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.files.keys().map(String::as_str)
    }

    /// The bytes of a file.
    pub fn bytes(&self, path: &str) -> &'static [u8] {
        self.files[path]
    }

    /// The text of a file.
    pub fn text(&self, path: &str) -> String {
        String::from_utf8(self.bytes(path).to_owned()).unwrap()
    }

    /// Reads the package.
    pub fn read(&self) -> Result<RegionPackage, PackageError> {
        let files: Vec<_> = self.files.iter().map(|(path, bytes)| (path.as_str(), *bytes)).collect();
        RegionPackage::read(PackageFiles::embedded(self.place.clone(), &files))
    }

    /// Reads and loads the package.
    pub fn load(&self) -> Result<Region, HostError> {
        host().load(self.read()?)
    }

    /// Loads the package with a value for every parameter.
    pub fn load_complete(&self) -> Region {
        host().load(completed(self.read().unwrap())).unwrap()
    }

    /// What is wrong with the package, as a reader of the error sees it.
    pub fn refused(&self) -> HostError {
        match self.load() {
            Ok(_) => panic!("the package was expected to be refused"),
            Err(error) => error,
        }
    }
}

/// Embedded files live as long as the program does.
fn leaked(bytes: Vec<u8>) -> &'static [u8] {
    Box::leak(bytes.into_boxed_slice())
}
