//! A region's rules, ready to run: a sandboxed component, or a native library
//! that the user allowed.

mod component;
mod error;
mod inspect;
mod native;

use std::collections::BTreeMap;
use std::sync::Arc;

use swv_core::procedure::{Breach, CheckInput, Procedure};
use swv_core::{
    Allocation, AllocationInput, BudgetInput, BudgetTable, Capability, Column, Description, Exports, Failure, Indicator,
    IndicatorInput, Line, Norm, Request, Response, Sector, Text,
};
use wasmtime::Engine;

pub use error::{CallError, CallFailure, LoadError};
pub use inspect::inspect;
pub(crate) use native::NativeLibrary as Library;
pub use native::NativeLibrary;

use crate::Limits;
use crate::cache::Cache;
use component::ComponentPlugin;

/// Asks a native library one thing, and takes the answer that fits.
macro_rules! ask {
    ($library:expr, $request:expr => $response:ident) => {
        $library.call(&$request, |response| match response {
            Response::$response(told) => Some(told),
            _ => None,
        })
    };
}

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

    /// Which parts of the interface it speaks, and in which versions.
    pub fn exports(&self) -> &Exports {
        match &self.runner {
            Runner::Component(component) => component.exports(),
            Runner::Native(library) => library.exports(),
        }
    }

    /// What the plugin can do beyond describing itself.
    pub fn capabilities(&self) -> impl Iterator<Item = Capability> {
        self.exports().capabilities.keys().copied()
    }

    /// Whether the plugin can do this.
    pub fn can(&self, capability: Capability) -> bool {
        self.exports().capabilities.contains_key(&capability)
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
            Runner::Native(library) => ask!(library, Request::Describe => Describe),
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
                ask!(library, Request::BudgetOutline(sector, columns.to_vec()) => BudgetOutline)
            }
        }
    }

    /// Its budget.
    ///
    /// # Errors
    /// As for [`Plugin::budget_outline`]; [`CallFailure::Broken`] when it is not
    /// as wide as its columns.
    pub fn budget(&self, input: &BudgetInput) -> Result<BudgetTable, CallError> {
        let table = match &self.runner {
            Runner::Component(component) => component.budget(input)?,
            Runner::Native(library) => ask!(library, Request::Budget(input.clone()) => Budget)?,
        };
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
        let allocation = match &self.runner {
            Runner::Component(component) => component.allocate(input)?,
            Runner::Native(library) => ask!(library, Request::Allocate(input.clone()) => Allocate)?,
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
            Runner::Native(library) => ask!(library, Request::Indicators(input.clone()) => Indicators),
        }
    }

    /// Its procedures, each of which fits together.
    ///
    /// # Errors
    /// As for [`Plugin::budget_outline`]; [`CallFailure::Broken`] when a
    /// procedure refers to what is not there, or stands there twice.
    pub fn procedures(&self) -> Result<Vec<Procedure>, CallError> {
        let document = match &self.runner {
            Runner::Component(component) => component.procedures()?,
            Runner::Native(library) => ask!(library, Request::Procedures => Procedures)?,
        };
        let stated: Vec<Procedure> = self.read("procedures", &document)?;
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
        let found = match &self.runner {
            Runner::Component(component) => component.check_case(input)?,
            Runner::Native(library) => ask!(library, Request::CheckCase(input.clone()) => CheckCase)?,
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
    /// As for [`Plugin::budget_outline`]; [`CallFailure::Broken`] when the norm
    /// is not sound.
    pub fn norm(&self, sector: Sector) -> Result<Norm, CallError> {
        let document = match &self.runner {
            Runner::Component(component) => component.norm()?,
            Runner::Native(library) => ask!(library, Request::Norm => Norm)?,
        };
        let mut norms: BTreeMap<Sector, Norm> = self.read("norm", &document)?;
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
    fn read<T: serde::de::DeserializeOwned>(&self, name: &str, document: &str) -> Result<T, CallError> {
        serde_json::from_str(document)
            .map_err(|error| self.error(CallFailure::Broken(format!("the document {name}: {error}"))))
    }

    /// An error of this plugin, for what its caller finds wrong.
    pub(crate) fn error(&self, failure: CallFailure) -> CallError {
        match &self.runner {
            Runner::Component(component) => component.error(failure),
            Runner::Native(library) => library.error(failure),
        }
    }
}
