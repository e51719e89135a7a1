//! `swv case import-oso`: a case file of an OSO dossier, or a new key.

use std::io;
use std::path::Path;

use swv_core::procedure::Procedure;
use swv_core::{Language, RegionId, SwvNumber};
use swv_host::Region;

use super::written;
use crate::args::{Format, Global, ImportOsoArgs};
use crate::commands::print_json;
use crate::error::CliError;
use crate::oso::{self, CaseOf, Key, OsoCase, OsoError, SECTOR};
use crate::output;
use crate::regions::Packages;
use crate::show::say;

pub(super) fn run(global: &Global, args: &ImportOsoArgs) -> Result<(), CliError> {
    match (&args.new_key, &args.dossier, &args.region, &args.key_file) {
        (Some(file), ..) => new_key(global, file),
        (None, Some(dossier), Some(region), Some(key)) => {
            let imported = import(global, args, dossier, region, key)?;
            write(global, args, &imported, &[dossier, key])
        }
        _ => Err(CliError::CaseTargets { expected: "import-oso DOSSIER --region REGION --key-file FILE" }),
    }
}

fn new_key(global: &Global, file: &Path) -> Result<(), CliError> {
    Key::create(file).map_err(OsoError::from)?;
    let advice = say(
        global.lang,
        "nieuwe sleutel: houd hem geheim en bewaar hem; zonder deze sleutel zijn dezelfde pseudoniemen niet opnieuw te maken",
        "new key: keep it secret, and keep it; without it the same pseudonyms cannot be made again",
    );
    eprintln!("{}", output::harmless(&format!("{}: {advice}", file.display())));
    Ok(())
}

fn import(
    global: &Global,
    args: &ImportOsoArgs,
    dossier: &Path,
    region: &RegionId,
    key: &Path,
) -> Result<OsoCase, CliError> {
    let key = Key::read(key).map_err(OsoError::from)?;
    let region = Packages::read(global)?.load(region)?;
    let procedure = procedure(&region, &args.procedure)?;
    let imported = oso::import(dossier, &key, &number(&region)?)?;
    let of = CaseOf { region: region.id(), procedure: &procedure, enrolled_in: args.enrolled_in.clone() };
    Ok(imported.into_case(dossier, of)?)
}

/// The procedure of that id among those of the sector.
fn procedure(region: &Region, name: &str) -> Result<Procedure, CliError> {
    let mut procedures = region.procedures()?;
    procedures.retain(|procedure| procedure.sectors.contains(&SECTOR));
    let known = procedures.iter().map(|procedure| procedure.id.clone()).collect();
    let no_procedure = || CliError::NoProcedure { region: region.id().clone(), name: name.to_owned(), known };
    procedures.into_iter().find(|procedure| procedure.id == name).ok_or_else(no_procedure)
}

/// The samenwerkingsverband to which the dossier was sent.
fn number(region: &Region) -> Result<SwvNumber, CliError> {
    let entry = region.package().manifest.swv.iter().find(|entry| entry.sector == SECTOR);
    let no_swv = || CliError::NoSwv { region: region.id().clone(), sector: SECTOR };
    entry.map(|entry| entry.number.clone()).ok_or_else(no_swv)
}

/// Writes the report and the case, and says what became of the dossier.
fn write(global: &Global, args: &ImportOsoArgs, imported: &OsoCase, inputs: &[&Path]) -> Result<(), CliError> {
    if let (Some(out), Some(report)) = (&args.out, &args.report)
        && out == report
    {
        return Err(CliError::SameFile { path: out.clone() });
    }
    let into = |path: &Path, text: String, inputs: &[&Path]| {
        let failed = |source: io::Error| CliError::File { path: path.to_owned(), source };
        output::write_file(path, text.as_bytes(), inputs).map_err(failed)
    };
    if let Some(path) = &args.report {
        into(path, serde_json::to_string_pretty(&imported.report)? + "\n", inputs)?;
    }
    match &args.out {
        Some(path) => {
            let inputs: Vec<&Path> = inputs.iter().copied().chain(args.report.as_deref()).collect();
            into(path, text(imported, is_json(path), global.lang)?, &inputs)?;
        }
        None if global.format == Format::Json => print_json(&imported.case)?,
        None => output::print(&text(imported, false, global.lang)?)?,
    }
    for line in imported.report.lines(global.lang) {
        eprintln!("{}", output::harmless(&line));
    }
    Ok(())
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
