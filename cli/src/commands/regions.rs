//! `swv regions`: the regions and what they can do.

use std::collections::BTreeMap;

use clap::Args;
use schemars::JsonSchema;
use serde::Serialize;
use swv_core::{Capability, Interface, Language, RegionId, Sector, SwvNumber};
use swv_host::{Digest, Region};

use crate::args::Global;
use crate::error::CliError;
use crate::regions::Packages;
use crate::show::{Alignment, Page, Rows, Shown, Table, say};
use crate::ui::Ui;

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

/// List the regions and what they can do
#[derive(Args)]
pub(crate) struct RegionsArgs;

pub(crate) fn run(ui: &mut Ui, global: &Global) -> Result<(), CliError> {
    let regions = Packages::read(ui, global)?.load_all()?;
    ui.show(&regions.iter().map(entry).collect::<Result<Vec<_>, _>>()?)
}

impl Shown for Vec<RegionEntry> {
    fn rows(&self, _: Language) -> Rows {
        Rows::new(&["id", "name", "swv", "from", "to", "version", "capabilities"], self.iter().map(row))
    }

    fn text(&self, page: Page) -> String {
        let mut table = Table::new(&[
            ("id", Alignment::Left),
            (say(page.language, "naam", "name"), Alignment::Left),
            ("swv", Alignment::Left),
            (say(page.language, "van", "from"), Alignment::Left),
            (say(page.language, "t/m", "to"), Alignment::Left),
            ("plugin", Alignment::Left),
            (say(page.language, "kan", "can"), Alignment::Left),
        ]);
        for entry in self {
            let can: Vec<_> = entry.capabilities.iter().map(|can| called(*can, page.language)).collect();
            let cells = row(entry).into_iter().take(6).chain([can.join(", ")]);
            table.row(cells);
        }
        table.text(page)
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

/// What people call what a plugin can do.
fn called(capability: Capability, language: Language) -> &'static str {
    match capability {
        Capability::Allocation => say(language, "verdeling", "allocation"),
        Capability::Budget => say(language, "begroting", "budget"),
        Capability::Indicators => say(language, "kengetallen", "indicators"),
        Capability::Norm => say(language, "norm", "norm"),
        Capability::Procedures => say(language, "procedures", "procedures"),
    }
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
