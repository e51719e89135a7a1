//! A component in the sandbox: loading it, and calling it within its limits.

use std::sync::Arc;

use swv_core::procedure::{Breach, CheckInput, Procedure};
use swv_core::{
    Allocation, AllocationInput, BudgetInput, BudgetTable, Capability, Description, Indicator, IndicatorInput, Norm,
    Sector,
};
use wasmtime::component::{Instance, InstancePre, Linker};
use wasmtime::{Engine, ResourceLimiter, Store, Trap};

use swv_region::{CallFailure, Rules};

use super::{LoadError, convert, convert_procedures, inspect, norm_back};
use crate::Limits;
use crate::cache::Cache;
use crate::host::TICK;
use bindings::exports::swv::region::{allocation, budget, description, indicators, norm, procedures};
use bindings::swv::region::types::Failure;

/// The interface as the host sees it. A plugin exports a part of it, so the
/// parts are looked up one by one.
#[allow(missing_docs)]
pub(super) mod bindings {
    wasmtime::component::bindgen!({
        path: "../wit/v1",
        world: "region",
    });
}

/// A component, ready to be instantiated.
///
/// Every call starts in a fresh instance: nothing is left from one call to the
/// next, and a trap ends with the call.
pub(crate) struct ComponentPlugin {
    place: String,
    capabilities: Vec<Capability>,
    limits: Arc<Limits>,
    instance: InstancePre<Guest>,
    description: description::GuestIndices,
    allocation: Option<allocation::GuestIndices>,
    budget: Option<budget::GuestIndices>,
    indicators: Option<indicators::GuestIndices>,
    procedures: Option<procedures::GuestIndices>,
    norm: Option<norm::GuestIndices>,
}

/// What one instance may use and has said.
struct Guest {
    limits: Arc<Limits>,
    memory: usize,
    refused_memory: bool,
    panic: Option<String>,
}

impl bindings::swv::region::types::Host for Guest {}

