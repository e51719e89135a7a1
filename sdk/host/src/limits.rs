//! What one call of a plugin may use.

use std::time::Duration;

/// What one call of a plugin may use. Each call starts anew, in an instance of
/// its own.
///
/// Fuel grows with the input, so that a large region is no reason to fail. A
/// unit is roughly one WebAssembly instruction; what it means may change with
/// the engine, so the defaults leave ample room: the three regions of this
/// project use less than a hundredth of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Fuel for a call with no input at all.
    pub fuel: u64,
    /// Fuel that each item of input adds: a cell, count, parameter or fact.
    pub fuel_per_item: u64,
    /// Bytes of the plugin's own file: what is compiled, and so how long that
    /// can take.
    pub plugin: usize,
    /// Bytes of memory, all memories together.
    pub memory: usize,
    /// Time on the clock.
    pub time: Duration,
    /// Bytes of a result.
    pub output: usize,
    /// Bytes of a panic's text; what is longer is cut.
    pub panic_text: usize,
}

impl Default for Limits {
    fn default() -> Limits {
        Limits {
            fuel: 500_000_000,
            fuel_per_item: 20_000,
            plugin: 8 << 20,
            memory: 256 << 20,
            time: Duration::from_secs(10),
            output: 64 << 20,
            panic_text: 8 << 10,
        }
    }
}

impl Limits {
    /// The fuel for a call with this many items of input.
    pub(crate) fn fuel_for(&self, items: usize) -> u64 {
        self.fuel.saturating_add(self.fuel_per_item.saturating_mul(items as u64))
    }
}
