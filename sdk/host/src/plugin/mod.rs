//! A region's rules, ready to run: a sandboxed component, or a native library
//! that the user allowed.

mod component;
mod convert;
mod convert_procedures;
mod error;
mod inspect;
mod native;
mod norm_back;

use std::sync::Arc;

use swv_core::procedure::{Breach, CheckInput, Procedure};
use swv_core::{
    Allocation, AllocationInput, BudgetInput, BudgetTable, Capability, Description, Indicator, IndicatorInput, Norm,
    Request, Response, Sector,
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

    /// Its budget, checked by [`BudgetInput::check`]: the lines asked for, with
    /// what is stated unchanged and every sum the sum of its parts.
    ///
    /// # Errors
    /// As for [`Plugin::describe`]; [`CallFailure::Region`] when the region
    /// gives no result, [`CallFailure::Broken`] with the law that it breaks.
    pub fn budget(&self, input: &BudgetInput) -> Result<BudgetTable, CallError> {
        let table = match &self.runner {
            Runner::Component(component) => component.budget(input)?,
            Runner::Native(library) => library.call(&Request::Budget(input.clone()), |response| match response {
                Response::Budget(table) => Some(table),
                _ => None,
            })?,
        };
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
    /// As for [`Plugin::budget`].
    pub fn indicators(&self, input: &IndicatorInput) -> Result<Vec<Indicator>, CallError> {
        match &self.runner {
            Runner::Component(component) => component.indicators(input),
            Runner::Native(library) => library.call(&Request::Indicators(input.clone()), |response| match response {
                Response::Indicators(indicators) => Some(indicators),
                _ => None,
            }),
        }
    }

    /// Its procedures, each of which fits together.
    ///
    /// # Errors
    /// As for [`Plugin::budget`]; [`CallFailure::Broken`] when a
    /// procedure refers to what is not there, or stands there twice.
    pub fn procedures(&self) -> Result<Vec<Procedure>, CallError> {
        let stated = match &self.runner {
            Runner::Component(component) => component.procedures()?,
            Runner::Native(library) => library.call(&Request::Procedures, |response| match response {
                Response::Procedures(stated) => Some(stated),
                _ => None,
            })?,
        };
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
    /// As for [`Plugin::budget`]; [`CallFailure::Broken`] when it names
    /// an event that is not in the case.
    pub fn check_case(&self, input: &CheckInput) -> Result<Vec<Breach>, CallError> {
        let found = match &self.runner {
            Runner::Component(component) => component.check_case(input)?,
            Runner::Native(library) => library.call(&Request::CheckCase(input.clone()), |response| match response {
                Response::CheckCase(found) => Some(found),
                _ => None,
            })?,
        };
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
    /// As for [`Plugin::budget`]; [`CallFailure::Broken`] when the norm
    /// is not sound.
    pub fn norm(&self, sector: Sector) -> Result<Norm, CallError> {
        let norm = match &self.runner {
            Runner::Component(component) => component.norm(sector)?,
            Runner::Native(library) => library.call(&Request::Norm(sector), |response| match response {
                Response::Norm(norm) => Some(norm),
                _ => None,
            })?,
        };
        match norm.faults(sector).first() {
            None => Ok(norm),
            Some(fault) => Err(self.error(CallFailure::Broken(format!("norm: {fault}")))),
        }
    }

    /// An error of this plugin, for what its caller finds wrong.
    pub(crate) fn error(&self, failure: CallFailure) -> CallError {
        match &self.runner {
            Runner::Component(component) => component.error(failure),
            Runner::Native(library) => library.error(failure),
        }
    }
}