impl bindings::swv::region::diagnostics::Host for Guest {
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
        bindings::swv::region::diagnostics::add_to_linker::<_, wasmtime::component::HasSelf<_>>(&mut linker, |guest| {
            guest
        })
        .map_err(mismatch)?;
        bindings::swv::region::types::add_to_linker::<_, wasmtime::component::HasSelf<_>>(&mut linker, |guest| guest)
            .map_err(mismatch)?;
        let instance = linker.instantiate_pre(&component).map_err(mismatch)?;
        let has = |capability| exports.capabilities.contains(&capability);
        let plugin = ComponentPlugin {
            place: place.to_owned(),
            limits,
            description: description::GuestIndices::new(&instance).map_err(mismatch)?,
            allocation: has(Capability::Allocation)
                .then(|| allocation::GuestIndices::new(&instance).map_err(mismatch))
                .transpose()?,
            budget: has(Capability::Budget)
                .then(|| budget::GuestIndices::new(&instance).map_err(mismatch))
                .transpose()?,
            indicators: has(Capability::Indicators)
                .then(|| indicators::GuestIndices::new(&instance).map_err(mismatch))
                .transpose()?,
            procedures: has(Capability::Procedures)
                .then(|| procedures::GuestIndices::new(&instance).map_err(mismatch))
                .transpose()?,
            norm: has(Capability::Norm).then(|| norm::GuestIndices::new(&instance).map_err(mismatch)).transpose()?,
            capabilities: exports.capabilities,
            instance,
        };
        plugin.check_types().map_err(mismatch)?;
        Ok(plugin)
    }

    /// Looks up every function once: their types are checked then, and not
    /// only at the first call.
    fn check_types(&self) -> wasmtime::Result<()> {
        let mut store = self.store(self.limits.fuel)?;
        let instance = self.instance.instantiate(&mut store)?;
        self.description.load(&mut store, &instance)?;
        if let Some(indices) = &self.allocation {
            indices.load(&mut store, &instance)?;
        }
        if let Some(indices) = &self.budget {
            indices.load(&mut store, &instance)?;
        }
        if let Some(indices) = &self.indicators {
            indices.load(&mut store, &instance)?;
        }
        if let Some(indices) = &self.norm {
            indices.load(&mut store, &instance)?;
        }
        if let Some(indices) = &self.procedures {
            indices.load(&mut store, &instance)?;
        }
        Ok(())
    }

    fn require<'a, T>(&self, capability: Capability, indices: Option<&'a T>) -> Result<&'a T, CallFailure> {
        indices.ok_or(CallFailure::Capability(capability))
    }

    /// Runs one call in an instance of its own.
    fn run<T>(
        &self,
        items: usize,
        call: impl FnOnce(&mut Store<Guest>, &Instance) -> wasmtime::Result<Result<T, Failure>>,
    ) -> Result<T, CallFailure> {
        let fuel = self.limits.fuel_for(items);
        let mut store = self.store(fuel).map_err(|error| CallFailure::Trapped(format!("{error:#}")))?;
        let result = self.instance.instantiate(&mut store).and_then(|instance| call(&mut store, &instance));
        match result {
            Ok(Ok(value)) => Ok(value),
            Ok(Err(failure)) => Err(CallFailure::Region(convert::failure(failure))),
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

    fn is_sandboxed(&self) -> bool {
        true
    }

    fn capabilities(&self) -> &[Capability] {
        &self.capabilities
    }

    fn describe(&self) -> Result<Description, CallFailure> {
        let described =
            self.run(0, |store, instance| self.description.load(&mut *store, instance)?.call_describe(store).map(Ok))?;
        convert::description(described).map_err(CallFailure::Broken)
    }

    fn allocate(&self, input: &AllocationInput) -> Result<Allocation, CallFailure> {
        let indices = self.require(Capability::Allocation, self.allocation.as_ref())?;
        let counts = input.kinds.len() * (1 + input.quantities.len());
        let items = counts + input.parameters.values().len() + input.facts.facts().len();
        let table = convert::allocation_input(input).map_err(CallFailure::Broken)?;
        let table =
            self.run(items, |store, instance| indices.load(&mut *store, instance)?.call_allocate(store, &table))?;
        Ok(convert::allocation(table))
    }

    fn budget(&self, input: &BudgetInput) -> Result<BudgetTable, CallFailure> {
        let indices = self.require(Capability::Budget, self.budget.as_ref())?;
        let cells = input.lines.len() * (1 + input.columns.len());
        let items = cells + input.parameters.values().len() + input.facts.facts().len();
        let given = convert::budget_input(input).map_err(CallFailure::Broken)?;
        let table =
            self.run(items, |store, instance| indices.load(&mut *store, instance)?.call_compute(store, &given))?;
        convert::budget(input, table).map_err(CallFailure::Broken)
    }

    fn indicators(&self, input: &IndicatorInput) -> Result<Vec<Indicator>, CallFailure> {
        let indices = self.require(Capability::Indicators, self.indicators.as_ref())?;
        let items = input.parameters.values().len() + input.facts.facts().len();
        let given = convert::indicator_input(input).map_err(CallFailure::Broken)?;
        let computed =
            self.run(items, |store, instance| indices.load(&mut *store, instance)?.call_compute(store, &given))?;
        let computed: Result<_, _> = computed.into_iter().map(convert::indicator).collect();
        computed.map_err(CallFailure::Broken)
    }

    fn procedures(&self) -> Result<Vec<Procedure>, CallFailure> {
        let indices = self.require(Capability::Procedures, self.procedures.as_ref())?;
        let stated = self.run(0, |store, instance| indices.load(&mut *store, instance)?.call_outline(store))?;
        let stated: Result<_, _> = stated.into_iter().map(convert_procedures::procedure).collect();
        stated.map_err(CallFailure::Broken)
    }

    fn check_case(&self, input: &CheckInput) -> Result<Vec<Breach>, CallFailure> {
        let indices = self.require(Capability::Procedures, self.procedures.as_ref())?;
        let items = input.fields.len() + input.events.iter().map(|event| 1 + event.fields.len()).sum::<usize>();
        let case = convert_procedures::case(input);
        let found = self.run(items, |store, instance| indices.load(&mut *store, instance)?.call_check(store, &case))?;
        let found: Result<_, _> = found.into_iter().map(convert_procedures::breach).collect();
        found.map_err(CallFailure::Broken)
    }

    fn norm(&self, sector: Sector) -> Result<Norm, CallFailure> {
        let indices = self.require(Capability::Norm, self.norm.as_ref())?;
        let sector = convert::sector(sector);
        let norm = self.run(0, |store, instance| indices.load(&mut *store, instance)?.call_describe(store, sector))?;
        norm_back::norm(norm).map_err(CallFailure::Broken)
    }
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
            bindings::swv::region::diagnostics::Host::panicked(&mut guest, text.to_owned());
        }
        assert_eq!(guest.panic.as_deref(), Some("the first"));
    }
}
