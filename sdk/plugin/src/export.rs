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
/// trait does not compile; one that is not named does not exist for the host.
#[macro_export]
macro_rules! export {
    ($region:ident $(: $($capability:ident),+ $(,)?)?) => {
        #[cfg(target_arch = "wasm32")]
        #[allow(unsafe_code)]
        const _: () = {
            type Component = $crate::component::Exported<$region>;
            $crate::component::description::export!(Component with_types_in $crate::component::description);
            $($($crate::component::$capability::export!(Component with_types_in $crate::component::$capability);)+)?
        };

        #[cfg(not(target_arch = "wasm32"))]
        #[allow(unsafe_code)]
        const _: () = {
            fn answer(request: $crate::Request) -> $crate::Response {
                match request {
                    $crate::Request::Capabilities => $crate::Response::Capabilities(vec![
                        $($($crate::native::capability::$capability,)+)?
                    ]),
                    $crate::Request::Describe => {
                        $crate::Response::Describe(<$region as $crate::Region>::ABOUT.describe())
                    }
                    $($(request if $crate::native::$capability::takes(&request) => {
                        $crate::native::$capability::answer::<$region>(request)
                    })+)?
                    #[allow(unreachable_patterns)]
                    _ => $crate::Response::NotUnderstood("this region does not have the capability".into()),
                }
            }

            /// The interface version, for the host to check before any call.
            #[unsafe(no_mangle)]
            extern "C" fn swv_region_interface(length: *mut usize) -> *const u8 {
                // SAFETY: the host passes a pointer to a length it owns.
                unsafe { $crate::native::interface(length) }
            }

            /// Answers one request. The result is freed by `swv_region_free`.
            #[unsafe(no_mangle)]
            extern "C" fn swv_region_call(request: *const u8, length: usize, answered: *mut usize) -> *mut u8 {
                // SAFETY: the host passes a readable request and a length it owns.
                unsafe { $crate::native::call(request, length, answered, answer) }
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
