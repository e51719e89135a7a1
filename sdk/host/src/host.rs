//! The engine that all plugins of a program share.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use swv_region::{Plugin, Region, RegionPackage};
use wasmtime::{Config, Engine, OptLevel, Strategy};

use crate::cache::Cache;
use crate::plugin::{ComponentPlugin, LoadError, NativeLibrary};
use crate::{HostError, Limits};

/// How often the clock of running plugins ticks.
pub(crate) const TICK: Duration = Duration::from_millis(20);

/// The engine that all plugins of a program share, with its limits and its
/// cache of compiled code.
///
/// ```
/// use swv_host::{Host, Limits};
///
/// let host = Host::new(Limits::default(), None)?;
/// assert_eq!(host.limits().panic_text, 8 << 10);
/// # Ok::<(), swv_host::LoadError>(())
/// ```
pub struct Host {
    engine: Engine,
    limits: Arc<Limits>,
    cache: Cache,
}

impl Host {
    /// An engine with these limits. Compiled plugins are kept in `cache`, if
    /// there is such a folder; it must be the user's own.
    ///
    /// # Errors
    /// [`LoadError::Engine`] when the machine cannot run WebAssembly.
    pub fn new(limits: Limits, cache: Option<PathBuf>) -> Result<Host, LoadError> {
        let mut config = Config::new();
        config
            .strategy(Strategy::Cranelift)
            // A first run waits for the compiler; the rules are no slower.
            .cranelift_opt_level(OptLevel::None)
            .concurrency_support(false)
            .consume_fuel(true)
            .epoch_interruption(true)
            .max_wasm_stack(1 << 20)
            // The same input gives the same bytes on every processor.
            .cranelift_nan_canonicalization(true)
            .wasm_relaxed_simd(false)
            .wasm_multi_memory(false)
            .wasm_memory64(false);
        let engine = Engine::new(&config).map_err(|error| LoadError::Engine(error.to_string()))?;
        tick(&engine);
        Ok(Host { engine, limits: Arc::new(limits), cache: Cache::new(cache) })
    }

    /// The limits of each call.
    pub fn limits(&self) -> &Limits {
        &self.limits
    }

    /// Makes a package's own plugin ready to run.
    ///
    /// # Errors
    /// [`HostError`] when the plugin is not what the manifest says, or not
    /// what this host can run.
    pub fn load(&self, package: RegionPackage) -> Result<Region, HostError> {
        let wasm = package.plugin()?;
        let plugin = self.plugin(&package.plugin_place(), wasm)?;
        Ok(Region::new(package, plugin)?)
    }

    /// Puts another component in the place of a package's own plugin: one that
    /// has just been built, to compare it with the one that is there. `place`
    /// names it in errors.
    ///
    /// # Errors
    /// As for [`Host::load`].
    pub fn load_with(&self, package: RegionPackage, place: &str, wasm: &[u8]) -> Result<Region, HostError> {
        let plugin = self.plugin(place, wasm)?;
        Ok(Region::new(package, plugin)?)
    }

    /// Puts the rules of a native library in the place of a package's own
    /// plugin. The library is not sandboxed: it can do whatever the user can.
    ///
    /// # Errors
    /// [`HostError`] when the library holds the rules of another region.
    pub fn load_native(&self, package: RegionPackage, library: NativeLibrary) -> Result<Region, HostError> {
        Ok(Region::new(package, Plugin::new(library))?)
    }

    /// Makes a component ready to run without a package, for tests of plugins.
    /// `place` names it in errors.
    ///
    /// # Errors
    /// [`LoadError`] when it is not what this host can run.
    pub fn plugin(&self, place: &str, wasm: &[u8]) -> Result<Plugin, LoadError> {
        let limits = Arc::clone(&self.limits);
        Ok(Plugin::new(ComponentPlugin::load(&self.engine, &self.cache, limits, place, wasm)?))
    }
}

/// Advances the engine's clock until the engine is gone.
fn tick(engine: &Engine) {
    let engine = engine.weak();
    std::thread::spawn(move || {
        loop {
            std::thread::sleep(TICK);
            match engine.upgrade() {
                Some(engine) => engine.increment_epoch(),
                None => break,
            }
        }
    });
}
