//! The files of a package as bytes, wherever they come from.

use std::borrow::Cow;
use std::collections::BTreeMap;

/// The files of a package by their path inside it, with `/` between parts.
#[derive(Clone, Debug)]
pub struct PackageFiles {
    place: String,
    files: BTreeMap<String, Cow<'static, [u8]>>,
}

impl PackageFiles {
    /// Files by their path inside the package, with `/` between parts; `place`
    /// names the package in errors.
    pub fn new(place: impl Into<String>, files: BTreeMap<String, Cow<'static, [u8]>>) -> PackageFiles {
        PackageFiles { place: place.into(), files }
    }

    /// Files that are part of the program; `place` names them in errors.
    pub fn embedded(place: impl Into<String>, files: &[(&str, &'static [u8])]) -> PackageFiles {
        let files = files.iter().map(|(path, bytes)| ((*path).to_owned(), Cow::Borrowed(*bytes))).collect();
        PackageFiles::new(place, files)
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
