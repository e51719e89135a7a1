//! A region that can be computed: its package and its rules.

use swv_core::procedure::Procedure;
use swv_core::{CalendarYear, Capability, Dataset, Description, INTERFACE_VERSION, RegionId, Rule, Sector};

use crate::report::{allocation_report, budget_report, indicator_report, procedures};
use crate::{AllocationReport, BudgetReport, CallFailure, Digest, IndicatorReport, Plugin, RegionError, RegionPackage};

/// A region that can be computed: its package and its rules.
pub struct Region {
    package: RegionPackage,
    plugin: Plugin,
    description: Description,
}

impl Region {
    /// Checks that package and rules belong together.
    pub(crate) fn new(package: RegionPackage, plugin: Plugin) -> Result<Region, RegionError> {
        let description = plugin.describe()?;
        let fault = |message: String| RegionError::Disagreement { place: package.manifest_place(), message };
        if description.region != package.manifest.id {
            let (found, id) = (&description.region, &package.manifest.id);
            return Err(fault(format!("the plugin holds the rules of {found}, and this is the package of {id}")));
        }
        if let (true, Some(entry)) = (plugin.is_sandboxed(), &package.manifest.plugin) {
            if entry.version != description.version {
                let (found, version) = (&description.version, &entry.version);
                return Err(fault(format!(
                    "the plugin is version {found}, and [plugin] says {version}; build it again"
                )));
            }
            if entry.interface.to_string() != INTERFACE_VERSION {
                let interface = &entry.interface;
                return Err(fault(format!(
                    "the plugin speaks interface {INTERFACE_VERSION}, and [plugin] says {interface}; build it again"
                )));
            }
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
        if let Some(key) = description.parameters.iter().find(|key| package.parameter(key).is_none()) {
            return Err(fault(format!("the plugin reads the parameter {key}, which parameters.toml does not have")));
        }
        let figures = &package.figures.figures;
        if let Some(id) = description.facts.iter().find(|id| !figures.iter().any(|figure| figure.id == **id)) {
            return Err(fault(format!("the plugin reads the figure {id}, which published/figures.toml does not have")));
        }
        Ok(Region { package, plugin, description })
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

    /// What its plugin is and needs.
    pub fn description(&self) -> &Description {
        &self.description
    }

    /// The rule of that id.
    pub fn rule(&self, id: &str) -> Option<&Rule> {
        self.description.rules.iter().find(|rule| rule.id == id)
    }

    /// The budget of a sector, computed and published side by side.
    ///
    /// # Errors
    /// [`RegionError`] when the region has no such budget or its plugin gives
    /// no result.
    pub fn budget(&self, sector: Sector) -> Result<BudgetReport, RegionError> {
        self.require(Some(Capability::Budget), sector)?;
        budget_report(self, sector)
    }

    /// The key figures of a sector, computed and published side by side.
    ///
    /// # Errors
    /// As for [`Region::budget`].
    pub fn indicators(&self, sector: Sector) -> Result<IndicatorReport, RegionError> {
        self.require(None, sector)?;
        indicator_report(self, sector)
    }

    /// The allocation of a year over the recipients of a dataset, whose digest
    /// the result records.
    ///
    /// # Errors
    /// As for [`Region::budget`]; [`RegionError::Quantity`] when the dataset
    /// lacks what the region cannot do without.
    pub fn allocate(
        &self,
        sector: Sector,
        year: CalendarYear,
        dataset: &Dataset,
        digest: Digest,
    ) -> Result<AllocationReport, RegionError> {
        self.require(Some(Capability::Allocation), sector)?;
        allocation_report(self, sector, year, dataset, digest)
    }

    /// Whether the region has rules for an allocation of this sector.
    ///
    /// # Errors
    /// As for [`Region::allocate`], whatever the dataset.
    pub fn can_allocate(&self, sector: Sector) -> Result<(), RegionError> {
        self.require(Some(Capability::Allocation), sector)
    }

    /// The procedures of all its sectors.
    ///
    /// # Errors
    /// [`RegionError::Call`] when the region states none or its plugin gives
    /// no result; [`RegionError::Disagreement`] when one cites a document, or
    /// names a rule, a parameter or a sector, that the region does not have.
    pub fn procedures(&self) -> Result<Vec<Procedure>, RegionError> {
        self.require_capability(Capability::Procedures)?;
        procedures(self)
    }

    fn require(&self, capability: Option<Capability>, sector: Sector) -> Result<(), RegionError> {
        let has: Vec<Sector> = self.package.manifest.swv.iter().map(|entry| entry.sector).collect();
        if !has.contains(&sector) {
            return Err(RegionError::Sector { region: self.id().clone(), sector, has });
        }
        capability.map_or(Ok(()), |capability| self.require_capability(capability))
    }

    fn require_capability(&self, capability: Capability) -> Result<(), RegionError> {
        match self.plugin.capabilities().contains(&capability) {
            true => Ok(()),
            false => Err(self.plugin.error(CallFailure::Capability(capability)).into()),
        }
    }
}
