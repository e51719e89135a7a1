//! The files of a package, from a folder or from the program itself.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use super::PackageError;

/// The files of a package by their path inside it, with `/` between parts.
#[derive(Clone, Debug)]
pub struct PackageFiles {
    place: String,
    files: BTreeMap<String, Cow<'static, [u8]>>,
}

/// The largest file that a package may have: far more than any needs.
const LARGEST: u64 = 64 << 20;

impl PackageFiles {
    /// Files that are part of the program; `place` names them in errors.
    pub fn embedded(place: impl Into<String>, files: &[(&str, &'static [u8])]) -> PackageFiles {
        let files = files.iter().map(|(path, bytes)| ((*path).to_owned(), Cow::Borrowed(*bytes))).collect();
        PackageFiles { place: place.into(), files }
    }

    /// The TOML files and the plugin of a folder, and of its subfolder
    /// `published`. Other files are left alone.
    ///
    /// # Errors
    /// [`PackageError::Unreadable`] when a file cannot be read or is
    /// unreasonably large.
    pub fn read_folder(folder: &Path) -> Result<PackageFiles, PackageError> {
        let mut files = BTreeMap::new();
        for (prefix, folder) in [("", folder.to_owned()), ("published/", folder.join("published"))] {
            if !prefix.is_empty() && !folder.is_dir() {
                continue;
            }
            let unreadable =
                |file: &Path, reason: String| PackageError::Unreadable { file: file.display().to_string(), reason };
            let entries = fs::read_dir(&folder).map_err(|error| unreadable(&folder, error.to_string()))?;
            for entry in entries {
                let path = entry.map_err(|error| unreadable(&folder, error.to_string()))?.path();
                let Some(name) = path.file_name().and_then(|name| name.to_str()) else {
                    continue;
                };
                if !path.is_file() || !(name.ends_with(".toml") || name == "plugin.wasm") {
                    continue;
                }
                let size = fs::metadata(&path).map_err(|error| unreadable(&path, error.to_string()))?.len();
                if size > LARGEST {
                    return Err(unreadable(
                        &path,
                        format!("it has {size} bytes, and a package file has at most {LARGEST}"),
                    ));
                }
                let bytes = fs::read(&path).map_err(|error| unreadable(&path, error.to_string()))?;
                files.insert(format!("{prefix}{name}"), Cow::Owned(bytes));
            }
        }
        Ok(PackageFiles { place: folder.display().to_string(), files })
    }

    /// The name of a file in errors.
    pub(crate) fn place(&self, file: &str) -> String {
        format!("{}/{file}", self.place)
    }

    /// The bytes of a file, if the package has it.
    pub(crate) fn bytes(&self, file: &str) -> Option<&[u8]> {
        self.files.get(file).map(AsRef::as_ref)
    }

    /// The paths that start with `prefix`.
    pub(crate) fn starting_with<'a>(&'a self, prefix: &'a str) -> impl Iterator<Item = &'a str> {
        self.files.keys().map(String::as_str).filter(move |path| path.starts_with(prefix))
    }
}
