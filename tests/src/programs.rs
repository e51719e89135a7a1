//! The programs and libraries that tests run, built once by Cargo.

use std::collections::BTreeMap;
use std::fmt;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::{Mutex, Once, OnceLock, PoisonError};

use tempfile::TempDir;

use crate::{fixture, workspace};

/// Cargo's target folder, in which this test was built.
pub fn target_folder() -> PathBuf {
    let test = std::env::current_exe().unwrap();
    test.ancestors().nth(3).unwrap().to_owned()
}

/// Builds a package and gives the files of its last artefact. Nothing is
/// downloaded: this test needed the same crates.
fn build(package: &str, more: &[&str], target: &Path) -> Vec<PathBuf> {
    let output = Command::new(env!("CARGO"))
        .args(["build", "--offline", "--message-format", "json-render-diagnostics"])
        .args(["--package", package])
        .args(more)
        .arg("--target-dir")
        .arg(target)
        .current_dir(workspace())
        .stderr(Stdio::inherit())
        .output()
        .unwrap();
    assert!(output.status.success(), "{package} does not build");
    let name = package.replace('-', "_");
    let made = String::from_utf8(output.stdout).unwrap();
    let artefact = made
        .lines()
        .map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap())
        .filter(|message| message["reason"] == "compiler-artifact")
        .rfind(|message| message["target"]["name"].as_str().map(|name| name.replace('-', "_")) == Some(name.clone()))
        .unwrap();
    let files = artefact["filenames"].as_array().unwrap();
    files.iter().map(|file| PathBuf::from(file.as_str().unwrap())).collect()
}

/// The native library of a region of the workspace, or of the fixture `hostile`.
pub fn native_library(id: &str) -> PathBuf {
    static BUILT: Mutex<BTreeMap<String, PathBuf>> = Mutex::new(BTreeMap::new());
    let mut built = BUILT.lock().unwrap_or_else(PoisonError::into_inner);
    built.entry(id.to_owned()).or_insert_with(|| build_native(id)).clone()
}

fn build_native(id: &str) -> PathBuf {
    let package = match id {
        "hostile" => "swv-hostile-fixture".to_owned(),
        _ => format!("swv-region-{id}"),
    };
    let files = build(&package, &["--lib"], &target_folder().join("native-plugins"));
    let ending = std::env::consts::DLL_EXTENSION;
    let is_library = |file: &PathBuf| file.extension().is_some_and(|found| found == ending);
    files.into_iter().find(is_library).unwrap()
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
        let output = Command::new(program())
            .args(line.split_whitespace())
            .current_dir(self.folder())
            .env_clear()
            .env("HOME", self.folder())
            .env("XDG_CACHE_HOME", &self.cache)
            .env("XDG_DATA_HOME", self.folder().join("data"))
            .env("XDG_CONFIG_HOME", self.folder().join("config"))
            .output()
            .unwrap();
        let hidden = |bytes: Vec<u8>| {
            let text = String::from_utf8(bytes).unwrap();
            text.replace(&fixture().display().to_string(), "[FIXTURE]")
                .replace(&self.folder().display().to_string(), "[FOLDER]")
        };
        Answer { code: output.status.code().unwrap(), stdout: hidden(output.stdout), stderr: hidden(output.stderr) }
    }
}

fn program() -> &'static Path {
    static PROGRAM: OnceLock<PathBuf> = OnceLock::new();
    PROGRAM.get_or_init(|| build("swv", &["--bin", "swv"], &target_folder()).remove(0))
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
