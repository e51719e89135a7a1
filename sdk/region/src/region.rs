//! A region that can be computed: its package and its rules.

use swv_core::calendar::KnownDays;
use swv_core::procedure::{Applies, CaseFile, Procedure};
use swv_core::{
    BudgetFigures, BudgetTable, Capability, Dataset, Date, Description, Facts, Norm, Parameters, Reading, RegionId,
    Rule, Sector, SelfScan, SwvNumber, Year,
};

use crate::once::{BySector, Once};
use crate::report::{
    allocation_report, budget, budget_report, case_report, figures, indicator_report, norm_report, norms, procedure_on,
    procedures, scans_report,
};
use crate::{
    AllocationReport, BudgetReport, CallFailure, CaseReport, Digest, IndicatorReport, NormReport, Plugin, RegionError,
    RegionPackage, ScansReport, SyntheticQuantity,
};

/// A region that can be computed: its package and its rules. What does not
/// depend on a call, such as its procedures, is asked of the rules once.
pub struct Region {
    package: RegionPackage,
    plugin: Plugin,
    description: Description,
    budgets: BySector<BudgetTable>,
    figures: BySector<BudgetFigures>,
    procedures: Once<Vec<Procedure>>,
    norms: Once<Vec<Norm>>,
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
        year: impl Into<Year>,
        dataset: &Dataset,
        digest: Digest,
    ) -> Result<AllocationReport, RegionError> {
        self.require(Some(Capability::Allocation), sector)?;
        allocation_report(self, sector, year.into(), dataset, digest)
    }

    /// Whether the region has rules for an allocation of this sector.
    ///
    /// # Errors
    /// As for [`Region::allocate`], whatever the dataset.
    pub fn can_allocate(&self, sector: Sector) -> Result<(), RegionError> {
        self.require(Some(Capability::Allocation), sector)
    }

    /// Where a case stands on a day by the region's procedure that it names.
    ///
    /// # Errors
    /// As for [`Region::budget`]; [`RegionError::NoProcedure`] when the region
    /// states no procedure of that name. What is wrong with the case itself is
    /// no error: it stands in the report.
    pub fn case(&self, case: &CaseFile, as_of: Date, days: &KnownDays) -> Result<CaseReport, RegionError> {
        case_report(self, case, as_of, days)
    }

    /// The procedures of all its sectors; several of one id are versions, of
    /// which one follows the other.
    ///
    /// # Errors
    /// [`RegionError::Call`] when the region states none or its plugin gives
    /// no result; [`RegionError::Disagreement`] when one cites a document, or
    /// names a rule, a parameter or a sector, that the region does not have.
    pub fn procedures(&self) -> Result<&[Procedure], RegionError> {
        self.require_capability(Capability::Procedures)?;
        self.procedures.get(|| procedures(self)).map(Vec::as_slice)
    }

    /// The procedure of that id as it holds on a day, or else its newest
    /// version, with which rules those are.
    ///
    /// # Errors
    /// As for [`Region::procedures`]; [`RegionError::NoProcedure`] when the
    /// region states no procedure of that name.
    pub fn procedure(&self, id: &str, on: Option<Date>) -> Result<(Procedure, Applies), RegionError> {
        procedure_on(self, id, on)
    }

    /// The budget of a sector, before it is reported; none where the region
    /// computes none for it.
    pub(crate) fn computed_budget(&self, sector: Sector) -> Result<Option<&BudgetTable>, RegionError> {
        match self.plugin.can(Capability::Budget) && self.package.budget(sector).is_some() {
            true => self.budgets.of(sector).get(|| budget(self, sector)).map(Some),
            false => Ok(None),
        }
    }

    /// The facts that its rules asked for.
    pub(crate) fn facts(&self, sector: Sector) -> Facts {
        Facts::new(self.package.facts_of(sector, &self.description.facts_of(sector)))
    }

    /// The amounts of its own budget; none where it computes none.
    pub(crate) fn budget_figures(&self, sector: Sector) -> Result<&BudgetFigures, RegionError> {
        self.figures.of(sector).get(|| figures(self, sector))
    }

    /// Its norms, of all sectors and days, their sources checked against the
    /// manifest.
    pub(crate) fn norms(&self) -> Result<&[Norm], RegionError> {
        self.norms.get(|| norms(self)).map(Vec::as_slice)
    }

    /// Whether a dataset is of this region's own partnership, where it says of
    /// which it is.
    pub(crate) fn own(&self, dataset: &Dataset) -> Result<(), RegionError> {
        let foreign = |of: &&SwvNumber| !self.package.manifest.swv.iter().any(|own| own.number == **of);
        match dataset.swv.as_ref().filter(foreign) {
            Some(of) => Err(RegionError::ForeignDataset {
                dataset: dataset.name.clone(),
                of: of.clone(),
                region: self.id().clone(),
            }),
            None => Ok(()),
        }
    }

    /// What the region says of basisondersteuning in a sector: the newest of
    /// its norms.
    ///
    /// # Errors
    /// As for [`Region::budget`]; [`RegionError::Disagreement`] when the norm
    /// cites a document that the package does not name.
    pub fn norm(&self, sector: Sector) -> Result<NormReport, RegionError> {
        self.require(Some(Capability::Norm), sector)?;
        norm_report(self, sector, None)
    }

    /// What the region says of basisondersteuning in a sector on a day.
    ///
    /// # Errors
    /// As for [`Region::norm`].
    pub fn norm_on(&self, sector: Sector, day: Date) -> Result<NormReport, RegionError> {
        self.require(Some(Capability::Norm), sector)?;
        norm_report(self, sector, Some(day))
    }

    /// What self-scans mean by the region's norm, each and together. A name
    /// stands before each, for errors.
    ///
    /// # Errors
    /// As for [`Region::norm`]; [`RegionError::Scans`] with everything that is
    /// wrong with any of them.
    pub fn scans(&self, sector: Sector, scans: &[(String, SelfScan)]) -> Result<ScansReport, RegionError> {
        self.require(Some(Capability::Norm), sector)?;
        scans_report(self, sector, scans)
    }

    pub(crate) fn require(&self, capability: Option<Capability>, sector: Sector) -> Result<(), RegionError> {
        let has: Vec<Sector> = self.package.manifest.swv.iter().map(|entry| entry.sector).collect();
        if !has.contains(&sector) {
            return Err(RegionError::Sector { region: self.id().clone(), sector, has });
        }
        capability.map_or(Ok(()), |capability| self.require_capability(capability))
    }

    fn require_capability(&self, capability: Capability) -> Result<(), RegionError> {
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
