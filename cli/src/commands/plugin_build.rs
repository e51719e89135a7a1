//! `swv plugin build`: from a plugin crate to the plugin of its region folder.

use std::path::Path;

use swv_host::{Digest, PackageFiles, RegionPackage};

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

/// Compares what was built with what is there. Another compiler may give other
/// bytes; that is said, and is no fault.
fn verify(built: &Built, folder: &Path) -> Result<(), CliError> {
    let package = RegionPackage::read(PackageFiles::read_folder(folder)?)?;
    let entry = package.plugin_entry()?;
    let place = folder.join("plugin.wasm");
    let place = place.display();
    if built.source_digest != entry.source_digest {
        return Err(CliError::Differs {
            message: format!("{place}: was built from other sources; build it again with `swv plugin build`"),
        });
    }
    if built.compiler != entry.compiler {
        let (here, there) = (&built.compiler, &entry.compiler);
        eprintln!("{place}: was built by {there}, and here is {here}: the bytes are not compared");
        return Ok(());
    }
    if built.wasm != package.plugin()? {
        return Err(CliError::Differs {
            message: format!(
                "{place}: the same sources and compiler give other bytes; build it again with `swv plugin build`"
            ),
        });
    }
    eprintln!("{place}: the same sources and compiler give the same bytes");
    Ok(())
}
