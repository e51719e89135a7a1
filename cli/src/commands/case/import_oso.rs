//! `swv case import-oso`: a case file of an OSO dossier, or a new key.

use std::fs::{self, OpenOptions};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use clap::Args;
use swv_core::procedure::Procedure;
use swv_core::{Language, RegionId, Sector, SwvNumber};
use swv_exchange::Place;
use swv_exchange::oso::{self, CaseOf, Key, KeyErrorKind, MIN_KEY_BYTES, OsoCase};
use swv_host::Region;

use super::written;
use crate::args::Global;
use crate::error::CliError;
use crate::files;
use crate::regions::Packages;
use crate::show::say;
use crate::ui::Ui;

/// Make a case file of an OSO dossier
///
/// Reads a request of a school to its samenwerkingsverband (OSO 2019.1, profiles POSWV and VOSWV). A pseudonym takes the
/// place of the pupil. What identifies a person, was left out of the exchange, or is not asked for by the procedure
/// is not kept; a report on stderr names each by its path. What the dossier does not tell stands in the case file as
/// a comment, to be filled in.
#[derive(Args)]
#[command(
    override_usage = "\
swv case import-oso [OPTIONS] --region <REGION> --key-file <FILE> <DOSSIER>
       swv case import-oso --new-key <FILE>",
    after_help = "\
Examples:
  swv case import-oso --new-key sleutel.txt
  swv case import-oso dossier.xml --region almere --key-file sleutel.txt --out zaak.toml
  swv case import-oso dossier.xml --region almere --key-file sleutel.txt --report verslag.json
  swv case almere zaak.toml --as-of 2025-03-01

The key makes the pseudonyms: with the same key, the same pupil of the same school
has the same one. Keep it secret, and keep it."
)]
pub(super) struct ImportOsoArgs {
    /// The dossier
    #[arg(value_name = "DOSSIER", required_unless_present = "new_key")]
    dossier: Option<PathBuf>,
    /// The region whose procedure the case follows
    #[arg(long, value_name = "REGION", required_unless_present = "new_key")]
    region: Option<RegionId>,
    /// The file of the key of the pseudonyms
    #[arg(long, value_name = "FILE", required_unless_present = "new_key")]
    key_file: Option<PathBuf>,
    /// The procedure's id
    #[arg(long, value_name = "NAME", default_value = "toelaatbaarheidsverklaring")]
    procedure: String,
    /// The samenwerkingsverband of the school that sends the dossier, which does not tell it
    #[arg(long, value_name = "NUMBER")]
    enrolled_in: Option<SwvNumber>,
    /// Where to write the case: TOML, or JSON where the name ends so; to standard output if not given
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
    /// Where to write the report as JSON
    #[arg(long, value_name = "FILE")]
    report: Option<PathBuf>,
    /// Make a new key in a file that is not there yet, and no more
    #[arg(
        long,
        value_name = "FILE",
        conflicts_with_all = ["dossier", "region", "key_file", "procedure", "enrolled_in", "out", "report"]
    )]
    new_key: Option<PathBuf>,
}

pub(super) fn run(ui: &mut Ui, global: &Global, args: &ImportOsoArgs) -> Result<(), CliError> {
    match (&args.new_key, &args.dossier, &args.region, &args.key_file) {
        (Some(file), ..) => new_key(ui, file),
        (None, Some(dossier), Some(region), Some(key)) => {
            let imported = import(ui, global, args, dossier, region, key)?;
            write(ui, args, &imported, &[dossier, key])
        }
        _ => Err(CliError::CaseTargets { expected: "import-oso DOSSIER --region REGION --key-file FILE" }),
    }
}

fn new_key(ui: &mut Ui, file: &Path) -> Result<(), CliError> {
    create_key(file)?;
    let advice = say(
        ui.language,
        "nieuwe sleutel: houd hem geheim en bewaar hem; zonder deze sleutel zijn dezelfde pseudoniemen niet opnieuw te maken",
        "new key: keep it secret, and keep it; without it the same pseudonyms cannot be made again",
    );
    ui.note(&format!("{}: {advice}", file.display()));
    Ok(())
}

/// Writes a new key to a file that is not there yet, for its owner only.
fn create_key(path: &Path) -> Result<(), CliError> {
    let mut random = [0; MIN_KEY_BYTES];
    getrandom::fill(&mut random).map_err(CliError::NoRandom)?;
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt as _;
        options.mode(0o600);
    }
    let mut file = options.open(path).map_err(|source| match source.kind() {
        io::ErrorKind::AlreadyExists => CliError::KeyExists { path: path.to_owned() },
        _ => files::failed(path)(source),
    })?;
    file.write_all(Key::new_file(&random).as_bytes()).and_then(|()| file.sync_all()).map_err(|source| {
        // Half a key is worse than none; what else fails here is the same.
        let _ = fs::remove_file(path);
        files::failed(path)(source)
    })
}

