//! Where a region's rules run: a sandboxed component, or a native library that
//! the user allowed.

mod component;
mod convert;
mod convert_procedures;
mod error;
mod inspect;
mod native;
mod norm_back;

pub(crate) use component::ComponentPlugin;
pub use error::LoadError;
pub use inspect::{Exports, inspect};
pub use native::NativeLibrary;
