//! What a plugin's build script does.

#![allow(clippy::print_stdout)] // Cargo listens there.

use std::path::{Path, PathBuf};
use std::{env, fs, process};

use lz4_flex::block::compress_prepend_size;

use crate::{Regulation, read};

/// Reads the regulation of the plugin that is being built, and writes it where
/// `swv_plugin::regulation!` takes it in. It is the whole of a build script:
///
/// ```no_run
/// swv_regulation::embed();
/// ```
///
/// Where something is wrong it says what, with file, line and column, and the
/// build stops.
#[allow(clippy::print_stdout)] // Cargo listens there.
pub fn embed() {
    let folder = |name: &str| env::var_os(name).map(PathBuf::from).unwrap_or_default();
    let (plugin, out) = (folder("CARGO_MANIFEST_DIR"), folder("OUT_DIR"));
    // The whole folder: a file that is new has to be seen too.
    println!("cargo::rerun-if-changed=.");
    let told: Vec<String> = match read(&plugin) {
        Ok(regulation) => match write(&regulation, &out) {
            Ok(()) => return,
            Err(error) => vec![format!("{}: {error}", out.display())],
        },
        Err(faults) => faults.0.iter().map(|fault| format!("{}/{fault}", plugin.display())).collect(),
    };
    for line in told {
        println!("cargo::error={line}");
    }
    process::exit(1);
}

fn write(regulation: &Regulation, out: &Path) -> std::io::Result<()> {
    let embedded =
        |document: &Option<String>| compress_prepend_size(document.as_deref().unwrap_or_default().as_bytes());
    fs::write(out.join("procedures.lz4"), embedded(&regulation.procedures))?;
    fs::write(out.join("norm.lz4"), embedded(&regulation.norm))?;
    fs::write(out.join("quantities.rs"), &regulation.quantities)?;
    fs::write(out.join("attributes.rs"), &regulation.attributes)?;
    fs::write(out.join("checks.rs"), &regulation.checks)
}
