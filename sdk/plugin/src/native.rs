//! The native build: JSON through three C functions.
//!
//! Unsafe only where a pointer crosses to or from the host.
#![allow(unsafe_code)]

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::OnceLock;

use swv_core::{Capability, Failure, Interface, Request, Response};

use crate::{Allocate, Budget, Indicators, Norms, Procedures, Region, answer};

macro_rules! capabilities {
    ($($(#[$doc:meta])* $part:ident: $rules:ident as $r:ident { $($request:pat => $told:expr,)+ })+) => {
        $(
            $(#[$doc])*
            pub fn $part<$r: $rules>(request: &Request) -> Option<Response> {
                match request {
                    $($request => Some($told),)+
                    _ => None,
                }
            }
        )+
    };
}

capabilities! {
    /// Answers what a region is.
    description: Region as R {
        Request::Describe => Response::Describe(R::ABOUT.describe()),
    }
    /// Answers requests for an allocation.
    allocation: Allocate as R {
        Request::Allocate(input) => told(answer::allocation::<R>(input), Response::Allocate),
    }
    /// Answers requests for a budget.
    budget: Budget as R {
        Request::Budget(input) => told(answer::budget::<R>(input), Response::Budget),
    }
    /// Answers requests for key figures.
    indicators: Indicators as R {
        Request::Indicators(input) => told(answer::indicators::<R>(input), Response::Indicators),
    }
    /// Answers requests for a norm.
    norm: Norms as R {
        Request::Norm => told(R::statement(), |document| Response::Norm(document.into_owned())),
    }
    /// Answers requests about procedures.
    procedures: Procedures as R {
        Request::Procedures => told(R::statement(), |document| Response::Procedures(document.into_owned())),
        Request::CheckCase(case) => Response::CheckCase(R::check(case)),
    }
}

fn told<T>(result: Result<T, Failure>, response: fn(T) -> Response) -> Response {
    result.map_or_else(Response::Failure, response)
}

/// The names of what a library exports, as a component would: a line each.
///
/// # Safety
/// `length` points to a writable length.
pub unsafe fn interface(names: &'static OnceLock<String>, capabilities: &[&str], length: *mut usize) -> *const u8 {
    let names = names.get_or_init(|| {
        let named = Capability::ALL.into_iter().filter(|capability| capabilities.contains(&capability.name()));
        let parts = std::iter::once(Interface::Description).chain(named.map(Capability::interface));
        parts.map(Interface::full_name).collect::<Vec<_>>().join("\n")
    });
    // SAFETY: by the caller's promise.
    unsafe { *length = names.len() };
    names.as_ptr()
}

/// Reads a request, answers it, and hands the answer over.
///
/// # Safety
/// `request` points to `length` readable bytes, `answered` to a writable length.
pub unsafe fn call(
    request: *const u8,
    length: usize,
    answered: *mut usize,
    answers: &[fn(&Request) -> Option<Response>],
) -> *mut u8 {
    // SAFETY: by the caller's promise.
    let request = unsafe { std::slice::from_raw_parts(request, length) };
    let answer = |request: &Request| {
        let lacking = || Response::NotUnderstood("this region does not have the capability".into());
        answers.iter().find_map(|answer| answer(request)).unwrap_or_else(lacking)
    };
    let response = match serde_json::from_slice(request) {
        Ok(request) => catch_unwind(AssertUnwindSafe(|| answer(&request))).unwrap_or_else(|panic| {
            let text = panic.downcast_ref::<String>().cloned();
            let text = text.or_else(|| panic.downcast_ref::<&str>().map(|text| (*text).to_owned()));
            Response::Panicked(text.unwrap_or_default())
        }),
        Err(error) => Response::NotUnderstood(error.to_string()),
    };
    let bytes = serde_json::to_vec(&response).unwrap_or_default().into_boxed_slice();
    // SAFETY: by the caller's promise.
    unsafe { *answered = bytes.len() };
    Box::into_raw(bytes).cast()
}

/// Frees an answer of [`call`].
///
/// # Safety
/// `answer` and `length` come from one `call`, and are freed once.
pub unsafe fn free(answer: *mut u8, length: usize) {
    // SAFETY: by the caller's promise this is the box that `call` gave away.
    drop(unsafe { Box::from_raw(std::ptr::slice_from_raw_parts_mut(answer, length)) });
}
