//! A region's rules, ready to run: a sandboxed component, or a native library
//! that the user allowed.

mod component;
mod convert;
mod error;
mod inspect;
mod native;

use std::sync::Arc;

use swv_core::procedure::{self, Breach, CheckInput, Procedure};
use swv_core::statement::StatementFault;
use swv_core::{
    Allocation, AllocationInput, BudgetInput, BudgetTable, Capability, Column, Description, Indicator, IndicatorInput,
    Line, Norm, Request, Response, Sector, norm,
};
use wasmtime::Engine;

pub use error::{CallError, CallFailure, LoadError};
pub use inspect::{Exports, inspect};
pub(crate) use native::NativeLibrary as Library;
pub use native::NativeLibrary;

use crate::Limits;
use crate::cache::Cache;
use component::ComponentPlugin;

/// A region's rules, ready to run.
///
/// Every call of a component starts in a fresh instance: nothing is left from
/// one call to the next, and a trap ends with the call.
pub struct Plugin {
    runner: Runner,
}

enum Runner {
    Component(ComponentPlugin),
    Native(Library),
}

impl Plugin {
    pub(crate) fn component(
        engine: &Engine,
        cache: &Cache,
        limits: &Arc<Limits>,
        place: &str,
        wasm: &[u8],
    ) -> Result<Plugin, LoadError> {
        let component = ComponentPlugin::load(engine, cache, Arc::clone(limits), place, wasm)?;
        Ok(Plugin { runner: Runner::Component(component) })
    }

    pub(crate) fn native(library: Library) -> Plugin {
        Plugin { runner: Runner::Native(library) }
    }

    /// What the plugin can do beyond describing itself.
    pub fn capabilities(&self) -> &[Capability] {
        match &self.runner {
            Runner::Component(component) => component.capabilities(),
            Runner::Native(library) => library.capabilities(),
        }
    }

    /// Whether it runs in the sandbox.
    pub fn is_sandboxed(&self) -> bool {
        matches!(self.runner, Runner::Component(_))
    }

    /// What the plugin is and what it needs.
    ///
    /// # Errors
    /// [`CallError`] when the plugin does not answer within its limits, or
    /// says something that cannot be true.
    pub fn describe(&self) -> Result<Description, CallError> {
        match &self.runner {
            Runner::Component(component) => component.describe(),
            Runner::Native(library) => library.describe(),
        }
    }

    /// The lines of its budget over these columns.
    ///
    /// # Errors
    /// As for [`Plugin::describe`]; [`CallFailure::Region`] when the region has
    /// no such budget.
    pub fn budget_outline(&self, sector: Sector, columns: &[Column]) -> Result<Vec<Line>, CallError> {
        match &self.runner {
            Runner::Component(component) => component.budget_outline(sector, columns),
            Runner::Native(library) => {
                library.call(&Request::BudgetOutline(sector, columns.to_vec()), |response| match response {
                    Response::BudgetOutline(lines) => Some(lines),
                    _ => None,
                })
            }
        }
    }

    /// Its budget.
    ///
    /// # Errors
    /// As for [`Plugin::budget_outline`].
    pub fn budget(&self, input: &BudgetInput) -> Result<BudgetTable, CallError> {
        match &self.runner {
            Runner::Component(component) => component.budget(input),
            Runner::Native(library) => library.call(&Request::Budget(input.clone()), |response| match response {
                Response::Budget(table) => Some(table),
                _ => None,
            }),
        }
    }

    /// Its allocation, checked: every amount is its quantity times its rate.
    ///
    /// # Errors
    /// As for [`Plugin::budget_outline`]; [`CallFailure::Broken`] when the
    /// result does not add up.
    pub fn allocate(&self, input: &AllocationInput) -> Result<Allocation, CallError> {
        let allocation = match &self.runner {
            Runner::Component(component) => component.allocate(input)?,
            Runner::Native(library) => library.call(&Request::Allocate(input.clone()), |response| match response {
                Response::Allocate(allocation) => Some(allocation),
                _ => None,
            })?,
        };
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
        match &self.runner {
            Runner::Component(component) => component.indicators(input),
            Runner::Native(library) => library.call(&Request::Indicators(input.clone()), |response| match response {
                Response::Indicators(indicators) => Some(indicators),
                _ => None,
            }),
        }
    }

    /// Its procedures, each of which fits together; several of one id are its
    /// versions, of which one follows the other.
    ///
    /// # Errors
    /// As for [`Plugin::budget_outline`]; [`CallFailure::Broken`], with the
    /// place, when its document is none or does not fit together.
    pub fn procedures(&self) -> Result<Vec<Procedure>, CallError> {
        let text = match &self.runner {
            Runner::Component(component) => component.procedures()?,
            Runner::Native(library) => library.call(&Request::Procedures, |response| match response {
                Response::Procedures(text) => Some(text),
                _ => None,
            })?,
        };
        procedure::stated::Procedures::read(&text).map_err(|faults| self.unsound("its procedures", &faults))
    }

    /// What a case breaks of the rules that only its code can say.
    ///
    /// # Errors
    /// As for [`Plugin::budget_outline`]; [`CallFailure::Broken`] when it names
    /// an event that is not in the case, or a check that was not asked for.
    pub fn check_case(&self, input: &CheckInput) -> Result<Vec<Breach>, CallError> {
        if input.checks.is_empty() {
            return Ok(Vec::new());
        }
        let found = match &self.runner {
            Runner::Component(component) => component.check_case(input)?,
            Runner::Native(library) => library.call(&Request::CheckCase(input.clone()), |response| match response {
                Response::CheckCase(found) => Some(found),
                _ => None,
            })?,
        };
        for breach in &found {
            let check = &breach.check;
            let promise = if !input.checks.contains(check) {
                format!("the check {check} was not asked for")
            } else if breach.event.is_some_and(|event| event >= input.events.len()) {
                format!("the check {check} names an event that is not in the case")
            } else {
                continue;
            };
            return Err(self.error(CallFailure::Broken(promise)));
        }
        Ok(found)
    }

    /// Its norms, each of which can be compared and answered; several of one
    /// sector are its versions, of which one follows the other.
    ///
    /// # Errors
    /// As for [`Plugin::budget_outline`]; [`CallFailure::Broken`], with the
    /// place, when its document is none or is not sound.
    pub fn norms(&self) -> Result<Vec<Norm>, CallError> {
        let text = match &self.runner {
            Runner::Component(component) => component.norm()?,
            Runner::Native(library) => library.call(&Request::Norm, |response| match response {
                Response::Norm(text) => Some(text),
                _ => None,
            })?,
        };
        norm::stated::Norms::read(&text).map_err(|faults| self.unsound("its norm", &faults))
    }

    /// That a document is not sound: the first of what is wrong.
    fn unsound(&self, what: &str, faults: &[StatementFault]) -> CallError {
        let first = faults.first().map(StatementFault::to_string).unwrap_or_default();
        self.error(CallFailure::Broken(format!("{what}: {first}")))
    }

    /// An error of this plugin, for what its caller finds wrong.
    pub(crate) fn error(&self, failure: CallFailure) -> CallError {
        match &self.runner {
            Runner::Component(component) => component.error(failure),
            Runner::Native(library) => library.error(failure),
        }
    }
}
