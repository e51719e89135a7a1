//! A region's rules, ready to run, with everything checked that they promise.

use std::sync::OnceLock;

use swv_core::procedure::{self, Breach, CheckInput, Procedure};
use swv_core::statement::StatementFault;
use swv_core::{
    Allocation, AllocationInput, BudgetInput, BudgetTable, Capability, Description, Exports, Indicator, IndicatorInput,
    Norm, norm,
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

    /// Its budget, checked by [`BudgetInput::check`]: the lines asked for, with
    /// what is stated unchanged and every sum the sum of its parts.
    ///
    /// # Errors
    /// As for [`Plugin::describe`]; [`CallFailure::Capability`] when it has
    /// no rules for this, [`CallFailure::Region`] when they give no result,
    /// [`CallFailure::Broken`] when the result breaks a law.
    pub fn budget(&self, input: &BudgetInput) -> Result<BudgetTable, CallError> {
        let table = self.ask(Capability::Budget, |rules| rules.budget(input))?;
        match input.check(&table) {
            Ok(()) => Ok(table),
            Err(fault) => Err(self.error(CallFailure::Broken(fault.to_string()))),
        }
    }

    /// Its allocation, checked: every amount is its quantity times its rate.
    ///
    /// # Errors
    /// As for [`Plugin::budget`]; [`CallFailure::Broken`] when the
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
    /// As for [`Plugin::budget`].
    pub fn indicators(&self, input: &IndicatorInput) -> Result<Vec<Indicator>, CallError> {
        self.ask(Capability::Indicators, |rules| rules.indicators(input))
    }

    /// Its procedures, each of which fits together; several of one id are its
    /// versions, of which one follows the other.
    ///
    /// # Errors
    /// As for [`Plugin::budget`]; [`CallFailure::Broken`], with the
    /// place, when its document is none or does not fit together.
    pub fn procedures(&self) -> Result<Vec<Procedure>, CallError> {
        let document = self.ask(Capability::Procedures, |rules| rules.procedures())?;
        procedure::stated::Procedures::read(&document).map_err(|faults| self.unsound("procedures", &faults))
    }

    /// What a case breaks of the rules that only its code can say.
    ///
    /// # Errors
    /// As for [`Plugin::budget`]; [`CallFailure::Broken`] when it names
    /// an event that is not in the case, or a check that was not asked for.
    pub fn check_case(&self, input: &CheckInput) -> Result<Vec<Breach>, CallError> {
        if input.checks.is_empty() {
            return Ok(Vec::new());
        }
        let found = self.ask(Capability::Procedures, |rules| rules.check_case(input))?;
        let broken = |breach: &Breach| {
            let check = &breach.check;
            if !input.checks.contains(check) {
                return Some(format!("the check {check} was not asked for"));
            }
            let nowhere = breach.event.is_some_and(|event| event >= input.events.len());
            nowhere.then(|| format!("the check {check} names an event that is not in the case"))
        };
        match found.iter().find_map(broken) {
            None => Ok(found),
            Some(promise) => Err(self.error(CallFailure::Broken(promise))),
        }
    }

    /// Its norms, each of which can be compared and answered; several of one
    /// sector are its versions, of which one follows the other.
    ///
    /// # Errors
    /// As for [`Plugin::budget`]; [`CallFailure::Broken`], with the
    /// place, when its document is none or is not sound.
    pub fn norms(&self) -> Result<Vec<Norm>, CallError> {
        let document = self.ask(Capability::Norm, |rules| rules.norm())?;
        norm::stated::Norms::read(&document).map_err(|faults| self.unsound("norm", &faults))
    }

    /// That a document is not sound: the first of what is wrong.
    fn unsound(&self, document: &str, faults: &[StatementFault]) -> CallError {
        let first = faults.first().map(StatementFault::to_string).unwrap_or_default();
        self.error(CallFailure::Broken(format!("{document}: {first}")))
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
