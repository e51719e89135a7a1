//! A plugin built as a native library. It runs outside the sandbox, so it is
//! opened only where the user names it: for debugging, and as the reference
//! that the WebAssembly build is compared with.

use std::path::Path;

use libloading::Library;
use swv_core::procedure::{Breach, CheckInput};
use swv_core::{
    Allocation, AllocationInput, BudgetInput, BudgetTable, Description, Exports, ExportsError, Indicator,
    IndicatorInput, Request, Response,
};
use swv_region::{CallFailure, Rules};

use super::LoadError;

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

    /// Asks one thing; `take` picks the answer that fits.
    fn call<T>(&self, request: &Request, take: fn(Response) -> Option<T>) -> Result<T, CallFailure> {
        let broken = |text: &str| CallFailure::Broken(text.to_owned());
        let request = serde_json::to_vec(request).map_err(|error| broken(&error.to_string()))?;
        let mut length = 0;
        // SAFETY: the request is readable and the length is ours.
        let answer = unsafe { (self.call)(request.as_ptr(), request.len(), &mut length) };
        if answer.is_null() {
            return Err(broken("no answer at all"));
        }
        // SAFETY: the library gives `length` readable bytes until they are freed.
        let bytes = unsafe { std::slice::from_raw_parts(answer, length) };
        let response = serde_json::from_slice(bytes).map_err(|error| broken(&error.to_string()));
        // SAFETY: both come from the call above, and are freed once.
        unsafe { (self.free)(answer, length) };
        match response? {
            Response::Failure(failure) => Err(CallFailure::Region(failure)),
            Response::Panicked(text) => Err(CallFailure::Panicked(text)),
            Response::NotUnderstood(text) => Err(CallFailure::Broken(text)),
            answer => take(answer).ok_or_else(|| broken("an answer to another question")),
        }
    }
}

/// Asks one thing, and takes the answer of the same name.
macro_rules! ask {
    ($library:ident, $answer:ident, $request:expr) => {
        $library.call(&$request, |response| match response {
            Response::$answer(answer) => Some(answer),
            _ => None,
        })
    };
}

impl Rules for NativeLibrary {
    fn place(&self) -> &str {
        &self.file
    }

    fn exports(&self) -> &Exports {
        &self.exports
    }

    fn is_sandboxed(&self) -> bool {
        false
    }

    fn describe(&self) -> Result<Description, CallFailure> {
        ask!(self, Describe, Request::Describe)
    }

    fn budget(&self, input: &BudgetInput) -> Result<BudgetTable, CallFailure> {
        ask!(self, Budget, Request::Budget(input.clone()))
    }

    fn allocate(&self, input: &AllocationInput) -> Result<Allocation, CallFailure> {
        ask!(self, Allocate, Request::Allocate(input.clone()))
    }

    fn indicators(&self, input: &IndicatorInput) -> Result<Vec<Indicator>, CallFailure> {
        ask!(self, Indicators, Request::Indicators(input.clone()))
    }

    fn procedures(&self) -> Result<String, CallFailure> {
        ask!(self, Procedures, Request::Procedures)
    }

    fn check_case(&self, input: &CheckInput) -> Result<Vec<Breach>, CallFailure> {
        ask!(self, CheckCase, Request::CheckCase(input.clone()))
    }

    fn norm(&self) -> Result<String, CallFailure> {
        ask!(self, Norm, Request::Norm)
    }
}
