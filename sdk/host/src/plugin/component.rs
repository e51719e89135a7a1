//! A component in the sandbox: loading it, and calling it within its limits.

use std::sync::Arc;

use swv_core::procedure::{Breach, CheckInput};
use swv_core::{
    Allocation, AllocationInput, BudgetInput, BudgetTable, Capability, Description, Exports, Indicator, IndicatorInput,
};
use swv_region::{CallFailure, Rules};
use swv_wit::{Cross, Interfaces, wit};
use wasmtime::component::{HasSelf, Instance, InstancePre, Linker};
use wasmtime::{Engine, ResourceLimiter, Store, Trap};

use super::{LoadError, inspect};
use crate::Limits;
use crate::cache::Cache;
use crate::host::TICK;

/// A component, ready to be instantiated.
///
/// Every call starts in a fresh instance: nothing is left from one call to the
/// next, and a trap ends with the call.
pub(crate) struct ComponentPlugin {
    place: String,
    exports: Exports,
    limits: Arc<Limits>,
    instance: InstancePre<Guest>,
    interfaces: Interfaces,
}

/// What one instance may use and has said.
struct Guest {
    limits: Arc<Limits>,
    memory: usize,
    refused_memory: bool,
    panic: Option<String>,
}

impl wit::types::Host for Guest {}

impl wit::diagnostics::Host for Guest {
    fn panicked(&mut self, mut message: String) {
        let mut end = message.len().min(self.limits.panic_text);
        while !message.is_char_boundary(end) {
            end -= 1;
        }
        message.truncate(end);
        self.panic.get_or_insert(message);
    }
}

impl ResourceLimiter for Guest {
    /// The limit is on all memories of an instance together.
    fn memory_growing(&mut self, current: usize, desired: usize, _maximum: Option<usize>) -> wasmtime::Result<bool> {
        let total = self.memory.saturating_add(desired.saturating_sub(current));
        let allowed = total <= self.limits.memory;
        if allowed {
            self.memory = total;
        }
        self.refused_memory |= !allowed;
        Ok(allowed)
    }

    fn table_growing(&mut self, _current: usize, desired: usize, _maximum: Option<usize>) -> wasmtime::Result<bool> {
        Ok(desired <= 100_000)
    }

    // A component made by the SDK has four core instances, one memory and two
    // tables; these leave room and no more.
    fn instances(&self) -> usize {
        32
    }

    fn memories(&self) -> usize {
        4
    }

    fn tables(&self) -> usize {
        16
    }
}

impl ComponentPlugin {
    pub(crate) fn load(
        engine: &Engine,
        cache: &Cache,
        limits: Arc<Limits>,
        place: &str,
        wasm: &[u8],
    ) -> Result<ComponentPlugin, LoadError> {
        if wasm.len() > limits.plugin {
            return Err(LoadError::TooLarge { file: place.to_owned(), size: wasm.len(), limit: limits.plugin });
        }
        let exports = inspect(place, wasm)?;
        let mismatch =
            |error: wasmtime::Error| LoadError::Mismatch { file: place.to_owned(), reason: format!("{error:#}") };
        let component = cache.component(engine, wasm).map_err(mismatch)?;
        let mut linker = Linker::<Guest>::new(engine);
        wit::diagnostics::add_to_linker::<_, HasSelf<_>>(&mut linker, |guest| guest).map_err(mismatch)?;
        wit::types::add_to_linker::<_, HasSelf<_>>(&mut linker, |guest| guest).map_err(mismatch)?;
        let instance = linker.instantiate_pre(&component).map_err(mismatch)?;
        let has = |capability| exports.capabilities.contains_key(&capability);
        let interfaces = Interfaces::find(&instance, has).map_err(mismatch)?;
        let plugin = ComponentPlugin { place: place.to_owned(), exports, limits, instance, interfaces };
        plugin.check_types().map_err(mismatch)?;
        Ok(plugin)
    }

    /// Looks up every function once: their types are checked then, and not
    /// only at the first call.
    fn check_types(&self) -> wasmtime::Result<()> {
        let mut store = self.store(self.limits.fuel)?;
        let instance = self.instance.instantiate(&mut store)?;
        self.interfaces.check(&mut store, &instance)
    }

    /// Runs one call in an instance of its own.
    fn run<T>(
        &self,
        items: usize,
        call: impl FnOnce(&mut Store<Guest>, &Instance) -> wasmtime::Result<Result<T, wit::types::Failure>>,
    ) -> Result<T, CallFailure> {
        let fuel = self.limits.fuel_for(items);
        let mut store = self.store(fuel).map_err(|error| CallFailure::Trapped(format!("{error:#}")))?;
        let result = self.instance.instantiate(&mut store).and_then(|instance| call(&mut store, &instance));
        match result {
            Ok(Ok(value)) => Ok(value),
            Ok(Err(failure)) => Err(CallFailure::Region(back(failure)?)),
            Err(error) => Err(self.stopped(store.into_data(), fuel, &error)),
        }
    }

    /// A store of its own for one instance, with its limits.
    fn store(&self, fuel: u64) -> wasmtime::Result<Store<Guest>> {
        let guest = Guest { limits: Arc::clone(&self.limits), memory: 0, refused_memory: false, panic: None };
        let mut store = Store::new(self.instance.component().engine(), guest);
        store.limiter(|guest| guest);
        store.set_hostcall_fuel(self.limits.output);
        let ticks = self.limits.time.as_nanos().div_ceil(TICK.as_nanos());
        store.set_epoch_deadline(u64::try_from(ticks).unwrap_or(u64::MAX));
        store.set_fuel(fuel)?;
        Ok(store)
    }

