//! The native build: JSON through three C functions.
//!
//! Unsafe only where a pointer crosses to or from the host.
#![allow(unsafe_code)]

use std::panic::{AssertUnwindSafe, catch_unwind};

use swv_core::{INTERFACE_VERSION, Request, Response};

/// The capability values by the names that [`export!`](crate::export) takes.
#[allow(non_upper_case_globals)]
pub mod capability {
    use swv_core::Capability;

    pub const allocation: Capability = Capability::Allocation;
    pub const budget: Capability = Capability::Budget;
    pub const indicators: Capability = Capability::Indicators;
    pub const procedures: Capability = Capability::Procedures;
    pub const norm: Capability = Capability::Norm;
}

/// Answers requests for an allocation.
pub mod allocation {
    use swv_core::{Request, Response};

    use crate::Allocate;

    pub fn takes(request: &Request) -> bool {
        matches!(request, Request::Allocate(_))
    }

    pub fn answer<R: Allocate>(request: Request) -> Response {
        match request {
            Request::Allocate(input) => R::allocate(&input).map_or_else(Response::Failure, Response::Allocate),
            _ => super::not_understood(),
        }
    }
}

/// Answers requests for a budget.
pub mod budget {
    use swv_core::{Request, Response};

    use crate::Budget;

    pub fn takes(request: &Request) -> bool {
        matches!(request, Request::Budget(_))
    }

    pub fn answer<R: Budget>(request: Request) -> Response {
        match request {
            Request::Budget(input) => R::compute(&input).map_or_else(Response::Failure, Response::Budget),
            _ => super::not_understood(),
        }
    }
}

/// Answers requests for key figures.
pub mod indicators {
    use swv_core::{Request, Response};

    use crate::Indicators;

    pub fn takes(request: &Request) -> bool {
        matches!(request, Request::Indicators(_))
    }

    pub fn answer<R: Indicators>(request: Request) -> Response {
        match request {
            Request::Indicators(input) => R::indicators(&input).map_or_else(Response::Failure, Response::Indicators),
            _ => super::not_understood(),
        }
    }
}

/// Answers requests about procedures.
pub mod procedures {
    use swv_core::{Request, Response};

    use crate::Procedures;

    pub fn takes(request: &Request) -> bool {
        matches!(request, Request::Procedures | Request::CheckCase(_))
    }

    pub fn answer<R: Procedures>(request: Request) -> Response {
        match request {
            Request::Procedures => Response::Procedures(R::procedures()),
            Request::CheckCase(case) => Response::CheckCase(R::check(&case)),
            _ => super::not_understood(),
        }
    }
}

/// Answers requests for a norm.
pub mod norm {
    use swv_core::{Request, Response};

    use crate::Norms;

    pub fn takes(request: &Request) -> bool {
        matches!(request, Request::Norm(_))
    }

    pub fn answer<R: Norms>(request: Request) -> Response {
        match request {
            Request::Norm(sector) => R::norm(sector).map_or_else(Response::Failure, Response::Norm),
            _ => super::not_understood(),
        }
    }
}

fn not_understood() -> Response {
    Response::NotUnderstood("the request is for another capability".into())
}

/// The interface version.
///
/// # Safety
/// `length` points to a writable length.
pub unsafe fn interface(length: *mut usize) -> *const u8 {
    // SAFETY: by the caller's promise.
    unsafe { *length = INTERFACE_VERSION.len() };
    INTERFACE_VERSION.as_ptr()
}

/// Reads a request, answers it, and hands the answer over.
///
/// # Safety
/// `request` points to `length` readable bytes, `answered` to a writable length.
pub unsafe fn call(
    request: *const u8,
    length: usize,
    answered: *mut usize,
    answer: fn(Request) -> Response,
) -> *mut u8 {
    // SAFETY: by the caller's promise.
    let request = unsafe { std::slice::from_raw_parts(request, length) };
    let response = match serde_json::from_slice(request) {
        Ok(request) => catch_unwind(AssertUnwindSafe(|| answer(request))).unwrap_or_else(|panic| {
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
