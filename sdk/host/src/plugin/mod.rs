//! Where a region's rules run: a sandboxed component, or a native library that
//! the user allowed.

mod component;
mod error;
mod inspect;
mod native;

pub(crate) use component::ComponentPlugin;
pub use error::LoadError;
pub use inspect::inspect;
pub use native::NativeLibrary;
