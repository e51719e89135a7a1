//! Reading a region's folder.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use swv_region::PackageFiles;

/// The largest file that a package may have: far more than any needs.
const LARGEST: u64 = 64 << 20;

/// Why a region's folder cannot be read.
#[derive(Debug, thiserror::Error)]
pub enum FolderError {
    /// A file or folder cannot be read.
    #[error("{}: cannot be read: {source}", .path.display())]
    Unreadable {
        /// The file or folder.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// A file is larger than any that a package needs.
    #[error("{}: has {size} bytes, and a package file has at most {LARGEST}", .path.display())]
    TooLarge {
        /// The file.
        path: PathBuf,
        /// Its size in bytes.
        size: u64,
    },
}

/// The TOML files and the plugin of a folder, and of its subfolder
/// `published`. Other files are left alone.
///
/// # Errors
/// [`FolderError`] when a file cannot be read or is unreasonably large.
pub fn read_folder(folder: &Path) -> Result<PackageFiles, FolderError> {
    let mut files = BTreeMap::new();
    for (prefix, folder) in [("", folder.to_owned()), ("published/", folder.join("published"))] {
        if !prefix.is_empty() && !folder.is_dir() {
            continue;
        }
        let unreadable = |source| FolderError::Unreadable { path: folder.clone(), source };
        for entry in fs::read_dir(&folder).map_err(unreadable)? {
            let path = entry.map_err(unreadable)?.path();
            let Some(name) = path.file_name().and_then(|name| name.to_str()) else {
                continue;
            };
            if path.is_file() && (name.ends_with(".toml") || name == "plugin.wasm") {
                files.insert(format!("{prefix}{name}"), Cow::Owned(read(&path)?));
            }
        }
    }
    Ok(PackageFiles::new(folder.display().to_string(), files))
}

fn read(path: &Path) -> Result<Vec<u8>, FolderError> {
    let unreadable = |source| FolderError::Unreadable { path: path.to_owned(), source };
    let size = fs::metadata(path).map_err(unreadable)?.len();
    match size > LARGEST {
        true => Err(FolderError::TooLarge { path: path.to_owned(), size }),
        false => fs::read(path).map_err(unreadable),
    }
}
