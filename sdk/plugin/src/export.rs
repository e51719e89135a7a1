//! The macro that makes a plugin of a region.

/// Exports a region, with the capabilities that it names.
///
/// It reads `swv_plugin::export!(Almere: allocation, budget, indicators);`, as
/// in the example of [the crate](crate).
///
/// Each capability needs its trait: `allocation` needs
/// [`Allocate`](crate::Allocate), `budget` needs [`Budget`](crate::Budget),
/// `indicators` needs [`Indicators`](crate::Indicators), `norm` needs
/// [`Norms`](crate::Norms), `procedures` needs
/// [`Procedures`](crate::Procedures). A capability that is named without its
/// trait does not compile, and neither does a trait that is implemented while
/// its capability is not named:
///
/// ```compile_fail
/// # use swv_plugin::{About, Allocate, Allocation, AllocationInput, Failure, Region, Sector};
/// # struct Voorbeeld;
/// # impl Region for Voorbeeld {
/// #     const ABOUT: About = About {
/// #         region: "voorbeeld", version: "0.1.0", sectors: &[Sector::Po], ..About::NOTHING
/// #     };
/// # }
/// impl Allocate for Voorbeeld {
///     fn allocate(input: &AllocationInput) -> Result<Allocation, Failure> {
///         Ok(Allocation::default())
///     }
/// }
///
/// swv_plugin::export!(Voorbeeld);
/// # fn main() {}
/// ```
#[macro_export]
macro_rules! export {
    ($region:ident $(: $($capability:ident),+ $(,)?)?) => {
        const _: () = {
            #[allow(unused_imports)]
            use $crate::named::Lacks as _;
            $crate::__all_named!($region, &[$($(stringify!($capability)),+)?]);
        };

        #[cfg(target_arch = "wasm32")]
        #[allow(unsafe_code)]
        const _: () = {
            use $crate::component::exporting;

            type Component = $crate::component::Exported<$region>;
            exporting::description::export!(Component with_types_in exporting::description);
            $($(exporting::$capability::export!(Component with_types_in exporting::$capability);)+)?
        };

        #[cfg(not(target_arch = "wasm32"))]
        #[allow(unsafe_code)]
        const _: () = {
            /// The names of what it exports, for the host to check before any call.
            #[unsafe(no_mangle)]
            extern "C" fn swv_region_interface(length: *mut usize) -> *const u8 {
                static NAMES: std::sync::OnceLock<String> = std::sync::OnceLock::new();
                // SAFETY: the host passes a pointer to a length it owns.
                unsafe { $crate::native::interface(&NAMES, &[$($(stringify!($capability)),+)?], length) }
            }

            /// Answers one request. The result is freed by `swv_region_free`.
            #[unsafe(no_mangle)]
            extern "C" fn swv_region_call(request: *const u8, length: usize, answered: *mut usize) -> *mut u8 {
                let answers: &[fn(&$crate::Request) -> Option<$crate::Response>] =
                    &[$crate::native::description::<$region>, $($($crate::native::$capability::<$region>),+)?];
                // SAFETY: the host passes a readable request and a length it owns.
                unsafe { $crate::native::call(request, length, answered, answers) }
            }

            /// Frees an answer.
            #[unsafe(no_mangle)]
            extern "C" fn swv_region_free(answer: *mut u8, length: usize) {
                // SAFETY: the host passes back what `swv_region_call` gave, once.
                unsafe { $crate::native::free(answer, length) }
            }
        };
    };
}
