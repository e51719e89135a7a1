//! A plugin built as a native library. It runs outside the sandbox, so it is
//! opened only where the user names it: for debugging, and as the reference
//! that the WebAssembly build is compared with.

use std::path::Path;

use libloading::Library;
use swv_core::{Description, Exports, ExportsError, Request, Response};

use super::{CallError, CallFailure, LoadError};

/// A plugin built as a native library.
pub struct NativeLibrary {
    file: String,
    exports: Exports,
    call: Call,
    free: Free,
    /// Keeps the functions above in memory.
    _library: Library,
}

type Interface = unsafe extern "C" fn(length: *mut usize) -> *const u8;
type Call = unsafe extern "C" fn(request: *const u8, length: usize, answered: *mut usize) -> *mut u8;
type Free = unsafe extern "C" fn(answer: *mut u8, length: usize);

#[allow(unsafe_code)]
impl NativeLibrary {
    /// Opens a library and checks the versions of what it exports before
    /// anything else.
    ///
    /// # Safety
    /// A native library can do whatever the user can, from the moment that it
    /// is opened. Open only what the user named and trusts.
    ///
    /// # Errors
    /// [`LoadError::Native`] when it is no plugin, [`LoadError::Interface`]
    /// when it speaks versions that this host does not understand.
    pub unsafe fn open(path: &Path) -> Result<NativeLibrary, LoadError> {
        let file = path.display().to_string();
        let native = |error: libloading::Error| LoadError::Native {
            file: file.clone(),
            reason: match std::error::Error::source(&error) {
                Some(source) => format!("{error}: {source}"),
                None => error.to_string(),
            },
        };
        // SAFETY: by the caller's promise.
        let library = unsafe { Library::new(path) }.map_err(native)?;
        // SAFETY: the names and types are those of `swv_plugin::export!`.
        let (interface, call, free) = unsafe {
            (
                *library.get::<Interface>(b"swv_region_interface\0").map_err(native)?,
                *library.get::<Call>(b"swv_region_call\0").map_err(native)?,
                *library.get::<Free>(b"swv_region_free\0").map_err(native)?,
            )
        };
        let mut length = 0;
        // SAFETY: the function gives a text that lives as long as the library.
        let names = unsafe { interface(&mut length) };
        if names.is_null() {
            return Err(LoadError::Native { file, reason: "it names nothing that it exports".to_owned() });
        }
        // SAFETY: the text is not null, and lives as long as the library.
        let names = unsafe { std::slice::from_raw_parts(names, length) };
        let names = String::from_utf8_lossy(names).into_owned();
        match Exports::read(names.lines()) {
            Ok(exports) => Ok(NativeLibrary { file, exports, call, free, _library: library }),
            Err(ExportsError::Versions(mismatches)) => Err(LoadError::Interface { file, mismatches }),
            Err(ExportsError::NoDescription) => {
                Err(LoadError::Native { file, reason: format!("it exports no region, but {names:?}") })
            }
        }
    }

    /// What the plugin is and what it needs.
    ///
    /// # Errors
    /// [`CallError`] when the library does not answer the question.
    pub fn describe(&self) -> Result<Description, CallError> {
        self.call(&Request::Describe, |response| match response {
            Response::Describe(description) => Some(description),
            _ => None,
        })
    }

    pub(crate) fn exports(&self) -> &Exports {
        &self.exports
    }

    pub(crate) fn error(&self, failure: CallFailure) -> CallError {
        CallError { place: self.file.clone(), version: None, failure }
    }

    /// Asks one thing; `take` picks the answer that fits.
    pub(crate) fn call<T>(&self, request: &Request, take: fn(Response) -> Option<T>) -> Result<T, CallError> {
        let broken = |text: String| self.error(CallFailure::Broken(text));
        let request = serde_json::to_vec(request).map_err(|error| broken(error.to_string()))?;
        let mut length = 0;
        // SAFETY: the request is readable and the length is ours.
        let answer = unsafe { (self.call)(request.as_ptr(), request.len(), &mut length) };
        if answer.is_null() {
            return Err(broken("no answer at all".to_owned()));
        }
        // SAFETY: the library gives `length` readable bytes until they are freed.
        let bytes = unsafe { std::slice::from_raw_parts(answer, length) };
        let response = serde_json::from_slice(bytes).map_err(|error| broken(error.to_string()));
        // SAFETY: both come from the call above, and are freed once.
        unsafe { (self.free)(answer, length) };
        match response? {
            Response::Failure(failure) => Err(self.error(CallFailure::Region(failure))),
            Response::Panicked(text) => Err(self.error(CallFailure::Panicked(text))),
            Response::NotUnderstood(text) => Err(broken(text)),
            answer => take(answer).ok_or_else(|| broken("an answer to another question".to_owned())),
        }
    }
}
