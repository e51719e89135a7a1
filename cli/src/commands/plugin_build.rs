//! `swv plugin build`: from a plugin crate to the plugin of its region folder.

use std::path::Path;

use swv_host::{Digest, Host, Limits, PackageFiles, Region, RegionPackage};

use crate::args::PluginBuildArgs;
use crate::error::CliError;
use crate::plugin_build::{Built, build, region_folder_of, write};

pub(crate) fn run(args: &PluginBuildArgs) -> Result<(), CliError> {
    let folder = match &args.region {
        Some(folder) => folder.clone(),
        None => region_folder_of(&args.plugin)?,
    };
    let built = build(&args.plugin)?;
    if args.verify {
        return verify(&built, &folder);
    }
    write(&built, &folder)?;
    eprintln!("{}: {} bytes, {}", folder.join("plugin.wasm").display(), built.wasm.len(), Digest::of(&built.wasm));
    Ok(())
}

/// Compares what was built with what is there: bytes where the compiler is the
/// same, and else every result that the package's own data give.
fn verify(built: &Built, folder: &Path) -> Result<(), CliError> {
    let package = RegionPackage::read(PackageFiles::read_folder(folder)?)?;
    let entry = package.plugin_entry()?;
    let wasm = package.plugin()?;
    let place = folder.join("plugin.wasm").display().to_string();
    let differs =
        |what: &str| CliError::Differs { message: format!("{place}: {what}; build it again with `swv plugin build`") };
    if built.source_digest != entry.source_digest {
        return Err(differs("was built from other sources"));
    }
    if built.compiler == entry.compiler {
        if built.wasm != wasm {
            return Err(differs("the same sources and compiler give other bytes"));
        }
        eprintln!("{place}: the same sources and compiler give the same bytes");
        return Ok(());
    }
    let host = Host::new(Limits::default(), None)?;
    let rebuilt = results(&host.load_with(package.clone(), "the plugin just built", &built.wasm)?)?;
    if results(&host.load(package.clone())?)? != rebuilt {
        return Err(differs("the same sources, built by another compiler, give other results"));
    }
    let (here, there) = (&built.compiler, &entry.compiler);
    eprintln!("{place}: was built by {there}, and here is {here}: bytes not compared, all results are equal");
    Ok(())
}

/// Everything that a region computes from its package alone, or why it does
/// not.
fn results(region: &Region) -> Result<String, CliError> {
    let mut results = Vec::new();
    for sector in &region.description().sectors {
        let budget = region.budget(*sector).map_err(|error| error.to_string());
        results.push((serde_json::to_value(budget)?, serde_json::to_value(region.indicators(*sector)?)?));
    }
    Ok(serde_json::to_string(&results)?)
}
