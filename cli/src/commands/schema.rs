//! `swv schema`: the JSON Schema of every file and result.

use schemars::{Schema, schema_for};

use crate::args::SchemaArgs;
use crate::commands::regions::RegionEntry;
use crate::error::CliError;
use crate::output;

/// A schema by the name under which it is printed, and what it describes.
type Entry = (&'static str, &'static str, fn() -> Schema);

const SCHEMAS: [Entry; 15] = [
    ("manifest", "regions/ID/manifest.toml", || schema_for!(swv_host::Manifest)),
    ("parameters", "regions/ID/parameters.toml", || schema_for!(swv_host::ParametersFile)),
    ("figures", "regions/ID/published/figures.toml", || schema_for!(swv_host::FiguresFile)),
    ("budget-table", "regions/ID/published/budget-*.toml", || schema_for!(swv_host::BudgetFile)),
    ("findings", "regions/ID/findings.toml", || schema_for!(swv_host::FindingsFile)),
    ("cases", "regions/ID/cases/*.toml", || schema_for!(swv_testkit::CasesFile)),
    ("values", "--parameters", || schema_for!(swv_host::SuppliedFile)),
    ("dataset", "swv data import, swv allocate --dataset", || schema_for!(swv_core::Dataset)),
    ("regions", "swv regions --format json", || schema_for!(Vec<RegionEntry>)),
    ("budget", "swv budget --format json", || schema_for!(swv_host::BudgetReport)),
    ("indicators", "swv indicators --format json", || schema_for!(swv_host::IndicatorReport)),
    ("allocation", "swv allocate --format json", || schema_for!(swv_host::AllocationReport)),
    ("procedures", "swv procedure REGION --format json", || schema_for!(Vec<swv_core::procedure::Procedure>)),
    ("procedure", "swv procedure REGION NAME --format json", || schema_for!(swv_core::procedure::Procedure)),
    ("comparison", "swv compare --format json", || schema_for!(swv_host::Comparison)),
];

pub(crate) fn run(args: &SchemaArgs) -> Result<(), CliError> {
    let Some(name) = &args.name else {
        let list: String = SCHEMAS.iter().map(|(name, what, _)| format!("{name:14}{what}\n")).collect();
        return Ok(output::print(&list)?);
    };
    let known = || SCHEMAS.iter().map(|(name, ..)| *name).collect();
    let (_, _, schema) = SCHEMAS
        .iter()
        .find(|(known, ..)| known == name)
        .ok_or_else(|| CliError::NoSchema { name: name.clone(), known: known() })?;
    super::print_json(&schema())
}
