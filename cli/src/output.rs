//! Where results go: data on stdout, everything else on stderr, and files
//! whole or not at all.

use std::fs;
use std::io::{self, Write};
use std::path::Path;

/// Writes a file whole or not at all. A link is followed; what is no ordinary
/// file, or is one of `inputs`, is left alone.
pub(crate) fn write_file(path: &Path, bytes: &[u8], inputs: &[&Path]) -> io::Result<()> {
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

/// A text for a terminal: what would steer the terminal is shown as a sign
/// instead. Names in a dataset and messages of a plugin come from others.
pub(crate) fn harmless(text: &str) -> String {
    let sign = |letter: char| if letter.is_control() && letter != '\n' { char::REPLACEMENT_CHARACTER } else { letter };
    text.chars().map(sign).collect()
}

/// Writes data to stdout. A reader that has seen enough (`| head`) ends the
/// program in silence.
pub(crate) fn print(text: &str) -> io::Result<()> {
    let mut stdout = io::stdout().lock();
    match stdout.write_all(harmless(text).as_bytes()).and_then(|()| stdout.flush()) {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        result => result,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_steers_a_terminal_becomes_a_sign() {
        assert_eq!(harmless("De \u{1b}[31mBoog\u{7}\n"), "De \u{fffd}[31mBoog\u{fffd}\n");
    }

    #[test]
    fn an_input_and_what_is_no_file_are_not_written_over() {
        let folder = tempfile::tempdir().unwrap();
        let input = folder.path().join("in.csv");
        fs::write(&input, "in").unwrap();
        assert!(write_file(&input, b"out", &[&input]).is_err());
        assert!(write_file(folder.path(), b"out", &[]).is_err());
        assert_eq!(fs::read(&input).unwrap(), b"in");
        let absent = write_file(&folder.path().join("nergens/out"), b"out", &[]).unwrap_err();
        assert!(!absent.to_string().contains("tmp"), "{absent}");
        write_file(&input, b"out", &[]).unwrap();
        assert_eq!(fs::read(&input).unwrap(), b"out");
    }

    #[cfg(unix)]
    #[test]
    fn a_link_is_followed() {
        let folder = tempfile::tempdir().unwrap();
        let (file, link) = (folder.path().join("file"), folder.path().join("link"));
        fs::write(&file, "old").unwrap();
        std::os::unix::fs::symlink(&file, &link).unwrap();
        write_file(&link, b"new", &[]).unwrap();
        assert_eq!(fs::read(&file).unwrap(), b"new");
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
    }
}
