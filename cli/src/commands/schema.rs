//! `swv schema`: the JSON Schema of every file and result.

use clap::Args;
use schemars::transform::transform_subschemas;
use schemars::{Schema, schema_for};
use serde_json::Value;

use crate::commands::regions::RegionEntry;
use crate::error::CliError;
use crate::ui::Ui;

/// A schema by the name under which it is printed, and what it describes.
type Entry = (&'static str, &'static str, fn() -> Schema);

const SCHEMAS: [Entry; 32] = [
    ("manifest", "regions/ID/manifest.toml", || schema_for!(swv_host::Manifest)),
    ("parameters", "regions/ID/parameters.toml", || schema_for!(swv_host::ParametersFile)),
    ("figures", "regions/ID/published/figures.toml", || schema_for!(swv_host::FiguresFile)),
    ("budget-table", "regions/ID/published/budget-*.toml", || schema_for!(swv_host::BudgetFile)),
    ("findings", "regions/ID/findings.toml", || schema_for!(swv_host::FindingsFile)),
    ("synthetic", "regions/ID/synthetic.toml", || schema_for!(swv_host::SyntheticFile)),
    ("cases", "regions/ID/cases/allocation.toml", || schema_for!(swv_testkit::CasesFile)),
    ("norm-cases", "regions/ID/cases/norm.toml", || schema_for!(swv_testkit::NormCasesFile)),
    ("walks", "regions/ID/cases/procedures.toml", || schema_for!(swv_testkit::WalksFile)),
    ("procedures-statement", "plugins/ID/procedures/*.toml, as a plugin states them", || {
        schema_for!(swv_core::procedure::stated::Procedures)
    }),
    ("norm-statement", "plugins/ID/norm.toml, as a plugin states it", || schema_for!(swv_core::norm::stated::Norms)),
    ("values", "--parameters", || schema_for!(swv_host::SuppliedFile)),
    ("dataset", "swv data import, swv data generate, swv allocate --dataset", || schema_for!(swv_core::Dataset)),
    ("case", "swv case", || schema_for!(swv_core::procedure::CaseFile)),
    ("school-holidays", "swv case --school-holidays", || schema_for!(swv_core::SchoolHolidays)),
    ("equated-days", "swv case --equated-days", || schema_for!(swv_core::WorkingDays)),
    ("case-report", "swv case --format json", || schema_for!(swv_host::CaseReport)),
    ("case-comparison", "swv case --compare --format json", || schema_for!(swv_host::CaseComparison)),
    ("oso-report", "swv case import-oso --report", || schema_for!(swv_exchange::oso::OsoCaseReport)),
    ("regions", "swv regions --format json", || schema_for!(Vec<RegionEntry>)),
    ("budget", "swv budget --format json", || schema_for!(swv_host::BudgetReport)),
    ("indicators", "swv indicators --format json", || schema_for!(swv_host::IndicatorReport)),
    ("allocation", "swv allocate --format json", || schema_for!(swv_host::AllocationReport)),
    ("self-scan", "swv norm --scan", || schema_for!(swv_core::SelfScan)),
    ("national-norm", "swv norm --national", || schema_for!(swv_core::NationalNorm)),
    ("norm", "swv norm REGION --format json", || schema_for!(swv_host::NormReport)),
    ("norm-comparison", "swv norm --format json", || schema_for!(swv_host::NormComparison)),
    ("scan", "swv norm --scan FILE --format json", || schema_for!(swv_host::ScanReport)),
    ("scans", "swv norm --scan FILE FILE --format json", || schema_for!(swv_host::ScansReport)),
    ("procedures", "swv procedure REGION --format json", || schema_for!(Vec<swv_core::procedure::Procedure>)),
    ("procedure", "swv procedure REGION NAME --format json", || schema_for!(swv_core::procedure::Procedure)),
    ("comparison", "swv compare --format json", || schema_for!(swv_host::Comparison)),
];

/// Print the JSON Schema of a file or result
#[derive(Args)]
#[command(after_help = "\
Examples:
  swv schema                list the names
  swv schema dataset")]
pub(crate) struct SchemaArgs {
    /// The name of a file or result; none lists the names
    name: Option<String>,
}

pub(crate) fn run(ui: &mut Ui, args: &SchemaArgs) -> Result<(), CliError> {
    let Some(name) = &args.name else {
        let list: String = SCHEMAS.iter().map(|(name, what, _)| format!("{name:21}{what}\n")).collect();
        return ui.text(&list);
    };
    let known = || SCHEMAS.iter().map(|(name, ..)| *name).collect();
    let (_, _, schema) = SCHEMAS
        .iter()
        .find(|(known, ..)| known == name)
        .ok_or_else(|| CliError::NoSchema { name: name.clone(), known: known() })?;
    let mut schema = schema();
    without_code(&mut schema);
    ui.json(&schema)
}

/// Leaves the Rust examples out of the descriptions: they are for who reads
/// the source.
fn without_code(schema: &mut Schema) {
    if let Some(Value::String(description)) = schema.get_mut("description") {
        let prose: String = description.split("```").step_by(2).map(str::trim_end).collect();
        *description = prose;
    }
    transform_subschemas(&mut without_code, schema);
}
