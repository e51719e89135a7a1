//! What a plugin is and what it needs.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{
    AllocationInput, BudgetInput, Facts, IndicatorInput, Invalid, Parameters, Provenance, RegionId, Sector, Text, Unit,
    Validity,
};

/// One rule of a region: a file in its plugin, a key in every result.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Rule {
    /// The key that results refer to.
    pub id: String,
    /// What the rule does, in a few words.
    pub title: Text,
    /// The document and section it comes from, and whether it is stated there
    /// or interpreted.
    pub provenance: Provenance,
    /// The sectors it is for.
    pub sectors: Vec<Sector>,
    /// The days on which it holds.
    pub valid: Validity,
}

/// A number per recipient that an allocation reads from a dataset.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Quantity {
    /// Its name in a dataset.
    pub name: String,
    /// What it counts, and when.
    pub meaning: Text,
    /// What it is a number of.
    pub unit: Unit,
    /// How many decimals it has at most.
    pub decimals: u8,
    /// Whether it can be less than zero.
    pub negative: bool,
    /// Whether nothing can be allocated without it.
    pub required: bool,
    /// The sectors whose rules read it.
    pub sectors: Vec<Sector>,
    /// The days on which a rule reads it.
    pub valid: Validity,
}

/// What the values of an attribute are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum AttributeKind {
    /// It is so, or it is not.
    YesNo,
    /// One of several, by an id.
    Id,
}

/// What a recipient is, as an allocation reads it from a dataset.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Attribute {
    /// Its name in a dataset.
    pub name: String,
    /// What it says.
    pub meaning: Text,
    /// What its values are.
    pub kind: AttributeKind,
    /// The sectors whose rules read it.
    pub sectors: Vec<Sector>,
}

/// A parameter or published figure that rules read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Reading {
    /// The key of the parameter, or the id of the figure.
    pub name: String,
    /// The sectors whose rules read it.
    pub sectors: Vec<Sector>,
}

/// What a plugin is and what it needs.
///
/// The host passes a plugin the parameters, facts, quantities and attributes
/// named here for the sector and no others; that is how it never sees what it
/// is to reproduce.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Description {
    /// The region's id, as in its manifest.
    pub region: RegionId,
    /// The plugin's own version.
    #[schemars(with = "String")]
    pub version: semver::Version,
    /// The sectors it has rules for.
    pub sectors: Vec<Sector>,
    /// Its rules.
    pub rules: Vec<Rule>,
    /// The parameters it reads.
    pub parameters: Vec<Reading>,
    /// The published figures it starts from.
    pub facts: Vec<Reading>,
    /// The quantities it reads from a dataset.
    pub quantities: Vec<Quantity>,
    /// The attributes it reads from a dataset.
    pub attributes: Vec<Attribute>,
}

/// An attribute that a host fills in for every dataset: the board of a school,
/// as a number that stands for it.
pub const BOARD: &str = "board";

/// The names of those that are for a sector.
fn names(readings: &[Reading], sector: Sector) -> Vec<&str> {
    let of = readings.iter().filter(|reading| reading.sectors.contains(&sector));
    of.map(|reading| reading.name.as_str()).collect()
}

fn refused<T>(place: String, value: &str, nl: &str, en: &str) -> Result<T, Invalid> {
    Err(Invalid { place, value: value.to_owned(), rule: Text::new(nl, en) })
}

impl Description {
    /// The keys of the parameters that it reads for a sector.
    pub fn parameters_of(&self, sector: Sector) -> Vec<&str> {
        names(&self.parameters, sector)
    }

    /// The ids of the figures that it starts from in a sector.
    pub fn facts_of(&self, sector: Sector) -> Vec<&str> {
        names(&self.facts, sector)
    }

    /// The quantities that it reads for a sector.
    pub fn quantities_of(&self, sector: Sector) -> impl Iterator<Item = &Quantity> {
        self.quantities.iter().filter(move |quantity| quantity.sectors.contains(&sector))
    }

    /// The attributes that it reads for a sector.
    pub fn attributes_of(&self, sector: Sector) -> impl Iterator<Item = &Attribute> {
        self.attributes.iter().filter(move |attribute| attribute.sectors.contains(&sector))
    }

    /// The names of both: what it reads of a dataset for a sector.
    pub fn columns_of(&self, sector: Sector) -> impl Iterator<Item = &str> {
        let quantities = self.quantities_of(sector).map(|quantity| quantity.name.as_str());
        quantities.chain(self.attributes_of(sector).map(|attribute| attribute.name.as_str()))
    }

    /// Checks that an input holds nothing that was not asked for. Both sides of
    /// the interface do.
    ///
    /// # Errors
    /// [`Invalid`], with the first thing that was not.
    pub fn check_allocation(&self, input: &AllocationInput) -> Result<(), Invalid> {
        self.check_values(input.sector, &input.parameters, &input.facts)?;
        for column in &input.quantities {
            let place = || format!("quantity {}", column.name);
            let Some(asked) = self.quantities_of(input.sector).find(|asked| asked.name == column.name) else {
                return refused(place(), &column.name, "er is naar gevraagd", "it was asked for");
            };
            if asked.unit != column.unit || column.scale > asked.decimals {
                let value = format!("{} with {} decimals", column.unit, column.scale);
                let en = "it has the unit and decimals that were asked for";
                return refused(place(), &value, "eenheid en decimalen zijn die van de vraag", en);
            }
        }
        for column in &input.attributes {
            let place = || format!("attribute {}", column.name);
            let Some(asked) = self.attributes_of(input.sector).find(|asked| asked.name == column.name) else {
                return refused(place(), &column.name, "er is naar gevraagd", "it was asked for");
            };
            if column.values.iter().flatten().any(|value| value.kind() != asked.kind) {
                return refused(
                    place(),
                    &column.name,
                    "de waarden zijn die van de vraag",
                    "its values are of the kind asked for",
                );
            }
        }
        Ok(())
    }

    /// The same for a budget.
    ///
    /// # Errors
    /// As for [`Description::check_allocation`].
    pub fn check_budget(&self, input: &BudgetInput) -> Result<(), Invalid> {
        self.check_values(input.sector, &input.parameters, &input.facts)
    }

    /// The same for key figures.
    ///
    /// # Errors
    /// As for [`Description::check_allocation`].
    pub fn check_indicators(&self, input: &IndicatorInput) -> Result<(), Invalid> {
        self.check_values(input.sector, &input.parameters, &input.facts)
    }

    fn check_values(&self, sector: Sector, parameters: &Parameters, facts: &Facts) -> Result<(), Invalid> {
        if !self.sectors.contains(&sector) {
            let en = "the region has rules for the sector";
            return refused("sector".to_owned(), sector.as_str(), "de regio heeft regels voor de sector", en);
        }
        let (asked, (nl, en)) = (self.parameters_of(sector), ("er is naar gevraagd", "it was asked for"));
        if let Some(given) = parameters.values().iter().find(|given| !asked.contains(&given.key.as_str())) {
            return refused("parameters".to_owned(), &given.key, nl, en);
        }
        let asked = self.facts_of(sector);
        match facts.facts().iter().find(|given| !asked.contains(&given.id.as_str())) {
            Some(given) => refused("facts".to_owned(), &given.id, nl, en),
            None => Ok(()),
        }
    }
}
