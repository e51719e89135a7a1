//! The programs and libraries that tests run, built once by Cargo.

use std::collections::BTreeMap;
use std::fmt;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::{LazyLock, Once};

use tempfile::TempDir;

use crate::{REGIONS, fixture, workspace};

/// Cargo's target folder, in which this test was built.
pub fn target_folder() -> PathBuf {
    let test = std::env::current_exe().unwrap();
    test.ancestors().nth(3).unwrap().to_owned()
}

/// Where the program and the plugins' native libraries are, by the name of
/// their target, built once. Nothing is downloaded: this test needed the same
/// crates.
fn built(target: &str) -> PathBuf {
    static BUILT: LazyLock<BTreeMap<String, PathBuf>> = LazyLock::new(|| {
        let packages = ["swv", "swv-tests", "swv-hostile-fixture"].map(str::to_owned);
        let plugins = REGIONS.map(|id| format!("swv-region-{id}"));
        let packages = packages.into_iter().chain(plugins).flat_map(|package| ["--package".to_owned(), package]);
        let output = Command::new(env!("CARGO"))
            .args(["build", "--offline", "--message-format", "json-render-diagnostics", "--bin", "swv", "--lib"])
            // There are none: Cargo then chooses the features of dependencies
            // as it does for tests, and what a test was built of is used again.
            .arg("--examples")
            .args(packages)
            .arg("--target-dir")
            .arg(target_folder())
            .current_dir(workspace())
            .stderr(Stdio::inherit())
            .output()
            .unwrap();
        assert!(output.status.success(), "the program or a plugin does not build");
        let messages = String::from_utf8(output.stdout).unwrap();
        messages.lines().filter_map(|line| artefact(&serde_json::from_str(line).unwrap())).collect()
    });
    BUILT[target].clone()
}

/// The program or library that a message of Cargo's tells of.
fn artefact(message: &serde_json::Value) -> Option<(String, PathBuf)> {
    let kind = message["target"]["kind"].as_array()?.first()?.as_str()?;
    let target = message["target"]["name"].as_str()?.replace('-', "_");
    let files = message["filenames"].as_array()?.iter().filter_map(|file| file.as_str().map(PathBuf::from));
    let ending = if kind == "cdylib" { std::env::consts::DLL_EXTENSION } else { std::env::consts::EXE_EXTENSION };
    let mut files = files.filter(|file| file.extension().unwrap_or_default() == ending);
    matches!(kind, "bin" | "cdylib").then(|| files.next()).flatten().map(|file| (target, file))
}

/// The native library of a region of the workspace, or of the fixture `hostile`.
pub fn native_library(id: &str) -> PathBuf {
    match id {
        "hostile" => built("swv_hostile_fixture"),
        _ => built(&format!("swv_region_{}", id.replace('-', "_"))),
    }
}

/// `swv` for one test: no region, cache or setting of the user's own.
pub struct Swv {
    home: TempDir,
    cache: PathBuf,
}

/// What a command answered.
pub struct Answer {
    /// The exit code.
    pub code: i32,
    /// What it printed.
    pub stdout: String,
    /// What it said about it.
    pub stderr: String,
}

impl Swv {
    /// `swv` with folders of its own. What it compiles is kept from test to
    /// test and run to run.
    #[allow(clippy::new_without_default)]
    pub fn new() -> Swv {
        static COMPILED: Once = Once::new();
        let swv = Swv { home: tempfile::tempdir().unwrap(), cache: target_folder().join("tmp/swv-cache") };
        // Tests that start together would each compile every plugin.
        COMPILED.call_once(|| drop(swv.run("regions")));
        swv
    }

    /// `swv` that has compiled nothing yet.
    pub fn with_empty_cache() -> Swv {
        let home = tempfile::tempdir().unwrap();
        let cache = home.path().join("cache");
        Swv { home, cache }
    }

    /// The folder of this test.
    pub fn folder(&self) -> &Path {
        self.home.path()
    }

    /// Writes a file into the folder of this test; gives its path.
    pub fn file(&self, name: &str, bytes: impl AsRef<[u8]>) -> String {
        let path = self.folder().join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::File::create(&path).unwrap().write_all(bytes.as_ref()).unwrap();
        path.display().to_string()
    }

    /// Runs a command line that finds the fixture `hostile` beside the regions.
    pub fn run_hostile(&self, line: &str) -> Answer {
        self.run(&format!("--regions {} {line}", fixture().display()))
    }

    /// Runs a command line; its words are split at blanks.
    pub fn run(&self, line: &str) -> Answer {
        let output = self.command(line).output().unwrap();
        let hidden = |bytes: Vec<u8>| {
            let text = String::from_utf8(bytes).unwrap();
            text.replace(&fixture().display().to_string(), "[FIXTURE]")
                .replace(&self.folder().display().to_string(), "[FOLDER]")
        };
        Answer { code: output.status.code().unwrap(), stdout: hidden(output.stdout), stderr: hidden(output.stderr) }
    }

    /// A command line, not yet run.
    pub fn command(&self, line: &str) -> Command {
        let mut command = Command::new(built("swv"));
        command
            .args(line.split_whitespace())
            .current_dir(self.folder())
            .env_clear()
            .env("HOME", self.folder())
            .env("XDG_CACHE_HOME", &self.cache)
            .env("XDG_DATA_HOME", self.folder().join("data"))
            .env("XDG_CONFIG_HOME", self.folder().join("config"));
        command
    }
}

impl Answer {
    /// The first lines of what it printed.
    pub fn first_lines(mut self, count: usize) -> Answer {
        let all = self.stdout.lines().count();
        let kept: Vec<_> = self.stdout.lines().take(count).collect();
        self.stdout = format!("{}\n[{} more lines]\n", kept.join("\n"), all.saturating_sub(count));
        self
    }
}

impl fmt::Display for Answer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Answer { code, stdout, stderr } = self;
        write!(f, "exit code: {code}\n--- stdout\n{stdout}--- stderr\n{stderr}")
    }
}
