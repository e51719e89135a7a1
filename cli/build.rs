//! Puts the region packages into the program: every folder of `regions/`,
//! whatever its name.

#![allow(clippy::print_stdout)] // Cargo listens there.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

fn main() -> io::Result<()> {
    let regions = Path::new(&env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default()).join("../regions");
    let mut code = String::from("pub(crate) static EMBEDDED: &[EmbeddedPackage] = &[\n");
    for region in sorted(&regions)? {
        let name = region.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let _ = writeln!(code, "    ({name:?}, &[");
        for prefix in ["", "published/"] {
            let folder = region.join(prefix);
            if !folder.is_dir() {
                continue;
            }
            println!("cargo::rerun-if-changed={}", folder.display());
            for file in sorted(&folder)? {
                let file_name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
                if file_name.ends_with(".toml") || file_name == "plugin.wasm" {
                    println!("cargo::rerun-if-changed={}", file.display());
                    let path = fs::canonicalize(&file)?;
                    let _ = writeln!(code, "        ({:?}, include_bytes!({path:?})),", format!("{prefix}{file_name}"));
                }
            }
        }
        code.push_str("    ]),\n");
    }
    code.push_str("];\n");
    println!("cargo::rerun-if-changed={}", regions.display());
    fs::write(Path::new(&env::var_os("OUT_DIR").unwrap_or_default()).join("embedded.rs"), code)
}

/// The folders and files in a folder, in the order of their names.
fn sorted(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut paths = fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<io::Result<Vec<_>>>()?;
    paths.sort();
    Ok(paths)
}
