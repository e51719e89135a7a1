//! `swv parameters`: the values that a region's rules read, and where they
//! come from.

use std::fmt::Write as _;

use swv_core::{Language, Status};
use swv_host::{ParameterEntry, ParameterValue, RegionPackage};

use super::{print_csv, print_json, silent, word};
use crate::args::{Format, Global, ParametersArgs};
use crate::error::CliError;
use crate::output;
use crate::regions::Packages;
use crate::show::{Alignment, Table, mark, say, text};

pub(crate) fn run(global: &Global, args: &ParametersArgs) -> Result<(), CliError> {
    let packages = Packages::read(global)?;
    let package = packages.package(&args.region)?;
    match (global.format, args.template) {
        (_, true) => Ok(output::print(&template(package, global.lang))?),
        (Format::Json, false) => print_json(&package.parameters),
        (Format::Csv, false) => {
            let header = ["key", "unit", "from", "until", "value", "status", "document", "section"];
            print_csv(&header, rows(package))
        }
        (Format::Table, false) => {
            let mut table = Table::new(&[
                ("parameter", Alignment::Left),
                (say(global.lang, "waarde", "value"), Alignment::Right),
                (say(global.lang, "eenheid", "unit"), Alignment::Left),
                (say(global.lang, "van", "from"), Alignment::Left),
                (say(global.lang, "t/m", "to"), Alignment::Left),
                (say(global.lang, "bron", "source"), Alignment::Left),
            ]);
            for row in rows(package) {
                let [key, unit, from, until, value, status, _, section] =
                    <[String; 8]>::try_from(row).unwrap_or_default();
                let status = if status == "interpreted" { Status::Interpreted } else { Status::Explicit };
                let value = if value.is_empty() { "?".to_owned() } else { value };
                table.row([key, format!("{value}{}", mark(status)), unit, from, until, section]);
            }
            let legend = say(
                global.lang,
                "\n* afgeleid   ? het document zwijgt: geef de waarde met --set of --parameters\n",
                "\n* interpreted   ? the document is silent: supply the value with --set or --parameters\n",
            );
            let silences = silent(&args.region, &[], &package.manifest.silences, global.lang);
            Ok(output::print(&format!("{}{legend}{silences}", table.text()))?)
        }
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
