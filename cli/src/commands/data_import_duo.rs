//! `swv data import duo`: a dataset from DUO's open data.

use std::path::PathBuf;

use clap::Args;
use swv_core::{CalendarYear, SwvNumber};
use swv_exchange::dataset_file;
use swv_exchange::duo::{DuoFiles, Progress, import};

use crate::error::CliError;
use crate::files;
use crate::ui::Ui;

/// From DUO's open data on schools and pupils
#[derive(Args)]
#[command(after_help = "\
Example:
  swv data import duo --locations 02.csv --pupils 06.csv --postcodes map.csv --swv PO2704 --out zk.json

The files are DUO's own downloads, as they are:
  --locations  02.-alle-schoolvestigingen-basisonderwijs.csv
  --pupils     06.-historisch-overzicht-aantal-leerlingen-per-schoolvestiging.csv
  --postcodes  postcode areas with their samenwerkingsverbanden: pc4;gemeente;swv_po;swv_vo")]
pub(crate) struct DuoArgs {
    /// DUO's file 02, all locations of primary schools
    #[arg(long, value_name = "FILE")]
    locations: PathBuf,
    /// DUO's file 06, pupils per location
    #[arg(long, value_name = "FILE")]
    pupils: PathBuf,
    /// The map from postcode areas to samenwerkingsverbanden
    #[arg(long, value_name = "FILE")]
    postcodes: PathBuf,
    /// The samenwerkingsverband whose schools to take
    #[arg(long, value_name = "NUMBER")]
    swv: SwvNumber,
    /// The year of the count; the latest in the file if not given
    #[arg(long)]
    year: Option<CalendarYear>,
    /// Where to write the dataset
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
}

pub(crate) fn run(ui: &mut Ui, args: &DuoArgs) -> Result<(), CliError> {
    let inputs = [args.postcodes.as_path(), &args.locations, &args.pupils];
    let [postcodes, locations, pupils] = &inputs.map(|path| path.display().to_string());
    let files = DuoFiles {
        postcodes: files::open(&args.postcodes, postcodes)?,
        locations: files::open(&args.locations, locations)?,
        pupils: files::open(&args.pupils, pupils)?,
    };
    let bar = ui.progress();
    let imported = import(files, &args.swv, args.year, &mut |progress: Progress| {
        bar.set_message(format!("{:?}", progress.file).to_lowercase());
        bar.set_length(progress.total);
        bar.set_position(progress.read);
    });
    bar.finish_and_clear();
    let imported = imported?;
    let json = dataset_file::json(&imported.dataset)?;
    files::write(&args.out, json.as_bytes(), &inputs)?;
    for line in imported.report.lines(ui.language) {
        ui.note(&line);
    }
    ui.note(&args.out.display().to_string());
    Ok(())
}
