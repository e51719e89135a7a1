//! Public data that is not part of the project.
//!
//! It is looked for in `../shared/data` beside the workspace. Where it is not,
//! the tests that need it fail and say so, unless `SWV_WITHOUT_SHARED_DATA` is 1.

use std::path::{Path, PathBuf};

/// The standard's own full example and the one with parts left out; none where
/// they are not there and `SWV_WITHOUT_SHARED_DATA` is 1.
pub fn oso_examples() -> Option<[PathBuf; 2]> {
    let folder = shared("oso")?;
    Some(["full", "opt_out"].map(|name| folder.join(format!("Voorbeelddossier_PaO_POSWV_{name}.xml"))))
}

/// The standard's full example of a secondary school; none as of
/// [`oso_examples`].
pub fn oso_secondary_example() -> Option<PathBuf> {
    Some(shared("oso")?.join("Voorbeelddossier_PaO_VOSWV_full.xml"))
}

/// DUO's files 02 and 06 and the map of postcodes; none as of [`oso_examples`].
pub fn duo_files() -> Option<[PathBuf; 3]> {
    let folder = shared("duo")?;
    let names = [
        "02.-alle-schoolvestigingen-basisonderwijs.csv",
        "06.-historisch-overzicht-aantal-leerlingen-per-schoolvestiging.csv",
        "postcode4-samenwerkingsverband-2017.csv",
    ];
    Some(names.map(|name| folder.join(name)))
}

/// A folder of public data.
fn shared(name: &str) -> Option<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data").join(name);
    if folder.is_dir() {
        return Some(folder);
    }
    if std::env::var("SWV_WITHOUT_SHARED_DATA").is_ok_and(|value| value == "1") {
        println!("skipped: SWV_WITHOUT_SHARED_DATA is 1 and {} is not there", folder.display());
        return None;
    }
    panic!(
        "{} is not there: put the public data there, or set SWV_WITHOUT_SHARED_DATA=1 to skip the tests that need it",
        folder.display()
    );
}
