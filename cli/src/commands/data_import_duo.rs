//! `swv data import duo`: a dataset from DUO's open data.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

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
Examples:
  swv data import duo --swv PO2704 --locations 02.csv 09.csv --pupils 06.csv --postcodes map.csv --out zk.json
  swv data import duo --swv VO2401 --locations 02-vo.csv --pupils 01-vo-2024.csv --postcodes map.csv --out vo.json

The files are DUO's own downloads, as they are; each is known by its header:
  --locations  primary: 02.-alle-schoolvestigingen-basisonderwijs.csv, and for special schools
               09.-alle-vestigingen-sbo-so-en-vso.csv; secondary: 02.-alle-vestigingen-vo.csv
  --pupils     primary: 06.-historisch-overzicht-aantal-leerlingen-per-schoolvestiging.csv
               secondary: 01.-leerlingen-vo-per-vestiging-naar-onderwijstype-YEAR.csv
  --postcodes  postcode areas with their samenwerkingsverbanden: pc4;gemeente;swv_po;swv_vo
  --members    DUO's list of the schools of each samenwerkingsverband, beside the postcodes or instead of them")]
pub(crate) struct DuoArgs {
    /// DUO's files of locations
    #[arg(long, value_name = "FILE", required = true, num_args = 1..)]
    locations: Vec<PathBuf>,
    /// DUO's file of pupils per location
    #[arg(long, value_name = "FILE", required = true, num_args = 1..)]
    pupils: Vec<PathBuf>,
    /// The map from postcode areas to samenwerkingsverbanden
    #[arg(long, value_name = "FILE", required_unless_present = "members")]
    postcodes: Option<PathBuf>,
    /// DUO's list of the schools of each samenwerkingsverband
    #[arg(long, value_name = "FILE")]
    members: Option<PathBuf>,
    /// The samenwerkingsverband whose schools to take
    #[arg(long, value_name = "NUMBER")]
    swv: SwvNumber,
    /// The year of the count; if not given the latest in the file, or the one in its name
    #[arg(long)]
    year: Option<CalendarYear>,
    /// Where to write the dataset
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
    /// Where to write as JSON what became of every row
    #[arg(long, value_name = "FILE")]
    report: Option<PathBuf>,
}

pub(crate) fn run(ui: &mut Ui, args: &DuoArgs) -> Result<(), CliError> {
    let all = args.locations.iter().chain(&args.pupils).chain(&args.postcodes).chain(&args.members);
    let inputs: Vec<&Path> = all.map(PathBuf::as_path).collect();
    let names: BTreeMap<&Path, String> = inputs.iter().map(|path| (*path, path.display().to_string())).collect();
    let open = |path: &'_ PathBuf| files::open(path, names.get(path.as_path()).map_or("", String::as_str));
    let files = DuoFiles {
        locations: args.locations.iter().map(open).collect::<Result<_, _>>()?,
        pupils: args.pupils.iter().map(open).collect::<Result<_, _>>()?,
        postcodes: args.postcodes.as_ref().map(open).transpose()?,
        members: args.members.as_ref().map(open).transpose()?,
    };
    let bar = ui.progress();
    let imported = import(files, &args.swv, args.year, &mut |progress: Progress| {
        bar.set_message(progress.file);
        bar.set_length(progress.total);
        bar.set_position(progress.read);
    });
    bar.finish_and_clear();
    let imported = imported?;
    if args.report.as_ref() == Some(&args.out) {
        return Err(CliError::SameFile { path: args.out.clone() });
    }
    if let Some(report) = &args.report {
        let json = serde_json::to_string_pretty(&imported.report)? + "\n";
        files::write(report, json.as_bytes(), &inputs)?;
    }
    let json = dataset_file::json(&imported.dataset)?;
    files::write(&args.out, json.as_bytes(), &inputs)?;
    let mut lines = imported.report.lines(ui.language);
    lines.push(args.out.display().to_string());
    ui.report(&lines)
}