fn import(
    ui: &mut Ui,
    global: &Global,
    args: &ImportOsoArgs,
    dossier: &Path,
    region: &RegionId,
    key: &Path,
) -> Result<OsoCase, CliError> {
    let name = key.display().to_string();
    let opened = files::open(key, &name).map_err(|error| match error {
        CliError::File { source, .. } => CliError::Key(Place::file(&name).error(KeyErrorKind::Read { source })),
        other => other,
    })?;
    let key = Key::read(&name, opened.bytes)?;
    let region = Packages::read(ui, global)?.load(region)?;
    let name = dossier.display().to_string();
    let sector = oso::sector_of(files::open(dossier, &name)?)?;
    let swv = number(&region, sector)?;
    let procedure = procedure(&region, sector, &args.procedure)?;
    let of = CaseOf { region: region.id(), procedure: &procedure, swv: &swv, enrolled_in: args.enrolled_in.clone() };
    Ok(oso::import(files::open(dossier, &name)?, &key, &of)?)
}

/// The newest version of the procedure of that id, if it is of the sector.
fn procedure(region: &Region, sector: Sector, name: &str) -> Result<Procedure, CliError> {
    let of_sector = || region.procedures().map(|stated| stated.iter().filter(|one| one.sectors.contains(&sector)));
    if of_sector()?.any(|procedure| procedure.id == name) {
        return Ok(region.procedure(name, None)?.0);
    }
    let known = of_sector()?.map(|procedure| procedure.id.clone()).collect();
    Err(CliError::NoProcedure { region: region.id().clone(), name: name.to_owned(), known })
}

/// The samenwerkingsverband to which the dossier was sent.
fn number(region: &Region, sector: Sector) -> Result<SwvNumber, CliError> {
    let entry = region.package().manifest.swv.iter().find(|entry| entry.sector == sector);
    let no_swv = || CliError::NoSwv { region: region.id().clone(), sector };
    entry.map(|entry| entry.number.clone()).ok_or_else(no_swv)
}

/// Writes the report and the case, and says what became of the dossier.
fn write(ui: &mut Ui, args: &ImportOsoArgs, imported: &OsoCase, inputs: &[&Path]) -> Result<(), CliError> {
    if let (Some(out), Some(report)) = (&args.out, &args.report)
        && out == report
    {
        return Err(CliError::SameFile { path: out.clone() });
    }
    if let Some(path) = &args.report {
        files::write(path, (serde_json::to_string_pretty(&imported.report)? + "\n").as_bytes(), inputs)?;
    }
    match &args.out {
        Some(path) => {
            let inputs: Vec<&Path> = inputs.iter().copied().chain(args.report.as_deref()).collect();
            files::write(path, text(imported, is_json(path), ui.language)?.as_bytes(), &inputs)?;
        }
        None => ui.show_as(&imported.case, &written::toml(imported, ui.language))?,
    }
    ui.report(&imported.report.lines(ui.language))
}

fn is_json(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("json"))
}

fn text(imported: &OsoCase, json: bool, language: Language) -> Result<String, CliError> {
    match json {
        true => Ok(serde_json::to_string_pretty(&imported.case)? + "\n"),
        false => Ok(written::toml(imported, language)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_new_key_is_random_private_and_never_written_over_a_file() {
        let folder = tempfile::tempdir().unwrap();
        let (one, other) = (folder.path().join("een"), folder.path().join("twee"));
        create_key(&one).unwrap();
        create_key(&other).unwrap();
        let text = fs::read_to_string(&one).unwrap();
        assert_eq!(text.len(), 2 * MIN_KEY_BYTES + 1);
        assert_ne!(text, fs::read_to_string(&other).unwrap());
        assert!(Key::read("een", text.as_bytes()).is_ok());
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt as _;
            assert_eq!(fs::metadata(&one).unwrap().permissions().mode() & 0o777, 0o600);
        }
        let again = create_key(&one).unwrap_err();
        assert!(matches!(again, CliError::KeyExists { .. }), "{again}");
        assert_eq!(fs::read_to_string(&one).unwrap(), text);
        let nowhere = create_key(&folder.path().join("nergens/sleutel")).unwrap_err();
        assert!(matches!(nowhere, CliError::File { .. }), "{nowhere}");
    }
}
