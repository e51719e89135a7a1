//! `swv plugin build`: from a plugin crate to the plugin of its region folder.

use std::fs;
use std::path::{Path, PathBuf};

use clap::Args;
use swv_core::Capability;
use swv_host::{Digest, Host, Limits, Region, RegionPackage, read_folder};
use swv_testkit::CasesFile;

use super::Outcome;
use crate::error::CliError;
use crate::files;
use crate::plugin_build::{Built, build, region_folder_of, write};
use crate::ui::Ui;

/// Build a plugin crate into its region folder
#[derive(Args)]
#[command(after_help = "\
Examples:
  swv plugin build plugins/almere
  swv plugin build plugins/almere --region regions/almere
  swv plugin build plugins/almere --verify    rebuild and compare with what is there")]
pub(crate) struct PluginBuildArgs {
    /// The folder of the plugin crate
    #[arg(value_name = "CRATE")]
    plugin: PathBuf,
    /// The region folder; `regions/NAME` of the workspace if not given
    #[arg(long, value_name = "DIR")]
    region: Option<PathBuf>,
    /// Write nothing: compare what is built with what is there
    #[arg(long)]
    verify: bool,
}

pub(crate) fn run(ui: &mut Ui, args: &PluginBuildArgs) -> Result<Outcome, CliError> {
    let folder = match &args.region {
        Some(folder) => folder.clone(),
        None => region_folder_of(&args.plugin)?,
    };
    let built = build(&args.plugin)?;
    if args.verify {
        return verify(ui, &built, &folder);
    }
    write(&built, &folder)?;
    let place = folder.join("plugin.wasm");
    ui.note(&format!("{}: {} bytes, {}", place.display(), built.wasm.len(), Digest::of(&built.wasm)));
    Ok(Outcome::Done)
}

/// Compares what was built with what is there: bytes where the compiler is the
/// same, and else every result that the package's own data give.
fn verify(ui: &mut Ui, built: &Built, folder: &Path) -> Result<Outcome, CliError> {
    let package = RegionPackage::read(read_folder(folder)?)?;
    let entry = package.plugin_entry()?;
    let wasm = package.plugin()?;
    let place = folder.join("plugin.wasm").display().to_string();
    let mut found = |what: &str| {
        ui.note(&format!("{place}: {what}; build it again with `swv plugin build`"));
        Ok(Outcome::Found)
    };
    if built.source_digest != entry.source_digest {
        return found("was built from other sources");
    }
    if built.compiler == entry.compiler {
        if built.wasm != wasm {
            return found("the same sources and compiler give other bytes");
        }
        ui.note(&format!("{place}: the same sources and compiler give the same bytes"));
        return Ok(Outcome::Done);
    }
    let host = Host::new(Limits::default(), None)?;
    let rebuilt = results(&host.load_with(package.clone(), "the plugin just built", &built.wasm)?, folder)?;
    if results(&host.load(package.clone())?, folder)? != rebuilt {
        return found("the same sources, built by another compiler, give other results");
    }
    let (here, there) = (&built.compiler, &entry.compiler);
    ui.note(&format!(
        "{place}: was built by {there}, and here is {here}: bytes not compared; budgets, key figures, norms and cases are equal"
    ));
    Ok(Outcome::Done)
}

/// What a region computes from its package and its cases, or why it does not.
fn results(region: &Region, folder: &Path) -> Result<String, CliError> {
    let mut results = Vec::new();
    for sector in &region.description().sectors {
        let budget = region.budget(*sector).map_err(|error| error.to_string());
        results.push(serde_json::to_value(budget)?);
        results.push(serde_json::to_value(region.indicators(*sector)?)?);
        if region.plugin().can(Capability::Norm) {
            results.push(serde_json::to_value(region.norm(*sector)?)?);
        }
    }
    let cases = folder.join("cases");
    if cases.is_dir() {
        for entry in fs::read_dir(&cases).map_err(files::failed(&cases))? {
            let path = entry.map_err(files::failed(&cases))?.path();
            if path.file_name().is_some_and(|name| name != "allocation.toml") {
                // The host judges the cases of a norm; the norm itself is compared above.
                continue;
            }
            let file: CasesFile = files::typed(&path, "cases")?;
            results.push(serde_json::to_value(swv_testkit::allocations(region, &file))?);
        }
    }
    Ok(serde_json::to_string(&results)?)
}
