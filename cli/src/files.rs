//! The user's files: read into values, written whole or not at all.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::Path;

use serde::de::DeserializeOwned;
use swv_core::{Dataset, NationalNorm};
use swv_exchange::{Input, dataset_file, national_norm, typed_file};
use swv_host::Digest;

use crate::error::CliError;

/// Reads a file of one type, whose form `swv schema` prints under that name.
pub(crate) fn typed<T: DeserializeOwned>(path: &Path, schema: &'static str) -> Result<T, CliError> {
    let (name, bytes) = named(path)?;
    typed_file::read(&name, &bytes).map_err(|error| CliError::TypedFile { error, schema })
}

/// Reads a dataset; its digest is that of the file.
pub(crate) fn dataset(path: &Path) -> Result<(Dataset, Digest), CliError> {
    let (name, bytes) = named(path)?;
    Ok((dataset_file::read(&name, &bytes)?, Digest::of(&bytes)))
}

/// Reads a national norm.
pub(crate) fn national_norm(path: &Path) -> Result<NationalNorm, CliError> {
    let (name, bytes) = named(path)?;
    Ok(national_norm::read(&name, &bytes)?)
}

/// Opens a file that is read from start to end, under the name that messages
/// have for it.
pub(crate) fn open<'a>(path: &Path, name: &'a str) -> Result<Input<'a>, CliError> {
    let file = File::open(path).map_err(failed(path))?;
    let size = file.metadata().map_err(failed(path))?.len();
    Ok(Input::new(name, file, size))
}

fn named(path: &Path) -> Result<(String, Vec<u8>), CliError> {
    Ok((path.display().to_string(), fs::read(path).map_err(failed(path))?))
}

/// The error of a file that cannot be read or written.
pub(crate) fn failed(path: &Path) -> impl Fn(io::Error) -> CliError {
    move |source| CliError::File { path: path.to_owned(), source }
}

/// Writes a file whole or not at all. A link is followed; what is no ordinary
/// file, or is one of `inputs`, is left alone.
pub(crate) fn write(path: &Path, bytes: &[u8], inputs: &[&Path]) -> Result<(), CliError> {
    write_whole(path, bytes, inputs).map_err(failed(path))
}

fn write_whole(path: &Path, bytes: &[u8], inputs: &[&Path]) -> io::Result<()> {
    let refused = |reason: &str| Err(io::Error::other(reason.to_owned()));
    let target = match fs::canonicalize(path) {
        Ok(target) if inputs.iter().any(|input| fs::canonicalize(input).is_ok_and(|input| input == target)) => {
            return refused("is one of the files that are read; name another file");
        }
        Ok(target) if !target.is_file() => return refused("is no ordinary file; name another file"),
        Ok(target) => target,
        Err(_) => path.to_owned(),
    };
    let folder = target.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    // The system's own words, without the name of the temporary file.
    let plain = |error: io::Error| io::Error::from(error.kind());
    let mut temporary = temporary_in(folder).map_err(plain)?;
    temporary.write_all(bytes).map_err(plain)?;
    temporary.persist(&target).map_err(|error| plain(error.error))?;
    Ok(())
}

/// A temporary file with the rights of a file that is made anew, instead of
/// the private ones of a temporary file.
pub(crate) fn temporary_in(folder: &Path) -> io::Result<tempfile::NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    builder.tempfile_in(folder)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_input_and_what_is_no_file_are_not_written_over() {
        let folder = tempfile::tempdir().unwrap();
        let input = folder.path().join("in.csv");
        fs::write(&input, "in").unwrap();
        assert!(write_whole(&input, b"out", &[&input]).is_err());
        assert!(write_whole(folder.path(), b"out", &[]).is_err());
        assert_eq!(fs::read(&input).unwrap(), b"in");
        let absent = write_whole(&folder.path().join("nergens/out"), b"out", &[]).unwrap_err();
        assert!(!absent.to_string().contains("tmp"), "{absent}");
        write_whole(&input, b"out", &[]).unwrap();
        assert_eq!(fs::read(&input).unwrap(), b"out");
    }

    #[cfg(unix)]
    #[test]
    fn a_link_is_followed() {
        let folder = tempfile::tempdir().unwrap();
        let (file, link) = (folder.path().join("file"), folder.path().join("link"));
        fs::write(&file, "old").unwrap();
        std::os::unix::fs::symlink(&file, &link).unwrap();
        write_whole(&link, b"new", &[]).unwrap();
        assert_eq!(fs::read(&file).unwrap(), b"new");
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
    }
}