    /// Why a call was stopped, most telling cause first.
    fn stopped(&self, guest: Guest, fuel: u64, error: &wasmtime::Error) -> CallFailure {
        if guest.refused_memory {
            return CallFailure::Memory { limit: self.limits.memory };
        }
        if let Some(text) = guest.panic {
            return CallFailure::Panicked(text);
        }
        match error.downcast_ref::<Trap>() {
            Some(Trap::OutOfFuel) => CallFailure::Fuel { fuel },
            Some(Trap::Interrupt) => CallFailure::Time { limit: self.limits.time },
            Some(trap) => CallFailure::Trapped(trap.to_string()),
            // The engine has no public type for this one.
            None if format!("{error:#}").contains("fuel allocated for hostcalls has been exhausted") => {
                CallFailure::Output { limit: self.limits.output }
            }
            None => CallFailure::Trapped(format!("{error:#}")),
        }
    }
}

impl Rules for ComponentPlugin {
    fn place(&self) -> &str {
        &self.place
    }

    fn exports(&self) -> &Exports {
        &self.exports
    }

    fn is_sandboxed(&self) -> bool {
        true
    }

    fn describe(&self) -> Result<Description, CallFailure> {
        let indices = &self.interfaces.description;
        back(self.run(0, |store, plugin| indices.load(&mut *store, plugin)?.call_describe(store).map(Ok))?)
    }

    fn allocate(&self, input: &AllocationInput) -> Result<Allocation, CallFailure> {
        let indices = require(Capability::Allocation, &self.interfaces.allocation)?;
        let given = over(input.clone())?;
        let counts = input.kinds.len() * (1 + input.quantities.len());
        let items = counts + input.parameters.values().len() + input.facts.facts().len() + input.budget.figures().len();
        back(self.run(items, |store, plugin| indices.load(&mut *store, plugin)?.call_allocate(store, &given))?)
    }

    fn budget(&self, input: &BudgetInput) -> Result<BudgetTable, CallFailure> {
        let indices = require(Capability::Budget, &self.interfaces.budget)?;
        let given = over(input.clone())?;
        let cells = input.lines.len() * (1 + input.columns.len());
        let items = cells + input.parameters.values().len() + input.facts.facts().len();
        back(self.run(items, |store, plugin| indices.load(&mut *store, plugin)?.call_compute(store, &given))?)
    }

    fn indicators(&self, input: &IndicatorInput) -> Result<Vec<Indicator>, CallFailure> {
        let indices = require(Capability::Indicators, &self.interfaces.indicators)?;
        let given = over(input.clone())?;
        let items = input.parameters.values().len() + input.facts.facts().len() + input.budget.figures().len();
        back(self.run(items, |store, plugin| indices.load(&mut *store, plugin)?.call_compute(store, &given))?)
    }

    fn procedures(&self) -> Result<String, CallFailure> {
        let indices = require(Capability::Procedures, &self.interfaces.procedures)?;
        self.run(0, |store, plugin| indices.load(&mut *store, plugin)?.call_statement(store))
    }

    fn check_case(&self, input: &CheckInput) -> Result<Vec<Breach>, CallFailure> {
        let indices = require(Capability::Procedures, &self.interfaces.procedures)?;
        let given = over(input.clone())?;
        let items = input.fields.len() + input.events.iter().map(|event| 1 + event.fields.len()).sum::<usize>();
        back(self.run(items, |store, plugin| indices.load(&mut *store, plugin)?.call_check(store, &given))?)
    }

    fn norm(&self) -> Result<String, CallFailure> {
        let indices = require(Capability::Norm, &self.interfaces.norm)?;
        self.run(0, |store, plugin| indices.load(&mut *store, plugin)?.call_statement(store))
    }
}

fn require<T>(capability: Capability, indices: &Option<T>) -> Result<&T, CallFailure> {
    indices.as_ref().ok_or(CallFailure::Capability(capability))
}

/// A value on its way to the plugin.
fn over<T>(value: impl Cross<T>) -> Result<T, CallFailure> {
    value.cross().map_err(CallFailure::Input)
}

/// A value on its way back; one that cannot be is a broken promise.
fn back<T>(value: impl Cross<T>) -> Result<T, CallFailure> {
    value.cross().map_err(|invalid| CallFailure::Broken(invalid.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_memories_share_one_limit_and_a_refusal_takes_nothing_of_it() {
        let limits = Arc::new(Limits { memory: 100, ..Limits::default() });
        let mut guest = Guest { limits, memory: 0, refused_memory: false, panic: None };
        assert!(guest.memory_growing(0, 60, None).unwrap(), "the first memory is within the limit");
        assert!(!guest.memory_growing(0, 60, None).unwrap(), "with the second they are not");
        assert!(guest.refused_memory);
        assert!(guest.memory_growing(0, 40, None).unwrap(), "what was refused was not counted");
        assert!(!guest.memory_growing(40, 41, None).unwrap(), "the limit is exact");
    }

    #[test]
    fn the_first_text_of_a_panic_is_its_cause() {
        let limits = Arc::new(Limits::default());
        let mut guest = Guest { limits, memory: 0, refused_memory: false, panic: None };
        for text in ["the first", "the second"] {
            wit::diagnostics::Host::panicked(&mut guest, text.to_owned());
        }
        assert_eq!(guest.panic.as_deref(), Some("the first"));
    }
}
