//! `swv data import duo`: a dataset from DUO's open data.

use indicatif::{ProgressBar, ProgressStyle};

use crate::args::{DuoArgs, Global};
use crate::dataset_file;
use crate::error::CliError;
use crate::import::{DuoFiles, Progress, import};
use crate::output;

pub(crate) fn run(global: &Global, args: &DuoArgs) -> Result<(), CliError> {
    let files = DuoFiles { locations: &args.locations, pupils: &args.pupils, postcodes: &args.postcodes };
    let bar = ProgressBar::new(0);
    if let Ok(style) = ProgressStyle::with_template("{msg:12} {wide_bar} {bytes}/{total_bytes}") {
        bar.set_style(style);
    }
    let imported = import(&files, &args.swv, args.year, &mut |progress: Progress| {
        bar.set_message(format!("{:?}", progress.file).to_lowercase());
        bar.set_length(progress.total);
        bar.set_position(progress.read);
    });
    bar.finish_and_clear();
    let imported = imported?;
    let json = dataset_file::json(&imported.dataset)?;
    output::write_file(&args.out, json.as_bytes(), &[&args.locations, &args.pupils, &args.postcodes])
        .map_err(|source| CliError::File { path: args.out.clone(), source })?;
    for line in imported.report.lines(global.lang) {
        eprintln!("{line}");
    }
    eprintln!("{}", args.out.display());
    Ok(())
}
