//! The interface between a host and a region's rules, in Rust.
//!
//! The interface itself is WIT: a folder for each part and breaking version,
//! such as `allocation/0.3`. Built for WebAssembly this crate is a plugin's
//! side of it, built for anything else a host's. The conversions between its
//! types and those of `swv-core` are the same on both sides and stand here
//! once, so that the two cannot disagree on what crosses.

#![deny(missing_docs)]

mod convert;
mod cross;
#[cfg(target_arch = "wasm32")]
mod guest;
#[cfg(not(target_arch = "wasm32"))]
mod host;

pub use cross::Cross;
#[cfg(target_arch = "wasm32")]
pub use guest::{exporting, wit};
#[cfg(not(target_arch = "wasm32"))]
pub use host::{Interfaces, wit};
