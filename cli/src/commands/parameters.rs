//! `swv parameters`: the values that a region's rules read, and where they
//! come from.

use std::fmt::Write as _;

use clap::Args;
use serde::Serialize;
use swv_core::{Language, RegionId, Status, Unit};
use swv_host::{ParameterEntry, ParameterValue, ParametersFile, RegionPackage};

use super::{silent, word};
use crate::args::Global;
use crate::error::CliError;
use crate::regions::Packages;
use crate::show::{Alignment, Page, Rows, Shown, Table, mark, say, text};
use crate::ui::Ui;

/// List the parameters of a region's rules, or print a file to fill in
#[derive(Args)]
#[command(after_help = "\
Examples:
  swv parameters zuid-kennemerland
  swv parameters zuid-kennemerland --template > waarden.toml
  swv allocate zuid-kennemerland --year 2024 --dataset zk.json --parameters waarden.toml")]
pub(crate) struct ParametersArgs {
    /// The region's id
    region: RegionId,
    /// Print a file for --parameters: what the documents are silent on, to fill in, and the rest as comments
    #[arg(long)]
    template: bool,
}

pub(crate) fn run(ui: &mut Ui, global: &Global, args: &ParametersArgs) -> Result<(), CliError> {
    let packages = Packages::read(ui, global)?;
    let package = packages.package(&args.region)?;
    match args.template {
        true => ui.text(&template(package, ui.language)),
        false => ui.show(&Parameters { file: &package.parameters, package }),
    }
}

/// The parameters, and the package that they stand in.
#[derive(Serialize)]
#[serde(transparent)]
struct Parameters<'a> {
    file: &'a ParametersFile,
    #[serde(skip)]
    package: &'a RegionPackage,
}

impl Shown for Parameters<'_> {
    fn rows(&self, _: Language) -> Rows {
        Rows::new(&["key", "unit", "from", "until", "value", "status", "document", "section"], rows(self.package))
    }

    fn text(&self, page: Page) -> String {
        let language = page.language;
        let mut table = Table::new(&[
            ("parameter", Alignment::Left),
            (say(language, "waarde", "value"), Alignment::Right),
            (say(language, "eenheid", "unit"), Alignment::Left),
            (say(language, "van", "from"), Alignment::Left),
            (say(language, "t/m", "to"), Alignment::Left),
            (say(language, "bron", "source"), Alignment::Left),
        ]);
        for row in rows(self.package) {
            let [key, unit, from, until, value, status, _, section] = <[String; 8]>::try_from(row).unwrap_or_default();
            let status = if status == "interpreted" { Status::Interpreted } else { Status::Explicit };
            let value = if value.is_empty() { "?".to_owned() } else { value };
            let unit = Unit::new(unit).map_or_else(String::new, |unit| text(language, &unit.text()));
            table.row([key, format!("{value}{}", mark(status)), unit, from, until, section]);
        }
        let legend = say(
            language,
            "\n* afgeleid   ? het document zwijgt: geef de waarde met --set of --parameters\n",
            "\n* interpreted   ? the document is silent: supply the value with --set or --parameters\n",
        );
        let silences = silent(&self.package.manifest.id, &[], &self.package.manifest.silences, language);
        format!("{}{legend}{silences}", table.text(page))
    }
}

/// A row for each value of each parameter.
fn rows(package: &RegionPackage) -> Vec<Vec<String>> {
    let row = |parameter: &ParameterEntry, value: &ParameterValue| {
        let source = value.provenance.source();
        vec![
            parameter.key.clone(),
            word(&parameter.unit),
            value.from.to_string(),
            value.until.map(|until| until.to_string()).unwrap_or_default(),
            value.value.clone().unwrap_or_default(),
            word(&value.provenance.status()),
            source.map(|source| source.document.clone()).unwrap_or_default(),
            source.map(|source| source.section.clone()).unwrap_or_default(),
        ]
    };
    let of =
        |parameter: &ParameterEntry| parameter.values.iter().map(|value| row(parameter, value)).collect::<Vec<_>>();
    package.parameters.parameters.iter().flat_map(of).collect()
}

/// A file for `--parameters`.
fn template(package: &RegionPackage, language: Language) -> String {
    let id = &package.manifest.id;
    let mut file = match language {
        Language::Nl => format!(
            "# Eigen waarden voor {id}: een decimaal in de eenheid van de parameter.\n\
             # Haal # weg en vul in; elk resultaat vermeldt een eigen waarde.\n\
             # \"sleutel@2024\" = \"...\" geldt alleen in dat kalenderjaar.\n\n[values]\n"
        ),
        Language::En => format!(
            "# Own values for {id}: a decimal in the unit of the parameter.\n\
             # Remove # and fill in; every result names a value of your own.\n\
             # \"key@2024\" = \"...\" holds in that calendar year only.\n\n[values]\n"
        ),
    };
    for parameter in &package.parameters.parameters {
        let silent = parameter.values.iter().all(|value| value.value.is_none());
        let value = parameter.values.iter().rev().find_map(|value| value.value.clone()).unwrap_or_default();
        let note = if silent { say(language, " (het document zwijgt)", " (the document is silent)") } else { "" };
        let _ = writeln!(file, "\n# {}{note}\n# {} = {value:?}", text(language, &parameter.label), parameter.key);
    }
    file
}
