//! `swv data import duo`: a dataset from DUO's open data.

use indicatif::{ProgressBar, ProgressStyle};
use swv_exchange::dataset_file;
use swv_exchange::duo::{DuoFiles, Progress, import};

use crate::args::{DuoArgs, Global};
use crate::error::CliError;
use crate::files;

pub(crate) fn run(global: &Global, args: &DuoArgs) -> Result<(), CliError> {
    let inputs = [args.postcodes.as_path(), &args.locations, &args.pupils];
    let [postcodes, locations, pupils] = &inputs.map(|path| path.display().to_string());
    let files = DuoFiles {
        postcodes: files::open(&args.postcodes, postcodes)?,
        locations: files::open(&args.locations, locations)?,
        pupils: files::open(&args.pupils, pupils)?,
    };
    let bar = ProgressBar::new(0);
    if let Ok(style) = ProgressStyle::with_template("{msg:12} {wide_bar} {bytes}/{total_bytes}") {
        bar.set_style(style);
    }
    let imported = import(files, &args.swv, args.year, &mut |progress: Progress| {
        bar.set_message(format!("{:?}", progress.file).to_lowercase());
        bar.set_length(progress.total);
        bar.set_position(progress.read);
    });
    bar.finish_and_clear();
    let imported = imported?;
    let json = dataset_file::json(&imported.dataset)?;
    files::write(&args.out, json.as_bytes(), &inputs)?;
    for line in imported.report.lines(global.lang) {
        eprintln!("{line}");
    }
    eprintln!("{}", args.out.display());
    Ok(())
}
