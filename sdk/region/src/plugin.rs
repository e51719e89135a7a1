//! A region's rules, ready to run, with everything checked that they promise.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use swv_core::procedure::{Breach, CheckInput, Procedure};
use swv_core::{
    Allocation, AllocationInput, BudgetInput, BudgetTable, Capability, Column, Description, Exports, Failure,
    Indicator, IndicatorInput, Line, Norm, Sector, Text,
};

use crate::{CallError, CallFailure, Rules};

/// A region's rules, ready to run. Wherever they run, their answers are
/// checked here, and nowhere else.
pub struct Plugin {
    rules: Box<dyn Rules>,
    version: OnceLock<semver::Version>,
}

impl Plugin {
    /// These rules, with their answers checked.
    pub fn new(rules: impl Rules + 'static) -> Plugin {
        Plugin { rules: Box::new(rules), version: OnceLock::new() }
    }

    /// Which parts of the interface it speaks, and in which versions.
    pub fn exports(&self) -> &Exports {
        self.rules.exports()
    }

    /// What the plugin can do beyond describing itself.
    pub fn capabilities(&self) -> impl Iterator<Item = Capability> {
        self.exports().capabilities.keys().copied()
    }

    /// Whether it has a capability.
    pub fn can(&self, capability: Capability) -> bool {
        self.exports().capabilities.contains_key(&capability)
    }

    /// Whether it runs in the sandbox.
    pub fn is_sandboxed(&self) -> bool {
        self.rules.is_sandboxed()
    }

    /// What the plugin is and what it needs.
    ///
    /// # Errors
    /// [`CallError`] when the plugin does not answer within its limits, or
    /// says something that cannot be true.
    pub fn describe(&self) -> Result<Description, CallError> {
        let description = self.rules.describe().map_err(|failure| self.error(failure))?;
        let _ = self.version.set(description.version.clone());
        Ok(description)
    }

    /// The lines of its budget over these columns.
    ///
    /// # Errors
    /// As for [`Plugin::describe`]; [`CallFailure::Capability`] when it has
    /// no rules for this, [`CallFailure::Region`] when they give no result.
    pub fn budget_outline(&self, sector: Sector, columns: &[Column]) -> Result<Vec<Line>, CallError> {
        self.ask(Capability::Budget, |rules| rules.budget_outline(sector, columns))
    }

    /// Its budget.
    ///
    /// # Errors
    /// As for [`Plugin::budget_outline`]; [`CallFailure::Broken`] when it is not
    /// as wide as its columns.
    pub fn budget(&self, input: &BudgetInput) -> Result<BudgetTable, CallError> {
        let table = self.ask(Capability::Budget, |rules| rules.budget(input))?;
        match (table.cells.columns(), input.columns.len()) {
            (given, columns) if given == columns => Ok(table),
            (given, columns) => {
                Err(self.error(CallFailure::Broken(format!("a budget of {given} columns, where there are {columns}"))))
            }
        }
    }

    /// Its allocation, checked: every amount is its quantity times its rate.
    ///
    /// # Errors
    /// As for [`Plugin::budget_outline`]; [`CallFailure::Broken`] when the
    /// result does not add up.
    pub fn allocate(&self, input: &AllocationInput) -> Result<Allocation, CallError> {
        let allocation = self.ask(Capability::Allocation, |rules| rules.allocate(input))?;
        match allocation.check(input.kinds.len()) {
            Ok(()) => Ok(allocation),
            Err(promise) => Err(self.error(CallFailure::Broken(promise))),
        }
    }

    /// Its key figures.
    ///
    /// # Errors
    /// As for [`Plugin::budget_outline`].
    pub fn indicators(&self, input: &IndicatorInput) -> Result<Vec<Indicator>, CallError> {
        self.ask(Capability::Indicators, |rules| rules.indicators(input))
    }

    /// Its procedures, each of which fits together.
    ///
    /// # Errors
    /// As for [`Plugin::budget_outline`]; [`CallFailure::Broken`] when a
    /// procedure refers to what is not there, or stands there twice.
    pub fn procedures(&self) -> Result<Vec<Procedure>, CallError> {
        let document = self.ask(Capability::Procedures, |rules| rules.procedures())?;
        let stated: Vec<Procedure> = self.read(Capability::Procedures, &document)?;
        for (at, procedure) in stated.iter().enumerate() {
            procedure.check().map_err(|fault| self.error(CallFailure::Broken(fault.to_string())))?;
            if stated.iter().take(at).any(|earlier| earlier.id == procedure.id) {
                let promise = format!("the procedure {} stands there twice", procedure.id);
                return Err(self.error(CallFailure::Broken(promise)));
            }
        }
        Ok(stated)
    }

    /// What a case breaks of the rules that only its code can say.
    ///
    /// # Errors
    /// As for [`Plugin::budget_outline`]; [`CallFailure::Broken`] when it names
    /// an event that is not in the case.
    pub fn check_case(&self, input: &CheckInput) -> Result<Vec<Breach>, CallError> {
        let found = self.ask(Capability::Procedures, |rules| rules.check_case(input))?;
        match found.iter().find(|breach| breach.event.is_some_and(|event| event >= input.events.len())) {
            None => Ok(found),
            Some(breach) => {
                let promise = format!("the check {} names an event that is not in the case", breach.rule);
                Err(self.error(CallFailure::Broken(promise)))
            }
        }
    }

    /// Its norm for a sector, checked: what it says can be compared and
    /// answered.
    ///
    /// # Errors
    /// As for [`Plugin::budget_outline`]; [`CallFailure::Broken`] when the norm
    /// is not sound.
    pub fn norm(&self, sector: Sector) -> Result<Norm, CallError> {
        let document = self.ask(Capability::Norm, |rules| rules.norm())?;
        let mut norms: BTreeMap<Sector, Norm> = self.read(Capability::Norm, &document)?;
        let norm = norms.remove(&sector).ok_or_else(|| {
            let none = Text::new(format!("geen norm voor {sector}"), format!("no norm for {sector}"));
            self.error(CallFailure::Region(Failure::NotOffered(none)))
        })?;
        match norm.faults(sector).first() {
            None => Ok(norm),
            Some(fault) => Err(self.error(CallFailure::Broken(format!("norm: {fault}")))),
        }
    }

    /// A document that the plugin stated.
    fn read<T: serde::de::DeserializeOwned>(&self, stated: Capability, document: &str) -> Result<T, CallError> {
        let broken = |error| CallFailure::Broken(format!("the document of its {}: {error}", stated.name()));
        serde_json::from_str(document).map_err(|error: serde_json::Error| self.error(broken(error)))
    }

    /// An error of this plugin, for what its caller finds wrong.
    pub(crate) fn error(&self, failure: CallFailure) -> CallError {
        CallError { place: self.rules.place().to_owned(), version: self.version.get().cloned(), failure }
    }

    /// Asks the rules for something that they say they can do.
    fn ask<T>(
        &self,
        capability: Capability,
        ask: impl FnOnce(&dyn Rules) -> Result<T, CallFailure>,
    ) -> Result<T, CallError> {
        match self.can(capability) {
            true => ask(&*self.rules).map_err(|failure| self.error(failure)),
            false => Err(self.error(CallFailure::Capability(capability))),
        }
    }
}
