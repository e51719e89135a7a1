//! Which compiler builds WebAssembly on this machine.

use std::path::{Path, PathBuf};
use std::process::Command;

use super::BuildError;

pub(super) const TARGET: &str = "wasm32-unknown-unknown";

/// Debian's own programs: the proxies of rustup may stand first on `PATH`.
const DEBIAN_CARGO: &str = "/usr/bin/cargo";
const DEBIAN_RUSTC: &str = "/usr/bin/rustc";

/// A compiler that can build WebAssembly.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Toolchain {
    /// The Rust on `PATH`, which has the target's standard library.
    Installed,
    /// Debian's Rust, which builds the standard library from its source.
    Debian,
}

impl Toolchain {
    /// The first toolchain that is complete.
    pub(crate) fn find() -> Option<Toolchain> {
        let installed = sysroot("rustc").is_some_and(|root| root.join("lib/rustlib").join(TARGET).join("lib").is_dir());
        if installed {
            return Some(Toolchain::Installed);
        }
        let source = sysroot(DEBIAN_RUSTC)?.join("lib/rustlib/src/rust/library/Cargo.lock");
        let linker = ["/usr/bin/wasm-ld", "/usr/local/bin/wasm-ld"].iter().any(|path| Path::new(path).is_file());
        (source.is_file() && linker && Path::new(DEBIAN_CARGO).is_file()).then_some(Toolchain::Debian)
    }

    /// Cargo with this compiler. Paths of this machine are mapped to fixed
    /// ones, so that the bytes do not depend on the folder.
    pub(super) fn cargo(self, workspace: &Path) -> Command {
        let mut command = Command::new(match self {
            Toolchain::Installed => "cargo",
            Toolchain::Debian => DEBIAN_CARGO,
        });
        // What a surrounding `cargo run` sets is meant for the host's build.
        for name in ["CARGO", "RUSTC", "RUSTC_WRAPPER", "RUSTFLAGS", "CARGO_ENCODED_RUSTFLAGS", "CARGO_BUILD_TARGET"] {
            command.env_remove(name);
        }
        let mut flags = vec![format!("--remap-path-prefix={}=/plugin", workspace.display())];
        if let Some(home) = cargo_home() {
            flags.push(format!("--remap-path-prefix={}=/cargo", home.display()));
        }
        if let Some(root) = sysroot(self.rustc()) {
            flags.push(format!("--remap-path-prefix={}/lib/rustlib/src/rust=/rust", root.display()));
        }
        if self == Toolchain::Debian {
            flags.push("-Clinker=wasm-ld".to_owned());
            command.env("RUSTC", DEBIAN_RUSTC).env("RUSTC_BOOTSTRAP", "1").args(["-Z", "build-std=std,panic_abort"]);
        }
        for setting in
            ["opt-level=\"z\"", "lto=true", "codegen-units=1", "panic=\"abort\"", "strip=true", "debug=false"]
        {
            command.arg("--config").arg(format!("profile.release.{setting}"));
        }
        command.env("CARGO_ENCODED_RUSTFLAGS", flags.join("\x1f"));
        command
    }

    /// What the compiler calls itself.
    pub(crate) fn compiler(self) -> Result<String, BuildError> {
        let program = self.rustc();
        let started = Command::new(program).arg("--version").output();
        let output = started.map_err(|source| BuildError::Start { program, source })?;
        let text = String::from_utf8(output.stdout);
        Ok(text.map_err(|error| BuildError::Answer { program, source: error.into() })?.trim().to_owned())
    }

    fn rustc(self) -> &'static str {
        match self {
            Toolchain::Installed => "rustc",
            Toolchain::Debian => DEBIAN_RUSTC,
        }
    }
}

fn sysroot(rustc: &str) -> Option<PathBuf> {
    let output = Command::new(rustc).args(["--print", "sysroot"]).output().ok()?;
    let text = String::from_utf8(output.stdout).ok()?;
    (output.status.success() && !text.trim().is_empty()).then(|| PathBuf::from(text.trim()))
}

fn cargo_home() -> Option<PathBuf> {
    let home = || std::env::var_os("HOME").map(|home| PathBuf::from(home).join(".cargo"));
    std::env::var_os("CARGO_HOME").map(PathBuf::from).or_else(home)
}
