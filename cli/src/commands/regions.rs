//! `swv regions`: the regions and what they can do.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;
use swv_core::{Capability, Interface, RegionId, Sector, SwvNumber};
use swv_host::{Digest, Region};

use super::{print_csv, print_json};
use crate::args::{Format, Global};
use crate::error::CliError;
use crate::output;
use crate::regions::Packages;
use crate::show::{Alignment, Table, say};

/// A region and what it can do.
#[derive(Serialize, JsonSchema)]
pub(crate) struct RegionEntry {
    /// Its id.
    id: RegionId,
    /// Its name.
    name: String,
    /// Its numbers.
    swv: Vec<Swv>,
    /// The period of its support plan.
    plan: Plan,
    /// Its plugin.
    plugin: Plugin,
    /// What the plugin can do.
    capabilities: Vec<Capability>,
}

/// The number of a region for one sector.
#[derive(Serialize, JsonSchema)]
struct Swv {
    number: SwvNumber,
    sector: Sector,
}

/// The period of a support plan: its first and last day.
#[derive(Serialize, JsonSchema)]
struct Plan {
    #[schemars(with = "String")]
    from: jiff::civil::Date,
    #[schemars(with = "String")]
    to: jiff::civil::Date,
}

/// Which plugin computes a region.
#[derive(Serialize, JsonSchema)]
struct Plugin {
    #[schemars(with = "String")]
    version: semver::Version,
    /// The version of each part of the interface that it speaks.
    #[schemars(with = "BTreeMap<Interface, String>")]
    interface: BTreeMap<Interface, semver::Version>,
    digest: Digest,
}

pub(crate) fn run(global: &Global) -> Result<(), CliError> {
    let packages = Packages::read(global)?;
    let entries = packages.load_all()?.iter().map(entry).collect::<Result<Vec<_>, _>>()?;
    match global.format {
        Format::Json => print_json(&entries),
        Format::Csv => {
            print_csv(&["id", "name", "swv", "from", "to", "version", "capabilities"], entries.iter().map(row))
        }
        Format::Table => {
            let mut table = Table::new(&[
                ("id", Alignment::Left),
                (say(global.lang, "naam", "name"), Alignment::Left),
                ("swv", Alignment::Left),
                (say(global.lang, "van", "from"), Alignment::Left),
                (say(global.lang, "t/m", "to"), Alignment::Left),
                ("plugin", Alignment::Left),
                (say(global.lang, "kan", "can"), Alignment::Left),
            ]);
            entries.iter().for_each(|entry| table.row(row(entry)));
            Ok(output::print(&table.text())?)
        }
    }
}

fn entry(region: &Region) -> Result<RegionEntry, CliError> {
    let manifest = &region.package().manifest;
    let plugin = region.package().plugin_entry()?;
    Ok(RegionEntry {
        id: manifest.id.clone(),
        name: manifest.name.clone(),
        swv: manifest.swv.iter().map(|entry| Swv { number: entry.number.clone(), sector: entry.sector }).collect(),
        plan: Plan { from: manifest.plan.from, to: manifest.plan.to },
        plugin: Plugin {
            version: region.description().version.clone(),
            interface: region.plugin().exports().parts(),
            digest: plugin.digest,
        },
        capabilities: region.plugin().capabilities().collect(),
    })
}

fn row(entry: &RegionEntry) -> Vec<String> {
    let numbers: Vec<_> = entry.swv.iter().map(|swv| swv.number.to_string()).collect();
    let capabilities: Vec<_> = entry.capabilities.iter().map(|capability| capability.name()).collect();
    vec![
        entry.id.to_string(),
        entry.name.clone(),
        numbers.join(", "),
        entry.plan.from.to_string(),
        entry.plan.to.to_string(),
        entry.plugin.version.to_string(),
        capabilities.join(", "),
    ]
}
