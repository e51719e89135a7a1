//! `swv procedure`: a region's procedures, listed, shown or drawn.

use swv_core::procedure::Procedure;
use swv_core::{Language, Provenance};

use super::{print_csv, print_json, word};
use crate::args::{Drawing, Format, Global, ProcedureArgs};
use crate::error::CliError;
use crate::regions::Packages;
use crate::show::{procedure, text};
use crate::{files, output};

pub(crate) fn run(global: &Global, args: &ProcedureArgs) -> Result<(), CliError> {
    let procedures = Packages::read(global)?.load(&args.region)?.procedures()?;
    let Some(name) = &args.name else { return list(global, &procedures) };
    let found = procedures.iter().find(|procedure| procedure.id == *name).ok_or_else(|| CliError::NoProcedure {
        region: args.region.clone(),
        name: name.clone(),
        known: procedures.iter().map(|procedure| procedure.id.clone()).collect(),
    })?;
    if args.template {
        return Ok(output::print(&procedure::template(found, global.lang))?);
    }
    match (args.draw, global.format) {
        (Some(drawing), _) => draw(global, args, found, drawing),
        (None, Format::Json) => print_json(found),
        (None, Format::Csv) => print_steps(found, global.lang),
        (None, Format::Table) => Ok(output::print(&procedure::tables(found, global.lang, args.sources))?),
    }
}

fn list(global: &Global, procedures: &[Procedure]) -> Result<(), CliError> {
    match global.format {
        Format::Json => print_json(&procedures),
        Format::Csv => {
            let row = |procedure: &Procedure| {
                let [status, document, section] = source(&procedure.provenance);
                let sectors: Vec<_> = procedure.sectors.iter().map(word).collect();
                vec![
                    procedure.id.clone(),
                    text(global.lang, &procedure.title),
                    sectors.join(", "),
                    procedure.states.len().to_string(),
                    procedure.steps.len().to_string(),
                    status,
                    document,
                    section,
                ]
            };
            let header = ["id", "title", "sectors", "states", "steps", "status", "document", "section"];
            print_csv(&header, procedures.iter().map(row))
        }
        Format::Table => Ok(output::print(&procedure::list(procedures, global.lang))?),
    }
}

/// The steps, one row each.
fn print_steps(procedure: &Procedure, language: Language) -> Result<(), CliError> {
    let mut rows = Vec::new();
    for step in &procedure.steps {
        let [status, document, section] = source(&step.provenance);
        let from = step.from.join(", ");
        let to = step.to.clone().unwrap_or_default();
        let (title, actor) = (text(language, &step.title), text(language, &step.actor));
        rows.push(vec![step.id.clone(), step.event.clone(), title, actor, from, to, status, document, section]);
    }
    print_csv(&["step", "event", "title", "actor", "from", "to", "status", "document", "section"], rows)
}

fn source(provenance: &Provenance) -> [String; 3] {
    let source = provenance.source();
    let part = |part: fn(&swv_core::Source) -> &String| source.map(|source| part(source).clone()).unwrap_or_default();
    [word(&provenance.status()), part(|source| &source.document), part(|source| &source.section)]
}

/// Draws it, into a file or to standard output.
fn draw(global: &Global, args: &ProcedureArgs, procedure: &Procedure, drawing: Drawing) -> Result<(), CliError> {
    let drawn = swv_drawing::draw(procedure, drawing.into(), global.lang)?;
    match &args.out {
        Some(file) => files::write(file, drawn.as_bytes(), &[]),
        None => Ok(output::print(&drawn)?),
    }
}
