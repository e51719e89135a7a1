//! Self-scans and a national norm from files: TOML, or JSON where the name
//! ends so.

use std::path::Path;

use swv_core::{NationalNorm, SelfScan};

use crate::error::CliError;
use crate::typed_file::read;

/// Reads a self-scan; its answers are judged later, by the norm.
pub(crate) fn scan(path: &Path) -> Result<SelfScan, CliError> {
    read(path, "self-scan")
}

/// Reads a national norm and checks it: everything that is wrong at once.
pub(crate) fn national(path: &Path) -> Result<NationalNorm, CliError> {
    let national: NationalNorm = read(path, "national-norm")?;
    let faults = national.faults();
    match faults.is_empty() {
        true => Ok(national),
        false => Err(CliError::NationalNorm { path: path.to_owned(), faults }),
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    fn error(name: &str, bytes: &[u8]) -> String {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join(name);
        fs::write(&path, bytes).unwrap();
        scan(&path).unwrap_err().to_string().replace(&folder.path().display().to_string(), "")
    }

    #[test]
    fn a_scan_is_read_from_toml_and_from_json() {
        let folder = tempfile::tempdir().unwrap();
        let write = |name: &str, text: &str| {
            fs::write(folder.path().join(name), text).unwrap();
            scan(&folder.path().join(name)).unwrap()
        };
        let toml = write("a.toml", "\u{feff}school = \"S\"\nsector = \"po\"\n[answers]\nrekenen = \"yes\"\n");
        let json = write("a.json", r#"{ "school": "S", "sector": "po", "answers": { "rekenen": "yes" } }"#);
        assert_eq!(toml, json);
    }

    #[test]
    fn what_is_no_scan_is_named_with_line_and_column() {
        let begin = "school = \"S\"\nsector = \"po\"\n";
        for (name, text, expected) in [
            ("a.toml", "een brief".to_owned(), "/a.toml:1:5: "),
            ("a.toml", format!("{begin}klas = 1\n[answers]\n"), "/a.toml:3:1: unknown field `klas`"),
            ("a.toml", format!("{begin}[answers]\nrekenen = true\n"), "/a.toml:4:11: invalid type: boolean"),
            ("a.toml", format!("{begin}[answers]\na = \"yes\"\na = \"no\"\n"), "/a.toml:5:1: duplicate key"),
            (
                "a.toml",
                "school = \"S\"\nsector = \"mbo\"\n[answers]\n".to_owned(),
                "/a.toml:2:10: `mbo` is not a sector",
            ),
            ("a.json", "{ \"school\": 1 }".to_owned(), "/a.json:1:13: invalid type: integer"),
        ] {
            let error = error(name, text.as_bytes());
            assert!(error.starts_with(expected), "{error}");
        }
        assert_eq!(error("a.toml", b"# \xe9\n"), "/a.toml:1:3: is not UTF-8; save the file as UTF-8");
    }

    #[test]
    fn a_file_that_is_not_there_is_named() {
        let error = national(Path::new("/nergens/norm.toml")).unwrap_err();
        assert!(error.to_string().starts_with("/nergens/norm.toml: "), "{error}");
    }
}
