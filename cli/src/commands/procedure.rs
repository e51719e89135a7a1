//! `swv procedure`: a region's procedures, listed, shown or drawn.

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use serde::Serialize;
use swv_core::procedure::{Applies, Procedure};
use swv_core::{Date, Language, Provenance, RegionId};

use super::word;
use crate::args::{Global, day};
use crate::error::CliError;
use crate::files;
use crate::regions::Packages;
use crate::show::{Page, Rows, Shown, procedure, text};
use crate::ui::Ui;

/// Show or draw a region's procedures: states, steps, what they need, terms and money
#[derive(Args)]
#[command(after_help = "\
Examples:
  swv procedure almere
  swv procedure almere toelaatbaarheidsverklaring --sources
  swv procedure almere toelaatbaarheidsverklaring --template > zaak.toml
  swv procedure almere toelaatbaarheidsverklaring --draw svg --out tlv.svg
  swv --lang en procedure almere zorgplicht --draw mermaid")]
pub(crate) struct ProcedureArgs {
    /// The region's id
    region: RegionId,
    /// The procedure's id; none lists the procedures
    name: Option<String>,
    /// The day on which it holds; the newest version if not given
    #[arg(long, value_name = "DATE", value_parser = day, requires = "name")]
    as_of: Option<Date>,
    /// List the document and section of every part below the tables
    #[arg(long, requires = "name")]
    sources: bool,
    /// Draw it instead: states, and the steps between them
    #[arg(long, requires = "name", conflicts_with = "sources")]
    draw: Option<Drawing>,
    /// Print a case file of it to fill in
    #[arg(long, requires = "name", conflicts_with_all = ["sources", "draw"])]
    template: bool,
    /// Where to write the drawing; to standard output if not given
    #[arg(long, value_name = "FILE", requires = "draw")]
    out: Option<PathBuf>,
}

/// What a procedure can be drawn in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Drawing {
    /// Text that Mermaid draws, in Markdown among others
    Mermaid,
    /// A picture
    Svg,
}

impl From<Drawing> for swv_drawing::Drawing {
    fn from(drawing: Drawing) -> swv_drawing::Drawing {
        match drawing {
            Drawing::Mermaid => swv_drawing::Drawing::Mermaid,
            Drawing::Svg => swv_drawing::Drawing::Svg,
        }
    }
}

pub(crate) fn run(ui: &mut Ui, global: &Global, args: &ProcedureArgs) -> Result<(), CliError> {
    let region = Packages::read(ui, global)?.load(&args.region)?;
    let procedures = region.procedures()?;
    let Some(name) = &args.name else { return ui.show(procedures) };
    if procedures.iter().all(|procedure| procedure.id != *name) {
        let known = procedures.iter().map(|procedure| procedure.id.clone()).collect();
        return Err(CliError::NoProcedure { region: args.region.clone(), name: name.clone(), known });
    }
    let (found, applies) = &region.procedure(name, args.as_of)?;
    match args.draw {
        _ if args.template => ui.text(&procedure::template(found, ui.language)),
        Some(drawing) => draw(ui, args, found, drawing),
        None => ui.show(&Stated { procedure: found, applies, sources: args.sources }),
    }
}

/// Draws it, into a file or to standard output.
fn draw(ui: &mut Ui, args: &ProcedureArgs, procedure: &Procedure, drawing: Drawing) -> Result<(), CliError> {
    let drawn = swv_drawing::draw(procedure, drawing.into(), ui.language)?;
    match &args.out {
        Some(file) => files::write(file, drawn.as_bytes(), &[]),
        None => ui.text(&drawn),
    }
}

impl Shown for [Procedure] {
    fn rows(&self, language: Language) -> Rows {
        let row = |procedure: &Procedure| {
            let [status, document, section] = source(&procedure.provenance);
            let sectors: Vec<_> = procedure.sectors.iter().map(word).collect();
            vec![
                procedure.id.clone(),
                text(language, &procedure.title),
                sectors.join(", "),
                procedure.states.len().to_string(),
                procedure.steps.len().to_string(),
                status,
                document,
                section,
            ]
        };
        let header = ["id", "title", "sectors", "states", "steps", "status", "document", "section"];
        Rows::new(&header, self.iter().map(row))
    }

    fn text(&self, page: Page) -> String {
        procedure::list(self, page)
    }
}

/// A procedure, which rules those are, and whether its sources are told.
#[derive(Serialize)]
#[serde(transparent)]
struct Stated<'a> {
    procedure: &'a Procedure,
    #[serde(skip)]
    applies: &'a Applies,
    #[serde(skip)]
    sources: bool,
}

impl Shown for Stated<'_> {
    /// The steps, one row each.
    fn rows(&self, language: Language) -> Rows {
        let mut rows = Vec::new();
        for step in &self.procedure.steps {
            let [status, document, section] = source(&step.provenance);
            let from = step.from.join(", ");
            let to = step.to.clone().unwrap_or_default();
            let (title, actor) = (text(language, &step.title), text(language, &step.actor));
            rows.push(vec![step.id.clone(), step.event.clone(), title, actor, from, to, status, document, section]);
        }
        Rows::new(&["step", "event", "title", "actor", "from", "to", "status", "document", "section"], rows)
    }

    fn text(&self, page: Page) -> String {
        procedure::tables(self.procedure, self.applies, page, self.sources)
    }
}

fn source(provenance: &Provenance) -> [String; 3] {
    let source = provenance.source();
    let part = |part: fn(&swv_core::Source) -> &String| source.map(|source| part(source).clone()).unwrap_or_default();
    [word(&provenance.status()), part(|source| &source.document), part(|source| &source.section)]
}
