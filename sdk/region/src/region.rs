//! A region that can be computed: its package and its rules.

use swv_core::procedure::Procedure;
use swv_core::{
    BudgetFigures, BudgetTable, Capability, Description, Facts, Norm, Parameters, Reading, RegionId, Rule, Sector,
};

use crate::once::{BySector, Once};
use crate::{CallFailure, Plugin, RegionError, RegionPackage, SyntheticQuantity};

/// A region that can be computed: its package and its rules. What does not
/// depend on a call, such as its procedures, is asked of the rules once.
pub struct Region {
    package: RegionPackage,
    plugin: Plugin,
    description: Description,
    pub(crate) budgets: BySector<BudgetTable>,
    pub(crate) figures: BySector<BudgetFigures>,
    pub(crate) procedures: Once<Vec<Procedure>>,
    pub(crate) norms: Once<Vec<Norm>>,
}

impl Region {
    /// A package with its rules, once they are known to belong together.
    ///
    /// # Errors
    /// [`RegionError::Call`] when the plugin does not describe itself;
    /// [`RegionError::Disagreement`] when it is another region's, or reads what
    /// the package does not have.
    pub fn new(package: RegionPackage, plugin: Plugin) -> Result<Region, RegionError> {
        let description = plugin.describe()?;
        let fault = |message: String| RegionError::Disagreement { place: package.manifest_place(), message };
        if description.region != package.manifest.id {
            let (found, id) = (&description.region, &package.manifest.id);
            return Err(fault(format!("the plugin holds the rules of {found}, and this is the package of {id}")));
        }
        if let (true, Some(entry)) = (plugin.is_sandboxed(), &package.manifest.plugin)
            && entry.version != description.version
        {
            let (found, version) = (&description.version, &entry.version);
            return Err(fault(format!("the plugin is version {found}, and [plugin] says {version}; build it again")));
        }
        let documents = &package.manifest.documents;
        for rule in &description.rules {
            let cited = rule.provenance.source().map(|source| &source.document);
            if let Some(cited) = cited.filter(|cited| !documents.iter().any(|document| document.id == **cited)) {
                let id = &rule.id;
                return Err(fault(format!(
                    "the rule {id} cites the document {cited:?}, which `documents` does not name"
                )));
            }
        }
        if let Some(unknown) = description.parameters.iter().find(|reads| package.parameter(&reads.name).is_none()) {
            let key = &unknown.name;
            return Err(fault(format!("the plugin reads the parameter {key}, which parameters.toml does not have")));
        }
        let figures = &package.figures.figures;
        let unknown = |reads: &&Reading| !figures.iter().any(|figure| figure.id == reads.name);
        if let Some(Reading { name: id, .. }) = description.facts.iter().find(unknown) {
            return Err(fault(format!("the plugin reads the figure {id}, which published/figures.toml does not have")));
        }
        for line in package.budgets.iter().flat_map(|budget| &budget.lines) {
            let named = |rule: &&String| !description.rules.iter().any(|known| known.id == **rule);
            if let Some(rule) = line.room_for.as_ref().filter(named) {
                let message =
                    format!("the budget line {} is room for {rule}, and the plugin has no such rule", line.id);
                return Err(fault(message));
            }
        }
        if plugin.can(Capability::Budget) {
            check_budgets(&package, &description)?;
        }
        let of_subsets = package.manifest.subsets.iter().flat_map(|subset| subset.parts.iter().chain([&subset.whole]));
        let unread = |name: &&String| !description.quantities.iter().any(|of| of.name == **name);
        if let Some(name) = of_subsets.into_iter().find(unread) {
            return Err(fault(format!("subsets: names the quantity {name}, which the plugin does not read")));
        }
        let unread = |what: &str, name: &str| {
            let message = format!("makes the {what} {name:?}, which the plugin does not read");
            RegionError::Disagreement { place: package.synthetic_place(), message }
        };
        let read = |made: &SyntheticQuantity| description.quantities_of(made.sector).any(|of| of.name == made.name);
        if let Some(made) = package.synthetic.quantities.iter().find(|made| !read(made)) {
            return Err(unread("quantity", &made.name));
        }
        let read = |made: &SyntheticQuantity| description.attributes_of(made.sector).any(|of| of.name == made.name);
        if let Some(made) = package.synthetic.attributes.iter().find(|made| !read(made)) {
            return Err(unread("attribute", &made.name));
        }
        Ok(Region {
            package,
            plugin,
            description,
            budgets: BySector::default(),
            figures: BySector::default(),
            procedures: Once::default(),
            norms: Once::default(),
        })
    }

    /// The region's id.
    pub fn id(&self) -> &RegionId {
        &self.package.manifest.id
    }

    /// Its package.
    pub fn package(&self) -> &RegionPackage {
        &self.package
    }

    /// Its rules.
    pub fn plugin(&self) -> &Plugin {
        &self.plugin
    }

    /// The parameters that its rules read for a sector.
    pub(crate) fn parameters(&self, sector: Sector) -> Parameters {
        Parameters::new(self.package.values_of(&self.description.parameters_of(sector)))
    }

    /// What its plugin is and needs.
    pub fn description(&self) -> &Description {
        &self.description
    }

    /// The rule of that id.
    pub fn rule(&self, id: &str) -> Option<&Rule> {
        self.description.rules.iter().find(|rule| rule.id == id)
    }

    /// The facts that its rules asked for.
    pub(crate) fn facts(&self, sector: Sector) -> Facts {
        Facts::new(self.package.facts_of(sector, &self.description.facts_of(sector)))
    }

    pub(crate) fn require(&self, capability: Option<Capability>, sector: Sector) -> Result<(), RegionError> {
        let has: Vec<Sector> = self.package.manifest.swv.iter().map(|entry| entry.sector).collect();
        if !has.contains(&sector) {
            return Err(RegionError::Sector { region: self.id().clone(), sector, has });
        }
        capability.map_or(Ok(()), |capability| self.require_capability(capability))
    }

    pub(crate) fn require_capability(&self, capability: Capability) -> Result<(), RegionError> {
        match self.plugin.can(capability) {
            true => Ok(()),
            false => Err(self.plugin.error(CallFailure::Capability(capability)).into()),
        }
    }
}

/// What the published budgets name, the plugin describes: the rule of each
/// line, and the parameters that it reads.
fn check_budgets(package: &RegionPackage, description: &Description) -> Result<(), RegionError> {
    for (place, budget) in package.detailed_budgets() {
        for line in &budget.lines {
            let fault = |message: String| RegionError::Disagreement { place: place.clone(), message };
            let id = &line.id;
            let rule = budget.rule(line).unwrap_or_default();
            if !description.rules.iter().any(|known| known.id == rule) {
                let message = format!("the budget line {id} names the rule {rule}, which the plugin does not describe");
                return Err(fault(message));
            }
            let mut keys = line.parameter.iter().chain(&line.stated_unless_supplied);
            if let Some(key) = keys.find(|key| !description.parameters.iter().any(|known| known.name == **key)) {
                let message = format!("the budget line {id} takes the parameter {key}, which the plugin does not read");
                return Err(fault(message));
            }
        }
    }
    Ok(())
}
